"""What we learn about a person."""

from uuid import UUID

from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.person.facts import PersonFacts, PersonNumber
from kontaktpunkt.domain.staff import WithUs
from kontaktpunkt.domain.times import Instant


class PersonDescribed(Body, frozen=True, kw_only=True):
    """Something new was said about the person: only what is new stands here.

    `said_at` is when it was said, which may be long before it came to us; a word said earlier
    never replaces a later one.
    """

    facts: PersonFacts
    message: UUID | None = None
    said_at: Instant | None = None


class PersonNumberCorrected(Body, frozen=True, kw_only=True):
    """The number was wrong: the right one replaces it, the wrong one stays readable."""

    wrong: PersonNumber
    right: PersonNumber


class WithUsSet(Body, frozen=True, kw_only=True):
    """Somebody wrote down who the person is with us (hos oss)."""

    with_us: WithUs


class ProtectionLifted(Body, frozen=True, kw_only=True):
    """The Tax Agency has lifted the protection: on what ground somebody says so.

    What was said before no longer protects; a word of protection said after this does again.
    """

    reason: str
