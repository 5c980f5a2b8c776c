"""Nyckeltal in a real window at a real desk: opened from the line, by keys, to a case, on paper."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from hands.house_front import HouseFront, open_house
from hands.paper_out import PlaceInMemory
from kontaktpunkt.domain.figures.figure import Figure
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.ui.screens.figures.chart import ticks
from kontaktpunkt.ui.screens.figures.screen import FiguresScreen
from kontaktpunkt.ui.widgets.key_line import KeyFigureLine
from samples import a_house, a_notice, a_person, hours

pytestmark = [pytest.mark.ui, pytest.mark.qt_log_ignore("propagateSizeHints")]
_K = Qt.Key
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def front(qtbot: QtBot) -> Iterator[HouseFront]:
    """Open the window on a house where two went home and one lies ready, with a confirmed goal."""
    house = a_house(profile="nordvastra-skane")
    for nth, left in ((1, -40), (2, -10), (3, None)):
        stay = {"stay_ids": (f"stay-{nth}",)}
        who = a_person(nth)
        house.take_in(a_notice(id=f"in-{nth}", person=who, stay=stay, sent_at=hours(-60)))
        ready = a_notice(
            MessageKind.READINESS_NOTICE,
            id=f"ready-{nth}",
            person=who,
            stay=stay,
            sent_at=hours(-50),
        )
        house.take_in(ready)
        if left is not None:
            gone = {**stay, "discharged_at": hours(left)}
            house.take_in(
                a_notice(
                    MessageKind.DISCHARGE_NOTICE,
                    id=f"out-{nth}",
                    person=who,
                    stay=gone,
                    sent_at=hours(left),
                )
            )
    yield from open_house(qtbot, house)


def _screen(front: HouseFront) -> FiguresScreen:
    front.program.reception.show("figures")
    front.settle()
    screen = cast("FiguresScreen", front.top)
    screen.periods.choice.setCurrentIndex(screen.periods.choice.findData("four_weeks"))
    front.settle()
    return screen


class _Chosen:
    """Chooses one file at once."""

    def __init__(self, path: str) -> None:
        self._path = path

    def choose(self, window: QWidget, then: Callable[[str], None]) -> None:
        """Choose it."""
        del window
        then(self._path)


def _rows(screen: FiguresScreen) -> dict[str, str]:
    model = screen.model
    return {model.cell(row, 0): model.cell(row, 1) for row in range(model.rowCount())}


def test_four_figures_stand_above_the_list_and_open_to_their_cases(front: HouseFront) -> None:
    """The line says the goal; pressing one opens its cases, and Enter there opens the person."""
    front.program.reception.show("follow_up")
    front.settle()
    line = front.top.findChildren(KeyFigureLine)[0]
    words = [one.text() for one in line.buttons.values()]

    assert words[0] == "1 utskrivningsklara nu"
    assert words[1].endswith("dagar i medel denna månad (mål 1,7)")
    line.buttons[Figure.READY_NOW].setFocus()
    front.press(_K.Key_Space)
    screen = cast("FiguresScreen", front.top)
    assert screen.key == "figures"
    assert screen.detail.title.text() == "Utskrivningsklara nu"
    assert screen.detail.cases.hasFocus()
    front.press(_K.Key_Return)
    assert front.top.key == "case"
    said = " ".join(one.text() for one in front.top.findChildren(QLabel))
    assert "Prov3" in said


def test_arrows_go_from_figure_to_figure_and_each_says_what_it_means(front: HouseFront) -> None:
    """The list is worked by keys; the detail tells the definition, the profile and the period."""
    screen = _screen(front)
    screen.focus()
    for _ in range(2):
        front.press(_K.Key_Down)

    assert screen.detail.title.text() == "Dagar i medel efter utskrivningsklar"
    assert screen.detail.value.text() == _rows(screen)["Dagar i medel efter utskrivningsklar"]
    assert "kalenderdagar" in screen.detail.definition.text()
    assert "Nordvästra Skåne" in screen.detail.by.text()
    assert screen.detail.behind.text() == "2 personer"


def test_the_chart_is_read_by_keys_and_by_a_screen_reader(front: HouseFront) -> None:
    """Arrows go from bar to bar; the chart is its description, goal first, and a table."""
    screen = _screen(front)
    screen.list.choose(list(Figure).index(Figure.MEAN_DAYS))
    front.settle()
    chart = screen.detail.chart
    chart.setFocus()
    front.press(_K.Key_Right)

    assert chart.accessibleName() == "Diagram: Dagar i medel efter utskrivningsklar"
    assert chart.accessibleDescription().startswith("mål 1,7")
    assert screen.detail.slices.currentIndex().row() == 0
    assert screen.detail.slices.model().rowCount() == 28


def test_a_group_opens_to_its_own_cases_and_back(front: HouseFront) -> None:
    """Enter on a group shows its cases alone; one press shows everybody again."""
    screen = _screen(front)
    screen.list.choose(list(Figure).index(Figure.HOME_WITHIN_DAY))
    front.settle()
    screen.detail.ways[1].click()
    screen.detail.slices.choose(0)
    screen.detail.slices.setFocus()
    front.press(_K.Key_Return)
    of_group = screen.detail.of_cases.text()
    screen.detail.everything.click()
    front.settle()

    assert of_group.startswith("Ärenden: ")
    assert screen.detail.of_cases.text() == "Ärenden (2)"


def test_all_figures_go_into_a_file_and_on_paper(front: HouseFront) -> None:
    """Ctrl+Shift+S saves a file without names; Ctrl+P opens the paper."""
    screen = _screen(front)
    out = PlaceInMemory("/dev/null")
    screen.csv_out = out
    screen.focus()
    front.press(_K.Key_S, _CTRL | _SHIFT)

    assert "Nyckeltalen är sparade" in front.said
    screen.focus()
    front.press(_K.Key_P, _CTRL)
    assert front.top.key == "paper"


def test_a_survey_is_begun_written_in_and_kept_in_versions(front: HouseFront) -> None:
    """Ctrl+Shift+K fills the numbers in; what is written is a version, and Ctrl+Z undoes."""
    screen = _screen(front)
    screen.turn_to(1)
    front.settle()
    front.press(_K.Key_K, _CTRL | _SHIFT)
    page = screen.reports

    assert "Dagar i medel efter utskrivningsklar" in page.texts[0].toPlainText()
    assert page.texts[2].hasFocus()
    front.type("morgonmöte varje dag")
    front.press(_K.Key_Return, _CTRL)
    (report,) = front.house.anna.reports()
    assert [one.number for one in report.versions] == [2, 1]
    assert report.newest.written.sections[2].text == "morgonmöte varje dag"
    page.list.setFocus()
    front.press(_K.Key_Z, _CTRL)
    assert len(front.house.anna.reports()[0].versions) == 1


def test_questions_of_a_weekly_report_are_asked_when_it_is_saved(front: HouseFront) -> None:
    """Each line under the questions waits for its answer; saving again asks nothing twice."""
    screen = _screen(front)
    screen.turn_to(1)
    front.settle()
    front.press(_K.Key_V, _CTRL | _SHIFT)
    page = screen.reports
    for words in ("Gäller lunchen skärtorsdag?", "Vem ringer vid storhelg?"):
        page.texts[-1].appendPlainText(words)
        page.save_act.trigger()
        front.settle()

    asked = {row.text for row in front.house.anna.questions()}
    assert asked == {"Gäller lunchen skärtorsdag?", "Vem ringer vid storhelg?"}
    assert len(front.house.anna.questions()) == 2


def test_the_regions_months_are_read_from_a_file(front: HouseFront, tmp_path: Path) -> None:
    """A file as Excel saves it in Sweden is read, whichever of the two ways it is written."""
    screen = _screen(front)
    screen.turn_to(3)
    front.settle()
    file = tmp_path / "indikator.csv"
    file.write_bytes("Månad;Medelvärde\n2025-10;2,2\n".encode("cp1252"))
    screen.region.file_in = _Chosen(str(file))
    screen.region.open_act.trigger()
    front.settle()

    model = screen.region.model
    theirs = {model.cell(row, 0): model.cell(row, 1) for row in range(model.rowCount())}
    assert theirs["2025-10"] == "2,20"


def test_what_is_typed_in_a_report_is_there_after_another_screen(front: HouseFront) -> None:
    """A click elsewhere loses nothing: the draft waits in its field."""
    screen = _screen(front)
    screen.turn_to(1)
    front.settle()
    front.press(_K.Key_K, _CTRL | _SHIFT)
    front.type("halv mening")
    front.press(_K.Key_1, _CTRL)
    front.program.reception.show("figures")
    front.settle()

    assert "halv mening" in [one.toPlainText() for one in screen.reports.texts]


def test_a_page_without_questions_says_what_will_stand_there(front: HouseFront) -> None:
    """Nothing asked yet is said in words, and no answer can be typed to nothing."""
    screen = _screen(front)
    screen.turn_to(2)
    front.settle()

    page = screen.questions
    assert page.empty.title.text() == "Inga frågor än"
    assert page.empty.isVisible()
    assert not page.list.isVisible()
    assert not page.answer.isVisible()


def test_a_figure_without_cases_says_so(front: HouseFront) -> None:
    """An empty frame could be a fault: words say that nobody is counted."""
    screen = _screen(front)
    detail = screen.detail
    for row in range(screen.model.rowCount()):
        screen.list.choose(row)
        front.settle()
        counted = not detail.of_cases.text().endswith("(0)")
        assert detail.cases.isVisible() is counted
        assert detail.no_cases.isVisible() is not counted


def test_a_question_is_asked_and_answered(front: HouseFront) -> None:
    """What the process leaders answer is found by whoever asks the same next time."""
    screen = _screen(front)
    screen.turn_to(2)
    front.settle()
    front.type("Vad gäller skärtorsdag?")
    front.press(_K.Key_Return, _CTRL)
    page = screen.questions
    page.list.choose(0)
    page.answer.setFocus()
    front.type("Som fredag")
    front.press(_K.Key_Return, _CTRL | _SHIFT)

    (row,) = front.house.bo.questions()
    assert (row.text, row.answer) == ("Vad gäller skärtorsdag?", "Som fredag")
    assert page.model.cell(0, 1) == "Som fredag"


def test_the_regions_months_are_typed_or_pasted_beside_ours(front: HouseFront) -> None:
    """A month is typed; several are pasted; what could not be read is told."""
    screen = _screen(front)
    screen.turn_to(3)
    front.settle()
    front.type("2025-12")
    front.press(_K.Key_Tab)
    front.type("1,9")
    front.press(_K.Key_Return)
    screen.region.take("2025-11;2,5\nfel;x")
    front.settle()

    model = screen.region.model
    theirs = {model.cell(row, 0): model.cell(row, 1) for row in range(model.rowCount())}
    assert (theirs["2025-12"], theirs["2025-11"]) == ("1,90", "2,50")
    assert "2" in screen.region.fault.text()
    assert "utan dag noll" in screen.region.why.text()


@pytest.mark.parametrize("top", ["0.05", "1", "1.7", "74", "100", "207.8", "4999"])
def test_the_axis_ends_in_a_round_value_above_the_highest(top: str) -> None:
    """No bar stands out of its chart."""
    values = ticks(Decimal(top))

    assert values[0] == 0
    assert values[-1] >= Decimal(top)
    assert len(values) <= 6
