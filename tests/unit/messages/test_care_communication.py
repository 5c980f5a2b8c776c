"""MedCom's CareCommunication and Acknowledgement: whose words, in which thread, about whom."""

from typing import Any

import pytest

from kontaktpunkt.domain.message_kind import Change, MessageKind, SetAsideReason
from kontaktpunkt.domain.notice import Attachment, Notice, SetAside
from kontaktpunkt.messages import read
from unit.messages.danish import (
    ME,
    MEDCOM,
    STAY,
    after,
    encounter,
    header,
    message,
    patient,
    source,
    step,
)

_EVENT = "care-communication-message"
_THREAD = "55555555-0000-4000-8000-000000000005"
_FIRST = "44444444-0000-4000-8000-000000000004"
_DAY_1, _DAY_2 = "2026-03-02T09:00:00+01:00", "2026-03-03T09:00:00+01:00"
_CORE = "http://medcomfhir.dk/ig/core/StructureDefinition/medcom-core-"
_WRITER = {
    "resourceType": "PractitionerRole",
    "id": "rolle",
    "practitioner": {"reference": "Practitioner/skriver"},
    "code": [{"text": "sygeplejerske"}],
}
_NURSE = {
    "resourceType": "Practitioner",
    "id": "skriver",
    "name": [{"given": ["Mette"], "family": "Opdigtet"}],
}


def _part(words: str, name: str, sent: str, **content: object) -> dict[str, Any]:
    return {
        "extension": [
            {"url": _CORE + "datetime-extension", "valueDateTime": sent},
            {
                "url": _CORE + "identifier-extension",
                "valueIdentifier": {"value": f"urn:uuid:{name}"},
            },
            {
                "url": _CORE + "practitioner-extension",
                "valueReference": {"reference": "PractitionerRole/rolle"},
            },
            {
                "url": _CORE + "contact-extension",
                "valueContactPoint": {"system": "phone", "value": "11223344"},
            },
        ],
        **(content or {"contentString": words}),
    }


def _letter(*payload: dict[str, Any], **more: object) -> dict[str, Any]:
    code = {"system": MEDCOM + "medcom-careCommunication-categoryCodes", "code": "discharge"}
    return {
        "resourceType": "Communication",
        "id": "brev",
        "identifier": [{"value": f"urn:uuid:{_THREAD}"}],
        "status": "unknown",
        "category": [{"coding": [code]}],
        "subject": {"reference": "Patient/borger"},
        "topic": {"text": "Om i morgen"},
        "payload": list(payload),
        **more,
    }


def _read(letter: dict[str, Any], *more: dict[str, Any]) -> Notice:
    head = header(_EVENT, "Communication/brev")
    answer = read(message(head, patient(), letter, _WRITER, _NURSE, *more))
    assert isinstance(answer, Notice), answer
    return answer


@pytest.mark.parametrize(
    ("activity", "change"),
    [
        ("new-message", Change.NEW),
        ("reply-message", Change.NEW),
        ("forward-message", Change.NEW),
        ("carboncopy-message", Change.NEW),
        ("modified-message", Change.CORRECTION),
        ("modify-message", Change.CORRECTION),
        ("retract-message", Change.CANCELLATION),
    ],
)
def test_a_letter_is_new_changed_or_taken_back(activity: str, change: Change) -> None:
    """A question, an answer and a forwarded letter are new; changed and retracted ones say so."""
    own = step(ME, activity, _DAY_2, source("b"), after(_FIRST))

    notice = _read(_letter(_part("Hej", "b", _DAY_2)), own)

    assert (notice.kind, notice.change) == (MessageKind.ADMINISTRATIVE_MESSAGE, change)
    assert notice.conversation.thread == _THREAD
    assert notice.conversation.subject_line == "Om i morgen"
    assert notice.conversation.category == "Utskrivning"
    assert notice.refers_to == (_FIRST,)
    assert notice.sender_unit == "Mette Opdigtet (sygeplejerske)"
    assert notice.stay.ward_phone == "11223344"
    assert notice.happened_at == notice.sent_at


def test_only_what_this_message_adds_is_its_text() -> None:
    """An answer shows what is new; what was written before stands below, with who and when."""
    steps = (
        step(_FIRST, "new-message", _DAY_1, source("a")),
        step(ME, "reply-message", _DAY_2, source("b"), source("c"), after(_FIRST)),
    )
    file = {"contentType": "application/pdf", "title": "Plan", "data": "AAECAwQ="}
    letter = _letter(
        _part("Gammelt", "a", _DAY_1),
        _part("Nyt<br/>og mer", "b", _DAY_2),
        _part("", "c", _DAY_2, contentAttachment=file),
        _part("", "d", _DAY_1, contentAttachment={"title": "Gammel fil"}),
    )

    talk = _read(letter, *steps).conversation

    assert talk.text == "Nyt\nog mer"
    assert talk.attachments == (Attachment("Plan", "application/pdf", 5),)
    assert talk.earlier_text == (
        "2026-03-02 09:00, Mette Opdigtet (sygeplejerske), 11223344\nGammelt\n\n"
        "2026-03-02 09:00, Mette Opdigtet (sygeplejerske), 11223344\nBilaga: Gammel fil"
    )


