"""What is typed finds what was meant: å ä ö are letters, other accents are not."""

import unicodedata
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kontaktpunkt.storage.search.document import document_of
from kontaktpunkt.storage.search.fold import fold, loose, phone_digits, sort_key, tokens, words
from kontaktpunkt.usecases.rows import CaseRow


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ÅSA Öberg", "åsa öberg"),
        ("Får", "får"),
        ("far", "far"),
        ("André", "andre"),
        ("Muñoz Françoise Zoë", "munoz francoise zoe"),
        ("Müller", "muller"),
        ("Łukasz Wałęsa", "lukasz walesa"),
        ("Jørgensen Bjærg", "jörgensen bjärg"),
        ("SØREN ÆGIR", "sören ägir"),
        ("Đorđević Šabanović", "dordevic sabanovic"),
        ("Þór Guðrún", "thor gudrun"),
        ("Nguyễn", "nguyen"),
        ("Çelik Işık İnan", "celik isik inan"),
        ("Weiß", "weiss"),
        ("ǻ ǿ ǟ", "å ö ä"),
        ("", ""),
    ],
)
def test_a_name_is_folded_as_a_swede_would_type_it(text: str, folded: str) -> None:
    """ø is typed as ö and é as e, but å ä ö are never typed as a and o by rule."""
    assert fold(text) == folded


@given(st.text(max_size=20))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    """What is indexed and what is typed end up alike, whichever was folded more often."""
    once = " ".join(words(text))

    assert " ".join(words(once)) == once


@given(st.text(alphabet="åäöéüçñÅÄÖabcøæ -", max_size=12))
def test_letters_made_of_two_strokes_are_the_same_letters(text: str) -> None:
    """A name from a Mac, where ö is o and two dots, is found like any other."""
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("850312-2384", ["8503122384"]),
        ("19850312-2384", ["198503122384"]),
        ("850312+2384", ["8503122384"]),
        ("850312 2384", ["8503122384"]),
        ("19850312 2384", ["198503122384"]),
        ("850312–2384", ["8503122384"]),
        ("0510-77 12 34", ["0510771234"]),
        ("+46 510 77 12 34", ["0510771234"]),
        ("0046510771234", ["0510771234"]),
        ("+46 (0)510 77 12 34", ["0510771234"]),
        ("anna 850312-2384", ["anna", "8503122384"]),
        ("19850312-TF12", ["19850312tf12"]),
        ("Anna-Lena O'Brien", ["anna", "lena", "o", "brien"]),
        ("avd 3B", ["avd", "3b"]),
        ("Åsa åsa ÅSA", ["åsa"]),
        ("2384", ["2384"]),
        ('" * ( )', []),
        ("", []),
    ],
)
def test_what_is_typed_becomes_words_and_numbers(typed: str, found: list[str]) -> None:
    """A number is found with or without century, dash and blanks, a phone with or without +46."""
    assert tokens(typed) == found


@given(st.text(max_size=30))
def test_no_text_at_all_breaks_the_search(typed: str) -> None:
    """Whatever is pasted into the field, each token is plain letters and digits."""
    for token in tokens(typed):
        assert token
        assert token.isalnum()


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("0500-43 10 00", "0500431000"),
        ("+46 500 43 10 00", "0500431000"),
        ("ankn. 5", "5"),
        ("", ""),
    ],
)
def test_a_phone_number_is_its_digits(text: str, digits: str) -> None:
    """The ward is found by its number however it was written."""
    assert phone_digits(text) == digits


def test_the_second_try_takes_dotted_letters_for_bare_ones() -> None:
    """Asa finds Åsa only when nothing else is found."""
    assert loose("åsa") == "asa"
    assert document_of(CaseRow(case=UUID(int=1), name="Åsa Ek")).loose == "asa"


def test_names_sort_in_swedish_order() -> None:
    """Å, Ä and Ö come last, in that order."""
    names = ["Öst", "Ås", "Zorn", "Äng", "Ek"]

    assert sorted(names, key=sort_key) == ["Ek", "Zorn", "Ås", "Äng", "Öst"]
