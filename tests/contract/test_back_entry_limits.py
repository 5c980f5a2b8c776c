"""Back-entry on a real store at its edges: protection, practice, checks, numbers, other forms."""

from uuid import UUID

import pytest

from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.events.outage import OutageOf
from kontaktpunkt.domain.message_kind import Change, MessageKind
from kontaktpunkt.domain.paper.sheet_number import NumberFlaw, make
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.states import SheetStage
from kontaktpunkt.usecases.back_entry.rows import SheetEntry
from kontaktpunkt.usecases.desk import IssuedPaper
from kontaktpunkt.usecases.outages.rows import OutageSheetLine
from kontaktpunkt.usecases.ports import Store
from samples import House, a_house, a_notice, a_person, a_round, do, done, hours, id_of
from written_papers import TOLD, a_sheet, enter, page_of, state_of

R = RefusalReason
K = MessageKind


@pytest.fixture
def house(store: Store) -> House:
    """Give a house where SAMSA is down."""
    return a_house(store)


def _refusal(house: House, sheet: UUID, **written: str) -> Refused:
    answer = house.anna.enter_sheet(
        SheetEntry(sheet=sheet, values={**TOLD, **written}, at=hours(-0.5))
    )
    assert isinstance(answer, Refused), answer
    return answer


@pytest.mark.parametrize(
    ("written", "why", "label"),
    [
        ({"admitted_on": "31/2"}, R.FIELD_NOT_UNDERSTOOD, "Inskriven, datum"),
        ({"admitted_time": "2575"}, R.FIELD_NOT_UNDERSTOOD, "Klockan"),
        ({"call_date": "2026-03-25"}, R.FIELD_IN_FUTURE, "Klockan"),
        ({"call_date": "i förrfjol"}, R.FIELD_NOT_UNDERSTOOD, "Datum"),
        (
            {"expected_discharge": "nästa vecka"},
            R.FIELD_NOT_UNDERSTOOD,
            "Beräknad utskrivning, datum",
        ),
        ({"person_number": "18900102-9800"}, R.FIELD_BAD_NUMBER, "Personnummer eller reservnummer"),
        ({"person_number": "", "name": ""}, R.FIELD_MISSING, "Personnummer eller reservnummer"),
    ],
)
def test_what_is_wrong_is_told_by_the_label_of_its_field(
    house: House, written: dict[str, str], why: RefusalReason, label: str
) -> None:
    """An impossible day, a time to come, a wrong number: which field, and what stood there."""
    sheet = a_sheet(house, "R2")

    refused = _refusal(house, sheet, **written)

    assert refused.reason is why
    assert refused.values[0] == label
    assert not page_of(house, sheet).is_entered
    values = {**TOLD, **written}
    kept = SheetEntry(sheet=sheet, values=values, at=hours(-0.5), as_it_stands=True)
    done(house.anna.enter_sheet(kept))
    page = page_of(house, sheet)
    assert {key: value for key, value in values.items() if value} == page.values
    unread = 0 if why is R.FIELD_MISSING else 1  # where nothing stands nothing is unreadable
    assert len(page.not_understood) == unread
    assert house.is_clean


def test_a_paper_that_names_nobody_is_kept_whole_all_the_same(house: House) -> None:
    """What cannot be placed waits as not read, and becomes a message once the number is known."""
    sheet = a_sheet(house, "R2")
    values = {**TOLD, "person_number": "oläsligt", "name": ""}
    done(
        house.anna.enter_sheet(
            SheetEntry(sheet=sheet, values=values, at=hours(-0.5), as_it_stands=True)
        )
    )
    assert page_of(house, sheet).messages == ()
    assert [row.message for row in house.anna.set_aside_rows()] == [page_of(house, sheet).set_aside]

    enter(house, sheet)

    assert len(page_of(house, sheet).messages) == 1
    assert len(page_of(house, sheet).earlier) == 1


@pytest.mark.parametrize(
    ("form", "written", "kinds"),
    [
        (
            "R3",
            {"expected_new": "2026-03-28", "why_changed": "Feber"},
            [K.EXPECTED_DISCHARGE_NOTICE],
        ),
        (
            "R5",
            {"withdrawn_date": "24/3", "withdrawn_time": "0810"},
            [K.READINESS_WITHDRAWN_NOTICE],
        ),
        ("R7", {"left_date": "2026-03-24", "left_time": "0800"}, [K.DISCHARGE_NOTICE]),
        (
            "R7",
            {"left_date": "2026-03-24", "left_to": "Hemmet", "medicines": "2 dygn"},
            [K.DISCHARGE_NOTICE, K.DISCHARGE_INFORMATION],
        ),
        (
            "R8",
            {"meeting_date": "2026-03-26", "meeting_time": "1300", "place": "Teams"},
            [K.PLAN_SUMMONS],
        ),
    ],
)
def test_each_form_told_by_phone_is_the_messages_that_it_stands_for(
    house: House, form: str, written: dict[str, str], kinds: list[MessageKind]
) -> None:
    """R3, R5, R7 and R8 of somebody in hospital: on her case, on the caller's word."""
    enter(house, a_sheet(house, "R2"), expected_discharge="2026-03-27")
    sheet = a_sheet(house, form)

    enter(house, sheet, **written)

    page = page_of(house, sheet)
    taken = [state_of(house, message).taken_in for message in page.messages]
    assert [one.message_kind for one in taken if one] == kinds
    assert {one.on_word for one in taken if one} == {
        OnWord(name="Åsa Öberg, ssk", phone="0500-00 00 00")
    }
    assert page.case == page_of(house, sheet).case
    text = "\n".join(one.conversation.text for one in taken if one)
    for key in ("why_changed", "medicines"):
        assert written.get(key, "") in text
    row = house.case_row(page.case)
    if form == "R8":
        assert row.homecoming.summons.meeting_at == hours(52 + 1 / 3)
    if form == "R7":
        assert row.discharged_at is not None
    assert house.is_clean


