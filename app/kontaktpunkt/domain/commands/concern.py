"""What staff may want about somebody at home whom somebody is to look at."""

from datetime import date
from uuid import UUID

from kontaktpunkt.domain.commands.command import Command
from kontaktpunkt.domain.events.concern import ConcernKind
from kontaktpunkt.domain.staff import Receiver


class RaiseConcern(Command, frozen=True, kw_only=True):
    """Say what was seen, who looks and by when; with one that stands, hand it on or change it."""

    person: UUID
    concern: UUID
    about: ConcernKind
    text: str
    to: Receiver
    due: date


class SettleConcern(Command, frozen=True, kw_only=True):
    """Say that somebody has looked, and what came of it."""

    person: UUID
    concern: UUID
    text: str
