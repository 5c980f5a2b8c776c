"""Persons at home whom somebody is to look at, and why people were admitted, on a real store."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from msgspec.structs import replace

from kontaktpunkt.domain.commands import (
    JoinPersons,
    NoteAdmissionCause,
    PrepareCareRequest,
    RaiseConcern,
    SettleConcern,
    SetWithUs,
    TakeBack,
    TakeCase,
)
from kontaktpunkt.domain.events.care_request import CareRequestContent, MedicalPlan
from kontaktpunkt.domain.events.concern import ConcernKind
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.person.facts import NumberKind, PersonNumber, Protection
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.staff import Receiver, WithUs
from kontaktpunkt.usecases.care_request_rows import Whom
from kontaktpunkt.usecases.causes.rows import CausePage, TriedBefore
from kontaktpunkt.usecases.concerns.rows import ConcernRow, Seen
from kontaktpunkt.usecases.ports import Store
from samples import House, a_house, a_notice, a_number, a_person, do, done, hours

_TODAY = date(2026, 3, 24)
_NORTH = Receiver(unit="Hemvård Norr")
_SEEN = Seen(
    whom=Whom(number_text=a_number(9).value, name="Nora Ny"),
    about=ConcernKind.FALL,
    text="fallit tre gånger",
    to=_NORTH,
    due=_TODAY + timedelta(days=3),
)


@pytest.fixture
def house(store: Store) -> House:
    """Give a house where nobody has come yet."""
    return a_house(store)


def _only(house: House) -> ConcernRow:
    (row,) = house.anna.concerns().waiting
    return row


def test_somebody_not_known_before_is_seen_and_looked_at(house: House) -> None:
    """A fall of a person without any case: who looks, by when, and what came of it."""
    done(house.anna.raise_concern(_SEEN))

    row = _only(house)
    assert (row.name, row.to, row.due, row.raised_by_name) == (
        "Nora Ny",
        _NORTH,
        _SEEN.due,
        "Anna",
    )
    assert (row.case, row.has_care_request) == (None, False)
    do(house.bo, SettleConcern(person=row.person, concern=row.concern, text="rollator"))
    page = house.anna.concerns()
    assert page.waiting == ()
    assert [one.outcome for one in page.settled] == ["rollator"]
    assert house.is_clean


def test_what_nobody_looked_at_in_time_is_counted_late(house: House) -> None:
    """The day after its day a concern is late, and stands first."""
    later = replace(_SEEN, whom=Whom(number_text=a_number(8).value, name="Sen Are"))
    done(house.anna.raise_concern(replace(later, due=_TODAY + timedelta(days=9))))
    done(house.anna.raise_concern(_SEEN))
    house.clock.advance(4 * 24 * 60)

    page = house.anna.concerns()

    assert [row.name for row in page.waiting] == ["Nora Ny", "Sen Are"]
    assert page.late(house.anna.today()) == 1


def test_what_was_settled_long_ago_is_not_shown_any_more(house: House) -> None:
    """A month later the list is short again; the case's timeline keeps everything."""
    done(house.anna.raise_concern(_SEEN))
    row = _only(house)
    do(house.anna, SettleConcern(person=row.person, concern=row.concern, text="rollator"))
    house.clock.advance(31 * 24 * 60)

    assert house.anna.concerns().settled == ()


def test_a_prepared_care_request_is_seen_beside_the_concern(house: House) -> None:
    """What is seen at home should lead to one: the list says whether there is one."""
    done(house.anna.raise_concern(_SEEN))
    person = _only(house).person
    do(house.anna, PrepareCareRequest(person=person, content=CareRequestContent(services="x")))

    assert _only(house).has_care_request


def test_a_number_that_cannot_be_right_is_refused(house: House) -> None:
    """Nothing is noted about nobody."""
    wrong = replace(_SEEN, whom=Whom(number_text="12", name="X"))

    answer = house.anna.raise_concern(wrong)

    assert isinstance(answer, Refused)
    assert answer.reason is RefusalReason.BAD_NUMBER
    assert house.anna.concerns().waiting == ()


def test_a_concern_is_undone_and_stands_in_the_timeline(house: House) -> None:
    """Ctrl+Z takes it away; until then the case of the person tells of it."""
    house.take_in(a_notice(person=a_person(9)))
    act = done(house.anna.raise_concern(_SEEN)).act
    row = _only(house)
    assert row.case is not None
    page = house.anna.case(row.case)
    assert page is not None
    assert any(type(entry.body).__name__ == "ConcernRaised" for entry in page.timeline)

    do(house.anna, TakeBack(act=act))

    assert house.anna.concerns().waiting == ()
    assert house.is_clean


