"""Tells of something new when nobody looks at the window: never about whom."""

from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from kontaktpunkt.ui.frame.window import Window


class Bell:
    """Lets taskbar, title and the system's own notification say that something has come."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._tray: QSystemTrayIcon | None = None
        self._title = ""
        window.came_back.connect(self._quiet)

    def ring(self, count: int) -> str:
        """Tell that so many have come, and give the words."""
        words = "Nytt meddelande" if count == 1 else f"{count} nya meddelanden"
        if not self._title:
            self._title = self._window.windowTitle()
        self._window.setWindowTitle(f"{words} – Kontaktpunkt")
        QApplication.alert(self._window)
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._notify(words)
        return words

    def stop(self) -> None:
        """Take the sign away from the system's tray."""
        if self._tray is not None:
            self._tray.hide()

    def _notify(self, words: str) -> None:
        if self._tray is None:
            self._tray = QSystemTrayIcon(self._window.windowIcon(), self._window)
            self._tray.messageClicked.connect(self._come_back)
        self._tray.show()
        self._tray.showMessage("Kontaktpunkt", words, self._window.windowIcon())

    def _come_back(self) -> None:
        self._window.showNormal()
        self._window.activateWindow()

    def _quiet(self) -> None:
        if self._title:
            self._window.setWindowTitle(self._title)
            self._title = ""
        self.stop()
