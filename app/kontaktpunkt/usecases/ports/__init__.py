"""What the use cases ask of the outside world: each port small, each with its promise."""

from kontaktpunkt.usecases.ports.kept import Links, Original, SealedEvent, StoreKeys, Tail
from kontaktpunkt.usecases.ports.lists import ListedRow
from kontaktpunkt.usecases.ports.store import (
    Drafts,
    LedgerView,
    Preferences,
    RowView,
    Store,
    StoreAct,
    StoreView,
)
from kontaktpunkt.usecases.ports.world import (
    Chance,
    Clock,
    Hatch,
    Paper,
    Safe,
    Shelf,
    Signer,
    Word,
)

__all__ = [
    "Chance",
    "Clock",
    "Drafts",
    "Hatch",
    "LedgerView",
    "Links",
    "ListedRow",
    "Original",
    "Paper",
    "Preferences",
    "RowView",
    "Safe",
    "SealedEvent",
    "Shelf",
    "Signer",
    "Store",
    "StoreAct",
    "StoreKeys",
    "StoreView",
    "Tail",
    "Word",
]
