"""What a stop and its numbers are after all that happened, in whatever order it is heard."""

from uuid import UUID

import pytest

from kontaktpunkt.domain.events import outage as on
from kontaktpunkt.domain.events import sheet as of_sheet
from kontaktpunkt.domain.events.office import (
    SheetDirection,
    SheetIssued,
    SheetMedium,
    SheetVoided,
)
from kontaktpunkt.domain.events.shared import ActTakenBack
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.paper.exercise_number import (
    exercise_digits,
    is_exercise_number,
    show_number,
)
from kontaktpunkt.domain.paper.sheet_number import NumberFlaw, make, parse
from kontaktpunkt.domain.states import OutageState, SheetStage, SheetState
from kontaktpunkt.domain.states.sheet import balance
from kontaktpunkt.domain.times import Instant
from stories import TELLER, fold_words

_DECLARED = on.OutageDeclared(of=on.OutageOf.SOURCE, since=Instant(0), system="SAMSA")
_OURS = SheetIssued(
    form="R1",
    form_version="1",
    number="001000017",
    direction=SheetDirection.WE_SEND,
    medium=SheetMedium.PRINTED,
)
_DOCUMENTED = of_sheet.SheetDocumented(system="SAMSA")
_SIGNED = of_sheet.SheetMissingSigned(reason="ur minnet")


def _sheet(*said: object) -> SheetState:
    return fold_words(SubjectKind.SHEET, _OURS, *said)  # type: ignore[arg-type]


def test_a_number_is_in_one_stage_and_what_came_too_late_is_kept_without_effect() -> None:
    """Two desks apart: one documents, the other voids. The first holds, and both are seen."""
    state = _sheet(of_sheet.SheetFilledIn(), _DOCUMENTED, SheetVoided(reason="skrynklig"))

    assert state.stage is SheetStage.DOCUMENTED
    assert [one.to for one in state.without_effect] == [SheetStage.VOIDED]
    assert state.without_effect[0].text == "skrynklig"
    assert state.voided_at is None


def test_a_paper_that_never_came_out_is_not_given_out_until_it_is_printed() -> None:
    """The printer jammed: the number is ej på papper, and given out when it has come out."""
    jammed = of_sheet.SheetNotOnPaper(note="papperet fastnade")
    left = _sheet(jammed)
    assert left.stage is SheetStage.NOT_ON_PAPER
    assert left.last is not None
    assert left.last.text == "papperet fastnade"
    assert not left.is_settled

    assert _sheet(jammed, of_sheet.SheetPrintedAgain()).stage is SheetStage.GIVEN_OUT
    assert _sheet(jammed, SheetVoided(reason="behövs inte")).is_settled
    assert _sheet(jammed, of_sheet.SheetMissing()).stage is SheetStage.NOT_ON_PAPER


def test_a_number_that_turns_up_needs_no_signature_any_more() -> None:
    """The paper lay under the fax: the signature for it falls."""
    missing = _sheet(of_sheet.SheetMissing(), _SIGNED)
    assert missing.is_settled
    assert missing.signed is not None
    assert missing.signed.by == TELLER

    found = _sheet(of_sheet.SheetMissing(), _SIGNED, of_sheet.SheetFilledIn())

    assert found.stage is SheetStage.FILLED_IN
    assert not found.is_settled


def test_a_signature_without_a_missing_number_signs_nothing() -> None:
    """Taking back that it is missing takes the signature's ground away."""
    state = _sheet(of_sheet.SheetMissing(), _SIGNED, ActTakenBack(act=UUID(int=2)))

    assert state.stage is SheetStage.GIVEN_OUT
    assert state.signed is None
    assert not state.is_settled


def test_lists_compared_before_the_stop_was_over_do_not_count() -> None:
    """What came in the last hour of the stop stands in no list that was compared before it."""
    early = fold_words(SubjectKind.OUTAGE, _DECLARED, on.OutageReconciled(), on.OutageOver())
    late = fold_words(SubjectKind.OUTAGE, _DECLARED, on.OutageOver(), on.OutageReconciled())

    assert early.reconciled is None
    assert late.reconciled is not None
    assert late.is_open
    assert not late.goes_on


def test_no_number_is_lost_though_a_stop_was_closed_meanwhile() -> None:
    """A paper given out at a desk that had not heard of the close is still answered for."""
    given = on.OutageSheetGiven(sheet=UUID(int=7), number="001000017")

    stop = fold_words(SubjectKind.OUTAGE, _DECLARED, on.OutageOver(), on.OutageClosed(), given)

    assert [one.number for one in stop.sheets] == ["001000017"]
    assert not balance([(one.number, None) for one in stop.sheets]).holds


def test_the_numbers_of_an_exercise_are_read_as_no_real_ones() -> None:
    """A practice paper that is left in the pile is refused by the scanner's field."""
    number = exercise_digits(make(1, 1))

    assert is_exercise_number(number)
    assert not is_exercise_number(make(1, 1).digits)
    assert parse(number) is NumberFlaw.WRONG_LENGTH
    assert show_number(number) == f"Ö {make(1, 1).shown}"
    assert show_number(make(1, 1).digits) == make(1, 1).shown


def test_a_balance_counts_each_number_once() -> None:
    """Issued is the sum of all stages, and the numbers left are named."""
    sheets = [
        ("001000017", _sheet(_DOCUMENTED)),
        ("001000025", _sheet(of_sheet.SheetMissing(), _SIGNED)),
        ("001000033", _sheet()),
    ]

    count = balance(sheets)

    assert count.issued == 3
    assert sum(count.in_stage.values()) == 3
    assert count.count(SheetStage.DOCUMENTED, SheetStage.MISSING) == 2
    assert count.unsettled == ("001000033",)


_GIVEN = on.OutageSheetGiven(sheet=UUID(int=6), number="001000017")
_ANOTHER = on.OutageSheetGiven(sheet=UUID(int=7), number="002000015")


def _stop(*said: object) -> OutageState:
    return fold_words(SubjectKind.OUTAGE, _DECLARED, *said)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "end", [on.OutageClosed(numbers=1), on.OutageWithdrawn(reason="fel", numbers=1)]
)
def test_what_another_desk_gave_out_meanwhile_is_not_signed_for(end: Body) -> None:
    """Closed with one number, in whatever order the other is heard: the stop is open again."""
    for said in ((_GIVEN, end, _ANOTHER), (_ANOTHER, _GIVEN, end)):
        state = _stop(on.OutageOver(), *said)
        assert state.unheard == 1
        assert state.is_open

    again = _stop(on.OutageOver(), _GIVEN, end, _ANOTHER, on.OutageClosed(numbers=2))
    assert again.has_ended
    assert again.unheard == 0


def test_a_stop_closed_before_numbers_were_counted_was_closed_with_those_it_had() -> None:
    """What was written by an older program stands."""
    state = _stop(_GIVEN, _ANOTHER, on.OutageOver(), on.OutageClosed())

    assert state.has_ended
    assert not state.is_open
