"""23-timmars: what kind a case is, what may be done in it, and who takes it when."""

from collections.abc import Sequence
from datetime import date, time
from itertools import permutations
from typing import Any
from uuid import UUID

import pytest

from kontaktpunkt.bootstrap.shelf import DataShelf
from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.calendar.red_days import is_red_day
from kontaktpunkt.domain.decide import Ground, decide
from kontaktpunkt.domain.emergency import is_in_hospital, outcome_of, span_of
from kontaktpunkt.domain.events.case import (
    AdmissionNoticed,
    CaseClosed,
    CaseKind,
    CaseOpened,
    CaseReopened,
    Discharged,
    EmergencyStayNoticed,
    ReadinessNoticed,
)
from kontaktpunkt.domain.events.emergency import (
    CaseKindCorrected,
    ContactWay,
    EmergencyOutcome,
    EmergencyOutcomeNoted,
    PatientContacted,
)
from kontaktpunkt.domain.fold import fold
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.ledger.envelope import Event
from kontaktpunkt.domain.ledger.subjects import SubjectKind, case_subject
from kontaktpunkt.domain.profile import Answerer, local_days, with_own_values
from kontaktpunkt.domain.profile.emergency import (
    emergency_hours,
    emergency_steps,
    emergency_watches,
    manager_on_call,
)
from kontaktpunkt.domain.profile.emergency_shapes import CareParty
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import CaseState
from kontaktpunkt.domain.stay import current, kind_of_case
from kontaktpunkt.domain.times import HOUR, Instant, at_local, to_local
from stories import event_of

CASE, PERSON, ANNA = UUID(int=1), UUID(int=2), UUID(int=3)
R = RefusalReason
O = EmergencyOutcome  # noqa: E741  a short name keeps the tables readable


def _at(hour: float) -> Instant:
    return Instant(int(hour * HOUR) + 1_774_000_000_000_000)


def _case(*told: tuple[float, Body]) -> CaseState:
    """Fold a case of which these things were noted, at these hours."""
    opened = (0.0, CaseOpened(person=PERSON, case_kind=CaseKind.EMERGENCY_STAY))
    state = fold(
        SubjectKind.CASE, [_event(n, at, body) for n, (at, body) in enumerate((opened, *told))]
    )
    assert isinstance(state, CaseState)
    return state


def _event(number: int, hour: float, body: Body) -> Event:
    return event_of(
        number, case_subject(CASE), body, act_id=UUID(int=200 + number), by=ANNA, at=_at(hour)
    )


def _ward(name: str, hour: float, kind: type[Any] = EmergencyStayNoticed, **said: Any) -> Body:
    return kind(message=UUID(bytes=name.encode().ljust(16, b"\0")), sent_at=_at(hour), **said)


CALL = _ward("call", 1, arrived_at=_at(0), ward="Akuten")
ADMITTED = _ward("adm", 5, AdmissionNoticed, admitted_at=_at(4), ward="3")
READY = _ward("rdy", 6, ReadinessNoticed)
LEFT = _ward("left", 7, Discharged, discharged_at=_at(6.5))
AS_MATTER = CaseKindCorrected(case_kind=CaseKind.MATTER, reason="Fel person")
AS_EMERGENCY = CaseKindCorrected(case_kind=CaseKind.EMERGENCY_STAY, reason="Ingen inskrivning")
AS_ADMITTED = CaseKindCorrected(case_kind=CaseKind.INPATIENT, reason="Hon är inlagd")
AGAIN = _ward("again", 9, arrived_at=_at(8.5))


