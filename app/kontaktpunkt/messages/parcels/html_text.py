"""Turns the HTML of an e-mail into the text that its reader sees, cells apart and rows on lines.

A walk of our own, once from the first sign to the last: Python's own parser takes minutes for a
letter full of unended comments.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

_ROWS: Final = frozenset({"br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "table", "hr"})
_CELLS: Final = frozenset({"td", "th"})
_UNSEEN: Final = frozenset({"script", "style", "head", "title"})
_TAG: Final = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,20})")
_BLANKS: Final = re.compile(r"[ \t\r\n]+")


def html_text(html: str) -> str:
    """Give the text; total over any HTML."""
    lines = "".join(_pieces(html)).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())


def _pieces(html: str) -> Iterator[str]:
    position, lowered = 0, html.lower()
    while (opens := html.find("<", position)) >= 0:
        # Line breaks in the source are blanks on the screen.
        yield _BLANKS.sub(" ", unescape(html[position:opens]))
        tag = _TAG.match(html, opens)
        if tag is None and not html.startswith(("<!", "<?", "</"), opens):
            yield "<"
            position = opens + 1
            continue
        name = tag[2].lower() if tag is not None else ""
        ending = _ending(html, lowered, opens, name if tag is None or not tag[1] else "")
        if ending < 0:
            return
        yield _mark(name, closes=tag is not None and tag[1] == "/")
        position = ending
    yield _BLANKS.sub(" ", unescape(html[position:]))


def _ending(html: str, lowered: str, opens: int, opened: str) -> int:
    """Give where a tag, a comment or a part that nobody sees has ended; -1 when it never does."""
    if html.startswith("<!--", opens):
        return _after(html, "-->", opens + 4)
    if opened in _UNSEEN:
        return _after(lowered, f"</{opened}>", opens)
    return _after(html, ">", opens)


def _after(text: str, what: str, position: int) -> int:
    found = text.find(what, position)
    return found if found < 0 else found + len(what)


def _mark(name: str, *, closes: bool) -> str:
    if name in _ROWS:
        return "\n"
    return "\t" if closes and name in _CELLS else ""
