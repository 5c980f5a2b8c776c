"""Clocks are said in the same words everywhere, with whose turn it is, and blame nobody."""

from typing import Any

import pytest
from msgspec.structs import replace

from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.clocks import CaseClock, ClockGap, ClockTerms, Owes
from kontaktpunkt.domain.events import case as said
from kontaktpunkt.domain.events.clock import (
    ClockPaused,
    ConditionsJudged,
    DeviationAnswered,
    DeviationReceived,
    DeviationSent,
    PlanningAnswered,
)
from kontaktpunkt.domain.events.sheet import SheetTwinMatched
from kontaktpunkt.domain.ledger.envelope import Event
from kontaktpunkt.domain.payment import NoLiability
from kontaktpunkt.wording.evidence import clock_line, is_running
from kontaktpunkt.wording.grounds import clock_grounds
from kontaktpunkt.wording.telling import Telling
from told_case import admitted, at, clock, clocks, did, named, ready, terms, told

C = ClockKind
LAW = terms()
HOURS = terms(planning_answer_hours="24", deviation_answer='{"count": 2, "unit": "months"}')
SIP = did(ConditionsJudged(sip_needed=True), "2026-03-02 11:00")
GONE = told(said.Discharged, "D", "2026-03-04 12:00", discharged_at="2026-03-04 12:00")
DEV = did(said.DeviationNoted(code="transport"), "2026-03-02 09:00", "dev")
SENT = did(DeviationSent(deviation=named("dev")), "2026-03-02 10:00")
TELLING = Telling(profile=LAW.profile)

_LATE_SUMMONS = (
    "Kallelse till SIP: sändes lör 7 mars 09:00, 33 tim efter tiden."
    " Sen kallelse: manuell bedömning av betalningsansvaret"
)
_LINES: list[tuple[ClockKind, tuple[Event, ...], str, str, str, str]] = [
    (
        C.PLANNING_ANSWER,
        (admitted(sent="2026-03-02 14:20"),),
        "2026-03-03 08:40",
        "Planeringssvar senast 14:20, om 5 tim",
        "vår tur",
        "today",
    ),
    (
        C.PLANNING_ANSWER,
        (admitted(sent="2026-03-02 14:20"),),
        "2026-03-03 16:20",
        "Planeringssvar 2 tim sent",
        "vår tur",
        "wrong",
    ),
    (
        C.PLANNING_ANSWER,
        (
            admitted(sent="2026-03-02 14:20"),
            did(ClockPaused(clock=C.PLANNING_ANSWER, waiting_for="regionen"), "2026-03-02 18:20"),
        ),
        "2026-03-05 08:40",
        "Planeringssvar står stilla sedan mån 2 mars 18:20, 20 tim kvar",
        "väntar på regionen",
        "soft",
    ),
    (
        C.PLANNING_ANSWER,
        (admitted(sent="2026-03-02 14:20"), did(PlanningAnswered(), "2026-03-03 16:20")),
        "2026-03-03 18:00",
        "Planeringssvar lämnat 16:20, 2 tim efter tiden",
        "",
        "soft",
    ),
    (
        C.READINESS,
        (admitted(), ready()),
        "2026-03-02 11:35",
        "Utskrivningsklar sedan 10:00, för 1 tim 35 min",
        "vår tur",
        "",
    ),
    (
        C.READINESS,
        (admitted(), ready(), GONE),
        "2026-03-04 13:00",
        "Utskrivningsklar i 2 dygn, till 12:00",
        "",
        "soft",
    ),
    (
        C.PAYMENT_START,
        (admitted(), ready()),
        "2026-03-02 11:35",
        "Betalningsansvar tidigast tors 5 mars",
        "underlag, avtal kan gälla",
        "",
    ),
    (
        C.PAYMENT_START,
        (admitted(), ready(), GONE),
        "2026-03-04 13:00",
        "Betalningsansvar hann inte börja: tidigast i morgon",
        "",
        "soft",
    ),
    (
        C.PAYMENT_START,
        (ready(),),
        "2026-03-02 11:35",
        "Betalningsansvar räknas inte: inskrivningsmeddelande saknas (5 kap. 3 §)",
        "",
        "soft",
    ),
    (
        C.ADMISSION_NOTICE,
        (admitted("2026-03-02 08:00", "2026-03-02 11:00"),),
        "2026-03-03 08:40",
        "Inskrivningsmeddelandet sändes efter 3 tim, inom 24 tim",
        "",
        "soft",
    ),
    (
        C.ADMISSION_NOTICE,
        (admitted("2026-03-02 08:00", "2026-03-03 14:00"),),
        "2026-03-03 18:40",
        "Inskrivningsmeddelandet sändes efter 30 tim, senare än 24 tim",
        "",
        "soft",
    ),
    (
        C.ADMISSION_NOTICE,
        (admitted("2026-03-02 08:00", "2026-03-02 03:00"),),
        "2026-03-03 08:40",
        "Inskrivningsmeddelandet sändes före inskrivningen, inom 24 tim",
        "",
        "soft",
    ),
    (
        C.ADMISSION_NOTICE,
        (ready(),),
        "2026-03-03 08:40",
        "Inskrivningsmeddelande i tid: går inte att säga, inskrivningsmeddelande saknas",
        "",
        "soft",
    ),
    (
        C.PLAN_SUMMONS,
        (admitted(), ready(), SIP),
        "2026-03-04 08:40",
        "Kallelse till SIP: senast i morgon",
        "väntar på regionen",
        "soft",
    ),
    (
        C.PLAN_SUMMONS,
        (admitted(), ready(), SIP),
        "2026-03-09 08:40",
        "Kallelse till SIP: skulle ha kommit senast tors 5 mars",
        "väntar på regionen",
        "soft",
    ),
    (
        C.PLAN_SUMMONS,
        (admitted(), ready(), told(said.PlanSummoned, "S", "2026-03-07 09:00")),
        "2026-03-09 08:40",
        _LATE_SUMMONS,
        "",
        "soft",
    ),
    (
        C.DISCHARGE_INFORMATION,
        (admitted(), GONE, told(said.DischargeInformed, "I", "2026-03-04 13:00")),
        "2026-03-04 14:00",
        "Information vid utskrivning: sändes 13:00, i tid",
        "",
        "soft",
    ),
    (
        C.DEVIATION_ANSWER,
        (DEV,),
        "2026-03-03 08:40",
        "Svar på avvikelse, Transport räknas inte: inte markerad som skickad",
        "",
        "soft",
    ),
    (
        C.DEVIATION_ANSWER,
        (DEV, SENT),
        "2026-03-03 08:40",
        "Svar på avvikelse, Transport: senast lör 2 maj",
        "väntar på regionen",
        "soft",
    ),
    (
        C.DEVIATION_ANSWER,
        (DEV, SENT, did(DeviationAnswered(deviation=named("dev")), "2026-03-10 09:00")),
        "2026-03-10 10:00",
        "Svar på avvikelse, Transport: kom 09:00, i tid",
        "",
        "soft",
    ),
    (
        C.DEVIATION_ANSWER,
        (did(DeviationReceived(code="transport"), "2026-03-02 09:00", "theirs"),),
        "2026-05-04 08:40",
        "Svar på avvikelse, Transport: 32 tim sent, skulle ha lämnats senast lör 2 maj",
        "vår tur",
        "wrong",
    ),
]


