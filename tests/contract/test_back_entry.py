"""Papers entered on a real store: what a call said becomes what a message would have."""

from collections.abc import Mapping
from uuid import UUID

import pytest

from kontaktpunkt.domain.message_kind import Carrier, MessageKind
from kontaktpunkt.domain.paper.printout import PaperValue
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.states import SheetStage
from kontaktpunkt.usecases.back_entry.rows import SheetEntry
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.ports import Store
from samples import NOW, House, a_house, a_number, done, hours
from written_papers import TOLD, a_sheet, enter, page_of, state_of, timeline_of

R = RefusalReason


@pytest.fixture
def house(store: Store) -> House:
    """Give a house where SAMSA is down."""
    return a_house(store)


def test_an_admission_told_by_phone_stands_in_the_inbox_like_any_other(house: House) -> None:
    """R2: who, where and until when; on whose word, read back, and when we were told."""
    sheet = a_sheet(house, "R2")

    enter(
        house,
        sheet,
        admitted_on="2026-03-23",
        admitted_time="21.30",
        expected_discharge="2026-03-27",
        consent="yes",
        cause="Fall i hemmet",
    )

    page = page_of(house, sheet)
    (message,) = page.messages
    taken = state_of(house, message).taken_in
    assert taken is not None
    assert taken.message_kind is MessageKind.ADMISSION_NOTICE
    assert (taken.carrier, taken.sheet) == (Carrier.HAND, sheet)
    assert taken.paper_number == page.number
    assert taken.on_word == OnWord(name="Åsa Öberg, ssk", phone="0500-00 00 00")
    assert taken.read_back
    assert taken.sent_at == NOW - 28 * 60_000_000
    assert (taken.stay.hospital, taken.stay.ward, taken.stay.consent) == (
        "Sjukhuset",
        "Avd 3",
        True,
    )
    assert "Fall i hemmet" in taken.conversation.text
    assert "Dottern vet" in taken.conversation.text
    row = house.case_row(page.case)
    assert row.in_hospital
    assert row.name == "Prov1 Provsson"
    assert row.admitted_at == hours(-11.1666667) or row.admitted_at is not None
    assert message in house.listed()
    assert page.stage is SheetStage.AWAITS_SENDER
    assert page.values["free_text"] == "Dottern vet"
    assert house.is_clean


def test_readiness_counts_from_when_we_were_told_never_from_a_guess(house: House) -> None:
    """R5: the clock of the call starts the payment clock; without one nothing does."""
    enter(house, a_sheet(house, "R2"), expected_discharge="2026-03-24")
    sheet, other = a_sheet(house, "R5"), a_sheet(house, "R5")

    enter(house, sheet, ready_date="2026-03-24", ready_time="0800", doctor="Dr Ek")

    page = page_of(house, sheet)
    assert house.case_row(page.case).ready_sent_at == NOW - 28 * 60_000_000
    enter(house, other, call_date="", call_time="", ready_date="24/3", ready_time="0800")
    (message,) = page_of(house, other).messages
    taken = state_of(house, message).taken_in
    assert taken is not None
    assert taken.sent_at is None
    assert house.is_clean


def test_readiness_and_its_withdrawal_on_one_paper_are_two_messages(house: House) -> None:
    """R5 with both blocks filled: ready, then not ready any more."""
    enter(house, a_sheet(house, "R2"), expected_discharge="2026-03-24")
    sheet = a_sheet(house, "R5")

    enter(
        house,
        sheet,
        call_time="0700",
        ready_date="2026-03-24",
        ready_time="0650",
        withdrawn_date="2026-03-24",
        withdrawn_time="0800",
        withdrawn_why="Feber",
    )

    page = page_of(house, sheet)
    kinds = [state_of(house, one).taken_in for one in page.messages]
    assert [one.message_kind for one in kinds if one] == [
        MessageKind.READINESS_NOTICE,
        MessageKind.READINESS_WITHDRAWN_NOTICE,
    ]
    assert kinds[1] is not None
    assert "Feber" in kinds[1].conversation.text
    assert house.case_row(page.case).ready_sent_at is None
    assert house.is_clean


def test_what_cannot_be_read_is_told_by_its_label_and_kept_if_it_must(house: House) -> None:
    """An impossible day is refused with the field's label; said twice, it is kept as text."""
    sheet = a_sheet(house, "R2")
    entry = SheetEntry(sheet=sheet, values={**TOLD, "admitted_on": "31/2"}, at=hours(-0.5))

    answer = house.anna.enter_sheet(entry)

    assert answer == Refused(reason=R.FIELD_NOT_UNDERSTOOD, values=("Inskriven, datum", "31/2"))
    assert not page_of(house, sheet).is_entered
    done(
        house.anna.enter_sheet(
            SheetEntry(sheet=sheet, values=entry.values, at=entry.at, as_it_stands=True)
        )
    )
    page = page_of(house, sheet)
    assert page.not_understood == ("admitted_on",)
    assert page.values["admitted_on"] == "31/2"
    (message,) = page.messages
    taken = state_of(house, message).taken_in
    assert taken is not None
    assert "Inskriven, datum: 31/2" in taken.conversation.text
    assert house.is_clean


OURS: Mapping[str, PaperValue] = {
    "person_number": a_number().value,
    "name": "Prov1 Provsson",
    "told_to": "Åsa Öberg",
    "told_date": "2026-03-24",
    "told_time": "0800",
    "filled_by": "Bo Ek",
}


def enter_ours(house: House, sheet: UUID, /, **written: PaperValue) -> Done:
    """Enter a paper of ours, with other fields beside."""
    entry = SheetEntry(sheet=sheet, values={**OURS, **written}, at=hours(-0.5))
    return done(house.anna.enter_sheet(entry))


