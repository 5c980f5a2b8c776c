"""The inbox at a desk: pages, counts, cards; who sees what is masked and noted here."""

from datetime import time
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.events.message import MessageSetAside
from kontaktpunkt.domain.events.office import AccessKind, AccessNoted
from kontaktpunkt.domain.ledger.subjects import message_subject
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.times import Instant, at_local, local_day
from kontaktpunkt.usecases.at_desk.office import Office
from kontaktpunkt.usecases.desk import SetAsidePage
from kontaktpunkt.usecases.joining.joined import cases_with
from kontaktpunkt.usecases.keeping import access
from kontaktpunkt.usecases.ports import StoreView
from kontaktpunkt.usecases.rows import (
    InboxCounts,
    InboxPage,
    InboxQuery,
    InboxRow,
    InboxView,
    MessageCard,
)
from kontaktpunkt.usecases.showing.masking import mask_inbox_row, mask_seen

_LISTED_AT_MOST = 1_000


class InboxDesk(Office):
    """What the inbox asks."""

    def inbox(self, query: InboxQuery, start: int, count: int) -> InboxPage:
        """Give a page of a view, masked for this user."""
        whole = self._whole(query)
        with self.outside.store.reading() as store:
            rows = tuple(self._masked(store, row) for row in store.inbox_rows(whole, start, count))
            total = store.inbox_count(whole)
        self._note_list(f"inkorg {query.view}", total)
        return InboxPage(start, rows, total)

    def inbox_place(self, query: InboxQuery, message: UUID) -> int | None:
        """Say at which place of a view a message stands."""
        with self.outside.store.reading() as store:
            return store.inbox_place(self._whole(query), message)

    def counts(self, query: InboxQuery) -> InboxCounts:
        """Count all views for this user, and what is late."""
        whole = self._whole(query)
        with self.outside.store.reading() as store:
            by_view = {view: store.inbox_count(replace(whole, view=view)) for view in InboxView}
            return InboxCounts(
                by_view=by_view,
                late=store.late_count(self.now()),
                set_aside=store.set_aside_count(),
            )

    def card(self, message: UUID) -> MessageCard | None:
        """Show one message; noted in the access log before it is shown."""
        with self.reading() as reading:
            card = reading.card(message)
        if card is not None:
            card = replace(card, colleagues_drafts=self._drafts_of_others(message, card))
        if card is not None and card.state.person is not None:
            self._note_reading(card.state.person, card.state.case)
        elif card is not None and card.row.name:
            self._note_set_aside_reading()
        return card

    def original_text(self, message: UUID) -> str:
        """Give the original as text, as received; '' when there is none or it may not be shown.

        That of a protected person is shown to nobody: address and phone stand in it. Who asks
        without answering for the case is noted as denied.
        """
        card = self.card(message)
        if card is None:
            return ""
        if card.row.protection is not Protection.NONE:
            if card.row.masked:
                self._note_denied(card.state.person, card.state.case)
            return ""
        body = card.state.taken_in or card.state.set_aside
        with self.outside.store.reading() as store:
            original = store.original(body.original) if body else None
        return self.outside.legible(original.data) if original else ""

    def set_aside_rows(self) -> tuple[InboxRow, ...]:
        """Give the set-aside originals that nobody has handled, masked for this user."""
        with self.outside.store.reading() as store:
            rows = store.set_aside_rows(_LISTED_AT_MOST)
        self._note_list("ej inläst", len(rows))
        return tuple(mask_inbox_row(row, self.my_id) for row in rows)

    def set_aside(self, message: UUID) -> SetAsidePage | None:
        """Show a set-aside original; noted in the access log when a person was seen in it.

        Of a protected person only its owner sees who and what, for she is to complete it by hand.
        """
        with self.outside.store.reading() as store:
            row = store.inbox_row(message)
            events = store.events_of(message_subject(message))
            aside = events[0].body if events else None
            if row is None or not isinstance(aside, MessageSetAside):
                return None
            original = store.original(aside.original)
        may = not mask_inbox_row(row, self.my_id).masked
        if not may:
            self._note_denied(aside.person, None)
        elif aside.seen_person is not None:
            self._note_set_aside_reading()
        seen = aside.seen_person
        return SetAsidePage(
            message=message,
            reason=aside.reason,
            place=aside.place,
            file_name=aside.file_name if may else "",
            size=aside.size,
            received_at=events[0].envelope.noted_at,
            text=self.outside.legible(original.data) if original and may else "",
            seen_person=mask_seen(seen, row.protection, may=may) if seen else None,
        )

    def _masked(self, store: StoreView, row: InboxRow) -> InboxRow:
        """Mask a row; who answers for its case may see it in the list too."""
        if row.protection is Protection.NONE or row.case is None:
            return mask_inbox_row(row, self.my_id)
        case = store.case_row(row.case)
        return mask_inbox_row(row, self.my_id, case.responsible if case else None)

    def _drafts_of_others(self, message: UUID, card: MessageCard) -> tuple[str, ...]:
        """Name the colleagues who are writing something about this message or its case."""
        subjects = [f"message:{message}"]
        if card.state.case is not None:
            with self.reading() as reading:
                subjects += [f"case:{one}" for one in cases_with(reading, card.state.case)]
        names = {row.staff: row.name for row in self._known_staff.values()}
        drafts = (one for subject in subjects for one in self.outside.store.drafts_of(subject))
        found = {names.get(staff, "") for staff, _ in drafts if staff != self.me.staff}
        return tuple(sorted(name for name in found if name))

    def _whole(self, query: InboxQuery) -> InboxQuery:
        """Fill in what a view needs to know of the user and of today."""
        return replace(
            query,
            staff=self.my_id,
            unit=query.unit or self.me.unit,
            since=query.since or self._start_of_day(),
        )

    def _start_of_day(self) -> Instant:
        return at_local(local_day(self.now()), time(0))

    def _note_reading(self, person: UUID, case: UUID | None) -> None:
        """Note the reading, without a writing transaction when it is the same as a moment ago."""
        with self.outside.store.reading() as store:
            if not access.must_note_read(store, self.my_id, person, self.now()):
                return
        with self.room() as room:
            access.note_read(room, person, case)

    def _note_set_aside_reading(self) -> None:
        with self.room() as room:
            access.note(room, AccessNoted(access=AccessKind.READ, filter="ej inläst", count=1))

    def _note_denied(self, person: UUID | None, case: UUID | None) -> None:
        with self.room() as room:
            denied = AccessNoted(
                access=AccessKind.DENIED, person=person, case=case, filter="original"
            )
            access.note(room, denied)

    def _note_list(self, shown: str, count: int) -> None:
        """Note that a list of persons was shown: once per user, list and half hour."""
        now = self.now()
        last = self._listed.get((self.me.staff, shown))
        if count == 0 or (last is not None and now - last < access.READ_AGAIN_AFTER):
            return
        with self.room() as room:
            access.note(room, AccessNoted(access=AccessKind.LIST, filter=shown, count=count))
        self._listed[self.me.staff, shown] = now
