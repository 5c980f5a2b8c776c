"""What a copied text gives the form: facts understood, days alone, what is left for the hand."""

from datetime import date

import pytest

from kontaktpunkt.bootstrap.shelf import DataShelf
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.messages import read_pasted
from kontaktpunkt.ui.screens.entry.fields import EntryField
from kontaktpunkt.ui.screens.entry.understood import Filled, RegionsWords, filled_from, not_of_kind

F = EntryField
ON = date(2026, 3, 24)


@pytest.fixture(scope="module")
def words() -> RegionsWords:
    """Give the words of Lidköping's SAMSA."""
    return RegionsWords(labels=DataShelf().profile("lidkoping").pasted_labels)


def _filled(words: RegionsWords, text: str) -> Filled:
    return filled_from(text, read_pasted(text, words.labels, ON), words)


def test_a_heading_alone_offers_its_kind_and_says_so(words: RegionsWords) -> None:
    """The screen's heading names the kind without a label: it is taken, and marked as offered."""
    filled = _filled(words, "Utskrivningsklar\nPersonnummer: 19380514-9832\n")

    assert filled.kind is MessageKind.READINESS_NOTICE
    assert filled.kind_is_offered


def test_a_planned_discharge_is_told_by_its_day(words: RegionsWords) -> None:
    """A day without a clock is an answer for what is planned."""
    filled = _filled(words, "Beräknad utskrivning: 2026-03-27\n")

    assert filled.typed[F.EXPECTED_DISCHARGE] == "2026-03-27"
    assert filled.sources[F.EXPECTED_DISCHARGE].words == "Beräknad utskrivning: 2026-03-27"
    assert filled.left == ()


def test_an_admission_by_its_day_alone_is_left_for_the_hand(words: RegionsWords) -> None:
    """When somebody came in needs a clock: the day is offered, never filled in."""
    filled = _filled(words, "Inskriven: 2026-03-23\n")

    assert F.ADMITTED_AT not in filled.typed
    (left,) = filled.left
    assert (left.field, left.value) == (F.ADMITTED_AT, "2026-03-23")
    assert left.why == "Klockslag saknas. Fältet lämnades tomt."


def test_a_number_without_label_is_offered_and_never_filled_in(words: RegionsWords) -> None:
    """A number in running text may be a relative's."""
    filled = _filled(words, "Ring dottern 19380514-9832\nAvdelning: Avd 3\n")

    assert F.NUMBER not in filled.typed
    (left,) = (one for one in filled.left if one.field is F.NUMBER)
    assert left.value == "19380514-9832"


def test_what_the_kind_has_no_place_for_is_told(words: RegionsWords) -> None:
    """A time of readiness in an admission notice is said, not lost in silence."""
    filled = _filled(words, "Utskrivningsklar: 2026-03-24 07:30\n")

    assert not_of_kind(filled, MessageKind.ADMISSION_NOTICE) == (F.READY_AT,)


def test_the_address_goes_along_without_a_field(words: RegionsWords) -> None:
    """Address and home municipality have no field of their own, and come along with the person."""
    text = "Personnummer: 19380514-9832\nFolkbokföringskommun: Lidköping\n"
    filled = _filled(words, text)

    assert filled.goes_along == ("folkbokföringskommun",)
    assert filled.person.home_municipality == "Lidköping"


def test_a_text_of_nothing_gives_nothing(words: RegionsWords) -> None:
    """A shopping list fills no field."""
    filled = _filled(words, "mjölk\nbröd\n")

    assert filled.typed == {}
    assert filled.kind is None
    assert [one.words for one in filled.left] == ["mjölk", "bröd"]


def test_a_phone_after_the_ward_is_asked_about(words: RegionsWords) -> None:
    """It goes along as nobody's: one press makes it the ward's."""
    filled = _filled(words, "Namn: Ek, Bo\nAvdelning: Avd 3\nTelefon: 0510-000 03\n")

    assert filled.goes_along == ()
    (left,) = filled.left
    assert (left.field, left.value) == (F.WARD_PHONE, "0510-000 03")
    assert left.why == "Står efter avdelningen. Är det avdelningens telefon?"


def test_a_phone_of_nobody_known_is_left_for_the_hand(words: RegionsWords) -> None:
    """A phone after a relative's name is shown and put nowhere."""
    filled = _filled(words, "Namn: Ek, Bo\nNärstående: Siv Ek\nTelefon: 0510-000 04\n")

    assert filled.goes_along == ()
    assert [(left.words, left.field) for left in filled.left] == [
        ("Närstående: Siv Ek", None),
        ("Telefon: 0510-000 04", None),
    ]
    assert filled.left[1].why == "Texten säger inte vems telefon det är."


def test_a_unit_with_a_comma_is_offered_as_hospital_and_ward(words: RegionsWords) -> None:
    """Where the first part may be a hospital but does not say so, somebody chooses."""
    filled = _filled(words, "Vårdenhet: Lidens klinik, Avd 3\n")

    (left,) = filled.left
    assert (left.field, left.value) == (F.HOSPITAL, "Lidens klinik")
