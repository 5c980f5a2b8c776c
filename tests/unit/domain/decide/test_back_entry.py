"""The rules of back-entry: entered whole, checked by another, and joined with what came late."""

from uuid import UUID

import pytest
from msgspec.structs import replace

from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.decide import Decision, Ground, decide
from kontaktpunkt.domain.events import sheet as on
from kontaktpunkt.domain.events.message import MessageTaken
from kontaktpunkt.domain.events.office import SheetDirection, SheetIssued, SheetMedium
from kontaktpunkt.domain.ledger.subjects import Subject, SubjectKind, case_subject, message_subject
from kontaktpunkt.domain.message_kind import Carrier, MessageKind
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import (
    EnteredSheet,
    MessageState,
    SheetMove,
    SheetStage,
    SheetState,
)
from kontaktpunkt.domain.times import HOUR, Instant
from rule_states import ANNA, BO, CASE, FAR, NOW, OPEN, TAKEN_IN, M, P, a_ground

R = RefusalReason
S = SheetStage
D = SheetDirection
_SHEET, _PAPER = UUID(int=91), UUID(int=92)
_TOLD = Instant(NOW - 3 * HOUR)
_VALUE = on.EnteredValue(key="ward", label="Avdelning", text="Avd 3")
_BY_PHONE = replace(
    OPEN,
    taken_in=replace(TAKEN_IN, carrier=Carrier.HAND, sheet=_SHEET, sent_at=_TOLD),
)


def _issued(direction: D = D.TOLD_BY_PHONE, **more: object) -> SheetIssued:
    return SheetIssued(
        form="R2",
        form_version="1",
        number="001000017",
        direction=direction,
        medium=SheetMedium.PRINTED,
        **more,  # type: ignore[arg-type]
    )


def _sheet(stage: S = S.GIVEN_OUT, issued: SheetIssued | None = None, **more: object) -> SheetState:
    last = None if stage is S.GIVEN_OUT else SheetMove(to=stage, at=NOW, by=ANNA)
    return SheetState(issued=issued or _issued(), last=last, **more)  # type: ignore[arg-type]


def _entered(by: UUID = ANNA, **said: object) -> EnteredSheet:
    facts = {"form": "R2", "form_version": "1", "values": (_VALUE,), "messages": (_PAPER,), **said}
    body = on.SheetEntered(**facts)  # type: ignore[arg-type]
    return EnteredSheet(said=body, at=NOW, noted_at=NOW, by=by)


_WAITS = _sheet(S.AWAITS_SENDER, entries=(_entered(),))


def _ground(sheet: SheetState | None = None, **messages: MessageState) -> Ground:
    ground = a_ground()
    states = dict(ground.states)
    states[Subject(SubjectKind.SHEET, _SHEET)] = sheet or _WAITS
    states[message_subject(M)] = messages.get("twin", OPEN)
    states[message_subject(_PAPER)] = messages.get("paper", _BY_PHONE)
    return replace(ground, states=states, system="SAMSA")


def _bodies(decision: Decision) -> list[type]:
    assert not isinstance(decision, Refused), decision
    return [type(each.body) for each in decision]


def _enter(**said: object) -> c.EnterSheet:
    facts = {"sheet": _SHEET, "form_version": "2", "values": (_VALUE,), **said}
    return c.EnterSheet(**facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sheet", "follows"),
    [
        (_sheet(), [on.SheetAwaitsSender]),
        (_sheet(S.MISSING), [on.SheetAwaitsSender]),
        (_sheet(S.FILLED_IN), [on.SheetAwaitsSender]),
        (_sheet(S.FOUND_AGAIN), []),
        (_sheet(issued=_issued(D.WE_SEND)), [on.SheetFilledIn]),
        (_sheet(issued=_issued(D.OWN_USE)), [on.SheetFilledIn]),
        (_sheet(issued=_issued(D.SHARED)), [on.SheetFilledIn]),
        (_sheet(S.DOCUMENTED, _issued(D.WE_SEND)), []),
        (_WAITS, []),
    ],
)
def test_a_paper_is_entered_in_any_stage_and_moves_on(
    sheet: SheetState, follows: list[type]
) -> None:
    """What a call said waits for the ward, what we send for us; what is further on stays there."""
    decision = decide(_ground(sheet), _enter(at=_TOLD))

    assert _bodies(decision) == [on.SheetEntered, *follows]
    assert not isinstance(decision, Refused)
    assert {each.at for each in decision} == {_TOLD}


