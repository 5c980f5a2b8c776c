"""The shapes that values of a rule profile have: hours, steps, codes, tracks, amounts."""

from datetime import time
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.side import Side
from kontaktpunkt.domain.staff import Role


class Certainty(StrEnum):
    """How sure a value is: read in its source, told by another, inferred, or not confirmed."""

    VERIFIED = "verified"
    SUMMARY = "summary"
    INFERENCE = "inference"
    UNVERIFIED = "unverified"


class LayerKind(StrEnum):
    """The layers of a profile, from the law down to what the municipality decides itself."""

    LAW = "law"
    REGION = "region"
    SUBREGION = "subregion"
    MUNICIPALITY = "municipality"
    OWN = "own"


class DayKind(StrEnum):
    """Kinds of day that duty is planned for; a red day is one on Monday to Friday (röd vardag).

    A day in a storhelg is that first, whichever day of the week it is.
    """

    WEEKDAY = "weekday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"
    RED_DAY = "red_day"
    MAJOR_HOLIDAY = "major_holiday"


class Answerer(Struct, frozen=True):
    """Who answers: as staff say it, and the role where we have one for it."""

    label: str
    role: Role | None = None
    note: str = ""


class DutyHour(Struct, frozen=True, order=True):
    """A piece of a day, local time, in which somebody answers or watches; midnight ends the day."""

    opens: time
    closes: time
    label: str
    role: Role | None = None


class PlanningStep(Struct, frozen=True, kw_only=True):
    """One step of the planning: who is asked, upon which message, on which kinds of day.

    Without role it is anybody's; without message it belongs to no message; without days to all.
    """

    key: str
    label: str
    role: Role | None = None
    note: str = ""
    message: MessageKind | None = None
    days: tuple[DayKind, ...] = ()


class Code(Struct, frozen=True, omit_defaults=True):
    """A choice in a list of the municipality's or region's own; `side` says whose part it is."""

    code: str
    label: str
    side: Side | None = None


class Track(Struct, frozen=True, kw_only=True):
    """A process track (processpår): label, and colour with shape, for colour alone is not seen."""

    code: str
    label: str
    colour: str = ""
    shape: str = ""
    deadline_hours: int | None = None
    sip: bool | None = None


class Amount(Struct, frozen=True):
    """Kronor for a day of care in one year, and the instrument that set it."""

    kronor: Decimal
    instrument: str


class PaymentModel(StrEnum):
    """How payment liability is worked out (lag 2017:612 4 kap. 5 §, 5 kap. 4 §)."""

    INDIVIDUAL = "individual"
    AVERAGE = "average"
    AVERAGE_WITH_CAP = "average_with_cap"


class AverageWindow(StrEnum):
    """Over which time an average is taken."""

    MONTH = "month"
    THREE_MONTHS_POOLED = "three_months_pooled"


class TimeUnit(StrEnum):
    """What a time limit is counted in."""

    DAYS = "days"
    MONTHS = "months"


class TimeLimit(Struct, frozen=True):
    """A time limit as the agreement words it: 60 days is not two months."""

    count: int
    unit: TimeUnit
