"""The words between the killed process and its witness, and how both open and read the store."""

import sys
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from kontaktpunkt.bootstrap.opening import Opening, open_desk
from kontaktpunkt.bootstrap.stores import Opened
from kontaktpunkt.domain.fold import fold
from kontaktpunkt.domain.ledger.subjects import message_subject
from kontaktpunkt.usecases.ports import StoreView

PASSPHRASE: Final = "tre torra tallar vid sjön"  # noqa: S105  of an invented store
USER: Final = "Anna Berg"
DRAFT: Final = "draft"


class Will(Struct, tag="will", kw_only=True):
    """What is about to be done: at most so many acts, all or none; or this draft."""

    what: str
    acts: int = 1
    draft: tuple[str, str, str] | None = None


class Did(Struct, tag="did", kw_only=True):
    """What the desk answered as durable: the acts, and what it shows now, by key."""

    what: str
    acts: list[UUID]
    shows: dict[str, Any]


class Ready(Struct, tag="ready"):
    """The store is open and the first act comes next."""


Line = Ready | Will | Did


def open_store(folder: Path) -> Opened:
    """Open the store of a folder as its user."""
    return open_desk(Opening(folder=folder, by=USER, passphrase=lambda _reason: PASSPHRASE))


def shown(store: StoreView, key: str) -> Any:
    """Give what the store shows under a key: a message's state, a case's line, a paper's line."""
    kind, _, name = key.partition(":")
    if kind == "message":
        subject = message_subject(UUID(name))
        return _plain(fold(subject.kind, store.events_of(subject)))
    if kind == "row":
        return _plain(store.inbox_row(UUID(name)))
    if kind == "case":
        return _plain(store.case_row(UUID(name)))
    if kind == "sheet":
        sheets = {str(row.sheet): row for row in store.sheet_rows(None, 100_000)}
        row = sheets.get(name)
        # Whose paper it is may rightly be told anew by any later message: the number stays.
        return _plain(row and replace(row, name=""))
    raise KeyError(key)


def _plain(thing: object) -> Any:
    """Give a thing as it comes out of JSON."""
    return msgspec.json.decode(msgspec.json.encode(thing))


def draft_key(subject: str, field: str) -> str:
    """Give the key that a draft is told under."""
    return f"{DRAFT}:{field}:{subject}"


def say(line: Line) -> None:
    """Print one line at once."""
    sys.stdout.buffer.write(msgspec.json.encode(line) + b"\n")
    sys.stdout.buffer.flush()
