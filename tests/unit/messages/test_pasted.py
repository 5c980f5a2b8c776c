"""Text from the screen of the region's system: what stands after a label is understood, no more."""

from datetime import UTC, date, datetime

import pytest

from kontaktpunkt.domain.message_kind import MessageKind, SetAsideReason
from kontaktpunkt.domain.notice import Notice, SetAside
from kontaktpunkt.domain.pasted import (
    Pasted,
    PastedCertainty,
    PastedField,
    PastedLabels,
    labels_from,
)
from kontaktpunkt.domain.person.facts import NumberKind, PersonNumber, Protection
from kontaktpunkt.domain.times import Instant, to_instant
from kontaktpunkt.messages import read, read_pasted
from kontaktpunkt.messages.pasted.as_notice import plain_labels
from kontaktpunkt.messages.pasted.clock_times import clock_time, day_only

_ON = date(2026, 3, 10)
_BIRGIT = PersonNumber(NumberKind.PERSONAL, "193405129804")
_SCREEN = """\
Ärendeöversikt  Inkorg
Meddelandetyp: Inskrivningsmeddelande
Personnummer\t19340512-9804\tNamn\tExempelsson, Birgit Maria
Adress: Påhittade gatan 4 lgh 1102
531 40 EKEBY
Skickat 2026-03-09 16:05
Inskriven: 9 mars 2026 kl. 15.20
Beräknad utskrivning:\t2026-03-13\t11:00
Sjukhus
Lidens sjukhus
Avdelning: Medicinavdelning 3    Telefon avdelning: 0510-000 03
Samtycke   Ja
Meddelandetext:
Inkommer efter fall i hemmet.
Bedöms behöva stöd hemma.
"""


def _at(day: int, hour: int, minute: int) -> Instant:
    return to_instant(datetime(2026, 3, day, hour, minute, tzinfo=UTC))


def _read(text: str) -> Pasted:
    return read_pasted(text, plain_labels(), _ON)


def _fields(pasted: Pasted, certainty: PastedCertainty) -> dict[PastedField, str]:
    return {piece.field: piece.words for piece in pasted.pieces if piece.certainty is certainty}


def test_a_whole_screen_is_understood_by_its_labels() -> None:
    """The nurse copies the message in SAMSA and need not type it again."""
    pasted = _read(_SCREEN)

    assert pasted.kind is MessageKind.ADMISSION_NOTICE
    assert pasted.person.numbers == (_BIRGIT,)
    assert (pasted.person.given_name, pasted.person.family_name) == ("Birgit Maria", "Exempelsson")
    assert pasted.person.addresses[0].city == "EKEBY"
    assert pasted.sent_at == _at(9, 15, 5)
    assert pasted.stay.admitted_at == _at(9, 14, 20)
    assert pasted.stay.expected_discharge == _at(13, 10, 0)
    assert (pasted.stay.hospital, pasted.stay.ward) == ("Lidens sjukhus", "Medicinavdelning 3")
    assert pasted.stay.ward_phone == "0510-000 03"
    assert pasted.stay.consent is True
    assert pasted.conversation.text.endswith("Bedöms behöva stöd hemma.")
    assert [_SCREEN[start:end] for start, end in pasted.rest] == ["Ärendeöversikt", "Inkorg"]


def test_each_fact_shows_where_in_the_text_it_stood() -> None:
    """The nurse sees which words were taken as what, and which were left."""
    pasted = _read(_SCREEN)

    shown = {piece.field: _SCREEN[piece.start : piece.end] for piece in pasted.pieces}
    assert shown[PastedField.NUMBER] == "Personnummer\t19340512-9804"
    assert shown[PastedField.EXPECTED_DISCHARGE] == "Beräknad utskrivning:\t2026-03-13\t11:00"
    assert shown[PastedField.HOSPITAL] == "Sjukhus\nLidens sjukhus"


def test_a_number_without_label_is_offered_and_never_taken() -> None:
    """A number in the text may be the daughter's: only the nurse can say whose it is."""
    pasted = _read("Birgit 19340512-9804 ringde.\nAvdelning: Med 3")

    assert pasted.person.numbers == ()
    assert _fields(pasted, PastedCertainty.OFFERED) == {PastedField.NUMBER: "19340512-9804"}


