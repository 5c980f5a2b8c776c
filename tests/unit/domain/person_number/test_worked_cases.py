"""The worked cases of identities, as tables: what is valid and what it tells, or why not."""

from datetime import date

import pytest

from kontaktpunkt.domain.person.facts import NumberKind, PersonNumber, Sex
from kontaktpunkt.domain.person.number import (
    NumberFault,
    NumberFaultReason,
    NumberWarning,
    ReserveIssuer,
    birth_date,
    masked,
    other_century,
    read_number,
    sex,
    shown,
    unchecked,
    warnings,
)

DAY = date(2026, 3, 16)
WOMAN, MAN = Sex.WOMAN, Sex.MAN
PERSONAL, COORDINATION = NumberKind.PERSONAL, NumberKind.COORDINATION
NATIONAL, LOCAL = NumberKind.NATIONAL_RESERVE, NumberKind.LOCAL_RESERVE


def _read(text: str, on: date = DAY) -> PersonNumber:
    number = read_number(text, on)
    assert isinstance(number, PersonNumber), number
    return number


def _fault(text: str, on: date = DAY) -> NumberFaultReason:
    fault = read_number(text, on)
    assert isinstance(fault, NumberFault), fault
    return fault.reason


@pytest.mark.parametrize(
    ("text", "kind", "value", "tells"),
    [
        ("191212121212", PERSONAL, "191212121212", ("121212+1212", date(1912, 12, 12), MAN)),
        ("198112189876", PERSONAL, "198112189876", ("811218-9876", date(1981, 12, 18), MAN)),
        ("811218-9876", PERSONAL, "198112189876", ("811218-9876", date(1981, 12, 18), MAN)),
        ("189002029800", PERSONAL, "189002029800", ("900202+9800", date(1890, 2, 2), WOMAN)),
        ("197010632391", COORDINATION, "197010632391", ("701063-2391", date(1970, 10, 3), MAN)),
        ("701063-2391", COORDINATION, "197010632391", ("701063-2391", date(1970, 10, 3), MAN)),
        ("22790814AA01", NATIONAL, "22790814AA01", ("22790814AA01", date(1979, 8, 14), WOMAN)),
        ("25780404KHD5", NATIONAL, "25780404KHD5", ("25780404KHD5", date(1978, 4, 4), None)),
        ("98240301AA06", NATIONAL, "98240301AA06", ("98240301AA06", date(2024, 3, 1), WOMAN)),
        ("00342145BZ31", NATIONAL, "00342145BZ31", ("00342145BZ31", None, MAN)),
        ("00749852BZK0", NATIONAL, "00749852BZK0", ("00749852BZK0", None, None)),
        ("991981000010", LOCAL, "991981000010", ("991981000010", None, MAN)),
        ("991993000032", LOCAL, "991993000032", ("991993000032", None, MAN)),
        ("19810829M071", LOCAL, "19810829M071", ("19810829M071", date(1981, 8, 29), MAN)),
        ("19450829K088", LOCAL, "19450829K088", ("19450829K088", date(1945, 8, 29), WOMAN)),
        ("20260315M138", LOCAL, "20260315M138", ("20260315M138", date(2026, 3, 15), MAN)),
        ("20260315X854", LOCAL, "20260315X854", ("20260315X854", date(2026, 3, 15), None)),
        ("19450829SF2B", LOCAL, "19450829SF2B", ("19450829SF2B", date(1945, 8, 29), WOMAN)),
        ("19810829SU3A", LOCAL, "19810829SU3A", ("19810829SU3A", None, MAN)),
        ("19930829SX0C", LOCAL, "19930829SX0C", ("19930829SX0C", None, None)),
        ("198108320014", LOCAL, "198108320014", ("198108320014", None, None)),
    ],
)
def test_published_examples_are_read_as_what_they_are(
    text: str, kind: NumberKind, value: str, tells: tuple[str, date | None, Sex | None]
) -> None:
    """Every published example is recognised, and tells birth date and sex where it holds them."""
    number = _read(text)

    assert (number.kind, number.value) == (kind, value)
    assert (shown(number, DAY), birth_date(number, DAY), sex(number)) == tells


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("991981000010", ReserveIssuer.STOCKHOLM),
        ("19810829M071", ReserveIssuer.VASTRA_GOTALAND),
        ("19810829SU3A", ReserveIssuer.VARMLAND),
        ("198108320014", ReserveIssuer.CARELINK),
        ("19811218TF12", ""),
        ("198112189876", ""),
        ("22790814AA01", ""),
    ],
)
def test_a_reserve_number_tells_who_issued_it(text: str, issuer: str) -> None:
    """The region behind a local reserve number is known from its shape, where it has one."""
    assert _read(text).issuer == issuer


