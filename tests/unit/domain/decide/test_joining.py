"""Who may be joined with whom, and what is said of it: the tables of the rules."""

from datetime import date
from uuid import UUID

import pytest
from msgspec.structs import replace

from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.decide import Ground, decide
from kontaktpunkt.domain.events import joining as on
from kontaktpunkt.domain.events.person import ProtectionLifted
from kontaktpunkt.domain.joining.offers import SamePerson, folded_name, may_be_one
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.ledger.subjects import Subject, case_subject, person_subject
from kontaktpunkt.domain.person.facts import NumberKind, PersonNumber, Protection, Sex
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import CaseState, Join, PersonState, State, Ties
from rule_states import CASE, NOBODY, NOW, OTHER_CASE, OTHER_P, M, P, R, a_ground

ACT = UUID(int=77)
RESERVE = PersonNumber(NumberKind.LOCAL_RESERVE, "18900102S98A")
OTHER_RESERVE = PersonNumber(NumberKind.UNCHECKED, "OKÄND-18900102")
PERSONAL = PersonNumber(NumberKind.PERSONAL, "189001029801")
ANOTHERS = PersonNumber(NumberKind.PERSONAL, "189001039800")
COORDINATION = PersonNumber(NumberKind.COORDINATION, "189001629801")
TODAY = date(2026, 3, 24)
BORN = date(1890, 1, 2)


def _person(*numbers: PersonNumber, **said: object) -> PersonState:
    known = PersonState(numbers=numbers, given_name="Prov", family_name="Provsson", birth_date=BORN)
    return replace(known, **said)


def _ground(**states: State) -> Ground:
    subjects: dict[str, Subject] = {
        "one": person_subject(P),
        "other": person_subject(OTHER_P),
        "case": case_subject(CASE),
        "other_case": case_subject(OTHER_CASE),
    }
    named = {subjects[name]: state for name, state in states.items()}
    ground = a_ground()
    return replace(ground, states={**ground.states, **named}, now=NOW)


TIED = Ties(joins=(Join(OTHER_P, ACT),))
CASES_TIED = Ties(joins=(Join(OTHER_CASE, ACT),))
BOTH = {"one": _person(RESERVE), "other": _person(PERSONAL)}
CASES = {"case": CaseState(person=P), "other_case": CaseState(person=P)}

ALLOWED = [
    (
        "reserve and personnummer",
        _ground(**BOTH),
        c.JoinPersons(person=P, other_person=OTHER_P),
        on.PersonsJoined(into=P, joined=OTHER_P),
    ),
    (
        "two, seen to be two",
        _ground(**BOTH),
        c.KeepPersonsApart(person=P, other_person=OTHER_P),
        on.PersonsKeptApart(one=P, other=OTHER_P),
    ),
    (
        "joined before, parted now",
        _ground(one=_person(RESERVE, ties=TIED), other=_person(PERSONAL)),
        c.KeepPersonsApart(person=P, other_person=OTHER_P),
        on.PersonsKeptApart(one=P, other=OTHER_P, parts=(ACT,)),
    ),
    (
        "one stay",
        _ground(**CASES),
        c.JoinCases(case=CASE, other_case=OTHER_CASE),
        on.CasesJoined(into=CASE, joined=OTHER_CASE),
    ),
    (
        "two stays, joined before",
        _ground(case=CaseState(person=P, ties=CASES_TIED), other_case=CaseState(person=P)),
        c.KeepCasesApart(case=CASE, other_case=OTHER_CASE),
        on.CasesKeptApart(one=CASE, other=OTHER_CASE, parts=(ACT,)),
    ),
]

REFUSED = [
    (
        "different personnummer",
        _ground(one=_person(ANOTHERS), other=_person(PERSONAL)),
        c.JoinPersons(person=P, other_person=OTHER_P),
        R.NOT_SAME_PERSON,
    ),
    (
        "with herself",
        _ground(**BOTH),
        c.JoinPersons(person=P, other_person=P),
        R.SAME_PERSON,
    ),
    (
        "joined already",
        _ground(one=_person(RESERVE, ties=TIED), other=_person(PERSONAL)),
        c.JoinPersons(person=P, other_person=OTHER_P),
        R.ALREADY_JOINED,
    ),
    (
        "nobody known",
        _ground(**BOTH),
        c.JoinPersons(person=P, other_person=NOBODY),
        R.NO_PERSON,
    ),
    (
        "needs a newer program",
        _ground(one=_person(RESERVE, frozen=True), other=_person(PERSONAL)),
        c.KeepPersonsApart(person=P, other_person=OTHER_P),
        R.NEEDS_NEWER_PROGRAM,
    ),
    (
        "a case with itself",
        _ground(**CASES),
        c.JoinCases(case=CASE, other_case=CASE),
        R.ALREADY_JOINED,
    ),
    (
        "no case",
        _ground(**CASES),
        c.KeepCasesApart(case=CASE, other_case=M),
        R.NOT_FOUND,
    ),
    (
        "two stays, said before",
        _ground(
            case=CaseState(person=P, ties=Ties(apart=frozenset({OTHER_CASE}))),
            other_case=CaseState(person=P),
        ),
        c.KeepCasesApart(case=CASE, other_case=OTHER_CASE),
        R.ALREADY_APART,
    ),
    (
        "nobody protected",
        _ground(**BOTH),
        c.LiftProtection(person=P, reason="beslut"),
        R.NOT_PROTECTED,
    ),
    (
        "no ground given",
        _ground(one=_person(RESERVE, protection=Protection.SECRECY_MARKING)),
        c.LiftProtection(person=P, reason=" "),
        R.EMPTY_TEXT,
    ),
]


