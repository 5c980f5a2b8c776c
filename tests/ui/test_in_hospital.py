"""Everybody in hospital on one list: grouped, never cut sideways, told with shapes and words."""

from typing import cast

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QAbstractItemModelTester

from hands.desk import DeskInMemory
from hands.front import Front, OpenFront
from hands.rows import NOW, a_case, a_row
from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.times import HOUR, MINUTE, Instant
from kontaktpunkt.ui.screens.in_hospital.lines import Column, Heading, cells, grouped, whole
from kontaktpunkt.ui.screens.in_hospital.screen import InHospitalScreen
from kontaktpunkt.usecases.rows import CaseRow

pytestmark = pytest.mark.ui

READY = replace(
    a_case(a_row(1, kind=MessageKind.READINESS_NOTICE)), ready_sent_at=Instant(NOW - 5 * 24 * HOUR)
)
EMERGENCY = replace(a_case(a_row(2)), case_kind=CaseKind.EMERGENCY_STAY)
OTHER = a_case(a_row(3))


def _screen(front: Front) -> InHospitalScreen:
    front.program.reception.show("in_hospital")
    front.settle()
    return cast("InHospitalScreen", front.program.window.screens["in_hospital"])


def _words(rows: list[CaseRow]) -> list[str]:
    return [line.words if isinstance(line, Heading) else line.name for line in grouped(rows)]


def test_the_list_keeps_qt_s_rules(front: Front) -> None:
    """The list behaves as Qt's tables expect, also while people come and go."""
    screen = _screen(front)
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(screen.model, fatal)

    screen.model.show((OTHER, READY), NOW)
    screen.model.show((OTHER, READY), Instant(NOW + HOUR))
    screen.model.show((), NOW)

    assert tester.model() is screen.model
    assert screen.model.rowCount() == 0


def test_people_stand_in_three_groups() -> None:
    """23-timmars come first, then the ready ones, then the others, each group counted."""
    assert _words([OTHER, READY, EMERGENCY]) == [
        "23-timmars (1)",
        EMERGENCY.name,
        "Utskrivningsklara (1)",
        READY.name,
        "Övriga på sjukhus (1)",
        OTHER.name,
    ]
    assert _words([OTHER]) == ["Övriga på sjukhus (1)", OTHER.name]


def test_a_ready_person_is_told_in_short_and_in_full() -> None:
    """In the column it says how long, and the tooltip says exactly when it was told."""
    assert cells(READY, NOW)[Column.STANDING] == "klar 5 dygn"
    assert whole(READY, Column.STANDING, NOW) == (
        "utskrivningsklar i 5 dygn, meddelat tors 26 feb 08:40"
    )
    assert cells(EMERGENCY, NOW)[Column.STANDING] == "23-timmars"
    assert cells(replace(OTHER, on_leave=True), NOW)[Column.STANDING] == "permission"


def test_leave_does_not_hide_when_the_person_goes_home() -> None:
    """Somebody on leave still has a planned discharge, and a moved one says from when."""
    row = replace(OTHER, on_leave=True, expected_before=Instant(NOW - 3 * 24 * HOUR))

    assert cells(row, NOW)[Column.EXPECTED] == "i morgon 04:40, flyttad"
    assert whole(row, Column.EXPECTED, NOW).endswith("flyttad från lör 28 feb 08:40")


def test_a_masked_person_has_a_shape_and_no_birth_date(front: Front) -> None:
    """A protected person is told by shield and words, and by nothing else."""
    row = replace(OTHER, name="", number=None, birth_date=None, masked=True)
    model = _screen(front).model
    model.show((row,), NOW)

    assert cells(row, NOW)[Column.BORN] == ""
    assert whole(row, Column.PERSON, NOW) == "Skyddad identitet"
    shown = model.data(model.index(1, Column.PERSON), Qt.ItemDataRole.DecorationRole)
    assert isinstance(shown, QPixmap)


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_nothing_lies_beyond_the_edge(opened: OpenFront, percent: int) -> None:
    """At 1366 by 768 all columns that are shown lie within the list, however large the text."""
    screen = _screen(opened(DeskInMemory(), percent))

    header = screen.list.horizontalHeader()

    assert header.length() <= screen.list.viewport().width()
    assert not screen.list.horizontalScrollBar().isVisible()


def test_every_short_column_shows_all_its_words(front: Front) -> None:
    """At 100 percent dates, spans and headings are whole; only names of places may be shortened."""
    screen = _screen(front)
    table, metrics = screen.list, screen.list.fontMetrics()
    longest = replace(READY, ready_sent_at=Instant(NOW - 179 * MINUTE))
    screen.model.show((longest, EMERGENCY, replace(OTHER, expected_before=NOW)), NOW)
    padding = front.program.theme.px(6)

    for column in set(Column) - {Column.PERSON, Column.PLACE, Column.WITH_US}:
        icon = 22 if column is Column.STANDING else 0
        room = table.columnWidth(column) - padding - icon
        for place in range(screen.model.rowCount()):
            said = screen.model.data(screen.model.index(place, column)) or ""
            assert metrics.horizontalAdvance(str(said)) <= room, said
    header = table.horizontalHeader()
    for column in Column:
        assert header.sectionSizeFromContents(column).width() <= table.columnWidth(column), column


def test_twelve_people_are_seen_without_scrolling(front: Front) -> None:
    """With its headings the list still shows twelve people at 1366 by 768."""
    screen = _screen(front)
    last = screen.list.rowAt(screen.list.viewport().height() - 1)

    assert sum(screen.model.row(place) is not None for place in range(last)) >= 12


def test_keys_step_over_the_headings(front: Front) -> None:
    """Arrow down goes from person to person, never to a heading."""
    screen = _screen(front)
    screen.focus()
    seen = {screen.list.currentIndex().row()}
    for _ in range(screen.model.rowCount()):
        front.press(Qt.Key.Key_Down)
        seen.add(screen.list.currentIndex().row())

    assert seen == set(range(screen.model.rowCount())) - set(screen.model.headings())


def test_the_chosen_person_stays_chosen(front: Front) -> None:
    """When a minute passes or somebody else becomes ready, the same person is still chosen."""
    screen = _screen(front)
    screen.list.selectRow(screen.model.rowCount() - 1)
    chosen = screen.model.row(screen.list.currentIndex().row())
    assert chosen is not None

    screen.tick(NOW)
    front.desk.rows = [a_row(40, kind=MessageKind.READINESS_NOTICE), *front.desk.rows]
    screen.begin()
    front.settle()

    after = screen.model.row(screen.list.currentIndex().row())
    assert after is not None
    assert after.case == chosen.case


def test_a_column_can_be_made_wider_and_is_remembered(front: Front, opened: OpenFront) -> None:
    """A column drawn wider takes from the one beside it, and is as wide the next time."""
    screen = _screen(front)
    width = screen.list.columnWidth(Column.PERSON) + 30
    screen.list.setColumnWidth(Column.PERSON, width)
    key = "in_hospital.widths"
    front.qtbot.waitUntil(lambda: key in front.desk.preferences)
    front.settle()

    again = _screen(opened(DeskInMemory(preferences=dict(front.desk.preferences))))

    assert again.list.columnWidth(Column.PERSON) == pytest.approx(width, abs=3)
    assert again.list.horizontalHeader().length() <= again.list.viewport().width()