def test_what_only_we_send_is_noted_in_the_case_too() -> None:
    """The lines of the paper stand in the case, where no message tells them."""
    decision = decide(_ground(_sheet(issued=_issued(D.WE_SEND))), _enter(case=CASE, text="Nyckel"))

    assert _bodies(decision)[-1] is on.PaperNoted
    assert not isinstance(decision, Refused)
    assert decision[-1].subject == case_subject(CASE)


@pytest.mark.parametrize(
    ("sheet", "said", "why"),
    [
        (_sheet(S.VOIDED), {}, R.SHEET_SETTLED),
        (_sheet(), {"at": FAR}, R.TIME_IN_FUTURE),
        (_sheet(issued=_issued(exercise=True)), {"person": P}, R.EXERCISE_PERSON),
        (_sheet(issued=_issued(exercise=True)), {"case": CASE}, R.EXERCISE_PERSON),
        (replace(_sheet(), frozen=True), {}, R.NEEDS_NEWER_PROGRAM),
    ],
)
def test_what_may_not_be_entered(sheet: SheetState, said: dict[str, object], why: R) -> None:
    """A void paper, a time to come, and practice that speaks of somebody real."""
    answer = decide(_ground(sheet), _enter(**said))

    assert isinstance(answer, Refused)
    assert answer.reason is why


def test_the_second_pair_of_eyes_are_somebody_elses() -> None:
    """Bo checks what Anna entered, once; Anna never checks her own, nor what is not entered."""
    asked = replace(_WAITS, entries=(_entered(BO),))

    assert _bodies(decide(_ground(asked), c.CheckSheetEntry(sheet=_SHEET))) == [
        on.SheetEntryChecked
    ]
    for sheet, why in (
        (_WAITS, R.CHECK_BY_ANOTHER),
        (_sheet(), R.NOT_ENTERED),
        (replace(asked, checked=SheetMove(to=S.AWAITS_SENDER, at=NOW)), R.CHECKED_ALREADY),
    ):
        answer = decide(_ground(sheet), c.CheckSheetEntry(sheet=_SHEET))
        assert isinstance(answer, Refused)
        assert answer.reason is why
    nobody = replace(_ground(asked), me=None)
    assert decide(nobody, c.CheckSheetEntry(sheet=_SHEET)) == Refused(reason=R.NO_USER)


def test_a_paper_that_asks_for_eyes_is_settled_first_when_they_have_seen_it() -> None:
    """Documented is not enough where the profile asks for a check; a void paper needs none."""
    asked = _issued(D.WE_SEND, second_eyes=True)
    done = _sheet(S.DOCUMENTED, asked, entries=(_entered(),))

    assert not done.is_settled
    assert replace(done, checked=SheetMove(to=S.DOCUMENTED, at=NOW)).is_settled
    assert _sheet(S.DOCUMENTED, _issued(D.WE_SEND), entries=(_entered(),)).is_settled
    assert _sheet(S.VOIDED, asked).is_settled


def test_two_that_are_the_same_become_one_and_the_paper_is_found() -> None:
    """It stands on the paper, on both messages and on their case; who had one has the other."""
    paper = replace(_BY_PHONE, owner=BO)

    decision = decide(_ground(paper=paper), c.MatchSheetTwin(sheet=_SHEET, message=M))

    assert _bodies(decision) == [*[on.SheetTwinMatched] * 4, on.SheetFoundAgain, MessageTaken]
    assert not isinstance(decision, Refused)
    assert {each.subject for each in decision[:4]} == {
        Subject(SubjectKind.SHEET, _SHEET),
        message_subject(M),
        message_subject(_PAPER),
        case_subject(CASE),
    }
    body = decision[0].body
    assert isinstance(body, on.SheetTwinMatched)
    assert body.told_at == _TOLD
    assert decision[4].body == on.SheetFoundAgain(system="SAMSA")
    assert decision[5].body == MessageTaken(staff=BO)


