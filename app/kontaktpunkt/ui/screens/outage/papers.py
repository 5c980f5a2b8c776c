"""The register of a stop's papers, for reading: each number, where it is, and who has it."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kontaktpunkt.domain.paper.exercise_number import show_number
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.widgets.rows_table import RowsModel, RowsTable
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.outages.rows import OutagePage, OutageSheetLine
from kontaktpunkt.wording.times import when
from kontaktpunkt.wording.words import word

_HEADS = ("Nummer", "Blankett", "För", "Läge", "Sedan", "Av")


class Papers(QWidget):
    """The numbers, with a line that counts them by stage."""

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__()
        self._workplace = workplace
        self.count = Text("", "strong")
        self.model = RowsModel(_HEADS, frozenset(), parent)
        self.table = RowsTable(workplace.theme, self.model, (1, 1, 3, 2, 1, 1))
        self.table.setAccessibleName("Stoppets blad")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, GAP, 0, 0)
        rows.addWidget(self.count)
        rows.addWidget(self.table, 1)

    def show_page(self, page: OutagePage) -> None:
        """Show the register of a stop."""
        now = self._workplace.now()
        stages = ", ".join(
            f"{count} {word(stage)}" for stage, count in page.balance.in_stage.items() if count
        )
        issued = page.balance.issued
        self.count.setText(f"{issued} blad: {stages}." if issued else "Inga blad är utlämnade.")
        self.model.show([_cells(line, now) for line in page.lines])
        self.table.setVisible(bool(page.lines))


def _cells(line: OutageSheetLine, now: Instant) -> tuple[str, ...]:
    since = line.stage_at if line.stage_at is not None else line.given_at
    return (
        show_number(line.number),
        line.form,
        line.name or "blank",
        word(line.stage),
        when(since, now),
        line.stage_by_name or line.given_by_name,
    )
