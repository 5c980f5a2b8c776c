"""What every event body is, and what stands in its place when it can't be read."""

from typing import ClassVar

from msgspec import Struct


class Body(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What happened, in the words of the domain: detachable from its envelope.

    A new optional field keeps the version; anything else is version + 1 and an upcaster.
    """

    version: ClassVar[int] = 1

    @classmethod
    def kind(cls) -> str:
        """Give the name under which the ledger keeps this body."""
        return cls.__name__


class Erased(Struct, frozen=True):
    """The body has been erased (gallrad); the envelope stays and the chain holds."""


class Unknown(Struct, frozen=True):
    """The body is of a kind or version that this program cannot read: its subject is frozen."""

    raw: bytes
