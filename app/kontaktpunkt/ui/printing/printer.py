"""The printer: chosen first, so that a change of mind costs no number, then painted on."""

from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QTransform
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from kontaktpunkt.domain.paper.printout import PageImage
from kontaktpunkt.ui.printing.page_view import to_grey
from kontaktpunkt.ui.printing.queue import queue_said_no

DPI = 300
"""A page is printed as a picture of this many points per inch: what was seen is what comes out."""

PAGES_OF_A_JOB: Final = 30
"""A long paper goes to a printer in parts: what fails then leaves out no more than its own part."""

_ONE_FILE: Final = "pdf"
_QUARTER: Final = -90


class PaperOut(Protocol):
    """Where paper goes: a printer chosen by somebody, or a stand-in in a test.

    A job is begun, painted and ended on one lane that is not the window's.
    """

    def choose(self, window: QWidget, title: str, then: Callable[[], None]) -> None:
        """Let somebody choose a printer; `then` is called when one is chosen."""
        ...

    def is_there(self) -> bool:
        """Say whether there is any printer to choose."""
        ...

    def pages_of_a_job(self) -> int:
        """Say how many pages the chosen printer is given at once; 0 = all of a paper."""
        ...

    def begin(self, title: str) -> None:
        """Begin a job on the chosen printer."""
        ...

    def add(self, page: PageImage) -> bool:
        """Paint one page; False when the printer says no."""
        ...

    def end(self) -> bool:
        """Send the job; False when the printer says no: then nothing of it counts as printed."""
        ...

    def give_up(self) -> None:
        """Throw the job away."""
        ...


class QtPaperOut:
    """A printer through Qt.

    A fillable PDF must never be what is printed (QtPdf draws no fields): pages come as pictures.
    """

    def __init__(self, printer: QPrinter | None = None) -> None:
        self._printer = printer
        self._painter: QPainter | None = None
        self._lies = False

    def __del__(self) -> None:
        # A device that is destroyed while it is painted on takes the whole program with it.
        if self._painter is not None:
            self._painter.end()

    def is_there(self) -> bool:
        """Say whether the computer knows any printer."""
        return bool(QPrinterInfo.availablePrinterNames())

    def choose(self, window: QWidget, title: str, then: Callable[[], None]) -> None:
        """Show the system's own dialog, without blocking."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setPageOrientation(QPageLayout.Orientation.Portrait)
        printer.setFullPage(True)
        printer.setResolution(DPI)
        # The name of the job is seen in queues and on displays: it says which paper, never whom.
        printer.setDocName(title)
        dialog = QPrintDialog(printer, window)
        dialog.setWindowTitle("Välj skrivare")

        def chosen() -> None:
            self._printer = printer
            then()

        dialog.accepted.connect(chosen)
        dialog.finished.connect(dialog.deleteLater)
        # open() is hidden behind another of Qt's in the stubs; this is what it does.
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def pages_of_a_job(self) -> int:
        """Give all pages at once to what makes a file of them: parts would overwrite each other."""
        printer = self._printer
        if printer is None or printer.outputFileName():
            return 0
        return 0 if _ONE_FILE in printer.printerName().lower() else PAGES_OF_A_JOB

    def begin(self, title: str) -> None:
        """Begin a job on the chosen printer."""
        self._painter = None
        if self._printer is not None:
            self._printer.setDocName(title)

    def add(self, page: PageImage) -> bool:
        """Paint one page over the whole sheet, standing or lying as it is."""
        printer = self._printer
        if printer is None:
            return False
        image = to_grey(page)
        if not self._turn(printer, image):
            # A queue turns all sheets of a job as the last one. Those that differ are turned here,
            # with their top to the holes of the binder.
            image = image.transformed(QTransform().rotate(_QUARTER))
        if self._painter is None:
            self._painter = QPainter()
            if not self._painter.begin(printer):
                self._painter = None
                return False
        elif not printer.newPage():
            return False
        sheet = printer.pageLayout().fullRectPixels(printer.resolution())
        self._painter.drawImage(QRect(0, 0, sheet.width(), sheet.height()), image)
        return _is_well(printer)

    def _turn(self, printer: QPrinter, image: QImage) -> bool:
        """Lay the sheet as the page lies; False where the job goes on as it has begun."""
        lies = image.width() > image.height()
        if self._painter is None:
            self._lies = lies
        elif not printer.outputFileName():
            return lies == self._lies
        orientation = QPageLayout.Orientation
        printer.setPageOrientation(orientation.Landscape if lies else orientation.Portrait)
        return True

    def end(self) -> bool:
        """Send the job."""
        printer, painter, self._painter = self._printer, self._painter, None
        if printer is None or painter is None:
            return False
        is_file = bool(printer.outputFileName())
        return painter.end() and _is_well(printer) and (is_file or not queue_said_no())

    def give_up(self) -> None:
        """Throw the job away: nothing of it comes out."""
        painter, self._painter = self._painter, None
        if self._printer is not None and painter is not None:
            self._printer.abort()
            painter.end()


def _is_well(printer: QPrinter) -> bool:
    return printer.printerState() not in (
        QPrinter.PrinterState.Error,
        QPrinter.PrinterState.Aborted,
    )
