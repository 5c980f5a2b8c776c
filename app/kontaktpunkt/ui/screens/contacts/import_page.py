"""A list that is read in: chosen, dropped or pasted, looked at line by line, then in one act."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.ui.screens.contacts.import_model import ImportModel
from kontaktpunkt.ui.widgets.acts import act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.given_files import bytes_of
from kontaktpunkt.ui.widgets.layouts import GAP, Flow
from kontaktpunkt.ui.widgets.paste_box import PasteBox
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.contacts.rows import ImportPage, LineFate, ListKind
from kontaktpunkt.usecases.contacts.sheets import SheetFault
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.wording.contact_lists import (
    columns_words,
    line_words,
    page_words,
    sheet_fault,
)
from kontaktpunkt.wording.refusals import sentence

CAP: Final = 10 * 1024 * 1024
_TOO_LARGE: Final = "är en mapp eller för stor för att vara en lista."
_ABOUT: Final = (
    "Välj, släpp eller klistra in en lista (.xlsx eller CSV) med rubrikrad. Enheter: Enhet, Typ, "
    "Telefon, Område, Enhetschef, Telefon enhetschef, Områdessköterska … i valfri ordning. "
    "Personer: Personnummer, Enhet. Inget ändras förrän du läser in."
)


class ImportListPage(QWidget):
    """First a field for the list, then what each line of it would give."""

    taken = Signal()
    left = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._data = b""
        self.page: ImportPage | None = None
        self.model = ImportModel()
        self.about = Text(_ABOUT, "soft")
        self.box = PasteBox()
        self.box.setAccessibleName("Listan")
        self.refusal = Text("", "refused")
        self.counts = Text("", "strong")
        self.columns = Text("", "soft")
        self.table = QTableView()
        self.whole = Text("", "soft")
        self.choose_act = act_within(self, "Välj fil …", "Ctrl+O", self.choose)
        self.take_act = act_within(self, "Läs in", "Ctrl+Return", self.take)
        self.copy_act = act_within(
            self, "Kopiera det som inte gick att läsa", "Ctrl+Shift+C", self.copy
        )
        self.again_act = act_within(self, "En annan lista", "", self.begin_anew)
        self.leave_act = act_within(self, "Tillbaka till registret", "Esc", self.left.emit)
        self._lay_out()
        self.box.pasted.connect(self._pasted)
        self.box.files_dropped.connect(self.read_files)
        self.begin_anew()

    def begin_anew(self) -> None:
        """Ask for a list."""
        self._data, self.page = b"", None
        self.box.clear()
        self._refuse("")
        self._show()

    def focus(self) -> None:
        """Begin in the field, or in the lines."""
        first = self.box if self.page is None else self.table
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self) -> None:
        """Choose a file with the system's own window."""
        path, _ = QFileDialog.getOpenFileName(
            self, "Välj en lista", "", "Listor (*.xlsx *.csv *.txt *.tsv);;Alla filer (*)"
        )
        if path:
            self.read_files([path])

    def read_files(self, paths: Sequence[str]) -> None:
        """Read a file, and show what it would give."""
        path = paths[0]
        self._workplace.clerk.ask(lambda: bytes_of(path, CAP, _TOO_LARGE), self._look)

    def take(self) -> None:
        """Read in all that is good, in one act."""
        page, desk, data = self.page, self._workplace.desk, self._data
        if page is None or not self.take_act.isEnabled():
            return
        self.take_act.setEnabled(False)
        told = f"Listan är inläst: {page_words(page)}"

        def work() -> Done | Refused:
            done = desk.take_contact_list(data)
            assert not isinstance(done, SheetFault), "it was read a moment ago"  # noqa: S101 - ours
            return done

        self._workplace.settle(work, told=told, then=self._taken, refused=self._refused)

    def copy(self) -> None:
        """Copy the heading and the lines that could not be read, each with the reason first."""
        page = self.page
        if page is None:
            return
        faulty = [line for line in page.lines if line.fate is LineFate.FAULTY]
        lines = [f"Fel\t{page.head}"]
        lines += [f"rad {line.no}: {line_words(line)}\t{line.text}" for line in faulty]
        QGuiApplication.clipboard().setText("\n".join(lines))
        many = "1 rad är kopierad" if len(faulty) == 1 else f"{len(faulty)} rader är kopierade"
        self._workplace.noted.emit(f"{many}, med vad som är fel")

    def _pasted(self) -> None:
        self._look(self.box.toPlainText().encode())

    def _look(self, read: bytes | str) -> None:
        if isinstance(read, str):
            self._refuse(read)
            return
        desk = self._workplace.desk
        self._data = read
        self._workplace.clerk.ask(
            lambda: desk.read_contact_list(read), self._looked, key="contact list"
        )

    def _looked(self, outcome: ImportPage | SheetFault) -> None:
        if isinstance(outcome, SheetFault):
            self._refuse(sheet_fault(outcome))
            return
        self._refuse("")
        self.page = outcome
        self._show()
        self.focus()

    def _taken(self, done: Done) -> None:
        del done
        page = self.page
        faulty = page.count(LineFate.FAULTY) if page is not None else 0
        if not faulty:
            self.begin_anew()
            self.taken.emit()
            return
        # What could not be read stays in sight until somebody has put it right.
        self._look(self._data)

    def _refused(self, refused: Refused) -> None:
        self._refuse(sentence(refused))

    def _refuse(self, words: str) -> None:
        self.refusal.setText(words)
        self.refusal.setVisible(bool(words))

    def _show(self) -> None:
        page = self.page
        self.model.show(page)
        self.stages.setCurrentIndex(0 if page is None else 1)
        self.about.setVisible(page is None)
        self.counts.setText(page_words(page) if page is not None else "")
        self.columns.setText(columns_words(page) if page is not None else "")
        for part in (self.counts, self.columns):
            part.setVisible(bool(part.text()))
        self._choosing.setVisible(page is None)
        for each in self._deciding:
            each.setVisible(page is not None)
        self.whole.setVisible(page is not None)
        if page is not None:
            self.table.selectRow(0)
        self._say_whole()
        new = page.count(LineFate.NEW) + page.count(LineFate.CHANGED) if page is not None else 0
        units = page is None or page.kind is ListKind.UNITS
        self.take_act.setText(f"Läs in {new} {_what(new, units=units)}")
        self.take_act.setEnabled(bool(new))
        self.copy_act.setEnabled(page is not None and bool(page.count(LineFate.FAULTY)))
        self.again_act.setEnabled(page is not None)

    def _say_whole(self) -> None:
        """Say the whole of the chosen line below the table, where there is room for it."""
        line = self.model.line(self.table.currentIndex().row())
        if line is None:
            self.whole.setText("")
            return
        name = f", {line.name}" if line.name else ""
        self.whole.setText(f"rad {line.no}{name}: {line_words(line)}")

    def _lay_out(self) -> None:
        self._dress_table()
        self.stages = QStackedWidget()
        self.stages.addWidget(self.box)
        self.stages.addWidget(self.table)
        acts = QWidget()
        flow = Flow(acts)
        self._choosing = KeyHintButton(self.choose_act, look="primary")
        taking = KeyHintButton(self.take_act, look="primary")
        self._deciding = (taking, KeyHintButton(self.copy_act), KeyHintButton(self.again_act))
        for each in (self._choosing, *self._deciding, KeyHintButton(self.leave_act)):
            flow.addWidget(each)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP)
        for part in (self.about, self.refusal, self.counts, self.columns, acts):
            rows.addWidget(part)
        rows.addWidget(self.stages, 1)
        rows.addWidget(self.whole)
        self.refusal.hide()

    def _dress_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setAccessibleName("Listans rader")
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        table.selectionModel().currentChanged.connect(self._say_whole)


def _what(count: int, *, units: bool) -> str:
    one, many = ("enhet", "enheter") if units else ("person", "personer")
    return one if count == 1 else many
