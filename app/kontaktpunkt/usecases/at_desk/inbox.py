"""The inbox at a desk: pages, counts, cards; who sees what is masked and noted here."""

from datetime import time
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.events.message import MessageSetAside
from kontaktpunkt.domain.events.office import AccessKind, AccessNoted
from kontaktpunkt.domain.subjects import message_subject
from kontaktpunkt.domain.times import Instant, at_local, local_day
from kontaktpunkt.usecases import access
from kontaktpunkt.usecases.at_desk.office import Office
from kontaktpunkt.usecases.desk import SetAsidePage
from kontaktpunkt.usecases.masking import mask_facts, mask_inbox_row
from kontaktpunkt.usecases.rows import (
    InboxCounts,
    InboxPage,
    InboxQuery,
    InboxRow,
    InboxView,
    MessageCard,
)

_LISTED_AT_MOST = 1_000
_SHOWN_AT_MOST = 200_000
"""Characters of an original that a screen is given; the whole stays in the store."""


class InboxDesk(Office):
    """What the inbox asks."""

    def inbox(self, query: InboxQuery, start: int, count: int) -> InboxPage:
        """Give a page of a view, masked for this user."""
        whole = self._whole(query)
        with self.outside.store.reading() as store:
            rows = store.inbox_rows(whole, start, count)
            total = store.inbox_count(whole)
        return InboxPage(start, tuple(mask_inbox_row(row, self.my_id) for row in rows), total)

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
        if card is not None and card.state.person is not None:
            self._note_reading(card.state.person, card.state.case)
        elif card is not None and card.row.name:
            self._note_set_aside_reading()
        return card

    def original_text(self, message: UUID) -> str:
        """Give the original as text, as received; '' when there is none or it is masked for me."""
        card = self.card(message)
        if card is None or card.row.masked:
            return ""
        body = card.state.taken_in or card.state.set_aside
        with self.outside.store.reading() as store:
            original = store.original(body.original) if body else None
        return _as_text(original.data) if original else ""

    def set_aside_rows(self) -> tuple[InboxRow, ...]:
        """Give the set-aside originals that nobody has handled, masked for this user."""
        with self.outside.store.reading() as store:
            rows = store.set_aside_rows(_LISTED_AT_MOST)
        return tuple(mask_inbox_row(row, self.my_id) for row in rows)

    def set_aside(self, message: UUID) -> SetAsidePage | None:
        """Show a set-aside original; noted in the access log when a person was seen in it."""
        with self.outside.store.reading() as store:
            events = store.events_of(message_subject(message))
            aside = events[0].body if events else None
            if not isinstance(aside, MessageSetAside):
                return None
            original = store.original(aside.original)
        if aside.seen_person is not None:
            self._note_set_aside_reading()
        return SetAsidePage(
            message=message,
            reason=aside.reason,
            place=aside.place,
            file_name=aside.file_name,
            size=aside.size,
            received_at=events[0].envelope.noted_at,
            text=_as_text(original.data) if original else "",
            seen_person=mask_facts(aside.seen_person) if aside.seen_person else None,
        )

    def list_noted(self, what: str, count: int) -> None:
        """Note in the access log that a list of persons was given out."""
        with self.room() as room:
            access.note(room, AccessNoted(access=AccessKind.LIST, filter=what, count=count))

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


def _as_text(data: bytes) -> str:
    """Give bytes as text as far as they are text; what is not shows as a replacement mark."""
    text = data[: 4 * _SHOWN_AT_MOST].decode("utf-8-sig", errors="replace")
    return text[:_SHOWN_AT_MOST].replace("\x00", "\N{REPLACEMENT CHARACTER}")
