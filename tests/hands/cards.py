"""Cards for driving screens: what a message says, who the person is, and a short timeline."""

from uuid import UUID

from hands.clocks import some_clocks
from hands.rows import NOW
from kontaktpunkt.domain.events.message import MessageTaken, MessageTakenIn
from kontaktpunkt.domain.message_kind import Carrier, MessageKind
from kontaktpunkt.domain.notice import Conversation, MessageIdentity, StayFacts
from kontaktpunkt.domain.staff import WithUs
from kontaktpunkt.domain.states import MessageState, PersonState
from kontaktpunkt.domain.times import HOUR, MINUTE, Instant
from kontaktpunkt.usecases.rows import InboxRow, MessageCard, TimelineEntry

_WORDS = "Behöver hjälp vid förflyttning. Bor ensam, dottern har nyckel. Åter i dag om möjligt."


def a_card(row: InboxRow) -> MessageCard:
    """Make the card of a row, with a timeline of two lines."""
    taken_in = MessageTakenIn(
        identity=MessageIdentity("samsa", "avd", str(row.message)),
        message_kind=row.kind or MessageKind.ADMINISTRATIVE_MESSAGE,
        carrier=Carrier.FOLDER,
        sent_at=row.sent_at,
        stay=StayFacts(
            admitted_at=Instant(row.received_at - 30 * HOUR),
            expected_discharge=Instant(NOW + 26 * HOUR),
            hospital=row.hospital,
            ward=row.ward,
            ward_phone=row.ward_phone,
        ),
        conversation=Conversation(text=_WORDS),
        sender_name=row.ward,
    )
    entries = (
        _entry(1, MessageTaken(staff=row.owner), row) if row.owner else None,
        _entry(0, taken_in, row),
    )
    return MessageCard(
        row=row,
        state=MessageState(taken_in=taken_in, received_at=row.received_at, case=row.case),
        person=PersonState(
            numbers=(row.number,) if row.number else (),
            given_name=row.name.partition(" ")[0],
            family_name=row.name.partition(" ")[2],
            birth_date=row.birth_date,
            protection=row.protection,
            with_us=WithUs(
                unit=row.unit,
                unit_phone="0510-77 00 00",
                nurse="Nina Norén",
                nurse_phone="0510-77 01 02",
            )
            if row.unit
            else None,
        ),
        clocks=some_clocks(NOW),
        timeline=tuple(entry for entry in entries if entry is not None),
    )


def _entry(number: int, body: MessageTaken | MessageTakenIn, row: InboxRow) -> TimelineEntry:
    at = Instant(row.received_at + number * MINUTE)
    who = row.owner if number else None
    return TimelineEntry(
        event=UUID(int=row.message.int * 10 + number),
        act=UUID(int=row.message.int * 10 + number),
        at=at,
        noted_at=at,
        by=who,
        by_name=row.owner_name if number else "",
        body=body,
        message_kind=row.kind,
    )
