"""Opening a store and sitting down at it; the demo's store is made when it is missing."""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from kontaktpunkt.bootstrap.clocks import SystemChance, SystemClock
from kontaktpunkt.bootstrap.demo_day import make_demo
from kontaktpunkt.bootstrap.places import has_store, store_folder, vault_of
from kontaktpunkt.bootstrap.stores import Opened, StoreSafe, outside
from kontaktpunkt.secrets.signing import Ed25519Signer
from kontaktpunkt.storage.founding import open_store
from kontaktpunkt.usecases.at_desk import StaffDesk
from kontaktpunkt.usecases.failures import Obstacle, PassphraseReason, Unavailable
from kontaktpunkt.usecases.ports import Chance, Clock
from kontaktpunkt.usecases.tools import Tools
from kontaktpunkt.usecases.verifying import bring_rows_up


class Opening(Struct, frozen=True, kw_only=True):
    """Which store to open, who acts, and how to ask for a passphrase (given the reason for it)."""

    folder: Path | None = None
    demo: bool = False
    by: str = ""
    passphrase: Callable[[PassphraseReason], str | None] = lambda _reason: None
    clock: Clock | None = None
    chance: Chance | None = None


def open_desk(opening: Opening) -> Opened:
    """Open a store and sit down at it; the demo store is made when missing.

    Raises Unavailable.
    """
    folder = store_folder(opening.folder, demo=opening.demo)
    clock = opening.clock or SystemClock()
    if opening.demo and not has_store(folder):
        make_demo(folder, clock)
    if not has_store(folder):
        raise Unavailable(Obstacle.NO_STORE)
    vault = vault_of(folder)
    key = vault.key(opening.passphrase)
    store = open_store(folder, key)
    tools = Tools(
        clock=clock,
        chance=opening.chance or SystemChance(),
        signer=Ed25519Signer(store.signing_key()),
    )
    desk = StaffDesk(outside(store, tools, StoreSafe(folder, key, store)))
    bring_rows_up(desk)
    if opening.by and not sit_down(desk, opening.by):
        store.close()
        raise NobodyByThatName(opening.by)
    return Opened(desk, store)


def sit_down(desk: StaffDesk, by: str) -> bool:
    """Choose who acts, by name or id; False when nobody goes by it."""
    wanted = by.strip().casefold()
    for row in desk.staff():
        if wanted in (row.name.casefold(), str(row.staff)):
            desk.be(row.staff)
            return True
    return False


class NobodyByThatName(Exception):
    """Nobody in the store goes by the name or id that was given."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
