"""Keeps the contingency copy fresh beside an open store, and takes its logbook home again."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec

from kontaktpunkt.bootstrap.clocks import SystemChance
from kontaktpunkt.bootstrap.contingency import places
from kontaktpunkt.bootstrap.places import is_demo
from kontaktpunkt.bootstrap.stores import Opened
from kontaktpunkt.domain.events.contingency import ContingencyUsed
from kontaktpunkt.domain.times import MINUTE, Instant
from kontaktpunkt.secrets.contingency import locks
from kontaktpunkt.secrets.contingency.copy_file import CopyHead, newest_of, write_copy
from kontaktpunkt.secrets.contingency.locks import CopyKey, FindKeyRing
from kontaktpunkt.secrets.contingency.logbook_file import (
    LOGBOOK_FILE,
    laid_aside,
    read_logbook,
    settle_logbook,
)
from kontaktpunkt.secrets.contingency.numbers import free_from
from kontaktpunkt.secrets.key_ring import system_key_ring
from kontaktpunkt.usecases.contingency.logbook import Entry, sessions_of
from kontaktpunkt.usecases.contingency.packet import write_packet
from kontaktpunkt.usecases.contingency.rows import CopyPlace, CopyStanding, PassphraseWay
from kontaktpunkt.usecases.failures import Obstacle, Unavailable

_WORKSTATION: Final = "workstation"
_KEY: Final = "contingency_key"
MINUTES: Final = "contingency_minutes"


class CopyKeeper:
    """Makes copies of one open store in all their places; runs on the clerk's lane."""

    def __init__(
        self,
        folder: Path,
        opened: Opened,
        passphrase: str = "",
        find_ring: FindKeyRing = system_key_ring,
    ) -> None:
        """`passphrase` is the store's own: it opens the copy too until one is chosen for that."""
        self._folder = folder
        self._opened = opened
        self._passphrase = passphrase
        self._find_ring = find_ring
        self._chance = SystemChance()
        self._made: dict[Path, Instant] = {}
        self._tried: dict[Path, Instant] = {}
        self._problems: dict[Path, Obstacle] = {}
        self._unread = 0

    def standing(self) -> CopyStanding:
        """Say how it is with the copies."""
        desk = self._opened.desk
        known = desk.contingency_known()
        kept = self._known_key()
        names = {row.staff: row.name for row in desk.staff()}
        return CopyStanding(
            now=desk.now(),
            places=tuple(self._place(folder, no) for no, folder in self._places()),
            minutes=desk.profile().count(MINUTES),
            passphrase=_way(kept),
            in_key_ring=kept is not None and kept.locks.in_ring,
            tried_at=known.tried_at,
            tried_by=names.get(known.tried_by, "") if known.tried_by is not None else "",
            unread=self._unread,
        )

    def keep(self, *, only_due: bool) -> CopyStanding:
        """Make a copy in each place, or only where it is older than the interval.

        A place that cannot be written is told of in what is given back, and tried again when the
        interval has passed: making the packet anew each minute for it would keep people waiting.
        """
        wanted = [
            (no, folder)
            for no, folder in self._places()
            if self._is_there(folder, no) and not (only_due and self._is_fresh(folder))
        ]
        if wanted:
            made_at = self._opened.desk.now()
            content = write_packet(self._opened.desk.contingency_packet())
            key = self._key()
            for no, folder in wanted:
                self._write(folder, no, made_at, content, key)
        return self.standing()

    def choose_passphrase(self, passphrase: str) -> CopyStanding:
        """Seal the key under a passphrase of its own; every copy is made anew under it."""
        self._seal(passphrase, chosen=True)
        return self.keep(only_due=False)

    def store_passphrase_changed(self, passphrase: str) -> None:
        """Follow the store's passphrase, where the copy has none of its own."""
        self._passphrase = passphrase
        known = self._known_key()
        if known is not None and not known.locks.chosen and known.locks.sealed is not None:
            self._seal(passphrase, chosen=False)
            self.keep(only_due=False)

    def choose_folders(self, folders: tuple[str, ...]) -> CopyStanding:
        """Keep copies in these folders too from now on."""
        store = self._opened.store
        text = places.with_further(self._further(), folders)
        store.keep_preference(_WORKSTATION, places.FURTHER, text)
        return self.keep(only_due=True)

    def take_logbooks(self) -> tuple[ContingencyUsed, ...]:
        """Give the ledger what Nödläge wrote down in any of the places; each line once."""
        given: list[ContingencyUsed] = []
        self._unread = 0
        for no, folder in self._places():
            if not self._is_there(folder, no):
                continue
            # Those laid aside too: a store put back from a copy has lost what it had of them again.
            for file in (*laid_aside(folder), folder / LOGBOOK_FILE):
                given += self._taken(file, beside_store=no == 0)
        return tuple(given)

    def forgetting(self) -> Callable[[], None]:
        """Give what removes every copy and forgets the key, once the store itself is erased."""
        known = self._known_key()
        folders = [folder for _no, folder in self._places()]

        def forget() -> None:
            for folder in folders:
                for file in folder.glob("nodlage*"):
                    file.unlink(missing_ok=True)
            if folders[0].is_dir():
                folders[0].rmdir()
            ring = self._find_ring() if known is not None and known.locks.in_ring else None
            if known is not None and ring is not None:
                ring.forget(known.locks.label)

        return forget

    # --- one place ---------------------------------------------------------------------------
    def _write(self, folder: Path, no: int, made_at: Instant, content: bytes, key: CopyKey) -> None:
        self._tried[folder] = made_at
        first, last = places.numbers_of(no)
        with self._opened.store.reading() as view:
            origin, given = view.tail().origin, view.last_sheet_serial(first, last)
        head = CopyHead(
            made_at=made_at,
            workstation=origin,
            first_number=first,
            last_number=last,
            next_number=max(first, given + 1, free_from(folder) or 0),
            locks=key.locks,
        )
        try:
            write_copy(folder, head, content, key, self._chance)
        except Unavailable as problem:
            self._problems[folder] = problem.obstacle
            return
        self._problems.pop(folder, None)
        self._made[folder] = made_at

    def _taken(self, file: Path, *, beside_store: bool) -> tuple[ContingencyUsed, ...]:
        found = read_logbook(file)
        key = (
            None if found is None else self._key_of_logbook(found.locks, beside_store=beside_store)
        )
        if found is None or key is None:
            self._unread += found is not None
            return ()
        texts, _lost = found.opened(key)
        entries = [entry for text in texts if (entry := _entry(text)) is not None]
        sessions = sessions_of(entries)
        used = self._opened.desk.take_logbook(sessions)
        now = self._opened.desk.now()
        if file.name == LOGBOOK_FILE and all(one.is_over(now) for one in sessions):
            # On a stick that cannot be written it stays, and is read again: each line counts once.
            with suppress(Unavailable):
                settle_logbook(file.parent, len(found.lines))
        return used

    def _key_of_logbook(self, of_it: locks.Locks, *, beside_store: bool) -> bytes | None:
        """Give the key of a logbook of this store; another's, on a shared stick, is left alone.

        Beside the store lies its own, also from before it was put back from a copy of itself.
        """
        known = self._known_key()
        if known is not None and known.locks.label == of_it.label:
            return known.key
        return locks.key_of(of_it, self._find_ring) if beside_store and not of_it.demo else None

    def _place(self, folder: Path, no: int) -> CopyPlace:
        return CopyPlace(
            folder=str(folder),
            beside_store=no == 0,
            made_at=self._made_at(folder),
            is_there=self._is_there(folder, no),
            problem=self._problems.get(folder),
        )

    def _is_there(self, folder: Path, no: int) -> bool:
        """Say whether a place can be reached: a stick's folder is never made in its stead."""
        try:
            return no == 0 or folder.is_dir()
        except OSError:
            # A network folder whose server is gone says so instead of no.
            return False

    def _is_fresh(self, folder: Path) -> bool:
        failed = folder in self._problems
        last = self._tried.get(folder) if failed else self._made_at(folder)
        minutes = self._opened.desk.profile().count(MINUTES)
        if last is None:
            return False
        age = self._opened.desk.now() - last
        return minutes is not None and 0 <= age < minutes * MINUTE

    def _made_at(self, folder: Path) -> Instant | None:
        if folder not in self._made:
            found, _flaw = newest_of(folder)
            if found is None:
                return None
            self._made[folder] = found.head.made_at
        return self._made[folder]

    def _places(self) -> list[tuple[int, Path]]:
        further = enumerate(self._further(), start=1)
        kept = [(no, Path(one.folder)) for no, one in further if one.kept]
        return [(0, places.beside(self._folder)), *kept]

    def _further(self) -> tuple[places.FurtherFolder, ...]:
        text = self._opened.store.preference(_WORKSTATION, places.FURTHER)
        return places.read_further(text)

    # --- the key -----------------------------------------------------------------------------
    def _known_key(self) -> CopyKey | None:
        if is_demo(self._folder):
            return locks.demo_key()
        text = self._opened.store.preference(_WORKSTATION, _KEY)
        return msgspec.json.decode(text, type=CopyKey) if text else None

    def _key(self) -> CopyKey:
        """Give the key, drawn at the first copy."""
        known = self._known_key()
        if known is None:
            label = f"nodlage-{UUID(bytes=self._chance.draw(16))}"
            known = locks.new_key(label, self._chance, self._find_ring)
            if self._passphrase:
                known = locks.under_passphrase(known, self._passphrase, self._chance, chosen=False)
            self._remember(known)
        return known

    def _seal(self, passphrase: str, *, chosen: bool) -> None:
        key = self._key()
        if not key.locks.demo:
            self._remember(locks.under_passphrase(key, passphrase, self._chance, chosen=chosen))

    def _remember(self, key: CopyKey) -> None:
        self._opened.store.keep_preference(_WORKSTATION, _KEY, msgspec.json.encode(key).decode())


def _way(key: CopyKey | None) -> PassphraseWay:
    if key is None:
        return PassphraseWay.NONE
    if key.locks.demo:
        return PassphraseWay.DEMO
    if key.locks.sealed is None:
        return PassphraseWay.NONE
    return PassphraseWay.OWN if key.locks.chosen else PassphraseWay.OF_THE_STORE


def _entry(text: bytes) -> Entry | None:
    try:
        return msgspec.json.decode(text, type=Entry)
    except (msgspec.DecodeError, UnicodeDecodeError):
        # Written by a newer program: it is left in the file that is laid aside.
        return None
