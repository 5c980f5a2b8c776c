"""The recovery sheet: seen, then to the printer or a file; until that is done the strip reminds."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from kontaktpunkt.ui.printing.order import Order
from kontaktpunkt.ui.printing.page_view import PageView
from kontaktpunkt.ui.printing.printer import PaperOut, QtPaperOut
from kontaktpunkt.ui.printing.run import PrintEnd, PrintRun
from kontaktpunkt.ui.printing.saving import FileOut, QtFileOut, write_file
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.layouts import Section
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import PaperPreview

WHY = (
    "Bladet bär lagrets nyckel. Utan det går arbetet förlorat om datorns användarprofil går "
    "sönder. Förvara det inlåst, aldrig vid datorn."
)
_VIEW_HEIGHT = 420
FILE_NAME = "aterstallningsblad.pdf"


class RecoveryPart(Section):
    """Says whether the sheet is printed; shows it only when asked, for it bears the key."""

    printed = Signal()

    def __init__(
        self, workplace: Workplace, printer: PaperOut | None = None, files: FileOut | None = None
    ) -> None:
        super().__init__("Återställningsblad")
        self._workplace = workplace
        self._printer = printer or QtPaperOut()
        self._files = files or QtFileOut()
        self._sheet: PaperPreview | None = None
        self.told = Text("", "strong")
        self.problem = Text("", "refused")
        self.show_button = button("Visa bladet")
        self.print_button = button("Till skrivaren")
        self.save_button = button("Spara som PDF")
        self.hide_button = button("Göm bladet")
        self.view = PageView(workplace)
        self._run = PrintRun(workplace, self._printer, self)
        self._run.ended.connect(self._ended)
        self.view.setMinimumHeight(_VIEW_HEIGHT)
        row = QHBoxLayout()
        for part in (self.show_button, self.print_button, self.save_button, self.hide_button):
            row.addWidget(part)
        row.addStretch(1)
        for part in (self.told, Text(WHY, "soft"), row, self.problem, self.view):
            self.add(part)
        self.show_button.clicked.connect(self.fetch)
        self.print_button.clicked.connect(self.print_sheet)
        self.save_button.clicked.connect(self.save_sheet)
        self.hide_button.clicked.connect(self.put_away)
        self.put_away()

    def say(self, *, printed: bool, demo: bool) -> None:
        """Say whether the sheet has been taken out."""
        if demo:
            self.told.setText("I demon behövs inget blad: nyckeln är känd och skyddar ingenting.")
        else:
            self.told.setText("Bladet är uttaget." if printed else "Bladet är inte uttaget än.")
        self.told.set_role("strong" if demo or printed else "today")

    def fetch(self) -> None:
        """Have the sheet made and show it."""
        desk = self._workplace.desk
        self._workplace.clerk.ask(desk.recovery_sheet, self._show, key="settings.recovery")

    def put_away(self) -> None:
        """Show the sheet no more."""
        self._sheet = None
        self.view.clear()
        self.problem.setText("")
        self._follow()

    def print_sheet(self) -> None:
        """Choose a printer, then print."""
        sheet = self._sheet
        if sheet is None:
            return
        if not self._printer.is_there():
            self.problem.setText("Datorn har ingen skrivare. Spara som PDF i stället.")
            return
        self._printer.choose(self, sheet.title, lambda: self._draw(sheet))

    def save_sheet(self) -> None:
        """Choose a place, then save."""
        sheet = self._sheet
        if sheet is not None:
            self._files.choose(self, FILE_NAME, lambda path: self._write(sheet, path))

    def _show(self, sheet: PaperPreview) -> None:
        self._sheet = sheet
        self._follow()
        self.view.show_pdf(sheet.pdf)

    def _draw(self, sheet: PaperPreview) -> None:
        self._run.start(Order(pdf=sheet.pdf, title=sheet.title))

    def _ended(self, end: PrintEnd) -> None:
        if end.is_whole:
            self.printed.emit()
        else:
            self.problem.setText("Skrivaren tog inte emot bladet. Försök igen.")

    def _write(self, sheet: PaperPreview, path: str) -> None:
        self._workplace.clerk.ask(lambda: write_file(path, sheet.pdf), self._written)

    def _written(self, _path: str) -> None:
        self.printed.emit()

    def _follow(self) -> None:
        shown = self._sheet is not None
        self.show_button.setVisible(not shown)
        for part in (self.print_button, self.save_button, self.hide_button, self.view):
            part.setVisible(shown)
