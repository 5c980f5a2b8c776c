"""A weekend at real desks: the page, the handover, what is left, packets and their additions."""

from datetime import date, time
from uuid import UUID

import pytest

from duty_places import at
from kontaktpunkt.domain.commands import (
    AcceptHandover,
    AddStaff,
    CallHome,
    ConfirmWeekend,
    DecideWeekend,
    DeclareOutage,
    EndOutage,
    FinishHandover,
    FinishMessage,
    NoteHomeReached,
    QuestionHandover,
    SetDestination,
    ShredPacket,
    TakeCase,
    TakeMessage,
)
from kontaktpunkt.domain.events.homecoming import Destination
from kontaktpunkt.domain.events.office import AccessNoted
from kontaktpunkt.domain.events.outage import OutageOf
from kontaktpunkt.domain.events.weekend import WeekendAnswer, WeekendSide
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.staff import Receiver, Role
from kontaktpunkt.domain.times import HOUR, Instant
from kontaktpunkt.usecases.at_desk import StaffDesk
from kontaktpunkt.usecases.ports import Store
from kontaktpunkt.usecases.verifying import rebuild
from kontaktpunkt.usecases.weekend.rows import DidKind, HandoverRow, LineDraft, PacketPaper
from samples import House, a_house, a_notice, a_person, do, done, id_of

_SAT, _SUN = date(2026, 3, 21), date(2026, 3, 22)
_FRIDAY, _SATURDAY = at("2026-03-20 15:00"), at("2026-03-21 09:00")
_MONDAY = at("2026-03-23 08:00")


@pytest.fixture
def house(store: Store) -> House:
    """Give a house on a Friday afternoon, with two people in hospital, the first of them ready."""
    house = a_house(store)
    house.clock.set(_FRIDAY)
    for nth in (1, 2):
        house.take_in(_notice(f"in-{nth}", nth))
    house.take_in(_notice("ready-1", 1, MessageKind.READINESS_NOTICE))
    return house


def _notice(name: str, nth: int, kind: MessageKind = MessageKind.ADMISSION_NOTICE, **said: object):  # noqa: ANN202 - a notice
    stay = {
        "stay_ids": (f"stay-{nth}",),
        "admitted_at": at("2026-03-19 10:00"),
        "expected_discharge": at("2026-03-27 11:00"),
    }
    facts = {"person": a_person(nth), "stay": stay, "sent_at": at("2026-03-20 14:00"), **said}
    return a_notice(kind, id=name, **facts)


def _case(house: House, nth: int) -> UUID:
    case = house.row(id_of(f"in-{nth}")).case
    assert case is not None
    return case


def _line(desk: StaffDesk, text: str) -> HandoverRow:
    return next(row for row in desk.weekend().handover if row.handed.line.text == text)


def _texts(desk: StaffDesk) -> list[str]:
    return [row.text for row in desk.weekend().handover]


def _packet(desk: StaffDesk, *, supplement: bool = False) -> PacketPaper:
    made = desk.make_packet(supplement=supplement)
    assert isinstance(made, PacketPaper), made
    return made


def test_friday_says_what_comes_and_saturday_what_has_begun(house: House) -> None:
    """The same page on both days; it knows itself which of them it is."""
    friday = house.anna.weekend()
    house.clock.set(_SATURDAY)
    saturday = house.anna.weekend()

    assert (friday.begun, saturday.begun) == (False, True)
    assert friday.period == saturday.period
    assert friday.period.days == (_SAT, _SUN)
    assert saturday.until == at("2026-03-21 12:00")
    assert saturday.manned is not None
    assert saturday.manned.label == "Sjuksköterska korttid"
    assert friday.alone_until is None
    assert saturday.alone_until is not None
    assert [day.on.day for day in saturday.duty] == [_SAT, _SUN, date(2026, 3, 23)]