@pytest.mark.parametrize(("kind", "events", "now", "line", "turn", "tone"), _LINES)
def test_each_clock_is_one_line(  # noqa: PLR0913, PLR0917  the columns of the table
    kind: ClockKind, events: tuple[Event, ...], now: str, line: str, turn: str, tone: str
) -> None:
    """What, when or how old, and whose turn; red is only what we are late with."""
    found = clock(kind, *events, under=HOURS)

    words = clock_line(found, at(now), TELLING)

    assert (words.said, words.turn, words.tone) == (line, turn, tone)


def test_the_23_hours_are_said_while_they_run_and_when_she_has_left() -> None:
    """By when, and then that it is done."""
    came = told(said.EmergencyStayNoticed, "N", "2026-03-02 10:00", arrived_at="2026-03-02 10:00")
    left = told(said.Discharged, "D", "2026-03-02 20:00", discharged_at="2026-03-02 19:30")
    now = at("2026-03-03 08:00")

    assert clock_line(clocks(came)[0], now).said == "23 timmar: senast 09:00, om 1 tim"
    assert clock_line(clocks(came, left)[0], now).said == "23 timmar: klart i går 19:30"


def test_an_answer_without_confirmed_hours_is_neither_in_time_nor_late() -> None:
    """It was given, and nobody has said by when it should be."""
    answer = clock(C.PLANNING_ANSWER, admitted(), did(PlanningAnswered(), "2026-03-03 16:20"))

    said_so = clock_line(answer, at("2026-03-03 18:00")).said

    assert said_so == "Planeringssvar lämnat 16:20"


def test_a_liability_that_ended_says_from_when_to_when() -> None:
    """The day after the first it was paid for."""
    left = told(said.Discharged, "D", "2026-03-08 12:00", discharged_at="2026-03-08 12:00")
    payment = clock(C.PAYMENT_START, admitted(), ready(), left)

    said_so = clock_line(payment, at("2026-03-08 13:00")).said

    assert said_so == "Betalningsansvar tidigast tors 5 mars, till 12:00"


def test_what_no_longer_counts_says_what_became_of_it() -> None:
    """When it was sent, and when it was withdrawn."""
    withdrawn = told(said.ReadinessWithdrawn, "W", "2026-03-03 09:00")
    past = next(one for one in clocks(admitted(), ready(), withdrawn) if one.past)

    words = clock_line(past, at("2026-03-10 08:00"))

    assert words.said == "Utskrivningsklar mån 2 mars 10:00 återtogs tis 3 mars 09:00"
    assert not is_running(past, at("2026-03-10 08:00"))


