"""Our own care requests on a real store: kept, called for, sent, and met by the admission."""

from datetime import date
from uuid import UUID

import pytest

from kontaktpunkt.domain.commands import (
    DecidePrimaryCare,
    DescribePerson,
    EndCareRequest,
    LookOverCareRequest,
    SetWithUs,
    TickDocumented,
)
from kontaktpunkt.domain.events.care_request import (
    CareRequestContent,
    CareRequestDelivered,
    MedicalPlan,
    PrimaryCareDecision,
    SentToEmergency,
    SharingConsent,
)
from kontaktpunkt.domain.events.case import CareRequestSent, CaseKind
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.staff import OnWord, WithUs
from kontaktpunkt.usecases.care_request_rows import CareRequestRow, Going, Standing, Whom
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.ports import Store
from kontaktpunkt.usecases.verifying import rebuild
from samples import NOW, House, a_house, a_notice, a_number, a_person, do, done, hours, minutes

_CONTENT = CareRequestContent(
    services="Hemtjänst morgon och kväll.",
    social_status="Bor ensam.",
    consent=SharingConsent.GIVEN,
    medical_plan=MedicalPlan.EXISTS,
)
_TEXT = "Insatser: hemtjänst morgon och kväll."


@pytest.fixture
def house(store: Store) -> House:
    """Give a house where nobody has come yet."""
    return a_house(store)


def _whom(nth: int = 1) -> Whom:
    return Whom(number_text=a_number(nth).value, name=f"Prov{nth} Provsson")


def _prepare(house: House, nth: int = 1, by: date | None = date(2030, 1, 1)) -> Done:
    return done(house.anna.prepare_care_request(_whom(nth), _CONTENT, by))


def _going(nth: int = 1, **said: object) -> Going:
    return Going(whom=_whom(nth), text=_TEXT, system="SAMSA", **said)  # type: ignore[arg-type]


def _rows(house: House) -> list[CareRequestRow]:
    return list(house.anna.care_requests())


def _only(house: House) -> CareRequestRow:
    (row,) = _rows(house)
    return row


def test_a_care_request_lies_ready_for_somebody_without_any_case(house: House) -> None:
    """Whoever has services with us has one written before anything happens to her."""
    _prepare(house)

    row = _only(house)
    assert (row.standing, row.name, row.case) == (Standing.KEPT, "Prov1 Provsson", None)
    assert row.consent is SharingConsent.GIVEN
    assert row.written_by == house.anna.me.name
    card = house.anna.care_request(row.person)
    assert card is not None
    assert card.content == _CONTENT


def test_what_says_nothing_is_not_kept(house: House) -> None:
    """An empty care request would look as if somebody had written one."""
    answer = house.anna.prepare_care_request(_whom(), CareRequestContent(), None)

    assert isinstance(answer, Refused)
    assert answer.reason is RefusalReason.EMPTY_TEXT


def test_who_is_in_hospital_without_one_is_listed_as_lacking(house: House) -> None:
    """The list tells who has none, so that it is written while she is away."""
    house.take_in(a_notice(id="in1", person=a_person(1)))

    assert _only(house).standing is Standing.MISSING
    assert _only(house).in_hospital


def test_an_old_one_is_to_be_looked_over_and_then_holds_again(house: House) -> None:
    """One key says that it still holds, until the next day it is to be read."""
    _prepare(house, by=date(2026, 1, 1))
    assert _only(house).standing is Standing.OLD

    do(house.anna, LookOverCareRequest(person=_only(house).person, look_over_by=date(2030, 1, 1)))

    assert _only(house).standing is Standing.KEPT


def test_one_that_is_no_longer_needed_leaves_the_list(house: House) -> None:
    """When the services have ended nobody is reminded of her care request."""
    _prepare(house)

    do(house.anna, EndCareRequest(person=_only(house).person, reason="Insatserna avslutade"))

    assert _rows(house) == []


def test_sent_to_hospital_opens_a_case_and_waits_to_be_sent(house: House) -> None:
    """The text waits in the case until somebody has sent it in the region's system."""
    _prepare(house)

    done(house.anna.send_to_emergency(_going(hospital="Skövde", by="Nattpatrullen")))

    row = _only(house)
    assert row.standing is Standing.TO_SEND
    assert len(house.anna.care_requests_to_send()) == 1
    assert row.case is not None
    page = house.anna.case(row.case)
    assert page is not None
    assert page.row.case_kind is CaseKind.MATTER
    assert [item.text for item in page.documentation] == [_TEXT]


def test_a_tick_says_when_the_care_request_was_sent(house: House) -> None:
    """Ticked once, it is sent: on the list, in the case, and with the time that it was."""
    _prepare(house)
    done(house.anna.send_to_emergency(_going(at=hours(-2))))
    row = _only(house)
    assert row.case is not None
    assert row.item is not None

    do(house.anna, TickDocumented(case=row.case, item=row.item, at=minutes(-10)))

    assert _only(house).standing is Standing.KEPT
    assert house.anna.care_requests_to_send() == ()
    page = house.anna.case(row.case)
    assert page is not None
    assert page.documentation[0].documented_at == minutes(-10)
    told = [(type(entry.body), entry.at) for entry in page.timeline]
    assert (CareRequestDelivered, minutes(-10)) in told
    assert (SentToEmergency, hours(-2)) in told
    assert CareRequestSent not in {kind for kind, _ in told}, "told once, by what it follows from"