def test_what_came_since_friday_stands_apart_from_what_must_be_done_now(house: House) -> None:
    """What nobody has taken must be seen to; what a colleague has is only told of."""
    house.clock.set(_SATURDAY)
    house.take_in(_notice("m-1", 1, MessageKind.ADMINISTRATIVE_MESSAGE))
    house.take_in(_notice("m-2", 2, MessageKind.ADMINISTRATIVE_MESSAGE))
    house.take_in(_notice("m-3", 2, MessageKind.ADMINISTRATIVE_MESSAGE))
    do(house.bo, TakeMessage(message=id_of("m-1")))
    do(house.bo, TakeMessage(message=id_of("m-3")), FinishMessage(message=id_of("m-3")))

    page = house.anna.weekend()

    assert id_of("m-2") in {row.message for row in (*page.must, *page.not_taken)}
    assert [row.message for row in page.came] == [id_of("m-1")]
    assert page.came_done == 1


def test_a_helgbesked_stands_on_the_page_until_both_have_said_so(house: House) -> None:
    """Who lacks a word stands first; who waits for a name next; and it stands in the case's row."""
    case = _case(house, 1)
    decided = DecideWeekend(
        case=case,
        days=(_SAT, _SUN),
        answer=WeekendAnswer.YES,
        earliest=time(13),
        ring="Norr",
        unit_manager="R. Sandin",
    )
    do(house.anna, decided)
    waits = house.anna.weekend()
    do(house.bo, ConfirmWeekend(case=case, side=WeekendSide.LICENSED, name="K. Ek"))
    whole = house.anna.weekend()

    assert [row.case for row in waits.people] == [_case(house, 2), case]
    word = waits.people[1].weekend
    assert word is not None
    assert word.awaited == (WeekendSide.LICENSED,)
    assert case in {row.case for row in waits.homeward}
    said = whole.people[1].weekend
    assert said is not None
    assert (said.awaited, said.licensed) == ((), "K. Ek")
    assert house.is_clean


def test_a_no_keeps_somebody_from_the_list_of_those_who_come_home(house: House) -> None:
    """The hospital may think so; the two who know have said no."""
    house.take_in(
        _notice(
            "soon",
            2,
            MessageKind.EXPECTED_DISCHARGE_NOTICE,
            stay={"stay_ids": ("stay-2",), "expected_discharge": at("2026-03-21 11:00")},
        )
    )
    before = {row.case for row in house.anna.weekend().homeward}
    no = DecideWeekend(
        case=_case(house, 2),
        days=(_SAT,),
        answer=WeekendAnswer.NO,
        text="sängen kommer måndag",
        licensed="K. Ek",
    )
    do(house.anna, no)

    assert _case(house, 2) in before
    assert _case(house, 2) not in {row.case for row in house.anna.weekend().homeward}


def test_lines_go_from_friday_to_saturday_and_what_is_not_done_to_sunday(house: House) -> None:
    """Handed over, taken, handed on: at each step one line is open, and somebody is named."""
    draft = LineDraft(text="Ring om larmet", needs_you=True, case=_case(house, 1))
    done(house.anna.hand_over((draft,)))
    first = _line(house.anna, "Ring om larmet")
    house.clock.set(_SATURDAY)
    do(house.bo, AcceptHandover(shift=first.shift, lines=(first.line,)))
    done(house.bo.hand_over_all(Receiver(role=Role.SHORT_TERM_NURSE)))

    rows = [row for row in house.anna.weekend().handover if row.text == "Ring om larmet"]

    assert first.handed.begins == at("2026-03-21 08:30")
    carried, old = rows
    assert carried.handed.waits
    assert carried.handed.begins == at("2026-03-22 08:30")
    assert carried.handed.line.carried_from == first.line
    assert old.handed.carried_to == carried.line
    assert carried.about is not None
    assert house.is_clean


