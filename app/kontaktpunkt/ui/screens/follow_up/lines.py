"""What the follow-up list says of a person, in words: pure, with the present handed in."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from kontaktpunkt.domain.events.homecoming import Destination
from kontaktpunkt.domain.profile import Code, RuleProfile
from kontaktpunkt.domain.times import Instant, local_day, minutes_between
from kontaktpunkt.ui.screens.follow_up.columns import HEADINGS, Column
from kontaktpunkt.usecases.follow_up.listing import left_by
from kontaktpunkt.usecases.follow_up.rows import FollowUpGroup, FollowUpRow, NextStep
from kontaktpunkt.usecases.rows import CaseRow
from kontaktpunkt.wording.emergency import line_words, short_words
from kontaktpunkt.wording.names import identity, person_name
from kontaktpunkt.wording.times import clock, planned, short_day, span, when
from kontaktpunkt.wording.words import word


class Tone(Enum):
    """How a line of a cell is told: red only for what we are late with, amber for today."""

    USUAL = "text"
    SOFT = "text_soft"
    TODAY = "today"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Cell:
    """Two short lines, and all there is to say as its tooltip."""

    main: str = ""
    sub: str = ""
    tone: Tone = Tone.USUAL
    sub_tone: Tone = Tone.SOFT
    whole: str = ""
    shape: str = ""
    is_bold: bool = False

    @property
    def said(self) -> str:
        """Give what a tooltip or a screen reader says."""
        return self.whole or ", ".join(part for part in (self.main, self.sub) if part)


@dataclass(frozen=True, slots=True)
class Heading:
    """The line above a group: its name, and how many are in it."""

    group: FollowUpGroup
    count: int

    @property
    def words(self) -> str:
        """Say the name of the group and how many."""
        return f"{word(self.group)} ({self.count})"


Line = Heading | FollowUpRow


@dataclass(frozen=True, slots=True)
class Terms:
    """What the words need beside the row: the present, and the profile's names for things."""

    now: Instant
    profile: RuleProfile | None

    @property
    def today(self) -> date:
        """Give the day that it is."""
        return local_day(self.now)

    def label(self, kind: str, code: str) -> str:
        """Name a code of the profile's list of this kind."""
        codes: Sequence[Code] = getattr(self.profile, kind, ()) if self.profile else ()
        return next((one.label for one in codes if one.code == code), code)

    def meeting(self, place: int) -> str:
        """Give the code of the first or second meeting of a day."""
        meetings = self.profile.meetings if self.profile is not None else ()
        return meetings[place].code if place < len(meetings) else ""


def grouped(rows: Iterable[FollowUpRow], *, with_headings: bool = True) -> list[Line]:
    """Give the rows under the headings of their groups, each group in the order that was given."""
    found = list(rows)
    if not with_headings:
        return list(found)
    lines: list[Line] = []
    for group in FollowUpGroup:
        members = [row for row in found if row.group is group]
        if members:
            lines += [Heading(group, len(members)), *members]
    return lines


def heading_of(column: Column, profile: RuleProfile | None) -> str:
    """Name a column; the meetings by the profile's own names."""
    place = {Column.FIRST_MEETING: 0, Column.SECOND_MEETING: 1}.get(column)
    if place is None or profile is None:
        return HEADINGS[column]
    meetings = profile.meetings
    return meetings[place].label.capitalize() if place < len(meetings) else ""


def cells(row: FollowUpRow, terms: Terms) -> Sequence[Cell]:
    """Say a person in one cell for each column."""
    return tuple(_CELLS[column](row, terms) for column in Column)


def _person(row: FollowUpRow, terms: Terms) -> Cell:
    case = row.case
    born = identity(case.number, case.birth_date, terms.today, whole=False)
    with_us = case.unit or "okänd hos oss"
    sub = with_us if case.masked or not born else f"{born.replace('född', 'f.')} · {with_us}"
    return Cell(
        person_name(case.name, masked=case.masked),
        sub,
        shape="protected" if case.masked else "",
        is_bold=True,
    )


