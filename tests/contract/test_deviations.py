"""Reports of deviations on a real store: from what a case knows to the answer, and counts."""

from datetime import date, time
from typing import Any
from uuid import UUID

import pytest
from msgspec.structs import replace

from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.clocks import CaseClock, ClockGap
from kontaktpunkt.domain.commands import (
    AnswerDeviationReport,
    ChangeSetting,
    FollowUpDeviation,
    JoinCases,
    NoteDeviation,
    NoteDeviationArrived,
    NoteSheetNotOnPaper,
    SendDeviationReport,
    TakeBack,
    TakeCase,
    WithdrawDeviationReport,
    WriteDeviationReport,
)
from kontaktpunkt.domain.events.deviation import DataConsent, DeviationContent, SendingWay
from kontaktpunkt.domain.figures.spell import Period
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import DeviationStage
from kontaktpunkt.usecases.at_desk import StaffDesk
from kontaktpunkt.usecases.deviations.rows import DeviationCard, DeviationRow, DeviationStart
from kontaktpunkt.usecases.ports import Store
from samples import House, a_house, a_notice, a_person, do, hours

_TODAY = date(2026, 3, 24)
_MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))
_LIMIT = ChangeSetting(key="deviation_answer", value='{"count":60,"unit":"days"}')
_AT = ChangeSetting(key="deviation_address", value='"Samverkan, Box 1, 531 00 Almby"')
_CONTENT = DeviationContent(
    counterpart="Sjukhuset",
    counterpart_unit="Avd 3",
    address="Box 1",
    points=("late_admission_notice",),
    description="Inskrivningsmeddelandet kom ett dygn sent.",
    happened_on=_TODAY,
)


@pytest.fixture
def house(store: Store) -> House:
    """Give a house where one person was admitted, and answers are due in 60 days."""
    house = a_house(store)
    house.take_in(a_notice(person=a_person(1)))
    do(house.anna, _LIMIT, _AT)
    return house


def _case(house: House) -> UUID:
    (row,) = house.bo.in_hospital()
    return row.case


def _write(desk: StaffDesk, case: UUID | None = None, **more: Any) -> UUID:
    report = desk.new_deviation()
    content = replace(_CONTENT, **more)
    do(desk, WriteDeviationReport(deviation_report=report, content=content, case=case))
    return report


def _send(desk: StaffDesk, report: UUID) -> None:
    do(desk, SendDeviationReport(deviation_report=report, way=SendingWay.POST, address="Box 1"))


def _answer(desk: StaffDesk, report: UUID, on: date) -> None:
    do(desk, AnswerDeviationReport(deviation_report=report, answered_on=on, cause="bemanning"))


def _card(desk: StaffDesk, report: UUID) -> DeviationCard:
    card = desk.deviation(report)
    assert card is not None
    return card


def _start(desk: StaffDesk, case: UUID | None, noted: UUID | None = None) -> DeviationStart:
    start = desk.deviation_start(case, noted)
    assert isinstance(start, DeviationStart)
    return start


def _paper(desk: StaffDesk, report: UUID) -> str:
    made = desk.deviation_paper(report)
    assert not isinstance(made, Refused)
    return made.pdf.decode()


def _accesses(house: House) -> int:
    with house.store.reading() as store:
        return sum(1 for _ in store.subjects(SubjectKind.ACCESS))


def _clocks(house: House, case: UUID) -> list[CaseClock]:
    page = house.anna.case(case)
    assert page is not None
    return [clock for clock in page.clocks if clock.kind is ClockKind.DEVIATION_ANSWER]


def test_a_new_report_knows_what_the_case_knows(house: House) -> None:
    """Hospital, ward, who writes and where it is sent are filled in; the words are not guessed."""
    start = _start(house.anna, _case(house))

    content = start.content
    assert (content.counterpart, content.counterpart_unit) == ("Sjukhuset", "Avd 3")
    assert (content.reporter, content.role) == ("Anna", "kontaktpunkt")
    assert content.address == "Samverkan, Box 1, 531 00 Almby"
    assert (content.points, content.description) == ((), "")
    assert start.name == "Prov1 Provsson"