@pytest.mark.parametrize(
    "text",
    [
        "811218-9876", "8112189876", "811218 9876", "81 12 18 98 76", "81-12-18-9876",
        "19811218-9876", "198112189876", "19811218 9876", "1981-12-18-9876", "1981-12-18 9876",
        " 811218 - 9876 ", "811218–9876", "811218—9876", "811218−9876", "811218‐9876",
        "811218‑9876", "811218\u00a09876", "811218\u20099876", "811218\u200b-9876", "811218－9876",
        "８１１２１８９８７６", "811218-9876\n", "\t811218-9876",
    ],
)  # fmt: skip
def test_every_way_of_typing_is_the_same_person(text: str) -> None:
    """However staff type or paste a number, with any hyphen or space, it is the same number."""
    assert _read(text) == PersonNumber(PERSONAL, "198112189876")


@pytest.mark.parametrize(
    "text", ["22790814aa01", "22790814-AA01", "2279 0814 AA01", "22790814 aa-01".replace("-", "")]
)
def test_a_reserve_number_may_be_typed_in_small_letters(text: str) -> None:
    """Nobody has to hold the shift key for a reserve number."""
    assert _read(text).value == "22790814AA01"


@pytest.mark.parametrize(
    ("text", "on", "value"),
    [
        ("121212-1212", date(2026, 1, 1), "201212121212"),
        ("1212121212", date(2026, 1, 1), "201212121212"),
        ("121212+1212", date(2026, 1, 1), "191212121212"),
        ("121212-1212", date(2012, 12, 12), "201212121212"),
        ("121212-1212", date(2011, 12, 31), "191212121212"),
        ("1212121212", date(2012, 12, 11), "191212121212"),
        ("261105-1232", date(2025, 12, 31), "192611051232"),
        ("261105+1232", date(2026, 1, 1), "192611051232"),
        ("261105+1232", date(2026, 12, 31), "192611051232"),
        ("2611051232", date(2026, 11, 4), "192611051232"),
        ("2611051232", date(2026, 11, 5), "202611051232"),
        ("261105-1232", date(2026, 11, 5), "202611051232"),
        ("900202+9800", date(2026, 1, 1), "189002029800"),
        ("19121212+1212", date(2026, 1, 1), "191212121212"),
        ("19121212-1212", date(2026, 1, 1), "191212121212"),
    ],
)
def test_the_sign_and_the_day_decide_the_century(text: str, on: date, value: str) -> None:
    """Folkbokföringslag 18 §: plus from the year of turning 100; the day is the day of reading."""
    assert _read(text, on).value == value


@pytest.mark.parametrize(
    ("on", "shows"),
    [
        (date(2025, 12, 31), "261105-1232"),
        (date(2026, 1, 1), "261105+1232"),
        (date(2026, 11, 4), "261105+1232"),
        (date(2026, 12, 31), "261105+1232"),
    ],
)
def test_plus_is_shown_all_of_the_year_in_which_somebody_turns_100(on: date, shows: str) -> None:
    """Folkbokföringslag 18 §: it is the year that counts, not the birthday."""
    assert shown(PersonNumber(PERSONAL, "192611051232"), on) == shows


