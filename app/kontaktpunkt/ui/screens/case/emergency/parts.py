"""The parts of each party in a 23-timmars matter: one tick each, mostly on somebody's word."""

from itertools import groupby

from kontaktpunkt.domain.commands import TickStep, UntickStep
from kontaktpunkt.domain.profile import PlanningStep
from kontaktpunkt.domain.profile.emergency_shapes import EmergencyStep
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.ui.screens.case.steps import StepLine, told_of_step
from kontaktpunkt.ui.widgets.layouts import Section
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.rows import CasePage
from kontaktpunkt.wording.words import word


class Parts(Section):
    """The steps that the profile has for 23-timmars, under the party that does them."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("Parternas delar")
        self._workplace = workplace
        self._page: CasePage | None = None
        self._shown: tuple[EmergencyStep, ...] | None = None
        self.lines: dict[str, StepLine] = {}
        self.count = Text("", "soft")
        self.add(self.count)

    def show_page(self, page: CasePage) -> None:
        """Show what is done, by whom, on whose word."""
        self._page = page
        steps = page.emergency.steps if page.emergency is not None else ()
        if steps != self._shown:
            self._lay_out(steps)
        done = {state.step: state for state in page.steps if state.done}
        names, now = self._workplace.names, self._workplace.now()
        for key, line in self.lines.items():
            state = done.get(key)
            line.show_state(state, told_of_step(state, names, now) if state else "")
        count = sum(key in done for key in self.lines)
        self.count.setText(
            f"Klart {count} av {len(self.lines)}"
            if self.lines
            else "Regelprofilen har ingen rutin för 23-timmarspatienter, så inga delar visas."
        )

    def _lay_out(self, steps: tuple[EmergencyStep, ...]) -> None:
        self._shown = steps
        self.clear()
        self.lines = {}
        self.count = Text("", "soft")
        self.add(self.count)
        for party, theirs in groupby(steps, key=lambda step: step.party):
            self.add(Text(word(party).capitalize(), "label", wrap=False))
            for step in theirs:
                line = StepLine(PlanningStep(key=step.key, label=step.label, note=step.note), "")
                line.ticked.connect(self._tick)
                self.lines[step.key] = line
                self.add(line)

    def _tick(self, step: str, done: bool, on_word: OnWord | None) -> None:  # noqa: FBT001  Qt
        if self._page is None:
            return
        case = self._page.row.case
        label = self.lines[step].label
        if done:
            wish = TickStep(case=case, step=step, on_word=on_word)
            self._workplace.do(wish, told=f"{label}: klart")
        else:
            self._workplace.do(UntickStep(case=case, step=step), told=f"{label}: inte klart")
