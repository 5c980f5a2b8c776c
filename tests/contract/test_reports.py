"""Reports, questions and the region's figures on a real store: kept, shown, taken back, rebuilt."""

from datetime import date
from decimal import Decimal

from kontaktpunkt.domain.commands import (
    AnswerQuestion,
    AskQuestion,
    NoteRegionFigure,
    TakeBack,
    WriteReport,
)
from kontaktpunkt.domain.events.report import ReportKind, ReportSection
from kontaktpunkt.usecases.ports import Store
from kontaktpunkt.usecases.verifying import rebuild
from kontaktpunkt.wording.figures.reports import on_paper
from samples import House, a_house, do


def _report(house: House, title: str, text: str) -> WriteReport:
    return WriteReport(
        report=house.ids.setdefault("report", house.anna.new_report()),
        report_kind=ReportKind.SURVEY,
        title=title,
        first=date(2026, 3, 1),
        last=date(2026, 3, 31),
        sections=(ReportSection("Hinder", text),),
    )


def test_a_report_has_all_its_versions_and_a_slip_is_taken_back(store: Store) -> None:
    """Anna writes, Bo writes on; his slip goes, and what Anna wrote stands again."""
    house = a_house(store)
    do(house.anna, _report(house, "Kartläggning", "larm"))
    slip = do(house.bo, _report(house, "Kartläggning", "x"))

    before = house.anna.reports()[0]
    do(house.bo, TakeBack(act=slip.act))
    after = house.anna.reports()[0]

    assert [(one.number, one.by_name) for one in before.versions] == [(2, "Bo"), (1, "Anna")]
    assert [one.written.sections[0].text for one in after.versions] == ["larm"]
    assert house.is_clean


def test_a_report_whose_writing_was_taken_back_stands_in_no_list(store: Store) -> None:
    """What was begun by mistake is gone with one key."""
    house = a_house(store)
    begun = do(house.anna, _report(house, "Fel", ""))
    do(house.anna, TakeBack(act=begun.act))

    assert house.anna.reports() == ()


def test_a_version_goes_on_paper_with_its_parts(store: Store) -> None:
    """The paper names the version, when and by whom, and each part with its text."""
    house = a_house(store)
    do(house.anna, _report(house, "Kartläggning mars", "väntar på larm\n\nsent besked"))

    paper = house.anna.figure_paper(on_paper(house.anna.reports()[0].newest))

    text = paper.pdf.decode()
    for words in ("Kartläggning mars", "Version 1", "Anna", "väntar på larm", "sent besked"):
        assert words in text


def test_questions_wait_first_and_answers_are_found_by_everybody(store: Store) -> None:
    """Bo finds what Anna asked last week and what was answered."""
    house = a_house(store)
    ids = [house.anna.new_report() for _ in range(2)]
    for nth, one in enumerate(ids):
        do(house.anna, AskQuestion(question=one, text=f"Fråga {nth}"))
    do(house.anna, AnswerQuestion(question=ids[1], answer="Ja", answered_by="Åsa"))

    rows = house.bo.questions()

    assert [(row.text, row.answer, row.answered_by) for row in rows] == [
        ("Fråga 0", "", ""),
        ("Fråga 1", "Ja", "Åsa"),
    ]


def test_the_regions_figure_stands_beside_ours(store: Store) -> None:
    """A month that only the region has says so, and the difference waits for both."""
    house = a_house(store)
    page = house.anna.region_page()
    wish = NoteRegionFigure(
        indicator=page.indicator, month=date(2025, 1, 1), value=Decimal("1.90"), source="regionen"
    )
    do(house.anna, wish)

    months = {one.month: one for one in house.bo.region_page().months}

    assert months[date(2025, 1, 1)].region is not None
    assert months[date(2025, 1, 1)].difference is None
    assert len(page.months) == 13
    rebuild(house.anna)
    assert {one.month: one for one in house.bo.region_page().months} == months
