"""The follow-up list in a real window: groups, two lines a person, filters, columns, order."""

from typing import cast
from uuid import UUID

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from hands.desk import DeskInMemory
from hands.front import Front, OpenFront
from hands.rows import NOW, a_case, a_row
from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.events.homecoming import Destination
from kontaktpunkt.domain.events.meeting import ReviewDecision
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.side import Side
from kontaktpunkt.domain.times import HOUR, MINUTE, Instant
from kontaktpunkt.ui.screens.follow_up.columns import Column
from kontaktpunkt.ui.screens.follow_up.lines import Cell, Heading, Terms, Tone, cells, grouped
from kontaktpunkt.ui.screens.follow_up.screen import FollowUpScreen
from kontaktpunkt.usecases.case_lines.homecoming import (
    HomecomingLine,
    ObstacleLine,
    PaymentLine,
    ReviewLine,
)
from kontaktpunkt.usecases.follow_up.listing import follow_up_page
from kontaktpunkt.usecases.follow_up.rows import FollowUpQuery, FollowUpRow
from kontaktpunkt.usecases.rows import CaseRow

pytestmark = pytest.mark.ui

_DAY = 24 * HOUR
READY = replace(
    a_case(a_row(1, kind=MessageKind.READINESS_NOTICE)), ready_sent_at=Instant(NOW - 5 * _DAY)
)
EMERGENCY = replace(a_case(a_row(2)), case_kind=CaseKind.EMERGENCY_STAY)
PLANNED = replace(a_case(a_row(3)), expected_discharge=Instant(NOW + 9 * _DAY))
_PROFILE = DeskInMemory().profile()
_TERMS = Terms(now=NOW, profile=_PROFILE)


def _rows(*cases: CaseRow) -> tuple[FollowUpRow, ...]:
    return follow_up_page(cases, FollowUpQuery(), _PROFILE, NOW).rows


def _cell(case: CaseRow, column: Column) -> Cell:
    return cells(_rows(case)[0], _TERMS)[column]


def _with(case: CaseRow, home: HomecomingLine) -> CaseRow:
    return replace(case, homecoming=home)


def _screen(front: Front) -> FollowUpScreen:
    front.program.reception.show("follow_up")
    front.settle()
    return cast("FollowUpScreen", front.program.window.screens["follow_up"])


def _names(screen: FollowUpScreen) -> list[str]:
    rows = [screen.model.row(place) for place in range(screen.model.rowCount())]
    return [row.case.name for row in rows if row is not None]


def test_the_list_keeps_qt_s_rules(front: Front) -> None:
    """The list behaves as Qt's tables expect, also while people come and go."""
    screen = _screen(front)
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(screen.model, fatal)

    screen.model.show(_rows(PLANNED, READY), _TERMS, with_headings=True)
    screen.model.show(_rows(PLANNED, READY), _TERMS, with_headings=False)
    screen.model.show((), _TERMS, with_headings=True)

    assert tester.model() is screen.model
    assert screen.model.rowCount() == 0


def test_people_stand_under_the_headings_of_their_groups() -> None:
    """23-timmars come first, then the ready ones, then the planned, each group counted."""
    said = [
        line.words if isinstance(line, Heading) else line.case.name
        for line in grouped(_rows(PLANNED, READY, EMERGENCY))
    ]

    assert said == [
        "23-timmars (1)",
        EMERGENCY.name,
        "Utskrivningsklara (1)",
        READY.name,
        "Planeras (1)",
        PLANNED.name,
    ]


