"""What passes between the use cases and the store, as frozen values."""

from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.ledger.envelope import Event


class SealedEvent(Struct, frozen=True):
    """An event ready to be kept: envelope, the canonical body text and its salt."""

    event: Event
    body_text: bytes
    salt: bytes


class Tail(Struct, frozen=True):
    """Where this workstation's own chain ends: its number, last event number and last link."""

    origin: int
    last_no: int
    last_link: bytes


class StoreKeys(Struct, frozen=True):
    """What the store knows of itself: tenant (municipality key) and the key that ids come from."""

    tenant: str
    id_key: bytes


class Original(Struct, frozen=True):
    """A message exactly as received; `name` is the file's name, which may say who it is about."""

    sha256: str
    data: bytes
    name: str


class Links(Struct, frozen=True, kw_only=True):
    """What hangs together with a subject, so that its rows can be rebuilt."""

    messages: tuple[UUID, ...] = ()
    cases: tuple[UUID, ...] = ()
    person: UUID | None = None
