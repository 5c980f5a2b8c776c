"""What stands on a screen, as somebody who reads it from top to bottom would say it."""

import re
from html import unescape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QTextEdit,
    QWidget,
)

_TAGS = re.compile(r"<[^>]+>")
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_SHOWN = int(Qt.ItemDataRole.DisplayRole)


def read_aloud(whole: QWidget) -> str:
    """Give every visible text of a widget and its parts, a line for each."""
    parts = [whole, *whole.findChildren(QWidget)]
    return "\n".join(text for part in parts if part.isVisible() and (text := _text_of(part)))


def rows_of(view: QAbstractItemView) -> list[str]:
    """Give what the rows of a list or table say, cell by cell."""
    model = view.model()
    # A list model keeps its one column to itself.
    columns = model.columnCount() if isinstance(view, QTableView) else 1
    return [
        " | ".join(
            str(cell.data(_SPOKEN) or cell.data(_SHOWN) or "")
            for column in range(columns)
            if (cell := model.index(row, column)).isValid()
        )
        for row in range(model.rowCount())
    ]


def _text_of(part: QWidget) -> str:
    said = ""
    match part:
        case QLabel():
            said = unescape(_TAGS.sub(" ", part.text()))
        case QAbstractButton():
            said = part.accessibleName() or part.text()
        case QLineEdit():
            said = part.text() or part.placeholderText()
        case QPlainTextEdit() | QTextEdit():
            said = part.toPlainText() or part.placeholderText()
        case QComboBox():
            said = part.currentText()
        case QAbstractItemView():
            said = "\n".join(rows_of(part))
        case _:
            pass
    return said
