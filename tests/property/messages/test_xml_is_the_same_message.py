"""A message is the same whether its bundle was sent as JSON or as XML."""

import random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec import json

from kontaktpunkt.domain.notice import Notice, SetAside
from kontaktpunkt.messages import read, write
from property.messages.as_xml import as_xml
from property.messages.bundles import bytes_damaged, notices, originals

pytestmark = pytest.mark.property

_AS_XML = [as_xml(data) for data in originals()]


@given(notices())
def test_a_message_as_xml_says_what_it_says_as_json(notice: Notice) -> None:
    """Whatever form the sending system chose, staff read the same."""
    written = write(notice)
    # XML cannot hold the two code points that are no characters; JSON can.
    assume(not any(sign in written.decode() for sign in "\ufffe\uffff"))

    answer = read(as_xml(written))

    assert answer == read(written)
    assert isinstance(answer, Notice)


@given(st.sampled_from(_AS_XML), st.integers(0, 2**32))
def test_any_damage_to_xml_gets_an_answer(original: bytes, seed: int) -> None:
    """An XML message damaged on the way is set aside, or still understood; nothing is dropped."""
    chance = random.Random(seed)  # noqa: S311  a repeatable test, no secret

    assert isinstance(read(bytes_damaged(original, chance)), Notice | SetAside)


@given(st.permutations(["id", "status", "class", "subject", "period"]))
def test_the_order_of_elements_says_nothing(order: list[str]) -> None:
    """Two systems that write the same in another order send the same message."""
    root = json.decode(originals()[6])
    for entry in root["entry"]:
        resource = entry["resource"]
        if resource["resourceType"] == "Encounter":
            kept = {key: resource[key] for key in resource if key not in order}
            kept |= {key: resource[key] for key in order if key in resource}
            entry["resource"] = kept

    assert read(as_xml(json.encode(root))) == read(originals()[6])
