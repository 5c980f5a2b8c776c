"""The planning steps by role: one tick each, my own or on somebody's word."""

from itertools import groupby
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kontaktpunkt.domain.commands import TickStep, UntickStep
from kontaktpunkt.domain.profile import PlanningStep, RuleProfile
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.states import StepState
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.layouts import GAP, Section
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.rows import CasePage
from kontaktpunkt.wording.times import when
from kontaktpunkt.wording.words import kind_name, word

ANYBODY = "Alla"


class StepsPanel(Section):
    """Steps under the role that is asked; a tick is an act, and can be undone like any other."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("Planering")
        self._workplace = workplace
        self._profile: RuleProfile | None = None
        self._page: CasePage | None = None
        self.lines: dict[str, StepLine] = {}
        self.count = Text("", "soft")
        self.add(self.count)

    def set_profile(self, profile: RuleProfile) -> None:
        """Lay the steps out by role."""
        if self._profile is not None and self._profile.steps == profile.steps:
            return
        self._profile = profile
        self.clear()
        self.lines = {}
        self.count = Text("", "soft")
        self.add(self.count)
        for role, steps in groupby(sorted(profile.steps, key=_by_role), key=_by_role):
            self.add(Text(role or ANYBODY, "label", wrap=False))
            for step in steps:
                line = StepLine(step, kind_name(step.message, profile) if step.message else "")
                line.ticked.connect(self._tick)
                self.lines[step.key] = line
                self.add(line)
        if self._page is not None:
            self.show_page(self._page)

    def show_page(self, page: CasePage) -> None:
        """Show what is done, by whom, on whose word."""
        self._page = page
        now = self._workplace.now()
        names = self._workplace.names
        done = {state.step: state for state in page.steps if state.done}
        for key, line in self.lines.items():
            state = done.get(key)
            line.show_state(state, told_of_step(state, names, now) if state else "")
        count = sum(key in done for key in self.lines)
        self.count.setText(f"Klart {count} av {len(self.lines)}" if self.lines else "")
        if not self.lines:
            self.count.setText("Regelprofilen har inga planeringssteg.")

    def _tick(self, step: str, done: bool, on_word: OnWord | None) -> None:  # noqa: FBT001  a signal's
        if self._page is None:
            return
        case: UUID = self._page.row.case
        label = self.lines[step].label
        if done:
            self._workplace.do(
                TickStep(case=case, step=step, on_word=on_word), told=f"{label}: klart"
            )
        else:
            self._workplace.do(UntickStep(case=case, step=step), told=f"{label}: inte klart")


class StepLine(QWidget):
    """One step: a box to tick, who did it, and a way to tick it on somebody's word."""

    ticked = Signal(str, bool, object)  # step, done, OnWord or None

    def __init__(self, step: PlanningStep, upon: str) -> None:
        super().__init__()
        self.step = step.key
        self.label = step.label
        self.box = QCheckBox()
        self.box.setAccessibleName(step.label)
        self.box.setToolTip(step.note)
        named = f"{upon[:1].lower()}{upon[1:]}" if upon[1:2].islower() else upon
        self.words = StepWords(f"{step.label} (vid {named})" if upon else step.label, self.box)
        self.words.setToolTip(step.note)
        self.box.clicked.connect(self._clicked)
        self.more = button("på uppgift", "link", "Bocka av på uppgift från någon annan")
        self.more.setAccessibleName(f"{step.label}, på uppgift från någon annan")
        self.more.clicked.connect(self.ask_word)
        self.told = Text("", "soft")
        self.word = self._make_word()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        first = QHBoxLayout()
        first.setSpacing(GAP // 2)
        first.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self.words, 1)
        first.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        rows.addLayout(first)
        rows.addWidget(self.told)
        self.told.setContentsMargins(GAP * 3, 0, 0, 0)
        rows.addWidget(self.word)

    def show_state(self, state: StepState | None, told: str) -> None:
        """Show whether the step is done, and the words about it."""
        if state is not None and any(part.hasFocus() for part in (self.name, self.phone)):
            # The fields go away: whoever typed in them stays at the step, so that her keys work.
            self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.box.setChecked(state is not None)
        self.told.setText(told)
        self.told.setVisible(bool(told))
        self.more.setVisible(state is None)
        if state is not None:
            self.close_word()

    def ask_word(self) -> None:
        """Ask on whose word the step is done."""
        self.word.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_word(self) -> None:
        """Ask no more."""
        self.name.clear()
        self.phone.clear()
        self.word.hide()

    def _clicked(self, done: bool) -> None:  # noqa: FBT001  Qt's own shape
        # The desk decides: what it says is shown when the act is durable.
        self.box.setChecked(not done)
        self.ticked.emit(self.step, done, None)

    def _on_word(self) -> None:
        name = self.name.text().strip()
        if not name:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.ticked.emit(self.step, True, OnWord(name=name, phone=self.phone.text().strip()))  # noqa: FBT003  a signal's

    def _make_word(self) -> QWidget:
        self.name = QLineEdit()
        self.name.setPlaceholderText("enligt uppgift från (namn)")
        self.name.setAccessibleName(f"{self.label}: enligt uppgift från, namn")
        self.phone = QLineEdit()
        self.phone.setPlaceholderText("telefon")
        self.phone.setAccessibleName(f"{self.label}: uppgiftslämnarens telefon")
        tick = button("Klart")
        for field in (self.name, self.phone):
            field.returnPressed.connect(self._on_word)
        tick.clicked.connect(self._on_word)
        word = QWidget()
        row = QHBoxLayout(word)
        row.setContentsMargins(GAP * 3, 0, 0, GAP // 2)
        row.setSpacing(GAP // 2)
        row.addWidget(self.name, 3)
        row.addWidget(self.phone, 2)
        row.addWidget(tick)
        word.hide()
        return word


class StepWords(Text):
    """The words beside a box, which wrap as a box's own can't; a click on them ticks it."""

    def __init__(self, text: str, box: QCheckBox) -> None:
        super().__init__(text)
        self._box = box
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick the box."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self._box.click()


def _by_role(step: PlanningStep) -> str:
    return word(step.role).capitalize() if step.role else ""


def told_of_step(state: StepState, names: dict[UUID, str], now: Instant) -> str:
    """Say who did a step and when, and on whose word."""
    by = names.get(state.by, "") if state.by else ""
    said = when(state.at, now) + (f" av {by}" if by else "")
    if state.on_word is None:
        return said
    told_by = ", ".join(part for part in (state.on_word.name, state.on_word.phone) if part)
    return f"{said}, enligt uppgift från {told_by}"
