"""Messages that come wrapped: in a letter, a PDF file or an SDK message."""

import pytest

from kontaktpunkt.domain.message_kind import MessageKind, SetAsideReason
from kontaktpunkt.domain.notice import Attachment, Notice, SetAside
from kontaktpunkt.domain.person.facts import NumberKind, PersonNumber
from kontaktpunkt.messages import read
from property.messages.as_xml import as_xml
from unit.messages.parcels_made import (
    ADMISSION,
    READINESS,
    SCREEN,
    enveloped,
    letter,
    pdf,
    sdk,
)

_BIRGIT = PersonNumber(NumberKind.PERSONAL, "193405129804")
_FHIR = "application/fhir+json"
_HTML = f"<html><head><style>p {{}}</style></head><body><p>{SCREEN.replace(chr(10), '<br>')}</p>"
_TABLE = "".join(
    f"<tr><td>{line.partition(': ')[0]}</td>\n<td>{line.partition(': ')[2]}</td></tr>"
    for line in SCREEN.splitlines()
)


def _facts(answer: object) -> tuple[object, ...]:
    assert isinstance(answer, Notice), answer
    return (answer.identity, answer.kind, answer.person, answer.stay, answer.sent_at)


@pytest.mark.parametrize("data", [ADMISSION, as_xml(ADMISSION)], ids=["json", "xml"])
def test_a_message_attached_to_a_letter_is_that_message(data: bytes) -> None:
    """The ward mails the message: it is the same message as when it comes by itself."""
    answer = read(letter(("application/octet-stream", "meddelande.dat", data)))

    assert _facts(answer) == _facts(read(ADMISSION))
    assert isinstance(answer, Notice)
    assert "e-postbrev" in answer.remarks[-1]


def test_the_same_message_in_two_forms_is_one_message() -> None:
    """A letter with the message as both JSON and XML holds one message."""
    answer = read(letter((_FHIR, "a.json", ADMISSION), (_FHIR, "a.xml", as_xml(ADMISSION))))

    assert _facts(answer) == _facts(read(ADMISSION))


def test_two_messages_in_one_letter_are_set_aside() -> None:
    """One original is one message: somebody saves the two apart, and none is lost."""
    answer = read(letter((_FHIR, "a.json", ADMISSION), (_FHIR, "b.json", READINESS)))

    assert isinstance(answer, SetAside)
    assert answer.reason is SetAsideReason.SEVERAL_MESSAGES


@pytest.mark.parametrize(
    "data",
    [
        letter(words=SCREEN),
        letter(words="", html=_HTML),
        letter(words="", html=f"<table>{_TABLE}</table>"),
        letter(words="Se nedan.", html=_HTML),
        letter(("image/png", "logga.png", b"\x89PNG\r\n\x1a\n\x00"), words=SCREEN),
        letter(("application/pdf", "x.pdf", pdf(SCREEN))),
        pdf(SCREEN),
    ],
)
def test_the_words_of_a_letter_or_a_pdf_are_read_as_pasted_text(data: bytes) -> None:
    """A message copied into a letter, or printed to a PDF, need not be typed again."""
    answer = read(data)

    assert isinstance(answer, Notice)
    assert answer.kind is MessageKind.ADMISSION_NOTICE
    assert answer.person.numbers == (_BIRGIT,)
    assert answer.stay.ward == "Medicinavdelning 3"
    assert answer.sent_at == 1_773_068_700_000_000


def test_a_letter_within_a_letter_is_opened() -> None:
    """A forwarded letter with the message attached holds the message."""
    inner = letter((_FHIR, "a.json", ADMISSION))
    outer = b"From: a@b.example\r\nTo: c@d.example\r\nMIME-Version: 1.0\r\n" + (
        b'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\n'
        b"Content-Type: message/rfc822\r\n\r\n" + inner + b"\r\n--x--\r\n"
    )

    assert _facts(read(outer)) == _facts(read(ADMISSION))


def test_parcels_are_opened_only_so_many_deep() -> None:
    """A letter in a letter in a letter … is set aside, not followed for ever."""
    data = ADMISSION
    for _ in range(6):
        data = letter(("application/octet-stream", "x.eml", data))

    answer = read(data)

    assert isinstance(answer, SetAside)
    assert answer.reason is SetAsideReason.TOO_DEEP


_CUT = ADMISSION[:-40]
_SEALED = (
    b"From: a@b.example\nTo: c@d.example\n"
    b"Content-Type: application/pkcs7-mime; name=smime.p7m\n\nMII="
)
_LOCKED = pdf(SCREEN, locked_with="hemligt")


