"""Shows one window for `window.py` and tells when its table was painted with rows; then ends.

Without a word: a bare window with a table. With the folder of a store: the program's own window;
`held` after it lets the store be opened only when the first page has been painted.
"""

import json
import sys
import threading
import time
from pathlib import Path

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMainWindow, QTableView

_SETTLED_MS = 1500
_shown: list[int] = []
_painted = threading.Event()
_ROWS, _COLUMNS = 100, 6
_HEAVY = ("sqlalchemy", "reportlab", "pypdfium2", "holidays", "keyring", "cryptography", "segno")


class Watch(QObject):
    """Waits for a table to be painted with rows, tells it, and ends the program when settled."""

    def __init__(self, table: QAbstractItemView) -> None:
        super().__init__(table)
        self._table = table
        self._told: dict[str, object] = {}
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """See the paint events of the table."""
        if event.type() is QEvent.Type.Paint and not self._told and self._has_rows():
            self._told = {"painted_ns": 0}
            QTimer.singleShot(0, self._painted)
        return super().eventFilter(watched, event)

    def _has_rows(self) -> bool:
        model = self._table.model()
        text = model.data(model.index(0, 0), Qt.ItemDataRole.DisplayRole)
        return model.rowCount() > 0 and text not in (None, "Hämtas")

    def _painted(self) -> None:
        self._told = {
            "painted_ns": time.monotonic_ns(),
            "shown_ns": _shown[0],
            "kibibytes": _resident(),
            "heavy": [name for name in _HEAVY if name in sys.modules],
        }
        _painted.set()
        QTimer.singleShot(_SETTLED_MS, self._settled)

    def _settled(self) -> None:
        self._told["settled_kibibytes"] = _resident()
        print(json.dumps(self._told), flush=True)  # noqa: T201  what it is there for
        QApplication.closeAllWindows()
        QApplication.quit()


def _note_shown() -> None:
    """Note when the event loop is free again after the window was shown, with or without rows."""
    QTimer.singleShot(0, lambda: _shown.append(time.monotonic_ns()))


def _resident() -> int:
    for line in Path("/proc/self/status").read_text("utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    return 0


class _Lines(QAbstractTableModel):
    """A hundred lines of text."""

    def rowCount(self, parent: object = None) -> int:  # noqa: N802  Qt's name
        """Give the number of lines."""
        del parent
        return _ROWS

    def columnCount(self, parent: object = None) -> int:  # noqa: N802  Qt's name
        """Give the number of columns."""
        del parent
        return _COLUMNS

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        """Give the text of a cell."""
        if role == Qt.ItemDataRole.DisplayRole:
            return f"Rad {index.row()}, kolumn {index.column()}"
        return None


def bare() -> None:
    """Show a bare window with a table."""
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    table = QTableView()
    table.setModel(_Lines(table))
    window.setCentralWidget(table)
    window.resize(1280, 720)
    Watch(table)
    window.show()
    _note_shown()
    app.exec()


def ours(folder: str) -> None:
    """Run the program as its command does, and watch the inbox's list when it is there."""
    from kontaktpunkt.cli import main  # noqa: PLC0415  only in this half
    from kontaktpunkt.ui.app import Program  # noqa: PLC0415  only in this half
    from kontaktpunkt.ui.reception import Reception  # noqa: PLC0415  only in this half

    show = Program.show
    receive = Reception.receive

    def receive_and_watch(self: Reception, desk: object) -> None:
        receive(self, desk)  # pyright: ignore[reportArgumentType]  passed through
        for table in self.window.findChildren(QTableView):
            if table.accessibleName() == "Meddelanden":
                Watch(table)

    def show_and_note(self: Program) -> None:
        show(self)
        _note_shown()

    Program.show = show_and_note
    Reception.receive = receive_and_watch  # pyright: ignore[reportAttributeAccessIssue]
    main(["--store", folder])


def hold() -> None:
    """Let the clerk open the store only when the first page has been painted."""
    from kontaktpunkt.bootstrap.early_desk import EarlyDesk  # noqa: PLC0415  only in this half

    opened = EarlyDesk._opened  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  held

    def opened_later(self: EarlyDesk) -> object:
        _painted.wait()
        return opened(self)

    held = "_opened"
    setattr(EarlyDesk, held, opened_later)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        if "held" in sys.argv:
            hold()
        ours(sys.argv[1])
    else:
        bare()
