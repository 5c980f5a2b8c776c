"""The printer: chosen first, so that a change of mind costs no number, then painted on."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from kontaktpunkt.domain.paper.printout import PageImage
from kontaktpunkt.ui.printing.page_view import to_qimage

DPI = 300
"""A page is printed as a picture of this many points per inch: what was seen is what comes out."""


class PaperOut(Protocol):
    """Where paper goes: a printer chosen by somebody, or a stand-in in a test."""

    def choose(self, window: QWidget, title: str, then: Callable[[], None]) -> None:
        """Let somebody choose a printer; `then` is called when one is chosen."""
        ...

    def is_there(self) -> bool:
        """Say whether there is any printer to choose."""
        ...

    def paint(self, pages: Sequence[PageImage], title: str) -> bool:
        """Send pages to the chosen printer; False when it says no."""
        ...


class QtPaperOut:
    """A printer through Qt.

    A fillable PDF must never be what is printed (QtPdf draws no fields): pages come as pictures.
    """

    def __init__(self) -> None:
        self._printer: QPrinter | None = None

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

    def paint(self, pages: Sequence[PageImage], title: str) -> bool:
        """Paint every page over the whole sheet."""
        printer = self._printer
        if printer is None:
            return False
        printer.setDocName(title)
        return paint_pages(printer, pages)


def paint_pages(printer: QPrinter, pages: Sequence[PageImage]) -> bool:
    """Paint pages on a printer, full page; False when the printer says no."""
    lies = bool(pages) and pages[0].width > pages[0].height
    orientation = QPageLayout.Orientation
    printer.setPageOrientation(orientation.Landscape if lies else orientation.Portrait)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for number, page in enumerate(pages):
        if number and not printer.newPage():
            painter.end()
            return False
        sheet = printer.pageLayout().fullRectPixels(printer.resolution())
        painter.drawImage(QRect(0, 0, sheet.width(), sheet.height()), to_qimage(page))
    ended = painter.end()
    return ended and printer.printerState() not in (
        QPrinter.PrinterState.Error,
        QPrinter.PrinterState.Aborted,
    )
