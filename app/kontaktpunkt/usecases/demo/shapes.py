"""The shapes in which the demo day's invented people and their stories are written down (TOML)."""

from msgspec import field

from kontaktpunkt.domain.contacts.shapes import UnitKind
from kontaktpunkt.domain.message_kind import Change, MessageKind
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.staff import Role, WithUs
from kontaktpunkt.usecases.demo.acts import Deed
from kontaktpunkt.usecases.demo.going_home.meetings import Meeting
from kontaktpunkt.usecases.demo.places import Applicant, NightDecision, Place
from kontaktpunkt.usecases.demo.weekend import DemoHandover, DemoWeekendWord
from kontaktpunkt.usecases.demo.written import Written


class Colleague(Written, frozen=True, kw_only=True):
    """Somebody who works at the invented municipality; the first one is the demo's user."""

    key: str
    name: str
    role: Role
    unit: str


class Unit(Written, frozen=True, kw_only=True):
    """A unit of the municipality, with those whom one rings about its people.

    Its numbers were checked so many days before those of others; without `owner` the demo's user
    answers for them.
    """

    key: str
    with_us: WithUs
    kind: UnitKind = UnitKind.OTHER
    areas: tuple[str, ...] = ()
    checked_earlier: int = 0
    owner: str = ""


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
