"""What screens get of an exercise: the scripts there are, and how it went. Ready to paint."""

from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.exercise.judging import JudgedField
from kontaktpunkt.domain.exercise.scenario import ExerciseCall


class ExerciseLine(Struct, frozen=True, kw_only=True):
    """A call of the script and what became of it; spans are microseconds.

    Without `sheet` nothing that was entered fits the call. `to_enter` is from given out until
    entered, `to_settle` from entered until settled.
    """

    call: ExerciseCall
    sheet: UUID | None = None
    number: str = ""
    fields: tuple[JudgedField, ...] = ()
    to_enter: int | None = None
    to_settle: int | None = None
    entered_by_name: str = ""

    @property
    def wrong(self) -> tuple[JudgedField, ...]:
        """Give the fields that are wrong or empty."""
        return tuple(one for one in self.fields if not one.is_right)


class ExerciseResult(Struct, frozen=True, kw_only=True):
    """How an exercise went: each call, and the papers that were entered and fit none.

    `to_enter` and `to_settle` are medians over the calls that have a paper.
    """

    title: str
    lines: tuple[ExerciseLine, ...]
    stray: tuple[str, ...] = ()
    to_enter: int | None = None
    to_settle: int | None = None

    @property
    def right(self) -> int:
        """Count the fields that are right."""
        return self.judged - sum(len(line.wrong) for line in self.lines)

    @property
    def judged(self) -> int:
        """Count the fields that were judged."""
        return sum(len(line.fields) for line in self.lines)

    @property
    def without_paper(self) -> int:
        """Count the calls that no paper was entered of."""
        return sum(line.sheet is None for line in self.lines)
