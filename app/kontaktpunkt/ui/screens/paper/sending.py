"""A paper under way to the printer: how far it is, a key to stop it, and what did not come out."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from kontaktpunkt.domain.commands import Command, NoteSheetNotOnPaper, NoteSheetPrinted
from kontaktpunkt.domain.paper.exercise_number import show_number
from kontaktpunkt.ui.printing.order import Order
from kontaktpunkt.ui.printing.printer import PaperOut
from kontaktpunkt.ui.printing.run import PrintEnd, PrintRun
from kontaktpunkt.ui.screens.paper.words import NUMBER_KEPT, PRINTER_SAID_NO
from kontaktpunkt.ui.widgets.acts import act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.paper_rows import PlacedSheet

STOPPED = "utskriften stoppades"
FAILED = "skrivaren tog inte emot"
NOT_SAVED = "filen gick inte att spara"
CUT_OFF = "programmet stängdes under utskriften"
_UNDER_WAY = "paper.under_way"
_NAMED = 3


class Sending(QWidget):
    """Prints orders one at a time; what did not come out is noted as ej på papper at once."""

    register_changed = Signal()

    def __init__(self, workplace: Workplace, printer: PaperOut) -> None:
        super().__init__()
        self._workplace = workplace
        self._printer = printer
        self._left: Order | None = None
        self._under_way: list[Order] = []
        self.run = PrintRun(workplace, printer, self)
        self.told = Text("", "soft", wrap=False)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Hur mycket som har gått till skrivaren")
        self.problem = Text("", "refused")
        self.stop_act = act_within(self, "Stoppa utskriften", "", self.run.stop)
        self.again_act = act_within(self, "Försök igen med samma nummer", "", self.send_again)
        self._lay_out()
        self.run.moved.connect(self._moved)
        self.run.ended.connect(self._ended)
        self._follow()

    def send(self, order: Order) -> None:
        """Print a paper on the printer that was chosen."""
        self._left = None
        self.problem.setText("")
        self.told.setText(f"{order.title}: gör sidorna klara för skrivaren …")
        self.bar.setRange(0, 0)
        self._under_way.append(order)
        self._remember()
        self.run.start(order)
        self._follow()

    def look_back(self) -> None:
        """Note what was on its way to the printer when the program last ended, if anything was."""
        desk = self._workplace.desk
        if not self.run.goes_on:
            self._workplace.clerk.ask(lambda: desk.preference(_UNDER_WAY), self._found)

    def _found(self, kept: str) -> None:
        if not kept or self.run.goes_on:
            return
        sheets = [UUID(one) for one in kept.split(",")]
        # One act each: what somebody has filled in since then was out after all.
        for one in sheets:
            self._note([NoteSheetNotOnPaper(sheet=one, note=CUT_OFF)])
        self._say(
            f"Programmet stängdes under en utskrift. {len(sheets)} numrerade blad är noterade som "
            "ej på papper: se efter i skrivaren, och skriv dem på papper ur registret."
        )

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self._follow()

    def _remember(self) -> None:
        """Remember what is on its way, should the program end before it has come out."""
        desk, new = self._workplace.desk, (one for one in self._under_way if not one.again)
        sheets = ",".join(str(one.sheet) for order in new for one in order.sheets)
        self._workplace.clerk.ask(lambda: desk.keep_preference(_UNDER_WAY, sheets))

    def send_again(self) -> None:
        """Print once more what did not come out, with the same numbers."""
        order = self._left
        if order is not None:
            self._printer.choose(self, order.title, lambda: self.send(order))

    def note_not_saved(self, order: Order, why: str) -> None:
        """Note that the numbered papers of an order were never saved, and say why."""
        self._say(f"{why} {NUMBER_KEPT}" if order.sheets else why)
        self._note([NoteSheetNotOnPaper(sheet=one.sheet, note=NOT_SAVED) for one in order.sheets])

    def forget(self) -> None:
        """Say nothing more of the last paper, unless one is under way."""
        self._left = None
        self.problem.setText("")
        self._follow()

    def _moved(self, painted: int, count: int) -> None:
        self.bar.setRange(0, count)
        self.bar.setValue(painted)
        self.told.setText(f"Till skrivaren: sida {painted} av {count}")

    def _ended(self, end: PrintEnd) -> None:
        self._under_way.remove(end.order)
        self._note(_noted(end))
        if end.is_whole:
            self._workplace.noted.emit(f"{end.order.title} är skickad till skrivaren")
        else:
            self._left = Order(
                pdf=end.order.pdf,
                title=end.order.title,
                sheets=end.order.sheets,
                pages=end.left_pages,
                again=True,
            )
            self.problem.setText(_said(end))
        self._follow()

    def _note(self, wishes: list[Command]) -> None:
        """Enter in the register, in one act, what came out and what did not."""
        self._remember()
        if not wishes:
            return
        desk = self._workplace.desk

        def told(answer: object) -> None:
            if isinstance(answer, Done):
                self._workplace.changed.emit(answer.changed)
            self.register_changed.emit()

        self._workplace.clerk.ask(lambda: desk.act(*wishes), told)

    def _follow(self) -> None:
        goes_on = self.run.goes_on
        for part in (self.told, self.bar, self.stop_button):
            part.setVisible(goes_on)
        # Without anything to say it takes no room.
        self.setVisible(goes_on or bool(self.problem.text()) or self._left is not None)
        self.problem.setVisible(bool(self.problem.text()))
        self.again_act.setVisible(self._left is not None and not goes_on)
        self.again_button.setVisible(self.again_act.isVisible())

    def _lay_out(self) -> None:
        self.stop_button = KeyHintButton(self.stop_act)
        self.again_button = KeyHintButton(self.again_act)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP // 2)
        rows.addWidget(self.told)
        row = QHBoxLayout()
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop_button)
        row.addWidget(self.again_button)
        row.addStretch()
        rows.addWidget(self.problem)
        rows.addLayout(row)


def _noted(end: PrintEnd) -> list[Command]:
    """Give the wishes that enter how a printing ended.

    Of a first printing only what did not come out is noted; of a later one only what did.
    """
    if not end.order.again:
        note = STOPPED if end.stopped else FAILED
        return [NoteSheetNotOnPaper(sheet=one.sheet, note=note) for one in end.left]
    left = {one.sheet for one in end.left}
    tried = set(end.order.pages)
    out = [one.sheet for one in end.order.sheets if not tried or one.first_page in tried]
    return [NoteSheetPrinted(sheet=one) for one in out if one not in left]


def _said(end: PrintEnd) -> str:
    """Say what came out and what did not."""
    what = "Utskriften stoppades" if end.stopped else PRINTER_SAID_NO
    if not end.order.sheets:
        return f"{what}. Försök igen."
    kept = _numbers(end.left)
    if not end.left:
        return f"{what}. Alla numrerade blad är ute, men inte hela papperet."
    sent = f" {end.sent} sidor är skickade." if end.sent else ""
    return (
        f"{what}.{sent} {kept} är ej på papper: försök igen med samma nummer, eller makulera i "
        "registret."
    )


def _numbers(sheets: tuple[PlacedSheet, ...]) -> str:
    """Name a few numbers, or say how many they are."""
    if len(sheets) > _NAMED:
        return f"{len(sheets)} numrerade blad"
    return "Nr " + ", ".join(show_number(one.number) for one in sheets)
