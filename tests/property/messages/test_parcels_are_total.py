"""Whatever is wrapped, and however it breaks, a parcel gets an answer and can be looked at."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kontaktpunkt.domain.notice import Notice, SetAside
from kontaktpunkt.messages import legible, read
from property.messages.bundles import bytes_damaged
from unit.messages.parcels_made import letter, parcels, sdk

pytestmark = pytest.mark.property

_PARCELS = parcels()
_HEADERS = st.sampled_from(
    ["Content-Type", "Content-Disposition", "Content-Transfer-Encoding", "Subject", "Date", "From"]
)
_VALUES = st.text(max_size=40) | st.sampled_from(
    [
        "multipart/mixed",
        "multipart/mixed; boundary=x",
        "message/rfc822",
        'text/plain; charset="utf-7"',
        "text/plain; charset=idna",
        "attachment; filename*0*=x'y'%zz",
        "=?utf-8?b?/////w==?=",
        "=?x?q?=",
        "quoted-printable",
        "x-uuencode",
        "application/pkcs7-mime; smime-type=signed-data",
    ]
)


@given(st.sampled_from(sorted(_PARCELS)), st.integers(0, 2**32))
def test_any_damage_to_a_parcel_gets_an_answer(name: str, seed: int) -> None:
    """A letter, a PDF or an SDK message broken on its way is set aside, or still understood."""
    data = bytes_damaged(_PARCELS[name], random.Random(seed))  # noqa: S311  a repeatable test

    assert isinstance(read(data), Notice | SetAside)
    assert isinstance(legible(data), str)


@given(st.lists(st.tuples(_HEADERS, _VALUES), max_size=8), st.binary(max_size=60))
def test_any_headers_of_a_letter_get_an_answer(headers: list[tuple[str, str]], body: bytes) -> None:
    """A letter from a program that knows no standard stops nobody's work."""
    lines = "".join(f"{name}: {value}\n" for name, value in headers)
    data = b"From: a@b.example\nTo: c@d.example\n" + lines.encode(errors="replace") + b"\n" + body

    assert isinstance(read(data), Notice | SetAside)
    assert isinstance(legible(data), str)


@given(st.binary(max_size=200))
def test_any_file_in_a_parcel_gets_an_answer(content: bytes) -> None:
    """Whatever somebody attaches, the parcel around it is answered for."""
    in_letter = letter(("application/octet-stream", "x", content))

    assert isinstance(read(sdk(("a/b", "c", content))), Notice | SetAside)
    assert isinstance(read(in_letter), Notice | SetAside)


@given(st.binary(max_size=300))
def test_any_bytes_can_be_looked_at(data: bytes) -> None:
    """What was set aside can be opened in the window, whatever it is."""
    assert isinstance(legible(data), str)
