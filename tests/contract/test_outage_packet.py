"""The packet of a stop on a real store: planned, looked at, made with all its numbers at once."""

from uuid import UUID

import pytest
from msgspec.structs import replace

from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.events.office import AccessNoted
from kontaktpunkt.domain.events.outage import OutageOf
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.paper.exercise_number import is_exercise_number, show_number
from kontaktpunkt.domain.paper.sheet_number import parse
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.profile import PacketPeople
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import SheetStage
from kontaktpunkt.usecases.outages.packet.rows import IssuedPacket, OutagePacketPlan, PacketShown
from kontaktpunkt.usecases.ports import Store
from kontaktpunkt.usecases.verifying import rebuild
from samples import House, a_house, a_notice, a_person, do, hours, id_of


@pytest.fixture
def house(store: Store) -> House:
    """Give a house with one who is ready, one expected, one far from it, and one protected."""
    house = a_house(store)
    secret = a_person(4, protection=Protection.PROTECTED_REGISTRATION, given_name="Hemlig")
    house.take_in(
        _notice(1),
        _notice(1, MessageKind.READINESS_NOTICE, sent_at=hours(-2)),
        _notice(2),
        _notice(3, stay={"stay_ids": ("stay-3",), "expected_discharge": hours(24 * 20)}),
        _notice(4, person=secret),
    )
    return house


def _notice(nth: int, kind: MessageKind = MessageKind.ADMISSION_NOTICE, **said: object):  # noqa: ANN202 - a notice
    facts = {"person": a_person(nth), "stay": {"stay_ids": (f"stay-{nth}",)}, **said}
    return a_notice(kind, id=f"{kind.value}-{nth}", **facts)


def _stop(house: House, **said: object) -> UUID:
    stop = house.anna.new_outage()
    facts = {"of": OutageOf.SOURCE, "since": hours(-1), "system": "SAMSA", **said}
    do(house.anna, c.DeclareOutage(outage=stop, **facts))  # type: ignore[arg-type]
    return stop


def _plan(house: House, stop: UUID) -> OutagePacketPlan:
    plan = house.anna.outage_packet(stop)
    assert isinstance(plan, OutagePacketPlan), plan
    return plan


def _few(plan: OutagePacketPlan) -> OutagePacketPlan:
    """Give the plan with two blank sheets in all."""
    few = tuple(replace(one, count=2 if one.form == "R2" else 0) for one in plan.blanks)
    return replace(plan, blanks=few)


def _issued(house: House, plan: OutagePacketPlan) -> IssuedPacket:
    made = house.anna.issue_outage_packet(plan, saved=False)
    assert isinstance(made, IssuedPacket), made
    return made


def test_the_plan_says_what_the_packet_would_hold(house: House) -> None:
    """Lists, forms filled in for who is expected and who is ready, blank ones by the profile."""
    plan = _plan(house, _stop(house))

    assert [one.key for one in plan.lists] == ["people", "phones.now", "phones.wards"]
    assert plan.lists[0].rows == plan.persons == 4
    assert [(one.form, one.name, one.people) for one in plan.filled] == [
        ("R5", "Prov2 Provsson", PacketPeople.EXPECTED),
        ("R7", "Prov1 Provsson", PacketPeople.READY),
        ("R10", "Prov1 Provsson", PacketPeople.READY),
    ]
    assert {one.form: one.count for one in plan.blanks}["R2"] == 10
    assert plan.numbers == 3 + sum(one.count for one in plan.blanks)


def test_a_protected_person_stands_nameless_on_the_list_and_on_no_form(house: House) -> None:
    """Who answers for her fills in a blank form by hand; the packet asks before it is printed."""
    stop = _stop(house)
    plan = _plan(house, stop)
    made = _issued(house, _few(plan))

    assert plan.left_out == 1
    assert plan.protected
    assert made.protected
    assert b"Hemlig" not in made.pdf
    assert b"Skyddade personuppgifter" in made.pdf
    assert made.pdf.count("Hittepågatan 4".encode()) == 0


def test_who_answers_for_a_protected_person_gets_her_forms_without_her_address(
    house: House,
) -> None:
    """She can be named where she must be, but where she lives stands nowhere."""
    house.take_in(_notice(4, MessageKind.READINESS_NOTICE, person=_secret()))
    case = house.row(id_of("admission_notice-4")).case
    assert case is not None
    do(house.anna, c.TakeCase(case=case))
    plan = _plan(house, _stop(house))
    made = _issued(house, _few(plan))

    assert ("R7", "Hemlig Provsson") in [(one.form, one.name) for one in plan.filled]
    assert plan.left_out == 0
    assert made.protected
    assert "Hittepågatan 4".encode() not in made.pdf
    assert b"070-000 00 04" not in made.pdf


