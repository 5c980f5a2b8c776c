"""What reading an overview has found so far: people, what is left for the hand, what is unused."""

from kontaktpunkt.domain.overview import LineFlaw, Overview, OverviewLine, Piece, UnreadLine
from kontaktpunkt.messages.overview.groups import stated_count


class Found:
    """Collects; gives the overview at the end."""

    def __init__(self) -> None:
        self._lines: dict[object, OverviewLine] = {}
        self._unread: list[UnreadLine] = []
        self._headings: dict[object, Piece] = {}
        self._unused: dict[str, None] = {}
        self._passed: list[str] = []
        self._stated: int | None = None

    def add(self, line: OverviewLine | UnreadLine) -> None:
        """Add a person; one who stands there twice with other words is left for the hand."""
        if isinstance(line, UnreadLine):
            self._unread.append(line)
            return
        before = self._lines.setdefault(line.number, line)
        if before is line:
            return
        if before.pieces == line.pieces:
            self._passed.append(line.text)
        else:
            repeated = UnreadLine(line=line.line, text=line.text, flaw=LineFlaw.REPEATED)
            self._unread.append(repeated)

    def left(self, line: UnreadLine) -> None:
        """Leave a line for the hand."""
        self._unread.append(line)

    def understood(self, heading: Piece) -> None:
        """Note a heading or label that was understood."""
        self._headings.setdefault(heading.field, heading)

    def not_used(self, heading: str) -> None:
        """Note a heading or label that is of no use here."""
        self._unused.setdefault(heading)

    def passed(self, text: str) -> None:
        """Pass over a line about nobody, but look whether it tells how many there are."""
        count = stated_count(text)
        self._stated = count if count is not None else self._stated
        self._passed.append(text)

    def overview(self) -> Overview:
        """Give what was found."""
        return Overview(
            lines=tuple(sorted(self._lines.values(), key=lambda line: line.line)),
            unread=tuple(sorted(self._unread, key=lambda line: line.line)),
            headings=tuple(self._headings.values()),
            unused=tuple(self._unused),
            passed_over=tuple(self._passed),
            stated_count=self._stated,
        )
