"""What holds about a stay: each row is what messages said, and what is true then."""

from collections.abc import Sequence
from itertools import permutations
from typing import Any
from uuid import UUID

import pytest

from kontaktpunkt.domain.events.case import (
    AdministrativeMessageNoted,
    AdmissionNoticed,
    CaseKind,
    DeathNoticed,
    Discharged,
    EmergencyStayNoticed,
    ExpectedDischargeNoticed,
    LeaveNoticed,
    NoticeCancelled,
    Noticed,
    PlanSummoned,
    ReadinessNoticed,
    ReadinessWithdrawn,
)
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.notice import SummonsFacts
from kontaktpunkt.domain.order import void_messages
from kontaktpunkt.domain.states import CaseState, Fact
from kontaktpunkt.domain.stay import Stay, current, kind_of_case, valid_facts
from kontaktpunkt.domain.times import HOUR, Instant

_ADMISSION = MessageKind.ADMISSION_NOTICE


def _id(name: str) -> UUID:
    return UUID(bytes=name.encode().ljust(16, b"\0"))


def _at(hour: float) -> Instant:
    return Instant(int(hour * HOUR) + 1_774_000_000_000_000)


def _said(kind: type[Noticed], name: str, hour: float | None, **said: Any) -> Noticed:
    replaces = tuple(_id(each) for each in said.pop("replaces", "").split())
    sent = None if hour is None else _at(hour)
    return kind(message=_id(name), sent_at=sent, replaces=replaces, **said)


def _case(*said: Noticed, kind: CaseKind = CaseKind.INPATIENT, away: str = "") -> CaseState:
    """Give a case to which these words came in this order, long after they were sent."""
    facts = tuple(Fact(_at(1000 + place), body) for place, body in enumerate(said))
    return CaseState(
        person=_id("person"),
        case_kind=kind,
        facts=facts,
        moved_away=frozenset(map(_id, away.split())),
    )


A = _said(AdmissionNoticed, "A", 1, admitted_at=_at(0), expected_discharge=_at(100), ward="3")
E = _said(ExpectedDischargeNoticed, "E", 2, expected_discharge=_at(50))
R = _said(ReadinessNoticed, "R", 10, ready_at=_at(9))
W = _said(ReadinessWithdrawn, "W", 12)
D = _said(Discharged, "D", 20, discharged_at=_at(19), to="hemmet")
DEAD = _said(DeathNoticed, "X", 15, died_at=_at(14))
STAY_23 = _said(EmergencyStayNoticed, "N", 0.5, arrived_at=_at(0), ward="Akuten")


def _cancels(name: str, hour: float, of: str, kind: MessageKind = _ADMISSION) -> Noticed:
    return _said(NoticeCancelled, name, hour, replaces=of, notice_kind=kind)


