"""Practice for a stop on a real store: dummies on paper, entered, timed, held against a script."""

from uuid import UUID

import pytest

from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.events.outage import OutageOf
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.states import SheetStage
from kontaktpunkt.usecases.back_entry.rows import SheetEntry
from kontaktpunkt.usecases.desk import Done, IssuedPaper
from kontaktpunkt.usecases.outages.packet.rows import IssuedPacket, OutagePacketPlan
from kontaktpunkt.usecases.ports import Store
from samples import House, a_chief, a_house, a_notice, do, hours

_KEY = "vanlig-formiddag"


@pytest.fixture
def house(store: Store) -> House:
    """Give a house with one person in hospital."""
    house = a_house(store)
    house.take_in(a_notice(MessageKind.ADMISSION_NOTICE, id="in"))
    return house


def _begin(house: House) -> UUID:
    stop = house.anna.new_outage()
    wish = c.DeclareOutage(
        outage=stop,
        of=OutageOf.SOURCE,
        since=hours(0),
        system="SAMSA",
        exercise=True,
        scenario=_KEY,
    )
    do(house.anna, wish)
    return stop


def _issue(house: House, stop: UUID, form: str) -> UUID:
    paper = house.anna.issue_in_outage(stop, form, None, saved=False)
    assert isinstance(paper, IssuedPaper), paper
    return paper.sheet


def _enter(house: House, sheet: UUID, **values: str | bool) -> None:
    entry = SheetEntry(sheet=sheet, values=values, at=house.clock.now(), as_it_stands=True)
    assert isinstance(house.anna.enter_sheet(entry), Done)


_RIGHT: dict[str, str | bool] = {
    "name": "Övning Ceder",
    "person_number": "ÖVNING-03",
    "caller_name": "Mona Falk",
    "ready_date": "2026-03-24",
    "ready_time": "8.40",
    "doctor": "dr Sand",
    "sent_how": "phone",
    "sip_needed": "no",
}


def test_a_packet_for_an_exercise_is_filled_in_for_dummies_and_nobody_else(house: House) -> None:
    """Övning Ceder stands on the list and the forms; who is really in hospital does not."""
    stop = _begin(house)
    plan = house.anna.outage_packet(stop)
    assert isinstance(plan, OutagePacketPlan)
    packet = house.anna.issue_outage_packet(plan, saved=False)
    assert isinstance(packet, IssuedPacket)
    said = packet.pdf.decode()

    assert "Övning Ceder" in said
    assert "Provsson" not in said
    page = house.anna.outage(stop)
    assert page is not None
    named = {line.name for line in page.lines if line.name}
    assert named
    assert all(name.startswith("Övning ") for name in named)
    assert all(line.case is None for line in page.lines)
    assert house.anna.sheets() == ()


def test_nobody_rings_a_real_ward_in_practice(house: House) -> None:
    """The round goes to the wards of the dummies; a real stop rings where ours are."""
    work = house.anna.outage_work(_begin(house))
    assert work is not None
    wards = {one.ward.name for one in work.rounds.wards}
    assert wards == {"Medicin 3, Övningssjukhuset", "Kirurgi 52, Övningssjukhuset"}


def test_what_stands_on_the_paper_of_a_dummy_need_not_be_typed(house: House) -> None:
    """As on a real paper only the handwriting is left to enter."""
    plan = house.anna.outage_packet(_begin(house))
    assert isinstance(plan, OutagePacketPlan)
    packet = house.anna.issue_outage_packet(plan, saved=False)
    assert isinstance(packet, IssuedPacket)
    pages = [house.anna.sheet_entry(one.sheet) for one in packet.sheets]
    known = {(page.form.number, page.name): page.values for page in pages if page is not None}

    assert known["R5", "Övning Ceder"]["person_number"] == "ÖVNING-03"
    assert known["R5", "Övning Ceder"]["ward"] == "Medicin 3"
    assert "person_number" not in known["R2", ""]