def test_a_paper_of_two_messages_is_found_again_with_the_second() -> None:
    """Readiness and its withdrawal on one paper: both are to stand in the system."""
    other = UUID(int=93)
    sheet = _sheet(S.AWAITS_SENDER, entries=(_entered(messages=(_PAPER, other)),))
    ground = _ground(sheet)
    withdrawn = replace(
        _BY_PHONE,
        taken_in=replace(
            TAKEN_IN, carrier=Carrier.HAND, message_kind=MessageKind.READINESS_WITHDRAWN_NOTICE
        ),
    )
    both = replace(ground, states={**ground.states, message_subject(other): withdrawn})

    decision = decide(both, c.MatchSheetTwin(sheet=_SHEET, message=M))

    assert on.SheetFoundAgain not in _bodies(decision)


_AS_HAND = replace(OPEN, taken_in=replace(TAKEN_IN, carrier=Carrier.HAND))
_READY = replace(OPEN, taken_in=replace(TAKEN_IN, message_kind=MessageKind.READINESS_NOTICE))
_MATCH = on.SheetTwinMatched(sheet=_SHEET, number="001000017", message=M, paper=_PAPER)


@pytest.mark.parametrize(
    ("sheet", "twin", "paper", "why"),
    [
        (_WAITS, _AS_HAND, _BY_PHONE, R.NOT_ELECTRONIC),
        (_WAITS, _READY, _BY_PHONE, R.NO_SUCH_TWIN),
        (_sheet(), OPEN, _BY_PHONE, R.NO_SUCH_TWIN),
        (_WAITS, replace(OPEN, twin=_MATCH), _BY_PHONE, R.TWIN_TAKEN),
        (_WAITS, OPEN, replace(_BY_PHONE, matched_into=UUID(int=7)), R.TWIN_TAKEN),
        (_WAITS, OPEN, replace(_BY_PHONE, corrected_by=UUID(int=7)), R.NO_SUCH_TWIN),
        (_WAITS, replace(OPEN, voided=True), _BY_PHONE, R.ALREADY_TAKEN_BACK),
        (_WAITS, MessageState(), _BY_PHONE, R.IS_SET_ASIDE),
    ],
)
def test_what_can_not_be_the_same(
    sheet: SheetState, twin: MessageState, paper: MessageState, why: R
) -> None:
    """Two by hand, two kinds, a paper that is not entered, and what is taken already."""
    answer = decide(
        _ground(sheet, twin=twin, paper=paper), c.MatchSheetTwin(sheet=_SHEET, message=M)
    )

    assert isinstance(answer, Refused)
    assert answer.reason is why


def test_a_shared_paper_waits_for_the_ward_once_our_part_stands_there() -> None:
    """Ours first, then theirs: found again before ours is documented is refused."""
    ours = _sheet(S.FILLED_IN, _issued(D.SHARED))

    answer = decide(_ground(ours), c.FindSheetAgain(sheet=_SHEET, system="SAMSA"))
    assert answer == Refused(reason=R.OUR_PART_FIRST)
    assert _bodies(decide(_ground(ours), c.DocumentSheet(sheet=_SHEET, system="SAMSA"))) == [
        on.SheetDocumented
    ]
    waits = _sheet(S.AWAITS_SENDER, _issued(D.SHARED))
    assert _bodies(decide(_ground(waits), c.FindSheetAgain(sheet=_SHEET, system="SAMSA"))) == [
        on.SheetFoundAgain
    ]


def test_a_shared_paper_that_is_lost_after_our_part_is_only_looked_for_in_the_system() -> None:
    """Our part stands there already: what is left is the ward's, found again or not."""
    told = _issued(D.SHARED)
    ours = SheetMove(to=S.AWAITS_SENDER, at=NOW)
    lost = _sheet(S.MISSING, told, our_part=ours)

    assert {stage for stage in S if lost.may_become(stage)} == {
        S.AWAITS_SENDER, S.FOUND_AGAIN, S.VOIDED,
    }  # fmt: skip
    assert not _sheet(S.MISSING, told).may_become(S.FOUND_AGAIN)
