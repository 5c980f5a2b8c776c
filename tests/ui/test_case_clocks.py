"""The clocks of a case: one line each, opened to what they stand on, answered and paused there."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from hands.case_desk import CASE, CaseDesk, a_page
from hands.case_front import case_screen, go_to_case
from hands.clocks import DEVIATION, some_clocks
from hands.front import Front, OpenFront
from hands.rows import NOW
from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.clocks import CaseClock
from kontaktpunkt.domain.commands import (
    AnswerPlanning,
    JudgeConditions,
    PauseClock,
    ResumeClock,
    SendDeviation,
)
from kontaktpunkt.domain.times import HOUR, MINUTE, Instant
from kontaktpunkt.ui.screens.case.clock_row import ClockRow
from kontaktpunkt.ui.screens.case.clocks import ClocksPanel

pytestmark = pytest.mark.ui

K = Qt.Key
C = ClockKind


@pytest.fixture
def desk() -> CaseDesk:
    """Give a desk with a case in hospital."""
    return CaseDesk()


@pytest.fixture
def front(opened: OpenFront, desk: CaseDesk) -> Front:
    """Open the window at the case."""
    front = opened(desk)
    go_to_case(front, CASE)
    return front


@pytest.fixture
def panel(front: Front) -> ClocksPanel:
    """Give the panel of clocks."""
    return case_screen(front).clocks


def _click(front: Front, part: QWidget) -> None:
    QTest.mouseClick(part, Qt.MouseButton.LeftButton)
    front.settle()


def _grounds(row: ClockRow) -> str:
    return "\n".join(label.text() for label in row.grounds.findChildren(QLabel))


def _with(desk: CaseDesk, kind: ClockKind, **changes: object) -> tuple[CaseClock, ...]:
    """Let the desk answer with one clock changed."""
    clocks = tuple(
        replace(clock, **changes) if clock.kind is kind and clock.past is None else clock
        for clock in some_clocks(NOW)
    )
    desk.pages[CASE] = a_page(clocks=clocks)
    return clocks


def test_what_runs_stands_first_with_whose_turn_it_is(panel: ClocksPanel) -> None:
    """Ours, money, the region's; what does not run is one press away."""
    running = [row for row in panel.running.findChildren(ClockRow) if row.isVisible()]

    assert [row.words.text() for row in running] == [
        "Planeringssvar senast i morgon 00:40, om 16 tim · vår tur",
        "Utskrivningsklar sedan 07:05, för 1 tim 35 min · vår tur",
        "Betalningsansvar tidigast fre 6 mars · underlag, avtal kan gälla",
        "Inskrivningsmeddelandet sändes efter 18 tim, inom 24 tim",
    ]
    assert panel.more.text() == "Räknas inte: 3"
    assert not panel.idle.isVisible()


@pytest.mark.parametrize("key", [K.Key_Return, K.Key_Enter, K.Key_Space])
def test_a_clock_opens_with_a_key_to_what_it_stands_on(
    front: Front, panel: ClocksPanel, key: Qt.Key
) -> None:
    """Which message, when, by which rule, from which source; and closes again."""
    row = panel.row(C.ADMISSION_NOTICE)
    row.toggle.setFocus()

    front.press(key)

    assert row.below.isVisible()
    told = _grounds(row)
    assert "2 kap. 3 § lag 2017:612" in told
    assert "24 tim. Lag (2017:612): 2 kap. 3 § lagen (2017:612) (bekräftat)" in told
    assert "Inskrivning" in told
    front.press(key)
    assert not row.below.isVisible()


def test_a_click_on_the_words_opens_it_too(front: Front, panel: ClocksPanel) -> None:
    """Mouse all the way."""
    row = panel.row(C.READINESS)

    _click(front, row.words)

    assert row.is_open


def test_what_does_not_run_says_what_is_missing(front: Front, panel: ClocksPanel) -> None:
    """And what no longer counts is struck through, never gone."""
    _click(front, panel.more)

    said = [row.words.text() for row in panel.idle.findChildren(ClockRow) if row.isVisible()]
    assert said[0] == "Kallelse till SIP räknas inte: ingen har sagt om SIP behövs"
    past = next(row for row in panel.idle.findChildren(ClockRow) if "återtogs" in row.words.text())
    assert past.words.font().strikeOut()


