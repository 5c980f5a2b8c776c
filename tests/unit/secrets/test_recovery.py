"""The recovery sheet: what was printed can be typed back, and a slip is told by its group."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kontaktpunkt.secrets.recovery import GROUPS, from_text, to_groups
from kontaktpunkt.usecases.recovery_fault import RecoveryFault, RecoveryFlaw, RecoveryKind
from kontaktpunkt.wording.recovery import sentence_recovery

KEY = bytes(range(100, 132))
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@given(key=st.binary(min_size=32, max_size=32), kind=st.sampled_from(RecoveryKind))
def test_what_was_printed_can_be_typed_back(key: bytes, kind: RecoveryKind) -> None:
    """The sheet in the safe opens the store when the computer is gone."""
    groups = to_groups(key, kind)

    assert len(groups) == GROUPS
    assert {len(group) for group in groups} == {5}
    assert from_text(" ".join(groups), kind) == key


@pytest.mark.parametrize("between", ["", " ", "-", "\n", " – "])
def test_capitals_and_spaces_do_not_matter(between: str) -> None:
    """It may be typed with small letters, with dashes, or in one piece."""
    text = between.join(to_groups(KEY, RecoveryKind.STORE_KEY))

    assert from_text(text.lower(), RecoveryKind.STORE_KEY) == KEY
    assert from_text(f"  {text}\n", RecoveryKind.STORE_KEY) == KEY


def test_letters_that_look_like_digits_are_taken_for_them() -> None:
    """The letter O for a nought and I or L for a one are understood."""
    text = " ".join(to_groups(bytes(32), RecoveryKind.ID_KEY))
    assert {"0", "1"} <= set(text)

    assert from_text(text.replace("0", "O"), RecoveryKind.ID_KEY) == bytes(32)
    assert from_text(text.replace("0", "o").replace("1", "l"), RecoveryKind.ID_KEY) == bytes(32)
    assert from_text(text.replace("1", "I"), RecoveryKind.ID_KEY) == bytes(32)


@given(
    key=st.binary(min_size=32, max_size=32),
    place=st.integers(0, GROUPS * 5 - 1),
    letter=st.sampled_from(_ALPHABET),
)
def test_one_wrong_character_is_told_by_its_group(key: bytes, place: int, letter: str) -> None:
    """A slip of one character never opens anything, and the group to look at is named."""
    text = "".join(to_groups(key, RecoveryKind.STORE_KEY))
    typed = text[:place] + letter + text[place + 1 :]

    found = from_text(typed, RecoveryKind.STORE_KEY)

    if typed == text:
        assert found == key
    else:
        assert found == RecoveryFault(RecoveryFlaw.WRONG_GROUP, place // 5 + 1)


@given(
    key=st.binary(min_size=32, max_size=32),
    group=st.integers(0, GROUPS - 1),
    first=st.integers(0, 3),
)
def test_two_characters_that_changed_places_are_told(key: bytes, group: int, first: int) -> None:
    """Typing two neighbours in the wrong order is found out."""
    letters = list("".join(to_groups(key, RecoveryKind.STORE_KEY)))
    at = group * 5 + first
    swapped = letters.copy()
    swapped[at], swapped[at + 1] = swapped[at + 1], swapped[at]

    found = from_text("".join(swapped), RecoveryKind.STORE_KEY)

    wrong = RecoveryFault(RecoveryFlaw.WRONG_GROUP, group + 1)
    assert found == (key if swapped == letters else wrong)


def test_two_groups_that_changed_places_are_told() -> None:
    """Reading the lines of the sheet in the wrong order is found out."""
    groups = list(to_groups(KEY, RecoveryKind.STORE_KEY))
    groups[2], groups[6] = groups[6], groups[2]

    found = from_text(" ".join(groups), RecoveryKind.STORE_KEY)

    assert found == RecoveryFault(RecoveryFlaw.WRONG_GROUP, 3)


def test_the_other_key_of_the_sheet_is_told_as_such() -> None:
    """Whoever types the id key where the store's key is wanted is told just that."""
    typed = " ".join(to_groups(KEY, RecoveryKind.ID_KEY))

    assert from_text(typed, RecoveryKind.STORE_KEY) == RecoveryFault(RecoveryFlaw.OTHER_KEY)