def test_what_was_entered_is_held_against_the_script_and_timed(house: House) -> None:
    """One paper all right, one with a wrong clock and no doctor, five calls without a paper."""
    stop = _begin(house)
    right, wrong = _issue(house, stop, "R5"), _issue(house, stop, "R5")
    withdrawn = _issue(house, stop, "R5")
    house.clock.advance(30)
    _enter(house, right, **_RIGHT)
    _enter(
        house,
        wrong,
        name="Övning En",
        person_number="ÖVNING-05",
        caller_name="Ivar Lind",
        withdrawn_date="24/3",
        withdrawn_time="9.50",
    )
    _enter(house, withdrawn, free_text="kladd")
    house.clock.advance(15)
    do(house.anna, c.FindSheetAgain(sheet=right, system="SAMSA"))

    result = house.anna.exercise_result(stop)

    assert result is not None
    by_call = {line.call.key: line for line in result.lines}
    assert by_call["2"].sheet == right
    assert by_call["2"].wrong == ()
    assert by_call["2"].to_enter == 30 * 60_000_000
    assert by_call["2"].to_settle == 15 * 60_000_000
    assert by_call["2"].entered_by_name == "Anna"
    assert by_call["4"].sheet == wrong
    assert [one.label for one in by_call["4"].wrong] == ["Klockan", "Skäl"]
    assert result.without_paper == 5
    assert len(result.stray) == 1
    assert (result.right, result.judged) == (12, 14)


def test_the_protocol_of_an_exercise_tells_how_it_went(house: House) -> None:
    """Wrong fields with what was right, and the time; a real stop's protocol says none of it."""
    stop = _begin(house)
    sheet = _issue(house, stop, "R5")
    house.clock.advance(20)
    _enter(house, sheet, **{**_RIGHT, "ready_time": "10.40"})
    do(house.anna, c.FindSheetAgain(sheet=sheet, system="SAMSA"), c.EndOutage(outage=stop))
    do(house.anna, c.ReconcileOutage(outage=stop, note="lika med facit"))
    do(a_chief(house), c.CloseOutage(outage=stop))
    real = house.anna.new_outage()
    do(house.anna, c.DeclareOutage(outage=real, of=OutageOf.OWN_COMPUTERS, since=hours(0)))

    said = house.anna.outage_protocol(stop)
    other = house.anna.outage_protocol(real)

    assert said is not None
    assert other is not None
    text = said.pdf.decode()
    assert "En vanlig förmiddag: 7 av 8 fält rätt." in text
    assert "Klockan (exakt): skrev 10.40, rätt 08:40" in text
    assert "20 min" in text
    assert "Övningens resultat" not in other.pdf.decode()


def test_the_script_is_made_for_who_leads_the_exercise(house: House) -> None:
    """Each call with who rings, what is said, and the right answers with the day's dates."""
    paper = house.anna.exercise_script(_KEY)

    assert paper is not None
    text = paper.pdf.decode()
    assert "exercise=True" in text
    assert "inskriven tisdag 24 mars klockan 02.15" in text
    assert "2026-03-27" in text
    assert house.anna.exercise_script("ingen") is None
    assert {one.key for one in house.anna.exercises()} >= {_KEY}
    assert next(one.name for one in house.anna.exercise_people()) == "Övning Ask"


def test_a_paper_of_an_exercise_becomes_no_message(house: House) -> None:
    """However well it is filled in, nobody real is ready, in the inbox or in a case."""
    stop = _begin(house)
    before = house.listed(), house.anna.in_hospital()
    _enter(house, _issue(house, stop, "R5"), **_RIGHT)

    assert (house.listed(), house.anna.in_hospital()) == before
    page = house.anna.outage(stop)
    assert page is not None
    assert page.lines[0].stage is SheetStage.AWAITS_SENDER
    assert house.is_clean
