"""Whatever comes in, the reader answers: with a notice, or with why not."""

import random
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec import json, structs

from kontaktpunkt.domain.notice import Notice, SetAside
from kontaktpunkt.messages import read, write
from property.messages.bundles import damaged, notices, originals

pytestmark = pytest.mark.property

_JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
_FHIR_KEYS = st.sampled_from([
    "resourceType", "type", "entry", "resource", "fullUrl", "id", "meta", "security", "code",
    "eventCoding", "system", "focus", "reference", "subject", "identifier", "value", "name",
    "period", "start", "end", "extension", "url", "target", "activity", "coding", "contained",
])  # fmt: skip
_FHIR_WORDS = st.sampled_from([
    "Bundle", "message", "MessageHeader", "Patient", "Encounter", "Provenance", "inskrivning",
    "https://kontaktpunkt.example/fhir/CodeSystem/event", "#p", "Patient/p", "p",
    "2026-03-09T14:20:00Z", "http://electronichealth.se/identifier/personnummer", "195009072553",
])  # fmt: skip
_FHIR_LIKE: st.SearchStrategy[Any] = st.recursive(
    _FHIR_WORDS | st.none() | st.booleans(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_FHIR_KEYS, inner, max_size=6),
    max_leaves=40,
)


@given(st.binary(max_size=400))
@example(b"\x00")
@example(b"\xff\xfe")
@example(b"<")
@example(b'"')
def test_any_bytes_get_an_answer(data: bytes) -> None:
    """A file of any kind can lie in the folder without stopping the work."""
    assert isinstance(read(data), SetAside)


@given(_JSON)
def test_any_json_gets_an_answer(value: Any) -> None:
    """A file from another program is set aside, not fatal."""
    assert isinstance(read(json.encode(value)), SetAside)


@given(_FHIR_LIKE, st.dictionaries(_FHIR_KEYS, _FHIR_LIKE, max_size=5))
def test_anything_that_looks_like_fhir_gets_an_answer(entry: object, header: object) -> None:
    """A message built wrong in any of its parts is set aside or taken in, never fatal."""
    entries = [{"resource": {"resourceType": "MessageHeader", "id": "1"}}, {"resource": header}]
    root = {"resourceType": "Bundle", "type": "message", "entry": [*entries, entry]}

    assert isinstance(read(json.encode(root)), Notice | SetAside)


_ORIGINALS = originals()


@given(st.sampled_from(_ORIGINALS), st.integers(0, 2**32))
def test_any_damage_gets_an_answer(original: bytes, seed: int) -> None:
    """A message damaged on the way is set aside, or still understood; nothing is dropped."""
    chance = random.Random(seed)  # noqa: S311  a repeatable test, no secret

    answer = read(damaged(original, chance))

    assert isinstance(answer, Notice | SetAside)


@given(notices())
def test_what_is_written_is_read_back(notice: Notice) -> None:
    """What a message says survives our own carrier: the same facts come back."""
    answer = read(write(notice))

    assert isinstance(answer, Notice)
    assert structs.replace(answer, digest=b"", remarks=()) == notice
    assert len(answer.digest) == 32


@given(notices())
def test_the_same_notice_is_always_written_the_same(notice: Notice) -> None:
    """A demo day made twice is the same demo day."""
    assert write(notice) == write(notice)
