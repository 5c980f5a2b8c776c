"""What the rows of each section say."""

from collections.abc import Iterable

from kontaktpunkt.domain.person.number import shown
from kontaktpunkt.domain.profile.rule_profile import RuleProfile
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.ui.screens.weekend.line_list import Line
from kontaktpunkt.ui.widgets.text import unbroken
from kontaktpunkt.usecases.outages.rows import OutagePhase, OutageStamp
from kontaktpunkt.usecases.phone_lists.on_call import NO_NUMBER
from kontaktpunkt.usecases.rows import CaseRow, InboxRow
from kontaktpunkt.usecases.short_term.rows import ArrivalRow, PlaceRow
from kontaktpunkt.usecases.weekend.people import is_late_home, said_for
from kontaktpunkt.usecases.weekend.rows import (
    DidKind,
    DidLine,
    HandoverRow,
    PhoneRow,
    WeekendPage,
)
from kontaktpunkt.wording.outages import head_words, sheets_words
from kontaktpunkt.wording.short_term import free_words
from kontaktpunkt.wording.times import due, planned, when
from kontaktpunkt.wording.weekend import (
    answer_words,
    behind_words,
    duty_words,
    handover_words,
    now_words,
    phone_age_words,
)
from kontaktpunkt.wording.words import kind_name, word

LATE, NEEDS, ASKED, DONE, TAKEN = "▲", "●", "?", "✓", "○"
MAY_GRANT = "short_term"
"""What is behind the row that leads to the guided decision: the key of its screen."""

_HIDDEN = "Skyddad identitet"
_SAID = {True: "ja", False: "nej", None: "inte sagt"}


def now_lines(page: WeekendPage, system: str) -> list[Line]:
    """Say who answers and watches now, and hour by hour until the office opens."""
    phone, watch = now_words(page, system)
    found = [Line(phone, look="strong"), Line(watch, look="strong")]
    found += [Line(*duty_words(day, page.at, system)) for day in page.duty]
    return found


def message_lines(rows: Iterable[InboxRow], profile: RuleProfile | None, at: Instant) -> list[Line]:
    """Say messages: what and who, then where from, when it came, until when, whose."""
    return [_message(row, profile, at) for row in rows]


def _message(row: InboxRow, profile: RuleProfile | None, at: Instant) -> Line:
    kind = kind_name(row.kind, profile) if row.kind is not None else "Ej inläst"
    late = row.due_at is not None and row.due_at <= at
    owner = row.owner_name or row.receiver_name or "Ej taget"
    parts = (
        due(row.due_at, at) if row.due_at is not None else "",
        owner,
        place(row),
        when(row.received_at, at),
    )
    return Line(
        f"{who(row)}: {kind}",
        " · ".join(part for part in parts if part),
        "wrong" if late else "strong",
        LATE if late else "",
        "sent" if late else "",
        row,
    )


def people_lines(page: WeekendPage) -> list[Line]:
    """Say the helgbesked of each person in hospital; who lacks one first."""
    return [_person(case, page) for case in page.people]


def _person(case: CaseRow, page: WeekendPage) -> Line:
    said = case.weekend if said_for(case, page.period) else None
    where = place(case)
    if said is None:
        ready = "utskrivningsklar, " if case.ready_sent_at is not None else ""
        return Line(f"{who(case)}: inget besked", f"{ready}{where}", about=case)
    return Line(
        f"{who(case)}: {answer_words(said)}",
        " · ".join(part for part in (behind_words(said, page.at), where) if part),
        "strong",
        TAKEN if said.awaited else DONE,
        "väntar på ett namn" if said.awaited else "båda namnen",
        case,
    )


def homeward_lines(cases: Iterable[CaseRow], at: Instant) -> list[Line]:
    """Say who comes home: when, how sure that is, from where, to whom."""
    return [_homeward(case, at) for case in cases]