_TABLE: Sequence[tuple[str, Sequence[Noticed], dict[str, Any]]] = (
    ("nothing was said", (), {"in_hospital": False, "admitted_at": None}),
    ("admitted", (A,), {"in_hospital": True, "ward": "3", "expected_discharge": _at(100)}),
    ("moved date", (A, E), {"expected_discharge": _at(50), "expected_before": _at(100)}),
    ("ready", (A, R), {"ready_sent_at": _at(10), "ready_message": _id("R")}),
    (
        "readiness withdrawn",
        (A, R, W),
        {"ready_sent_at": None, "ready_since": None, "withdrawn_readiness": (_id("R"),)},
    ),
    (
        "ready anew after a withdrawal: the first clock is void, both are kept",
        (A, R, W, _said(ReadinessNoticed, "R2", 30)),
        {"ready_sent_at": _at(30), "withdrawn_readiness": (_id("R"),), "in_hospital": True},
    ),
    ("discharged", (A, D), {"in_hospital": False, "discharged_to": "hemmet"}),
    ("died", (A, DEAD), {"in_hospital": False, "deceased": True, "died_at": _at(14)}),
    (
        "a message after the death brings nobody back",
        (A, DEAD, _said(AdmissionNoticed, "A2", 30, admitted_at=_at(29))),
        {"in_hospital": False, "deceased": True},
    ),
    (
        "a death that was cancelled",
        (A, DEAD, _cancels("C", 16, "X", MessageKind.DEATH_NOTICE)),
        {"in_hospital": True, "deceased": False, "died_at": None},
    ),
    (
        "a discharge that was cancelled",
        (A, D, _cancels("C", 21, "D", MessageKind.DISCHARGE_NOTICE)),
        {"in_hospital": True, "is_discharged": False, "discharged_to": ""},
    ),
    ("an admission that was cancelled", (A, _cancels("C", 2, "A")), {"in_hospital": False}),
    (
        "a cancelled admission takes what was said of the ward before with it",
        (A, E, _cancels("C", 3, "A")),
        {"in_hospital": False, "expected_discharge": _at(50)},
    ),
    (
        "a cancelled cancellation",
        (A, _cancels("C", 2, "A"), _cancels("C2", 3, "C")),
        {"in_hospital": True, "ward": "3"},
    ),
    (
        "cancelled three times over",
        (A, _cancels("C", 2, "A"), _cancels("C2", 3, "C"), _cancels("C3", 4, "C2")),
        {"in_hospital": False},
    ),
    (
        "corrected",
        (A, _said(AdmissionNoticed, "A2", 5, replaces="A", admitted_at=_at(0), ward="4")),
        {"ward": "4", "expected_discharge": None, "admission_message": _id("A2")},
    ),
    (
        "a chain of corrections: only the last one holds",
        (
            A,
            _said(AdmissionNoticed, "A2", 5, replaces="A", ward="4", track="gult"),
            _said(AdmissionNoticed, "A3", 6, replaces="A2", ward="5"),
        ),
        {"ward": "5", "track": "", "admitted_at": None},
    ),
    (
        "a correction of the original twice: only the last one holds",
        (
            A,
            _said(AdmissionNoticed, "A2", 5, replaces="A", ward="4", track="gult"),
            _said(AdmissionNoticed, "A3", 6, replaces="A A2", ward="5"),
        ),
        {"ward": "5", "track": ""},
    ),
    (
        "a corrected admission that is cancelled is no admission",
        (A, _said(AdmissionNoticed, "A2", 5, replaces="A", ward="4"), _cancels("C", 6, "A2")),
        {"in_hospital": False, "ward": ""},
    ),
    (
        "a cancellation that names the original takes its correction too",
        (A, _said(AdmissionNoticed, "A2", 5, replaces="A", ward="4"), _cancels("C", 6, "A")),
        {"in_hospital": False, "ward": ""},
    ),
    (
        "an admission corrected after the discharge sends nobody back to the ward",
        (A, D, _said(AdmissionNoticed, "A2", 30, replaces="A", admitted_at=_at(0), ward="4")),
        {"in_hospital": False, "is_discharged": True, "ward": "4"},
    ),
    (
        "an old date corrected does not undo a newer one",
        (
            A,
            E,
            _said(ExpectedDischargeNoticed, "E2", 5, expected_discharge=_at(70)),
            _said(ExpectedDischargeNoticed, "E3", 6, replaces="E", expected_discharge=_at(60)),
        ),
        {"expected_discharge": _at(70), "expected_before": _at(60)},
    ),
    (
        "a readiness corrected after it was withdrawn stays withdrawn",
        (A, R, W, _said(ReadinessNoticed, "R2", 14, replaces="R")),
        {"ready_message": None, "withdrawn_readiness": (_id("R2"),)},
    ),
    (
        "back the same day is the same stay, with readiness to be judged anew",
        (A, R, D, _said(AdmissionNoticed, "A2", 22, admitted_at=_at(22))),
        {"in_hospital": True, "is_discharged": False, "ready_message": None, "ward": "3"},
    ),
    (
        "a stay whose admission notice was missed is a stay all the same",
        (R,),
        {"in_hospital": True, "admission_message": None},
    ),
    ("a changed date alone tells of somebody on a ward", (E,), {"in_hospital": True}),
    ("a discharge alone tells of nobody in hospital", (D,), {"in_hospital": False}),
    ("a leave", (A, _said(LeaveNoticed, "L", 5, started=True)), {"on_leave": True}),
    (
        "back from leave",
        (A, _said(LeaveNoticed, "L", 5, started=True), _said(LeaveNoticed, "L2", 6, started=False)),
        {"on_leave": False, "in_hospital": True},
    ),
    (
        "nobody who has been discharged is on leave",
        (A, _said(LeaveNoticed, "L", 5, started=True), D),
        {"on_leave": False},
    ),
    (
        "a summons",
        (A, _said(PlanSummoned, "S", 5, summons=SummonsFacts(place="Rum 1"))),
        {"summons": SummonsFacts(place="Rum 1")},
    ),
    (
        "23-timmars",
        (STAY_23,),
        {"in_hospital": True, "emergency": True, "admitted_at": _at(0), "ward": "Akuten"},
    ),
    (
        "23-timmars that went home",
        (STAY_23, D),
        {"in_hospital": False, "emergency": True},
    ),
    (
        "an admission cancelled leaves the 23-timmars that was before it",
        (STAY_23, A, _cancels("C", 3, "A")),
        {"in_hospital": True, "emergency": True, "ward": "Akuten"},
    ),
    (
        "one of two admission notices cancelled leaves the other",
        (A, _said(AdmissionNoticed, "A2", 2, ward="4"), _cancels("C", 3, "A2")),
        {"in_hospital": True, "ward": "3"},
    ),
    (
        "sent in the same instant: read in the course of a stay",
        (
            _said(Discharged, "D", 1),
            _said(ReadinessNoticed, "R", 1),
            _said(AdmissionNoticed, "A", 1),
        ),
        {"in_hospital": False, "is_discharged": True, "ready_sent_at": _at(1)},
    ),
)