def test_another_person_on_the_second_entry_leaves_the_first_without_it(house: House) -> None:
    """A wrong number put right: the message is hers, and nothing of it stays with the other."""
    sheet = a_sheet(house, "R2")
    wrong = a_person(2).numbers[0].value
    enter(house, sheet, person_number=wrong, name="Fel Person", expected_discharge="27/3")
    first = page_of(house, sheet)

    enter(house, sheet, expected_discharge="27/3")

    page = page_of(house, sheet)
    assert page.case != first.case
    assert house.case_row(page.case).in_hospital
    assert not house.case_row(first.case).in_hospital
    taken = state_of(house, page.messages[0]).taken_in
    assert taken is not None
    assert taken.change is Change.CORRECTION


def test_a_protected_person_is_shown_to_who_answers_for_her(house: House) -> None:
    """Bo takes her case; Anna, who entered the paper, sees neither name nor what stood on it."""
    secret = a_person(1, protection=Protection.SECRECY_MARKING)
    house.take_in(a_notice(K.ADMISSION_NOTICE, id="in", person=secret))
    sheet = a_sheet(house, "R5")
    enter(house, sheet, ready_date="2026-03-24", ready_time="0800")
    do(house.bo, c.TakeMessage(message=id_of("in")))

    hidden = page_of(house, sheet)
    seen = house.bo.sheet_entry(sheet)

    assert hidden.masked
    assert (hidden.name, dict(hidden.values), hidden.text, hidden.for_whom) == ("", {}, "", None)
    assert seen is not None
    assert (seen.masked, seen.name) == (False, "Prov1 Provsson")
    assert seen.values["free_text"] == "Dottern vet"
    late = a_notice(K.READINESS_NOTICE, id="late", person=secret, sent_at=hours(0))
    house.take_in(late)
    (offer,) = page_of(house, sheet).twins
    assert (offer.person, offer.differences) == ("", ())
    refused = house.anna.act(c.MatchSheetTwin(sheet=sheet, message=id_of("late")))
    assert refused == Refused(reason=R.NOT_YOURS_TO_SEE)
    do(house.bo, c.MatchSheetTwin(sheet=sheet, message=id_of("late")))


def test_an_exercise_reaches_nothing_that_is_real(house: House) -> None:
    """Its papers are entered and kept, and no person, case or message comes of them."""
    stop = house.anna.new_outage()
    do(
        house.anna,
        c.DeclareOutage(
            outage=stop, of=OutageOf.SOURCE, since=hours(-3), system="SAMSA", exercise=True
        ),
    )
    paper = house.anna.issue_in_outage(stop, "R2", None, saved=False)
    assert isinstance(paper, IssuedPaper)

    enter(house, paper.sheet, expected_discharge="27/3")

    page = page_of(house, paper.sheet)
    assert page.exercise
    assert page.is_entered
    assert (page.messages, page.case, page.person) == ((), None, None)
    assert house.listed() == set()
    assert house.anna.find_person(TOLD["person_number"]) is None  # type: ignore[arg-type]  text
    found = house.anna.find_sheet(page.number_shown)
    assert isinstance(found, OutageSheetLine)
    assert found.sheet == paper.sheet


def test_a_second_pair_of_eyes_where_the_municipality_asks_for_it(house: House) -> None:
    """R2 is settled first when somebody else has checked it; R5, which nobody named, is at once."""
    do(house.anna, c.ChangeSetting(key="second_eyes_forms", value='["R2"]'))
    stop = house.anna.new_outage()
    do(
        house.anna,
        c.DeclareOutage(outage=stop, of=OutageOf.SOURCE, since=hours(-3), system="SAMSA"),
    )
    asked, free = (_issued(house, stop, form) for form in ("R2", "R5"))
    for sheet in (asked, free):
        enter(house, sheet, expected_discharge="27/3")
    do(house.anna, c.EndOutage(outage=stop))
    done(house.anna.document_sheets([asked, free], "SAMSA"))

    assert page_of(house, asked).asks_check
    assert not page_of(house, asked).may_check
    assert not page_of(house, free).asks_check
    left = house.anna.outage(stop)
    assert left is not None
    assert left.left == (page_of(house, asked).number,)
    assert [line.awaits_check for line in left.lines] == [True, False]
    mine = house.anna.act(c.CheckSheetEntry(sheet=asked))
    assert mine == Refused(reason=R.CHECK_BY_ANOTHER)
    do(house.anna, c.ReconcileOutage(outage=stop, source_round=a_round(house.anna)))
    assert house.anna.act(c.CloseOutage(outage=stop)) == Refused(reason=R.NUMBERS_LEFT)

    do(house.bo, c.CheckSheetEntry(sheet=asked))

    page = page_of(house, asked)
    assert (page.asks_check, page.checked_by_name) == (False, "Bo")
    do(house.anna, c.CloseOutage(outage=stop))
    assert house.is_clean


