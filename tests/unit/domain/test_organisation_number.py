"""Organisation numbers and HSA-ids: which are right, and why the others are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.se import orgnr

from kontaktpunkt.domain.person.organisation_number import (
    HsaId,
    OrganisationFault,
    OrganisationFaultReason,
    OrganisationNumber,
    read_hsa_id,
    read_organisation_number,
    shown_organisation,
)

R = OrganisationFaultReason


@pytest.mark.parametrize(
    "text", ["2321000131", "232100-0131", "16232100-0131", "232100 0131", " 232100-0131\n"]
)
def test_an_organisation_number_is_read_in_all_its_forms(text: str) -> None:
    """Västra Götalandsregionen is the same organisation however its number is written."""
    number = read_organisation_number(text)

    assert isinstance(number, OrganisationNumber)
    assert number.value == "2321000131"
    assert shown_organisation(number) == "232100-0131"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", R.EMPTY),
        ("2321000132", R.CHECK_DIGIT),
        ("811218-9876", R.PERSONAL_NUMBER),
        ("23210-00131", R.BAD_SHAPE),
        ("232100013", R.BAD_SHAPE),
        ("SE232100013101", R.BAD_SHAPE),
        ("٢٣٢١٠٠٠١٣١", R.BAD_SHAPE),
    ],
)
def test_what_is_no_organisation_number_says_why(text: str, reason: R) -> None:
    """Whoever mistyped an organisation number is told what is wrong with it."""
    assert read_organisation_number(text) == OrganisationFault(reason)


@given(st.from_regex(r"\A[0-9]{10}\Z"))
def test_stdnum_agrees(digits: str) -> None:
    """Valid for us exactly when valid for python-stdnum.

    On purpose otherwise: a third digit below 2 is a person's number (theirs: valid).
    """
    ours = read_organisation_number(digits)
    valid = isinstance(ours, OrganisationNumber) or ours.reason is R.PERSONAL_NUMBER

    assert orgnr.is_valid(digits) == valid


@pytest.mark.parametrize(
    "text",
    [
        "SE2321000131-E000000000001",
        "SE2321000131-a",
        "SE2321000057-0A1b",
        "SE2321000131-" + "A" * 18,
        "SE165565594230-1000",
        " SE2321000131-1 ",
    ],
)
def test_an_hsa_id_is_read_as_it_is_written(text: str) -> None:
    """A unit's HSA-id is taken as it stands."""
    assert read_hsa_id(text) == HsaId(text.strip())


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("  ", R.EMPTY),
        ("SE2321000131-", R.BAD_SHAPE),
        ("SE232100-0131-A1", R.BAD_SHAPE),
        ("SE2321000131", R.BAD_SHAPE),
        ("NO2321000131-A1", R.BAD_SHAPE),
        ("SE2321000131-Å1", R.BAD_SHAPE),
        ("SE2321000131-A@1", R.BAD_SHAPE),
        ("SE2321000131-A 1", R.BAD_SHAPE),
        ("SE2321000131-" + "A" * 19, R.TOO_LONG),
        ("SE2321000132-A1", R.CHECK_DIGIT),
    ],
)
def test_what_is_no_hsa_id_says_why(text: str, reason: R) -> None:
    """Whoever mistyped an HSA-id is told what is wrong with it."""
    assert read_hsa_id(text) == OrganisationFault(reason)