def test_a_tick_can_be_taken_back(house: House) -> None:
    """Ticked on the wrong line: Ctrl+Z, and it waits to be sent again, in list and case."""
    done(house.anna.send_to_emergency(_going()))
    row = _only(house)
    assert row.case is not None
    assert row.item is not None
    do(house.anna, TickDocumented(case=row.case, item=row.item))

    done(house.anna.undo())

    assert _only(house).standing is Standing.TO_SEND
    page = house.anna.case(row.case)
    assert page is not None
    assert page.documentation[0].documented_at is None


def test_the_admission_notice_lands_in_the_case_that_waits_for_it(house: House) -> None:
    """She went at eight, the ward tells at noon: one case, and it is a stay now."""
    done(house.anna.send_to_emergency(_going(at=hours(-4))))
    row = _only(house)

    (fate,) = house.take_in(
        a_notice(id="in1", person=a_person(1), sent_at=NOW, stay={"admitted_at": hours(-1)})
    )

    assert fate.case == row.case
    assert house.case_row(fate.case).case_kind is CaseKind.INPATIENT


def test_an_admission_weeks_later_is_another_time(house: House) -> None:
    """Who came home from the emergency ward and is admitted another week has a case of its own."""
    done(house.anna.send_to_emergency(_going(at=hours(-24 * 14))))

    (fate,) = house.take_in(
        a_notice(id="in1", person=a_person(1), sent_at=NOW, stay={"admitted_at": hours(-1)})
    )

    assert fate.case != _only(house).case


def test_two_who_send_the_same_person_send_her_once(house: House) -> None:
    """The night sent her and the morning does too: the second is told, and nothing is doubled."""
    done(house.anna.send_to_emergency(_going()))

    answer = house.anna.send_to_emergency(_going())

    assert isinstance(answer, Refused)
    assert answer.reason is RefusalReason.CARE_REQUEST_WAITS


def test_who_has_none_can_be_sent_too(house: House) -> None:
    """Nobody is kept from the emergency ward by a paper that was never written."""
    done(house.anna.send_to_emergency(_going(on_word=OnWord(name="Lena, nattpatrullen"))))

    assert _only(house).standing is Standing.TO_SEND


def test_the_request_of_regional_primary_care_is_none_of_ours(house: House) -> None:
    """The two kinds are never mixed: theirs makes nobody have one of ours."""
    house.take_in(a_notice(MessageKind.PRIMARY_CARE_REQUEST, id="pc1", person=a_person(1)))

    row = _only(house)
    assert row.standing is Standing.MISSING
    assert house.anna.care_requests_to_send() == ()


def test_a_joint_decision_needs_both_names(house: House) -> None:
    """Enrolment is decided together: without a name on each side nothing is noted."""
    (fate,) = house.take_in(
        a_notice(MessageKind.PRIMARY_CARE_REQUEST, id="pc1", person=a_person(1))
    )
    assert fate.case is not None
    wish = DecidePrimaryCare(
        case=fate.case, decision=PrimaryCareDecision.ENROLLED, ours="Eva Ek", answers=fate.message
    )

    answer = house.anna.act(wish)

    assert isinstance(answer, Refused)
    assert answer.reason is RefusalReason.BOTH_NAMES


def test_of_a_protected_person_only_that_there_is_one_is_seen(house: House) -> None:
    """Her name and her care request are for those who answer for her case."""
    house.take_in(a_notice(id="in1", person=a_person(1, protection=Protection.SECRECY_MARKING)))
    _prepare(house)

    row = _only(house)
    assert row.masked
    assert row.name == ""
    card = house.anna.care_request(row.person)
    assert card is not None
    assert card.content is None


def test_a_rebuild_makes_the_same_list(house: House) -> None:
    """Rows thrown away and made again from the ledger say what they said before."""
    _prepare(house)
    done(house.anna.send_to_emergency(_going(2)))
    before = _rows(house)

    rebuild(house.anna)

    assert _rows(house) == before
    assert house.is_clean


def test_somebody_with_services_and_no_case_is_seen_to_lack_one(house: House) -> None:
    """Everybody with services with us should have one ready, before she ever goes to hospital."""
    person = id_of_person(house)
    do(house.anna, SetWithUs(person=person, with_us=WithUs(unit="Hemvårdsgrupp Norr")))

    row = _only(house)
    assert (row.standing, row.name, row.unit, row.case) == (
        Standing.MISSING,
        "Prov7 Provsson",
        "Hemvårdsgrupp Norr",
        None,
    )
    assert house.is_clean
    done(house.anna.undo())
    assert _rows(house) == []
    assert house.is_clean


def id_of_person(house: House) -> UUID:
    """Make somebody known of whom no message has come."""
    person = UUID(int=77)
    do(house.anna, DescribePerson(person=person, facts=a_person(7)))
    return person
