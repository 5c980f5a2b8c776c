"""What staff may want to be written down about a person."""

from uuid import UUID

from kontaktpunkt.domain.commands.command import Command
from kontaktpunkt.domain.person.facts import PersonFacts, PersonNumber
from kontaktpunkt.domain.staff import WithUs


class DescribePerson(Command, frozen=True, kw_only=True):
    """Add what we have been told about a person."""

    person: UUID
    facts: PersonFacts


class CorrectNumber(Command, frozen=True, kw_only=True):
    """Put the right number in place of a wrong one; the wrong one stays readable."""

    person: UUID
    wrong: PersonNumber
    right: PersonNumber


class SetWithUs(Command, frozen=True, kw_only=True):
    """Write down who the person is with us (hos oss)."""

    person: UUID
    with_us: WithUs


class LiftProtection(Command, frozen=True, kw_only=True):
    """Write down that the Tax Agency has lifted the protection, and on what ground we say so."""

    person: UUID
    reason: str