@pytest.mark.parametrize("typed", ["", "ABCDE", "0" * 64, "0" * 66, "å" * 64])
def test_too_little_or_too_much_is_told(typed: str) -> None:
    """A missing group is told before anything is tried."""
    found = from_text(typed, RecoveryKind.STORE_KEY)

    assert found == RecoveryFault(RecoveryFlaw.WRONG_LENGTH)


@pytest.mark.property
@given(
    key=st.binary(min_size=32, max_size=32),
    group=st.integers(0, GROUPS - 1),
    at=st.integers(0, 4),
    twice=st.booleans(),
)
def test_a_dropped_or_doubled_character_is_told_by_its_group(
    key: bytes, group: int, at: int, *, twice: bool
) -> None:
    """Whoever types with spaces and drops or doubles a character is told in which group."""
    groups = list(to_groups(key, RecoveryKind.ID_KEY))
    right = groups[group]
    groups[group] = right[:at] + (right[at] * 2 if twice else "") + right[at + 1 :]

    found = from_text("-".join(groups), RecoveryKind.ID_KEY)

    assert found == RecoveryFault(RecoveryFlaw.WRONG_LENGTH, group + 1)


@pytest.mark.parametrize("place", range(GROUPS))
def test_a_skipped_or_repeated_group_is_told_by_its_place(place: int) -> None:
    """Whoever skips a group, or types one twice, is told where."""
    groups = to_groups(KEY, RecoveryKind.STORE_KEY)
    skipped = " ".join(groups[:place] + groups[place + 1 :])
    repeated = " ".join(groups[: place + 1] + groups[place:])

    lost = from_text(skipped, RecoveryKind.STORE_KEY)
    double = from_text(repeated, RecoveryKind.STORE_KEY)

    assert lost == RecoveryFault(RecoveryFlaw.WRONG_LENGTH, place + 1)
    assert double == RecoveryFault(RecoveryFlaw.WRONG_LENGTH, place + 2)


def test_every_single_wrong_character_of_a_sheet_is_told_by_its_group() -> None:
    """All 65 places and all 31 other characters, not a sample of them."""
    text = "".join(to_groups(KEY, RecoveryKind.STORE_KEY))
    slips = [
        (at, text[:at] + letter + text[at + 1 :])
        for at in range(len(text))
        for letter in _ALPHABET
        if letter != text[at]
    ]

    assert len(slips) == 65 * 31
    for at, typed in slips:
        found = from_text(typed, RecoveryKind.STORE_KEY)
        assert found == RecoveryFault(RecoveryFlaw.WRONG_GROUP, at // 5 + 1)


@pytest.mark.property
@given(st.text(), st.sampled_from(RecoveryKind))
def test_no_text_makes_the_reader_stumble(text: str, kind: RecoveryKind) -> None:
    """Whatever is pasted by mistake is told as no key, without being repeated."""
    found = from_text(text, kind)

    assert isinstance(found, RecoveryFault)
    assert 1 <= len(sentence_recovery(found)) < 100


def test_each_slip_has_its_own_sentence() -> None:
    """The sentence names the group that is to be compared with the sheet."""
    faults = [RecoveryFault(flaw, group) for flaw in RecoveryFlaw for group in (0, 7)]
    said = {fault: sentence_recovery(fault) for fault in faults}

    assert said[RecoveryFault(RecoveryFlaw.WRONG_GROUP, 7)].startswith("Grupp 7 ")
    assert said[RecoveryFault(RecoveryFlaw.WRONG_LENGTH, 7)].startswith("Grupp 7 ")
    assert "Grupp" not in said[RecoveryFault(RecoveryFlaw.OTHER_KEY)]
    assert "Grupp" not in said[RecoveryFault(RecoveryFlaw.WRONG_LENGTH)]


def test_a_letter_that_is_on_no_sheet_is_told() -> None:
    """The letter U and letters with dots are never printed, so they are a slip."""
    groups = list(to_groups(KEY, RecoveryKind.STORE_KEY))
    groups[4] = "UÅÄÖ!"

    found = from_text(" ".join(groups), RecoveryKind.STORE_KEY)

    assert found == RecoveryFault(RecoveryFlaw.WRONG_GROUP, 5)
