"""A form that is kept as it is typed: saved with one key, left as a draft."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kontaktpunkt.ui.drafted_fields import DraftedFields
from kontaktpunkt.ui.widgets.acts import act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton, button
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace


class DraftedForm(QWidget):
    """Fields in rows, what was refused below them, and the two ways out."""

    left = Signal()

    fields: DraftedFields

    def __init__(self, workplace: Workplace, save_words: str) -> None:
        super().__init__()
        self._workplace = workplace
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.failure = Text("", "refused")
        self.save_act = act_within(self, save_words, "Ctrl+Return", self.save)

    def save(self) -> None:
        """Save what is typed, or say what needs another look."""
        raise NotImplementedError

    def close_it(self) -> None:
        """Leave without saving; what was typed stays as a draft."""
        self.fields.flush()
        self.hide()
        self.left.emit()

    def end(self) -> None:
        """Go away: what was typed is saved, and no draft any more."""
        self.fields.done()
        self.hide()

    def fail(self, words: str) -> None:
        """Say below the fields why it was refused."""
        self.failure.setText(words)
        self.failure.show()

    def lay_out(self, lines: Sequence[Sequence[QWidget]]) -> None:
        """Put the fields in their rows, those of a row side by side."""
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP, GAP, GAP, GAP)
        rows.setSpacing(GAP // 2)
        for parts in lines:
            row = QHBoxLayout()
            row.setSpacing(GAP)
            for part in parts:
                row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
            rows.addLayout(row)
        rows.addWidget(self.failure)
        foot = QHBoxLayout()
        leave = button("Tillbaka, spara som utkast")
        leave.clicked.connect(self.close_it)
        foot.addWidget(KeyHintButton(self.save_act, look="primary"))
        foot.addWidget(leave)
        foot.addStretch(1)
        rows.addLayout(foot)
