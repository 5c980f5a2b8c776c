"""Choosing several people for one form: everybody in hospital, ticked off a list."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.widgets.modest_list import ModestList
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.usecases.rows import CaseRow
from kontaktpunkt.wording.names import person_name

_CASE = int(Qt.ItemDataRole.UserRole) + 1
_LEAST = 2
_TICKED = Qt.CheckState.Checked


class SeveralPeople(QWidget):
    """A list to tick: space ticks a row, the line above narrows what is shown."""

    chosen = Signal(tuple)  # UUIDs of the cases, in the order of the list
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.heading = Text("Flera personer, ett blad var", "section", wrap=False)
        self.narrow = QLineEdit()
        self.narrow.setPlaceholderText("Namn, enhet eller avdelning")
        self.narrow.setAccessibleName("Visa bara dem som heter så, eller är där")
        self.narrow.setClearButtonEnabled(True)
        self.list = ModestList(_LEAST)
        self.list.setAccessibleName("Personer på sjukhus")
        self.all = button("Välj alla som syns", "")
        self.none = button("Välj ingen", "")
        self.done = button("Visa bladen", "primary")
        self.back = button("Avbryt", "")
        self.narrow.textChanged.connect(self._narrow)
        self.list.itemChanged.connect(self._count)
        self.all.clicked.connect(lambda: self._tick(_TICKED))
        self.none.clicked.connect(lambda: self._tick(Qt.CheckState.Unchecked))
        self.done.clicked.connect(lambda: self.chosen.emit(self.cases))
        self.back.clicked.connect(self.left)
        self._lay_out()
        self.offer(())

    @property
    def cases(self) -> tuple[UUID, ...]:
        """Give the cases that are ticked."""
        found = (item.data(_CASE) for item in self._items() if item.checkState() is _TICKED)
        return tuple(case for case in found if isinstance(case, UUID))

    def offer(self, rows: tuple[CaseRow, ...]) -> None:
        """Offer people; of a protected one nothing stands but that she is."""
        ticked = set(self.cases)
        self.list.clear()
        for row in rows:
            name = person_name(row.name, masked=row.masked)
            where = "" if row.masked else ", ".join(part for part in (row.unit, row.ward) if part)
            item = QListWidgetItem(" · ".join(part for part in (name, where) if part))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_TICKED if row.case in ticked else Qt.CheckState.Unchecked)
            item.setData(_CASE, row.case)
            self.list.addItem(item)
        self._narrow(self.narrow.text())
        self._count()

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(at) for at in range(self.list.count())]

    def _narrow(self, text: str) -> None:
        wanted = text.casefold().split()
        for item in self._items():
            said = item.text().casefold()
            item.setHidden(not all(word in said for word in wanted))

    def _tick(self, state: Qt.CheckState) -> None:
        for item in self._items():
            if not item.isHidden() or state is not _TICKED:
                item.setCheckState(state)

    def _count(self) -> None:
        count = len(self.cases)
        self.done.setEnabled(bool(count))
        self.done.setText(f"Visa {count} blad" if count > 1 else "Visa bladen")

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP // 2)
        rows.addWidget(self.heading)
        rows.addWidget(self.narrow)
        rows.addWidget(self.list, 1)
        for pair in ((self.all, self.none), (self.done, self.back)):
            row = QHBoxLayout()
            for part in pair:
                row.addWidget(part)
            row.addStretch(1)
            rows.addLayout(row)