def test_to_wait_for_the_region_is_one_press(
    front: Front, panel: ClocksPanel, desk: CaseDesk
) -> None:
    """The clock stands still, and the act can be undone like any other."""
    row = panel.row(C.PLANNING_ANSWER)
    _click(front, row.words)

    _click(front, row.act("Vänta på regionen"))

    wish = PauseClock(case=CASE, clock=C.PLANNING_ANSWER, waiting_for="regionen")
    assert desk.commands == [wish]
    assert front.said == "Planeringssvar väntar på regionen"


def test_what_stands_still_is_let_go_with_one_press(
    front: Front, panel: ClocksPanel, desk: CaseDesk
) -> None:
    """It says since when, how much was left, and on whom we wait."""
    _with(
        desk,
        C.PLANNING_ANSWER,
        due_at=None,
        paused_at=Instant(NOW - 10 * MINUTE),
        left=16 * HOUR,
        waiting_for="regionen",
    )
    case_screen(front).begin()
    front.settle()
    row = panel.row(C.PLANNING_ANSWER)
    assert row.words.text() == (
        "Planeringssvar står stilla sedan 08:30, 16 tim kvar · väntar på regionen"
    )
    _click(front, row.words)

    _click(front, row.act("Låt tiden gå"))

    assert desk.commands == [ResumeClock(case=CASE, clock=C.PLANNING_ANSWER)]


def test_an_answer_a_condition_and_a_sent_deviation_are_one_press_each(
    front: Front, panel: ClocksPanel, desk: CaseDesk
) -> None:
    """What the clock asks for is done where it asks for it."""
    _click(front, panel.more)
    for kind, words, wish in (
        (C.PLANNING_ANSWER, "Svar lämnat", AnswerPlanning(case=CASE)),
        (C.PAYMENT_START, "SIP behövs inte", JudgeConditions(case=CASE, sip_needed=False)),
        (C.DEVIATION_ANSWER, "Skickad", SendDeviation(case=CASE, deviation=DEVIATION)),
    ):
        row = panel.row(kind)
        _click(front, row.words)
        _click(front, row.act(words))
        assert desk.commands[-1] == wish


def test_what_we_are_late_with_is_red_and_what_others_are_is_not(
    front: Front, panel: ClocksPanel, desk: CaseDesk
) -> None:
    """Red means that we are late; colour never speaks alone."""
    _with(desk, C.PLANNING_ANSWER, due_at=Instant(NOW - 2 * HOUR))
    case_screen(front).begin()
    front.settle()

    ours = panel.row(C.PLANNING_ANSWER)
    assert (ours.words.text(), ours.words.property("role")) == (
        "Planeringssvar 2 tim sent · vår tur",
        "wrong",
    )
    theirs = panel.row(C.ADMISSION_NOTICE)
    assert theirs.words.property("role") == "soft"


def test_an_open_clock_and_focus_survive_a_minute_and_a_new_page(
    front: Front, panel: ClocksPanel
) -> None:
    """Time goes on under whoever is reading."""
    row = panel.row(C.READINESS)
    row.toggle.setFocus()
    front.press(K.Key_Space)

    panel.tick(Instant(NOW + 5 * MINUTE))
    assert panel.row(C.READINESS).words.text().endswith("för 1 tim 40 min · vår tur")
    case_screen(front).begin()
    front.settle()

    assert panel.row(C.READINESS).is_open
    assert panel.row(C.READINESS).toggle.hasFocus()


def test_nothing_can_be_done_in_a_closed_case(
    front: Front, panel: ClocksPanel, desk: CaseDesk
) -> None:
    """What it stood on can still be read."""
    page = a_page()
    desk.pages[CASE] = replace(page, row=replace(page.row, is_open=False))
    case_screen(front).begin()
    front.settle()

    assert panel.row(C.PLANNING_ANSWER).act_words == ()


def test_every_arrow_is_named_for_a_screen_reader(panel: ClocksPanel) -> None:
    """The name says the whole line."""
    names = {row.toggle.accessibleName() for row in panel.rows.values()}

    assert (
        "Visa underlag: Betalningsansvar tidigast fre 6 mars · underlag, avtal kan gälla" in names
    )
    assert all(name.startswith("Visa underlag: ") for name in names)