R = NumberFaultReason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", R.EMPTY),
        (" \u200b\n", R.EMPTY),
        ("198112189875", R.CHECK_DIGIT),
        ("811218-9875", R.CHECK_DIGIT),
        ("198102319876", R.NO_SUCH_DATE),
        ("19811218987", R.WRONG_LENGTH),
        ("1981121898760", R.WRONG_LENGTH),
        ("9876", R.WRONG_LENGTH),
        ("12", R.WRONG_LENGTH),
        ("ABCDEFGHIJKL", R.NOT_A_NUMBER),
        ("1981ABCD9876", R.NOT_A_NUMBER),
        ("810829M071", R.RESERVE_NEEDS_TWELVE),
        ("AB0829M071", R.NOT_A_NUMBER),
        ("811218-9876å", R.STRANGE_CHARACTER),
        ("811218/9876", R.STRANGE_CHARACTER),
        ("٨١١٢١٨٩٨٧٦", R.STRANGE_CHARACTER),
        ("8112-189876", R.MISPLACED_SIGN),
        ("811218--9876", R.MISPLACED_SIGN),
        ("811218-+9876", R.MISPLACED_SIGN),
        ("22790814+AA01", R.MISPLACED_SIGN),
        ("19811218+9876", R.SIGN_CONTRADICTS),
        ("171212121212", R.UNKNOWN_CENTURY),
        ("211212121212", R.UNKNOWN_CENTURY),
        ("232100-0131", R.ORGANISATION_NUMBER),
        ("162321000131", R.ORGANISATION_NUMBER),
        ("811218-0007", R.NO_SUCH_SERIAL),
        ("811260-9876", R.NO_SUCH_DATE),
        ("811292-9876", R.NO_SUCH_DATE),
        ("198113189876", R.NO_SUCH_DATE),
        ("198108320015", R.CHECK_DIGIT),
        ("198113320014", R.NO_SUCH_DATE),
        ("22790814AA02", R.CHECK_DIGIT),
        ("22790814IA01", R.FORBIDDEN_LETTER),
        ("22790814AAW1", R.FORBIDDEN_LETTER),
        ("22790231AA01", R.NO_SUCH_DATE),
        ("05790814AA01", R.RESERVED_PREFIX),
        ("00341945BZ31", R.NO_SUCH_SERIAL),
        ("00342160BZ31", R.NO_SUCH_SERIAL),
        ("24010101AA01", R.BORN_LATER),
        ("2279081401AA", R.NOT_A_NUMBER),
        ("991981000011", R.CHECK_DIGIT),
        ("991979000010", R.YEAR_OF_ISSUE),
        # Published as an example, but issued before the series began.
        ("991945000023", R.YEAR_OF_ISSUE),
        ("19810829M081", R.SEX_DIGITS),
        ("19810829K071", R.SEX_DIGITS),
        ("19810829M052", R.SEX_DIGITS),
        ("20260315X904", R.SEX_DIGITS),
        ("19810829M072", R.CHECK_DIGIT),
        ("19810829SU3V", R.FORBIDDEN_LETTER),
        ("19810829SU30", R.FORBIDDEN_LETTER),
        ("19810231SU3A", R.NO_SUCH_DATE),
        ("19810231TF12", R.NO_SUCH_DATE),
    ],
)
def test_what_is_no_number_says_why(text: str, reason: NumberFaultReason) -> None:
    """Whoever mistyped is told what is wrong, so that the right thing is mended."""
    assert _fault(text) is reason


def test_a_letter_that_looks_like_a_digit_is_noticed() -> None:
    """O for zero is told as that, not taken as some region's reserve number."""
    assert read_number("20000125238O", DAY) != NumberFault(R.LETTER_FOR_DIGIT, ("O",))
    assert read_number("2000O1252386", DAY) == NumberFault(R.LETTER_FOR_DIGIT, ("O",))
    assert read_number("811218-987l", DAY) == NumberFault(R.RESERVE_NEEDS_TWELVE)
    assert read_number("l21212-1212", DAY) == NumberFault(R.LETTER_FOR_DIGIT, ("L",))