def test_a_sender_that_names_the_wrong_parts_is_read_by_time() -> None:
    """Some systems name parts that are not there; the newest words are still the message's own."""
    steps = (
        step(_FIRST, "new-message", _DAY_1, source("x")),
        step(ME, "reply-message", _DAY_2, source("y"), after(_FIRST)),
    )

    talk = _read(_letter(_part("Gammelt", "a", _DAY_1), _part("Nyt", "b", _DAY_2)), *steps)

    assert talk.conversation.text == "Nyt"
    assert talk.remarks == ()


def test_words_that_cannot_be_told_apart_are_told_so() -> None:
    """When nobody can say which words are new, staff are warned."""
    own = step(ME, "reply-message", _DAY_2, source("y"), after(_FIRST))

    notice = _read(_letter(_part("Et", "a", _DAY_1), _part("To", "b", _DAY_1)), own)

    assert notice.conversation.text == "Et\n\nTo"
    assert "egna ord" in notice.remarks[0]


def test_a_letter_about_a_stay_knows_the_stay() -> None:
    """A letter during a hospital stay lands in the case of that stay."""
    letter = _letter(_part("Hej", "a", _DAY_1), encounter={"reference": "Encounter/ophold"})

    notice = _read(letter, encounter("in-progress", "IMP"), step(ME, "new-message", _DAY_1))

    assert notice.stay.stay_ids == (STAY,)


def test_a_letter_that_names_two_persons_is_set_aside() -> None:
    """A letter about one person in another's stay is nobody's until a human has looked."""
    other = patient(id="anden", identifier=[{"value": "2"}])
    stay = encounter("in-progress", "IMP", subject={"reference": "Patient/anden"})
    letter = _letter(_part("Hej", "a", _DAY_1), encounter={"reference": "Encounter/ophold"})
    head = header(_EVENT, "Communication/brev")

    answer = read(message(head, patient(), other, letter, stay, step(ME, "new-message", _DAY_1)))

    assert isinstance(answer, SetAside)
    assert answer.reason is SetAsideReason.SEVERAL_PERSONS
    assert answer.person is None


def test_urgent_letters_and_links_are_seen() -> None:
    """What the sender marked as urgent is said; a link is shown with its address."""
    link = {"title": "Vejledning", "url": "https://dk.example/v"}
    letter = _letter(_part("", "a", _DAY_1, contentAttachment=link), priority="asap")

    notice = _read(letter, step(ME, "new-message", _DAY_1))

    assert notice.remarks == ("Avsändaren har märkt meddelandet som brådskande.",)
    assert notice.conversation.attachments[0].title == "Vejledning (https://dk.example/v)"


def test_a_death_told_in_a_letter_is_known_of_the_person() -> None:
    """A letter about somebody who has died is a letter, and says that she has died."""
    letter = _letter(_part("Hej", "a", _DAY_1))
    head = header(_EVENT, "Communication/brev")
    own = step(ME, "new-message", _DAY_1)

    notice = read(message(head, patient(deceasedBoolean=True), letter, own))

    assert isinstance(notice, Notice)
    assert notice.kind is MessageKind.ADMINISTRATIVE_MESSAGE
    assert notice.person.deceased


@pytest.mark.parametrize(
    ("code", "remarks"),
    [("ok", ()), ("fatal-error", ("Mottagaren kunde inte ta emot meddelandet.",))],
)
@pytest.mark.parametrize("event", ["acknowledgement-message", "acknowledgment-message"])
def test_a_receipt_says_which_message_it_answers(
    event: str, code: str, remarks: tuple[str, ...]
) -> None:
    """A receipt needs no person; it says what became of a message of ours."""
    issue = {"severity": "error", "code": "structure", "details": {"text": "Ukendt kode"}}
    outcome = {"resourceType": "OperationOutcome", "id": "udfald", "issue": [issue]}
    answered = {
        "identifier": _FIRST,
        "code": code,
        "details": {"reference": "OperationOutcome/udfald"},
    }
    head = header(event, "", response=answered)
    head.pop("focus")
    own = step(ME, "acknowledgement", _DAY_2, after(_FIRST))

    notice = read(message(head, own, outcome))

    assert isinstance(notice, Notice)
    assert notice.kind is MessageKind.ACKNOWLEDGEMENT
    assert notice.refers_to == (_FIRST,)
    assert notice.remarks == remarks
    assert notice.conversation.text == "Ukendt kode"
    assert notice.conversation.category == code


def test_a_receipt_for_nothing_is_set_aside() -> None:
    """A receipt that does not say what it answers is looked at by a human."""
    head = header("acknowledgement-message", "")

    answer = read(message(head, step(ME, "acknowledgement", _DAY_2)))

    assert isinstance(answer, SetAside)
    assert answer.reason is SetAsideReason.BAD_SHAPE