def test_payment_is_counted_down_in_words_with_its_reason() -> None:
    """It says in how many days, amber tomorrow, red when it runs, and else why it does not."""
    day = _TERMS.today

    def said(days: int) -> Cell:
        line = PaymentLine(day=day.fromordinal(day.toordinal() + days))
        return _cell(_with(READY, HomecomingLine(payment=line)), Column.READY)

    assert (said(2).sub, said(2).sub_tone) == ("ansvar om 2 dygn", Tone.SOFT)
    assert (said(1).sub, said(1).sub_tone) == ("ansvar i morgon", Tone.TODAY)
    assert (said(0).sub, said(0).sub_tone) == ("ansvar börjar i dag", Tone.TODAY)
    assert said(-1).sub_tone is Tone.WRONG
    assert said(2).main == "klar 5 dygn"


def test_where_the_region_counts_an_average_nothing_is_called_ours() -> None:
    """The statute's day stands there as underlag, grey: no debt of ours is claimed by it."""
    line = PaymentLine(day=_TERMS.today, only_basis=True)
    cell = _cell(_with(READY, HomecomingLine(payment=line)), Column.READY)

    assert (cell.sub, cell.sub_tone) == ("tidigast i dag, underlag", Tone.SOFT)


def test_a_person_called_home_and_not_confirmed_is_red_in_words() -> None:
    """Two hours after the expected time the list says that nobody has confirmed her home."""
    home = HomecomingLine(called_at=NOW, expected_home=Instant(NOW - 150 * MINUTE))
    cell = _cell(_with(READY, home), Column.READY)

    assert (cell.main, cell.tone) == ("ej bekräftad hemma", Tone.WRONG)
    assert cell.sub == "väntades för 2 tim 30 min sedan"


def test_who_has_left_by_our_own_note_is_said_to_have_left() -> None:
    """The list counts no time as ready for somebody who has gone, told by the region or not."""
    cell = _cell(_with(READY, HomecomingLine(called_at=NOW, left_at=NOW)), Column.READY)

    assert cell.main.startswith("har lämnat ")
    assert cell.sub == "utskrivning ej meddelad"


def test_what_is_lacking_and_in_the_way_is_named() -> None:
    """The cell has room for few words; its tooltip names everything, and whose part it is."""
    obstacles = (
        ObstacleLine(UUID(int=1), "transport", Side.TRANSPORT, Instant(NOW - 3 * HOUR)),
        ObstacleLine(UUID(int=2), "", Side.PERSON, Instant(NOW - HOUR), "vill inte hem"),
    )
    case = _with(READY, HomecomingLine(done=("alarm",), asked=("epicrisis",), obstacles=obstacles))

    in_place, obstacle = _cell(case, Column.IN_PLACE), _cell(case, Column.OBSTACLE)

    assert in_place.main == f"1 av {len(_PROFILE.readiness_items)}, luckor"
    assert "Epikris (efterfrågat)" in in_place.whole
    assert (obstacle.main, obstacle.sub) == ("Sjukresa saknas", "transporten, 1 till")
    assert "vill inte hem, personen eller närstående, 1 tim" in obstacle.whole


def test_the_meetings_of_today_stand_beside_each_other() -> None:
    """Morning and lunch say what was decided, and yesterday's is not taken for today's."""
    reviews = (
        ReviewLine("lunch", ReviewDecision.WAITING, Instant(NOW - _DAY)),
        ReviewLine("morning", ReviewDecision.OBSTACLE, NOW, "väntar på larm"),
    )
    case = _with(READY, HomecomingLine(reviews=reviews, destination=Destination.HOME))

    morning = _cell(case, Column.FIRST_MEETING)

    assert (morning.main, morning.sub) == ("hinder", "väntar på larm")
    assert _cell(case, Column.SECOND_MEETING) == Cell()
    assert _cell(case, Column.TO).main == "hem"


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_nothing_lies_beyond_the_edge(opened: OpenFront, percent: int) -> None:
    """At 1366 by 768 all columns that are shown lie within the list, however large the text."""
    screen = _screen(opened(DeskInMemory(), percent))

    header = screen.list.horizontalHeader()

    assert header.length() <= screen.list.viewport().width()
    assert not screen.list.horizontalScrollBar().isVisible()
    assert not screen.list.isColumnHidden(Column.NEXT)