def test_an_hour_after_the_shift_began_everybody_sees_what_nobody_has_taken(house: House) -> None:
    """Until then it waits quietly; after it, whoever is manned is to take it."""
    done(house.anna.hand_over((LineDraft(text="Ring", needs_you=True),)))
    house.clock.set(at("2026-03-21 09:29"))
    quiet = house.bo.handover_waits()
    house.clock.set(at("2026-03-21 09:30"))
    late = house.bo.handover_waits()

    assert (quiet.needs, quiet.late) == (1, 0)
    assert (late.needs, late.late) == (1, 1)
    assert late.manned is not None
    assert late.manned.label == "Sjuksköterska korttid"
    row = _line(house.anna, "Ring")
    do(house.bo, AcceptHandover(shift=row.shift, lines=(row.line,)))
    assert house.bo.handover_waits().late == 0


def test_a_line_that_nobody_takes_is_shown_days_after(house: House) -> None:
    """It does not fade with its weekend."""
    done(house.anna.hand_over((LineDraft(text="Ring", needs_you=True),)))
    house.clock.set(Instant(_MONDAY + 10 * 24 * HOUR))

    assert "Ring" in _texts(house.bo)
    assert _line(house.bo, "Ring").late


def test_a_question_goes_back_and_forth(house: House) -> None:
    """The receiver asks before she takes it."""
    done(house.anna.hand_over((LineDraft(text="Ring", needs_you=True),)))
    row = _line(house.bo, "Ring")
    do(house.bo, QuestionHandover(shift=row.shift, line=row.line, text="Vem?"))

    asked = _line(house.anna, "Ring")

    assert asked.handed.is_asked
    assert [one.text for one in asked.handed.talk] == ["Vem?"]


def test_all_that_is_mine_goes_to_whoever_takes_up_duty_in_one_act(house: House) -> None:
    """Messages and cases get another owner, each has a line, and one Ctrl+Z brings all back."""
    do(house.anna, TakeMessage(message=id_of("in-1")))
    do(house.anna, TakeCase(case=_case(house, 2)))
    leaving = house.anna.leaving()
    assert (len(leaving.messages), len(leaving.cases)) == (1, 1)
    assert leaving.role is Role.SHORT_TERM_NURSE

    done(house.anna.hand_over_all(Receiver(staff=house.bo.my_id)))

    assert house.anna.leaving().count == 0
    assert house.row(id_of("in-1")).owner == house.bo.my_id
    assert house.case_row(_case(house, 2)).responsible == house.bo.my_id
    assert len(_texts(house.bo)) == 2
    nothing = house.anna.hand_over_all(Receiver(staff=house.bo.my_id))
    assert isinstance(nothing, Refused)
    assert nothing.reason is RefusalReason.NOTHING_TO_HAND_OVER
    done(house.anna.undo())
    assert house.anna.leaving().count == 2
    assert _texts(house.bo) == []


def test_a_call_is_passed_on_and_seen_to_be_taken(house: House) -> None:
    """Trygghetscentralen takes a call for others: it stands in the case, and waits for somebody."""
    house.clock.set(at("2026-03-21 19:00"))
    case = _case(house, 1)
    line = LineDraft(text="Dottern undrar", needs_you=True, is_call=True, case=case)
    done(house.bo.pass_on_call(line, "Dottern", "070-000 00 01"))

    row = _line(house.anna, "Dottern undrar")

    assert row.handed.waits
    assert row.handed.to_words == "Trygghetscentralen"
    page = house.anna.case(case)
    assert page is not None
    assert any(type(entry.body).__name__ == "CallLogged" for entry in page.timeline)
    do(house.anna, AcceptHandover(shift=row.shift, lines=(row.line,)))
    assert _line(house.bo, "Dottern undrar").accepted_by_name == "Anna"


