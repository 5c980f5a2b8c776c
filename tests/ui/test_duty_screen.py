"""Vem gör vad: what the tables say, and the way to where it is changed."""

from datetime import datetime
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from hands.desk import DeskInMemory
from hands.front import Front, OpenFront, visible_parts
from hands.rule_desk import RuleDesk
from kontaktpunkt.domain.profile import DayKind
from kontaktpunkt.domain.times import LOCAL_ZONE, Instant, to_instant
from kontaktpunkt.ui.screens.duty.screen import DutyScreen
from kontaktpunkt.ui.screens.duty.table import WordTable
from kontaktpunkt.ui.screens.settings.screen import SettingsScreen
from kontaktpunkt.ui.widgets.text import Text

pytestmark = pytest.mark.ui


def at(text: str) -> Instant:
    """Read a local time, 2026-03-03 08:40."""
    return to_instant(datetime.fromisoformat(text).replace(tzinfo=LOCAL_ZONE))


def _screen(front: Front) -> DutyScreen:
    front.program.reception.show("duty")
    front.settle()
    return cast("DutyScreen", front.program.window.screens["duty"])


@pytest.fixture
def easter(opened: OpenFront) -> Front:
    """Open the window on the Monday before Easter."""
    return opened(DeskInMemory(time=at("2026-03-30 08:40")))


def test_who_answers_now_stands_first(easter: Front) -> None:
    """One glance says who has the phone and the inbox, and until when."""
    screen = _screen(easter)

    assert screen.now.text() == "Telefonen: Kontaktpunkten till 11:30\nSAMSA: Kontaktpunkten"
    assert screen.tabs[DayKind.WEEKDAY].isChecked()
    assert screen.tabs[DayKind.WEEKDAY].text() == "Vardag (i dag)"


def test_the_table_has_a_row_for_each_message_and_a_column_for_each_role(easter: Front) -> None:
    """The routine's own table, turned so that one reads what a message sets going."""
    screen = _screen(easter)

    heads = [
        str(screen.matrix.model().headerData(column, Qt.Orientation.Horizontal))
        for column in range(screen.matrix.columnCount())
    ]
    assert heads == ["Meddelande", "Enhetschef", "Legitimerad personal", "Handläggare"]
    assert [
        "Utskrivningsklar",
        "Kalla hem\nAdministrativt meddelande",
        "Starta upp insats",
        "–",
    ] in (screen.matrix.texts())
    assert "SIP tror vi inte sker på helg." in screen.notes.text()


def test_the_hour_that_it_is_now_is_marked(easter: Front) -> None:
    """Only today's hours have a now, and they say it in a word."""
    screen = _screen(easter)

    marked = [row for row in screen.hours.texts() if "nu" in row[0]]
    assert marked == [["08:30–11:30  ◂ nu", "Kontaktpunkten", "Kontaktpunkten"]]
    screen.show_kind(DayKind.SATURDAY)
    assert screen.hours_heading.text() == "Timme för timme, lör 11 april"
    assert not any("nu" in row[0] for row in screen.hours.texts())
    assert ["08:30–12:00", "Trygghetscentralen", "Sjuksköterska korttid"] in screen.hours.texts()


def test_what_nobody_has_confirmed_is_said_to_be_so(easter: Front) -> None:
    """Storhelg: no table, no names, and that in words."""
    screen = _screen(easter)

    screen.tabs[DayKind.MAJOR_HOLIDAY].click()

    assert screen.silent.text() == "Rolltabellen säger inget om storhelg: ej bekräftat."
    assert not screen.matrix.isVisible()
    assert screen.hours.texts() == [
        ["00:00–24:00", "ej bekräftat (Trygghetscentralen övrig tid)", "ej bekräftat"]
    ]
    assert "ej bekräftat · Lidköpings kommun" in screen.sources.text()


def test_on_a_sunday_the_focus_stands_on_the_day_that_is_shown(opened: OpenFront) -> None:
    """The frame of focus and the table below speak of the same kind of day."""
    screen = _screen(opened(DeskInMemory(time=at("2026-03-29 08:40"))))

    assert screen.kind is DayKind.SUNDAY
    assert screen.tabs[DayKind.SUNDAY].hasFocus()


def test_the_gap_stands_on_the_screen_in_the_strip_and_in_the_rail(easter: Front) -> None:
    """Whoever sits anywhere sees that nobody is named for Easter, and one click leads there."""
    window = easter.program.window
    link = window.strip.standing.link("gaps")
    assert link.text() == "Ingen utsedd för storhelg påsk 3–6 april"
    assert window.rail.entry("duty").badge == (1, False)

    link.click()
    easter.settle()

    assert isinstance(window.top_screen, DutyScreen)
    said = [part.text() for part in window.top_screen.gaps.findChildren(Text)]
    assert any("telefon, bevakning av SAMSA, planeringens steg" in words for words in said)


def test_each_missing_duty_leads_to_its_rule(opened: OpenFront) -> None:
    """One click on what is missing opens the very rule in which it is entered."""
    desk = RuleDesk()
    desk.house.clock.set(at("2026-03-30 08:40"))
    desk.time = at("2026-03-30 08:40")
    easter = opened(desk)
    screen = _screen(easter)
    ways = {part.text(): part for part in screen.gaps.findChildren(QPushButton)}
    assert list(ways) == ["Ange telefon", "Ange bevakning av SAMSA", "Ange planeringens steg"]
    wanted: list[str] = []
    screen.workplace.rule_wanted.connect(wanted.append)

    ways["Ange telefon"].click()
    easter.settle()

    assert wanted == ["phone_hours.major_holiday"]
    window = easter.program.window
    assert window.top_screen is window.screens["settings"]
    assert isinstance(window.top_screen, SettingsScreen)
    assert window.top_screen.rules.detail.key == wanted[0]


def test_an_ordinary_week_warns_of_nothing(front: Front) -> None:
    """Where somebody is named for every day there is neither number nor warning."""
    screen = _screen(front)

    assert not screen.gaps.isVisible()
    assert front.program.window.rail.entry("duty").badge == (0, False)
    assert not front.program.window.strip.standing.link("gaps").isVisible()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_no_word_of_a_table_is_cut_or_hidden(opened: OpenFront, percent: int) -> None:
    """Whatever the size of the text, each table shows all its words without scrolling sideways."""
    screen = _screen(opened(DeskInMemory(time=at("2026-03-30 08:40")), percent))

    tables = cast("list[WordTable]", visible_parts(screen, WordTable))

    assert len(tables) >= 3
    for table in tables:
        for row in range(table.rowCount()):
            assert table.sizeHintForRow(row) <= table.rowHeight(row) + 8
        assert table.horizontalHeader().length() <= table.viewport().width()
        assert table.verticalHeader().length() <= table.viewport().height()
    assert screen.sheet.horizontalScrollBar().maximum() == 0


def test_the_days_ahead_stand_below_when_there_is_no_room_beside(opened: OpenFront) -> None:
    """With large text the two columns become one."""
    wide, narrow = _screen(opened()), _screen(opened(percent=200))

    assert wide.week.mapTo(wide, wide.week.rect().topLeft()).x() > wide.width() // 2
    assert narrow.columns.direction() is narrow.columns.Direction.TopToBottom


def test_the_screen_is_driven_by_keys(easter: Front) -> None:
    """The arrow goes to the next kind of day, and Space shows it."""
    screen = _screen(easter)
    assert screen.tabs[DayKind.WEEKDAY].hasFocus()

    easter.press(Qt.Key.Key_Right)
    easter.press(Qt.Key.Key_Space)

    assert screen.kind is DayKind.SATURDAY