def test_a_care_request_on_paper_says_that_she_went(house: House) -> None:
    """R1 of somebody unknown: she is known, gone to hospital, and the text waits to be sent."""
    sheet = a_sheet(house, "R1")

    enter_ours(
        house,
        sheet,
        went_date="2026-03-24",
        went_time="0730",
        went_where="Akuten",
        why="Andnöd",
        services_now="Hemtjänst fyra gånger per dag",
    )

    page = page_of(house, sheet)
    case = house.anna.case(page.case) if page.case else None
    assert case is not None
    assert page.stage is SheetStage.FILLED_IN
    assert case.row.name == "Prov1 Provsson"
    (item,) = case.documentation
    assert "Varför nu: Andnöd" in item.text
    assert "Insatser och hur ofta: Hemtjänst fyra gånger per dag" in item.text
    assert "Bo Ek" not in item.text
    assert any(line.startswith("Blankett R1 nr 001 ") for line in timeline_of(house, page.case))
    assert house.is_clean


def test_what_we_did_in_the_stop_is_noted_as_done(house: House) -> None:
    """R4, R6, R9, R10: answered, in place or not, held, called home; each paper's text beside."""
    enter(house, a_sheet(house, "R2"), expected_discharge="2026-03-24")
    answer, list_, plan, home = (a_sheet(house, form) for form in ("R4", "R6", "R9", "R10"))

    enter_ours(house, answer, how="unchanged")
    alarm = ("Trygghetslarm", "x", "", "Bo 08.10")
    enter_ours(
        house,
        list_,
        ours_list=(alarm, ("Nyckel", "", "x", "saknas")),
        hospital_list=(("Sjukresa bokad, tid", "x", "", ""),),
        restart_list=(("Hemtjänst", "tisdag kväll", "Bo"),),
    )
    enter_ours(house, plan, meeting_date="2026-03-23", meeting_form="video", leader="Åsa")
    enter_ours(house, home, home_date="2026-03-24", home_time="1500", travel="sitting")

    case = house.anna.case(page_of(house, home).case or UUID(int=0))
    assert case is not None
    ready = {one.item: one.mark.value for one in case.homecoming.readiness}
    assert ready == {"alarm": "done", "key": "missing", "transport": "done"}
    assert case.homecoming.called is not None
    assert case.homecoming.called.agreed.told == "Åsa Öberg"
    assert [one.held_at is not None for one in case.plan_meetings] == [True]
    assert case.homecoming.services
    told = timeline_of(house, page_of(house, home).case)
    assert sum(line.startswith("Blankett R") for line in told) == 4
    assert any("Nyckel, ej, saknas" in line for line in told)
    assert house.is_clean


def test_a_checklist_entered_again_says_again_only_what_is_new(house: House) -> None:
    """Of two entries the latest holds, the first stays readable, and nobody is called twice."""
    enter(house, a_sheet(house, "R2"), expected_discharge="2026-03-24")
    sheet = a_sheet(house, "R10")
    enter_ours(house, sheet, home_date="2026-03-24", home_time="1500")

    enter_ours(house, sheet, home_date="2026-03-24", home_time="1500", starts="Hemvård Norr")
    enter_ours(house, sheet, home_date="2026-03-24", home_time="1500", starts="Hemvård Norr")

    page = page_of(house, sheet)
    assert [one.values.get("starts", "") for one in page.earlier] == ["", "Hemvård Norr"]
    assert sum("Kallad hem" in line for line in timeline_of(house, page.case)) == 2


def test_a_paper_without_a_person_is_kept(house: House) -> None:
    """The log of the stop is about nobody: it stands whole in the register."""
    sheet = a_sheet(house, "R13")

    done(
        house.anna.enter_sheet(
            SheetEntry(sheet=sheet, values={"reference": "INC-1"}, at=hours(-0.5))
        )
    )

    page = page_of(house, sheet)
    assert page.values == {"reference": "INC-1"}
    assert (page.case, page.messages) == (None, ())


def test_a_checklist_waits_for_the_ward_once_our_part_is_there(house: House) -> None:
    """R6 is shared: documented by us it waits for the sender, and is found again in the end."""
    sheet = a_sheet(house, "R6")
    enter_ours(house, sheet)
    assert page_of(house, sheet).stage is SheetStage.FILLED_IN

    done(house.anna.document_sheets([sheet], "SAMSA"))
    assert page_of(house, sheet).stage is SheetStage.AWAITS_SENDER
    done(house.bo.document_sheets([sheet], "SAMSA"))

    assert page_of(house, sheet).stage is SheetStage.FOUND_AGAIN
    number = page_of(house, sheet).number_shown
    again = house.bo.document_sheets([sheet], "SAMSA")
    assert again == Refused(reason=R.SHEET_NOT_THERE_YET, values=(number,))


def test_many_papers_are_documented_in_one_act(house: House) -> None:
    """A pile is ticked at once, each in its own way; one that is done already stops them all."""
    ours, told = a_sheet(house, "R1"), a_sheet(house, "R2")
    enter(house, told, expected_discharge="2026-03-24")

    done(house.anna.document_sheets([ours, told], "SAMSA"))

    assert page_of(house, ours).stage is SheetStage.DOCUMENTED
    assert page_of(house, told).stage is SheetStage.FOUND_AGAIN
    fresh = a_sheet(house, "R4")
    assert isinstance(house.anna.document_sheets([fresh, ours], "SAMSA"), Refused)
    assert page_of(house, fresh).stage is SheetStage.GIVEN_OUT
    done(house.anna.undo())
    assert page_of(house, ours).stage is SheetStage.GIVEN_OUT
    assert page_of(house, told).stage is SheetStage.AWAITS_SENDER
