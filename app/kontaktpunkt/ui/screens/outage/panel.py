"""What every panel of the screen is: a box that opens, keeps what is typed, saves and closes."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kontaktpunkt.domain.commands import Command
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.ui.drafted_fields import DraftedFields
from kontaktpunkt.ui.widgets.acts import act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton, button
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.layouts import GAP, Flow
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.wording.refusals import sentence


class OutagePanel(QWidget):
    """A box on the page; Ctrl+Enter saves, Esc leaves and what was typed stays as a draft."""

    opened = Signal()
    saved = Signal()
    left = Signal()
    name = ""
    """What its draft is kept under."""

    def __init__(self, workplace: Workplace, heading: str, save: str) -> None:
        super().__init__()
        self.workplace = workplace
        self.outage: UUID | None = None
        self.fields: DraftedFields | None = None
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.heading = Text(heading, "heading")
        self.failure = Text("", "refused")
        self.save_act = act_within(self, save, "Ctrl+Return", self.save)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(GAP + GAP // 2, GAP, GAP + GAP // 2, GAP)
        self.box.setSpacing(GAP // 2 + 2)
        self.box.addWidget(self.heading)
        self.hide()

    def first(self) -> QWidget:
        """Give the field that work begins in."""
        return self

    def save(self) -> None:
        """Do what the panel is for."""
        raise NotImplementedError

    def keep(self, fields: Mapping[str, QWidget]) -> None:
        """Keep these fields as a draft while they are typed in."""
        self.fields = DraftedFields(self.workplace, self, fields)

    def line(self, *parts: QWidget) -> None:
        """Lay parts side by side, below the others."""
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for part in parts:
            if isinstance(part, Labelled):
                part.label.setWordWrap(True)  # large text makes it taller, not wider
            row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        self.box.addLayout(row)

    def finish(self, *more: QWidget, can_leave: bool = True) -> None:
        """End with the failure and the buttons."""
        self.failure.hide()
        self.box.addWidget(self.failure)
        foot = QWidget()
        buttons = Flow(foot)
        self.save_button = KeyHintButton(self.save_act, look="primary")
        for part in (self.save_button, *more):
            buttons.addWidget(part)
        if can_leave:
            act_within(self, "", "Esc", self.close_it)
            leave = button("Tillbaka", tip="Tillbaka, det skrivna sparas som utkast (Esc)")
            leave.clicked.connect(self.close_it)
            buttons.addWidget(leave)
        self.box.addWidget(foot)

    def open_it(self, outage: UUID | None, known: Mapping[str, str], about: str = "") -> None:
        """Open for a stop, or for one that is about to be declared."""
        self.outage = outage
        self.failure.hide()
        if self.fields is not None:
            self.fields.open(f"outage:{outage or 'new'}:{self.name}:{about}", known)
        self.show()
        self.opened.emit()
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def close_it(self) -> None:
        """Leave without saving; what was typed stays."""
        if self.fields is not None:
            self.fields.flush()
        self.hide()
        self.left.emit()

    def do(self, *commands: Command, told: str) -> None:
        """Have it done; a refusal stands in the panel."""
        self.workplace.do(*commands, told=told, then=self.done, refused=self.refuse)

    def done(self, _done: Done) -> None:
        """Forget the draft and close: it has become an act."""
        if self.fields is not None:
            self.fields.done()
        self.hide()
        self.saved.emit()

    def refuse(self, refused: Refused) -> None:
        """Say why not, in the panel."""
        self.fail(sentence(refused))

    def fail(self, words: str) -> None:
        """Say what is wrong."""
        self.failure.setText(words)
        self.failure.show()
