"""The shapes in which the demo day's invented people and their stories are written down (TOML)."""

from msgspec import field

from kontaktpunkt.domain.contacts.shapes import UnitKind
from kontaktpunkt.domain.events.care_request import CareRequestContent
from kontaktpunkt.domain.events.case import CallDirection
from kontaktpunkt.domain.events.message import Misdirection
from kontaktpunkt.domain.message_kind import Change, MessageKind
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.staff import Role, WithUs
from kontaktpunkt.usecases.demo.ahead import AheadDeed
from kontaktpunkt.usecases.demo.going_home.deeds import HomeDeed
from kontaktpunkt.usecases.demo.going_home.meetings import Meeting
from kontaktpunkt.usecases.demo.places import Applicant, NightDecision, Place
from kontaktpunkt.usecases.demo.weekend import DemoHandover, DemoWeekendWord
from kontaktpunkt.usecases.demo.written import Act, Written


class Colleague(Written, frozen=True, kw_only=True):
    """Somebody who works at the invented municipality; the first one is the demo's user."""

    key: str
    name: str
    role: Role
    unit: str


class Unit(Written, frozen=True, kw_only=True):
    """A unit of the municipality, with those whom one rings about its people."""

    key: str
    with_us: WithUs
    kind: UnitKind = UnitKind.OTHER
    areas: tuple[str, ...] = ()


class Ward(Written, frozen=True, kw_only=True):
    """A ward of an invented hospital, or a health centre."""

    key: str
    hospital: str
    name: str
    phone: str


class Person(Written, frozen=True, kw_only=True):
    """An invented person; `number` as staff type it, `unit` empty for somebody unknown to us."""

    key: str
    number: str
    given: str
    family: str
    street: str = ""
    phone: str = ""
    unit: str = ""
    home: str = ""
    protection: Protection = Protection.NONE


class Message(Written, frozen=True, kw_only=True):
    """One message of a story; the times are words that `DemoDay.at` understands.

    One sent on an earlier day is handled at once unless it is `left`; one of today stays open
    unless an act of the story says otherwise. `same_as` gives it another message's identity.
    """

    kind: MessageKind
    sent: str
    key: str = ""
    received: str = ""
    left: bool = False
    change: Change = Change.NEW
    of: tuple[str, ...] = ()
    same_as: str = ""
    ward: str = ""
    happened: str = ""
    admitted: str = ""
    expected: str = ""
    ready: str = ""
    discharged: str = ""
    to: str = ""
    leave: str = ""
    back: bool = False
    consent: bool | None = None
    meeting: str = ""
    form: str = ""
    place: str = ""
    participants: tuple[str, ...] = ()
    thread: str = ""
    subject: str = ""
    category: str = ""
    text: str = ""
    earlier: str = ""
    told_by: str = ""
    told_by_phone: str = ""


class Take(Act, frozen=True, kw_only=True, tag="take"):
    """Takes a message."""

    message: str


class Acknowledge(Act, frozen=True, kw_only=True, tag="acknowledge"):
    """Notes that the message is acknowledged in the region's system."""

    message: str


class HandOver(Act, frozen=True, kw_only=True, tag="hand_over"):
    """Hands a message over, to a colleague or to a unit."""

    message: str
    colleague: str = ""
    unit: str = ""
    note: str = ""


class Defer(Act, frozen=True, kw_only=True, tag="defer"):
    """Lets a message wait until a time, or for an answer."""

    message: str
    until: str = ""
    note: str = ""


class Misdirect(Act, frozen=True, kw_only=True, tag="misdirect"):
    """Notes that a message was not for us."""

    message: str
    way: Misdirection
    to: str = ""
    note: str = ""


class Finish(Act, frozen=True, kw_only=True, tag="finish"):
    """Says that a message is done."""

    message: str
    note: str = ""


