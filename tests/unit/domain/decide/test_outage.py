"""The rules of a stop (driftstopp): declared, told, over, and closed only when it balances."""

from datetime import date
from uuid import UUID

import pytest
from msgspec.structs import replace

from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.decide import Ground, decide
from kontaktpunkt.domain.events import outage as on
from kontaktpunkt.domain.events.office import SheetDirection, SheetIssued, SheetMedium
from kontaktpunkt.domain.events.outage import OutageCall, OutageOf
from kontaktpunkt.domain.events.reconciliation import OverviewCompared, SourceReconciled
from kontaktpunkt.domain.events.sheet import SheetEntered
from kontaktpunkt.domain.ledger.subjects import (
    Subject,
    SubjectKind,
    outage_subject,
    round_subject,
)
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.staff import Role
from kontaktpunkt.domain.states import (
    EnteredSheet,
    GivenSheet,
    OutageSign,
    OutageState,
    RoundState,
    SheetMove,
    SheetStage,
    SheetState,
    StaffState,
    ToldNote,
)
from kontaktpunkt.domain.times import HOUR, Instant
from rule_states import ANNA, CASE, FAR, NOW, a_ground

R = RefusalReason
S = SheetStage
_STOP, _ONE, _TWO = UUID(int=81), UUID(int=82), UUID(int=83)
_SINCE = Instant(NOW - HOUR)
_FACTS = on.OutageDescribed(of=OutageOf.SOURCE, since=_SINCE, system="SAMSA")
_SIGN = OutageSign(at=NOW)
_GOES_ON = OutageState(facts=_FACTS, declared=_SIGN)
_WITH_ONE = replace(_GOES_ON, sheets=(GivenSheet(_ONE, "001000017"),))
_OVER = replace(_WITH_ONE, over=_SIGN, reconciled=_SIGN)
_CLOSED = replace(_OVER, closed=_SIGN, answered=1)
_EXERCISE = replace(_GOES_ON, exercise=True)


def _sheet(
    stage: S = S.GIVEN_OUT, direction: SheetDirection = SheetDirection.WE_SEND, **more: object
) -> SheetState:
    issued = SheetIssued(
        form="R1",
        form_version="1",
        number="001000017",
        direction=direction,
        medium=SheetMedium.PRINTED,
        outage=_STOP,
    )
    last = None if stage is S.GIVEN_OUT else SheetMove(to=stage, at=NOW)
    return SheetState(issued=issued, last=last, **more)  # type: ignore[arg-type]


_SIGNED = SheetMove(to=S.MISSING, at=NOW, text="skrivet ur minnet")


def _ground(outage: OutageState | None = _GOES_ON, sheet: SheetState | None = None) -> Ground:
    ground = a_ground()
    states = dict(ground.states)
    if outage is not None:
        states[outage_subject(_STOP)] = outage
    if sheet is not None:
        states[Subject(SubjectKind.SHEET, _ONE)] = sheet
    return replace(ground, states=states)


def _bodies(ground: Ground, wish: c.Command) -> list[object]:
    decision = decide(ground, wish)
    assert not isinstance(decision, Refused), decision
    return [one.body for one in decision]


def _reason(ground: Ground, wish: c.Command) -> RefusalReason | None:
    decision = decide(ground, wish)
    return decision.reason if isinstance(decision, Refused) else None


def _declare(**said: object) -> c.DeclareOutage:
    facts = {"of": OutageOf.SOURCE, "since": _SINCE, "system": " SAMSA ", **said}
    return c.DeclareOutage(outage=_STOP, **facts)  # type: ignore[arg-type]


def _describe(**said: object) -> c.DescribeOutage:
    facts = {"of": OutageOf.SOURCE, "since": _SINCE, "system": "SAMSA", **said}
    return c.DescribeOutage(outage=_STOP, **facts)  # type: ignore[arg-type]


