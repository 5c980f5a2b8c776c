"""Who and what may be the same: offered with the reason, never joined silently."""

import unicodedata
from datetime import date
from enum import StrEnum
from typing import Final

from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.person.facts import NumberKind, PersonNumber, Sex
from kontaktpunkt.domain.person.number import birth_date, sex
from kontaktpunkt.domain.states import CaseState, PersonState
from kontaktpunkt.domain.stay import Stay, current, kind_of_case
from kontaktpunkt.domain.times import Instant

_CIVIL: Final = (NumberKind.PERSONAL, NumberKind.COORDINATION)
_TELLING: Final = 8
"""A number that nobody checked tells whose it is from so many characters, with a digit in it."""
_KEPT_APART_BY_DOTS: Final = "åäö"


class SamePerson(StrEnum):
    """Why two persons may be one and the same."""

    SAME_NUMBER = "same_number"
    CORRECTED_NUMBER = "corrected_number"
    NAME_AND_BIRTH = "name_and_birth"
    NUMBER_SAID = "number_said"


class SameStay(StrEnum):
    """Why two cases may be one stay."""

    SAME_STAY_ID = "same_stay_id"
    OVERLAPPING = "overlapping"


def may_be_one(one: PersonState, other: PersonState, on: date) -> SamePerson | None:
    """Say why two persons may be the same, the strongest reason; None when nothing says so.

    Nobody who is voided or needs a newer program is offered; nor somebody without any number that
    stood in for a personnummer, for two with personnummer are known apart by them.
    """
    unknown = any(state.voided or state.frozen or not state.is_anybody for state in (one, other))
    if unknown or cannot_be_one(one, other, on):
        return None
    if _values(one) & _values(other):
        return SamePerson.SAME_NUMBER
    if not _same_name(one, other):
        return None
    if _corrected(one, other) or _corrected(other, one):
        return SamePerson.CORRECTED_NUMBER
    return SamePerson.NAME_AND_BIRTH if _same_birth(one, other, on) else None


def cannot_be_one(one: PersonState, other: PersonState, on: date) -> bool:
    """Say whether two persons are certainly two.

    They go by different valid numbers of one kind, none of them corrected; or birth date or sex
    disagree.
    """
    for kind in _CIVIL:
        mine, theirs = _civil(one, kind), _civil(other, kind)
        differ = mine and theirs and not mine & theirs
        if differ and not (_corrected(one, other) or _corrected(other, one)):
            return True
    return _disagree(born_on(one, on), born_on(other, on)) or _disagree(sex_of(one), sex_of(other))


def may_be_one_stay(one: CaseState, other: CaseState) -> SameStay | None:
    """Say why two cases of one person may be the same stay; None when nothing says so.

    Both are open and about a stay. Where both name their hospital and the source's own stay, and
    both differ, somebody was moved: two stays.
    """
    stays = (current(one), current(other))
    pairs = tuple(zip((one, other), stays, strict=True))
    if any(not _is_open_stay(state, stay) for state, stay in pairs):
        return None
    if set(one.stay_ids) & set(other.stay_ids):
        return SameStay.SAME_STAY_ID
    here, there = (folded_name(stay.hospital) for stay in stays)
    if here and there and here != there and one.stay_ids and other.stay_ids:
        return None
    (begin, end), (other_begin, other_end) = (_span(state, stay) for state, stay in pairs)
    overlap = (end is None or other_begin < end) and (other_end is None or begin < other_end)
    return SameStay.OVERLAPPING if overlap else None


def folded_name(name: str) -> str:
    """Give a name as it is compared: small letters, no accents but å ä ö, hyphens as spaces."""
    kept = unicodedata.normalize("NFC", name.casefold()).replace("-", " ")
    return " ".join("".join(_plain(character) for character in kept).split())


def born_on(state: PersonState, on: date) -> date | None:
    """Give the birth date that was said, else the one that a number holds."""
    held = (birth_date(number, on) for number in state.numbers)
    return state.birth_date or next((born for born in held if born is not None), None)


def sex_of(state: PersonState) -> Sex | None:
    """Give the sex that was said, else the one that a number holds."""
    held = (sex(number) for number in state.numbers)
    return state.sex or next((one for one in held if one is not None), None)


def _plain(character: str) -> str:
    if character in _KEPT_APART_BY_DOTS:
        return character
    whole = unicodedata.normalize("NFD", character)
    return "".join(one for one in whole if not unicodedata.combining(one))


def _same_name(one: PersonState, other: PersonState) -> bool:
    name = folded_name(one.name)
    return bool(name) and name == folded_name(other.name)


def _same_birth(one: PersonState, other: PersonState, on: date) -> bool:
    """Say whether both were born on one day, and not both are known by a personnummer."""
    born = born_on(one, on)
    known_apart = all(_civil(state, NumberKind.PERSONAL) for state in (one, other))
    return born is not None and born == born_on(other, on) and not known_apart


def _values(state: PersonState) -> frozenset[str]:
    """Give the numbers that tell whose they are; a corrected personnummer may be another's."""
    former = (one for one in state.former_numbers if one.kind not in _CIVIL)
    return frozenset(one.value for one in (*state.numbers, *former) if _tells(one))


def _tells(number: PersonNumber) -> bool:
    return len(number.value) >= _TELLING and any(each.isdigit() for each in number.value)


def _civil(state: PersonState, kind: NumberKind) -> frozenset[str]:
    return frozenset(one.value for one in state.numbers if one.kind is kind)


def _corrected(one: PersonState, other: PersonState) -> bool:
    """Say whether one went by the other's personnummer until it was corrected."""
    former = {each.value for each in one.former_numbers if each.kind in _CIVIL}
    return bool(former & {each.value for each in other.numbers})


def _disagree(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


def _is_open_stay(state: CaseState, stay: Stay) -> bool:
    is_open = state.person is not None and state.closed_at is None
    about_a_stay = kind_of_case(state, stay) is not CaseKind.MATTER
    return is_open and about_a_stay and not state.voided and not state.frozen


def _span(state: CaseState, stay: Stay) -> tuple[Instant, Instant | None]:
    began = state.opened_at if stay.admitted_at is None else stay.admitted_at
    ended = stay.died_at if stay.deceased and not stay.is_discharged else stay.discharged_at
    return began, ended
