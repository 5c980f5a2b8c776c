"""What a meeting says of a person, in words: pure, with the present handed in."""

from kontaktpunkt.domain.times import Instant, local_day, minutes_between
from kontaktpunkt.usecases.case_lines.homecoming import ReviewLine
from kontaktpunkt.usecases.follow_up.listing import left_by
from kontaktpunkt.usecases.follow_up.rows import FollowUpGroup, FollowUpRow
from kontaktpunkt.usecases.meetings.rows import MeetingLine, MeetingPage
from kontaktpunkt.usecases.rows import CaseRow
from kontaktpunkt.wording.emergency import line_words
from kontaktpunkt.wording.lines.homecoming import (
    obstacle_label,
    readiness_label,
    service_label,
)
from kontaktpunkt.wording.names import identity, person_name
from kontaktpunkt.wording.telling import Telling
from kontaktpunkt.wording.times import clock, planned, short_day, span, when
from kontaktpunkt.wording.words import word

Facts = tuple[tuple[str, str], ...]
"""Labels with what they say."""


def initials(name: str) -> str:
    """Give the first letters of a name, for a screen that many can see ("Å. Ö.")."""
    return " ".join(f"{part[0]}." for part in name.split() if part)


def who(case: CaseRow, now: Instant, *, discreet: bool) -> str:
    """Say who it is: by initials alone in meeting mode."""
    name = person_name(case.name, masked=case.masked)
    if discreet:
        return name if case.masked else initials(case.name)
    born = identity(case.number, case.birth_date, local_day(now), whole=False)
    return f"{name}, {born}" if born and not case.masked else name


def where(case: CaseRow) -> str:
    """Say where she is and on which number the ward answers."""
    place = " · ".join(part for part in (case.hospital, case.ward) if part)
    return ", ".join(part for part in (place, case.ward_phone) if part)


def line_of_list(line: MeetingLine, now: Instant, *, discreet: bool) -> str:
    """Say a person in the two lines of the list."""
    case = line.row.case
    head = person_name(case.name, masked=case.masked)
    if discreet and not case.masked:
        head = initials(case.name)
    ward = case.ward or case.hospital
    said = word(line.decision) if line.decision is not None else _standing(line.row, now)
    return f"{head} · {ward}\n{said}" if ward else f"{head}\n{said}"


def _standing(row: FollowUpRow, now: Instant) -> str:
    if row.home_late:
        return "ej bekräftad hemma"
    if row.ready_minutes is not None:
        holes = ", luckor" if row.with_holes else ""
        return f"klar {span(row.ready_minutes)}{holes}"
    if row.group is FollowUpGroup.EMERGENCY:
        return word(FollowUpGroup.EMERGENCY)
    if left_by(row.case, now) is not None:
        return "har lämnat sjukhuset"
    expected = row.case.expected_discharge
    return f"beräknad {planned(expected, now, short=True)}" if expected is not None else "planeras"


def facts(line: MeetingLine, telling: Telling, now: Instant) -> Facts:
    """Give what the team needs to decide: how long, what is lacking, what was said before."""
    row, case = line.row, line.row.case
    home = case.homecoming
    said = (
        ("Läge", _ready(row, now)),
        ("Betalning", _payment(row, now)),
        ("Beräknad", _expected(case, now)),
        ("På plats", f"{row.in_place} av {row.items}"),
        ("Saknas", _lacking(row, telling)),
        ("Hinder", _obstacles(row, telling, now)),
        ("Pausat", ", ".join(service_label(telling, one) for one in home.paused)),
        ("Ska till", ", ".join(p for p in (_to(case), home.place) if p)),
        ("Ansvarig", case.responsible_name or "ingen"),
        ("Sagt förut", "\n".join(_before(one, now) for one in home.reviews[-4:])),
        ("Nästa steg", word(row.next_step)),
    )
    return tuple((label, text) for label, text in said if text)


def _to(case: CaseRow) -> str:
    return word(case.homecoming.destination) if case.homecoming.destination else ""


def _ready(row: FollowUpRow, now: Instant) -> str:
    case = row.case
    if row.home_late and case.homecoming.expected_home is not None:
        return f"ej bekräftad hemma, väntades {when(case.homecoming.expected_home, now)}"
    if case.emergency is not None and row.group is FollowUpGroup.EMERGENCY:
        return ". ".join(line_words(case.emergency, now))
    left_at = left_by(case, now)
    if left_at is not None:
        return f"har lämnat sjukhuset {when(left_at, now)}"
    if case.homecoming.called_at is not None:
        at = case.homecoming.expected_home
        return f"kallad hem{f', väntas {planned(at, now)}' if at is not None else ''}"
    if case.ready_sent_at is not None and row.ready_minutes is not None:
        ready = when(case.ready_sent_at, now)
        return f"utskrivningsklar i {span(row.ready_minutes)}, sedan {ready}"
    return "permission" if case.on_leave else "inte utskrivningsklar"


def _payment(row: FollowUpRow, now: Instant) -> str:
    line = row.case.homecoming.payment
    if line.day is not None and line.only_basis:
        first = short_day(line.day, local_day(now))
        return f"tidigast {first} enligt lagen; regionen räknar på annat sätt, underlag"
    if line.day is not None:
        days = (line.day - local_day(now)).days
        if days > 0:
            return f"ansvar om {days} dygn ({short_day(line.day, local_day(now))}), underlag"
        return f"ansvar sedan {short_day(line.day, local_day(now))}, underlag"
    missing = line.hindrance or line.gap
    return word(missing) if missing is not None else ""


def _expected(case: CaseRow, now: Instant) -> str:
    if case.expected_discharge is None:
        return ""
    moved = case.expected_before
    before = f", flyttad från {planned(moved, now)}" if moved is not None else ""
    return planned(case.expected_discharge, now) + before


def _lacking(row: FollowUpRow, telling: Telling) -> str:
    if not row.in_place and not row.case.homecoming.missing and not row.case.homecoming.asked:
        return "inget är sagt än"
    return ", ".join(
        readiness_label(telling, part.code) + (" (efterfrågat)" if part.asked else "")
        for part in row.lacking
    )


def _obstacles(row: FollowUpRow, telling: Telling, now: Instant) -> str:
    return "\n".join(
        f"{obstacle_label(telling, one.code) or one.text}, {word(one.side)},"
        f" {span(minutes_between(one.since, now))}"
        for one in row.case.homecoming.obstacles
    )


def _before(line: ReviewLine, now: Instant) -> str:
    new_day = f" {planned(line.expected, now)}" if line.expected is not None else ""
    text = f": {line.text}" if line.text else ""
    return f"{when(line.at, now)} {word(line.decision)}{new_day}{text}"


def left_words(page: MeetingPage) -> str:
    """Say how far the meeting has come."""
    done = len(page.lines) - len(page.left)
    kept_out = f" {page.kept_out} visas inte: samtycke saknas." if page.kept_out else ""
    return f"{done} av {len(page.lines)} genomgångna.{kept_out}"


def signed_words(page: MeetingPage, now: Instant) -> str:
    """Say when and by whom the meeting was signed; nothing while it goes on."""
    if page.signed_at is None:
        return ""
    return f"Signerad {when(page.signed_at, now)} av {page.signed_by_name}."


def head_words(page: MeetingPage, label: str) -> str:
    """Name the meeting, when it began and who is in it."""
    there = f" · {', '.join(page.participants)}" if page.participants else ""
    unit = f" · {page.unit}" if page.unit else ""
    region = " · med regionen" if page.with_region else ""
    return f"{label.capitalize()} {clock(page.began_at)}{unit}{region}{there}"