def test_a_time_that_the_region_did_not_keep_is_proposed(house: House) -> None:
    """The admission notice came two days after the admission: the report says so from the start."""
    stay = {"stay_ids": ("s-2",), "admitted_at": hours(-60)}
    house.take_in(a_notice(id="late", person=a_person(2), stay=stay))
    case = next(row.case for row in house.anna.in_hospital() if row.name.startswith("Prov2"))

    start = _start(house.anna, case)

    assert start.content.points == ("late_admission_notice",)
    assert [clock.kind for clock in start.broken] == [ClockKind.ADMISSION_NOTICE]
    assert start.content.happened_on == date(2026, 3, 22)


def test_the_phone_and_address_of_the_last_report_are_there_again(house: House) -> None:
    """Nobody types the number of the office twice."""
    _write(house.anna, phone="0510-77 00 10", address="Box 7", unit="Kontaktpunkten")

    content = _start(house.anna, _case(house)).content

    assert (content.phone, content.address) == ("0510-77 00 10", "Box 7")


def test_what_was_noted_in_the_case_becomes_the_report(house: House) -> None:
    """Noted with A at eight, written at lunch: one deviation with one clock, not two."""
    case = _case(house)
    do(house.anna, NoteDeviation(case=case, code="aids", text="ingen rullstol"))
    (noted,) = _clocks(house, case)

    (waits,) = house.anna.deviations().noted
    assert (waits.deviation, waits.code, waits.name) == (noted.deviation, "aids", "Prov1 Provsson")
    assert house.anna.deviation_standing().ours == 1

    start = _start(house.anna, case, noted.deviation)
    assert (start.content.points, start.content.description) == (("aids",), "ingen rullstol")
    report = house.anna.new_deviation()
    do(
        house.anna,
        WriteDeviationReport(
            deviation_report=report, content=start.content, case=case, noted=noted.deviation
        ),
    )
    (unsent,) = _clocks(house, case)
    assert house.anna.deviations().noted == ()
    _send(house.anna, report)
    (sent,) = _clocks(house, case)

    assert (unsent.report, unsent.gap) == (report, ClockGap.NOT_SENT)
    assert sent.due_day == date(2026, 5, 23)
    assert house.is_clean


def test_a_report_goes_from_written_to_followed_up(house: House) -> None:
    """To send, waited for, answered, done; in the list each time where it belongs."""
    case = _case(house)
    report = _write(house.anna, case)
    assert [row.report for row in house.bo.deviations().to_send] == [report]
    _send(house.anna, report)
    (row,) = house.bo.deviations().awaiting
    assert (row.due, row.name) == (date(2026, 5, 23), "Prov1 Provsson")
    house.clock.advance(2 * 24 * 60)
    do(house.anna, NoteDeviationArrived(deviation_report=report, received_on=date(2026, 3, 26)))
    assert house.bo.deviations().awaiting[0].due == date(2026, 5, 25)
    assert _clocks(house, case)[0].due_day == date(2026, 5, 25)
    _answer(house.bo, report, date(2026, 3, 26))
    assert house.anna.deviation_standing().ours == 1
    do(house.anna, FollowUpDeviation(deviation_report=report, text="ny rutin på avdelningen"))

    page = house.anna.deviations()
    assert [row.stage for row in page.done] == [DeviationStage.DONE]
    assert _card(house.anna, report).followed_up is not None
    assert _clocks(house, case)[0].stopped_at is not None
    assert house.is_clean


def test_a_late_answer_is_counted_and_owed_by_the_other_side(house: House) -> None:
    """The day after its day the answer is late; what we have to do is none of it."""
    report = _write(house.anna)
    _send(house.anna, report)
    house.clock.advance(61 * 24 * 60)

    page, standing = house.anna.deviations(), house.anna.deviation_standing()

    assert page.late(house.anna.today()) == 1
    assert (standing.ours, standing.late) == (0, 1)


