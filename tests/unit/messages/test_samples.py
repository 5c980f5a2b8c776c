"""Real-world samples from outside: each is the right kind or set aside for what is true of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kontaktpunkt.domain.message_kind import Change, MessageKind, SetAsideReason
from kontaktpunkt.domain.notice import CareSetting, Notice, SetAside
from kontaktpunkt.domain.person.facts import NumberKind, PersonFacts, Protection
from kontaktpunkt.messages import read

_ADMITTED = "b9b4818e-02de-4cc4-b418-d20cbc7b5404"
_STAY = "bd481c38-a921-11ed-afa1-0242ac120002"
_EMERGENCY = "i50fc5fe-2d11-4ef3-acac-2e2e5c6c0029"
_NEW, _REVISED, _CANCELLED = Change.NEW, Change.CORRECTION, Change.CANCELLATION
_IN, _OUT = CareSetting.INPATIENT, CareSetting.EMERGENCY
_ADMISSION, _LEAVE = MessageKind.ADMISSION_NOTICE, MessageKind.LEAVE_NOTICE
_DISCHARGE, _DEATH = MessageKind.DISCHARGE_NOTICE, MessageKind.DEATH_NOTICE

_NOTIFICATIONS = [
    ("a5e5b880", _ADMISSION, _NEW, _IN, ()),
    ("bfab3e80", _ADMISSION, _REVISED, _IN, (_ADMITTED,)),
    ("c83671a4", _ADMISSION, _CANCELLED, _IN, (_ADMITTED,)),
    ("d3128d9b", _LEAVE, _NEW, _IN, (_ADMITTED,)),
    ("e94de8ee", _LEAVE, _NEW, _IN, ("e563a2b2-bf92-4b13-bbd2-0a021a95bded",)),
    ("f4aa42a4", _DISCHARGE, _NEW, _IN, (_ADMITTED,)),
    ("g099bbf3", _DEATH, _NEW, _IN, (_ADMITTED,)),
    ("h1c8e4a8", _ADMISSION, _NEW, _OUT, ()),
    ("kcab461b", _DISCHARGE, _NEW, _OUT, (_EMERGENCY,)),
    ("ld31e08a", _DEATH, _NEW, _OUT, (_EMERGENCY,)),
    ("m908i967", _ADMISSION, _NEW, _IN, ()),
    ("n73ccf30", _ADMISSION, _NEW, _IN, ()),
]


def _one(samples: Path, folder: str, start: str) -> bytes:
    (found,) = (samples / folder).glob(f"*{start}*.json")
    return found.read_bytes()


def _taken_in(data: bytes) -> Notice:
    answer = read(data)
    assert isinstance(answer, Notice), answer
    return answer


@pytest.mark.parametrize("row", _NOTIFICATIONS, ids=[row[0] for row in _NOTIFICATIONS])
def test_hospital_notifications_are_what_they_say(
    samples: Path, row: tuple[str, MessageKind, Change, CareSetting, tuple[str, ...]]
) -> None:
    """Admitted, corrected, cancelled, acute, on leave, home, dead: each is understood as that."""
    start, kind, change, setting, earlier = row

    notice = _taken_in(_one(samples, "medcom/hospitalnotification", start))

    assert (notice.kind, notice.change) == (kind, change)
    assert notice.stay.setting is setting
    assert notice.refers_to == earlier
    assert _STAY in notice.stay.stay_ids
    assert notice.person.numbers[0].kind is NumberKind.FOREIGN
    assert notice.person.family_name == "Elmer"
    assert notice.person.deceased is (kind is _DEATH)
    assert notice.stay.finished is (kind in (_DISCHARGE, _DEATH))
    assert None not in (notice.happened_at, notice.built_at, notice.sent_at)


def test_leave_begins_and_ends(samples: Path) -> None:
    """Start and end of a leave are told apart."""
    start = _taken_in(_one(samples, "medcom/hospitalnotification", "d3128d9b"))
    end = _taken_in(_one(samples, "medcom/hospitalnotification", "e94de8ee"))

    assert (start.stay.leave_started, end.stay.leave_started) == (True, False)
    assert start.stay.leave_at is not None
    assert end.stay.leave_at is not None
    assert start.stay.leave_at < end.stay.leave_at


def test_two_stay_ids_and_a_sender_other_than_the_ward(samples: Path) -> None:
    """Both ids of a stay are kept, and the ward is told apart from the sender."""
    two = _taken_in(_one(samples, "medcom/hospitalnotification", "n73ccf30"))
    other = _taken_in(_one(samples, "medcom/hospitalnotification", "m908i967"))

    assert two.stay.stay_ids == ("fc60e762-b13b-5773-865e-67f3907bdcc7", _STAY)
    assert other.stay.ward == "Hjertemedicinsk sengeafs. S103"
    assert other.identity.sender == "265161000016000"


_LETTERS = [
    ("0d5b3c18", "Til rette vedkommende", "", 0, 0),
    ("3dcb5618", "Mange tak for fremsendte", "Resultaterne", 0, 1),
    ("add5e7e2", "Til rette vedkommende", "", 0, 0),
    ("b56549f7", "Hej Michael, Resultaterne", "Til rette vedkommende", 1, 1),
    ("c0426e3e", "Hej - Jeg håber det er okay", "Mange tak", 0, 1),
    ("d11968f5", "Hej Emma, Jeg har vedhæftet", "Hej - Jeg håber", 1, 1),
    ("gfd00bc2", "Hi, I've attached", "", 2, 0),
    ("k7bfbc0c", "We have a question", "", 0, 1),
]


@pytest.mark.parametrize("row", _LETTERS, ids=[row[0] for row in _LETTERS])
def test_letters_show_their_own_words(samples: Path, row: tuple[str, str, str, int, int]) -> None:
    """A letter shows what its sender wrote now; the rest of the thread stands apart."""
    start, own_words, earlier_words, attachments, refers = row

    notice = _taken_in(_one(samples, "medcom/carecommunication", start))
    talk = notice.conversation

    assert (notice.kind, notice.change) == (MessageKind.ADMINISTRATIVE_MESSAGE, _NEW)
    assert talk.text.startswith(own_words)
    assert earlier_words in talk.earlier_text
    assert bool(earlier_words) is bool(talk.earlier_text)
    assert len(talk.attachments) == attachments
    assert len(notice.refers_to) == refers
    assert talk.thread
    assert talk.category in ("Undersökningssvar", "Angående remiss", "Samordning")


def test_an_answer_stands_in_the_thread_of_its_question(samples: Path) -> None:
    """Question and answer are kept together."""
    threads = {
        _taken_in(_one(samples, "medcom/carecommunication", start)).conversation.thread
        for start in ("add5e7e2", "b56549f7", "3dcb5618")
    }

    assert threads == {"b2eb3d0e-5de5-4de9-b2a3-0ff321ad1c3a"}


def test_a_replacement_number_is_kept_as_a_foreign_one(samples: Path) -> None:
    """Somebody without a Danish number is known by the one she was given for the time being."""
    notice = _taken_in(_one(samples, "medcom/carecommunication", "0d5b3c18"))

    assert notice.person.numbers[0].value == "0703921VJ4"
    assert notice.person.numbers[0].kind is NumberKind.FOREIGN


_PATIENTS: list[tuple[str, Callable[[PersonFacts], object], object]] = [
    ("Example1.json", lambda p: p.protection, Protection.SECRECY_MARKING),
    ("Example1.json", lambda p: (p.given_name, p.family_name), ("John Bob", "Goode Johansson")),
    ("189002029800", lambda p: p.numbers[0].kind, NumberKind.PERSONAL),
    ("189002029800", lambda p: p.addresses[0].kind, "folkbokföringsadress"),
    ("196109732393", lambda p: p.numbers[0].kind, NumberKind.COORDINATION),
    ("196109732393", lambda p: str(p.birth_date), "1961-09-13"),
    ("200001252386", lambda p: p.protection, Protection.SECRECY_MARKING),
    ("98240301AA06", lambda p: p.numbers[0].kind, NumberKind.NATIONAL_RESERVE),
    ("98240301AA06", lambda p: len(p.addresses), 2),
]


@pytest.mark.parametrize(("ending", "told", "expected"), _PATIENTS)
def test_swedish_patients_are_shown_though_nothing_has_happened(
    samples: Path, ending: str, told: Callable[[PersonFacts], object], expected: object
) -> None:
    """A bare person is set aside, with number, name, protection and address read."""
    (found,) = (samples / "hl7se").glob(f"Patient-*{ending}*")

    answer = read(found.read_bytes())

    assert isinstance(answer, SetAside)
    assert answer.reason is SetAsideReason.NO_EVENT
    assert answer.person is not None
    assert told(answer.person) == expected


def test_an_organisation_is_no_message(samples: Path) -> None:
    """A file that describes an organisation is set aside as no message."""
    (found,) = (samples / "hl7se").glob("Organization-*")

    answer = read(found.read_bytes())

    assert isinstance(answer, SetAside)
    assert answer.reason is SetAsideReason.NOT_A_MESSAGE
    assert answer.person is None


def test_every_sample_is_named_here(samples: Path) -> None:
    """No sample is left untried."""
    assert len(list((samples / "medcom").rglob("*.json"))) == len(_NOTIFICATIONS) + len(_LETTERS)
    assert len(list((samples / "hl7se").glob("*.json"))) == 6
