"""Which paper of a stop is entered next: what somebody has written on, never an unused blank."""

from typing import Any
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.office import SheetDirection
from kontaktpunkt.domain.states import SheetStage
from kontaktpunkt.ui.screens.back_entry.next_paper import next_of
from kontaktpunkt.usecases.outages.rows import OutageSheetLine

S = SheetStage


class _Stop(Struct, frozen=True):
    lines: tuple[OutageSheetLine, ...]


class _Page(Struct, frozen=True):
    sheet: UUID = UUID(int=99)
    number: str = "001000300"
    is_entered: bool = False


def _line(nth: int, stage: SheetStage, **said: Any) -> OutageSheetLine:
    return OutageSheetLine(
        sheet=UUID(int=nth),
        number=f"00100{nth:03d}0",
        form="R2",
        direction=SheetDirection.TOLD_BY_PHONE,
        stage=stage,
        given_at=0,  # type: ignore[arg-type]  an instant like any
        **said,
    )


def _next(*lines: OutageSheetLine) -> tuple[UUID | None, str]:
    return next_of(_Stop(lines), _Page())  # type: ignore[arg-type]  what is read of them


def test_what_is_filled_in_comes_before_what_is_only_out() -> None:
    """A paper ticked as filled in is next; one printed for somebody comes after it."""
    whose = _line(40, S.GIVEN_OUT, case=UUID(int=7), name="Prov7 Provsson")
    filled = _line(10, S.FILLED_IN)
    blank = _line(31, S.GIVEN_OUT)

    assert _next(blank, whose, filled) == (filled.sheet, "2 kvar att införa.")
    assert _next(blank, whose)[0] == whose.sheet


def test_an_unused_blank_is_never_opened() -> None:
    """With blanks alone left the next number is asked for, and what to do with the rest is said."""
    sheet, words = _next(_line(31, S.GIVEN_OUT), _line(32, S.GIVEN_OUT))

    assert sheet is None
    assert "Ute som tomma: 2." in words
