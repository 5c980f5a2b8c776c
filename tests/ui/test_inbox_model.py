"""The inbox fetches what is looked at and keeps a few hundred rows of any number."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from hands.desk import DeskInMemory
from hands.front import Front, OpenFront
from hands.rows import a_morning
from kontaktpunkt.ui.screens.inbox.feed import KEPT, PAGE

pytestmark = pytest.mark.ui

MANY = 3000


def test_the_model_keeps_qt_s_rules(front: Front) -> None:
    """The list behaves as Qt's tables expect, also while rows come and go."""
    tester = QAbstractItemModelTester(
        front.inbox.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )

    front.choose(2)
    front.press(Qt.Key.Key_X)
    front.inbox.head.field.setText("Åsa")
    front.settle()
    front.inbox.head.field.setText("finns inte")
    front.settle()

    assert tester.model() is front.inbox.model
    assert front.inbox.model.rowCount() == 0


def test_only_what_is_looked_at_is_fetched(opened: OpenFront) -> None:
    """With three thousand messages the first screen asks for one page."""
    front = opened(DeskInMemory(rows=list(a_morning(MANY))))

    asked = {line for line in front.desk.asked if line.startswith("inbox")}

    assert front.inbox.model.rowCount() == MANY
    assert asked == {"inbox all_open  0"}


def test_any_place_can_be_jumped_to(opened: OpenFront) -> None:
    """End goes to the last of three thousand, and only its page is fetched."""
    front = opened(DeskInMemory(rows=list(a_morning(MANY))))

    front.press(Qt.Key.Key_End)
    front.settle()

    assert front.inbox.list.currentIndex().row() == MANY - 1
    assert front.inbox.chosen()[0].message == front.desk.rows[-1].message
    assert front.inbox.feed.kept < 3 * PAGE


def test_a_few_hundred_rows_are_kept(opened: OpenFront) -> None:
    """Paging through everything does not fill the memory."""
    front = opened(DeskInMemory(rows=list(a_morning(MANY))))

    for place in range(0, MANY, PAGE):
        front.inbox.list.choose(place)
        front.settle()

    assert front.inbox.feed.kept <= KEPT * PAGE


def test_a_row_that_is_on_its_way_has_no_words_yet(opened: OpenFront) -> None:
    """A screen reader hears that the row is being fetched, never something wrong."""
    front = opened(DeskInMemory(rows=list(a_morning(MANY))))

    far = front.inbox.model.index(MANY - 1, 0)

    assert front.inbox.model.data(far) == "Hämtas"
    front.settle()
    assert str(front.inbox.model.data(far)) != "Hämtas"


def test_a_view_that_was_left_never_comes_back(front: Front) -> None:
    """Changing view twice in a row shows the last one chosen, however slow the first."""
    views = list(front.inbox.head.views())

    for view in (*views, views[0]):
        front.inbox.show_view(view)
    front.settle()

    assert front.inbox.feed.query.view is views[0]
    assert front.inbox.model.rowCount() == sum(row.owner is None for row in front.desk.rows)


def test_typing_fast_in_the_filter_shows_the_last_word(front: Front) -> None:
    """Each letter asks anew, and only the last answer is shown."""
    for text in ("L", "Li", "Lin", "Lind", "Lindq"):
        front.inbox.head.field.setText(text)
    front.settle()

    assert front.inbox.feed.query.text == "Lindq"
    assert all("Lindqvist" in line for line in front.lines())