def _secret():  # noqa: ANN202 - a person
    return a_person(4, protection=Protection.PROTECTED_REGISTRATION, given_name="Hemlig")


def test_looking_takes_no_number(house: House) -> None:
    """The packet can be looked at as often as one likes; nothing is given out by that."""
    stop = _stop(house)
    shown = house.anna.preview_outage_packet(_few(_plan(house, stop)))
    page = house.anna.outage(stop)

    assert isinstance(shown, PacketShown)
    assert b"rhandsvisning, blad 1 av 9" in shown.pdf
    assert shown.pdf.count(b", number=''") == 5
    assert page is not None
    assert page.lines == ()
    assert house.anna.sheets() == ()


def test_all_numbers_are_taken_in_one_act(house: House) -> None:
    """Three filled in and two blank sheets have five numbers, in the stop's register at once."""
    stop = _stop(house)
    made = _issued(house, _few(_plan(house, stop)))
    page = house.anna.outage(stop)
    assert page is not None

    assert [parse(one.number).serial for one in made.sheets] == [1, 2, 3, 4, 5]  # type: ignore[union-attr]
    assert [one.first_page for one in made.sheets] == [4, 5, 6, 7, 8]
    assert [one.form for one in page.lines] == ["R2", "R2", "R5", "R7", "R10"]
    assert {one.stage for one in page.lines} == {SheetStage.GIVEN_OUT}
    assert {one.number for one in page.lines} == {one.number for one in made.sheets}
    with house.store.reading() as view:
        issued = [
            view.events_of(subject)[0].envelope for subject in view.subjects(SubjectKind.SHEET)
        ]
    assert len({one.act_id for one in issued}) == 1
    rebuild(house.anna)
    assert house.is_clean


def test_what_is_not_chosen_is_not_in_the_packet(house: House) -> None:
    """Somebody may leave out the list and all but one form, and no number is taken for the rest."""
    stop = _stop(house)
    plan = _plan(house, stop)
    chosen = replace(
        _few(plan),
        lists=tuple(replace(one, chosen=one.key == "phones.now") for one in plan.lists),
        filled=tuple(replace(one, chosen=one.form == "R5") for one in plan.filled),
    )
    made = _issued(house, chosen)

    assert len(made.sheets) == chosen.numbers == 3
    assert "På sjukhus när paketet gjordes".encode() not in made.pdf
    assert made.persons == 1


def test_the_list_says_how_old_each_thing_is(house: House) -> None:
    """Whoever phones a ward from the list knows which of its lines may have changed."""
    shown = house.anna.preview_outage_packet(_plan(house, _stop(house)))
    assert isinstance(shown, PacketShown)
    read = shown.pdf.decode()

    assert "Utskrivningsklar 24/3 06:40 (uppgift från 24/3 06:40, för 2 timmar sedan)" in read
    assert "Beräknad 26/3 08:40 (uppgift från 24/3 07:40, för 1 timme sedan)" in read
    assert "Inskriven 23/3 12:40 (uppgift från 24/3 07:40, för 1 timme sedan)" in read
    assert "sedan 24/3 07:40" in read


def test_the_list_is_for_the_round_ward_by_ward_and_tells_the_numbers(house: House) -> None:
    """One rings a ward once, those who are ready first, then A-Ö, with the sheets at hand."""
    for nth, (ward, surname) in enumerate((("Avd 9", "Öst"), ("Avd 9", "Åhs"), ("Avd 3", "Ek")), 5):
        house.take_in(
            _notice(
                nth,
                person=a_person(nth, family_name=surname, given_name=f"Namn{nth}"),
                stay={"stay_ids": (f"stay-{nth}",), "ward": ward, "expected_discharge": hours(24)},
            )
        )
    house.take_in(
        _notice(
            6,
            MessageKind.READINESS_NOTICE,
            person=a_person(6, family_name="Åhs", given_name="Namn6"),
            stay={"stay_ids": ("stay-6",), "ward": "Avd 9"},
        )
    )
    stop = _stop(house)
    plan = _plan(house, stop)
    assert [one.name for one in plan.filled if one.form == "R5"] == [
        "Namn7 Ek",
        "Prov2 Provsson",
        "Namn5 Öst",
    ]
    read = _issued(house, _few(plan)).pdf.decode()

    people = read[read.index("title='På sjukhus när") : read.index("title='Telefonlista: vem")]
    places = [people.index(name) for name in ("Namn7 Ek", "Namn6 Åhs", "Namn5 Öst")]
    assert places == sorted(places)
    assert people.index("Avd 3 (4)") < people.index("Avd 9 (2)")
    assert people.index("▲ UTSKRIVNINGSKLAR\\nNamn6 Åhs") < people.index("Namn5 Öst")
    page = house.anna.outage(stop)
    assert page is not None
    for line in page.lines:
        if line.name:
            assert f"{line.form} {show_number(line.number)}" in people
    assert people.rindex("Skyddade personuppgifter") > people.index("Namn5 Öst")