@pytest.mark.parametrize(
    ("data", "reason", "place"),
    [
        (letter(), SetAsideReason.NOTHING_UNDERSTOOD, ""),
        (letter(words="Avdelning: Med 3"), SetAsideReason.UNKNOWN_KIND, ""),
        (letter((_FHIR, "a.json", _CUT)), SetAsideReason.NOT_JSON, "bilaga 1: rad 242, kolumn"),
        (letter(("image/png", "b", b"\x89PNG\x00")), SetAsideReason.NOTHING_UNDERSTOOD, ""),
        (_SEALED, SetAsideReason.ENCRYPTED, ""),
        (
            letter(*[("text/csv", f"{n}.csv", b"a;b") for n in range(60)]),
            SetAsideReason.TOO_MANY_PARTS,
            "",
        ),
        (
            letter(("application/pdf", "x.pdf", _LOCKED)),
            SetAsideReason.ENCRYPTED,
            "bilaga 1",
        ),
        (_LOCKED, SetAsideReason.ENCRYPTED, ""),
        (pdf(""), SetAsideReason.NO_TEXT, ""),
        (pdf("Välkommen till Ekeby"), SetAsideReason.NOTHING_UNDERSTOOD, ""),
        (pdf(SCREEN)[:300], SetAsideReason.BROKEN_PDF, ""),
        (enveloped(sdk(), sealed=True), SetAsideReason.ENCRYPTED, "XHE.Payload"),
        (
            sdk(persons=[("1.2.752.129.2.1.3.1", n) for n in ("193405129804", "195206309840")]),
            SetAsideReason.SEVERAL_PERSONS,
            "attention.reference",
        ),
        (
            sdk((_FHIR, "a", ADMISSION), (_FHIR, "b", READINESS)),
            SetAsideReason.SEVERAL_MESSAGES,
            "",
        ),
        (sdk().replace(b"Attachments:3", b"Attachments:9"), SetAsideReason.UNKNOWN_KIND, ""),
        (
            sdk(more="<s:messageId>2</s:messageId>"),
            SetAsideReason.DUPLICATE_KEY,
            "messageHeader.messageId",
        ),
        (
            sdk().replace(b"7bc5576a-3f87-4cf5-a0c5-277da06fcacb", b" "),
            SetAsideReason.NO_IDENTITY,
            "messageHeader.messageId",
        ),
    ],
)
def test_a_parcel_without_a_readable_message_says_why(
    data: bytes, reason: SetAsideReason, place: str
) -> None:
    """Staff learn why it could not be read; who wrote, and about what, is not told in passing."""
    answer = read(data)

    assert isinstance(answer, SetAside)
    assert answer.reason is reason
    assert answer.place.startswith(place)
    assert not any(word in answer.place for word in ("Birgit", "region", "json", "3405"))


def test_an_sdk_message_is_an_administrative_message() -> None:
    """A question sent through SDK shows who asks, about whom, and what."""
    answer = read(
        sdk(("application/pdf", "Kvitto.pdf", pdf("Nyckelkvitto")), words=["Hej.", "Du?"])
    )

    assert isinstance(answer, Notice)
    assert answer.kind is MessageKind.ADMINISTRATIVE_MESSAGE
    assert (answer.identity.system, answer.identity.sender) == ("sdk", "0203:region.example")
    assert answer.identity.id == "7bc5576a-3f87-4cf5-a0c5-277da06fcacb"
    assert answer.refers_to == ("0bc5576a-3f87-4cf5-a0c5-277da06fcacb",)
    assert answer.person.numbers == (_BIRGIT,)
    assert answer.person.family_name == "Birgit Exempelsson"
    assert answer.sent_at == answer.happened_at == 1_773_069_039_843_000
    assert answer.conversation.subject_line == "Fråga om nycklar"
    assert answer.conversation.text == "Hej.\n\nDu?"
    assert answer.conversation.thread == "1bc5576a-3f87-4cf5-a0c5-277da06fcacb"
    size = len(pdf("Nyckelkvitto"))
    assert answer.conversation.attachments == (Attachment("Kvitto.pdf", "application/pdf", size),)
    assert (answer.sender_name, answer.sender_unit) == ("0203:region.example", "Medicinavdelning 3")
    assert answer.recipient_name == "Ekeby kommun · Kontaktpunkten"
    assert answer.remarks == ("Avsändaren har märkt att innehållet omfattas av sekretess.",)


def test_an_sdk_message_is_the_same_with_and_without_its_envelope() -> None:
    """The same letter fetched in two ways is known as the same."""
    assert read(enveloped(sdk())) == read(sdk())


def test_an_sdk_message_need_not_be_about_a_person() -> None:
    """A general question is taken in on nobody."""
    answer = read(sdk(persons=()))

    assert isinstance(answer, Notice)
    assert answer.person.numbers == ()
    assert answer.person.family_name == ""


def test_staff_named_in_an_sdk_message_are_not_whom_it_is_about() -> None:
    """The person to whose attention a letter goes is a colleague."""
    data = sdk(persons=()).replace(b"1.2.752.129.2.1.4.1", b"1.2.752.129.2.1.3.1")
    answer = read(data.replace(b"SE2321009999-1001", b"19340512-9804"))

    assert isinstance(answer, Notice)
    assert answer.person.numbers == ()


@pytest.mark.parametrize(
    "data",
    [
        sdk(("application/fhir+xml", "x.xml", as_xml(ADMISSION))),
        sdk(("application/octet-stream", "x", ADMISSION), ("text/csv", "y", b"a;b")),
        enveloped(sdk((_FHIR, "x.json", ADMISSION))),
    ],
)
def test_a_message_attached_to_an_sdk_message_is_that_message(data: bytes) -> None:
    """The region sends its FHIR message through SDK: it is taken in as what it is."""
    assert _facts(read(data)) == _facts(read(ADMISSION))


def test_the_words_of_an_sdk_message_may_be_a_message() -> None:
    """An admission notice typed into an SDK letter is an admission notice."""
    answer = read(sdk(words=[SCREEN]))

    assert isinstance(answer, Notice)
    assert answer.kind is MessageKind.ADMISSION_NOTICE
