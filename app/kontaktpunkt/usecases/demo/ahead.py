"""What is planned ahead in the demo: SIP, and persons at home whom somebody is to look at."""

from uuid import UUID

from kontaktpunkt.domain import commands
from kontaktpunkt.domain.commands import Command
from kontaktpunkt.domain.events.concern import ConcernKind
from kontaktpunkt.domain.events.plan import MeetingForm
from kontaktpunkt.domain.staff import Receiver
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.usecases.demo.days import DemoDay
from kontaktpunkt.usecases.demo.names import case_of, item_id, person_of, staff_id
from kontaktpunkt.usecases.demo.written import Act


class Sip(Act, frozen=True, kw_only=True, tag="sip"):
    """Sets a SIP; `name` tells it from others of the story."""

    name: str
    meeting: str
    form: MeetingForm
    minutes: int = 60
    place: str = ""
    participants: tuple[str, ...] = ()
    consent: bool | None = None


class SipHeld(Act, frozen=True, kw_only=True, tag="sip_held"):
    """Notes that a SIP was held."""

    name: str
    note: str = ""


class Concern(Act, frozen=True, kw_only=True, tag="concern"):
    """Notes something seen at home; a colleague (by key) or a unit (by name) looks by a day."""

    name: str
    about: ConcernKind
    text: str
    due: str
    colleague: str = ""
    unit: str = ""


class ConcernSettled(Act, frozen=True, kw_only=True, tag="concern_settled"):
    """Says what came of it."""

    name: str
    text: str


AheadDeed = Sip | SipHeld | Concern | ConcernSettled


def ahead_wish(story: str, person: str, deed: AheadDeed, day: DemoDay) -> Command:
    """Make the command of one deed of a story about a person (by key)."""
    case, known, which = case_of(story), person_of(person), item_id(story, deed.name)
    match deed:
        case Sip():
            return _sip(case, which, deed, day)
        case SipHeld(note=note):
            return commands.HoldPlanMeeting(case=case, plan=which, note=note)
        case Concern():
            staff = staff_id(deed.colleague) if deed.colleague else None
            return commands.RaiseConcern(
                person=known,
                concern=which,
                about=deed.about,
                text=deed.text,
                to=Receiver(staff=staff, unit=deed.unit),
                due=local_day(day.at(deed.due)),
            )
        case ConcernSettled(text=text):
            return commands.SettleConcern(person=known, concern=which, text=text)


def _sip(case: UUID, plan: UUID, deed: Sip, day: DemoDay) -> Command:
    return commands.SetPlanMeeting(
        case=case,
        plan=plan,
        meeting_at=day.at(deed.meeting),
        form=deed.form,
        minutes=deed.minutes,
        place=deed.place,
        participants=deed.participants,
        consent=deed.consent,
    )