def test_twelve_people_are_seen_without_scrolling(front: Front) -> None:
    """The list shows twelve people at 1366 by 768, headings and two lines a person included."""
    screen = _screen(front)
    height = screen.list.viewport().height()
    seen = [
        place
        for place in range(screen.model.rowCount())
        if screen.list.rowViewportPosition(place) < height
    ]

    assert sum(screen.model.row(place) is not None for place in seen) >= 12


def test_arrows_go_from_person_to_person_and_enter_opens(front: Front) -> None:
    """A heading is never chosen; Enter opens the case that is."""
    screen = _screen(front)
    screen.focus()
    opened: list[UUID] = []
    screen.workplace.case_wanted.connect(opened.append)
    for _ in range(4):
        QTest.keyClick(screen.list, Qt.Key.Key_Down)
        assert screen.model.row(screen.list.currentIndex().row()) is not None
    chosen = screen.model.row(screen.list.currentIndex().row())

    QTest.keyClick(screen.list, Qt.Key.Key_Return)
    front.settle()

    assert chosen is not None
    assert opened == [chosen.case.case]


def test_a_filter_says_that_others_are_left_out_and_goes_with_one_press(
    opened: OpenFront,
) -> None:
    """Nobody takes her own unit's people for everybody's."""
    norr, other = replace(READY, unit="Norr"), replace(PLANNED, unit="Söder")
    front = opened(DeskInMemory(follow_ups=(norr, other)), 100)
    screen = _screen(front)

    screen.filters.unit.setCurrentIndex(screen.filters.unit.findData("Norr"))
    front.settle()
    narrow = (_names(screen), screen.as_of.text())
    screen.filters.everything.click()
    front.settle()

    assert narrow[0] == [norr.name]
    assert "1 av 2 personer" in narrow[1]
    assert sorted(_names(screen)) == sorted([norr.name, other.name])


def test_a_column_orders_the_list_and_once_more_gives_consequence_back(
    opened: OpenFront,
) -> None:
    """Whoever looks for a name finds it; the ordinary order is one click away."""
    first = replace(READY, name="Önnerud, Östen", ready_sent_at=Instant(NOW - 9 * _DAY))
    second = replace(a_case(a_row(5)), name="Abel", ready_sent_at=Instant(NOW - _DAY))
    front = opened(DeskInMemory(follow_ups=(first, second)), 100)
    screen = _screen(front)

    screen.list.order_wanted.emit(Column.PERSON)
    by_name = _names(screen)
    screen.list.order_wanted.emit(Column.PERSON)

    assert by_name == [second.name, first.name]
    assert _names(screen) == [first.name, second.name]


def test_a_hidden_column_stays_hidden_and_who_it_is_can_never_be(front: Front) -> None:
    """What somebody hid is hidden tomorrow too, but never the person or the next step."""
    screen = _screen(front)

    screen.list.set_hidden([Column.TO, Column.PERSON, 99])

    assert screen.list.isColumnHidden(Column.TO)
    assert not screen.list.isColumnHidden(Column.PERSON)


def test_the_rail_counts_from_the_start_and_whatever_is_filtered(opened: OpenFront) -> None:
    """Whoever works in the inbox sees that somebody is ready, and that one is not home yet."""
    home = HomecomingLine(called_at=NOW, expected_home=Instant(NOW - 150 * MINUTE))
    late = _with(replace(a_case(a_row(5)), unit="Söder"), home)
    front = opened(DeskInMemory(follow_ups=(replace(READY, unit="Norr"), late)), 100)
    entry = front.program.window.rail.entry("follow_up")
    before = entry.badge
    screen = _screen(front)

    screen.filters.unit.setCurrentIndex(screen.filters.unit.findData("Söder"))
    front.settle()

    assert before == (1, True)
    assert entry.badge == (1, True)
