"""The demo's places for short stays: who is there, who waits, and a decision of last night."""

from typing import Final

from kontaktpunkt.domain import commands
from kontaktpunkt.domain.calendar.local_days import LocalDays
from kontaktpunkt.domain.calendar.red_days import is_red_day
from kontaktpunkt.domain.commands import Command
from kontaktpunkt.domain.events.place import PlaceFacts, PlaceKind
from kontaktpunkt.domain.events.short_term import DoctorAsked, ShortTermWish
from kontaktpunkt.domain.short_term import valid_until
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.demo.days import DemoDay
from kontaktpunkt.usecases.demo.names import case_of, item_id, person_of, place_id
from kontaktpunkt.usecases.demo.written import Written

Told = tuple[Instant, str, tuple[Command, ...]]
"""When, by whom (a colleague's key), and what."""

_LISTED: Final = "-30 09:15"
_FIRST: Final = "berg"


class Place(Written, frozen=True, kw_only=True):
    """A place: `holder` is a story, `taken` says it in words; `told` is whose word it is."""

    key: str
    name: str
    unit: str
    kind: PlaceKind
    rank: int = 0
    phone: str = ""
    holder: str = ""
    taken: str = ""
    since: str = ""
    until: str = ""
    held_for: str = ""
    out: str = ""
    said: str = ""
    by: str = _FIRST
    told: str = ""


class Applicant(Written, frozen=True, kw_only=True):
    """Somebody in the queue: a story, the need, and when the caseworker decided."""

    story: str
    need: str
    at: str
    by: str = _FIRST
    decided: str = ""
    caseworker: str = ""
    comes: str = ""


class NightDecision(Written, frozen=True, kw_only=True):
    """A decision outside office hours about somebody at home: a matter of her own is opened."""

    person: str
    place: str
    at: str
    by: str
    reason: str
    assessment: str
    tried_note: str


def place_wishes(places: tuple[Place, ...], day: DemoDay) -> list[Told]:
    """Tell what was said of the places."""
    listed = tuple(
        commands.ListPlace(
            place=place_id(one.key),
            facts=PlaceFacts(
                name=one.name,
                unit=one.unit,
                place_kind=one.kind,
                rank=one.rank,
                phone=one.phone,
            ),
        )
        for one in places
    )
    told: list[Told] = [(day.at(_LISTED), _FIRST, listed)]
    for one in places:
        stays = _stays(one, day)
        if stays is not None:
            told.append((day.at(one.since), one.by, (stays,)))
        if one.said:
            told.append((day.at(one.said), one.by, _said(one, day)))
    return told


def queue_wishes(applicant: Applicant, day: DemoDay) -> list[Told]:
    """Tell of somebody in the queue."""
    case = case_of(applicant.story)
    applied = commands.ApplyForShortTerm(case=case, need=applicant.need)
    told: list[Told] = [(day.at(applicant.at), applicant.by, (applied,))]
    if applicant.decided:
        decided = commands.DecideShortTerm(case=case, granted=True, caseworker=applicant.caseworker)
        told.append((day.at(applicant.decided), applicant.by, (decided,)))
    if applicant.comes:
        comes = commands.PlanShortTermArrival(
            case=case, arrives_at=day.at(applicant.comes), report_taken=True, aids="rollator"
        )
        told.append((day.at("m 40"), applicant.by, (comes,)))
    return told


def night_wishes(night: NightDecision, day: DemoDay) -> Told:
    """Tell of a decision in the evening or night, which waits for the caseworker."""
    at = day.at(night.at)
    wish = commands.GrantShortTerm(
        case=item_id(night.person, "korttid"),
        person=person_of(night.person),
        opens_case=True,
        decision=item_id(night.person, "korttidsbeslut"),
        stay=item_id(night.person, "korttidsplats"),
        valid_until=valid_until(at, LocalDays(is_red_day)),
        reason=night.reason,
        wish=ShortTermWish.SELF,
        delegation=True,
        assessment=night.assessment,
        doctor=DoctorAsked.NOT_NEEDED,
        tried=("extra_home_care", "night_visits"),
        tried_note=night.tried_note,
        place=place_id(night.place),
        handed_over=("transport", "medicines", "medicine_list"),
        told=("caseworkers",),
    )
    return at, night.by, (wish,)


def _stays(one: Place, day: DemoDay) -> Command | None:
    if not one.since:
        return None
    return commands.OccupyPlace(
        place=place_id(one.key),
        stay=item_id(one.key, "stay"),
        case=case_of(one.holder) if one.holder else None,
        until=day.maybe(one.until),
        note=one.taken,
    )


def _said(one: Place, day: DemoDay) -> tuple[Command, ...]:
    """Give what was said of a place last: held, out of use, or just that it is so."""
    place, said = place_id(one.key), OnWord(name=one.told) if one.told else None
    if one.held_for:
        held = item_id(one.key, "held")
        case = case_of(one.held_for)
        return (commands.ReservePlace(place=place, reservation=held, case=case, on_word=said),)
    if one.out:
        until = day.maybe(one.until)
        return (commands.TakePlaceOutOfUse(place=place, reason=one.out, until=until, on_word=said),)
    return (commands.CheckPlace(place=place, on_word=said),)