@pytest.mark.parametrize(
    ("ground", "wish", "body"), [row[1:] for row in ALLOWED], ids=[row[0] for row in ALLOWED]
)
def test_what_is_said_stands_on_both(ground: Ground, wish: c.Command, body: Body) -> None:
    """Whoever opens either of the two sees that they were joined, or that they are two."""
    decision = decide(ground, wish)

    assert not isinstance(decision, Refused)
    assert [each.body for each in decision] == [body, body]
    assert len({each.subject for each in decision}) == 2


@pytest.mark.parametrize(
    ("ground", "wish", "reason"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED]
)
def test_what_cannot_be_is_refused(ground: Ground, wish: c.Command, reason: RefusalReason) -> None:
    """The reason is told, and nothing is written."""
    decision = decide(ground, wish)

    assert isinstance(decision, Refused)
    assert decision.reason is reason


def test_a_protection_is_lifted_with_its_ground() -> None:
    """Who wrote it down and on what ground stays readable."""
    ground = _ground(one=_person(RESERVE, protection=Protection.ASSUMED_IDENTITY))

    decision = decide(ground, c.LiftProtection(person=P, reason=" Beslut "))

    assert not isinstance(decision, Refused)
    assert [each.body for each in decision] == [ProtectionLifted(reason="Beslut")]


_N = SamePerson
OFFERED: list[tuple[str, tuple[PersonNumber, ...], dict[str, object], SamePerson | None]] = [
    ("reserve and personnummer, same name and birth", (RESERVE,), {}, _N.NAME_AND_BIRTH),
    ("samordningsnummer before the personnummer", (COORDINATION,), {}, _N.NAME_AND_BIRTH),
    ("no number at all", (), {}, _N.NAME_AND_BIRTH),
    ("an accent in the name", (RESERVE,), {"given_name": "Próv"}, _N.NAME_AND_BIRTH),
    ("capital letters", (RESERVE,), {"family_name": "PROVSSON"}, _N.NAME_AND_BIRTH),
    ("another name", (RESERVE,), {"given_name": "Pröv"}, None),
    ("another birth date", (RESERVE,), {"birth_date": date(1890, 1, 3)}, None),
    ("birth date by the number", (RESERVE,), {"birth_date": None}, _N.NAME_AND_BIRTH),
    ("another sex", (RESERVE,), {"sex": Sex.MAN}, None),
    ("both numbers", (PERSONAL, RESERVE), {}, _N.SAME_NUMBER),
    ("same number, other name", (PERSONAL,), {"given_name": "Annat"}, _N.SAME_NUMBER),
    ("another personnummer", (ANOTHERS,), {}, None),
    ("voided", (RESERVE,), {"voided": True}, None),
    ("needs a newer program", (RESERVE,), {"frozen": True}, None),
    (
        "personnummer corrected",
        (ANOTHERS,),
        {"former_numbers": (PERSONAL,)},
        _N.CORRECTED_NUMBER,
    ),
    (
        "somebody else's number corrected away",
        (ANOTHERS,),
        {"former_numbers": (PERSONAL,), "given_name": "Annan"},
        None,
    ),
]


@pytest.mark.parametrize(
    ("numbers", "said", "reason"), [row[1:] for row in OFFERED], ids=[row[0] for row in OFFERED]
)
def test_who_is_offered(
    numbers: tuple[PersonNumber, ...], said: dict[str, object], reason: SamePerson | None
) -> None:
    """Offered is who may well be the same; never somebody who certainly is another."""
    known = _person(PERSONAL, sex=Sex.WOMAN)
    other = _person(*numbers, **said)

    assert may_be_one(known, other, TODAY) == reason
    assert may_be_one(other, known, TODAY) == reason


def test_two_reserve_numbers_of_one_name_are_offered() -> None:
    """Two emergency wards gave her a number each."""
    assert may_be_one(_person(RESERVE), _person(OTHER_RESERVE), TODAY) is _N.NAME_AND_BIRTH


@pytest.mark.parametrize(
    ("name", "folded"),
    [("Åsa-Lena  Öberg", "åsa lena öberg"), ("René ÉMILE", "rene emile"), ("", "")],
)
def test_names_are_compared_as_they_sound(name: str, folded: str) -> None:
    """Hyphens, capitals and accents differ between systems; å, ä and ö are letters of their own."""
    assert folded_name(name) == folded
