"""Verifying a store: every event and its chain, and that rebuilt rows equal the stored."""

from collections.abc import Callable
from contextlib import suppress
from uuid import UUID

import msgspec
from msgspec import Struct

from kontaktpunkt.domain.ledger.body import Unknown
from kontaktpunkt.domain.ledger.envelope import FIRST_LINK, link, seal
from kontaktpunkt.usecases.at_desk.office import Office
from kontaktpunkt.usecases.keeping.listing import ROWS_SHAPE
from kontaktpunkt.usecases.keeping.renew import rebuild_rows
from kontaktpunkt.usecases.ports import SealedEvent, StoreView


class Verdict(Struct, frozen=True, kw_only=True):
    """What a verification found; `faults` are Swedish-able codes with the event's number."""

    events: int = 0
    erased: int = 0
    unreadable: int = 0
    faults: tuple[tuple[str, int], ...] = ()
    rows_agree: bool | None = None

    @property
    def is_clean(self) -> bool:
        """Say whether nothing at all is wrong."""
        return not self.faults and self.rows_agree is not False


IsSigned = Callable[[bytes, bytes, bytes], bool]
"""Says whether (public key, text, signature) belong together."""


class _Walk:
    """One pass over a store's own events, each workstation number with a chain of its own."""

    def __init__(self, store: StoreView, is_signed: IsSigned | None) -> None:
        self.count = self.erased = self.unreadable = 0
        self.faults: list[tuple[str, int]] = []
        self._store = store
        self._is_signed = is_signed
        self._public = store.verifying_keys()
        self._ends: dict[int, tuple[int, bytes]] = {}
        self._act: tuple[UUID, int, int] | None = None
        self._links = b""

    def take(self, sealed: SealedEvent, *, has_body: bool) -> None:
        """Hold one event to its number, its predecessor and its body."""
        envelope = sealed.event.envelope
        last_no, last_link = self._ends.get(envelope.origin, (0, FIRST_LINK))
        if envelope.origin_no != last_no + 1:
            self.faults.append(("gap", envelope.origin_no))
        if envelope.previous != last_link:
            self.faults.append(("link", envelope.origin_no))
        if has_body and not _body_holds(sealed):
            self.faults.append(("body", envelope.origin_no))
        own_link = link(envelope)
        self._ends[envelope.origin] = (envelope.origin_no, own_link)
        self._follow_act(envelope.act_id, envelope.origin, envelope.origin_no, own_link)
        self.erased += not has_body
        self.unreadable += isinstance(sealed.event.body, Unknown)
        self.count += 1

    def end(self) -> None:
        """Check the last act, and that the store knows where its own chain ends."""
        self._check_act()
        tail = self._store.tail()
        if self._ends.get(tail.origin, (0, FIRST_LINK)) != (tail.last_no, tail.last_link):
            self.faults.append(("tail", tail.last_no))

    def _follow_act(self, act: UUID, origin: int, number: int, own_link: bytes) -> None:
        if self._act is None or self._act[0] != act:
            self._check_act()
            self._act, self._links = (act, origin, number), b""
        self._links += own_link

    def _check_act(self) -> None:
        """Hold an act to the signature of the workstation that made it."""
        if self._act is None or self._is_signed is None:
            return
        act, origin, number = self._act
        public, signature = self._public.get(origin), self._store.signature(act)
        known = public is not None and signature is not None
        if not known or not self._is_signed(public or b"", self._links, signature or b""):
            self.faults.append(("signature", number))


def verify_ledger(
    store: StoreView,
    tell: Callable[[int], None] = lambda _: None,
    is_signed: IsSigned | None = None,
) -> Verdict:
    """Walk the whole ledger of this store: numbers, links, bodies and (if asked) signatures."""
    walk = _Walk(store, is_signed)
    for sealed, has_body in store.all_sealed():
        walk.take(sealed, has_body=has_body)
        tell(walk.count)
    walk.end()
    return Verdict(
        events=walk.count,
        erased=walk.erased,
        unreadable=walk.unreadable,
        faults=tuple(walk.faults),
    )


def _body_holds(sealed: SealedEvent) -> bool:
    return seal(sealed.salt, sealed.body_text) == sealed.event.envelope.body_hash


def verify(
    office: Office,
    tell: Callable[[int], None] = lambda _: None,
    is_signed: IsSigned | None = None,
) -> Verdict:
    """Verify ledger and rows of a store; the store is left as it was."""
    with office.outside.store.reading() as store:
        verdict = verify_ledger(store, tell, is_signed)
    return msgspec.structs.replace(verdict, rows_agree=rows_agree(office))


def rows_agree(office: Office) -> bool:
    """Say whether rows made anew from the ledger equal the stored ones; nothing is kept.

    A midnight that nobody has been here for is caught up with first.
    """
    office.follow_day()
    agree = False
    with suppress(_LeaveAsItWas), office.room() as room:
        before = room.store.row_digest()
        rebuild_rows(room)
        agree = room.store.row_digest() == before
        raise _LeaveAsItWas
    return agree


def rebuild(office: Office) -> int:
    """Make all rows anew from the ledger; gives the number of subjects."""
    with office.room() as room:
        return rebuild_rows(room)


def bring_rows_up(office: Office) -> bool:
    """Rebuild the rows of a store that an earlier program made them for; says whether it did."""
    with office.outside.store.reading() as store:
        if store.rows_made_by() == ROWS_SHAPE:
            return False
    rebuild(office)
    return True


class _LeaveAsItWas(Exception):
    """Ends a transaction so that nothing of it is kept."""
