"""The frame: rail, top line, strip, palette, help, files, news."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from hands.desk import DeskInMemory
from hands.front import Front, OpenFront, visible_parts
from hands.rows import ANNA, BO, NOW, a_row
from hands.typing import type_text
from kontaktpunkt.assets import resources
from kontaktpunkt.domain.times import MINUTE, Instant
from kontaktpunkt.ui.frame.top_line import phone_words
from kontaktpunkt.ui.rooms import PLACES, ROOMS
from kontaktpunkt.usecases.desk import PhoneLine
from kontaktpunkt.usecases.failures import Obstacle, Unavailable

pytestmark = pytest.mark.ui

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_rail_counts_what_nobody_has_taken(front: Front) -> None:
    """The number is what somebody must act on, with a mark because some of it is late."""
    untaken = sum(1 for row in front.desk.rows if row.owner is None)

    assert front.program.window.rail.entry("inbox").badge == (untaken, True)
    assert "något är sent" in front.program.window.rail.entry("inbox").accessibleName()


def test_ctrl_and_a_digit_change_screen(front: Front) -> None:
    """Ctrl+2 shows the daily follow-up, Ctrl+1 the inbox again, with focus where the work is."""
    front.press(K.Key_2, CTRL)
    assert front.program.window.top_screen is front.program.window.screens["follow_up"]

    front.press(K.Key_1, CTRL)

    assert front.program.window.top_screen is front.inbox
    assert front.inbox.list.hasFocus()


def test_every_place_in_the_rail_works() -> None:
    """Nothing in the rail leads nowhere."""
    assert all(place.key in ROOMS for place in PLACES)


def test_the_palette_finds_people_and_acts(front: Front) -> None:
    """Ctrl+K, three letters, Enter: the person's case."""
    opened: list[object] = []
    front.inbox.workplace.case_wanted.disconnect()
    front.inbox.workplace.case_wanted.connect(opened.append)
    front.press(K.Key_K, CTRL)
    palette = front.program.window.palette_panel

    type_text(palette.field, "övergaard")
    front.settle()
    front.press(K.Key_Return)

    assert not palette.isVisible()
    assert opened == [front.desk.rows[0].case]


def test_the_palette_teaches_the_keys(front: Front) -> None:
    """Each act in the palette stands with its key."""
    front.choose(1)
    front.press(K.Key_K, CTRL)
    palette = front.program.window.palette_panel

    type_text(palette.field, "lämna")
    front.settle()

    model = palette.list.model()
    assert model.data(model.index(0, 0)) == "Lämna till"
    assert model.data(model.index(0, 2)) == "L"