def test_a_protected_person_is_known_to_who_looks_and_to_nobody_else(house: House) -> None:
    """Bo is to look: he sees whom. Anna answers for nothing of hers and sees that something is."""
    house.take_in(a_notice(person=a_person(9, protection=Protection.SECRECY_MARKING)))
    (case,) = house.bo.in_hospital()
    assert case.person is not None
    wish = RaiseConcern(
        person=case.person,
        concern=UUID(int=81),
        about=ConcernKind.FALL,
        text="vid trappan på Storgatan",
        to=Receiver(staff=house.bo.me.staff),
        due=_TODAY,
    )
    do(house.bo, wish)

    (seen,), (mine,) = house.anna.concerns().waiting, house.bo.concerns().waiting
    paper, count = house.bo.concern_paper()

    assert (seen.name, seen.text, seen.masked) == ("", "", True)
    assert (mine.name, mine.masked) == ("Prov9 Provsson", False)
    assert (paper.protected, count) == (True, 1)
    assert b"Prov9" not in paper.pdf
    assert b"Storgatan" not in paper.pdf


def test_of_two_that_are_one_the_concern_is_settled_where_it_lies(house: House) -> None:
    """Raised under a reserve number and settled after the two were joined."""
    reserve = PersonNumber(NumberKind.LOCAL_RESERVE, "18900110S98A")
    house.take_in(
        a_notice(id="a", person=a_person(9), stay={"stay_ids": ("a",)}),
        a_notice(id="b", person=a_person(9, numbers=(reserve,)), stay={"stay_ids": ("b",)}),
    )
    one, other = sorted(row.person for row in house.anna.in_hospital() if row.person is not None)
    wish = RaiseConcern(
        person=other,
        concern=UUID(int=82),
        about=ConcernKind.OTHER,
        text="x",
        to=_NORTH,
        due=_TODAY,
    )
    do(house.anna, wish)
    do(house.anna, JoinPersons(person=one, other_person=other))

    row = _only(house)
    do(house.anna, SettleConcern(person=row.person, concern=row.concern, text="klart"))

    assert house.anna.concerns().waiting == ()
    assert house.is_clean


def test_the_list_on_paper_says_who_looks(house: House) -> None:
    """A unit without a program gets the list, with the day and room to write in."""
    done(house.anna.raise_concern(_SEEN))

    paper, count = house.anna.concern_paper()
    text = paper.pdf.decode()

    assert count == 1
    for words in ("Nora Ny", "fall: fallit tre gånger", "Hemvård Norr", "03-27", "saknas"):
        assert words in text


# --- causes
def _admit(house: House, nth: int, ago: float, **more: object) -> UUID:
    stay = {"stay_ids": (f"s-{nth}",), "admitted_at": hours(-ago), **more}
    house.take_in(a_notice(id=f"in-{nth}", person=a_person(nth), stay=stay))
    with house.store.reading() as view:
        return next(row.case for row in view.open_cases() if row.name.startswith(f"Prov{nth} "))


def _counts(page: CausePage) -> dict[str, list[int]]:
    return {count.code: [len(cases) for cases in count.cases] for count in page.causes}


def test_each_admission_is_counted_once_in_its_month(house: House) -> None:
    """Two this month and one in February; each has one cause, or stands among those without."""
    first, second = _admit(house, 1, 20), _admit(house, 2, 40)
    _admit(house, 3, 24 * 30)
    do(house.anna, NoteAdmissionCause(case=first, cause="illness"))
    do(house.anna, NoteAdmissionCause(case=first, cause="fall", nurse_assessed=True))
    do(house.anna, NoteAdmissionCause(case=second, cause="fall", nurse_assessed=False))

    page = house.anna.admission_causes(2)

    assert page.months == (date(2026, 2, 1), date(2026, 3, 1))
    counts = _counts(page)
    assert (counts["fall"], counts["illness"], counts[""]) == ([0, 2], [0, 0], [1, 0])
    assert page.admitted == (1, 2)
    (nurse,) = [one for one in page.tried if one.tried is TriedBefore.NURSE_ASSESSED]
    assert (nurse.yes[1], nurse.answered) == ((first,), (0, 2))
    behind = house.anna.cases_behind((first, second), "orsak fall 2026-03")
    assert [row.case for row in behind.rows] == [first, second]
    assert house.is_clean


def test_an_admission_is_counted_also_after_she_has_left(house: House) -> None:
    """Discharged and gone: the month she came keeps her, and so does a cause unknown to rules."""
    case = _admit(house, 1, 20)
    do(house.anna, NoteAdmissionCause(case=case, cause="egen kod"))
    out = {"stay_ids": ("s-1",), "discharged_at": hours(-1)}
    house.take_in(a_notice(MessageKind.DISCHARGE_NOTICE, person=a_person(1), stay=out))

    assert _counts(house.anna.admission_causes(1))["egen kod"] == [1]


def test_the_share_with_a_medical_plan_stands_above_the_care_requests(house: House) -> None:
    """How many of the care requests say that there is a medical plan, as each row tells it."""
    for nth, plan in ((1, MedicalPlan.EXISTS), (2, MedicalPlan.MISSING)):
        case = _admit(house, nth, 20)
        person = house.case_row(case).person
        assert person is not None
        do(house.anna, SetWithUs(person=person, with_us=WithUs(unit="Norr")), TakeCase(case=case))
        content = CareRequestContent(services="x", medical_plan=plan)
        do(house.anna, PrepareCareRequest(person=person, content=content))

    found = {row.name: row.medical_plan for row in house.anna.care_requests()}

    assert found == {
        "Prov1 Provsson": MedicalPlan.EXISTS,
        "Prov2 Provsson": MedicalPlan.MISSING,
    }
