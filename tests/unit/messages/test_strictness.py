"""Broken, hostile and foreign originals are set aside whole, each for a true reason."""

import pytest

from kontaktpunkt.domain.message_kind import SetAsideReason
from kontaktpunkt.domain.notice import Notice, SetAside
from kontaktpunkt.messages import read
from unit.messages.invented import FOLDER

_WHOLE = (FOLDER / "inskrivning.json").read_bytes()
_MEGABYTE = 1024 * 1024

_BROKEN = [
    (b"", SetAsideReason.EMPTY, ""),
    (b" \r\n\t ", SetAsideReason.EMPTY, ""),
    (b"\xef\xbb\xbf", SetAsideReason.EMPTY, ""),
    (b"\xef\xbb\xbf  ", SetAsideReason.EMPTY, ""),
    (b'{"a":\n "\xc5ke"}', SetAsideReason.NOT_TEXT, "rad 2, kolumn 3"),
    (b"\x89PNG\r\n\x1a\n\x00\x00", SetAsideReason.NOT_TEXT, "rad 1, kolumn 1"),
    (b'{"a": "\x00"}', SetAsideReason.NOT_TEXT, "rad 1, kolumn 8"),
    (b"\xff\xfe{\x00\x00", SetAsideReason.NOT_TEXT, ""),
    (b'{"a": "\xed\xa0\x80"}', SetAsideReason.LONE_SURROGATE, "rad 1, kolumn 8"),
    (b'{"a": "x\\ud800y"}', SetAsideReason.LONE_SURROGATE, "rad 1, kolumn 9"),
    (b'{"a": "\\udc00"}', SetAsideReason.LONE_SURROGATE, "rad 1, kolumn 8"),
    (b'{"a": "\\ud83d\\ud83d\\ude00"}', SetAsideReason.LONE_SURROGATE, "rad 1, kolumn 8"),
    (b'{"\\udfff": 1}', SetAsideReason.LONE_SURROGATE, "rad 1, kolumn 3"),
    (b'{"a": 1,\n "b": 2, "a": 3}', SetAsideReason.DUPLICATE_KEY, "rad 2, kolumn 10"),
    (b'[{"x": {"a": {"b": 1, "b": 2}}}', SetAsideReason.DUPLICATE_KEY, "rad 1, kolumn 23"),
    (b'{"a": 1, "\\u0061": 2}', SetAsideReason.DUPLICATE_KEY, "rad 1, kolumn 10"),
    (b'{"a": NaN}', SetAsideReason.NOT_JSON, "rad 1, kolumn 7"),
    (b'{"a": "NaN", "b": -Infinity}', SetAsideReason.NOT_JSON, "rad 1, kolumn 19"),
    (b'{"a": 1', SetAsideReason.NOT_JSON, "rad 1, kolumn 8"),
    (b'{"a": "\n"}', SetAsideReason.NOT_JSON, "rad 1, kolumn 8"),
    (b'{"a": 1} {}', SetAsideReason.NOT_JSON, "rad 1, kolumn 10"),
    (b"{'a': 1}", SetAsideReason.NOT_JSON, "rad 1, kolumn 2"),
    (b'{"a": 1e999999999999999999999}', SetAsideReason.BAD_SHAPE, ""),
    (b"[]", SetAsideReason.NOT_A_MESSAGE, "$"),
    (b"17", SetAsideReason.NOT_A_MESSAGE, "$"),
    (b'"Bundle"', SetAsideReason.NOT_A_MESSAGE, "$"),
    (b"null", SetAsideReason.NOT_A_MESSAGE, "$"),
    (b"{}", SetAsideReason.NOT_A_MESSAGE, "resourceType"),
    (b'{"resourceType": "Organization"}', SetAsideReason.NOT_A_MESSAGE, "resourceType"),
    (b'{"resourceType": "Bundle"}', SetAsideReason.NOT_A_MESSAGE, "Bundle.type"),
    (b'{"resourceType": "Bundle", "type": "message"}', SetAsideReason.NO_HEADER, "Bundle.entry"),
    (b"MSH|^~\\&|", SetAsideReason.UNKNOWN_FORMAT, "rad 1, kolumn 1"),
    (b"%PDF-1.7\n\xe2\xe3\xcf\xd3", SetAsideReason.BROKEN_PDF, ""),
    ("Hej, hon kommer hem på fredag.".encode(), SetAsideReason.UNKNOWN_FORMAT, "rad 1, kolumn 1"),
    (b"<Bundle xmlns='http://hl7.org/fhir'/>", SetAsideReason.NOT_A_MESSAGE, "Bundle.type"),
    (b"<?xml version='1.0'?>\n<a>\xe5</a>", SetAsideReason.NOT_XML, "rad 2, kolumn 4"),
    (b"<?xml version='1.0' encoding='latin-1'?>\n<a>\xe5</a>", SetAsideReason.UNKNOWN_FORMAT, ""),
    (b"<?xml version='1.0' encoding='x-none'?><a/>", SetAsideReason.NOT_TEXT, ""),
    (b"<a>&entity;</a>", SetAsideReason.NOT_XML, "rad 1, kolumn 4"),
    (b"<a><!-- <!DOCTYPE a> --></a>", SetAsideReason.UNKNOWN_FORMAT, "rad 1, kolumn 1"),
    (b"<?xml version='1.0'?>\n<!DOCTYPE a []><a/>", SetAsideReason.DOCTYPE, "rad 2, kolumn 1"),
    (b"<!-- x --><?p?> <!doctype html>", SetAsideReason.DOCTYPE, "rad 1, kolumn 17"),
    (b"<!-- no end", SetAsideReason.NOT_XML, "rad 1, kolumn 1"),
]


