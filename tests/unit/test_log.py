"""The technical log helps whoever mends the program, and names nobody."""

import logging
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kontaktpunkt.log import MASK, Hidden, close_log, mask, note_fault, open_log


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    """Open a log in a store's folder and close it afterwards."""
    yield open_log(tmp_path)
    close_log()


@pytest.mark.parametrize(
    "number",
    [
        "191212121212",
        "19121212-1212",
        "121212-1212",
        "121212+1212",
        "1212121212",
        "19 12 12 12-12 12",
        "191212 1212",
        "1912-12-12-1212",
        "701063-2391",
        "98240301AA06",
        "19121212\u00a01212",
        "0711-12 34 56",
    ],
)
def test_a_persons_number_is_masked_however_it_is_typed(number: str) -> None:
    """Nobody who reads the technical log can see which person it was about."""
    assert number not in mask(f"kunde inte läsa {number}.")


@pytest.mark.parametrize(
    "text",
    [
        "klart 2026-11-22T08:40:00Z",
        "position 1795333200000000",
        "blankett 001000123",
        "018f3b12-7a44-7c01-9d88-c9c8abf1f18c",
        "12 av 40 meddelanden på 350 ms",
    ],
)
def test_times_counts_and_event_ids_stay_readable(text: str) -> None:
    """The log is still of use to the one who looks for a fault."""
    assert mask(text) == text


@given(st.from_regex(r"(19|20)?[0-9]{6}[-+]?[0-9]{4}", fullmatch=True))
def test_no_number_of_any_person_gets_through(number: str) -> None:
    """Whatever the number is, it never stands in the log."""
    assert number not in mask(f"<{number}>")


def test_given_names_are_masked_in_any_case_and_order() -> None:
    """A name is hidden also when it is written backwards or in capitals."""
    masked = mask("ÖBERG, Åsa: Åsas kort", names=["Åsa Öberg"])

    assert masked == f"{MASK}, {MASK}: Åsas kort"


def test_a_log_line_hides_number_name_and_hidden_value(log_file: Path) -> None:
    """What is logged about a message tells what happened, not to whom."""
    logging.getLogger("kontaktpunkt.test").info(
        "tog in %s för %s %s",
        Hidden("/hem/åsa.json"),
        "Åsa Öberg",
        "19121212-1212",
        extra={"names": ["Åsa Öberg"]},
    )

    written = log_file.read_text(encoding="utf-8")
    assert "tog in" in written
    assert not {"Åsa", "Öberg", "1212-1212", "åsa.json"} & set(written.split())
    assert "1212" not in written
    assert "åsa" not in written.lower()


def test_an_exceptions_own_text_is_masked(
    log_file: Path, expected_log: list[logging.LogRecord]
) -> None:
    """A fault that quotes what it choked on does not give the person away."""
    numbers: list[str] = []
    for value in ("19121212-1212", "19101010-1010"):
        try:
            raise ValueError(value)  # noqa: TRY301  the stack must lead here
        except ValueError as fault:
            numbers.append(note_fault(fault))

    written = log_file.read_text(encoding="utf-8")
    assert numbers[0] == numbers[1], "the same fault has the same number, whoever it concerned"
    assert numbers[0] in written
    assert "ValueError" in written
    assert "1212-1212" not in written
    assert [record.levelname for record in expected_log] == ["ERROR", "ERROR"]


def test_the_log_turns_its_pages_and_keeps_few(log_file: Path) -> None:
    """The log never fills the disk of a workstation."""
    for _ in range(80):
        logging.getLogger("kontaktpunkt.test").info("x" * 100_000)

    pages = list(log_file.parent.iterdir())
    assert 2 <= len(pages) <= 6
    assert sum(page.stat().st_size for page in pages) < 8_000_000


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in another way")
def test_only_its_owner_may_read_the_log(log_file: Path) -> None:
    """A colleague with another account at the same computer cannot read the log."""
    logging.getLogger("kontaktpunkt.test").info("hej")

    assert stat.S_IMODE(log_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(log_file.parent.stat().st_mode) == 0o700