def _issue(number: str = "001000025", sheet: UUID = _TWO, **said: object) -> c.IssueSheet:
    return c.IssueSheet(
        sheet=sheet,
        number=number,
        form="R1",
        form_version="1",
        direction=SheetDirection.WE_SEND,
        medium=SheetMedium.PRINTED,
        outage=_STOP,
        **said,  # type: ignore[arg-type]
    )


def test_a_stop_is_declared_with_what_is_known() -> None:
    """Which system, since when: more is not needed to begin."""
    assert _bodies(_ground(None), _declare()) == [
        on.OutageDeclared(of=OutageOf.SOURCE, since=_SINCE, system="SAMSA")
    ]


@pytest.mark.parametrize(
    ("wish", "body"),
    [
        (_describe(planned=True), replace(_FACTS, planned=True)),
        (
            c.WithdrawOutage(outage=_STOP, reason=" bara min dator "),
            on.OutageWithdrawn(reason="bara min dator", numbers=0),
        ),
        (
            c.ReportFault(outage=_STOP, reference="INC-12", to_whom="servicedesk"),
            on.OutageFaultReported(reference="INC-12", to="servicedesk"),
        ),
        (
            c.TellOfOutage(outage=_STOP, whom=" Trygghetscentralen "),
            on.OutageTold(whom="Trygghetscentralen"),
        ),
        (
            c.LogOutageCall(outage=_STOP, ward="Avd 3", outcome=OutageCall.NOTHING_NEW),
            on.OutageCallMade(ward="Avd 3", outcome=OutageCall.NOTHING_NEW),
        ),
        (c.EndOutage(outage=_STOP), on.OutageOver()),
    ],
)
def test_while_a_stop_goes_on_what_is_done_is_noted(wish: c.Command, body: object) -> None:
    """Told, rung, reported and changed: each stands in the stop."""
    assert _bodies(_ground(), wish) == [body]


@pytest.mark.parametrize(
    ("ground", "wish", "reason"),
    [
        (_ground(), _declare(), R.ALREADY_DONE),
        (_ground(None), _declare(system=" "), R.NO_SYSTEM),
        (_ground(None), _declare(since=FAR), R.TIME_IN_FUTURE),
        (_ground(None), _declare(since=FAR, planned=True), None),
        (_ground(None), _declare(of=OutageOf.OWN_COMPUTERS, system=""), None),
        (_ground(None), _describe(planned=True), R.NOT_FOUND),
        (_ground(), _describe(), R.NOTHING_NEW),
        (_ground(_CLOSED), _describe(planned=True), R.OUTAGE_ENDED),
        (_ground(replace(_GOES_ON, frozen=True)), c.EndOutage(outage=_STOP), R.NEEDS_NEWER_PROGRAM),
        (_ground(), c.WithdrawOutage(outage=_STOP, reason=""), R.NO_REASON),
        (
            _ground(_WITH_ONE, _sheet()),
            c.WithdrawOutage(outage=_STOP, reason="fel"),
            R.SHEETS_ARE_OUT,
        ),
        (
            _ground(_WITH_ONE, _sheet(S.VOIDED)),
            c.WithdrawOutage(outage=_STOP, reason="fel"),
            None,
        ),
        (_ground(), c.ReportFault(outage=_STOP, reference=" "), R.EMPTY_TEXT),
        (_ground(), c.TellOfOutage(outage=_STOP, whom=""), R.EMPTY_TEXT),
        (
            _ground(),
            c.LogOutageCall(outage=_STOP, ward="Avd 3", outcome=OutageCall.NEWS),
            R.EMPTY_TEXT,
        ),
        (_ground(), c.EndOutage(outage=_STOP, at=Instant(_SINCE - 1)), R.ENDS_BEFORE_IT_BEGAN),
        (_ground(_OVER), c.EndOutage(outage=_STOP), R.OVER_ALREADY),
        (_ground(), c.ReconcileOutage(outage=_STOP), R.STILL_GOES_ON),
        (_ground(_OVER), c.ReconcileOutage(outage=_STOP), R.NO_ROUND),
        (_ground(_OVER), c.ReconcileOutage(outage=_STOP, source_round=_TWO), R.NOT_FOUND),
        (
            _ground(replace(_OVER, exercise=True)),
            c.ReconcileOutage(outage=_STOP),
            R.SAY_WHAT_INSTEAD,
        ),
        (
            _ground(replace(_OVER, exercise=True)),
            c.ReconcileOutage(outage=_STOP, note="sett över"),
            None,
        ),
        (
            _ground(replace(_OVER, exercise=True)),
            c.ReconcileOutage(outage=_STOP, source_round=_TWO),
            R.EXERCISE_PERSON,
        ),
    ],
)
def test_what_may_be_said_of_a_stop(
    ground: Ground, wish: c.Command, reason: RefusalReason | None
) -> None:
    """Nothing is noted in a stop that is not there, is closed, or was none."""
    assert _reason(ground, wish) is reason


