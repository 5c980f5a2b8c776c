"""One window at one store: opens the desk, cares for the store, says what comes next."""

import logging
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from kontaktpunkt.bootstrap.clocks import SystemClock
from kontaktpunkt.bootstrap.early_desk import EarlyDesk
from kontaktpunkt.bootstrap.places import has_store, vault_of
from kontaktpunkt.log import close_log, open_log
from kontaktpunkt.storage.care.lock import WindowLock
from kontaktpunkt.storage.first_page import first_page
from kontaktpunkt.ui.care import ErasureProtocol
from kontaktpunkt.usecases.desk import Desk
from kontaktpunkt.usecases.failures import Unavailable
from kontaktpunkt.usecases.rows import InboxPage, InboxQuery

if TYPE_CHECKING:  # loaded when the store is opened
    from kontaktpunkt.bootstrap.contingency.keeping import CopyKeeper
    from kontaktpunkt.bootstrap.stores import Opened

_LOG = logging.getLogger(__name__)
_WORKSTATION: Final = "workstation"
_LAST_USER: Final = "last_user"


class Next(StrEnum):
    """What is to be shown when the window has closed."""

    NOTHING = "nothing"
    NEW_DEMO_DAY = "new_demo_day"
    FOR_REAL = "for_real"
    CONTINGENCY = "contingency"


class WindowSession:
    """What `ui.care.StoreCare` asks for, and the way from a window to its desk and away from it.

    `open` and `close` run on the clerk's lane; `leave` is called on the Qt thread to close the
    window, and `next` then says what is to be shown instead.
    """

    def __init__(
        self, folder: Path, *, demo: bool, passphrase: str, leave: Callable[[], None]
    ) -> None:
        self.next = Next.NOTHING
        self._folder = folder
        self._demo = demo
        self._passphrase = passphrase
        self._leave = leave
        self._lock = WindowLock(folder)
        self._opened: Opened | None = None
        self._keeper: CopyKeeper | None = None

    def take_lock(self) -> None:
        """Be the one window of the store. Raises Unavailable(IN_USE)."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._lock.take()
        open_log(self._folder)

    def open(self) -> Desk:
        """Give the desk; its first page is there at once. Raises Unavailable.

        A store with a passphrase is opened at once: making its key takes longer than loading.
        """
        if self._passphrase or not has_store(self._folder):
            return self._open_whole()
        early = EarlyDesk(self._open_whole, self._first_page, SystemClock())
        return cast("Desk", early)

    def _first_page(self, query: InboxQuery, count: int) -> InboxPage:
        key = vault_of(self._folder).key(lambda _reason: self._passphrase)
        return first_page(self._folder, key, query, count)

    def _open_whole(self) -> Desk:
        """Open the store and sit down as whoever sat there last."""
        # Heavy (SQLAlchemy, readers, keys): loaded here, on the clerk's lane, behind the window.
        from kontaktpunkt.bootstrap.opening import Opening, open_desk

        wish = Opening(
            folder=self._folder, demo=self._demo, passphrase=lambda _reason: self._passphrase
        )
        self._opened = open_desk(wish)
        desk, store = self._opened.desk, self._opened.store
        last = store.preference(_WORKSTATION, _LAST_USER)
        staff = desk.staff()
        chosen = [row for row in staff if str(row.staff) == last] or list(staff[:1])
        for row in chosen:
            desk.be(row.staff)
        return desk

    def close(self) -> None:
        """Remember who sat here, close the store and give the lock back."""
        if self._opened is not None:
            user = str(self._opened.desk.me.staff)
            self._opened.store.keep_preference(_WORKSTATION, _LAST_USER, user)
            self._last_copies()
            self._opened.store.close()
            self._opened = self._keeper = None
            self._copy_of_the_day()
        self._lock.release()
        close_log()

    def _last_copies(self) -> None:
        """Leave contingency copies that are as new as the store; one that fails stops nobody."""
        keeper = self.copies()
        try:
            if keeper is not None:
                keeper.keep(only_due=False)
        except Unavailable as problem:
            _LOG.warning("the contingency copies failed: %s", problem.obstacle)

    def _copy_of_the_day(self) -> None:
        """Keep an encrypted copy a day beside a real store; a copy that fails stops nobody."""
        from kontaktpunkt.bootstrap import care

        if self._demo:
            return
        key = vault_of(self._folder).key(lambda _reason: self._passphrase)
        try:
            care.keep_daily_copy(self._folder, key, SystemClock().now())
        except Unavailable as problem:
            _LOG.warning("the copy of the day failed: %s", problem.obstacle)

    # --- care of the store ------------------------------------------------------------------
    def uses_passphrase(self) -> bool:
        """Say whether the key lies under a passphrase (else in the system's key ring)."""
        return vault_of(self._folder).passphrase_reason() is not None

    def change_passphrase(self, old: str, new: str) -> bool:
        """Seal the key with a new passphrase; False when the old one is not right."""
        from kontaktpunkt.bootstrap import care

        changed = care.change_passphrase(self._folder, old, new)
        if changed:
            self._passphrase = new
            keeper = self.copies()
            if keeper is not None:
                keeper.store_passphrase_changed(new)
        return changed

    def backup(self, to: str) -> str:
        """Write a checked, encrypted copy of the store to a file, and give its path."""
        from kontaktpunkt.bootstrap import care

        key = vault_of(self._folder).key(lambda _reason: self._passphrase)
        return str(care.write_backup(self._folder, key, Path(to)))

    def copies(self) -> "CopyKeeper | None":
        """Give who keeps the contingency copies of the open store; none before it is open."""
        if self._keeper is None and self._opened is not None:
            from kontaktpunkt.bootstrap.contingency.keeping import CopyKeeper

            self._keeper = CopyKeeper(self._folder, self._opened, self._passphrase)
        return self._keeper

    def erase_trial(self) -> ErasureProtocol:
        """Erase the demo or trial store for good, and give the protocol."""
        from kontaktpunkt.bootstrap import care

        if self._opened is None:
            return ErasureProtocol(text="", file_name="")
        by = self._opened.desk.me.name
        opened, self._opened = self._opened, None
        self._keeper = None
        close_log()
        self._lock.release()
        erased = care.erase(opened, by)
        return ErasureProtocol(text=erased.text, file_name=erased.file_name)

    def trial_erased(self) -> None:
        """Leave the erased store: the window closes."""
        self._go_to(Next.NOTHING)

    def restart_demo_day(self) -> None:
        """Build a new demo day around now and show it."""
        self._go_to(Next.NEW_DEMO_DAY)

    def begin_for_real(self) -> None:
        """Leave the demo for the first start of a real store."""
        self._go_to(Next.FOR_REAL)

    def open_contingency(self) -> None:
        """Leave a store that does not open for Nödläge."""
        self._go_to(Next.CONTINGENCY)

    def _go_to(self, what: Next) -> None:
        self.next = what
        self._leave()