def _place(row: FollowUpRow, _terms: Terms) -> Cell:
    case = row.case
    more = " · ".join(part for part in (case.hospital, case.track) if part)
    whole = ", ".join(
        part for part in (case.ward, case.hospital, case.ward_phone, case.track) if part
    )
    return Cell(case.ward or case.hospital, more if case.ward else case.track, whole=whole)


def _expected(row: FollowUpRow, terms: Terms) -> Cell:
    case = row.case
    home = case.homecoming
    if home.called_at is not None:
        at = home.expected_home
        today = at is not None and local_day(at) == terms.today
        said = "" if at is None else clock(at) if today else planned(at, terms.now, short=True)
        main = f"hem {said}" if said else "kallad hem"
        tone = Tone.TODAY if today else Tone.USUAL
        called = f"kallad hem {when(home.called_at, terms.now)}"
        return Cell(main, "", tone, whole=f"{called}, {main}")
    if case.expected_discharge is None:
        return Cell()
    moved = case.expected_before
    sub = f"flyttad från {short_day(local_day(moved), terms.today)}" if moved is not None else ""
    return Cell(
        planned(case.expected_discharge, terms.now, short=True),
        sub,
        whole=f"beräknad utskrivning {planned(case.expected_discharge, terms.now)}"
        + (f", {sub}" if sub else ""),
    )


def _ready(row: FollowUpRow, terms: Terms) -> Cell:
    case = row.case
    warning = _warning(row, terms)
    if warning is not None:
        return warning
    if case.homecoming.reached_at is not None:
        return Cell(f"hemma {when(case.homecoming.reached_at, terms.now)}")
    if row.group is FollowUpGroup.EMERGENCY and case.emergency is not None:
        said = ". ".join(line_words(case.emergency, terms.now))
        return Cell(short_words(case.emergency, terms.now), whole=said, shape="kind_emergency")
    if not case.in_hospital and case.discharged_at is not None:
        return Cell(f"utskriven {when(case.discharged_at, terms.now)}")
    if row.ready_minutes is None or case.ready_sent_at is None:
        return _not_there_ready(case, terms)
    pays, tone = _payment(row, terms)
    whole = f"utskrivningsklar sedan {when(case.ready_sent_at, terms.now)}. Betalning: {pays}"
    return Cell(
        f"klar {span(row.ready_minutes)}", pays, sub_tone=tone, whole=whole, shape="kind_ready"
    )


def _warning(row: FollowUpRow, terms: Terms) -> Cell | None:
    """Say what is wrong with the homecoming that was agreed."""
    home = row.case.homecoming
    if home.withdrawn_at is not None:
        since = when(home.withdrawn_at, terms.now)
        said = f"utskrivningsklar återtagen {since}, men personen är kallad hem"
        return Cell("klar återtagen", f"{since}, efter kallelsen", Tone.WRONG, whole=said)
    if row.home_late and home.expected_home is not None:
        late = minutes_between(home.expected_home, terms.now)
        return Cell("ej bekräftad hemma", f"väntades för {span(late)} sedan", Tone.WRONG)
    return None


def _not_there_ready(case: CaseRow, terms: Terms) -> Cell:
    """Say that she has left though the region has not told of it, or that she is on leave."""
    left_at = left_by(case, terms.now)
    if left_at is not None:
        said = f"har lämnat {when(left_at, terms.now)}"
        return Cell(said, "utskrivning ej meddelad", whole=f"{said}, utskrivning ej meddelad")
    return Cell("permission", shape="kind_leave") if case.on_leave else Cell()


def _payment(row: FollowUpRow, terms: Terms) -> tuple[str, Tone]:
    """Say when payment liability starts, or why it does not run."""
    line = row.case.homecoming.payment
    if line.day is None:
        missing = line.hindrance or line.gap
        return (word(missing), Tone.SOFT) if missing is not None else ("", Tone.SOFT)
    if line.only_basis:
        return f"tidigast {short_day(line.day, terms.today)}, underlag", Tone.SOFT
    days = (line.day - terms.today).days
    if days <= 0:
        since = "börjar i dag" if days == 0 else f"sedan {short_day(line.day, terms.today)}"
        return f"ansvar {since}", Tone.WRONG if days else Tone.TODAY
    when_ = "i morgon" if days == 1 else f"om {days} dygn"
    return f"ansvar {when_}", Tone.TODAY if days == 1 else Tone.SOFT


