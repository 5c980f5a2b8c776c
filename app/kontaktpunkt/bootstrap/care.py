"""Care of a store: backup and restore, a new passphrase, erasing a trial with its protocol."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from msgspec import Struct

from kontaktpunkt.bootstrap.clocks import SystemChance
from kontaktpunkt.bootstrap.contingency.keeping import CopyKeeper
from kontaktpunkt.bootstrap.places import vault_of
from kontaktpunkt.bootstrap.stores import Opened
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.times import Instant, to_local
from kontaktpunkt.secrets.recovery import from_text
from kontaktpunkt.secrets.signing import new_signing_key
from kontaktpunkt.secrets.vault import KEY_FILE
from kontaktpunkt.storage.care import backup as copies
from kontaktpunkt.storage.care.erasing import erase_store
from kontaktpunkt.usecases.failures import Obstacle, PassphraseReason, Unavailable
from kontaktpunkt.usecases.recovery_fault import RecoveryFault, RecoveryKind

_COPIES: Final = "kopior"
_KEPT: Final = 14
"""Two weeks of daily copies: a fault is seldom noticed the same day."""

Ask = Callable[[PassphraseReason], str | None]

_COUNTED = (
    (SubjectKind.MESSAGE, "meddelanden"),
    (SubjectKind.CASE, "ärenden"),
    (SubjectKind.PERSON, "personer"),
    (SubjectKind.SHEET, "blanketter"),
    (SubjectKind.ROUND, "avstämningar"),
    (SubjectKind.ACCESS, "rader i åtkomstloggen"),
)


class Erasure(Struct, frozen=True, kw_only=True):
    """What was erased, as a text to keep and a name for its file."""

    text: str
    file_name: str


def write_backup(folder: Path, key: bytes, to: Path) -> Path:
    """Write a checked, encrypted copy of a store. Raises Unavailable."""
    return copies.backup(folder, key, to)


def keep_daily_copy(folder: Path, key: bytes, now: Instant) -> Path | None:
    """Write the copy of this day beside a store, once a day; the oldest of many go.

    Raises Unavailable.
    """
    copies_folder = folder / _COPIES
    today = copies_folder / f"{to_local(now):%Y-%m-%d}.kopia"
    if today.exists():
        return None
    copies_folder.mkdir(mode=0o700, exist_ok=True)
    write_backup(folder, key, today)
    for old in sorted(copies_folder.glob("*.kopia"))[:-_KEPT]:
        old.unlink()
    return today


def put_back(folder: Path, from_file: Path, ask: Ask) -> Path | None:
    """Put a backup in a store's place; gives where the earlier one was laid. Raises Unavailable."""
    return _restore(folder, vault_of(folder).key(ask), from_file)


def put_back_by_sheet(
    folder: Path, from_file: Path, sheet: str, ask: Ask
) -> Path | RecoveryFault | None:
    """Put a backup back with the key from its recovery sheet; the key is kept once it has opened.

    The note of an earlier store's key is laid aside beside that store. Raises Unavailable.
    """
    key = from_text(sheet, RecoveryKind.STORE_KEY)
    if isinstance(key, RecoveryFault):
        return key
    passphrase = ask(PassphraseReason.NO_KEY_RING) or ""
    aside = _restore(folder, key, from_file)
    note = folder / KEY_FILE
    if note.exists():
        note.rename(_free(folder))
    vault_of(folder).keep(key, SystemChance(), passphrase)
    return aside


def _restore(folder: Path, key: bytes, from_file: Path) -> Path | None:
    private, public = new_signing_key(SystemChance())
    return copies.restore(from_file, folder, key, private, public)


def _free(folder: Path) -> Path:
    number = 1
    while (place := folder / f"key-aside-{number}.json").exists():
        number += 1
    return place


def change_passphrase(folder: Path, old: str, new: str) -> bool:
    """Seal the store's key under a new passphrase; False when the old one is not right."""
    return vault_of(folder).change_passphrase(old, new, SystemChance())


def erase(opened: Opened, by: str) -> Erasure:
    """Erase a demo or trial store for good, key included, and give the protocol.

    Raises Unavailable(IN_USE) while somebody else has the store open; nothing is erased then.
    """
    folder = Path(opened.desk.info().place)
    told = _protocol(opened, by)
    forget_copies = CopyKeeper(folder, opened).forgetting()
    opened.store.close()
    names = erase_store(folder)
    vault_of(folder).forget()
    forget_copies()
    if not names:
        raise Unavailable(Obstacle.NO_STORE)
    text = f"{told.text}\nRaderade filer: {', '.join(names)}. Nyckeln är glömd.\n"
    return Erasure(text=text, file_name=told.file_name)


def _protocol(opened: Opened, by: str) -> Erasure:
    desk = opened.desk
    at = to_local(desk.now())
    with opened.store.reading() as store:
        counts = [f"{sum(1 for _ in store.subjects(kind))} {words}" for kind, words in _COUNTED]
        events = store.tail().last_no
    policy = desk.policy()
    kind = "demodag (påhittade personer)" if policy.demo else "provlager"
    lines = (
        "Protokoll över radering av provlager i Kontaktpunkt",
        f"Kommun: {policy.municipality}. Slag: {kind}.",
        f"Raderat {at:%Y-%m-%d %H:%M} av {by or 'systemet'}.",
        f"Innehöll {events} händelser: {', '.join(counts)}.",
    )
    return Erasure(text="\n".join(lines), file_name=f"radering-{at:%Y-%m-%d-%H%M}.txt")