@pytest.mark.parametrize(
    ("told", "kind", "there"),
    [
        (((1, CALL),), CaseKind.EMERGENCY_STAY, True),
        (((1, CALL), (5, ADMITTED)), CaseKind.INPATIENT, True),
        (((1, CALL), (6, READY)), CaseKind.INPATIENT, True),
        (((1, CALL), (7, LEFT)), CaseKind.EMERGENCY_STAY, False),
        (((1, CALL), (2, AS_MATTER)), CaseKind.MATTER, False),
        (((1, CALL), (2, AS_ADMITTED)), CaseKind.INPATIENT, True),
        (((1, CALL), (2, AS_MATTER), (3, AS_EMERGENCY)), CaseKind.EMERGENCY_STAY, True),
        (((1, CALL), (2, AS_MATTER), (9, AGAIN)), CaseKind.EMERGENCY_STAY, True),
        (((1, CALL), (2, AS_MATTER), (5, ADMITTED)), CaseKind.INPATIENT, True),
        (((2, AS_EMERGENCY),), CaseKind.EMERGENCY_STAY, True),
        (((1, CALL), (3, EmergencyOutcomeNoted(outcome=O.HOME))), CaseKind.EMERGENCY_STAY, False),
        (((1, CALL), (3, EmergencyOutcomeNoted(outcome=O.DIED))), CaseKind.EMERGENCY_STAY, False),
        (
            ((1, CALL), (3, EmergencyOutcomeNoted(outcome=O.ADMITTED))),
            CaseKind.EMERGENCY_STAY,
            True,
        ),
        (
            ((1, CALL), (3, EmergencyOutcomeNoted(outcome=O.HOME)), (9, AGAIN)),
            CaseKind.EMERGENCY_STAY,
            True,
        ),
        (
            ((1, CALL), (3, EmergencyOutcomeNoted(outcome=O.HOME)), (5, ADMITTED)),
            CaseKind.INPATIENT,
            True,
        ),
    ],
)
def test_what_kind_it_is_and_whether_she_is_there(
    told: Sequence[tuple[float, Body]], kind: CaseKind, *, there: bool
) -> None:
    """An admission or a readiness notice makes it a stay; else our word holds until the ward's."""
    state = _case(*told)
    stay = current(state)

    assert kind_of_case(state, stay) is kind
    assert is_in_hospital(state, stay) is there
    assert (span_of(state, stay, 23) is not None) is (kind is CaseKind.EMERGENCY_STAY)


def test_the_order_in_which_it_comes_makes_no_difference() -> None:
    """A late notice, a contact entered afterwards: the case is the same whichever came first."""
    told = (
        (1, CALL),
        (2, PatientContacted(answered=False)),
        (4, PatientContacted(answered=True, way=ContactWay.IN_PERSON)),
        (5, ADMITTED),
        (2.5, AS_MATTER),
    )
    states = [_case(*order) for order in permutations(told)]

    assert len({kind_of_case(one, current(one)) for one in states}) == 1
    assert len({one.emergency for one in states}) == 1
    first = states[0].emergency.first_contact
    assert first is not None
    assert first.way is ContactWay.IN_PERSON
    assert states[0].emergency.tries == 1


def test_a_try_without_answer_is_no_contact() -> None:
    """Nobody has been reached until somebody answered, and later tries do not undo that."""
    tried = _case((1, CALL), (2, PatientContacted(answered=False)))
    reached = _case(
        (1, CALL),
        (2, PatientContacted(answered=False)),
        (3, PatientContacted(answered=True)),
        (4, PatientContacted(answered=False)),
    )

    assert tried.emergency.first_contact is None
    assert tried.emergency.tries == 1
    assert reached.emergency.first_contact is not None
    assert reached.emergency.tries == 1


@pytest.mark.parametrize(
    ("told", "hours", "started", "due", "ended"),
    [
        (((1, CALL),), 23, 0, 23, None),
        (((1, CALL),), 12, 0, 12, None),
        (((1, _ward("call", 1)),), 23, 1, 24, None),
        (((1, CALL), (7, LEFT)), 23, 0, 23, 6.5),
        (((1, CALL), (3, EmergencyOutcomeNoted(outcome=O.HOME))), 23, 0, 23, 3),
    ],
)
def test_the_clock_runs_from_her_arrival_till_she_has_left(
    told: Sequence[tuple[float, Body]],
    hours: int,
    started: float,
    due: float,
    ended: float | None,
) -> None:
    """23 elapsed hours, nights included; from the notice where nobody knows when she came."""
    state = _case(*told)
    span = span_of(state, current(state), hours)

    assert span is not None
    assert (span.started_at, span.due_at) == (_at(started), _at(due))
    assert span.ended_at == (None if ended is None else _at(ended))