def test_monday_shows_what_the_weekend_did(house: House) -> None:
    """Who came home, what was done, what was left, and the lines with their fates."""
    done(
        house.anna.hand_over(
            (LineDraft(text="Ring", needs_you=True), LineDraft(text="Läs", needs_you=True))
        )
    )
    house.clock.set(_SATURDAY)
    house.take_in(_notice("m-1", 1, MessageKind.ADMINISTRATIVE_MESSAGE))
    do(house.bo, CallHome(case=_case(house, 1), told="Ssk Lind"))
    do(house.bo, NoteHomeReached(case=_case(house, 1)))
    row = _line(house.bo, "Ring")
    do(house.bo, FinishHandover(shift=row.shift, line=row.line))
    house.clock.set(_MONDAY)

    page = house.anna.weekend()

    assert page.before is not None
    assert [one.kind for one in page.did] == [
        DidKind.CAME_HOME,
        DidKind.MESSAGE_LEFT,
        DidKind.LINE_LEFT,
        DidKind.LINE_DONE,
    ]
    house.clock.set(at("2026-03-24 08:00"))
    tuesday = house.anna.weekend()
    assert [one.kind for one in tuesday.did] == []


def test_a_stop_stands_in_the_packet_and_in_what_the_weekend_did(house: House) -> None:
    """The nurse reads on paper what is down; on Monday it is told first; practice never is."""
    for exercise in (False, True):
        stop = house.anna.new_outage()
        facts = {"of": OutageOf.SOURCE, "since": house.clock.now(), "system": "SAMSA"}
        do(house.anna, DeclareOutage(outage=stop, exercise=exercise, **facts))  # type: ignore[arg-type]
    real = next(one.outage for one in house.anna.outages() if not one.exercise)
    words = _packet(house.anna).pdf.decode()
    assert words.count("nere sedan fre 20/3") == 1
    assert "inga blad kvar" in words
    house.clock.set(at("2026-03-22 20:00"))
    do(house.anna, EndOutage(outage=real))
    house.clock.set(_MONDAY)

    page = house.anna.weekend()

    assert page.did[0].kind is DidKind.STOPPED
    assert [one.stop.outage for one in page.did if one.stop is not None] == [real]


def test_a_protected_person_is_named_to_nobody_but_her_own(house: House) -> None:
    """Neither row, nor line, nor packet tells who she is; her helgbesked tells no more than yes."""
    hidden = a_person(4, protection=Protection.SECRECY_MARKING)
    house.take_in(_notice("in-4", 4, person=hidden))
    case = _case(house, 4)
    word = DecideWeekend(
        case=case,
        days=(_SAT,),
        answer=WeekendAnswer.YES_IF,
        text="systern möter",
        ring="Systern",
        licensed="K. Ek",
    )
    do(house.anna, TakeCase(case=case), word)
    done(house.anna.hand_over((LineDraft(text="Ring systern", needs_you=True, case=case),)))

    page, packet = house.bo.weekend(), _packet(house.anna)

    row = next(one for one in page.people if one.case == case)
    assert row.masked
    assert row.weekend is not None
    assert (row.weekend.text, row.weekend.ring) == ("", "")
    assert [one.text for one in page.handover] == [""]
    assert packet.protected
    words = packet.pdf.decode()
    assert "Prov4" not in words
    assert "systern" not in words.lower()
    assert "Prov1 Provsson" in words


def test_words_about_a_protected_person_go_on_with_the_line_and_are_shown_to_nobody(
    house: House,
) -> None:
    """Bo takes a line about her, asks, and leaves: the words reach her own, and no list on the way.

    Anna answers for the case.
    """
    hidden = a_person(4, protection=Protection.SECRECY_MARKING)
    house.take_in(_notice("in-4", 4, person=hidden))
    case = _case(house, 4)
    do(house.anna, TakeCase(case=case))
    draft = LineDraft(text="Ring systern", needs_you=True, case=case)
    done(house.anna.hand_over((draft,)))
    house.clock.set(_SATURDAY)
    (row,) = house.bo.weekend().handover
    do(house.bo, QuestionHandover(shift=row.shift, line=row.line, text="Vilken syster?"))
    do(house.bo, AcceptHandover(shift=row.shift, lines=(row.line,)))
    done(house.bo.hand_over_all(Receiver(role=Role.SHORT_TERM_NURSE)))

    bos = house.bo.weekend().handover

    assert {one.handed.line.text for one in bos} == {""}
    assert {talk.text for one in bos for talk in one.handed.talk} == {""}
    assert [one.text for one in house.anna.weekend().handover] == ["Ring systern"] * 2


