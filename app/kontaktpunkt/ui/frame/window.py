"""The window: rail, top line, strip and palette around the screen on top."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QMoveEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kontaktpunkt.ui.frame.demo import DemoMark
from kontaktpunkt.ui.frame.help import HelpPanel
from kontaktpunkt.ui.frame.keys import FrameKeys, number_key
from kontaktpunkt.ui.frame.outage_bar import OutageBar
from kontaktpunkt.ui.frame.palette import Offer, Palette
from kontaktpunkt.ui.frame.rail import LAST_NUMBER, Rail
from kontaktpunkt.ui.frame.strip import Strip
from kontaktpunkt.ui.frame.text_size import TextSize
from kontaktpunkt.ui.frame.top_line import TopLine
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.theme.theme import Theme

SMALLEST = (1024, 640)
FIRST_SIZE = (1366, 740)
_SETTLED = 500


@dataclass(frozen=True, slots=True)
class Place:
    """A screen that has a place in the rail; `whole` is its name where there is room for it.

    `also` are other words that somebody looks for it by.
    """

    key: str
    title: str
    icon: str
    last: bool = False
    whole: str = ""
    also: str = ""


class Window(QMainWindow):
    """The frame; it is shown before there is a desk, and filled when there is one."""

    files_dropped = Signal(object)  # list[str]: paths
    place_changed = Signal()  # size or position has settled
    screen_shown = Signal(object)  # Screen
    place_wanted = Signal(str)  # key of a screen, from rail or keys
    closing = Signal()  # somebody closes the window
    came_back = Signal()  # the window is looked at again

    def __init__(self, theme: Theme, places: Sequence[Place]) -> None:
        super().__init__()
        self.theme = theme
        self.places = tuple(places)
        self.keys = FrameKeys(self)
        self.rail = Rail(theme)
        self.top_line = TopLine(theme)
        self.demo = DemoMark(theme)
        self.outage_bar = OutageBar(theme)
        self.strip = Strip(theme)
        self.text_size = TextSize(theme, self)
        self.help = HelpPanel(theme)
        self.stack = QStackedWidget()
        self.palette_panel = Palette(theme)
        self.screens: dict[str, Screen] = {}
        self._before: list[str] = []
        self._settling = QTimer(self, singleShot=True, interval=_SETTLED)
        self._settling.timeout.connect(self.place_changed)
        self.setWindowTitle("Kontaktpunkt")
        self.setWindowIcon(theme.icon("program"))
        self.setMinimumSize(*SMALLEST)
        self.resize(*FIRST_SIZE)
        self.setAcceptDrops(True)
        self._put_together()
        self._wire()

    def add_screen(self, screen: Screen) -> None:
        """Add a screen to the stack; its number goes to its place in the rail."""
        self.screens[screen.key] = screen
        self.stack.addWidget(screen)
        screen.closed.connect(self.go_back)
        if any(place.key == screen.key for place in self.places):

            def show_badge(count: int, late: bool) -> None:  # noqa: FBT001  what the signal sends
                self.rail.show_badge(screen.key, count, late=late)

            screen.badge_changed.connect(show_badge)

    def show_screen(self, key: str) -> None:
        """Bring a screen to the top and give it focus."""
        screen = self.screens[key]
        top = self.stack.currentWidget()
        if isinstance(top, Screen) and top is not screen:
            self._before.append(top.key)
            del self._before[:-20]
        self.stack.setCurrentWidget(screen)
        self.rail.show_chosen(key)
        self.help.hide()
        screen.came_on_top()
        self.setWindowTitle(f"{screen.title} – Kontaktpunkt" if screen.title else "Kontaktpunkt")
        self.screen_shown.emit(screen)

    def go_back(self) -> None:
        """Go back to the screen before; the first place when there is none."""
        key = self._before.pop() if self._before else self.places[0].key
        self.show_screen(key)
        if self._before and self._before[-1] == key:
            self._before.pop()

    @property
    def top_screen(self) -> Screen | None:
        """Give the screen on top."""
        top = self.stack.currentWidget()
        return top if isinstance(top, Screen) else None

    def stand_in(self, page: QWidget | None) -> None:
        """Show a page in the place of everything, with no keys; None shows everything again."""
        if page is not None and page.parent() is None:
            self._rows.insertWidget(1, page, 1)
        for shown in (self.top_line, self.rail, self.stack, self.strip):
            shown.setVisible(page is None)
        for key in self.findChildren(QShortcut):
            key.setEnabled(page is None)
        if page is not None:
            self.palette_panel.hide()
            self.help.hide()

    def open_palette(self, standing: Sequence[Offer]) -> None:
        """Open the palette under the top line, wherever that stands now."""
        self.palette_panel.open_with(standing)
        self._put_panels()

    def toggle_help(self) -> None:
        """Show or hide the help of the screen on top."""
        if self.help.isVisible():
            self.help.close_help()
        elif self.top_screen is not None:
            self.show_text(self.top_screen.help_text())

    def show_text(self, markdown: str) -> None:
        """Show a text where help stands."""
        self.help.show_help(markdown)
        self._put_panels()
        self.help.raise_()

    def focus_screen(self) -> None:
        """Give focus back to the screen on top."""
        if self.top_screen is not None:
            self.top_screen.focus()

    def shut_in(self) -> None:
        """Leave nothing in reach but the screen on top: the store behind the others is going."""
        for panel in (self.palette_panel, self.help):
            panel.hide()
        strip = self.strip
        doors = (self.rail, self.top_line, self.demo, self.outage_bar)
        for part in (*doors, strip.undo, strip.standing):
            part.setEnabled(False)
        for act in self.actions():
            act.setEnabled(False)
        self.setAcceptDrops(False)

    def place_text(self) -> str:
        """Give size and position as text to remember."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def restore_place(self, text: str) -> None:
        """Take the remembered size and position, when there is one."""
        if text:
            self.restoreGeometry(QByteArray.fromBase64(text.encode("ascii")))

    def is_looked_at(self) -> bool:
        """Say whether the window is up and active."""
        return self.isActiveWindow() and not self.isMinimized()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the palette in its place, and remember the size when it has settled."""
        super().resizeEvent(event)
        self._put_panels()
        self._settling.start()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Remember the position when it has settled."""
        super().moveEvent(event)
        self._settling.start()

    def changeEvent(self, event: QEvent) -> None:
        """Notice that the window is looked at again."""
        super().changeEvent(event)
        # Some window managers make it active before it has come up: both changes count.
        came = (QEvent.Type.ActivationChange, QEvent.Type.WindowStateChange)
        if event.type() in came and self.is_looked_at():
            self.came_back.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the size be remembered before the window goes."""
        self._settling.stop()
        self.text_size.stop()
        self.place_changed.emit()
        self.closing.emit()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, and nothing else."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on the files that were dropped."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.files_dropped.emit(paths)

    def _put_together(self) -> None:
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        for part, stretch in ((self.rail, 0), (self.stack, 1)):
            middle.addWidget(part, stretch)
        whole = QWidget()
        rows = self._rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.demo)
        rows.addWidget(self.top_line)
        rows.addLayout(middle, 1)
        rows.addWidget(self.outage_bar)
        rows.addWidget(self.strip)
        self.setCentralWidget(whole)
        for panel in (self.palette_panel, self.help):
            panel.setParent(whole)
            panel.hide()
        # Reading order: what is on top first, then the rail and the strip.
        for one, other in (
            (self.top_line.user, self.rail),
            (self.rail, self.stack),
            (self.stack, self.outage_bar),
            (self.outage_bar, self.strip),
        ):
            QWidget.setTabOrder(one, other)

    def _wire(self) -> None:
        for number, place in enumerate(self.places, start=1):
            self.rail.add(place.key, place.title, place.icon, last=place.last)
            if number <= LAST_NUMBER:
                number_key(self, number, lambda key=place.key: self.place_wanted.emit(key))
        self.rail.chosen.connect(self.place_wanted)
        self.keys.on("help", self.toggle_help)
        self.keys.on("larger", lambda: self.text_size.step(1))
        self.keys.on("smaller", lambda: self.text_size.step(-1))
        self.keys.on("usual_size", lambda: self.text_size.step(0))
        self.text_size.told.connect(self.strip.tell)
        self.help.closed.connect(self.focus_screen)
        self.palette_panel.closed.connect(self.focus_screen)
        self.theme.changed.connect(self._put_panels)

    def _put_panels(self) -> None:
        """Put the palette under the top line, and help over the card at the right."""
        room = self.stack.geometry()
        width = min(self.help.wanted_width, room.width())
        self.help.setGeometry(room.right() - width + 1, room.top(), width, room.height())
        panel = self.palette_panel
        panel.adjustSize()
        left = max(0, (self.width() - panel.width()) // 2)
        panel.move(left, self.top_line.geometry().bottom() + 6)


def keep_on_screen(window: Window) -> None:
    """Make the window no larger than the screen it stands on."""
    room = window.screen().availableGeometry()
    window.resize(min(window.width(), room.width()), min(window.height(), room.height()))
    window.setAttribute(Qt.WidgetAttribute.WA_AlwaysShowToolTips)