def test_one_without_a_case_is_about_nobody(house: House) -> None:
    """A thing that happens again and again goes up without any patient."""
    report = _write(house.anna)

    row = _card(house.anna, report).row

    assert (row.case, row.person, row.name) == (None, None, "")
    assert "Prov1" not in _paper(house.anna, report)


@pytest.mark.parametrize(
    ("consent", "stands"),
    [(DataConsent.YES, True), (DataConsent.NO, False), (DataConsent.NOT_ASKED, False)],
)
def test_the_name_goes_along_with_consent_only(
    house: House, consent: DataConsent, *, stands: bool
) -> None:
    """Asked and yes: name and number on the form. No, or not asked: neither."""
    report = _write(house.anna, _case(house), consent=consent)

    paper = _paper(house.anna, report)

    assert ("Prov1 Provsson" in paper) is stands
    assert (a_person(1).numbers[0].value[-4:] in paper) is stands
    assert "Hittepågatan" not in paper
    assert "Inskrivningsmeddelandet kom ett dygn sent." in paper


def test_who_writes_is_warned_when_the_text_tells_the_name(house: House) -> None:
    """The name stands in the words though she was never asked: no paper, and the part is named."""
    text = "Provsson kom hem utan medel"
    report = _write(house.anna, _case(house), description=text, action="ringde 070-000 00 01")

    assert _card(house.anna, report).telling == ("description", "action")
    refused = Refused(reason=RefusalReason.TELLS_WITHOUT_CONSENT)
    assert house.anna.deviation_paper(report) == refused
    assert house.anna.issue_deviation(report, saved=True) == refused
    asked = replace(_CONTENT, description=text, consent=DataConsent.YES)
    assert house.anna.deviation_telling(_case(house), asked) == ()


def test_who_is_not_shown_a_report_does_not_write_it_anew(house: House) -> None:
    """Bo answers for her; Anna, who sees none of his words, would put her own in their place."""
    secret = a_person(5, protection=Protection.SECRECY_MARKING)
    house.take_in(a_notice(MessageKind.ADMISSION_NOTICE, id="hers", person=secret))
    case = next(row.case for row in house.anna.in_hospital() if row.masked)
    do(house.bo, TakeCase(case=case))
    report = house.bo.new_deviation()
    write = WriteDeviationReport(deviation_report=report, case=case, content=_CONTENT)
    do(house.bo, write)

    answer = house.anna.act(replace(write, content=replace(_CONTENT, description="Annat.")))

    assert answer == Refused(reason=RefusalReason.NOT_YOURS_TO_SEE)
    card = house.bo.deviation(report)
    assert card is not None
    assert card.content.description == _CONTENT.description


def test_a_protected_person_is_never_on_the_paper(house: House) -> None:
    """Not by consent, not by a slip in the text; and only who answers for the case sees whom."""
    hidden = a_person(5, protection=Protection.SECRECY_MARKING)
    house.take_in(a_notice(id="p", person=hidden, stay={"stay_ids": ("s-5",)}))
    case = next(row.case for row in house.anna.in_hospital() if row.masked)
    do(house.bo, TakeCase(case=case))
    report = _write(house.bo, case, consent=DataConsent.YES)

    assert "Prov5" not in _paper(house.bo, report)
    seen, mine = _card(house.anna, report), _card(house.bo, report)
    assert (seen.row.masked, seen.row.name, seen.content.description) == (True, "", "")
    assert mine.row.name == "Prov5 Provsson"
    refused = house.anna.deviation_paper(report)
    assert isinstance(refused, Refused)
    assert refused.reason is RefusalReason.NOT_YOURS_TO_SEE
    slip = _write(house.bo, case, description="Prov5 väntade i hallen")
    told = house.bo.deviation_paper(slip)
    assert isinstance(told, Refused)
    assert told.reason is RefusalReason.TELLS_OF_PROTECTED
    listed, _ = house.bo.deviation_list()
    assert listed.protected
    assert b"Prov5" not in listed.pdf
    assert _start(house.anna, case).content.counterpart == ""


