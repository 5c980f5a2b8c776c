"""The command check-id: kind, valid or why not, how it is shown, birth date, sex, warnings."""

import json
from argparse import Namespace
from datetime import date
from typing import Final

from msgspec import Struct

from kontaktpunkt.bootstrap.clocks import SystemClock
from kontaktpunkt.cli.run import DONE, USAGE, complain
from kontaktpunkt.domain.person.facts import NumberKind, PersonNumber, Sex
from kontaktpunkt.domain.person.number import (
    birth_date,
    read_number,
    sex,
    shown,
    warnings,
)
from kontaktpunkt.domain.person.organisation_number import (
    HsaId,
    OrganisationNumber,
    looks_like_organisation,
    read_hsa_id,
    read_organisation_number,
    shown_organisation,
)
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.wording.names import century_words
from kontaktpunkt.wording.words import word

_OTHER_KINDS: Final = {"hsa_id": "HSA-id", "organisation_number": "organisationsnummer"}


class Answer(Struct, frozen=True, kw_only=True):
    """What is said of a number or id; the sentences in Swedish, the kinds as in the program."""

    valid: bool
    kind: str = ""
    shown: str = ""
    born: str = ""
    sex: str = ""
    reason: str = ""
    warnings: tuple[str, ...] = ()


def check_id(wish: Namespace) -> int:
    """Say what a number is; 0 also when it is not valid, for that is an answer."""
    try:
        on = date.fromisoformat(wish.on) if wish.on else local_day(SystemClock().now())
    except ValueError:
        complain(f"{wish.on} är inget datum (ÅÅÅÅ-MM-DD)")
        return USAGE
    answer = judge(wish.value, on)
    if wish.json:
        fields = {field: getattr(answer, field) for field in answer.__struct_fields__}
        print(json.dumps(fields, ensure_ascii=False))
    else:
        print(_line(answer))
    return DONE


def judge(value: str, on: date) -> Answer:
    """Judge a person number, an HSA-id or an organisation number."""
    read = read_number(value, on)
    if isinstance(read, PersonNumber):
        return _person(read, on, century_words(value, on))
    if value.strip().upper().startswith("SE"):
        hsa = read_hsa_id(value)
        if isinstance(hsa, HsaId):
            return Answer(valid=True, kind="hsa_id", shown=hsa.value)
        return Answer(valid=False, kind="hsa_id", reason=word(hsa.reason))
    organisation = read_organisation_number(value)
    if isinstance(organisation, OrganisationNumber):
        return Answer(
            valid=True, kind="organisation_number", shown=shown_organisation(organisation)
        )
    reason = word(read.reason)
    if looks_like_organisation(value):
        reason = f"{reason} Som organisationsnummer: {word(organisation.reason)}"
    return Answer(valid=False, reason=reason)


def _person(number: PersonNumber, on: date, other: str) -> Answer:
    born = birth_date(number, on)
    of_sex = sex(number)
    return Answer(
        valid=True,
        kind=number.kind,
        shown=shown(number, on),
        born=born.isoformat() if born else "",
        sex=of_sex or "",
        warnings=(*(word(each) for each in warnings(number, on)), *([other] if other else [])),
    )


def _kind_words(kind: str) -> str:
    return _OTHER_KINDS[kind] if kind in _OTHER_KINDS else word(NumberKind(kind))


def _line(answer: Answer) -> str:
    if not answer.valid:
        return f"ogiltigt: {answer.reason}"
    of_sex = word(Sex(answer.sex)) if answer.sex else ""
    parts = (_kind_words(answer.kind), answer.shown, answer.born, of_sex, *answer.warnings)
    return "giltigt: " + ", ".join(part for part in parts if part)
