"""The desk while heavy rooms are being loaded: the inbox's first page, then everything."""

import sys
from collections.abc import Callable
from typing import Any
from uuid import UUID

from kontaktpunkt.domain.staff import Role
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.desk import Desk
from kontaktpunkt.usecases.ports import Clock
from kontaktpunkt.usecases.rows import InboxPage, InboxQuery, StaffRow
from kontaktpunkt.usecases.showing.masking import mask_inbox_row

FirstPage = Callable[[InboxQuery, int], InboxPage]
"""Reads the first rows of a view by the bare driver, as stored."""

_NOBODY = StaffRow(staff=UUID(int=0), name="", role=Role.CONTACT_POINT)
_BEFORE_ANYTHING = -1


class EarlyDesk:
    """Answers the inbox's very first question at once; whatever else is asked opens the whole desk.

    All is asked on the clerk's lane, one question at a time, but for `now` and `me`, which never
    wait. Until it is known who sits here, protected persons are hidden; the mark of change then
    differs from the next one asked for, so that the screens fetch their rows again.
    """

    def __init__(self, open_whole: Callable[[], Desk], first: FirstPage, clock: Clock) -> None:
        self._open_whole = open_whole
        self._first: FirstPage | None = first
        self._clock = clock
        self._whole: Desk | None = None
        self._hides = False

    @property
    def me(self) -> StaffRow:
        """Give the active user; nobody while the desk is being opened."""
        return _NOBODY if self._whole is None else self._whole.me

    def now(self) -> Instant:
        """Give the time that the desk goes by."""
        return self._clock.now() if self._whole is None else self._whole.now()

    def inbox(self, query: InboxQuery, start: int, count: int) -> InboxPage:
        """Give a page of a view: the very first one without waiting for the desk."""
        first, self._first = self._first, None
        if first is None or self._whole is not None or start or query != InboxQuery():
            return self._opened().inbox(query, start, count)
        page = first(query, count)
        rows = tuple(mask_inbox_row(row, None) for row in page.rows)
        self._hides = any(row.masked for row in rows)
        return InboxPage(page.start, rows, page.total)

    def change_mark(self) -> int:
        """Give a number that differs when another process has written, or when rows were hidden."""
        if self._whole is None or self._hides:
            self._hides = False
            return _BEFORE_ANYTHING
        return self._whole.change_mark()

    def __getattr__(self, name: str) -> Callable[..., Any]:
        """Give a question to ask later: naming it, on the Qt thread, opens nothing."""

        def ask(*words: object, **named: object) -> Any:
            return getattr(self._opened(), name)(*words, **named)

        return ask

    def _opened(self) -> Desk:
        if self._whole is None:
            # Loading keeps the interpreter busy for half a second: the window, which is painting
            # its first rows just now, gets its turn ten times as often meanwhile.
            turn = sys.getswitchinterval()
            sys.setswitchinterval(turn / 10)
            try:
                self._whole = self._open_whole()
            finally:
                sys.setswitchinterval(turn)
        return self._whole
