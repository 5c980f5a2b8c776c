"""Two that may be one, side by side: what agrees, what differs, and one key to say which it is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kontaktpunkt.domain.commands import (
    Command,
    JoinCases,
    JoinPersons,
    KeepCasesApart,
    KeepPersonsApart,
)
from kontaktpunkt.domain.joining.comparing import Agreement
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.ui.preferences import Preference
from kontaktpunkt.ui.widgets.acts import act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton, button
from kontaktpunkt.ui.widgets.layouts import GAP, Sheet, empty
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.joining.rows import Comparison, JoiningOffer
from kontaktpunkt.wording.joining import ComparedLine, comparison_lines, offer_line

_JOINS = "Båda behåller sina nummer och sin historik men visas tillsammans. Det går att ångra."
_PARTS = "Delade visas de var för sig igen, och de föreslås inte mer. Det går att ångra."


class JoiningPanel(QWidget):
    """Shows a comparison and asks whether the two are one; nothing happens until somebody says."""

    left = Signal()
    toggled = Signal(bool)  # opened or closed: what stands below makes room

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._offer: JoiningOffer | None = None
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.heading = Text("", "heading")
        self.told = Text("", "soft")
        self.sheet = Sheet(GAP, "Jämförelse")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GAP * 2)
        self._grid.setVerticalSpacing(GAP)
        self.join = act_within(self, "Förena", "F", self.join_them)
        self.apart = act_within(self, "Inte samma", "O", self.keep_apart)
        self.join_button = KeyHintButton(self.join, look="primary")
        self.apart_button = KeyHintButton(self.apart)
        self._lay_out()
        for signal in (workplace.preferences.changed, workplace.preferences.loaded):
            signal.connect(self._follow_keys)
        self._follow_keys()
        self.left.connect(self.hide)
        self.hide()

    def open_for(self, offer: JoiningOffer) -> None:
        """Fetch both sides of an offer and show them."""
        self._offer = offer
        desk = self._workplace.desk
        self._workplace.clerk.ask(
            lambda: desk.compare_joining(offer), self._show, key="joining.compare"
        )

    def join_them(self) -> None:
        """Say that the two are one."""
        offer = self._offer
        if offer is None or offer.joined:
            return
        if offer.cases is not None:
            wish: Command = JoinCases(case=offer.cases[0], other_case=offer.cases[1])
            self._do(wish, "Ärendena är förenade")
        else:
            wish = JoinPersons(person=offer.person, other_person=offer.other_person)
            self._do(wish, "Personerna är förenade")

    def keep_apart(self) -> None:
        """Say that they are two, or part them again: they are not offered any more."""
        offer = self._offer
        if offer is None:
            return
        told = "Delat igen" if offer.joined else "Noterat: inte samma"
        if offer.cases is not None:
            self._do(KeepCasesApart(case=offer.cases[0], other_case=offer.cases[1]), told)
        else:
            self._do(KeepPersonsApart(person=offer.person, other_person=offer.other_person), told)

    def setVisible(self, visible: bool) -> None:  # noqa: FBT001 - as Qt has it
        """Tell what stands around when the panel opens or closes."""
        changes = visible == self.isHidden()
        super().setVisible(visible)
        if changes:
            self.toggled.emit(visible)

    def _show(self, comparison: Comparison | None) -> None:
        if comparison is None or comparison.offer is not self._offer:
            return
        offer = comparison.offer
        now = self._workplace.now()
        self.heading.setText(offer_line(offer, local_day(now)))
        self.told.setText(_PARTS if offer.joined else _JOINS)
        lines = comparison_lines(comparison, now)
        empty(self._grid)
        here, there = ("Det här ärendet", "Det andra") if offer.cases else ("Här", "Den andra")
        for column, title in enumerate(("", here, there, "")):
            self._grid.addWidget(Text(title, "label", wrap=False), 0, column)
        for row, line in enumerate(lines, start=1):
            self._add(row, line)
        self.join.setVisible(not offer.joined)
        self.join_button.setVisible(not offer.joined)
        self.apart.setText("Dela igen" if offer.joined else "Inte samma")
        self.show()
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, row: int, line: ComparedLine) -> None:
        differs = line.agreement is Agreement.DIFFERS
        verdict = Text(line.verdict, "strong" if differs else "soft")
        verdict.setAccessibleName(f"{line.label}: {line.verdict}" if line.verdict else line.label)
        parts = (Text(line.label, "label", wrap=False), Text(line.one), Text(line.other), verdict)
        for column, part in enumerate(parts):
            self._grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignTop)

    def _do(self, wish: Command, told: str) -> None:
        self._workplace.do(wish, told=told, then=self._done)

    def _done(self, _done: Done) -> None:
        self._offer = None
        self.left.emit()

    def _follow_keys(self) -> None:
        """Turn the letters on or off as somebody has chosen (WCAG 2.1.4)."""
        on = self._workplace.preferences.is_on(Preference.SINGLE_KEYS, default=True)
        for act, key in ((self.join, "F"), (self.apart, "O")):
            act.setShortcut(QKeySequence(key if on else ""))

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP * 2, GAP + GAP // 2, GAP * 2, GAP + GAP // 2)
        rows.setSpacing(GAP)
        rows.addWidget(self.heading)
        rows.addWidget(self.sheet, 1)
        for column, share in enumerate((0, 4, 4, 1)):
            self._grid.setColumnStretch(column, share)
        self.sheet.add(self._grid)
        self.sheet.rows.addStretch(1)
        rows.addWidget(self.told)
        buttons = QHBoxLayout()
        leave = button("Avbryt", tip="Esc")
        leave.clicked.connect(self.left)
        for part in (self.join_button, self.apart_button, leave):
            buttons.addWidget(part)
        buttons.addStretch(1)
        rows.addLayout(buttons)
