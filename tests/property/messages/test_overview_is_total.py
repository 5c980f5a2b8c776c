"""Reading an overview is total: any text gives an overview, and everybody in it is somewhere."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kontaktpunkt.messages.overview import read_overview, read_overview_file
from samples import a_number

pytestmark = pytest.mark.property

ON = date(2026, 3, 24)
_WORDS = st.sampled_from(
    ["Personnummer", "Namn", "Patient", "Avdelning", "Inskriven", "Ber. utskr.", "Status"]
    + ["Utskrivningsklar", "Skyddad identitet", "2026-03-20 14:10", "26/3", "Avd 3 (4)", "Nej"]
    + ['"', "\t", ";", ",", "|", "  ", "\n", "\r\n", ":", "-", "Sida 1", "\ufeff", "\x00", "\f"]
    + [f"{a_number(n).value[:8]}-{a_number(n).value[8:]}" for n in range(1, 5)]
    + [a_number(5).value, "18900102-9800", "9" * 40, "å" * 200]
)


@given(st.lists(_WORDS | st.text(max_size=6), max_size=60).map("".join))
def test_any_text_gives_an_overview(text: str) -> None:
    """Whatever is pasted, the program answers; no one number is read as two people."""
    read = read_overview(text, ON)

    assert len({line.number for line in read.lines}) == len(read.lines)
    assert all(1 <= one.line <= text.count("\n") + text.count("\r") + text.count("\f") + 1
               for one in (*read.lines, *read.unread))  # fmt: skip


@given(st.binary(max_size=400))
def test_any_bytes_give_an_overview(data: bytes) -> None:
    """A file that is no text at all holds nobody, and nothing breaks."""
    assert read_overview_file(data, ON).lines == ()


@given(
    st.lists(st.integers(1, 300), min_size=1, max_size=40, unique=True),
    st.sampled_from(["\t", ";", ",", "|", "   "]),
    st.lists(st.text("abc åäö;,\t|", max_size=12), min_size=40, max_size=40),
)
def test_nobody_in_a_table_is_lost(people: list[int], separator: str, names: list[str]) -> None:
    """Whatever stands beside a number, the person is read or shown as not read: never dropped."""
    rows = [
        f"{a_number(nth).value}{separator}{name}" for nth, name in zip(people, names, strict=False)
    ]
    text = "\n".join([f"Personnummer{separator}Namn", *rows])

    read = read_overview(text, ON)

    seen = " ".join([line.number.value for line in read.lines] + [one.text for one in read.unread])
    assert all(a_number(nth).value in seen for nth in people)
