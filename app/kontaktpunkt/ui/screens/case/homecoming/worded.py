"""Words with what can be done about them: beside them, or below where the words may be long."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kontaktpunkt.ui.widgets.layouts import Flow
from kontaktpunkt.ui.widgets.text import Text


def worded(words: str, role: str = "", *, short: bool = False) -> tuple[QWidget, Flow]:
    """Make the line, and give where its buttons go: words that wrap widen no column."""
    line = QWidget()
    if short:
        row = Flow(line)
        row.addWidget(Text(words, role, wrap=False))
        return line, row
    acts = QWidget()
    rows = QVBoxLayout(line)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(0)
    rows.addWidget(Text(words, role))
    rows.addWidget(acts)
    return line, Flow(acts)
