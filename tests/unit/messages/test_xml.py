"""FHIR bundles as XML: read as the JSON form is, with its own ways to be broken."""

import os
from pathlib import Path

import pytest

from kontaktpunkt.domain.message_kind import SetAsideReason
from kontaktpunkt.domain.notice import Notice, SetAside
from kontaktpunkt.messages import read
from property.messages.as_xml import as_xml
from unit.messages.invented import FOLDER

_FILES = sorted(FOLDER.glob("*.json"))
_ADMISSION = as_xml((FOLDER / "inskrivning.json").read_bytes())
_PATIENT = b"<family"


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_each_kind_of_message_is_the_same_as_xml(path: Path) -> None:
    """All kinds of message, corrections and cancellations too, come in either form."""
    data = path.read_bytes()

    answer = read(as_xml(data))

    assert isinstance(answer, Notice)
    assert answer == read(data)


def test_real_samples_say_the_same_as_xml() -> None:
    """What other systems have sent reads the same when they send it as XML."""
    folder = os.environ.get("KONTAKTPUNKT_SAMPLES")
    if not folder:
        pytest.skip("KONTAKTPUNKT_SAMPLES names no folder: real-world samples were NOT tried")
    bundles = [
        data
        for path in sorted(Path(folder).rglob("*.json"))
        if b'"Bundle"' in (data := path.read_bytes()) and isinstance(read(data), Notice)
    ]

    pairs = [(read(data), read(as_xml(data))) for data in bundles]

    assert pairs
    assert [
        plain for plain, other in pairs if _without_digest(plain) != _without_digest(other)
    ] == []


def _without_digest(answer: Notice | SetAside) -> dict[str, object]:
    return {name: getattr(answer, name) for name in answer.__struct_fields__ if name != "digest"}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1", "windows-1252"])
def test_an_xml_message_may_be_written_in_another_encoding(encoding: str) -> None:
    """What the sending system calls its letters makes no difference to what they say."""
    name = {"utf-8-sig": "UTF-8"}.get(encoding, encoding)
    other = _ADMISSION.decode().replace('encoding="UTF-8"', f'encoding="{name}"').encode(encoding)

    assert read(other) == read(_ADMISSION)


def test_blanks_and_comments_between_elements_say_nothing() -> None:
    """A system that lays its XML out in lines sends the same message."""
    laid_out = _ADMISSION.replace(b"><", b">\n  <!-- x -->\t<")

    assert read(laid_out) == read(_ADMISSION)


def test_a_narrative_is_not_read_but_counts_as_content() -> None:
    """The text for people may be there; another text under the same id is another content."""
    text = b'<text><status value="generated"/><div xmlns="http://www.w3.org/1999/xhtml">%s</div></text>'
    one, other = (_with_first(text % words) for words in (b"Hej", b"Hej<b>!</b>"))

    read_one, read_other, plain = read(one), read(other), read(_ADMISSION)

    assert isinstance(read_one, Notice)
    assert isinstance(read_other, Notice)
    assert isinstance(plain, Notice)
    assert _without_digest(read_one) == _without_digest(plain)
    assert len({read_one.digest, read_other.digest, plain.digest}) == 3


def _with_first(part: bytes) -> bytes:
    start = _ADMISSION.index(b"<Patient>") + len(b"<Patient>")
    return _ADMISSION[:start] + part + _ADMISSION[start:]


def test_a_value_that_is_only_an_extension_is_a_value_not_said() -> None:
    """A birth date that the sender says is unknown is no birth date, and no fault either."""
    unknown = (
        b'<birthDate><extension url="http://hl7.org/fhir/StructureDefinition/data-absent-reason">'
        b'<valueCode value="unknown"/></extension></birthDate>'
    )
    start = _ADMISSION.index(b"<birthDate")
    end = _ADMISSION.index(b">", start) + 1
    assert _ADMISSION[end : end + 12] == b"</birthDate>"

    answer = read(_ADMISSION[:start] + unknown + _ADMISSION[end + 12 :])

    assert isinstance(answer, Notice)
    assert answer.person.birth_date is None


@pytest.mark.parametrize(
    ("part", "reason", "place"),
    [
        (b"words", SetAsideReason.BAD_SHAPE, "Bundle.entry.resource"),
        (b'<gender value="male"/>', SetAsideReason.DUPLICATE_KEY, "Bundle.entry.resource.gender"),
        (b'<x xmlns="urn:x"/>', SetAsideReason.BAD_SHAPE, "Bundle.entry.resource"),
        (b'<active value="perhaps" other="1"/>', SetAsideReason.BAD_SHAPE, ""),
        (b'<deceasedBoolean value="perhaps"/>', SetAsideReason.BAD_SHAPE, ""),
        (b"<identifier/><identifier><value/></identifier>", SetAsideReason.BAD_SHAPE, ""),
        (b"<a>" * 65 + b"</a>" * 65, SetAsideReason.TOO_DEEP, ""),
        (b"<a/>" * 250_000, SetAsideReason.TOO_MANY_PARTS, ""),
        (b"<family>", SetAsideReason.NOT_XML, ""),
        (b"\x00", SetAsideReason.NOT_XML, ""),
    ],
)
def test_a_part_that_is_no_fhir_sets_the_message_aside(
    part: bytes, reason: SetAsideReason, place: str
) -> None:
    """Where XML says something that FHIR has no place for, nobody guesses what was meant."""
    answer = read(_with_first(part))

    assert isinstance(answer, SetAside)
    assert answer.reason is reason
    assert answer.place == place or not place


@pytest.mark.parametrize(
    "head",
    [
        b'<!DOCTYPE Bundle [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>',
        b'<!DOCTYPE Bundle SYSTEM "file:///etc/passwd">',
        b'<!DOCTYPE Bundle [<!ENTITY % x SYSTEM "http://a.example/x"> %x;]>',
    ],
)
def test_a_document_type_is_refused_before_it_is_followed(head: bytes) -> None:
    """A message cannot make the program open other files or fill the memory."""
    start = _ADMISSION.index(b"<Bundle")

    answer = read(_ADMISSION[:start] + head + _ADMISSION[start:])

    assert isinstance(answer, SetAside)
    assert answer.reason is SetAsideReason.DOCTYPE
    assert answer.place == "rad 2, kolumn 1"
