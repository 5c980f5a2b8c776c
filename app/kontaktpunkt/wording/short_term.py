"""Places, queue and decisions on short stays in the words of the board."""

from datetime import date, timedelta
from typing import Final

from kontaktpunkt.domain.times import HOUR, Instant, local_day
from kontaktpunkt.usecases.short_term.rows import (
    ArrivalRow,
    DecisionRow,
    HeldFor,
    Holder,
    PastStay,
    PlaceRow,
    PlaceStanding,
    QueueRow,
    ShortTermPage,
    WeekLine,
)
from kontaktpunkt.wording.names import MASKED, person_name
from kontaktpunkt.wording.times import ago, clock, day, full_day, span, when
from kontaktpunkt.wording.words import word

_MINUTES: Final = HOUR // 60


def until_words(at: Instant, now: Instant) -> str:
    """Say a time that matters to the hour, noon too: "i dag 12:00", "fre 27 mars 11:00"."""
    return f"{day(local_day(at), local_day(now))} {clock(at)}"


def summary(page: ShortTermPage) -> str:
    """Say how many are free, when the next one is, and how many wait."""
    free = len(page.free)
    parts = [f"{free} lediga nu" if free != 1 else "1 ledig nu"]
    coming = page.next_free
    if coming is not None and coming.free_from is not None:
        late = coming.free_from <= page.at
        soon = "skulle vara ledig" if late else "nästa ledig"
        parts.append(f"{soon} {until_words(coming.free_from, page.at)} ({coming.facts.name})")
    if page.queue:
        parts.append(f"{len(page.queue)} i kö")
    return " · ".join(parts)


def free_words(row: PlaceRow, now: Instant) -> str:
    """Say when a place that is taken becomes free; what has passed only should have been so."""
    if row.free_from is None:
        return "ledig"
    late = row.free_from <= now
    return f"{'skulle bli' if late else 'blir'} ledig {until_words(row.free_from, now)}"


def said_of(row: PlaceRow, now: Instant) -> str:
    """Say whose word a place's line is and from when: it is never live."""
    by = f", {row.said_by}" if row.said_by else ""
    return f"{when(row.said_at, now)}{by}"


def standing_of(row: PlaceRow, now: Instant) -> str:
    """Say how it stands with a place, with its reason or for whom it is held."""
    is_held = row.standing is PlaceStanding.RESERVED
    said = "" if is_held else word(row.standing).capitalize()
    if row.standing is PlaceStanding.OUT_OF_USE and row.reason:
        said = f"{said}: {row.reason}"
    held = "; ".join(held_for(one, now) for one in row.held_for)
    parts = (said, f"{word(PlaceStanding.RESERVED).capitalize()} för {held}" if held else "")
    return "\n".join(part for part in parts if part)


def held_for(one: HeldFor, now: Instant) -> str:
    """Say for whom a place is held, and until when."""
    until = f" till {until_words(one.until, now)}" if one.until is not None else ""
    return (MASKED if one.masked else one.words) + until


def who_of(row: PlaceRow) -> str:
    """Say who has the place; two are both named, and where else each is said to be."""
    return "\n".join(holder_name(one) for one in row.holders)


def holder_name(one: Holder) -> str:
    """Name somebody who has a place; one that was told of without a name is said to be taken."""
    if one.person is None:
        return one.note or "ej sagt vem"
    name = person_name(one.name, masked=one.masked)
    return f"{name} (även på {', '.join(one.elsewhere)})" if one.elsewhere else name


def until_of(row: PlaceRow, now: Instant) -> str:
    """Say until when a place is taken; what should have ended is told so."""
    if row.standing is PlaceStanding.OUT_OF_USE:
        return until_words(row.free_from, now) if row.free_from is not None else "tills vidare"
    return "\n".join(holder_until(one, now) for one in row.holders)


def holder_until(one: Holder, now: Instant) -> str:
    """Say until when somebody has a place, and whether that waits for the caseworker."""
    if one.until is None:
        return "ej sagt"
    said = until_words(one.until, now)
    if one.overdue:
        return f"▲ {said}, har gått ut"
    return f"{said}, väntar på beslut" if one.provisional else said


