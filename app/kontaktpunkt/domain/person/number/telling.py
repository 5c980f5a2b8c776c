"""What a number tells: how it is shown and masked, birth date, sex, and what to beware of."""

from datetime import date

from kontaktpunkt.domain.person.facts import NumberKind, PersonNumber, Sex
from kontaktpunkt.domain.person.number.civil import CENTENARY, OLDEST_AGE, civil_birth_date
from kontaktpunkt.domain.person.number.fault import NumberWarning
from kontaktpunkt.domain.person.number.local_reserve import (
    is_test_number,
    local_birth_date,
    local_sex,
)
from kontaktpunkt.domain.person.number.national_reserve import national_birth_date, national_sex

_CIVIL = (NumberKind.PERSONAL, NumberKind.COORDINATION)
_UNREADABLE = (NumberKind.FOREIGN, NumberKind.UNCHECKED)
_MASKED = "••••••-••••"


def shown(number: PersonNumber, on: date) -> str:
    """Give the number as staff read it: 811218-9876, with + from the year of turning 100.

    Reserve numbers, foreign and unchecked ones are shown as they are.
    """
    if number.kind not in _CIVIL:
        return number.value
    # Folkbokföringslag 1991:481 18 §: the year counts, not the birthday.
    sign = "+" if on.year - int(number.value[:4]) >= CENTENARY else "-"
    return f"{number.value[2:8]}{sign}{number.value[8:]}"


def masked(number: PersonNumber) -> str:
    """Give what stands instead of a number for those who may not see it.

    Always the same: the kind, the birth date or the length would tell too much.
    """
    del number
    return _MASKED


def birth_date(number: PersonNumber, on: date) -> date | None:
    """Give the birth date that the number holds; None where it holds none that has been.

    Registers may have used a nearby day when numbers ran out (folkbokföringslag 18 §).
    """
    born = _date_in(number)
    return None if born is None or born > on else born


def sex(number: PersonNumber) -> Sex | None:
    """Give the sex that the number holds, where it does."""
    if number.kind in _CIVIL:
        return Sex.MAN if int(number.value[10]) % 2 else Sex.WOMAN
    if number.kind is NumberKind.NATIONAL_RESERVE:
        return national_sex(number.value)
    return local_sex(number) if number.kind is NumberKind.LOCAL_RESERVE else None


def warnings(number: PersonNumber, on: date) -> tuple[NumberWarning, ...]:
    """Give what to beware of in a number that is accepted all the same."""
    found: list[NumberWarning] = []
    unknown_issuer = number.kind is NumberKind.LOCAL_RESERVE and not number.issuer
    if number.kind in _UNREADABLE or unknown_issuer:
        found.append(NumberWarning.NOT_CHECKED)
    if number.kind is NumberKind.LOCAL_RESERVE and is_test_number(number):
        found.append(NumberWarning.TEST_NUMBER)
    born = _date_in(number)
    if born is not None:
        found.extend(_age_warnings(born, on))
    return tuple(found)


def _date_in(number: PersonNumber) -> date | None:
    if number.kind in _CIVIL:
        return civil_birth_date(number.value)
    if number.kind is NumberKind.NATIONAL_RESERVE:
        return national_birth_date(number.value)
    return local_birth_date(number) if number.kind is NumberKind.LOCAL_RESERVE else None


def _age_warnings(born: date, on: date) -> list[NumberWarning]:
    if born > on:
        return [NumberWarning.BORN_AHEAD]
    if on.year - born.year >= OLDEST_AGE:
        return [NumberWarning.OLDER_THAN_ANYONE]
    return [NumberWarning.HUNDRED_OR_MORE] if on.year - born.year >= CENTENARY else []