def _round(system: str = "SAMSA", at: Instant = NOW, **said: object) -> RoundState:
    compared = OverviewCompared(system=system, original="", on=date(2026, 3, 24))
    facts = {"reconciled": SourceReconciled(system=system), **said}
    return RoundState(compared=compared, compared_at=at, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        (_round(), None),
        (_round("Nya SAMSA"), None),
        (_round(""), None),
        (_round("Cosmic Link"), R.ROUND_OF_ANOTHER),
        (_round(at=Instant(NOW - 1)), R.ROUND_TOO_EARLY),
        (_round(reconciled=None), R.ROUND_NOT_SIGNED),
        (_round(voided=True), R.NOT_FOUND),
    ],
)
def test_which_round_a_stop_is_reconciled_by(
    found: RoundState, reason: RefusalReason | None
) -> None:
    """One that is signed, begun when the stop was over, and of the system that was down."""
    ground = _ground(_OVER)
    ground = replace(ground, states={**ground.states, round_subject(_TWO): found})

    assert _reason(ground, c.ReconcileOutage(outage=_STOP, source_round=_TWO)) is reason


@pytest.mark.parametrize(
    ("signers", "reason"),
    [
        (frozenset[Role](), None),
        (frozenset({Role.UNIT_MANAGER}), R.NOT_YOURS_TO_SIGN),
        (frozenset({Role.CONTACT_POINT}), None),
    ],
)
def test_who_may_sign_for_a_number_that_is_missing(
    signers: frozenset[Role], reason: RefusalReason | None
) -> None:
    """The role that the profile names, for the number and for the stop; else anybody by name."""
    me = Subject(SubjectKind.STAFF, ANNA)
    missing = replace(_ground(_OVER, _sheet(S.MISSING)), signers=signers)
    states = {**missing.states, me: StaffState(role=Role.CONTACT_POINT)}
    signed = {**states, Subject(SubjectKind.SHEET, _ONE): _sheet(S.MISSING, signed=_SIGNED)}
    sign = c.SignForMissing(sheet=_ONE, reason="ur minnet")

    assert _reason(replace(missing, states=states), sign) is reason
    assert _reason(replace(missing, states=signed), c.CloseOutage(outage=_STOP)) is reason
    assert _reason(replace(missing, states=states, me=None), sign) is R.NO_USER


