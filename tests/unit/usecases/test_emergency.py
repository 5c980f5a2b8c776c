"""A 23-timmars matter at a desk: from a phone call to how it ended, on top wherever one looks."""

from uuid import UUID

from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.commands import (
    ChangeSetting,
    CorrectCaseKind,
    DecidePrimaryCare,
    NoteEmergencyOutcome,
    NotePatientContact,
    TickStep,
)
from kontaktpunkt.domain.events.care_request import PrimaryCareDecision
from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.events.emergency import (
    CaseKindCorrected,
    EmergencyOutcome,
    PatientContacted,
)
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.notice import StayFacts
from kontaktpunkt.domain.paper.printout import PrintFoot
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.usecases.case_lines.emergency import EmergencyPage
from kontaktpunkt.usecases.rows import CasePage, InboxQuery, InboxRow
from kontaktpunkt.usecases.showing import todays_list
from samples import (
    NOW,
    House,
    a_house,
    a_notice,
    a_person,
    an_entry,
    do,
    done,
    hours,
)

K = MessageKind
THE_CALL = StayFacts(
    hospital="SÄS", ward="Akuten", ward_phone="033-00 00 00", admitted_at=hours(-2)
)


def _called(profile: str = "sodra-alvsborg") -> tuple[House, UUID]:
    """Give a house with others in hospital, to which the emergency ward has just rung."""
    house = a_house(profile=profile)
    house.take_in(
        a_notice(id="m", person=a_person(2), stay={"stay_ids": ("stay-2",)}),
        a_notice(K.READINESS_NOTICE, id="r", person=a_person(2), stay={"stay_ids": ("stay-2",)}),
    )
    entered = done(house.anna.enter(an_entry(K.EMERGENCY_STAY_NOTICE, stay=THE_CALL)))
    (case,) = entered.changed.cases
    return house, case


def _page(house: House, case: UUID) -> EmergencyPage:
    page = house.anna.case(case)
    assert page is not None
    assert page.emergency is not None
    return page.emergency


def test_a_phone_call_makes_a_case_whose_clock_runs() -> None:
    """Nothing but the call is needed: 23 hours from when she came, and nobody has reached her."""
    house, case = _called()

    page = _page(house, case)
    line = house.case_row(case).emergency

    assert page.span.due_at == hours(21)
    assert page.first_contact is None
    assert line is not None
    assert (line.due_at, line.contacted_at, line.tries) == (hours(21), None, 0)
    assert len(page.steps) == 4
    assert house.is_clean


def test_she_stands_on_top_wherever_one_looks() -> None:
    """In the inbox, on the list, on paper, and among what a search finds."""
    house, case = _called()

    rows = house.anna.in_hospital()
    foot = PrintFoot(printed_at="", printed_by="")
    paper = todays_list.document(rows, foot, NOW)

    assert rows[0].case == case
    assert house.anna.search("prov").cases[0].case == case
    assert house.anna.inbox(InboxQuery(), 0, 9).rows[0].case == case
    assert paper.groups[0].title == "23-timmars (1)"
    assert "ingen kontakt än" in paper.groups[0].rows[0][5]


def test_the_contact_is_stamped_and_a_try_is_not_one() -> None:
    """Who, when, and on whose word; the line says that nobody has reached her until then."""
    house, case = _called()

    do(house.anna, NotePatientContact(case=case, answered=False))
    tried = house.case_row(case).emergency
    word = OnWord(name="M. Holm")
    do(house.anna, NotePatientContact(case=case, at=hours(-0.1), on_word=word))
    reached = house.case_row(case).emergency

    assert tried is not None
    assert reached is not None
    assert (tried.contacted_at, tried.tries) == (None, 1)
    assert reached.contacted_at == hours(-0.1)
    contact = _page(house, case).first_contact
    assert contact is not None
    assert contact.on_word == word
    assert house.is_clean


def test_a_part_is_ticked_on_the_word_of_who_did_it() -> None:
    """The parts of the routine are steps like others, with name and time."""
    house, case = _called()

    step = _page(house, case).steps[2]
    do(house.anna, TickStep(case=case, step=step.key, on_word=OnWord(name="Petra")))

    page = house.anna.case(case)
    assert page is not None
    assert [(one.step, one.done) for one in page.steps] == [("emergency_regional_care", True)]


