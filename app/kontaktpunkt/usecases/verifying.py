"""Verifying a store: every event and its chain, and that rebuilt rows equal the stored."""

from collections.abc import Callable
from contextlib import suppress

import msgspec
from msgspec import Struct

from kontaktpunkt.domain.body import Unknown
from kontaktpunkt.domain.envelope import FIRST_LINK, link, seal
from kontaktpunkt.usecases.at_desk.office import Office
from kontaktpunkt.usecases.ports import SealedEvent, StoreView
from kontaktpunkt.usecases.renew import rebuild_rows


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


def verify_ledger(store: StoreView, tell: Callable[[int], None] = lambda _: None) -> Verdict:
    """Walk the whole ledger of this workstation: numbers without gaps, links, and body hashes."""
    previous, expected_no = FIRST_LINK, 1
    count = erased = unreadable = 0
    faults: list[tuple[str, int]] = []
    for sealed, has_body in store.all_sealed():
        envelope = sealed.event.envelope
        if envelope.origin_no != expected_no:
            faults.append(("gap", envelope.origin_no))
        if envelope.previous != previous:
            faults.append(("link", envelope.origin_no))
        if has_body and not _body_holds(sealed):
            faults.append(("body", envelope.origin_no))
        erased += not has_body
        unreadable += isinstance(sealed.event.body, Unknown)
        previous, expected_no = link(envelope), envelope.origin_no + 1
        count += 1
        tell(count)
    tail = store.tail()
    if count and (tail.last_no != expected_no - 1 or tail.last_link != previous):
        faults.append(("tail", tail.last_no))
    return Verdict(events=count, erased=erased, unreadable=unreadable, faults=tuple(faults))


def _body_holds(sealed: SealedEvent) -> bool:
    return seal(sealed.salt, sealed.body_text) == sealed.event.envelope.body_hash


def verify(office: Office, tell: Callable[[int], None] = lambda _: None) -> Verdict:
    """Verify ledger and rows of a store; the store is left as it was."""
    with office.outside.store.reading() as store:
        verdict = verify_ledger(store, tell)
    return msgspec.structs.replace(verdict, rows_agree=rows_agree(office))


def rows_agree(office: Office) -> bool:
    """Say whether rows made anew from the ledger equal the stored ones; nothing is kept."""
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


class _LeaveAsItWas(Exception):
    """Ends a transaction so that nothing of it is kept."""