def test_a_number_that_fails_its_check_is_left_over() -> None:
    """A digit lost in copying makes no other person of somebody."""
    pasted = _read("Personnummer: 19340512-9805")

    assert pasted.pieces == ()
    assert pasted.rest == ((0, 27),)


def test_what_contradicts_itself_is_offered_both_ways() -> None:
    """Two wards in one text: the program does not choose for the nurse."""
    pasted = _read("Avdelning: Med 3\nAvdelning: Med 4\nSjukhus: Liden")

    assert pasted.stay.ward == ""
    assert pasted.stay.hospital == "Liden"
    assert [piece.certainty for piece in pasted.pieces] == [
        PastedCertainty.OFFERED,
        PastedCertainty.OFFERED,
        PastedCertainty.UNDERSTOOD,
    ]


def test_the_same_thing_said_twice_is_no_contradiction() -> None:
    """A screen that repeats the number in its heading is about one person."""
    pasted = _read("Personnummer: 19340512-9804\nPnr 340512-9804")

    assert pasted.person.numbers == (_BIRGIT,)


def test_a_kind_in_a_heading_is_offered_when_there_is_one() -> None:
    """The heading of a message suggests its kind; a row of tabs with all kinds suggests none."""
    one, tabs = _read("Utskrivningsmeddelande\n"), _read("Utskrivningsmeddelande\tPermission\n")

    assert one.kind is None
    assert _fields(one, PastedCertainty.OFFERED) == {PastedField.KIND: "Utskrivningsmeddelande"}
    assert _fields(tabs, PastedCertainty.OFFERED) == {}


def test_a_row_of_labels_above_one_row_of_values_is_one_message() -> None:
    """A line copied from a table says under each heading what it is."""
    pasted = _read("Personnummer\tNamn\tAvdelning\n193405129804\tBirgit Exempelsson\tMed 3\n")

    assert pasted.person.numbers == (_BIRGIT,)
    assert pasted.person.family_name == "Birgit Exempelsson"
    assert pasted.stay.ward == "Med 3"


def test_a_table_of_several_people_is_nobodys_message() -> None:
    """A whole list pasted where one message belongs puts nobody's facts on somebody else."""
    row = "193405129804\tBirgit\tMed 3\n"

    pasted = _read("Personnummer\tNamn\tAvdelning\n" + row + row.replace("Birgit", "Bo"))

    assert pasted.stay.ward == ""
    assert pasted.person.family_name == ""
    assert pasted.person.numbers == ()


def test_an_empty_field_does_not_take_its_neighbours_value() -> None:
    """A label without value on the screen leaves its fact unsaid."""
    pasted = _read("Telefon:\nAvdelning: Med 3\nNamn\tAdress\tGatan 1")

    assert pasted.person.phone == ""
    assert pasted.person.family_name == ""
    assert pasted.person.addresses[0].lines == ("Gatan 1",)