def _issued(house: House, stop: UUID, form: str) -> UUID:
    paper = house.anna.issue_in_outage(stop, form, None, saved=False)
    assert isinstance(paper, IssuedPaper)
    return paper.sheet


def test_a_paper_of_an_ordinary_day_is_entered_too(house: House) -> None:
    """Printed from her case without a stop: its fields are filled in beforehand, and it is hers."""
    house.take_in(a_notice(K.ADMISSION_NOTICE, id="in"))
    case = house.row(id_of("in")).case
    paper = house.anna.issue("R5", case, saved=False, purpose="telefon")
    assert isinstance(paper, IssuedPaper)
    before = page_of(house, paper.sheet)
    assert before.values["name"] == "Prov1 Provsson"
    assert before.values["ward"] == "Avd 3"
    assert "received_by" not in before.values
    assert (before.case, before.outage) == (case, None)

    values = {**before.values, "call_date": "24/3", "call_time": "0812", "ready_date": "24/3"}
    done(house.anna.enter_sheet(SheetEntry(sheet=paper.sheet, values=values, at=hours(-0.5))))

    page = page_of(house, paper.sheet)
    assert page.case == case
    assert page.stage is SheetStage.AWAITS_SENDER
    assert house.case_row(case).ready_sent_at is not None
    line = house.anna.find_sheet(page.number)
    assert isinstance(line, OutageSheetLine)
    assert line.is_entered


@pytest.mark.parametrize(
    ("typed", "why", "value"),
    [
        ("abc", R.NOT_A_SHEET_NUMBER, NumberFlaw.NOT_DIGITS.value),
        ("12345", R.NOT_A_SHEET_NUMBER, NumberFlaw.WRONG_LENGTH.value),
        ("001 00001 9", R.NOT_A_SHEET_NUMBER, NumberFlaw.WRONG_CHECK_DIGIT.value),
        ("", R.NOT_A_SHEET_NUMBER, NumberFlaw.NOT_DIGITS.value),
        (make(1, 9).shown, R.UNKNOWN_SHEET, make(1, 9).shown),
    ],
)
def test_a_number_that_is_none_is_told_why(
    house: House, typed: str, why: RefusalReason, value: str
) -> None:
    """Letters, too few digits, a slip of the finger, and one that was never given out."""
    assert house.anna.find_sheet(typed, a_stop_of(house)) == Refused(reason=why, values=(value,))


def a_stop_of(house: House) -> UUID:
    """Declare a stop without papers."""
    stop = house.anna.new_outage()
    do(
        house.anna,
        c.DeclareOutage(outage=stop, of=OutageOf.SOURCE, since=hours(-3), system="SAMSA"),
    )
    return stop


def test_the_text_to_document_is_the_paper_in_its_order(house: House) -> None:
    """Labels and values, block by block, without head, foot, signatures and what is empty."""
    sheet = a_sheet(house, "R5")
    enter(house, sheet, ready_date="2026-03-24", ready_time="0800", doctor="Dr Ek", found_by="Bo")

    text = page_of(house, sheet).text

    assert text.splitlines()[:3] == [
        "Person",
        "Namn: Prov1 Provsson",
        f"Personnummer eller reservnummer: {TOLD['person_number']}",
    ]
    assert text.index("Samtalet") < text.index("Utskrivningsklar, datum: 2026-03-24")
    assert "Läkare som har bedömt: Dr Ek" in text
    assert "Uppgifterna upplästa och bekräftade: ja" in text
    for absent in ("Återfunnet", "Underskrift", "Mottaget av", "SIP behövs"):
        assert absent not in text


def test_an_empty_paper_is_not_entered(house: House) -> None:
    """A blank scanned by mistake stays a blank: it is voided, never documented."""
    sheet = a_sheet(house, "R1")
    for as_it_stands in (False, True):
        entry = SheetEntry(sheet=sheet, values={}, at=hours(-0.5), as_it_stands=as_it_stands)
        answer = house.anna.enter_sheet(entry)
        assert isinstance(answer, Refused)
    assert answer.reason is R.SHEET_EMPTY
    assert page_of(house, sheet).stage is SheetStage.GIVEN_OUT
