"""Our own cases as stays, what an invoice says beside them, and what leaves the desk on paper."""

from datetime import date
from decimal import Decimal

import pytest

from kontaktpunkt.domain.commands import HandOverCase, JudgeConditions
from kontaktpunkt.domain.events.office import AccessKind, AccessNoted
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.payment import Care, NoLiability, PayerSum, RegionalServices
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.staff import Receiver
from kontaktpunkt.usecases.follow_up.rows import FollowUpQuery
from kontaktpunkt.usecases.invoice_control import (
    ControlWish,
    Invoiced,
    difference,
    payer_named,
    read_invoice,
    read_number,
)
from kontaktpunkt.usecases.stay_list import COLUMNS
from samples import House, a_house, a_notice, a_person, do, hours


@pytest.fixture
def house() -> House:
    """Give a store with Anna and Bo."""
    return a_house()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2 985 780,00 kr", "2985780.00"),
        ("2\N{NO-BREAK SPACE}985\N{NO-BREAK SPACE}780 kronor", "2985780"),
        ("284,36", "284.36"),
        ("284.36", "284.36"),
        ("1.250,50", "1250.50"),
        ("1.250.000", "1250000"),
        ("15 dygn", "15"),
        ("0", "0"),
        ("-7 800", "-7800"),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, number: str) -> None:
    """Spaces, decimal comma and the unit behind are no trouble."""
    assert read_number(text) == Decimal(number)


@pytest.mark.parametrize("text", ["", "fel", "1,2,3", "12 kr 50", "1e9", "٣", "9" * 20, "nan"])
def test_what_is_no_number_is_none(text: str) -> None:
    """Nothing is guessed out of other words."""
    assert read_number(text) is None


def test_an_invoice_is_read_line_by_line() -> None:
    """Headings are passed; a line without numbers is told."""
    found = read_invoice("Kommun;dygn;kr\nEka;3,5;36 750 kr\n\nBo\t\t7800\nGrums;x;1\n;1;1")

    assert found.by_payer == {
        "Eka": Invoiced(Decimal("3.5"), Decimal(36750)),
        "Bo": Invoiced(None, Decimal(7800)),
    }
    assert found.unread == (5, 6)


@pytest.mark.parametrize("name", ["Eka", "EKA", "Eka kommun", " ekas  kommun "])
def test_a_municipality_is_known_by_its_usual_names(name: str) -> None:
    """Ekas kommun is Eka."""
    assert payer_named(name, [PayerSum(payer="Bo"), PayerSum(payer="Eka")]) == "Eka"
    assert payer_named("Grums", [PayerSum(payer="Eka")]) is None


def test_a_difference_needs_both_sides() -> None:
    """Without a price on our side the days are compared, the kronor are not."""
    ours = PayerSum(payer="Eka", days=Decimal(3), amount=None)

    apart = difference(ours, Invoiced(Decimal(5), Decimal(100)))

    assert (apart.days, apart.amount) == (Decimal(2), None)


def test_a_list_is_worked_out_by_the_municipalitys_own_rules(house: House) -> None:
    """An empty profile is our own; the period leaves out who left after it, and says so."""
    rows = [
        "1,2026-03-01T08:00:00Z,2026-03-02T08:00:00Z,,,,,2026-03-09T08:00:00Z,Eka,,",
        "2,2026-03-01T08:00:00Z,2026-03-02T08:00:00Z,,,,,2026-04-01T08:00:00Z,Eka,,",
    ]
    data = "\n".join((",".join(COLUMNS), *rows)).encode()

    page = house.anna.control(ControlWish(data=data, last=date(2026, 3, 31)))

    assert page.profile.key == "lidkoping"
    assert [stay.id for stay in page.stays] == ["1"]
    assert page.outside == 1
    assert page.basis.liabilities[0].reason is NoLiability.AVERAGE_MODEL


def test_our_own_cases_are_noted_as_a_list(house: House) -> None:
    """Whoever looks through our own cases stands in the access log."""
    page = house.anna.control(ControlWish(profile="lag-2017-612"))

    with house.store.reading() as view:
        subjects = list(view.subjects(SubjectKind.ACCESS))
        noted = [event.body for one in subjects for event in view.events_of(one)]
    assert page.is_own
    assert AccessNoted in map(type, noted)
    last = noted[-1]
    assert isinstance(last, AccessNoted)
    assert (last.access, last.filter) == (AccessKind.LIST, "fakturakontroll")