def test_a_hyphen_that_makes_somebody_unborn_is_told() -> None:
    """In the year of turning 100 the hyphen means this century: say it, never guess."""
    fault = read_number("261105-1232", date(2026, 11, 4))

    assert fault == NumberFault(R.BORN_LATER, ("2026-11-05",))


def test_a_plus_for_somebody_under_100_is_told() -> None:
    """A plus on a person who turns 100 next year would make her 199."""
    assert read_number("271231+1238", DAY) == NumberFault(R.SIGN_CONTRADICTS, ("1927-12-31",))


@pytest.mark.parametrize("text", ["202603171239", "202703161239"])
def test_nobody_is_born_after_the_day_of_reading(text: str) -> None:
    """A personnummer of tomorrow is a slip of the hand."""
    value = text[:11] + "0123456789"[_closing(text[2:11])]

    assert _fault(value) is R.BORN_LATER
    assert _read(value, date(2028, 1, 1)).value == value


def _closing(nine: str) -> int:
    """Work out the check digit apart from the program, as one does with a pencil."""
    doubled = [int(digit) * (2, 1)[place % 2] for place, digit in enumerate(nine)]
    return -sum(product // 10 + product % 10 for product in doubled) % 10


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (PersonNumber(PERSONAL, "198112189876"), ()),
        (PersonNumber(PERSONAL, "192611051232"), (NumberWarning.HUNDRED_OR_MORE,)),
        (PersonNumber(PERSONAL, "189002029800"), (NumberWarning.OLDER_THAN_ANYONE,)),
        (PersonNumber(LOCAL, "19811218TF12"), (NumberWarning.NOT_CHECKED,)),
        (PersonNumber(LOCAL, "19810829SU31", ReserveIssuer.VARMLAND), (NumberWarning.TEST_NUMBER,)),
        (
            PersonNumber(LOCAL, "20260401M138", ReserveIssuer.VASTRA_GOTALAND),
            (NumberWarning.BORN_AHEAD,),
        ),
        (PersonNumber(NumberKind.UNCHECKED, "okänd man 3"), (NumberWarning.NOT_CHECKED,)),
        (PersonNumber(NumberKind.FOREIGN, "2509479989", "DK"), (NumberWarning.NOT_CHECKED,)),
    ],
)
def test_an_odd_number_is_accepted_with_a_warning(
    number: PersonNumber, told: tuple[NumberWarning, ...]
) -> None:
    """Care never waits for a number: what is odd is said, not stopped."""
    assert warnings(number, DAY) == told


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("2601051234", "192601051234"),
        ("1201051230", "191201051230"),
        ("260105-1234", None),
        ("260105+1234", None),
        ("202601051234", None),
        ("0501051239", None),
        ("8112189876", None),
        ("2601051235", None),
        ("", None),
    ],
)
def test_ten_digits_of_a_child_may_be_somebodys_who_turned_a_hundred(
    typed: str, other: str | None
) -> None:
    """Without a sign both read alike: whoever types is told of the other one."""
    older = other_century(typed, date(2026, 11, 22))

    assert (older.value if older else None) == other


def test_anything_can_be_taken_unchecked_but_nothing() -> None:
    """The last way takes what there is, as it stands, and remembers who issued it."""
    assert unchecked("  okänd man 3 ", "Skåne") == PersonNumber(
        NumberKind.UNCHECKED, "okändman3", "Skåne"
    )
    assert unchecked(" \u200b ", "Skåne") == NumberFault(R.EMPTY)


def test_an_unchecked_number_tells_nothing() -> None:
    """Nobody reads a birth date or a sex out of a number that was not checked."""
    number = PersonNumber(NumberKind.UNCHECKED, "198112189875")

    assert (birth_date(number, DAY), sex(number)) == (None, None)
    assert shown(number, DAY) == "198112189875"


def test_a_masked_number_tells_nothing() -> None:
    """A masked number is the same for everybody: not even the length or the kind can be seen."""
    numbers = ["198112189876", "22790814AA01", "192611051232"]

    assert {masked(_read(text)) for text in numbers} == {"••••••-••••"}
