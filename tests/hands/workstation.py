"""A hand at a real workstation: the whole program on a real store, in a real window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QKeyCombination, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hands.eyes import read_aloud, rows_of
from hands.typing import type_text
from kontaktpunkt.ui.app import Opening, Program
from kontaktpunkt.ui.application import application
from kontaktpunkt.ui.frame.window import Window
from kontaktpunkt.ui.reception import Reception
from kontaktpunkt.ui.screen import Screen

PATIENCE_MS: Final = 20_000
"""How long a fact is waited for: a busy machine is no fault of the program."""


@dataclass
class Shots:
    """Pictures of the steps of a story, numbered, in a folder."""

    folder: Path
    story: str
    taken: int = 0

    def take(self, what: str) -> None:
        """Take a picture of what the screen shows where the window (or dialog) stands."""
        QApplication.processEvents()
        shown = QApplication.activeWindow()
        if shown is None:
            return
        parent = shown.parentWidget()
        window = parent.window() if parent is not None else shown
        frame = window.frameGeometry()
        picture = window.screen().grabWindow(0, frame.x(), frame.y(), frame.width(), frame.height())
        self.taken += 1
        self.folder.mkdir(parents=True, exist_ok=True)
        name = f"{self.story}-{self.taken:02}-{what}.png"
        assert picture.save(str(self.folder / name)), name


@dataclass
class Workstation:
    """Somebody at a window: presses, types, clicks, drops, and reads what it says.

    Each act ends when the clerk has done and answered everything; nothing waits for a time.
    """

    qtbot: QtBot
    shots: Shots
    size: tuple[int, int] = (1366, 768)
    keys: int = 0
    _window: Window | None = field(default=None, repr=False)
    _program: Program | None = field(default=None, repr=False)

    # --- the program ------------------------------------------------------------------------
    def start(self, opening: Opening) -> None:
        """Start the program and wait until its first screen shows its rows."""
        self._program = Program(application(), opening)
        self._program.show()
        self.sit_down(self._program.window)
        self.screen("inbox").focus()
        self.settle()

    def sit_down(self, window: Window) -> None:
        """Sit down at a window that somebody else started, and wait until it has a desk."""
        self._window = window
        self.wait_for(lambda: self.reception.workplace is not None, "a desk")
        self.settle()
        # Moved before the window manager has placed it, a window gets two minds about its size.
        self.wait_for(lambda: window.windowHandle().isExposed(), "a window on the screen")
        window.activateWindow()
        self.wait_for(window.isActiveWindow, "an active window")
        window.move(0, 0)
        window.resize(*self.size)
        self.settle()

    def close(self) -> None:
        """Close the window as its cross does, and let the program end."""
        if self._program is not None:
            program, self._program = self._program, None
            program.window.close()
            program.stop()
        self._window = None

    @property
    def window(self) -> Window:
        """Give the window that she sits at."""
        assert self._window is not None, "no window is open"
        return self._window

    @property
    def reception(self) -> Reception:
        """Give what joins the window with its desk."""
        reception = self.window.findChild(Reception)
        assert isinstance(reception, Reception)
        return reception

    def settle(self) -> None:
        """Wait until the clerk, if there is a window yet, has done and answered everything."""
        for _ in range(2):
            if self._window is not None:
                self.wait_for(lambda: self.reception.clerk.is_idle, "an idle clerk")
            QApplication.processEvents()
        if self._window is not None:  # what was answered may have asked for more
            self.wait_for(lambda: self.reception.clerk.is_idle, "an idle clerk")

    def wait_for(self, fact: Callable[[], bool], what: str) -> None:
        """Wait for a fact; say which one never came."""
        try:
            self.qtbot.waitUntil(fact, timeout=PATIENCE_MS)
        except Exception as late:
            self.shots.take("vantade-forgaves")
            raise AssertionError(f"waited in vain for {what}; the strip: {self.said}") from late

    # --- hands ------------------------------------------------------------------------------
    def press(self, *keys: str) -> None:
        """Press keys one after the other, each as "T", "Ctrl+N" or "Return"."""
        for each in keys:
            combination = _combination(each)
            target = QApplication.focusWidget() or self.window
            QTest.keyClick(target, combination.key(), combination.keyboardModifiers())
            self.keys += 1
            self.settle()

    def type(self, text: str) -> None:
        """Type a text where the cursor is."""
        target = QApplication.focusWidget()
        assert target is not None, "nothing has focus"
        type_text(target, text)
        self.keys += len(text)
        self.settle()

    def click(self, part: QWidget) -> None:
        """Click in the middle of a part with the mouse; on a box to tick, on the box."""
        assert part.isVisible(), f"{part.accessibleName()} is not to be seen"
        assert part.isEnabled(), f"{part.accessibleName()} cannot be used"
        where = part.rect().center()
        if isinstance(part, QCheckBox | QRadioButton):
            where.setX(part.rect().left() + where.y())
        QTest.mouseClick(part, Qt.MouseButton.LeftButton, pos=where)
        self.settle()

    def click_button(self, name: str, within: QWidget | None = None) -> None:
        """Click the button that bears these words."""
        self.click(self.button(name, within))

    def click_row(self, view: QAbstractItemView, words: str) -> None:
        """Click the first row of a list that says something."""
        place = self.row_saying(view, words)
        cell = view.model().index(place, 0)
        view.scrollTo(cell)
        where = view.visualRect(cell).center()
        QTest.mouseClick(
            view.viewport(),
            Qt.MouseButton.LeftButton,
            pos=QPoint(min(where.x(), view.viewport().width() - 4), where.y()),
        )
        self.settle()

    def choose_from_menu(self, button: QAbstractButton, words: str) -> None:
        """Open the menu of a button and click on the line that begins with these words."""
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.wait_for(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "a menu")
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        line = next((one for one in menu.actions() if one.text().startswith(words)), None)
        assert line is not None, f"no line of the menu begins with {words!r}"
        where = menu.actionGeometry(line).center()
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=where)
        self.settle()

    def drop(self, files: Sequence[Path]) -> None:
        """Drag files over the window and let go of them."""
        carried = QMimeData()
        carried.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
        window = self.window
        told = (Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton)
        held = Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(window.rect().center(), *told, held)
        QApplication.sendEvent(window, enter)
        assert enter.isAccepted(), "the window does not take these files"
        QApplication.sendEvent(window, QDropEvent(QPointF(window.rect().center()), *told, held))
        self.settle()

    def choose_file(self, path: Path) -> None:
        """Type a path in the system's file dialog and press Enter."""
        dialogs = self.window.findChildren(QFileDialog)
        shown = [dialog for dialog in dialogs if dialog.isVisible()]
        assert shown, "no file dialog is open"
        self.shot("fildialog")
        line = shown[0].findChild(QLineEdit, "fileNameEdit")
        assert isinstance(line, QLineEdit)
        line.selectAll()
        # The dialog is Qt's, not ours: what it proposes comes when its own thread has looked.
        line.setCompleter(None)  # pyright: ignore[reportArgumentType]  Qt's way to have none
        type_text(line, str(path))
        QTest.keyClick(line, Qt.Key.Key_Return)
        self.wait_for(lambda: not shown[0].isVisible(), "the file dialog to close")
        self.settle()

    # --- eyes -------------------------------------------------------------------------------
    @property
    def said(self) -> str:
        """Give what the strip says."""
        return self._window.strip.words.text() if self._window is not None else ""

    @property
    def is_warned(self) -> bool:
        """Say whether the strip warns in red."""
        return self._window is not None and bool(self._window.strip.property("mood"))

    def reads(self, part: QWidget | None = None) -> str:
        """Give all that stands on the screen on top, or in a part of the window."""
        return read_aloud(part or self.top)

    @property
    def top(self) -> Screen:
        """Give the screen on top."""
        screen = self.window.top_screen
        assert screen is not None
        return screen

    def screen(self, key: str) -> Screen:
        """Give a screen by its key."""
        return self.reception.screen(key)

    def button(self, name: str, within: QWidget | None = None) -> QAbstractButton:
        """Give the button that bears these words."""
        place = within or QApplication.activeModalWidget() or self.window
        found = [
            one
            for one in place.findChildren(QAbstractButton)
            if one.isVisible() and name in (one.accessibleName(), one.text().replace("&", ""))
        ]
        assert found, f"no button says {name!r}"
        return found[0]

    def row_saying(self, view: QAbstractItemView, words: str) -> int:
        """Give the place of the first row that says something."""
        rows = rows_of(view)
        place = next((at for at, row in enumerate(rows) if words in row), None)
        assert place is not None, f"no row says {words!r}: {rows[:12]}"
        return place

    def shot(self, what: str) -> None:
        """Take a picture of this step, with the dialog over the window if there is one."""
        self.settle()
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            self.wait_for(lambda: dialog.windowHandle().isExposed(), "the dialog on the screen")
        self.shots.take(what)


def _combination(key: str) -> QKeyCombination:
    """Read a key as it is written on a button."""
    sequence: Any = QKeySequence(key)  # that it can be indexed stands in no type
    return sequence[0]