def test_the_log_of_the_stop_begins_with_what_is_known(house: House) -> None:
    """Start, fault report, when the forms begin, and a row to ring for each ward; nobody signed."""
    stop = _stop(house)
    do(house.anna, c.ReportFault(outage=stop, reference="INC-12", to_whom="servicedesk"))
    log = replace(
        _plan(house, stop),
        lists=(),
        filled=(),
        blanks=tuple(
            replace(one, count=int(one.form == "R13")) for one in _plan(house, stop).blanks
        ),
    )

    read = _issued(house, log).pdf.decode()

    for known in (
        "'began_date': '2026-03-24'",
        "'began_time': '07:40'",
        "'planned': 'no'",
        "'report_number': 'INC-12'",
        "'reported_to': 'servicedesk'",
        "'routine_from': '09:40'",
        "('', 'Avd 3, Sjukhuset', '', '')",
        "'signed_by': ''",
    ):
        assert known in read, known
    page = house.anna.outage(stop)
    assert page is not None
    assert page.lines[0].case is None


def test_the_packet_says_which_sheets_are_of_protected_people(house: House) -> None:
    """Who is asked before it leaves the house knows how many they are and which."""
    before = house.anna.preview_outage_packet(_plan(house, _stop(house)))
    assert isinstance(before, PacketShown)
    assert (before.protected_sheets, before.left_out) == ((), 1)
    house.take_in(_notice(4, MessageKind.READINESS_NOTICE, person=_secret()))
    case = house.row(id_of("admission_notice-4")).case
    assert case is not None
    do(house.anna, c.TakeCase(case=case))

    shown = house.anna.preview_outage_packet(_plan(house, _stop(house)))

    assert isinstance(shown, PacketShown)
    assert shown.protected_sheets == ("R7 Hemlig Provsson", "R10 Hemlig Provsson")
    assert shown.left_out == 0


def test_an_exercise_has_its_own_numbers_and_nobody_who_is_real(house: House) -> None:
    """Practice on a calm day puts no patient on any paper, and uses up none of the numbers."""
    stop = _stop(house, exercise=True)
    plan = _plan(house, stop)
    made = _issued(house, _few(plan))

    assert plan.exercise
    assert b"Prov1" not in made.pdf
    assert all(is_exercise_number(one.number) for one in made.sheets)
    with house.store.reading() as view:
        assert view.last_sheet_serial() == 0


def test_no_packet_is_made_of_a_stop_that_has_ended_or_never_was(house: House) -> None:
    """Papers are given out only in a stop that answers for them."""
    stop = _stop(house)
    plan = _plan(house, stop)
    do(house.anna, c.WithdrawOutage(outage=stop, reason="fel system"))

    for answer in (
        house.anna.outage_packet(stop),
        house.anna.preview_outage_packet(plan),
        house.anna.issue_outage_packet(plan, saved=True),
    ):
        assert isinstance(answer, Refused)
        assert answer.reason is RefusalReason.OUTAGE_ENDED
    assert isinstance(house.anna.outage_packet(UUID(int=9)), Refused)


def test_a_stop_that_is_over_gives_out_no_more_packets(house: House) -> None:
    """The computers are up and papers are entered: ninety new numbers would only be left over."""
    stop = _stop(house)
    plan = _plan(house, stop)
    do(house.anna, c.EndOutage(outage=stop))

    for answer in (
        house.anna.outage_packet(stop),
        house.anna.preview_outage_packet(plan),
        house.anna.issue_outage_packet(plan, saved=True),
    ):
        assert isinstance(answer, Refused)
        assert answer.reason is RefusalReason.OVER_ALREADY
    page = house.anna.outage(stop)
    assert page is not None
    assert page.lines == ()


def test_the_packet_is_noted_in_the_access_log(house: House) -> None:
    """That so many people stood on a paper that left the house can be asked for afterwards."""
    _issued(house, _few(_plan(house, _stop(house))))

    with house.store.reading() as view:
        noted = [
            each.event.body
            for each, _ in view.all_sealed()
            if isinstance(each.event.body, AccessNoted)
        ]
    assert any(one.filter == "Driftstoppspaket, SAMSA" and one.count == 4 for one in noted)