@pytest.mark.parametrize(
    ("signers", "reason"),
    [
        (frozenset[Role](), None),
        (frozenset({Role.UNIT_MANAGER}), R.NOT_YOURS_TO_SIGN),
        (frozenset({Role.CONTACT_POINT}), None),
    ],
)
def test_a_missing_number_is_not_voided_past_who_may_sign(
    signers: frozenset[Role], reason: RefusalReason | None
) -> None:
    """Makulera is no way round the signature, while what is at hand anybody may void."""
    me = Subject(SubjectKind.STAFF, ANNA)
    missing = replace(_ground(_OVER, _sheet(S.MISSING)), signers=signers)
    states = {**missing.states, me: StaffState(role=Role.CONTACT_POINT)}
    at_hand = {**states, Subject(SubjectKind.SHEET, _ONE): _sheet(S.FILLED_IN)}
    void = c.VoidSheet(sheet=_ONE, reason="lappen föll i vattnet")

    assert _reason(replace(missing, states=states), void) is reason
    assert _reason(replace(missing, states=at_hand), void) is None
    assert _reason(replace(missing, states=states, me=None), void) is R.NO_USER


def test_nobody_waits_for_the_sender_of_a_paper_that_never_came_out() -> None:
    """Nothing was written on it, unless what was said was entered all the same."""
    blank = _sheet(S.NOT_ON_PAPER, SheetDirection.TOLD_BY_PHONE)
    said = SheetEntered(form="R5", form_version="1", values=())
    entered = replace(blank, entries=(EnteredSheet(said=said, at=NOW, noted_at=NOW),))

    assert _reason(_ground(_WITH_ONE, blank), c.AwaitSender(sheet=_ONE)) is R.NEVER_ON_PAPER
    assert _reason(_ground(_WITH_ONE, entered), c.AwaitSender(sheet=_ONE)) is None


@pytest.mark.parametrize(
    ("outage", "sheet", "reason"),
    [
        (_WITH_ONE, _sheet(S.DOCUMENTED), R.STILL_GOES_ON),
        (_OVER, _sheet(S.GIVEN_OUT), R.NUMBERS_LEFT),
        (_OVER, _sheet(S.NOT_ON_PAPER), R.NUMBERS_LEFT),
        (_OVER, _sheet(S.FILLED_IN), R.NUMBERS_LEFT),
        (_OVER, _sheet(S.AWAITS_SENDER, SheetDirection.TOLD_BY_PHONE), R.NUMBERS_LEFT),
        (_OVER, _sheet(S.MISSING), R.NUMBERS_LEFT),
        (_OVER, None, R.NUMBERS_LEFT),
        (replace(_OVER, reconciled=None), _sheet(S.DOCUMENTED), R.NOT_RECONCILED),
        (_OVER, _sheet(S.MISSING, signed=_SIGNED), None),
        (_OVER, _sheet(S.DOCUMENTED), None),
        (_OVER, _sheet(S.FOUND_AGAIN), None),
        (_OVER, _sheet(S.VOIDED), None),
        (_CLOSED, _sheet(S.VOIDED), R.OUTAGE_ENDED),
    ],
)
def test_a_stop_closes_only_when_it_balances(
    outage: OutageState, sheet: SheetState | None, reason: RefusalReason | None
) -> None:
    """Every number is documented, found again or voided, or somebody signs that it is missing."""
    assert _reason(_ground(outage, sheet), c.CloseOutage(outage=_STOP)) is reason


@pytest.mark.parametrize("wish", [c.CloseOutage(outage=_STOP), c.ReconcileOutage(outage=_STOP)])
def test_nobody_s_word_closes_nothing(wish: c.Command) -> None:
    """Somebody answers by name for that a stop is closed."""
    ground = replace(_ground(_OVER, _sheet(S.DOCUMENTED)), me=None)

    assert _reason(ground, wish) is R.NO_USER