def is_wrong(row: PlaceRow) -> bool:
    """Say whether something is wrong with a place: two in it, somebody in two, or overdue."""
    clash = row.standing is PlaceStanding.DOUBLE
    return clash or any(one.overdue or one.elsewhere for one in row.holders)


def decision_lines(row: DecisionRow, now: Instant) -> tuple[str, str]:
    """Say that a decision waits for the caseworker: for whom, where, until when, by whom."""
    head = f"{person_name(row.name, masked=row.masked)} · {row.place_name}"
    until = f"gäller till {until_words(row.valid_until, now)}"
    if row.late:
        until = f"▲ gällde till {until_words(row.valid_until, now)}"
    by = f", {row.granted_by}" if row.granted_by else ""
    return head, f"{until}. Beslutat {when(row.granted_at, now)}{by}"


def queue_lines(row: QueueRow, now: Instant) -> tuple[str, str]:
    """Say who waits: since when, what was decided, where she is now, and what she needs."""
    name = person_name(row.name, masked=row.masked)
    waited = span((now - row.applied_at) // _MINUTES)
    head = f"{name} · väntat {waited}"
    decided = "ej beslutad" if row.decided_at is None else f"beviljad {when(row.decided_at, now)}"
    ready = f"utskrivningsklar {ago(row.ready_since, now)}" if row.ready_since is not None else ""
    return head, " · ".join(part for part in (decided, row.need, row.whereabouts, ready) if part)


def arrival_lines(row: ArrivalRow, now: Instant) -> tuple[str, str]:
    """Say who comes: when, whether the nurse has reported, and what comes along."""
    said = row.planned
    at = until_words(said.arrives_at, now) if said.arrives_at is not None else "tid ej sagd"
    where = f" till {said.place_name}" if said.place_name else ""
    along = {
        "rapport": said.report_taken,
        "läkemedel": said.medicines_along,
        "lista": said.list_along,
    }
    told = [f"{what} {_yes(answer)}" for what, answer in along.items()]
    told += [f"smitta: {said.infection}"] if said.infection else []
    told += [f"hjälpmedel: {said.aids}"] if said.aids else []
    name = person_name(row.name, masked=row.masked)
    return f"{name} · {at}{where}", ", ".join(told)


def _yes(answer: bool | None) -> str:  # noqa: FBT001 - an answer, not a switch
    return "ej sagt" if answer is None else "ja" if answer else "nej"


def week_words(line: WeekLine, today: date) -> str:
    """Say a week's need against its places: "v 13: 9 behövs, 8 platser, 1 för få"."""
    sunday = line.monday + timedelta(days=6)
    now = line.monday <= today <= sunday
    head = f"Vecka {line.monday.isocalendar().week}" + (" (resten av den här)" if now else "")
    left = f"{line.left} över" if line.left >= 0 else f"▲ {-line.left} för få"
    waits = f", varav {line.waiting} i kö" if line.waiting else ""
    return f"{head}: {line.needed} behövs{waits}, {line.places} platser, {left}"


def past_words(one: PastStay, now: Instant) -> str:
    """Say a stay that has ended: who, from and to, and how long she had waited for it."""
    today = local_day(now)
    name = person_name(one.name, masked=one.masked)
    since = full_day(local_day(one.since), today)
    left = full_day(local_day(one.left_at), today)
    return f"{name} {since}–{left}{waited_words(one)}"


def waited_words(one: PastStay) -> str:
    """Say the hours from application to decision and from decision to place."""
    if one.applied_at is None:
        return ""
    decided = one.decided_at
    if decided is None:
        return f". Ansökan till plats {_hours(one.applied_at, one.since)} tim"
    first, second = _hours(one.applied_at, decided), _hours(decided, one.since)
    return f". Ansökan till beslut {first} tim, beslut till plats {second} tim"


def _hours(earlier: Instant, later: Instant) -> int:
    return max(0, later - earlier) // HOUR


def place_head(row: PlaceRow) -> str:
    """Name a place with its unit, kind and phone."""
    facts = row.facts
    parts = (facts.name, facts.unit, word(facts.place_kind), facts.phone)
    return " · ".join(part for part in parts if part)


def place_choice(row: PlaceRow, now: Instant) -> str:
    """Say a free place where one is chosen: name, kind, and how old the word is."""
    return f"{row.facts.name}, {word(row.facts.place_kind)} (uppgift från {said_of(row, now)})"