def test_the_joint_decision_needs_both_names() -> None:
    """Enrolment is decided together: one name is not enough, two are kept with the decision."""
    house, case = _called()
    wish = DecidePrimaryCare(case=case, decision=PrimaryCareDecision.ENROLLED, ours="K. Ek")

    refused = house.anna.act(wish)
    assert isinstance(refused, Refused)
    assert refused.reason is RefusalReason.BOTH_NAMES
    assert _page(house, case).decision is None

    both = DecidePrimaryCare(
        case=case, decision=PrimaryCareDecision.NOT_ENROLLED, ours="K. Ek", theirs="P. Åhs"
    )
    do(house.anna, both)
    decision = _page(house, case).decision
    assert decision is not None
    assert (decision.body.ours, decision.body.theirs) == ("K. Ek", "P. Åhs")


def test_who_went_home_is_on_no_list_and_can_be_there_still() -> None:
    """Home closes the case; one key brings her back on top, and so does undo."""
    house, case = _called()
    do(house.anna, NoteEmergencyOutcome(case=case, outcome=EmergencyOutcome.HOME))
    gone = house.case_row(case)
    assert (gone.is_open, gone.in_hospital) == (False, False)
    assert all(house.row(each.message).priority == 1 for each in _messages(house, case))

    do(house.anna, NoteEmergencyOutcome(case=case, outcome=EmergencyOutcome.STILL_THERE))
    back = house.case_row(case)
    assert (back.is_open, back.in_hospital) == (True, True)
    assert all(house.row(each.message).priority == 0 for each in _messages(house, case))
    done(house.anna.undo())
    assert not house.case_row(case).in_hospital
    assert house.is_clean


def _messages(house: House, case: UUID) -> tuple[InboxRow, ...]:
    page = house.anna.case(case)
    assert page is not None
    return page.messages


def test_an_admission_after_all_makes_it_a_stay_with_its_own_clocks() -> None:
    """Noted as admitted she waits for the notice; when it comes, the rules of a stay begin."""
    house, case = _called()
    do(house.anna, NoteEmergencyOutcome(case=case, outcome=EmergencyOutcome.ADMITTED))
    waiting = house.case_row(case)
    assert (waiting.is_open, waiting.in_hospital) == (True, True)
    assert waiting.case_kind is CaseKind.EMERGENCY_STAY
    before = house.anna.case(case)
    assert before is not None
    assert _kinds(before) == {ClockKind.EMERGENCY_STAY}

    house.take_in(a_notice(id="adm", stay={"stay_ids": (), "admitted_at": hours(-1)}))
    after = house.anna.case(case)
    assert after is not None
    assert after.row.case_kind is CaseKind.INPATIENT
    assert after.emergency is None
    assert ClockKind.EMERGENCY_STAY not in _kinds(after)
    assert ClockKind.READINESS not in _kinds(after)
    assert house.is_clean


def _kinds(page: CasePage) -> set[ClockKind]:
    return {clock.kind for clock in page.clocks}


def test_a_case_opened_as_the_wrong_kind_is_corrected_with_history() -> None:
    """It loses its place on top, keeps all that was done, and can become what it was again."""
    house, case = _called()
    do(house.anna, NotePatientContact(case=case))
    wrong = CorrectCaseKind(case=case, case_kind=CaseKind.MATTER, reason="Gällde en annan")
    do(house.anna, wrong)

    row = house.case_row(case)
    assert (row.case_kind, row.in_hospital, row.emergency) == (CaseKind.MATTER, False, None)
    page = house.anna.case(case)
    assert page is not None
    told = {type(entry.body) for entry in page.timeline}
    assert {PatientContacted, CaseKindCorrected} <= told
    assert all(house.row(each.message).priority == 1 for each in page.messages)
    done(house.anna.undo())
    assert house.case_row(case).in_hospital


def test_the_protected_one_is_masked_in_the_panel_too() -> None:
    """Whom somebody spoke with, and what was said, could tell who she is."""
    house, case = _called()
    protected = a_person(1, protection=Protection.SECRECY_MARKING)
    house.take_in(
        a_notice(K.ADMINISTRATIVE_MESSAGE, id="p", person=protected, stay={"stay_ids": ()})
    )
    wish = NotePatientContact(
        case=case, counterpart="Dottern Eva", phone="070-000 00 00", text="Bor i Ekås"
    )
    do(house.anna, wish)

    shown = house.bo.case(case)
    assert shown is not None
    assert shown.row.masked
    assert shown.emergency is not None
    (contact,) = shown.emergency.contacts
    assert (contact.counterpart, contact.phone, contact.text) == ("", "", "")


def test_who_takes_it_is_told_without_any_case() -> None:
    """While the caller is still there the form says who takes it after hours."""
    house = a_house(profile="sodra-alvsborg")
    do(house.anna, ChangeSetting(key="office_hours", value='{"weekday": ["07:00-16:30"]}'))

    duty = house.anna.emergency_duty()

    assert [watch.is_unmanned for watch in duty.watches] == [False, True]
    assert duty.manager is None
