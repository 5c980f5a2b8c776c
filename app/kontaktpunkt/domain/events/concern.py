"""Something at home that somebody is to look at: a fall, a person who is failing, anything else."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.staff import Receiver


class ConcernKind(StrEnum):
    """What a concern is about; never a score."""

    FALL = "fall"
    FRAILTY = "frailty"
    OTHER = "other"


class ConcernRaised(Body, frozen=True, kw_only=True):
    """Somebody saw something at home: who looks, and by when; said again is handed on.

    Source: the work as it is done (deviations at home that should lead to a prepared care request).
    """

    concern: UUID
    about: ConcernKind
    text: str
    to: Receiver
    due: date


class ConcernSettled(Body, frozen=True, kw_only=True):
    """Somebody has looked, and says what came of it."""

    concern: UUID
    text: str