def test_the_form_gets_a_number_that_stands_in_the_register(house: House) -> None:
    """Printed once more it gets another number: both stand in the register and on the card."""
    report = _write(house.anna, _case(house))

    for _ in range(2):
        made = house.anna.issue_deviation(report, saved=True)
        assert not isinstance(made, Refused)

    sheets = house.anna.sheets()
    assert [row.form for row in sheets] == ["R12", "R12"]
    assert _card(house.anna, report).papers == tuple(row.number for row in reversed(sheets))
    assert _card(house.anna, report).row.stage is DeviationStage.TO_SEND
    assert house.is_clean


def test_a_form_that_never_came_out_is_made_again_with_the_reports_own_words(
    house: House,
) -> None:
    """The printer failed: the same number, and what the report says, not what the case would."""
    report = _write(house.anna, _case(house))
    made = house.anna.issue_deviation(report, saved=False)
    assert not isinstance(made, Refused)
    (sheet,) = made.sheets
    further = house.anna.paper_again(sheet.sheet)
    assert isinstance(further, Refused)
    do(house.anna, NoteSheetNotOnPaper(sheet=sheet.sheet))

    again = house.anna.paper_again(sheet.sheet)

    assert not isinstance(again, Refused)
    assert again.sheets[0].number == sheet.number
    assert "Inskrivningsmeddelandet kom ett dygn sent." in again.pdf.decode()
    assert "Prov1 Provsson" not in again.pdf.decode()


def test_a_withdrawn_report_waits_for_nothing_and_undo_brings_it_back(house: House) -> None:
    """Written about the wrong ward: withdrawn with the reason, and undone when that was wrong."""
    case = _case(house)
    report = _write(house.anna, case)
    wish = WithdrawDeviationReport(deviation_report=report, reason="fel avdelning")
    act = do(house.anna, wish).act
    assert (_clocks(house, case), house.anna.deviations().to_send) == ([], ())

    do(house.anna, TakeBack(act=act))

    assert len(house.anna.deviations().to_send) == 1
    assert len(_clocks(house, case)) == 1
    assert house.is_clean


def test_what_a_colleague_built_on_is_not_undone_beneath_her(house: House) -> None:
    """Anna wrote, Bo sent: the writing stands, and each takes back her own from the end."""
    case = _case(house)
    report = house.anna.new_deviation()
    wish = WriteDeviationReport(deviation_report=report, content=_CONTENT, case=case)
    written = do(house.anna, wish).act
    _send(house.bo, report)

    refused = house.anna.act(TakeBack(act=written))
    assert isinstance(refused, Refused)
    assert refused.reason is RefusalReason.DEVIATION_WENT_ON
    assert not isinstance(house.bo.undo(), Refused)
    do(house.anna, TakeBack(act=written))

    assert tuple(house.anna.deviations()) == ()
    assert _clocks(house, case) == []
    assert house.is_clean


def test_a_report_stands_when_the_note_it_grew_from_is_taken_back(house: House) -> None:
    """Noted by Anna, reported by Bo, and then Anna regrets her note: the report is still due."""
    case = _case(house)
    act = do(house.anna, NoteDeviation(case=case, code="aids")).act
    (noted,) = house.bo.deviations().noted
    report = house.bo.new_deviation()
    wish = WriteDeviationReport(
        deviation_report=report, content=_CONTENT, case=case, noted=noted.deviation
    )
    do(house.bo, wish)

    do(house.anna, TakeBack(act=act))

    (clock,) = _clocks(house, case)
    assert (clock.report, clock.about) == (report, "late_admission_notice")
    assert house.is_clean


