"""A phone call written down becomes a message with just what was said in it."""

from datetime import date, time

import pytest

from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.notice import CareSetting
from kontaktpunkt.domain.person.facts import PersonFacts, Protection
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.times import at_local
from kontaktpunkt.ui.screens.entry.compose import Missing, Origin, compose, faults
from kontaktpunkt.ui.screens.entry.fields import KINDS, REQUIRED, EntryField, fields_of_kind
from kontaktpunkt.usecases.arriving.entry_times import TimeFault

TODAY = date(2026, 3, 10)
NOW = at_local(TODAY, time(8, 40))

CALL = {
    EntryField.NUMBER: " 19121212-1212 ",
    EntryField.GIVEN_NAME: "Tolvan",
    EntryField.FAMILY_NAME: "Tolvansson",
    EntryField.HOSPITAL: "SkaS Lidköping",
    EntryField.WARD: "Avd 3",
    EntryField.WARD_PHONE: "0510-850 00",
    EntryField.ADMITTED_AT: "igår 2210",
    EntryField.EXPECTED_DISCHARGE: "fre",
    EntryField.CONSENT: "ja",
    EntryField.SENT_AT: "0812",
    EntryField.TOLD_BY: "Karin Ek",
    EntryField.TOLD_BY_TITLE: "sjuksköterska",
    EntryField.TOLD_BY_PHONE: "0510-850 01",
    EntryField.TEXT: "Föll hemma.",
    EntryField.READ_BACK: "ja",
    EntryField.READY_AT: "detta fält hör inte till",
}


def test_an_admission_told_by_phone_is_whole() -> None:
    """All that the ward said about an admission is there, and nothing from hidden fields."""
    entry = compose(MessageKind.ADMISSION_NOTICE, CALL, NOW, Origin())

    assert faults(MessageKind.ADMISSION_NOTICE, CALL, NOW) == {}
    assert entry.number_text == "19121212-1212"
    assert (entry.person.given_name, entry.person.family_name) == ("Tolvan", "Tolvansson")
    assert entry.stay.setting is CareSetting.INPATIENT
    assert entry.stay.admitted_at == at_local(date(2026, 3, 9), time(22, 10))
    assert entry.stay.expected_discharge == at_local(date(2026, 3, 13), time(12))
    assert entry.stay.consent is True
    assert entry.stay.ready_at is None
    assert entry.sent_at == at_local(TODAY, time(8, 12))
    assert entry.happened_at == entry.stay.admitted_at
    assert entry.on_word == OnWord(name="Karin Ek, sjuksköterska", phone="0510-850 01")
    assert entry.text == "Föll hemma."
    assert entry.read_back


def test_an_empty_form_lacks_only_the_number() -> None:
    """A hurried admission needs a number or a name and nothing else."""
    nobody = {EntryField.NUMBER: Missing.NUMBER_OR_NAME}
    assert faults(MessageKind.ADMISSION_NOTICE, {}, NOW) == nobody
    assert faults(MessageKind.ADMISSION_NOTICE, {EntryField.GIVEN_NAME: "Eva"}, NOW) == {}


def test_faults_stand_in_the_order_of_the_form() -> None:
    """The first fault is the first field, so that the cursor lands there."""
    typed = {EntryField.SENT_AT: "i morgon 10", EntryField.ADMITTED_AT: "igår"}

    found = faults(MessageKind.ADMISSION_NOTICE, typed, NOW)

    assert list(found.items()) == [
        (EntryField.NUMBER, Missing.NUMBER_OR_NAME),
        (EntryField.ADMITTED_AT, TimeFault.NEEDS_CLOCK),
        (EntryField.SENT_AT, TimeFault.IN_FUTURE),
    ]


def test_a_call_does_not_lift_a_protection() -> None:
    """Who is protected in a set-aside original stays protected, whatever is ticked."""
    known = PersonFacts(protection=Protection.PROTECTED_REGISTRATION, phone="0510-1")

    entry = compose(MessageKind.DEATH_NOTICE, CALL, NOW, Origin(known=known))

    assert entry.person.protection is Protection.PROTECTED_REGISTRATION
    assert entry.person.phone == "0510-1"


def test_a_ticked_protection_marks_the_person() -> None:
    """Ticking "skyddade personuppgifter" marks the person."""
    typed = CALL | {EntryField.PROTECTED: "ja"}

    entry = compose(MessageKind.ADMISSION_NOTICE, typed, NOW, Origin())

    assert entry.person.protection is Protection.SECRECY_MARKING


def test_participants_are_told_one_by_one() -> None:
    """Names in a summons may be parted by commas or lines."""
    typed = CALL | {
        EntryField.PARTICIPANTS: "Bo Ek, läkare\nMa Li",
        EntryField.MEETING_AT: "fre 10",
    }

    entry = compose(MessageKind.PLAN_SUMMONS, typed, NOW, Origin())

    assert entry.summons.participants == ("Bo Ek", "läkare", "Ma Li")
    assert entry.summons.meeting_at == at_local(date(2026, 3, 13), time(10))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_typed(kind: MessageKind) -> None:
    """Every kind of message has its fields, asks only for those, and can be made of them."""
    fields = fields_of_kind(kind)

    entry = compose(kind, {}, NOW, Origin())

    assert len(set(fields)) == len(fields)
    assert REQUIRED.get(kind, frozenset()) <= set(fields)
    assert entry.kind is kind


def test_every_kind_but_the_acknowledgement_can_be_chosen() -> None:
    """No kind of message is forgotten in the list."""
    assert set(KINDS) == set(MessageKind) - {MessageKind.ACKNOWLEDGEMENT}