@pytest.mark.parametrize(("data", "reason", "place"), _BROKEN)
def test_a_broken_original_is_set_aside_with_reason_and_place(
    data: bytes, reason: SetAsideReason, place: str
) -> None:
    """What cannot be read is kept, and IT is told what is wrong with it and where."""
    answer = read(data)

    assert isinstance(answer, SetAside)
    assert answer.reason is reason
    assert answer.place == place or not place


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_other_encodings_of_the_same_message_are_the_same_message(encoding: str) -> None:
    """A message that a Windows program saved in its own way is the same message."""
    plain, other = read(_WHOLE), read(_WHOLE.decode().encode(encoding))

    assert isinstance(plain, Notice)
    assert other == plain


def test_whole_pairs_of_escapes_are_letters() -> None:
    """An emoji in somebody's words, written as two escapes, is no fault."""
    data = _WHOLE.replace("stöd hemma.".encode(), b"st\\u00f6d \\ud83d\\ude00 \\\\ud800.")

    answer = read(data)

    assert isinstance(answer, Notice)
    assert answer.conversation.text.endswith("stöd \U0001f600 \\ud800.")


def test_a_file_of_more_than_thirty_megabytes_is_not_opened() -> None:
    """A file far larger than any message does not stop the work of the others."""
    room = 30 * _MEGABYTE - len(_WHOLE)

    largest, larger = read(_WHOLE + b" " * room), read(_WHOLE + b" " * (room + 1))

    assert isinstance(largest, Notice)
    assert isinstance(larger, SetAside)
    assert larger.reason is SetAsideReason.TOO_LARGE


@pytest.mark.parametrize(
    ("opening", "closing", "levels", "reason"),
    [
        (b"[", b"]", 64, SetAsideReason.NOT_A_MESSAGE),
        (b"[", b"]", 65, SetAsideReason.TOO_DEEP),
        (b'{"a":', b"}", 65, SetAsideReason.TOO_DEEP),
        (b'{"a":', b"}", 64, SetAsideReason.NOT_JSON),
        (b'[{"[[[[":', b"}]", 33, SetAsideReason.TOO_DEEP),
        (b'[{"]]]]":', b"}]", 32, SetAsideReason.NOT_JSON),
        (b"[", b"", 200_000, SetAsideReason.TOO_DEEP),
        (b'{"a":"]]]]]]]]","b":[', b"]}", 60, SetAsideReason.TOO_DEEP),
    ],
)
def test_depth_is_counted_before_anything_is_parsed(
    opening: bytes, closing: bytes, levels: int, reason: SetAsideReason
) -> None:
    """A file built to exhaust the reader is looked at and laid aside."""
    answer = read(opening * levels + closing * levels)

    assert isinstance(answer, SetAside)
    assert answer.reason is reason