def test_the_packet_is_noted_and_an_addition_holds_only_what_is_new(house: House) -> None:
    """Tillägg 1 has the new line, and nothing of what is on paper already."""
    whole = _packet(house.anna)
    assert house.anna.packet_lines(whole.packet) == 0
    nothing = house.anna.make_packet(supplement=True)
    assert isinstance(nothing, Refused)
    assert nothing.reason is RefusalReason.NOTHING_SINCE_PACKET
    house.clock.advance(70)
    done(house.anna.hand_over((LineDraft(text="Ny rad", needs_you=True),)))
    assert house.anna.packet_lines(whole.packet) == 1

    added = _packet(house.anna, supplement=True)

    words = added.pdf.decode()
    assert added.title.startswith("Tillägg 1, 16:10")
    assert "Ny rad" in words
    assert "Prov2 Provsson" not in words
    assert [row.supplement for row in house.anna.packets()] == [1, 0]
    with house.store.reading() as store:
        events = [
            event
            for subject in store.subjects(SubjectKind.ACCESS)
            for event in store.events_of(subject)
        ]
    printed = [
        event.body
        for event in events
        if isinstance(event.body, AccessNoted) and "elgpaket" in event.body.filter
    ]
    assert [one.count for one in printed] == [2, 0]


def test_an_addition_needs_a_packet_to_add_to(house: House) -> None:
    """Nobody gets half a packet by mistake."""
    answer = house.anna.make_packet(supplement=True)

    assert isinstance(answer, Refused)
    assert answer.reason is RefusalReason.NO_PACKET


def test_forms_of_a_packet_are_in_the_register_with_their_numbers(house: House) -> None:
    """Each sheet that leaves the house can be accounted for, blank or filled in."""
    do(house.anna, CallHome(case=_case(house, 1), told="Ssk Lind"))

    _packet(house.anna)

    sheets = house.anna.sheets()
    assert sheets
    assert len({row.number for row in sheets}) == len(sheets)
    assert {row.case for row in sheets if not row.blank} <= {_case(house, 1)}


def test_an_old_packet_is_to_be_shredded_and_is_ticked_off(house: House) -> None:
    """When its time has ended it lies about until somebody says that it is gone."""
    packet = _packet(house.anna).packet
    assert house.anna.weekend().to_shred == 0
    house.clock.set(_MONDAY)
    assert house.anna.weekend().to_shred == 1

    do(house.bo, ShredPacket(packet=packet))

    assert house.anna.weekend().to_shred == 0
    (row,) = house.anna.packets()
    assert row.shredded_at == _MONDAY


def test_who_goes_to_a_short_stay_is_told_of(house: House) -> None:
    """Coming to korttid is another thing than coming home."""
    do(house.anna, SetDestination(case=_case(house, 2), destination=Destination.SHORT_TERM))

    assert [row.case for row in house.anna.weekend().to_short_term] == [_case(house, 2)]


def test_a_rebuild_shows_the_same_page(house: House) -> None:
    """What is on the page stands in the ledger, all of it."""
    do(house.anna, AddStaff(staff=UUID(int=0xC0), name="K. Ek", role=Role.LICENSED_STAFF))
    done(house.anna.hand_over((LineDraft(text="Ring", needs_you=True), LineDraft(text="Läs"))))
    _packet(house.anna)
    before = house.anna.weekend()

    rebuild(house.anna)

    assert house.anna.weekend() == before
    assert house.is_clean