@pytest.mark.parametrize(
    ("words", "protection"),
    [
        ("Sekretessmarkering", Protection.SECRECY_MARKING),
        ("Sekretessmarkering: Ja", Protection.SECRECY_MARKING),
        ("Sekretessmarkering\tJa", Protection.SECRECY_MARKING),
        ("OBS! Hon har skyddad identitet, ring via växeln.", Protection.SECRECY_MARKING),
        ("Skyddad folkbokföring: x", Protection.PROTECTED_REGISTRATION),
        ("Fingerade personuppgifter", Protection.ASSUMED_IDENTITY),
        ("Sekretessmarkering: Nej", Protection.NONE),
        ("Sekretessmarkering\tNej", Protection.NONE),
        ("Sekretessmarkering: -", Protection.NONE),
        ("Ingen sekretessmarkering", Protection.NONE),
        ("Meddelandetext: Inget särskilt.", Protection.NONE),
    ],
)
def test_a_word_of_protection_protects_unless_it_is_denied(
    words: str, protection: Protection
) -> None:
    """To protect one too many is the smaller fault."""
    assert _read(words).person.protection is protection


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2026-03-12 11:58", _at(12, 10, 58)),
        ("2026-03-12 kl. 11.58", _at(12, 10, 58)),
        ("2026-03-12, kl 11:58:00", _at(12, 10, 58)),
        ("2026-03-12T11:58", _at(12, 10, 58)),
        ("2026-03-12T10:58:00Z", _at(12, 10, 58)),
        ("12 mars 2026 11:58", _at(12, 10, 58)),
        ("torsdag den 12 mar 2026 kl 11.58", _at(12, 10, 58)),
        ("12/3 2026 11:58", _at(12, 10, 58)),
        ("2026-07-01 00:30", to_instant(datetime(2026, 6, 30, 22, 30, tzinfo=UTC))),
        ("2026-03-29 01:59", _at(29, 0, 59)),
        ("2026-03-29 03:00", _at(29, 1, 0)),
        ("2026-03-29 02:30", None),
        ("2026-10-25 02:30", None),
        ("2026-10-25T02:30:00+01:00", to_instant(datetime(2026, 10, 25, 1, 30, tzinfo=UTC))),
        ("2026-03-12", None),
        ("12/3 11:58", None),
        ("2026-02-30 11:58", None),
        ("2026-03-12 24:30", None),
        ("1812-03-12 11:58", None),
        ("11:58", None),
        ("i morgon", None),
        ("2026-03-12 11:58" + " " * 60, None),
    ],
)
def test_a_time_is_a_whole_day_and_a_clock_time_or_it_is_none(
    words: str, expected: Instant | None
) -> None:
    """The hour that the clocks repeat is not guessed, nor a year that nobody wrote."""
    assert clock_time(words) == expected


def test_a_day_alone_is_known_as_a_day() -> None:
    """A day and a clock time in neighbouring cells belong together; a day alone is no time."""
    assert day_only("2026-03-12") == date(2026, 3, 12)
    assert day_only("2026-03-12 11:58") is None
    assert day_only("12") is None
    assert _read("Skickat: 2026-03-12").sent_at is None
    assert _read("Skickat: 2026-03-12\t11:58").sent_at == _at(12, 10, 58)
    assert _read("Skickat: 2026-03-12\tkl 11:58").sent_at == _at(12, 10, 58)


def test_the_nearest_layers_labels_hold_before_the_laws() -> None:
    """Where a region says "Enhet" for what others call hospital, its own word holds."""
    labels = labels_from(
        {PastedField.HOSPITAL: ["Enhet"], PastedField.WARD: ["Enhet", "Avdelning *"]},
        {MessageKind.ADMISSION_NOTICE: ["Inskrivning"]},
    )

    pasted = read_pasted("enhet :  Liden\nAVDELNING: Med 3", labels, _ON)

    assert (pasted.stay.hospital, pasted.stay.ward) == ("Liden", "Med 3")


def test_without_labels_all_is_left_over() -> None:
    """A profile without labels understands nothing, and says so."""
    pasted = read_pasted(_SCREEN, PastedLabels(), _ON)

    assert pasted.kind is None
    assert pasted.stay.ward == ""
    assert "".join(_SCREEN[start:end] for start, end in pasted.rest).count("Birgit") == 1


def test_a_text_file_with_kind_and_person_is_a_message() -> None:
    """A message saved from the screen to a file and dropped in the folder is taken in."""
    answer = read(_SCREEN.encode())

    assert isinstance(answer, Notice)
    assert answer.kind is MessageKind.ADMISSION_NOTICE
    assert answer.happened_at == _at(9, 14, 20)
    assert answer.person.numbers == (_BIRGIT,)
    assert "Delar av texten" in answer.remarks[0]
    for other in (_SCREEN.encode("cp1252"), _SCREEN.encode("utf-16"), _SCREEN.encode("utf-8-sig")):
        assert read(other) == answer
    assert read(_SCREEN.replace("\n", "\r\n").encode()) == answer


