"""The head of a case: who it is, where, who is responsible, and how far it has come."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.widgets.text import Elided, Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.rows import CasePage, CaseRow
from kontaktpunkt.wording.names import identity, person_name
from kontaktpunkt.wording.words import word


class CaseHead(QWidget):
    """Name and number, the place, the responsible, and marks in words."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self.shield = QLabel()
        self.name = Elided("", "title")
        self.number = Text("", "strong", wrap=False)
        self.marks = Text("", "strong")
        self.where = Elided("")
        self.responsible = Text("", "soft", wrap=False)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        first = QHBoxLayout()
        first.setSpacing(GAP)
        first.addWidget(self.shield)
        first.addWidget(self.name, 1)
        first.addWidget(self.number, 0, Qt.AlignmentFlag.AlignRight)
        self._first = first
        rows.addLayout(first)
        rows.addWidget(self.marks)
        second = QHBoxLayout()
        second.setSpacing(GAP)
        second.addWidget(self.where, 1)
        second.addWidget(self.responsible)
        rows.addLayout(second)
        workplace.theme.changed.connect(self._paint)
        self._paint()

    def add_beside(self, part: QWidget) -> None:
        """Put a part at the end of the first line, after the number."""
        self._first.addWidget(part)

    def show_page(self, page: CasePage) -> None:
        """Show whose case it is."""
        row = page.row
        today = local_day(self._workplace.now())
        self.shield.setVisible(row.protection is not Protection.NONE)
        self.name.set_text(person_name(row.name, masked=row.masked))
        self.number.setText(
            "" if row.masked else identity(row.number, row.birth_date, today, whole=True)
        )
        self.marks.setText(_marks(page))
        self.marks.setVisible(bool(self.marks.text()))
        self.where.set_text(where_words(row))
        self.responsible.setText(_responsible(row))

    def tick(self, _now: Instant) -> None:
        """Nothing here grows old by the minute."""

    def _paint(self) -> None:
        self.shield.setPixmap(self._workplace.theme.pixmap("protected", "", 22))


def standing_words(row: CaseRow) -> str:
    """Say how it stands with a stay: ready, on leave, gone home; else what kind of case it is."""
    if row.case_kind is not CaseKind.INPATIENT or row.deceased:
        return word(row.case_kind)
    home = row.homecoming
    if row.in_hospital and home.reached_at is not None:
        return "hemma, utskrivning inte meddelad"
    if row.in_hospital and home.left_at is not None:
        return "har lämnat avdelningen"
    if not row.in_hospital:
        gone = row.discharged_at is not None or row.homecoming.reached_at is not None
        return "utskriven" if gone else "inte på sjukhus"
    if row.ready_sent_at is not None:
        return "utskrivningsklar"
    return "permission" if row.on_leave else word(row.case_kind)


def where_words(row: CaseRow) -> str:
    """Say kind of case and place: hospital, ward, phone."""
    place = " · ".join(part for part in (row.hospital, row.ward, row.ward_phone) if part)
    kind = standing_words(row)
    return f"{kind[:1].upper()}{kind[1:]}" + (f" · {place}" if place else "")


def _marks(page: CasePage) -> str:
    """Say protection, track, former numbers and the end of a case."""
    row = page.row
    protection = word(row.protection) if row.protection is not Protection.NONE else ""
    former = ", ".join(number.value for number in page.person.former_numbers)
    parts = [
        protection[:1].upper() + protection[1:],
        f"Processpår: {row.track}" if row.track else "",
        f"Tidigare nummer: {former}" if former and not row.masked else "",
        "Avliden" if row.deceased else "",
        "" if row.is_open else "Ärendet är avslutat",
        "Uppgifterna visas för den som har ärendet: ta det först" if row.masked else "",
    ]
    return " · ".join(part for part in parts if part)


def _responsible(row: CaseRow) -> str:
    if row.responsible is None:
        return "Ansvarig: ingen än"
    return f"Ansvarig: {row.responsible_name}"