_OURS = (
    (S.NOT_ON_PAPER, {S.GIVEN_OUT, S.FILLED_IN, S.DOCUMENTED, S.VOIDED}),
    (S.GIVEN_OUT, {S.NOT_ON_PAPER, S.FILLED_IN, S.DOCUMENTED, S.VOIDED, S.MISSING}),
    (S.FILLED_IN, {S.DOCUMENTED, S.VOIDED, S.MISSING}),
    (S.DOCUMENTED, set[S]()),
    (S.VOIDED, set[S]()),
    (S.MISSING, {S.FILLED_IN, S.DOCUMENTED, S.VOIDED}),
)
_SENDERS = (
    (S.NOT_ON_PAPER, {S.GIVEN_OUT, S.FILLED_IN, S.FOUND_AGAIN, S.VOIDED}),
    (
        S.GIVEN_OUT,
        {S.NOT_ON_PAPER, S.FILLED_IN, S.AWAITS_SENDER, S.FOUND_AGAIN, S.VOIDED, S.MISSING},
    ),
    (S.FILLED_IN, {S.AWAITS_SENDER, S.FOUND_AGAIN, S.VOIDED, S.MISSING}),
    (S.AWAITS_SENDER, {S.FOUND_AGAIN, S.VOIDED, S.MISSING}),
    (S.FOUND_AGAIN, set[S]()),
    (S.VOIDED, set[S]()),
    (S.MISSING, {S.FILLED_IN, S.AWAITS_SENDER, S.FOUND_AGAIN, S.VOIDED}),
)
_STEPS: dict[S, c.Command] = {
    S.NOT_ON_PAPER: c.NoteSheetNotOnPaper(sheet=_ONE, note="stopp"),
    S.GIVEN_OUT: c.NoteSheetPrinted(sheet=_ONE),
    S.FILLED_IN: c.FillInSheet(sheet=_ONE),
    S.DOCUMENTED: c.DocumentSheet(sheet=_ONE, system="SAMSA"),
    S.AWAITS_SENDER: c.AwaitSender(sheet=_ONE),
    S.FOUND_AGAIN: c.FindSheetAgain(sheet=_ONE, system="SAMSA"),
    S.MISSING: c.NoteSheetMissing(sheet=_ONE),
    S.VOIDED: c.VoidSheet(sheet=_ONE, reason="skrynklig i fickan"),
}


@pytest.mark.parametrize(
    ("direction", "stage", "allowed"),
    [
        *((SheetDirection.WE_SEND, *row) for row in _OURS),
        *((SheetDirection.OWN_USE, *row) for row in _OURS),
        *((SheetDirection.TOLD_BY_PHONE, *row) for row in _SENDERS),
    ],
)
def test_which_step_may_follow_on_which(
    direction: SheetDirection, stage: S, allowed: set[S]
) -> None:
    """We document our own; what the hospital told us is found again; what is settled stays so."""
    ground = _ground(_WITH_ONE, _sheet(stage, direction))

    assert {to for to, wish in _STEPS.items() if _reason(ground, wish) is None} == allowed


@pytest.mark.parametrize("wish", [*_STEPS.values(), c.SignForMissing(sheet=_ONE, reason="x")])
def test_no_number_is_moved_under_a_stop_that_is_closed(wish: c.Command) -> None:
    """What was signed for stands."""
    assert _reason(_ground(_CLOSED, _sheet(S.MISSING, signed=_SIGNED)), wish) is R.OUTAGE_ENDED


def test_a_number_left_in_a_closed_stop_can_still_be_settled() -> None:
    """Another desk found the paper while it was being closed: it is not stuck for ever."""
    ground = _ground(_CLOSED, _sheet(S.FILLED_IN))

    assert _reason(ground, c.DocumentSheet(sheet=_ONE, system="SAMSA")) is None
    assert _reason(ground, _issue()) is R.OUTAGE_ENDED


