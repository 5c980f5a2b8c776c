"""What was worked out as a file: a list on paper (PDF), or a table (CSV)."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtWidgets import QWidget

from kontaktpunkt.ui.printing.saving import FileOut, QtFileOut, write_file
from kontaktpunkt.ui.screens.liability.results import Shown
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.invoice_control import Invoiced
from kontaktpunkt.wording.invoices.paper import document
from kontaktpunkt.wording.invoices.table import as_csv

TITLE: Final = "Fakturakontroll"


class Saving:
    """Saves what is on show with the invoice beside it; the access log gets how many stays."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self.pdf_out: FileOut = QtFileOut("Spara underlaget som PDF")
        self.csv_out: FileOut = QtFileOut("Spara underlaget som CSV", "CSV (*.csv)")

    def save_pdf(self, window: QWidget, shown: Shown, invoiced: Mapping[str, Invoiced]) -> None:
        """Ask where, and save the list for paper."""
        desk, theirs = self._workplace.desk, dict(invoiced)

        def make() -> bytes:
            return desk.control_paper(document(shown.page, theirs)).pdf

        self._save(
            lambda then: self.pdf_out.choose(window, "fakturakontroll.pdf", then), shown, make
        )

    def save_csv(self, window: QWidget, shown: Shown, invoiced: Mapping[str, Invoiced]) -> None:
        """Ask where, and save the table."""
        theirs = dict(invoiced)

        def make() -> bytes:
            return as_csv(shown.page, theirs)

        self._save(
            lambda then: self.csv_out.choose(window, "fakturakontroll.csv", then), shown, make
        )

    def _save(
        self,
        choose: Callable[[Callable[[str], None]], None],
        shown: Shown,
        make: Callable[[], bytes],
    ) -> None:
        desk, count = self._workplace.desk, len(shown.page.stays)

        def write(path: str) -> str:
            data = make()
            desk.print_noted(TITLE, None, count)
            return write_file(path, data)

        choose(lambda path: self._workplace.clerk.ask(lambda: write(path), self._saved))

    def _saved(self, path: str) -> None:
        self._workplace.noted.emit(f"Underlaget är sparat: {path}")
