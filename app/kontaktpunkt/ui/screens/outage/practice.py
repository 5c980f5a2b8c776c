"""An exercise (övning): its script for who leads it, and how each call of it has gone so far."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kontaktpunkt.domain.paper.exercise_number import show_number
from kontaktpunkt.ui.printing.document import Document, Made
from kontaktpunkt.ui.screens.outage.ringing import Rows
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.layouts import Flow, Sheet
from kontaktpunkt.ui.widgets.rows_table import RowsModel, chosen_row
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Desk
from kontaktpunkt.usecases.exercise.rows import ExerciseLine, ExerciseResult
from kontaktpunkt.usecases.outages.spans import span

_HEADS = ("Samtal", "Vem ringer", "Blankett", "Nummer", "Rätt", "Fel fält", "Till införd")
_MOST = 12


class Practice(Sheet):
    """What is done in an exercise beside all that is done in any stop."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(margin=0, name="Övning")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._workplace = workplace
        self._stop: UUID | None = None
        self._lines: tuple[ExerciseLine, ...] = ()
        self.heading = Text("", "heading")
        self.told = Text(
            "Skriv manuset på papper till den som leder övningen. Ta emot samtalen på övningens "
            "blad, och för in dem när stoppet är över: här står då vad som blev rätt och hur lång "
            "tid det tog. Inget av det når riktiga listor, nummer eller nyckeltal.",
        )
        self.script = button("Manus för övningsledaren …", tip="Samtalen med de rätta svaren")
        self.script.clicked.connect(self._show_script)
        self.sum = Text("", "strong")
        self.model = RowsModel(_HEADS, frozenset(), self)
        self.table = Rows(workplace, self.model, (0, 1, 0, 0, 0, 4, 1), _MOST)
        self.table.setAccessibleName("Övningens samtal")
        self.detail = Text("")
        self.table.selectionModel().currentRowChanged.connect(self._tell_chosen)
        row = QWidget()
        Flow(row).addWidget(self.script)
        for part in (self.heading, self.told, row, self.sum, self.table, self.detail):
            self.add(part)
        self.rows.addStretch(1)

    def show_stop(self, stop: UUID) -> None:
        """Fetch how an exercise goes."""
        self._stop = stop
        desk = self._workplace.desk
        self._workplace.clerk.ask(
            lambda: desk.exercise_result(stop), self.show_result, key="outage.exercise"
        )

    def show_result(self, found: ExerciseResult | None) -> None:
        """Show each call with what was written and what was right."""
        self.table.setVisible(found is not None)
        self.sum.setVisible(found is not None)
        if found is None:
            return
        self.heading.setText(found.title)
        entered = len(found.lines) - found.without_paper
        stray = ", ".join(found.stray)
        self.sum.setText(
            f"{entered} av {len(found.lines)} samtal införda"
            + (f", {found.right} av {found.judged} fält rätt." if found.judged else ".")
            + (f" Hör inte till något samtal: {stray}." if stray else "")
        )
        self._lines = found.lines
        self.model.show([_cells(line) for line in found.lines])
        self.table.fit_height()
        self._tell_chosen()

    def _tell_chosen(self) -> None:
        """Tell the whole of the chosen call: only once it is entered, or it would give it away."""
        row = chosen_row(self.table)
        line = self._lines[row] if 0 <= row < len(self._lines) else None
        said = line is not None and line.sheet is not None
        self.detail.setText(_told(line) if line is not None and said else "")

    def _show_script(self) -> None:
        if self._stop is not None:
            self._workplace.document_wanted.emit(script_of(self._stop))


def script_of(stop: UUID) -> Document:
    """Give the script of an exercise as a document for the Papper screen; nobody is real in it."""

    def make(desk: Desk) -> Made | None:
        made = desk.exercise_script("", stop)
        return (made, 0) if made is not None else None

    return Document(
        key=f"exercise script {stop}",
        title="Manus för övningen",
        file_name="ovning-manus.pdf",
        make=make,
    )


def _told(line: ExerciseLine) -> str:
    """Tell what was said in a call, and each field that is wrong."""
    wrong = [f"{one.label}: {one.written or 'tomt'}, rätt {one.right}" for one in line.wrong]
    return "\n".join((f"Samtal {line.call.key} sa: {line.call.says}", *wrong))


def _cells(line: ExerciseLine) -> tuple[str, ...]:
    call = line.call
    if line.sheet is None:
        return (call.key, call.caller, call.form, "", "", "inte infört än", "")
    wrong = "; ".join(
        f"{one.label}: {one.written or 'tomt'} (rätt {one.right})" for one in line.wrong
    )
    return (
        call.key,
        call.caller,
        call.form,
        show_number(line.number),
        f"{len(line.fields) - len(line.wrong)} av {len(line.fields)}",
        wrong or "inga",
        span(line.to_enter) if line.to_enter is not None else "",
    )
