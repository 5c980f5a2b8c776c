"""Makes notices, or entries by hand, of the messages that the demo's stories hold."""

from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.notice import (
    CareSetting,
    Conversation,
    MessageIdentity,
    Notice,
    StayFacts,
    SummonsFacts,
)
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.usecases.demo.book import Book
from kontaktpunkt.usecases.demo.days import DemoDay
from kontaktpunkt.usecases.demo.names import stay_id, wire_id
from kontaktpunkt.usecases.demo.shapes import Message, Story, Ward
from kontaktpunkt.usecases.desk import HandEntry

_WITHOUT_STAY = (
    MessageKind.CARE_REQUEST_OUT,
    MessageKind.PRIMARY_CARE_REQUEST,
    MessageKind.ACKNOWLEDGEMENT,
)
_ENDS = (MessageKind.DISCHARGE_NOTICE, MessageKind.DISCHARGE_INFORMATION, MessageKind.DEATH_NOTICE)


class NoticeMaker:
    """Turns a story's message into what a reader would have understood of it, or told by phone."""

    def __init__(self, book: Book, day: DemoDay) -> None:
        self._book = book
        self._day = day

    def notice(self, story: Story, message: Message, key: str) -> Notice:
        """Make the notice; its digest is the reader's business."""
        ward = self._book.ward(message.ward or story.ward)
        sent = self._day.sent(message.sent)
        ours = message.kind is MessageKind.CARE_REQUEST_OUT
        municipality = self._book.people.municipality
        return Notice(
            identity=MessageIdentity(
                system=self._book.people.system,
                sender=municipality if ours else ward.hospital,
                id=wire_id(message.same_as or key),
            ),
            kind=message.kind,
            digest=b"",
            change=message.change,
            refers_to=tuple(wire_id(one) for one in message.of),
            happened_at=self._day.maybe(message.happened),
            built_at=sent,
            sent_at=sent,
            person=self._book.facts(
                story.person, deceased=message.kind is MessageKind.DEATH_NOTICE
            ),
            stay=self._stay(story, message, ward),
            summons=self._summons(message),
            conversation=_conversation(message),
            sender_name=municipality if ours else ward.hospital,
            sender_unit="Kontaktpunkten" if ours else ward.name,
            recipient_name=ward.hospital if ours else municipality,
        )

    def entry(self, story: Story, message: Message) -> HandEntry:
        """Make the entry of what was told by phone."""
        ward = self._book.ward(message.ward or story.ward)
        return HandEntry(
            kind=message.kind,
            person=self._book.facts(story.person),
            number_text=self._book.number(story.person).value,
            stay=self._stay(story, message, ward),
            text=message.text,
            sent_at=self._day.sent(message.sent),
            on_word=OnWord(name=message.told_by, phone=message.told_by_phone),
        )

    def _stay(self, story: Story, message: Message, ward: Ward) -> StayFacts:
        """Say of the stay what such a message says of it."""
        if message.kind in _WITHOUT_STAY or not (message.admitted or _has_stay(story)):
            return StayFacts()
        emergency = message.kind is MessageKind.EMERGENCY_STAY_NOTICE
        on_leave = message.kind is MessageKind.LEAVE_NOTICE
        maybe = self._day.maybe
        return StayFacts(
            stay_ids=(stay_id(story.name),),
            setting=CareSetting.EMERGENCY if emergency else CareSetting.INPATIENT,
            admitted_at=maybe(message.admitted),
            expected_discharge=maybe(message.expected),
            ready_at=maybe(message.ready),
            discharged_at=maybe(message.discharged),
            discharged_to=message.to,
            leave_started=not message.back if on_leave else None,
            leave_at=maybe(message.leave),
            hospital=ward.hospital,
            ward=ward.name,
            ward_phone=ward.phone,
            consent=message.consent,
            finished=message.kind in _ENDS,
        )

    def _summons(self, message: Message) -> SummonsFacts:
        return SummonsFacts(
            meeting_at=self._day.maybe(message.meeting),
            form=message.form,
            place=message.place,
            participants=message.participants,
        )


def _has_stay(story: Story) -> bool:
    """Say whether the story is about somebody in hospital, or only a matter of words."""
    return any(message.admitted for message in story.messages)


def _conversation(message: Message) -> Conversation:
    return Conversation(
        thread=message.thread,
        subject_line=message.subject,
        category=message.category,
        text=message.text,
        earlier_text=message.earlier,
    )