@pytest.mark.parametrize(
    ("sheet", "wish", "reason"),
    [
        (_sheet(S.MISSING), c.SignForMissing(sheet=_ONE, reason="ur minnet"), None),
        (_sheet(S.MISSING), c.SignForMissing(sheet=_ONE, reason=" "), R.SAY_WHY),
        (_sheet(S.MISSING), c.SignForMissing(sheet=_ONE, reason="en"), R.SAY_WHY),
        (_sheet(S.MISSING), c.VoidSheet(sheet=_ONE, reason="x"), R.SAY_WHY),
        (_sheet(S.MISSING), c.VoidSheet(sheet=_ONE, reason="xxxxx"), R.SAY_WHY),
        (_sheet(S.MISSING), c.VoidSheet(sheet=_ONE, reason="lappen föll i vattnet"), None),
        (_sheet(S.FILLED_IN), c.VoidSheet(sheet=_ONE), None),
        (_sheet(), c.SignForMissing(sheet=_ONE, reason="x"), R.SHEET_NOT_MISSING),
        (
            _sheet(S.MISSING, signed=_SIGNED),
            c.SignForMissing(sheet=_ONE, reason="x"),
            R.ALREADY_SIGNED,
        ),
        (_sheet(), c.DocumentSheet(sheet=_ONE, system=" "), R.EMPTY_TEXT),
        (_sheet(), c.FindSheetAgain(sheet=_ONE, system="SAMSA"), R.WE_DOCUMENT),
        (
            _sheet(direction=SheetDirection.TOLD_BY_PHONE),
            c.DocumentSheet(sheet=_ONE, system="SAMSA"),
            R.SENDER_DOCUMENTS,
        ),
        (_sheet(S.VOIDED), c.DocumentSheet(sheet=_ONE, system="SAMSA"), R.SHEET_SETTLED),
        (_sheet(S.VOIDED), c.VoidSheet(sheet=_ONE), R.SHEET_THERE_ALREADY),
        (
            _sheet(S.AWAITS_SENDER, SheetDirection.TOLD_BY_PHONE),
            c.FillInSheet(sheet=_ONE),
            R.SHEET_FURTHER_ON,
        ),
        (_sheet(), c.FillInSheet(sheet=_TWO), R.NOT_FOUND),
    ],
)
def test_why_a_step_is_refused(
    sheet: SheetState, wish: c.Command, reason: RefusalReason | None
) -> None:
    """The sentence says what is in the way, not just no."""
    assert _reason(_ground(_WITH_ONE, sheet), wish) is reason


def test_a_paper_given_out_in_a_stop_stands_in_both() -> None:
    """The register has the paper, and the stop answers for its number."""
    issued, given = _bodies(_ground(), _issue(case=CASE))

    assert isinstance(issued, SheetIssued)
    assert (issued.outage, issued.exercise) == (_STOP, False)
    assert given == on.OutageSheetGiven(sheet=_TWO, number="001000025")


@pytest.mark.parametrize(
    ("outage", "wish", "reason"),
    [
        (_CLOSED, _issue(), R.OUTAGE_ENDED),
        (None, _issue(), R.NOT_FOUND),
        (_WITH_ONE, _issue("001000017"), R.NUMBER_TAKEN),
        (_EXERCISE, _issue(), R.EXERCISE_NUMBER),
        (_GOES_ON, _issue("0001000025"), R.EXERCISE_NUMBER),
        (_EXERCISE, _issue("0001000025"), None),
        (_EXERCISE, _issue("0001000025", case=CASE), R.EXERCISE_PERSON),
        (_EXERCISE, _issue("0001000025", person=CASE), R.EXERCISE_PERSON),
    ],
)
def test_which_numbers_a_stop_takes(
    outage: OutageState | None, wish: c.IssueSheet, reason: RefusalReason | None
) -> None:
    """No number twice, none after the close; practice keeps to its own and concerns nobody."""
    assert _reason(_ground(outage), wish) is reason


def test_who_has_been_told_is_told_once() -> None:
    """Two at work do not both ring Trygghetscentralen."""
    wish = c.TellOfOutage(outage=_STOP, whom="Trygghetscentralen")
    told = (on.OutageTold(whom="Trygghetscentralen"),)
    stop = replace(_GOES_ON, told=tuple(ToldNote(said=one, at=NOW) for one in told))

    assert _reason(_ground(stop), wish) is R.TOLD_ALREADY
