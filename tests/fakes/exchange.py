"""Two stores that work apart and are joined now and then: a hub that places acts in one order.

The real store takes no events of others yet: here they are laid in whole, as design section 3 says
they will be (placed ones by position), and the rows are made again from them.
"""

from collections.abc import Callable
from uuid import UUID

from fakes.content import Content
from fakes.store import StoreInMemory
from kontaktpunkt.domain.ledger.envelope import Stream
from kontaktpunkt.usecases.ports import SealedEvent


class Exchange:
    """Places the acts of some stores in one order; their access logs stay where they are."""

    def __init__(self, *stores: StoreInMemory) -> None:
        self._stores = stores
        self._placed: list[SealedEvent] = []

    def join(self, choose: Callable[[int], int]) -> None:
        """Place what is new in the stores, act by act; `choose` says whose act comes next.

        It is asked with how many stores have something left. Rows are to be rebuilt afterwards.
        """
        known = {one.event.envelope.event_id for one in self._placed}
        queues = [self._new_acts(store, known) for store in self._stores]
        while any(queues):
            left = [queue for queue in queues if queue]
            self._placed += left[choose(len(left))].pop(0)
        for store in self._stores:
            store.content = self._with_all(store)

    def _new_acts(self, store: StoreInMemory, known: set[UUID]) -> list[list[SealedEvent]]:
        acts: dict[UUID, list[SealedEvent]] = {}
        for sealed in store.content.events:
            envelope = sealed.event.envelope
            if envelope.stream is Stream.CASES and envelope.event_id not in known:
                acts.setdefault(envelope.act_id, []).append(sealed)
        return list(acts.values())

    def _with_all(self, store: StoreInMemory) -> Content:
        """Give what the store holds now: what was placed, and its own access log in its chain."""
        content = store.content.copy()
        content.drop_derived()
        access = [one for one in content.events if one.event.envelope.stream is not Stream.CASES]
        content.by_subject = {}
        for sealed in (*self._placed, *access):
            content.by_subject.setdefault(sealed.event.envelope.subject, []).append(sealed)
        everything = (*self._placed, *access)
        own = [one for one in everything if one.event.envelope.origin == store.origin]
        own.sort(key=lambda one: one.event.envelope.origin_no)
        others = (one for one in self._placed if one.event.envelope.origin != store.origin)
        content.events = [*others, *own]
        return content