def test_23_hours_are_elapsed_hours_also_when_clocks_are_changed() -> None:
    """In the night to summer time 23 hours end at 24 hours' clock time, for time is time."""
    arrived = at_local(date(2026, 3, 28), time(18, 0))
    state = _case((1, _ward("call", 1, arrived_at=arrived)))
    span = span_of(state, current(state), 23)

    assert span is not None
    assert span.due_at == at_local(date(2026, 3, 29), time(18, 0))


HOME_CASE = _case((1, CALL), (3, EmergencyOutcomeNoted(outcome=O.HOME)), (3, CaseClosed()))
STAY_CASE = _case((1, CALL), (5, ADMITTED))
HERE = _case((1, CALL))


def _ground(case: CaseState | None) -> Ground:
    states = {case_subject(CASE): case} if case is not None else {}
    return Ground(now=_at(10), me=ANNA, states=states)


@pytest.mark.parametrize(
    ("case", "wish", "bodies"),
    [
        (HERE, c.NotePatientContact(case=CASE), (PatientContacted(answered=True),)),
        (
            HERE,
            c.NotePatientContact(case=CASE, answered=False, text=" hos läkaren "),
            (PatientContacted(answered=False, text="hos läkaren"),),
        ),
        (
            HERE,
            c.NoteEmergencyOutcome(case=CASE, outcome=O.HOME),
            (EmergencyOutcomeNoted(outcome=O.HOME), CaseClosed()),
        ),
        (
            HERE,
            c.NoteEmergencyOutcome(case=CASE, outcome=O.ADMITTED),
            (EmergencyOutcomeNoted(outcome=O.ADMITTED),),
        ),
        (
            HOME_CASE,
            c.NoteEmergencyOutcome(case=CASE, outcome=O.STILL_THERE),
            (EmergencyOutcomeNoted(outcome=O.STILL_THERE), CaseReopened()),
        ),
        (
            HERE,
            c.CorrectCaseKind(case=CASE, case_kind=CaseKind.MATTER, reason="Fel person"),
            (AS_MATTER,),
        ),
    ],
)
def test_what_may_be_done(case: CaseState, wish: c.Command, bodies: Sequence[Body]) -> None:
    """Contact, outcome and correction each say what they are; home closes, admitted does not."""
    decision = decide(_ground(case), wish)

    assert not isinstance(decision, Refused)
    assert tuple(one.body for one in decision) == bodies


@pytest.mark.parametrize(
    ("case", "wish", "reason"),
    [
        (None, c.NotePatientContact(case=CASE), R.NOT_FOUND),
        (STAY_CASE, c.NotePatientContact(case=CASE), R.NOT_EMERGENCY),
        (HERE, c.NotePatientContact(case=CASE, at=_at(11)), R.TIME_IN_FUTURE),
        (STAY_CASE, c.NoteEmergencyOutcome(case=CASE, outcome=O.HOME), R.NOT_EMERGENCY),
        (HERE, c.NoteEmergencyOutcome(case=CASE, outcome=O.STILL_THERE), R.NOT_DONE),
        (HOME_CASE, c.NoteEmergencyOutcome(case=CASE, outcome=O.HOME), R.ALREADY_DONE),
        (HERE, c.CorrectCaseKind(case=CASE, case_kind=CaseKind.MATTER, reason=" "), R.EMPTY_TEXT),
        (
            HERE,
            c.CorrectCaseKind(case=CASE, case_kind=CaseKind.EMERGENCY_STAY, reason="x"),
            R.SAME_KIND,
        ),
        (
            STAY_CASE,
            c.CorrectCaseKind(case=CASE, case_kind=CaseKind.EMERGENCY_STAY, reason="x"),
            R.ADMISSION_STANDS,
        ),
    ],
)
def test_what_is_refused(case: CaseState | None, wish: c.Command, reason: RefusalReason) -> None:
    """What makes no sense is refused with its reason."""
    decision = decide(_ground(case), wish)

    assert isinstance(decision, Refused)
    assert decision.reason is reason


