"""Remembers where in a view some rows stand: paging far down need not count from the top."""

from bisect import bisect_right, insort
from collections.abc import Hashable
from threading import Lock
from typing import Final, NamedTuple

_KEPT: Final = 4000


class Anchor(NamedTuple):
    """A row's place in a view and the values that order it there."""

    place: int
    order: tuple[int, int, int, bytes]


class Anchors:
    """Places of rows by view, good for one state of the rows: each write gives a new number."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._state = -1
        self._by_view: dict[Hashable, list[Anchor]] = {}

    def nearest(self, state: int, view: Hashable, place: int) -> Anchor | None:
        """Give the last remembered row that does not stand after the place."""
        with self._lock:
            anchors = self._by_view.get(view, []) if state == self._state else []
            at = bisect_right(anchors, place, key=lambda anchor: anchor.place)
            return anchors[at - 1] if at else None

    def remember(self, state: int, view: Hashable, anchor: Anchor) -> None:
        """Remember where a row stands."""
        with self._lock:
            if state != self._state:
                self._state, self._by_view = state, {}
            anchors = self._by_view.setdefault(view, [])
            if len(anchors) < _KEPT and anchor not in anchors:
                insort(anchors, anchor)
