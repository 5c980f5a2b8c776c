"""Turns the HTML of an e-mail into the text that its reader sees, cells apart and rows on lines."""

from html.parser import HTMLParser
from typing import Final

_ROWS: Final = frozenset({"br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "table", "hr"})
_CELLS: Final = frozenset({"td", "th"})
_UNSEEN: Final = frozenset({"script", "style", "head", "title"})


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._unseen += tag in _UNSEEN
        if tag in _ROWS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN and self._unseen > 0
        if tag in _ROWS:
            self.pieces.append("\n")
        elif tag in _CELLS:
            self.pieces.append("\t")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            # Line breaks in the source are blanks on the screen.
            self.pieces.append(" ".join(data.replace("\xa0", " ").split(" ")).replace("\n", " "))


def html_text(html: str) -> str:
    """Give the text; total over any HTML."""
    words = _Words()
    words.feed(html)
    words.close()
    lines = "".join(words.pieces).replace("\r", "").split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())