def test_her_coming_again_makes_an_earlier_outcome_void() -> None:
    """Home in the afternoon and back in the evening: she waits again."""
    state = _case((1, CALL), (3, EmergencyOutcomeNoted(outcome=O.HOME)), (9, AGAIN))

    assert outcome_of(state, current(state)) is None


# --- who takes it ------------------------------------------------------------------------------
OWN = {
    "office_hours": '{"weekday": ["07:00-16:30"]}',
    "emergency_duty.saturday": '[{"hours": "08:00-12:00", "label": "Sjuksköterska korttid"}]',
}
OFFICE, NOBODY = "office", "nobody"


@pytest.mark.parametrize(
    ("own", "at", "expected"),
    [
        (OWN, "2026-03-24 08:40", [(OFFICE, "24 16:30"), (NOBODY, "25 07:00")]),
        (OWN, "2026-03-24 16:30", [(NOBODY, "25 07:00")]),
        (
            OWN,
            "2026-03-27 16:20",
            [
                (OFFICE, "27 16:30"),
                (NOBODY, "28 08:00"),
                ("Sjuksköterska korttid", "28 12:00"),
                (NOBODY, "30 07:00"),
            ],
        ),
        (OWN, "2026-03-28 09:00", [("Sjuksköterska korttid", "28 12:00"), (NOBODY, "30 07:00")]),
        # Easter: from the Thursday over Good Friday to the Tuesday after.
        (OWN, "2026-04-06 10:00", [(NOBODY, "07 07:00")]),
        ({}, "2026-03-24 08:40", [(NOBODY, "")]),
    ],
)
def test_who_takes_it_now_and_until_the_office_opens(
    own: dict[str, str], at: str, expected: list[tuple[str, str]]
) -> None:
    """Every minute has an answer: the office, somebody by name, or plainly nobody."""
    profile = with_own_values(DataShelf().profile("sodra-alvsborg"), own)
    day, clock = at.split()
    now = at_local(date.fromisoformat(day), time.fromisoformat(clock))

    watches = emergency_watches(profile, now, local_days(profile, is_red_day))

    told = [
        (
            OFFICE if one.at_office else one.holder.label if one.holder is not None else NOBODY,
            "" if one.until is None else _short(one.until),
        )
        for one in watches
    ]
    assert told == expected
    assert [one.since for one in watches[1:]] == [one.until for one in watches[:-1]]
    assert [one.is_unmanned for one in watches] == [who == NOBODY for who, _ in expected]


def _short(at: Instant) -> str:
    return f"{to_local(at):%d %H:%M}"


def test_the_routine_of_sodra_alvsborg_is_data() -> None:
    """Its four parties and 23 hours stand in the profile; who takes it at night does not."""
    profile = DataShelf().profile("sodra-alvsborg")

    assert emergency_hours(profile) == 23
    assert [step.party for step in emergency_steps(profile)] == [
        CareParty.SOCIAL_SERVICES,
        CareParty.MUNICIPAL_PRIMARY_CARE,
        CareParty.REGIONAL_PRIMARY_CARE,
        CareParty.REHAB_CLINIC,
    ]
    assert profile.value("emergency_duty.sunday").value is None
    assert manager_on_call(profile) is None


def test_a_municipality_fills_in_its_own_hours_and_manager() -> None:
    """Another number of hours, and whom to ring, are values like any other."""
    own = {
        "emergency_hours": "12",
        "manager_on_call": '{"label": "Chef i beredskap", "note": "0500-00 00 00"}',
    }
    profile = with_own_values(DataShelf().profile("lidkoping"), own)

    assert emergency_hours(profile) == 12
    assert manager_on_call(profile) == Answerer("Chef i beredskap", note="0500-00 00 00")
    assert emergency_steps(DataShelf().profile("lidkoping")) == ()
    assert emergency_hours(DataShelf().profile("lidkoping")) == 23
