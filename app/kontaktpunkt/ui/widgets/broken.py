"""Words broken into the lines that a width has room for, the last one cut where there are more."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption


def broken(words: str, font: QFont, width: int, most: int) -> list[str]:
    """Give at most so many lines of words for a width in pixels; cut words end with an ellipsis."""
    layout = QTextLayout(words, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) <= most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1, width))
        starts.append(line.textStart())
    layout.endLayout()
    # A surrogate pair counts as two for Qt and as one here; no name of a person has one.
    found = [
        words[start:end].strip() for start, end in zip(starts, [*starts[1:], None], strict=True)
    ]
    if len(found) <= most:
        return found
    rest = words[starts[most - 1] :]
    cut = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return [*found[: most - 1], cut]
