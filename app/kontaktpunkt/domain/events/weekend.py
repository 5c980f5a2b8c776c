"""What is decided of a person in hospital before a weekend (helgbesked)."""

from datetime import date, time
from enum import StrEnum

from kontaktpunkt.domain.ledger.body import Body


class WeekendAnswer(StrEnum):
    """Whether somebody may be taken home on unstaffed days."""

    YES = "yes"
    YES_IF = "yes_if"
    NO = "no"


class WeekendSide(StrEnum):
    """Who decides together: the unit's manager, and licensed staff (practice, domain 3.4)."""

    UNIT_MANAGER = "unit_manager"
    LICENSED = "licensed"


class WeekendDecided(Body, frozen=True, kw_only=True):
    """Somebody wrote down whether the person may be taken home on these days, and on whose word.

    `text` is the condition or the reason, `earliest` the local clock time from which somebody can
    be met, `ring` whom the weekend rings. A name that is missing is waited for.
    """

    days: tuple[date, ...]
    answer: WeekendAnswer
    text: str = ""
    earliest: time | None = None
    ring: str = ""
    ring_phone: str = ""
    unit_manager: str = ""
    licensed: str = ""


class WeekendConfirmed(Body, frozen=True, kw_only=True):
    """The other of the two stands behind what was decided for the weekend."""

    side: WeekendSide
    name: str