def test_of_two_cases_that_are_one_the_report_belongs_to_both(house: House) -> None:
    """Noted in the one, reported from the other after they were joined: one clock, one person."""
    house.take_in(a_notice(id="other", person=a_person(1), stay={"stay_ids": ("t-1",)}))
    one, other = (row.case for row in house.anna.in_hospital())
    do(house.anna, NoteDeviation(case=other, code="aids"))
    do(house.anna, JoinCases(case=one, other_case=other))
    (noted,) = house.anna.deviations().noted
    report = house.anna.new_deviation()
    wish = WriteDeviationReport(
        deviation_report=report, content=_CONTENT, case=noted.case, noted=noted.deviation
    )
    do(house.anna, wish)
    _send(house.anna, report)

    (row,) = house.anna.deviations().awaiting
    assert row.name == "Prov1 Provsson"
    assert [clock.due_day for clock in _clocks(house, row.case or one)] == [row.due]
    assert house.anna.deviations().noted == ()
    assert house.is_clean


def test_what_was_followed_up_long_ago_is_counted_and_not_listed(house: House) -> None:
    """Four months later the list is short; the counts of its period still have it."""
    report = _write(house.anna)
    _send(house.anna, report)
    do(house.anna, FollowUpDeviation(deviation_report=report, text="inget svar"))
    house.clock.advance(120 * 24 * 60)

    assert tuple(house.anna.deviations()) == ()
    assert house.anna.deviation_counts(_MARCH).every.reports == (report,)


def test_what_is_read_is_noted(house: House) -> None:
    """Who opens the report of a person is in the access log; the list is noted with its count."""
    report = _write(house.anna, _case(house))
    house.clock.advance(60)
    before = _accesses(house)

    _card(house.bo, report)
    house.bo.deviations()

    assert _accesses(house) - before == 2


def test_reports_are_counted_by_point_and_counterpart(house: House) -> None:
    """Two points of one report count once each, the report once; the withdrawn not at all."""
    first = _write(house.anna, points=("aids", "transport"))
    second = _write(house.anna, points=("aids",), counterpart="Vårdcentralen", counterpart_unit="")
    _send(house.anna, first)
    _send(house.anna, second)
    _answer(house.anna, second, _TODAY)
    gone = _write(house.anna, points=("aids",))
    do(house.anna, WithdrawDeviationReport(deviation_report=gone, reason="fel"))
    _write(house.anna, points=("aids",), happened_on=date(2026, 2, 28))

    counts = house.anna.deviation_counts(_MARCH)

    assert set(counts.every.reports) == {first, second}
    assert [(one.point, len(one.reports)) for one in counts.by_point] == [
        ("aids", 2),
        ("transport", 1),
    ]
    assert {one.counterpart: one.reports for one in counts.by_counterpart} == {
        "Sjukhuset, Avd 3": (first,),
        "Vårdcentralen": (second,),
    }
    assert counts.by_point[0].answered == (second,)
    assert len(counts.by_both) == 3
    behind = house.anna.deviations_behind(counts.by_point[0].reports, "avvikelser: hjälpmedel")
    assert [row.report for row in behind] == [first, second]


def test_an_answer_after_its_day_is_counted_late_for_good(house: House) -> None:
    """Answered ten weeks later: answered, and late."""
    report = _write(house.anna)
    _send(house.anna, report)
    house.clock.advance(70 * 24 * 60)
    _answer(house.anna, report, house.anna.today())

    assert house.anna.deviation_counts(_MARCH).every.late == (report,)


def test_the_list_on_paper_says_who_owes_an_answer(house: House) -> None:
    """What is to send and what is waited for, with the last day and room to write in."""
    _send(house.anna, _write(house.anna, _case(house), happened_time=time(21, 40)))

    paper, count = house.anna.deviation_list()
    text = paper.pdf.decode()

    assert count == 1
    for words in ("Väntar på svar (1)", "Sjukhuset, Avd 3", "05-23", "Prov1 Provsson"):
        assert words in text


def test_who_has_left_can_still_be_written_about(house: House) -> None:
    """The case is closed when the epicrisis is missed: the report belongs to it all the same."""
    out = {"discharged_at": hours(-1)}
    case = _case(house)
    house.take_in(a_notice(MessageKind.DISCHARGE_NOTICE, stay=out))

    report = _write(house.anna, case, points=("epicrisis_missing",))

    row: DeviationRow = _card(house.anna, report).row
    assert row.case == case
    assert house.is_clean
