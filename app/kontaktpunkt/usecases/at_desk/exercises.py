"""Practice for a stop (övning) at a desk: its script, whom it is about, and how it went."""

from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.exercise.scenario import ExerciseDummy, ExerciseScenario
from kontaktpunkt.domain.states import OutageState
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.usecases.answers import PaperPreview
from kontaktpunkt.usecases.at_desk.outages import OutageDesk, read_outages
from kontaktpunkt.usecases.exercise.papers import script
from kontaktpunkt.usecases.exercise.people import people_of
from kontaktpunkt.usecases.exercise.result import result_of
from kontaktpunkt.usecases.exercise.rows import ExerciseResult
from kontaktpunkt.usecases.outages import page as pages
from kontaktpunkt.usecases.outages.packet.people import PacketPerson


class ExerciseDesk(OutageDesk):
    """What is asked of exercises."""

    def exercises(self) -> tuple[ExerciseScenario, ...]:
        """Give the scripts that there are, with the dates of today."""
        today = local_day(self.now())
        return tuple(one.on_day(today) for one in self.outside.shelf.exercises())

    def exercise_people(self, outage: UUID | None = None) -> tuple[ExerciseDummy, ...]:
        """Give whom an exercise is about; without one, whom the next would be about."""
        state = self._stop_state(outage) if outage is not None else None
        found = self.scenario_of(state)
        return found.dummy if found is not None else ()

    def exercise_script(self, scenario: str, outage: UUID | None = None) -> PaperPreview | None:
        """Make the script of calls with the right answers, for who leads the exercise."""
        state = self._stop_state(outage) if outage is not None else None
        begun = self.scenario_of(state) if state is not None else None
        chosen = begun or next((one for one in self.exercises() if one.key == scenario), None)
        if chosen is None:
            return None
        forms = {form.number: form for form in self.forms()}
        document = script(chosen, forms, replace(self._foot(), exercise=True))
        pdf = self.outside.paper.sections(document)
        return PaperPreview(pdf=pdf, protected=False, title=document.title)

    def exercise_result(self, outage: UUID) -> ExerciseResult | None:
        """Say how an exercise goes: what was entered against the script, and the time it took."""
        with self.reading() as reading:
            state = dict(read_outages(reading.store)).get(outage)
            if state is None:
                return None
            return self.result_of(state, pages.read_sheets(reading.store, (state,)), reading.names)

    def scenario_of(self, state: OutageState | None) -> ExerciseScenario | None:
        """Give the script that an exercise follows on its day; the first where it names none."""
        if state is not None and not state.exercise:
            return None
        shipped = self.outside.shelf.exercises()
        named = state.scenario if state is not None else ""
        found = next((one for one in shipped if one.key == named), next(iter(shipped), None))
        begun = state.facts.since if state is not None and state.facts is not None else self.now()
        return found.on_day(local_day(begun)) if found is not None else None

    def dummies_of(self, state: OutageState) -> tuple[PacketPerson, ...]:
        """Give the dummies of an exercise that are in hospital, as its packet wants them."""
        found = self.scenario_of(state)
        begun = state.facts.since if state.facts is not None else self.now()
        return people_of(found, local_day(begun)) if found is not None else ()

    def result_of(
        self, state: OutageState, sheets: pages.Sheets, names: pages.Names
    ) -> ExerciseResult | None:
        """Hold what was entered in an exercise against its script; None of a real stop."""
        found = self.scenario_of(state)
        if found is None:
            return None
        return result_of(found, state, sheets, self.forms(), names)

    def _stop_state(self, outage: UUID) -> OutageState | None:
        with self.outside.store.reading() as store:
            return dict(read_outages(store)).get(outage)