class Call(Act, frozen=True, kw_only=True, tag="call"):
    """Notes a phone call."""

    counterpart: str
    phone: str = ""
    text: str = ""
    answered: bool = True
    read_back: bool = False
    direction: CallDirection = CallDirection.OUT


class Note(Act, frozen=True, kw_only=True, tag="note"):
    """Adds a working note."""

    text: str


class Deviation(Act, frozen=True, kw_only=True, tag="deviation"):
    """Notes a deviation."""

    code: str
    text: str


class Tick(Act, frozen=True, kw_only=True, tag="tick"):
    """Ticks a planning step, on somebody's word when `word` names one."""

    step: str
    word: str = ""
    word_phone: str = ""


class Contact(Act, frozen=True, kw_only=True, tag="contact"):
    """Reaches the person in the emergency ward, or tries to."""

    answered: bool = True
    phone: str = ""
    text: str = ""


class Untick(Act, frozen=True, kw_only=True, tag="untick"):
    """Takes the tick away again."""

    step: str


class Document(Act, frozen=True, kw_only=True, tag="document"):
    """Puts a text on the list of what is to be documented in the region's system."""

    item: str
    text: str


class Documented(Act, frozen=True, kw_only=True, tag="documented"):
    """Ticks that a text has been documented."""

    item: str


class CareRequest(Act, frozen=True, kw_only=True, tag="care_request"):
    """Writes the person's prepared care request; `look_over` is a day of the demo, with a clock."""

    content: CareRequestContent
    look_over: str = ""


class Went(Act, frozen=True, kw_only=True, tag="went"):
    """Sends the person to hospital, in a case of its own that waits for the admission notice."""

    text: str
    hospital: str = ""
    sent_by: str = ""
    note: str = ""


class Close(Act, frozen=True, kw_only=True, tag="close"):
    """Closes the case."""

    note: str = ""


Deed = (
    Take
    | Acknowledge
    | HandOver
    | Defer
    | Misdirect
    | Finish
    | Call
    | Note
    | Deviation
    | Tick
    | Contact
    | Untick
    | Document
    | Documented
    | CareRequest
    | Went
    | Close
    | HomeDeed
    | AheadDeed
)


class Story(Written, frozen=True, kw_only=True):
    """One stay or matter: what came about it and what was done; `handler` deals with earlier days.

    `ticked` are the steps that the handler ticks with the first message.
    """

    person: str
    ward: str
    handler: str = "berg"
    key: str = ""
    ticked: tuple[str, ...] = ()
    messages: tuple[Message, ...]
    acts: tuple[Deed, ...] = ()

    @property
    def name(self) -> str:
        """Give the key; by default the person's, who then has one story."""
        return self.key or self.person


class RawOriginal(Written, frozen=True, kw_only=True):
    """An original that is no message of ours: taken in as it stands."""

    name: str
    received: str
    text: str


class InboxLook(Written, frozen=True, kw_only=True):
    """A look in the region's inbox that is made each day: whose (a colleague's key) and when.

    `off` is for days when the contact point is closed; `forgotten` so many days ago.
    """

    who: str
    clock: str
    off: bool = False
    found_new: bool = False
    forgotten: int = 0


class DemoPeople(Written, frozen=True, kw_only=True):
    """All that the demo day is made of; `own_values` are JSON texts by key of the profile."""

    municipality: str
    profile: str
    untaken_minutes: int
    system: str
    own_values: dict[str, str] = field(default_factory=dict[str, str])
    colleagues: tuple[Colleague, ...]
    units: tuple[Unit, ...]
    wards: tuple[Ward, ...]
    people: tuple[Person, ...]
    stories: tuple[Story, ...]
    originals: tuple[RawOriginal, ...] = ()
    looks: tuple[InboxLook, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    weekend: tuple[DemoWeekendWord, ...] = ()
    handover: tuple[DemoHandover, ...] = ()
    places: tuple[Place, ...] = ()
    queue: tuple[Applicant, ...] = ()
    nights: tuple[NightDecision, ...] = ()