@pytest.mark.parametrize(
    ("profile", "turn"),
    [
        ("vgr", "underlag: regionen räknar genomsnitt"),
        ("jonkoping", "underlag: regionen räknar genomsnitt"),
        ("varmland", "underlag: regionens modell är ej bekräftad"),
    ],
)
def test_another_model_is_said_beside_the_day(profile: str, turn: str) -> None:
    """The statutory day is a basis where an agreement counts otherwise."""
    payment = clock(C.PAYMENT_START, admitted(), ready(), under=terms(profile))

    assert clock_line(payment, at("2026-03-02 11:00")).turn == turn


def _grounds(kind: ClockKind, *events: Event, under: ClockTerms = HOURS) -> dict[str, str]:
    return dict(clock_grounds(clock(kind, *events, under=under), under.profile))


def test_a_clock_opens_to_message_time_rule_and_source() -> None:
    """Whoever has to answer for a time can read all of it up."""
    assert _grounds(C.PAYMENT_START, admitted(), ready()) == {
        "Meddelande": "Utskrivningsklar, sänt mån 2 mars 10:00",
        "Räknas till": "tors 5 mars, kalenderdagar räknas",
        "Regel": "5 kap. 4 § lag 2017:612, avtal kan gälla",
        "Källa": "3 dagar. Lag (2017:612): 5 kap. 4 § lagen (2017:612) (bekräftat)",
        "Betalar": "A",
        "Inte angivet": "om SIP behövs, om regionens insatser finns",
    }


def test_what_was_told_on_paper_first_is_said_with_its_number() -> None:
    """The time is that of the call: nobody reads that the region sent its message then."""
    payment = clock(C.PAYMENT_START, admitted(), ready())
    paper = SheetTwinMatched(
        sheet=named("sheet"),
        number="001000031",
        message=named("message"),
        paper=named("paper"),
        told_at=payment.sent_at,
    )

    told = dict(clock_grounds(payment, paper=paper))["Meddelande"]
    assert told == "Utskrivningsklar, underrättade mån 2 mars 10:00, blankett nr 001 00003 1"
    later = replace(paper, told_at=at("2026-03-02 11:00"))
    sent = dict(clock_grounds(payment, paper=later))["Meddelande"]
    assert sent == "Utskrivningsklar, sänt mån 2 mars 10:00"


def test_what_is_missing_comes_first() -> None:
    """The reason is what one opens it for."""
    (label, text), *_ = clock_grounds(clock(C.PAYMENT_START, ready()))

    assert (label, text) == ("Saknas", "inskrivningsmeddelande saknas (5 kap. 3 §)")


@pytest.mark.parametrize(
    ("under", "source"),
    [
        (HOURS, "kommunens eget värde: 24 tim"),
        (LAW, "ej bekräftat i regelprofilen (Lag (2017:612))"),
    ],
)
def test_the_source_says_whose_value_it_is_or_that_nobody_has_confirmed_it(
    under: ClockTerms, source: str
) -> None:
    """Own values and empty ones are told apart from read ones."""
    assert _grounds(C.PLANNING_ANSWER, admitted(), under=under)["Källa"] == source


def test_the_rest_is_said_too() -> None:
    """Pauses, messages without time, deviations' dates, the routine of the 23 hours."""
    paused = replace(clock(C.PLANNING_ANSWER, admitted(), under=HOURS), paused=7_200_000_000)
    arrived = told(
        said.EmergencyStayNoticed, "N", "2026-03-02 10:00", arrived_at="2026-03-02 10:00"
    )

    assert dict(clock_grounds(paused))["Stått stilla"] == "2 tim"
    assert _grounds(C.ADMISSION_NOTICE, admitted())["Räknas från"] == (
        "sön 1 mars 08:00, inskrivningen"
    )
    assert _grounds(C.READINESS, admitted(), ready(""))["Meddelande"] == (
        "Utskrivningsklar, tid saknas"
    )
    assert _grounds(C.DEVIATION_ANSWER, DEV, SENT)["Meddelande"] == "skickad mån 2 mars 10:00"
    assert _grounds(C.EMERGENCY_STAY, arrived)["Regel"] == "rutin för 23-timmarsplats"


_BARE: list[tuple[dict[str, Any], str]] = [
    (
        {"kind": C.EMERGENCY_STAY, "gap": ClockGap.NO_ARRIVAL_TIME},
        "23 timmar räknas inte: tid för ankomst saknas",
    ),
    (
        {"kind": C.READINESS, "gap": ClockGap.NO_SENDING_TIME},
        "Utskrivningsklar: tid för avsändande saknas i meddelandet",
    ),
    (
        {"kind": C.PAYMENT_START, "hindrance": NoLiability.NO_SUMMONS},
        "Betalningsansvar räknas inte: kallelse till SIP saknas (5 kap. 3 § 2 st.)",
    ),
    (
        {"kind": C.WATCH_CHECK, "due_at": at("2026-03-02 12:00")},
        "Bevakning senast 12:00, om 2 tim",
    ),
]


@pytest.mark.parametrize(("facts", "line"), _BARE)
def test_a_clock_that_lacks_something_says_what(facts: dict[str, Any], line: str) -> None:
    """Nothing is guessed, and nothing is left unsaid."""
    assert clock_line(CaseClock(owes=Owes.US, **facts), at("2026-03-02 10:00")).said == line