@pytest.mark.parametrize(
    ("sought", "shown"),
    [
        ("regler", "Kommun och regler"),
        ("regel", "Kommun och regler"),
        ("statistik", "Nyckeltal"),
        ("blankett", "Papper"),
    ],
)
def test_the_palette_finds_places_by_what_people_call_them(
    front: Front, sought: str, shown: str
) -> None:
    """Nobody needs to know what the rail calls it."""
    front.press(K.Key_K, CTRL)
    palette = front.program.window.palette_panel

    type_text(palette.field, sought)
    front.settle()

    model = palette.list.model()
    assert shown in [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def test_the_palette_shows_only_keys_that_there_are(front: Front) -> None:
    """A place past the ninth has no digit."""
    front.press(K.Key_K, CTRL)
    model = front.program.window.palette_panel.list.model()
    keys = [str(model.data(model.index(row, 2))) for row in range(model.rowCount())]

    assert "Ctrl+9" in keys
    assert not [key for key in keys if key.startswith("Ctrl+1") and key != "Ctrl+1"]


def test_the_palette_stands_under_the_top_line(front: Front) -> None:
    """Wherever the window has been dragged, the palette opens where the eye expects it."""
    window = front.program.window
    window.resize(1500, 900)
    front.settle()

    front.press(K.Key_K, CTRL)

    panel, line = window.palette_panel, window.top_line
    assert 0 < panel.geometry().top() - line.geometry().bottom() < 20
    assert abs(panel.geometry().center().x() - window.width() // 2) < 3


def test_escape_closes_the_palette_and_gives_focus_back(front: Front) -> None:
    """Nothing chosen, nothing done."""
    front.press(K.Key_K, CTRL)

    front.press(K.Key_Escape)

    assert not front.program.window.palette_panel.isVisible()
    assert front.inbox.list.hasFocus()


def test_the_palette_leaves_when_somebody_goes_elsewhere(front: Front) -> None:
    """A click beside it is enough: it never lies over the next screen."""
    front.press(K.Key_K, CTRL)

    front.inbox.list.setFocus(Qt.FocusReason.MouseFocusReason)
    front.settle()

    assert not front.program.window.palette_panel.isVisible()
    assert front.inbox.list.hasFocus()


def test_f1_shows_help_for_the_screen(front: Front) -> None:
    """Help is one key away, beside the list and not over it."""
    front.press(K.Key_F1)
    assert front.program.window.help.isVisible()
    assert front.inbox.list.isVisible()

    front.press(K.Key_Escape)

    assert not front.program.window.help.isVisible()


@pytest.mark.parametrize("key", sorted(ROOMS))
def test_every_screen_has_its_help(key: str) -> None:
    """F1 never finds nothing."""
    text = (resources() / "help" / f"{key}.md").read_text("utf-8")

    assert text.startswith("# ")
    assert len(text) > 300
    assert "!" not in text


def test_the_size_of_text_follows_the_keys(front: Front) -> None:
    """Ctrl and plus: larger at once, and remembered for me."""
    before = front.inbox.list.rowHeight(0)

    with front.qtbot.waitSignal(front.program.theme.changed):
        front.press(K.Key_Plus, CTRL)
    front.settle()

    assert front.inbox.list.rowHeight(0) > before
    assert front.desk.preferences["theme.text_percent"] == "110"


def test_many_presses_are_told_at_once_and_drawn_once(front: Front) -> None:
    """Who holds Ctrl and plus down does not wait for every size on the way."""
    drawn: list[int] = []
    theme = front.program.theme
    theme.changed.connect(lambda: drawn.append(theme.percent))

    with front.qtbot.waitSignal(theme.changed):
        for key in (K.Key_Plus, K.Key_Plus, K.Key_Plus, K.Key_Minus):
            QTest.keyClick(front.program.window, key, CTRL)
            said = front.said
    front.settle()

    assert said == "Textstorlek 125 %"
    assert drawn == [125]
    assert front.inbox.card.sheet.verticalScrollBar().value() == 0
    front.press(K.Key_0, CTRL)


def test_another_user_works_from_the_same_place(front: Front) -> None:
    """Bo takes over the workstation: his name, his views."""
    front.program.window.top_line.user_chosen.emit(BO.staff)
    front.settle()

    assert front.program.window.top_line.user.text() == BO.name
    assert front.desk.me == BO
    front.program.window.top_line.user_chosen.emit(ANNA.staff)
    front.settle()


def test_dropped_files_are_taken_in_and_told_one_by_one(front: Front, tmp_path: Path) -> None:
    """A file dropped on the window is taken in, and the strip says what became of it."""
    files = [tmp_path / "ett.json", tmp_path / "två.json"]
    for file in files:
        file.write_bytes(b"{}")

    _drop(front, files)

    assert front.desk.taken_in == ["ett.json", "två.json"]
    assert front.said.startswith("två.json: intaget")


def test_a_file_that_is_gone_is_told(front: Front, tmp_path: Path) -> None:
    """A file that cannot be opened is said to be, and nothing else happens."""
    _drop(front, [tmp_path / "borta.json"])

    assert front.desk.taken_in == []
    assert front.said == "borta.json går inte att öppna. Inget är ändrat."


def _drop(front: Front, files: list[Path]) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    none = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, none
    )
    front.program.window.dropEvent(event)
    front.settle()


def test_a_full_disk_is_said_where_it_is_seen(opened: OpenFront) -> None:
    """What could not be saved is said in the strip, and stays there until it is closed."""

    def fail(what: str) -> None:
        if what == "act":
            raise Unavailable(Obstacle.DISK_FULL)

    front = opened(DeskInMemory(before=fail))
    front.choose(1)

    front.press(K.Key_T)

    assert "Disken är full" in front.said
    assert front.program.window.strip.close_button.isVisible()


def test_news_are_told_without_a_name_when_nobody_looks(front: Front) -> None:
    """Minimised, the window's title says that something has come, and never about whom."""
    window = front.program.window
    front.desk.rows.insert(0, a_row(900))
    window.showMinimized()

    front.inbox.workplace.refresh()
    front.settle()

    assert window.windowTitle() == "Nytt meddelande – Kontaktpunkt"
    assert front.desk.rows[0].name not in window.windowTitle()


def test_everything_has_a_name_for_a_screen_reader(front: Front) -> None:
    """Whoever cannot see the screen hears what each button and field is."""
    front.choose(1)
    kinds: tuple[type[QWidget], ...] = (QAbstractButton, QLineEdit, QPlainTextEdit)

    nameless = [
        type(part).__name__
        for kind in kinds
        for part in visible_parts(front.program.window, kind)
        if part.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not part.accessibleName()
        and not (isinstance(part, QAbstractButton) and part.text())
    ]

    assert nameless == []


def test_everything_can_be_reached_with_tab(front: Front) -> None:
    """Going round with Tab passes list, tabs, filter, the card's buttons and the frame."""
    front.inbox.list.setFocus()
    passed: list[QWidget] = []
    for _ in range(80):
        focused = QApplication.focusWidget()
        assert focused is not None
        passed.append(focused)
        front.program.window.focusNextPrevChild(True)  # noqa: FBT003  Qt's own

    names = {part.accessibleName() for part in passed}
    assert {"Meddelanden", "Filtrera listan", "Ta", "Sök"} <= names
    assert {entry.title for entry in PLACES} <= {name.partition(",")[0] for name in names}


def test_a_demo_says_so_on_every_screen(front: Front) -> None:
    """Nobody takes invented people for real ones."""
    assert front.program.window.demo.isVisible()


def test_a_real_store_reminds_of_its_recovery_sheet(opened: OpenFront) -> None:
    """Until the recovery sheet is printed, the strip says so and leads to it."""
    front = opened(DeskInMemory(demo=False))

    assert not front.program.window.demo.isVisible()
    assert front.program.window.strip.warning.isVisible()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (PhoneLine(is_open=True, until=Instant(NOW + 170 * MINUTE)), "Telefontid till 11:30"),
        (
            PhoneLine(is_open=False, answered_by="Trygghetscentralen"),
            "nu svarar Trygghetscentralen",
        ),
        (PhoneLine(is_open=False), "Telefonen är stängd"),
        (
            PhoneLine(
                is_open=False,
                next_opening=Instant(NOW + 260 * MINUTE),
                answered_by="Trygghetscentralen",
            ),
            "Telefonen öppnar 13:00, nu svarar Trygghetscentralen",
        ),
    ],
)
def test_the_top_line_says_who_answers_the_phone(line: PhoneLine, said: str) -> None:
    """Open until when, or who answers now."""
    assert phone_words(line, NOW).lower() == said.lower()