def _homeward(case: CaseRow, at: Instant) -> Line:
    home = case.homecoming
    if home.withdrawn_at is not None:
        look, mark, spoken = "wrong", NEEDS, "ta tillbaka kallelsen"
    elif is_late_home(case, at):
        look, mark, spoken = "today", NEEDS, "inte bekräftad hemma"
    else:
        look, mark, spoken = "strong", "", ""
    parts = (case.unit, place(case))
    sub = " · ".join(part for part in parts if part)
    return Line(f"{who(case)}: {_how_sure(case, at)}", sub, look, mark, spoken, case)


def _how_sure(case: CaseRow, at: Instant) -> str:
    home = case.homecoming
    if home.withdrawn_at is not None:
        expected = f" {planned(home.expected_home, at)}" if home.expected_home else ""
        return f"klar återtagen, kallad hem{expected}"
    if home.expected_home is not None:
        expected = planned(home.expected_home, at)
        # Nobody may read a time that has passed as somebody's being home.
        late = is_late_home(case, at)
        return f"inte bekräftad hemma, väntad {expected}" if late else f"väntas hem {expected}"
    if home.left_at is not None:
        return f"lämnade avdelningen {planned(home.left_at, at)}"
    if home.called_at is not None:
        return "kallad hem, tid saknas"
    return _not_called(case, at)


def _not_called(case: CaseRow, at: Instant) -> str:
    if case.discharged_at is not None:
        return f"utskriven {planned(case.discharged_at, at)}, inte kallad hem"
    if case.ready_sent_at is not None:
        return "utskrivningsklar, inte kallad hem"
    if case.expected_discharge is not None:
        return f"beräknad {planned(case.expected_discharge, at)}"
    return "tid saknas"


def arrival_lines(arrivals: Iterable[ArrivalRow], at: Instant) -> list[Line]:
    """Say who is expected at a short stay, with what comes along."""
    return [_arrival(row, at) for row in arrivals]


def _arrival(row: ArrivalRow, at: Instant) -> Line:
    said = row.planned
    comes = planned(said.arrives_at, at) if said.arrives_at is not None else "tid saknas"
    along = {
        "rapport": said.report_taken,
        "läkemedel": said.medicines_along,
        "lista": said.list_along,
    }
    parts = [f"{what}: {_SAID[yes]}" for what, yes in along.items()]
    parts += [f"smitta: {said.infection}" if said.infection else "", said.aids]
    lacks = not all(along.values())
    name = _HIDDEN if row.masked else row.name
    return Line(
        ", ".join(part for part in (f"{name}: {comes}", said.place_name) if part),
        " · ".join(part for part in parts if part),
        "strong",
        NEEDS if lacks else DONE,
        "något saknas" if lacks else "allt är med",
        row,
    )


def place_lines(places: Iterable[PlaceRow], at: Instant) -> list[Line]:
    """Say the free places in the order in which to ask, with how old the word is."""
    found: list[Line] = []
    for nth, one in enumerate(places, start=1):
        free = "ledig" if one.can_be_had else free_words(one, at)
        facts = one.facts
        parts = (
            word(facts.place_kind),
            facts.unit,
            unbroken(facts.phone),
            f"uppgift från {when(one.said_at, at)}, {one.said_by}",
        )
        sub = " · ".join(part for part in parts if part)
        found.append(Line(f"{nth}. {facts.name}: {free}", sub, "strong", about=one))
    return found


def may_lines(page: WeekendPage) -> list[Line]:
    """Say what whoever is alone may decide, until when, and what not."""
    if page.alone_until is None:
        return []
    return [
        Line(
            f"Korttidsplats, till {when(page.alone_until, page.at)}",
            "stegen står i Korttid (Enter); handläggaren tar vid då",
            "strong",
            about=MAY_GRANT,
        ),
        Line("Inte avslag: ring chef i beredskap"),
    ]


def handover_lines(rows: Iterable[HandoverRow], at: Instant) -> list[Line]:
    """Say the lines that were handed over, and how far each has come."""
    return [_handed(row, at) for row in rows]