def _in_place(row: FollowUpRow, terms: Terms) -> Cell:
    if row.group is FollowUpGroup.AT_HOME:
        paused = row.case.homecoming.paused
        names = ", ".join(terms.label("paused_services", one) for one in paused)
        return Cell(f"{len(paused)} pausade", names, Tone.WRONG) if paused else Cell()
    lacking = ", ".join(
        terms.label("readiness_items", part.code) + (" (efterfrågat)" if part.asked else "")
        for part in row.lacking
    )
    main = f"{row.in_place} av {row.items}"
    if not row.in_place and not row.case.homecoming.missing:
        return Cell(main, "inget sagt än", whole=f"{main}. Saknas: {lacking}")
    sub = f"saknas: {lacking}" if lacking else "allt på plats"
    if row.with_holes:
        main = f"{main}, luckor"
    return Cell(main, sub, Tone.TODAY if row.with_holes else Tone.USUAL, whole=f"{main}. {sub}")


def _obstacle(row: FollowUpRow, terms: Terms) -> Cell:
    found = row.case.homecoming.obstacles
    if not found:
        return Cell()
    said = [
        f"{terms.label('obstacle_codes', one.code) or one.text}, {word(one.side)},"
        f" {span(minutes_between(one.since, terms.now))}"
        for one in found
    ]
    first = found[0]
    main = terms.label("obstacle_codes", first.code) or first.text
    more = f", {len(found) - 1} till" if len(found) > 1 else ""
    return Cell(main, f"{word(first.side)}{more}", whole="; ".join(said))


def _to(row: FollowUpRow, _terms: Terms) -> Cell:
    home = row.case.homecoming
    if home.destination is None:
        return Cell()
    whole = ", ".join(part for part in (word(home.destination), home.place) if part)
    short = "SÄBO" if home.destination is Destination.CARE_HOME else word(home.destination)
    return Cell(short, home.place, whole=whole)


def _responsible(row: FollowUpRow, _terms: Terms) -> Cell:
    name = row.case.responsible_name
    return Cell(name) if name else Cell("ingen", tone=Tone.TODAY, whole="Ingen ansvarig")


def _said(place: int) -> Callable[[FollowUpRow, Terms], Cell]:
    def cell(row: FollowUpRow, terms: Terms) -> Cell:
        line = row.said(terms.meeting(place))
        if line is None:
            return Cell()
        new_day = f" {planned(line.expected, terms.now)}" if line.expected is not None else ""
        whole = f"{word(line.decision)}{new_day}, {clock(line.at)}. {line.text}"
        return Cell(word(line.decision), line.text or new_day.strip(), whole=whole)

    return cell


def _next(row: FollowUpRow, _terms: Terms) -> Cell:
    step = row.next_step
    pressing = step is NextStep.TAKE_BACK_CALL or (step is NextStep.CONFIRM_HOME and row.home_late)
    main, _comma, more = word(step).partition(", ")
    return Cell(
        main,
        more or ("nytt sedan mötet" if row.changed and row.today else ""),
        Tone.WRONG if pressing else Tone.SOFT if step is NextStep.AWAIT else Tone.USUAL,
        is_bold=step is not NextStep.AWAIT,
    )


_CELLS: Final[Mapping[Column, Callable[[FollowUpRow, Terms], Cell]]] = {
    Column.PERSON: _person,
    Column.PLACE: _place,
    Column.EXPECTED: _expected,
    Column.READY: _ready,
    Column.IN_PLACE: _in_place,
    Column.OBSTACLE: _obstacle,
    Column.TO: _to,
    Column.RESPONSIBLE: _responsible,
    Column.FIRST_MEETING: _said(0),
    Column.SECOND_MEETING: _said(1),
    Column.NEXT: _next,
}