READY = MessageKind.READINESS_NOTICE
WITHDRAWN = MessageKind.READINESS_WITHDRAWN_NOTICE
HOME = MessageKind.DISCHARGE_NOTICE


def test_a_case_becomes_a_stay_by_what_its_messages_say(house: House) -> None:
    """Sent, withdrawn, sent anew and home: the last notice counts, by its own time of sending."""
    house.take_in(
        a_notice(sent_at=hours(-240)),
        a_notice(READY, id="r1", sent_at=hours(-200)),
        a_notice(WITHDRAWN, id="w1", sent_at=hours(-190)),
        a_notice(READY, id="r2", sent_at=hours(-150)),
        a_notice(HOME, sent_at=hours(-1), stay={"discharged_at": hours(-2), "finished": True}),
    )

    page = house.anna.control(ControlWish(profile="lag-2017-612"))

    (stay,) = page.stays
    assert (stay.admission_notice_sent, stay.ready_notice_sent) == (hours(-240), hours(-150))
    assert stay.earlier_notices == (hours(-200),)
    assert (stay.ready_withdrawn, stay.discharged) == (hours(-190), hours(-2))
    assert page.basis.liabilities[0].start is not None


def test_a_readiness_that_stands_withdrawn_has_no_start(house: House) -> None:
    """Told and withdrawn, nothing since: the case says why nothing is charged."""
    house.take_in(
        a_notice(sent_at=hours(-240)),
        a_notice(READY, id="r1", sent_at=hours(-200)),
        a_notice(WITHDRAWN, id="w1", sent_at=hours(-190)),
    )

    page = house.anna.control(ControlWish(profile="lag-2017-612"))

    assert page.basis.liabilities[0].reason is NoLiability.READINESS_WITHDRAWN


def test_a_notice_without_a_time_of_sending_is_left_to_a_hand(house: House) -> None:
    """When it was sent is never guessed from when it came."""
    house.take_in(a_notice(sent_at=hours(-240)), a_notice(READY, sent_at=None))

    page = house.anna.control(ControlWish(profile="lag-2017-612"))

    assert page.basis.liabilities[0].reason is NoLiability.READINESS_TIME_MISSING


def test_a_23_timmars_patient_is_never_charged_for(house: House) -> None:
    """Never admitted: the case stands there with its reason."""
    house.take_in(a_notice(MessageKind.EMERGENCY_STAY_NOTICE))

    page = house.anna.control(ControlWish(profile="lag-2017-612"))

    assert page.basis.liabilities[0].reason is NoLiability.EMERGENCY_STAY


def test_a_protected_person_stands_without_number_and_home(house: House) -> None:
    """The list is saved and sent on: nobody's copy tells whose case it is, or who placed her."""
    hidden = a_person(protection=Protection.SECRECY_MARKING, home_municipality="Eka")
    house.take_in(
        a_notice(person=hidden, sent_at=hours(-240)),
        a_notice(READY, person=hidden, sent_at=hours(-200)),
    )

    (row,) = house.anna.follow_up(FollowUpQuery()).rows
    placed = JudgeConditions(case=row.case.case, placing_municipality="Berg")
    do(house.bo, HandOverCase(case=row.case.case, to=Receiver(staff=house.bo.me.staff)), placed)

    for desk in (house.anna, house.bo):
        page = desk.control(ControlWish(profile="lag-2017-612"))
        assert page.masked == 1
        assert [(one.id, one.payer) for one in page.stays] == [("Skyddade personuppgifter", "")]


def test_what_was_judged_of_a_case_counts_in_its_stay(house: House) -> None:
    """A placing municipality, a needed plan and unclear services are those that somebody said."""
    house.take_in(
        a_notice(sent_at=hours(-240)),
        a_notice(READY, sent_at=hours(-200)),
    )
    with house.store.reading() as view:
        case = next(view.subjects(SubjectKind.CASE)).id
    do(
        house.anna,
        JudgeConditions(
            case=case,
            sip_needed=False,
            regional_services=RegionalServices.UNCLEAR,
            care=Care.PSYCHIATRIC,
            placing_municipality="Bo",
        ),
    )

    (stay,) = house.anna.control(ControlWish(profile="lag-2017-612")).stays

    assert (stay.payer, stay.care, stay.sip_needed) == ("Bo", Care.PSYCHIATRIC, False)
    assert stay.regional_services is RegionalServices.UNCLEAR