def _handed(row: HandoverRow, at: Instant) -> Line:
    handed = row.handed
    about = f"{who(row.about)}: " if row.about is not None else ""
    text = "står hos den som ansvarar" if row.masked else row.text
    look, mark, spoken = "", "", ""
    if handed.done_at is not None:
        look, mark, spoken = "soft", DONE, "klar"
    elif handed.waits and row.late:
        look, mark, spoken = "wrong", LATE, "inte tagen i tid"
    elif handed.is_asked:
        look, mark, spoken = "today", ASKED, "fråga väntar på svar"
    elif handed.waits and handed.line.needs_you:
        look, mark, spoken = "strong", NEEDS, "behöver dig"
    elif not handed.waits:
        mark, spoken = TAKEN, "tagen"
    call = "Samtal: " if handed.line.is_call else ""
    return Line(f"{call}{about}{text}", handover_words(row, at), look, mark, spoken, row)


def phone_lines(page: WeekendPage) -> list[Line]:
    """Say whom to ring, with the age of each number; a missing one is said to be missing."""
    return [_phone(row, page.at) for row in page.phones]


def _phone(row: PhoneRow, at: Instant) -> Line:
    sub = " · ".join(part for part in (row.place, phone_age_words(row, at)) if part)
    if not row.phones:
        return Line(f"{row.name}  {NO_NUMBER}", sub, "today", NEEDS, "nummer saknas", row)
    words = f"{row.name}  {unbroken(' / '.join(row.phones))}"
    mark, spoken = (LATE, "gammalt nummer") if row.outdated else ("", "")
    return Line(words, sub, "", mark, spoken, row)


def did_lines(did: Iterable[DidLine], profile: RuleProfile | None, at: Instant) -> list[Line]:
    """Say what the time did that ended today, and what it left."""
    return [_did(one, profile, at) for one in did]


def _did(one: DidLine, profile: RuleProfile | None, at: Instant) -> Line:
    left = one.kind in (DidKind.MESSAGE_LEFT, DidKind.LINE_LEFT)
    by = f" · {one.by_name}" if one.by_name else ""
    look, mark = ("strong", NEEDS) if left else ("", DONE)
    spoken = "kvar" if left else "klart"
    if one.kind is DidKind.CAME_HOME and one.case is not None:
        return Line(f"{who(one.case)} kom hem", when(one.at, at), "", DONE, "", one.case)
    if one.stop is not None:
        return _stopped(one.stop, at)
    if one.message is not None:
        kind = kind_name(one.message.kind, profile) if one.message.kind else "Ej inläst"
        state = "kvar" if left else "klart"
        sub = f"{state} · kom {when(one.at, at)}{by}"
        return Line(f"{who(one.message)}: {kind}", sub, look, mark, spoken, one.message)
    if one.handover is not None:
        return _handed(one.handover, at)
    return Line("")


def _stopped(stop: OutageStamp, at: Instant) -> Line:
    """Say what was down, and what of it is left."""
    left = stop.phase in (OutagePhase.GOES_ON, OutagePhase.DOCUMENTING)
    sub = " · ".join(part for part in (word(stop.phase), sheets_words(stop)) if part)
    look, mark, spoken = ("strong", NEEDS, "kvar") if left else ("", DONE, "klart")
    return Line(head_words(stop, at), sub, look, mark, spoken, stop)


def who(row: CaseRow | InboxRow) -> str:
    """Name a person, or say that she is protected or not known."""
    return _HIDDEN if row.masked else row.name or "Okänd person"


def who_whole(case: CaseRow, at: Instant) -> str:
    """Name a person with her number."""
    number = shown(case.number, local_day(at)) if case.number and not case.masked else ""
    return " ".join(part for part in (who(case), number) if part)


def place(row: CaseRow | InboxRow) -> str:
    """Say where she is with the ward's number first of all: it is what is wanted most often."""
    ward = " ".join(part for part in (row.ward, unbroken(row.ward_phone)) if part)
    return ", ".join(part for part in (ward, row.hospital) if part)
