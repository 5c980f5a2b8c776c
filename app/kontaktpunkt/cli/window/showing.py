"""Shows the window, and then another: a new demo day, the first start, the real store."""

import shutil
from collections.abc import Callable
from pathlib import Path

from kontaktpunkt.bootstrap.places import has_store, is_demo, store_folder, vault_of
from kontaktpunkt.cli.run import DONE, NOT_NOW, complain
from kontaktpunkt.cli.window.contingency import show_contingency
from kontaktpunkt.cli.window.window_session import Next, WindowSession
from kontaktpunkt.secrets.key_ring import system_key_ring
from kontaktpunkt.ui.app import Opening as WindowOpening
from kontaktpunkt.ui.app import run
from kontaktpunkt.ui.application import application
from kontaktpunkt.ui.care import KeyPlace, StartWish
from kontaktpunkt.ui.unlock import Answered, tell, unlock
from kontaktpunkt.usecases.failures import PassphraseReason, Unavailable
from kontaktpunkt.usecases.founding import Founding
from kontaktpunkt.wording.failures import sentence_unavailable
from kontaktpunkt.wording.words import word


class Showing:
    """One run of the windowed program: from window to window until nothing more is to be shown."""

    def __init__(self, folder: Path | None, *, demo: bool, new_day: bool = False) -> None:
        self._folder = folder
        self._demo = demo
        self._fresh_demo = new_day
        self._just_begun = False
        self._just_chosen = ""

    def run(self) -> int:
        """Show windows until the user is done; 4 when a store could not be opened now."""
        app = application()
        while True:
            folder = store_folder(self._folder, demo=self._demo)
            try:
                after = self._show(folder, app.closeAllWindows)
            except Unavailable as problem:
                sentence = sentence_unavailable(problem)
                complain(sentence)
                if tell(sentence) is not Answered.CONTINGENCY:
                    return NOT_NOW
                after = Next.CONTINGENCY
            if after is Next.CONTINGENCY:
                return show_contingency(folder)
            if after is Next.NOTHING:
                return DONE
            self._fresh_demo = after is Next.NEW_DEMO_DAY
            if after is Next.FOR_REAL:
                self._demo, self._folder = False, None

    def _show(self, folder: Path, leave: Callable[[], None]) -> Next:
        if self._demo and self._fresh_demo and has_store(folder):
            from kontaktpunkt.bootstrap.contingency.places import beside
            from kontaktpunkt.storage.care.erasing import erase_store

            erase_store(folder)
            # What Nödläge wrote down about the day before is no part of the new one.
            shutil.rmtree(beside(folder), ignore_errors=True)
        if not self._demo and not has_store(folder) and not self._started(folder):
            return Next.NOTHING
        passphrase = self._passphrase(folder)
        if isinstance(passphrase, Next):
            return passphrase
        session = WindowSession(folder, demo=self._demo, passphrase=passphrase, leave=leave)
        session.take_lock()
        then = "settings" if self._just_begun else ""
        self._just_begun = False
        run(
            WindowOpening(
                open_desk=session.open,
                close_desk=session.close,
                care=session,
                then=then,
                demo=self._demo or is_demo(folder),
            )
        )
        return session.next

    def _started(self, folder: Path) -> bool:
        """Begin for real: ask what is needed, make the store; False when the user left."""
        from kontaktpunkt.bootstrap.shelf import profile_choices
        from kontaktpunkt.ui.screens.start.window import ask_start

        ring = system_key_ring()
        place = (
            KeyPlace(key_ring=ring.name)
            if ring is not None
            else KeyPlace(reason=word(PassphraseReason.NO_KEY_RING))
        )
        self._just_begun = ask_start(
            profile_choices(), place, lambda wish: self._begin(folder, wish)
        )
        return self._just_begun

    def _begin(self, folder: Path, wish: StartWish) -> None:
        """Make the store that is wished for (the start window's lane). Raises Unavailable."""
        _begin(folder, wish)
        self._just_chosen = wish.passphrase

    def _passphrase(self, folder: Path) -> str | Next:
        """Give the passphrase ('' when none is needed), or what a user without it wants instead."""
        if not has_store(folder):
            return ""
        reason = vault_of(folder).passphrase_reason()
        if reason is None:
            return ""
        if self._just_chosen:
            # Typed twice a moment ago: it is not asked for a third time.
            chosen, self._just_chosen = self._just_chosen, ""
            return chosen
        typed = ""

        def attempt(passphrase: str) -> str:
            from kontaktpunkt.bootstrap.opening import Opening, open_desk

            nonlocal typed
            typed = passphrase
            try:
                open_desk(Opening(folder=folder, passphrase=lambda _: passphrase)).store.close()
            except Unavailable as problem:
                return sentence_unavailable(problem)
            return ""

        answer = unlock(word(reason), attempt)
        if answer is Answered.OPENED:
            return typed
        return Next.CONTINGENCY if answer is Answered.CONTINGENCY else Next.NOTHING


def _begin(folder: Path, wish: StartWish) -> None:
    """Make the real store that was wished for. Raises Unavailable."""
    from kontaktpunkt.bootstrap.clocks import SystemChance, SystemClock
    from kontaktpunkt.bootstrap.stores import NewStore, begin

    founding = Founding(
        municipality=wish.municipality, profile=wish.profile, name=wish.name, role=wish.role
    )
    new = NewStore(
        folder=folder,
        founding=founding,
        clock=SystemClock(),
        chance=SystemChance(),
        passphrase=wish.passphrase or None,
    )
    begin(new).store.close()