def test_brackets_in_words_are_no_depth() -> None:
    """Somebody may write as many brackets in a message as she likes."""
    words = b"[[{{" * 100
    data = _WHOLE.replace(b"Inkommer efter fall", words + b'\\"' + words)

    assert isinstance(read(data), Notice)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"[" + b"1," * 250_000 + b"1]", SetAsideReason.TOO_MANY_PARTS),
        (b"[" + b"[]," * 90_000 + b"1]", SetAsideReason.NOT_A_MESSAGE),
        (b'{"a":"' + b"," * 900_000 + b'"}', SetAsideReason.NOT_A_MESSAGE),
        (b"[" + b"9" * 100_000 + b"]", SetAsideReason.NOT_A_MESSAGE),
    ],
)
def test_the_number_of_values_is_bounded(data: bytes, reason: SetAsideReason) -> None:
    """A file of a million values is no message about anybody."""
    answer = read(data)

    assert isinstance(answer, SetAside)
    assert answer.reason is reason


def test_the_number_of_entries_is_bounded() -> None:
    """A bundle of tens of thousands of parts is no message about one person."""
    entries = b",".join([b'{"resource":{"resourceType":"Basic"}}'] * 20_001)
    data = b'{"resourceType":"Bundle","type":"message","entry":[' + entries + b"]}"

    answer = read(data)

    assert isinstance(answer, SetAside)
    assert (answer.reason, answer.place) == (SetAsideReason.TOO_MANY_PARTS, "Bundle.entry")


def test_control_characters_do_not_get_into_the_facts() -> None:
    """What databases and printers choke on stays in the original."""
    data = _WHOLE.replace(b"Exempelsson", b"\\u0000Exem\\u0007pels\\u009fson\\u007f ")

    answer = read(data)

    assert isinstance(answer, Notice)
    assert answer.person.family_name == "Exempelsson"


def test_a_bare_person_is_shown_but_is_no_event() -> None:
    """A file with a person and nothing that happened is set aside, with the person shown."""
    data = b"""{"resourceType": "Patient", "birthDate": "1929-09-23", "gender": "female",
      "meta": {"security": [{"code": "sekretessmarkering"}]},
      "identifier": [{"system": "urn:oid:1.2.752.129.2.1.3.1", "value": "2909239812"}],
      "name": [{"use": "old", "family": "Fore"}, {"text": "Anna Exempel"}]}"""

    answer = read(data, "patient.json")

    assert isinstance(answer, SetAside)
    assert answer.reason is SetAsideReason.NO_EVENT
    assert answer.person is not None
    assert answer.person.numbers[0].value == "192909239812"
    assert answer.person.family_name == "Anna Exempel"
    assert answer.person.protection.value == "secrecy_marking"


def test_the_place_of_a_fault_never_repeats_what_might_be_a_person() -> None:
    """Where a key is no name of FHIR's, it is not repeated in a list that many can see."""
    data = (
        b'{"resourceType": "Bundle", "type": "message", "19340512-9804": {"entry": 1}, "entry": 5}'
    )

    answer = read(data)

    assert isinstance(answer, SetAside)
    assert answer.place == "Bundle.entry"


def test_control_characters_do_not_get_into_the_identity() -> None:
    """What a message is known by can be kept and searched for anywhere."""
    data = _WHOLE.replace(b"NamingSystem/message-id", b"NamingSystem/annat")

    answer = read(data.replace(b'"id": "2026-03-0001"', b'"id": " 2026\\u0000-1 "'))

    assert isinstance(answer, Notice)
    assert answer.identity.id == "2026-1"
