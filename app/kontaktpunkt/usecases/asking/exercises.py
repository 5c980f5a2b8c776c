"""What screens ask of practice for a stop (övning)."""

from typing import Protocol
from uuid import UUID

from kontaktpunkt.domain.exercise.scenario import ExerciseDummy, ExerciseScenario
from kontaktpunkt.usecases.answers import PaperPreview
from kontaktpunkt.usecases.exercise.rows import ExerciseResult


class Exercises(Protocol):
    """What screens ask of exercises; begun, worked through and closed as any stop is."""

    def exercises(self) -> tuple[ExerciseScenario, ...]:
        """Give the scripts that there are, with the dates of today."""
        ...

    def exercise_people(self, outage: UUID | None = None) -> tuple[ExerciseDummy, ...]:
        """Give whom an exercise is about; without one, whom the next would be about."""
        ...

    def exercise_script(self, scenario: str, outage: UUID | None = None) -> PaperPreview | None:
        """Make the script of calls with the right answers, for who leads the exercise."""
        ...

    def exercise_result(self, outage: UUID) -> ExerciseResult | None:
        """Say how an exercise goes: what was entered against the script, and the time it took."""
        ...