_KIND = "Meddelandetyp: "
_HER = "\nPersonnummer: 19340512-9804"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Hej, hon kommer hem på fredag.", SetAsideReason.UNKNOWN_FORMAT),
        ("Avdelning: Med 3", SetAsideReason.UNKNOWN_KIND),
        ("Avdelning: Med 3" + _HER, SetAsideReason.UNKNOWN_KIND),
        (_KIND + "Inskrivningsmeddelande", SetAsideReason.NO_PERSON),
        (_KIND + "Inskrivningsmeddelande\n19340512-9804", SetAsideReason.NO_PERSON),
        (_KIND + "Permission" + _HER, SetAsideReason.BAD_TIME),
        (_KIND + "Utskrivningsklar" + _HER, SetAsideReason.BAD_TIME),
        (
            _KIND + "Utskrivningsklar" + _HER + "\nSkickat: 2026-10-25 02:30",
            SetAsideReason.BAD_TIME,
        ),
        (_KIND + "Kvittens" + _HER, SetAsideReason.UNKNOWN_ACTIVITY),
        ("Makulerat\n" + _KIND + "Permission" + _HER, SetAsideReason.UNKNOWN_ACTIVITY),
        (_KIND + "Permission" + _HER + "\n19520630-9840", SetAsideReason.SEVERAL_PERSONS),
        (_KIND + "Permission" + _HER + "\nPnr: 19520630-9840", SetAsideReason.SEVERAL_PERSONS),
    ],
)
def test_a_text_file_that_says_too_little_is_set_aside(text: str, reason: SetAsideReason) -> None:
    """Nothing is put on a person, and no payment day is counted, by a text that leaves it open."""
    answer = read(text.encode())

    assert isinstance(answer, SetAside)
    assert answer.reason is reason
    assert "1934" not in answer.place


def test_a_readiness_with_its_time_of_sending_is_taken_in() -> None:
    """The text says when it was sent, so the days can be counted (lag 2017:612 5 kap. 4 §)."""
    answer = read(f"{_KIND}Utskrivningsklar{_HER}\nSkickat: 2026-03-12 11:58".encode())

    assert isinstance(answer, Notice)
    assert answer.sent_at == _at(12, 10, 58)
    assert answer.remarks == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Vårdenhet: Lidens Sjukhus Ekeby, Medicinavdelning 7",
            ("Lidens Sjukhus Ekeby", "Medicinavdelning 7"),
        ),
        ("Avdelning: Ekeby lasarett, Kirurgen, plan 4", ("Ekeby lasarett", "Kirurgen, plan 4")),
        (
            "Sjukhus: Lidens sjukhus\nAvdelning: Lidens sjukhus, Avd 3",
            ("Lidens sjukhus", "Avd 3"),
        ),
        ("Avdelning: Medicin, vårdplats 12", ("", "Medicin, vårdplats 12")),
        ("Vårdenhet: Lidens sjukhus", ("", "Lidens sjukhus")),
    ],
)
def test_a_unit_that_begins_with_its_hospital_is_parted(text: str, place: tuple[str, str]) -> None:
    """The hospital stands as hospital and the ward as ward; what is not sure is left whole."""
    stay = _read(text).stay

    assert (stay.hospital, stay.ward) == place


@pytest.mark.parametrize(
    ("text", "hers", "offered"),
    [
        ("Namn: Ek, Bo\nTelefon: 0510-000 01", "0510-000 01", None),
        ("Avdelning: Avd 3\nPatientens telefon: 0510-000 01", "0510-000 01", None),
        ("Namn: Ek, Bo\nAvdelning: Avd 3\nTelefon: 0510-000 03", "", PastedField.WARD_PHONE),
        ("Namn: Ek, Bo\nNärstående: Siv Ek\nTelefon: 0510-000 04", "", PastedField.PHONE),
    ],
)
def test_a_phone_is_hers_only_among_her_own_facts(
    text: str, hers: str, offered: PastedField | None
) -> None:
    """The ward's phone, or a relative's, never becomes the patient's by where it stands."""
    pasted = _read(text)

    assert pasted.person.phone == hers
    assert pasted.stay.ward_phone == ""
    assert set(_fields(pasted, PastedCertainty.OFFERED)) == ({offered} if offered else set())
    assert bool(pasted.rest) == (offered is not None)


@pytest.mark.parametrize("label", ["Tidpunkt för meddelandet", "Sändes", "Meddelandet sänt"])
def test_more_words_for_when_it_was_sent_are_known(label: str) -> None:
    """Regions name the time of sending in several ways, and the payment days hang on it."""
    assert _read(f"{label}: 2026-03-09 16:05").sent_at == _at(9, 15, 5)
