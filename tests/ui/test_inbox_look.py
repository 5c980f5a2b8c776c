"""What the eye sees in the inbox: enough rows, nothing clipped, nobody named who is masked."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton

from hands.desk import DeskInMemory
from hands.front import Front, OpenFront, visible_parts
from hands.rows import LONG_NAME, NOW, a_morning, a_row
from kontaktpunkt.domain.events.reconciliation import SourceReconciled
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.states import MessageStage
from kontaktpunkt.domain.times import MINUTE, Instant
from kontaktpunkt.ui.screens.inbox.lines import Urgency, line_of
from kontaktpunkt.ui.widgets.text import Elided
from kontaktpunkt.usecases.reconciling.rows import RoundStamp
from kontaktpunkt.usecases.rows import DueReason, InboxRow, InboxView, Mark

pytestmark = pytest.mark.ui

LEAST_ROWS = 12


def test_twelve_people_are_seen_without_scrolling(front: Front) -> None:
    """At 1366 by 768, next to rail and card, twelve rows or more are seen whole."""
    assert front.program.window.width() == 1366
    assert front.inbox.list.whole_rows() >= LEAST_ROWS


@pytest.mark.parametrize("percent", [100, 150])
def test_nothing_is_clipped(opened: OpenFront, percent: int) -> None:
    """With names of sixty letters and larger text, every label and button shows all its words."""
    front = opened(DeskInMemory(), percent)
    front.choose(8)
    assert front.desk.rows[8].name == LONG_NAME

    clipped = [
        f"{part.text()!r} {part.size().toTuple()} needs {_needs(part)}"
        for part in visible_parts(front.program.window, QLabel)
        if isinstance(part, QLabel) and not isinstance(part, Elided) and not _fits(part)
    ]
    clipped += [
        part.text()
        for part in visible_parts(front.program.window, QPushButton)
        if isinstance(part, QAbstractButton)
        and part.width() < part.minimumSizeHint().width()
        and part is not front.program.window.top_line.search
    ]

    assert clipped == []


def _fits(label: QLabel) -> bool:
    if not label.text():
        return True
    if label.wordWrap():
        return label.height() >= label.heightForWidth(label.width())
    return label.width() >= label.minimumSizeHint().width()


def _needs(label: QLabel) -> object:
    return label.heightForWidth(label.width()) if label.wordWrap() else label.minimumSizeHint()


def test_the_window_never_needs_more_than_the_screen(opened: OpenFront) -> None:
    """At 150 percent the window still fits 1366 by 768."""
    front = opened(DeskInMemory(), 150)

    assert front.program.window.minimumSizeHint().width() <= 1366
    assert front.program.window.size().toTuple() == (1366, 768)
    assert not front.inbox.list.horizontalScrollBar().isVisible()


def test_focus_can_be_seen(front: Front) -> None:
    """The list looks different when it has the keys."""
    front.choose(3)
    with_focus = _picture(front)

    front.inbox.head.field.setFocus()
    front.settle()

    assert with_focus != _picture(front)


def _picture(front: Front) -> QImage:
    return front.inbox.list.grab().toImage()


def test_a_masked_person_is_nowhere_named(opened: OpenFront) -> None:
    """A protected person is seen as such, without name, number or birth date, in row and card."""
    masked = a_row(
        0,
        name="",
        number=None,
        birth_date=None,
        masked=True,
        protection=Protection.SECRECY_MARKING,
        marks=(Mark.PROTECTED,),
    )
    front = opened(DeskInMemory(rows=[masked]))

    line = line_of(masked, NOW, None, whole=True)

    assert line.name == "Skyddad identitet"
    assert line.born == ""
    assert line.is_protected
    words = [
        part.text() for part in visible_parts(front.inbox.card, QLabel) if isinstance(part, QLabel)
    ]
    assert "Skyddad identitet" in words
    assert not any("Nummer" in text for text in words)


def _due(minutes: int, **changes: object) -> InboxRow:
    due = Instant(NOW + minutes * MINUTE)
    return a_row(1, due_at=due, due_reason=DueReason.UNTAKEN, **changes)


@pytest.mark.parametrize(
    ("minutes", "urgency", "said"),
    [
        (-25, Urgency.LATE, "25 min sent"),
        (0, Urgency.LATE, "0 min sent"),
        (200, Urgency.TODAY, "senast 12:00, om 3 tim"),
        (24 * 60, Urgency.CALM, "senast i morgon 08:40, om 24 tim"),
    ],
)
def test_lateness_is_said_in_words(minutes: int, urgency: Urgency, said: str) -> None:
    """Late, today and later differ in words, not in colour alone."""
    line = line_of(_due(minutes), NOW, None, whole=False)

    assert line.urgency is urgency
    assert line.due == said


def test_what_waits_for_others_is_never_red() -> None:
    """What others owe us stands grey, however long it has waited."""
    line = line_of(_due(-600, stage=MessageStage.WAITING), NOW, None, whole=False)

    assert line.urgency is Urgency.CALM


def test_a_screen_reader_hears_lateness_first() -> None:
    """What is late is said before who it is about."""
    spoken = line_of(_due(-25), NOW, None, whole=False).spoken

    assert spoken.startswith("25 min sent, Utskrivningsklar, Lars Lindqvist, ")
    assert "Ej taget" in spoken


def test_each_kind_has_a_shape_of_its_own() -> None:
    """Kinds differ in shape, not in colour."""
    shapes = [line_of(a_row(0, kind=kind), NOW, None, whole=False).icon for kind in MessageKind]

    assert len(set(shapes)) == len(MessageKind)


@pytest.mark.parametrize("view", list(InboxView))
def test_an_empty_view_says_what_it_is_and_what_to_do(opened: OpenFront, view: InboxView) -> None:
    """An empty list is no white square."""
    front = opened(DeskInMemory(rows=[]))

    front.inbox.show_view(view)
    front.settle()

    assert front.inbox.emptiness.isVisible()
    assert len(front.inbox.emptiness.title.text()) > 10
    assert front.inbox.emptiness.text.text().endswith(".")


def test_an_empty_inbox_says_when_the_list_was_last_compared(opened: OpenFront) -> None:
    """That nothing stands here is only as sure as the last comparison is new."""
    stamp = RoundStamp(stamp=SourceReconciled(system="SAMSA", new=3), at=NOW, by_name="A. Berg")
    front = opened(DeskInMemory(rows=[], stamp=stamp))

    front.inbox.show_view(InboxView.ALL_OPEN)
    front.settle()

    said = front.inbox.emptiness.text.text()
    assert "Avstämt 08:40 av A. Berg mot SAMSA: nya 3" in said


def test_in_an_empty_inbox_focus_is_on_the_chosen_view(opened: OpenFront) -> None:
    """Focus does not point at another view than the one that is shown."""
    front = opened(DeskInMemory(rows=[]))
    front.inbox.show_view(InboxView.ALL_OPEN)
    front.settle()

    front.program.reception.show("inbox")

    assert front.inbox.head.tab(InboxView.ALL_OPEN).hasFocus()


def test_a_filter_without_hits_offers_to_be_emptied(front: Front) -> None:
    """No hits: the filter is named, and one click empties it."""
    front.inbox.head.field.setText("xyzzy")
    front.settle()
    assert "xyzzy" in front.inbox.emptiness.title.text()

    front.inbox.emptiness.way_out.click()
    front.settle()

    assert front.inbox.list.isVisible()
    assert front.inbox.model.rowCount() == len(a_morning())


def test_the_message_is_shown_as_it_came_when_asked(front: Front) -> None:
    """The original is one click away, and asked for only then."""
    front.choose(1)
    assert not any(line.startswith("original") for line in front.desk.asked)

    front.inbox.card.original_wanted.emit()
    front.settle()

    assert "resourceType" in front.inbox.card.original.toPlainText()


def test_the_card_tells_whom_to_ring(front: Front) -> None:
    """The ward's number and our own stand on the card."""
    front.choose(1)

    words = " ".join(
        part.text() for part in visible_parts(front.inbox.card, QLabel) if isinstance(part, QLabel)
    )

    assert front.desk.rows[1].ward_phone in words
    assert "Nina Norén" in words
