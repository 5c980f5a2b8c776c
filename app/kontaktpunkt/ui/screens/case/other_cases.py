"""The person's other cases and her papers, each a line to open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from kontaktpunkt.domain.paper.sheet_number import show
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.ui.screens.case.head import where_words
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.layouts import Section
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.rows import CasePage, CaseRow, SheetRow
from kontaktpunkt.wording.times import day, when


class OtherCases(Section):
    """Shows what else there is about the person; hidden when there is nothing."""

    case_chosen = Signal(object)  # UUID

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("Andra ärenden")
        self._workplace = workplace

    def show_page(self, page: CasePage) -> None:
        """List the other cases."""
        now = self._workplace.now()
        self.clear()
        for row in page.other_cases:
            line = QHBoxLayout()
            line.addWidget(Text(_said(row, now)), 1)
            way = button("Öppna", "link")
            way.setAccessibleName(f"Öppna {_said(row, now)}")
            way.clicked.connect(lambda _=False, case=row.case: self.case_chosen.emit(case))
            line.addWidget(way, 0, Qt.AlignmentFlag.AlignTop)
            self.add(line)
        self.setVisible(bool(page.other_cases))


class Papers(Section):
    """Lists the numbered papers of the case; hidden when there are none."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("Blanketter")
        self._workplace = workplace

    def show_page(self, page: CasePage) -> None:
        """List the papers."""
        now = self._workplace.now()
        self.clear()
        for sheet in page.sheets:
            self.add(Text(_paper(sheet, now), "soft" if sheet.voided else ""))
        self.setVisible(bool(page.sheets))


def _said(row: CaseRow, now: Instant) -> str:
    opened = day(local_day(row.opened_at), local_day(now))
    return f"{where_words(row)}, öppnat {opened}" + ("" if row.is_open else ", avslutat")


def _paper(sheet: SheetRow, now: Instant) -> str:
    said = f"{sheet.form} nr {show(sheet.number)}, {when(sheet.issued_at, now)}"
    by = f" av {sheet.issued_by_name}" if sheet.issued_by_name else ""
    return f"{said}{by}" + (", makulerad" if sheet.voided else "")