@pytest.mark.parametrize(("said", "true"), [row[1:] for row in _TABLE], ids=[r[0] for r in _TABLE])
def test_what_was_said_holds_in_whatever_order_it_came(
    said: Sequence[Noticed], true: dict[str, Any]
) -> None:
    """A message that was delayed on its way changes nothing in what is true of the stay."""
    stays = {current(_case(*order)) for order in permutations(said)}

    assert len(stays) == 1
    stay = stays.pop()
    assert {name: getattr(stay, name) for name in true} == true


def test_a_readiness_without_time_of_sending_never_starts_a_clock() -> None:
    """When it was sent is never guessed; that somebody is ready is known all the same."""
    stay = current(_case(A, _said(ReadinessNoticed, "R", None)))

    assert stay.ready_sent_at is None
    assert stay.ready_since == _at(1001)
    assert stay.ready_message == _id("R")


def test_what_does_not_say_when_it_was_sent_stands_where_it_came() -> None:
    """The one thing that depends on arrival: a message without a time of sending."""
    unsent = _said(ExpectedDischargeNoticed, "E", None, expected_discharge=_at(60))

    assert current(_case(A, unsent)).expected_discharge == _at(60)
    assert current(_case(unsent, A)).expected_discharge == _at(60)
    later = _said(ExpectedDischargeNoticed, "E2", 2000, expected_discharge=_at(70))
    assert current(_case(unsent, later)).expected_discharge == _at(70)


def test_what_was_moved_away_holds_here_no_more() -> None:
    """Neither the moved message nor what it replaced or cancelled counts from elsewhere."""
    cancelled = _cancels("C", 2, "A")

    assert current(_case(A, away="A")) == Stay()
    assert current(_case(A, cancelled, away="C")).in_hospital
    corrected = _said(AdmissionNoticed, "A2", 5, replaces="A", ward="4")
    assert current(_case(A, corrected, away="A2")).ward == "3"


def test_corrections_that_correct_each_other_leave_the_newest() -> None:
    """However garbled the references are, a person never vanishes from the list by them."""
    one = _said(AdmissionNoticed, "A1", 1, replaces="A2", ward="1")
    other = _said(AdmissionNoticed, "A2", 2, replaces="A1", ward="2")
    itself = _said(AdmissionNoticed, "A3", 1, replaces="A3", ward="3")

    assert current(_case(one, other)).ward == "2"
    assert current(_case(other, one)).ward == "2"
    assert current(_case(itself)).ward == "3"


def test_cancellations_that_cancel_each_other_leave_the_newest() -> None:
    """Of two cancellations of one another the one that was sent last holds."""
    one, other = _cancels("C1", 2, "A C2"), _cancels("C2", 3, "C1")

    assert void_messages(_case(A, one, other)) == {_id("C1")}
    assert current(_case(other, one, A)).in_hospital


def test_a_thousand_corrections_of_one_another_are_read() -> None:
    """A system that went mad does not take the program with it."""
    chain = [
        _said(AdmissionNoticed, f"A{n}", n, replaces=f"A{n - 1}", ward=str(n)) for n in range(1000)
    ]

    assert current(_case(*chain)).ward == "999"
    assert len(valid_facts(_case(*chain))) == 1


@pytest.mark.parametrize(
    ("said", "opened_as", "kind"),
    [
        ((A,), CaseKind.MATTER, CaseKind.INPATIENT),
        ((STAY_23,), CaseKind.MATTER, CaseKind.EMERGENCY_STAY),
        ((STAY_23, A), CaseKind.EMERGENCY_STAY, CaseKind.INPATIENT),
        ((STAY_23, D), CaseKind.INPATIENT, CaseKind.EMERGENCY_STAY),
        ((STAY_23, R), CaseKind.EMERGENCY_STAY, CaseKind.INPATIENT),
        ((D,), CaseKind.MATTER, CaseKind.INPATIENT),
        ((), CaseKind.MATTER, CaseKind.MATTER),
        (
            (_said(AdministrativeMessageNoted, "M", 1),),
            CaseKind.EMERGENCY_STAY,
            CaseKind.EMERGENCY_STAY,
        ),
    ],
)
def test_a_case_is_of_the_kind_that_its_messages_tell(
    said: Sequence[Noticed], opened_as: CaseKind, kind: CaseKind
) -> None:
    """A question that came before the admission notice hides no clock of the stay."""
    case = _case(*said, kind=opened_as)

    assert kind_of_case(case, current(case)) is kind
