"""What is done in a story of the demo day, as it is written down (TOML): one shape an act."""

from kontaktpunkt.domain.events.care_request import CareRequestContent
from kontaktpunkt.domain.events.case import CallDirection
from kontaktpunkt.domain.events.message import Misdirection
from kontaktpunkt.usecases.demo.ahead import AheadDeed
from kontaktpunkt.usecases.demo.deviations import DeviationDeed
from kontaktpunkt.usecases.demo.going_home.deeds import HomeDeed
from kontaktpunkt.usecases.demo.written import Act


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
    | DeviationDeed
)
