"""The window of Nödläge: says how old the copy is, opens and shows it, puts it on paper."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kontaktpunkt.domain.events.office import SheetMedium
from kontaktpunkt.domain.times import to_local
from kontaktpunkt.ui.alerts import Alerts
from kontaktpunkt.ui.clerk import Clerk
from kontaktpunkt.ui.contingency.copy_page import CopyPage
from kontaktpunkt.ui.contingency.open_page import OpenPage
from kontaktpunkt.ui.printing.order import Order, ids_of
from kontaktpunkt.ui.printing.printer import PaperOut, QtPaperOut
from kontaktpunkt.ui.printing.run import STILL_PRINTING, PrintEnd, PrintRun
from kontaktpunkt.ui.printing.saving import FileOut, QtFileOut, write_file
from kontaktpunkt.ui.theme.theme import Theme
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.usecases.contingency.ports import ContingencyRoom
from kontaktpunkt.usecases.contingency.rows import CopyFound, CopyPaper, CopyWish
from kontaktpunkt.usecases.contingency.rows import CopyPage as Page
from kontaktpunkt.usecases.failures import Unavailable
from kontaktpunkt.wording.contingency import SINCE_THEN, age_words, copy_obstacle_words, made_words

FIRST_SIZE = (1366, 740)
_MINUTE = 60_000

MakeRoom = Callable[[str], ContingencyRoom]
"""Gives the copy that a file or folder names; '' is the one that belongs here."""


class ContingencyWindow(QMainWindow):
    """One use of the copy from finding it to closing it; all is asked on a lane of its own."""

    def __init__(
        self,
        theme: Theme,
        make_room: MakeRoom,
        printer: PaperOut | None = None,
        files: FileOut | None = None,
    ) -> None:
        super().__init__()
        self._make_room = make_room
        self._room = make_room("")
        self._printer = printer or QtPaperOut()
        self._files = files or QtFileOut()
        self._made: Page | None = None
        self._paper: CopyPaper | None = None
        self._left: Order | None = None
        self.clerk = Clerk(self)
        self.alerts = Alerts(self)
        self.clerk.broke.connect(self.alerts.fault)
        self.clerk.unavailable.connect(self._say_unavailable)
        self._theme = theme
        self.title = QLabel("Nödläge")
        self.title.setProperty("role", "title")
        self.age = Text("", "strong")
        self.told = Text("", "wrong")
        self.done = Text("", "soft")
        self.run = PrintRun(self, self._printer, self)
        self.stop = button("Stoppa utskriften")
        self.again = button("Skriv resten på papper")
        self.open_page = OpenPage()
        self.copy_page = CopyPage(theme, self)
        self.stack = QStackedWidget()
        self._minutes = QTimer(self, interval=_MINUTE)
        self._minutes.timeout.connect(self._say_age)
        self._put_together()
        self._wire()

    def begin(self) -> None:
        """Show the window and look for the copy."""
        self.show()
        self.activateWindow()
        self._look()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Note that the copy is closed again."""
        self._minutes.stop()
        self.clerk.ask(self._room.end)
        self.clerk.stop()
        super().closeEvent(event)

    @property
    def desk(self) -> ContingencyRoom:
        """Give who draws pages for the printer."""
        return self._room

    # --- opening -----------------------------------------------------------------------------
    def use(self, named: str) -> None:
        """Use another copy: a file, or the folder or stick that it lies in."""
        self._room = self._make_room(named)
        self._look()

    def _look(self) -> None:
        room = self._room
        self.clerk.ask(room.look, self._found)

    def _found(self, found: CopyFound) -> None:
        self.stack.setCurrentWidget(self.open_page)
        self.open_page.show_found(found, self._room.now())

    def _open(self, passphrase: str, name: str, exercise: bool) -> None:  # noqa: FBT001  a signal's
        room = self._room
        self.clerk.ask(
            lambda: room.open(passphrase, name, exercise=exercise),
            self._opened,
            failed=self._not_opened,
        )

    def _opened(self, page: Page) -> None:
        self._made = page
        self.stack.setCurrentWidget(self.copy_page)
        self.copy_page.show_copy(page)
        self._say_age()
        self._say_told(self._room.told())
        self._minutes.start()

    def _not_opened(self, problem: Unavailable) -> None:
        self.open_page.refuse(copy_obstacle_words(problem.obstacle))

    def _choose_other(self) -> None:
        dialog = QFileDialog(self, "Välj en nödkopia", "", "Nödkopia (*.kpn)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.use)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # --- showing -----------------------------------------------------------------------------
    def _show_pages(self, wish: CopyWish) -> None:
        room = self._room
        self.clerk.ask(lambda: room.preview(wish).pdf, self.copy_page.pages.show_pdf, key="pages")

    def _show_person(self, case: object) -> None:
        room = self._room
        self.clerk.ask(lambda: room.show(case), self._noted)  # type: ignore[arg-type]  # a signal's

    def _noted(self, _answer: None) -> None:
        self._say_told(self._room.told())

    # --- paper -------------------------------------------------------------------------------
    def _print(self, wish: CopyWish | None) -> None:
        if not self._printer.is_there():
            self._say_told(("Ingen skrivare finns på datorn. Spara som PDF i stället.",))
            return
        if self.run.goes_on:
            self.done.setText(STILL_PRINTING)
            return
        self._printer.choose(
            self, "Nödläge", lambda: self._make(wish, SheetMedium.PRINTED, self._send)
        )

    def _save(self, wish: CopyWish | None) -> None:
        name = f"nodlage-{to_local(self._room.now()):%Y-%m-%d-%H%M}.pdf"
        self._files.choose(
            self,
            name,
            lambda path: self._make(
                wish, SheetMedium.SAVED, lambda paper: self._write(paper, path)
            ),
        )

    def _make(
        self, wish: CopyWish | None, medium: SheetMedium, then: Callable[[CopyPaper], None]
    ) -> None:
        room = self._room
        self.done.setText("Gör pappren klara …")
        self.clerk.ask(lambda: room.make(room.everything() if wish is None else wish, medium), then)

    def _send(self, paper: CopyPaper) -> None:
        self._say_told(paper.told)
        self._paper = paper
        self._start(Order(pdf=paper.pdf, title=paper.title, sheets=paper.sheets))

    def _start(self, order: Order) -> None:
        self.again.hide()
        self.stop.show()
        self.run.start(order)

    def _moved(self, painted: int, of: int) -> None:
        self.done.setText(f"Skriver ut: sida {painted} av {of}")

    def _ended(self, end: PrintEnd) -> None:
        """Say what came out, and note what did not: it is tried again with the same numbers."""
        self.stop.hide()
        room = self._room
        left = ids_of(end.left)
        if end.order.again:
            came = tuple(one for one in ids_of(end.order.sheets) if one not in left)
            self.clerk.ask(lambda: room.note_out(came, out=True), self._noted)
        else:
            self.clerk.ask(lambda: room.note_out(left, out=False), self._noted)
        if end.is_whole and self._paper is not None:
            self.done.setText(made_words(self._paper, "är skickat till skrivaren"))
            return
        self._left = Order(
            pdf=end.order.pdf,
            title=end.order.title,
            sheets=end.left,
            pages=end.left_pages,
            again=True,
        )
        what = "Utskriften stoppades" if end.stopped else "Skrivaren tog inte emot allt"
        self.done.setText(
            f"{what}: {len(end.left_pages)} sidor kom inte ut. Skriv resten med samma nummer, "
            "eller spara som PDF."
        )
        self.again.show()

    def _print_left(self) -> None:
        order = self._left
        if order is not None:
            self._printer.choose(self, order.title, lambda: self._start(order))

    def _write(self, paper: CopyPaper, path: str) -> None:
        self._say_told(paper.told)
        self.clerk.ask(
            lambda: write_file(path, paper.pdf),
            lambda _path: self.done.setText(made_words(paper, f"är sparat: {path}")),
            failed=lambda problem: self._not_written(paper, problem),
        )

    def _not_written(self, paper: CopyPaper, problem: Unavailable) -> None:
        room = self._room
        self.clerk.ask(lambda: room.note_out(ids_of(paper.sheets), out=False), self._noted)
        self._say_unavailable(problem)

    # --- telling -----------------------------------------------------------------------------
    def _say_age(self) -> None:
        page = self._made
        if page is not None:
            by = f", av {page.made_by}" if page.made_by else ""
            said = age_words(page.made_at, self._room.now())
            self.age.setText(f"Kopian gjordes {said}{by}. {SINCE_THEN}")
            demo = " – DEMO, inga riktiga personer" if page.demo else ""
            practice = " – ÖVNING, påhittade personer" if page.exercise else ""
            self.title.setText(f"Nödläge – {page.municipality}{demo}{practice}")

    def _say_told(self, told: Sequence[str]) -> None:
        self.told.setText(" ".join(told))
        self.told.setVisible(bool(told))

    def _say_unavailable(self, problem: Unavailable) -> None:
        self.done.setText(copy_obstacle_words(problem.obstacle))

    def _put_together(self) -> None:
        self.setWindowTitle("Nödläge – Kontaktpunkt")
        self.setWindowIcon(self._theme.icon("contingency"))
        self.resize(*FIRST_SIZE)
        self.stack.addWidget(self.open_page)
        self.stack.addWidget(self.copy_page)
        self.told.hide()
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, GAP)
        head = QVBoxLayout()
        head.setContentsMargins(GAP * 2, 0, GAP * 2, 0)
        for part in (self.age, self.told):
            head.addWidget(part)
        foot = QHBoxLayout()
        foot.setContentsMargins(GAP * 2, 0, GAP * 2, 0)
        foot.addWidget(self.done, 1)
        for one in (self.stop, self.again):
            one.hide()
            foot.addWidget(one)
        rows.addWidget(self.title)
        rows.addSpacing(GAP)
        rows.addLayout(head)
        rows.addWidget(self.stack, 1)
        rows.addLayout(foot)
        self.setCentralWidget(whole)

    def _paint_title(self) -> None:
        """Let nobody take this window for the program itself."""
        tokens = self._theme.tokens
        self.title.setStyleSheet(
            f"background: {tokens.wrong}; color: {tokens.on_accent}; padding: {GAP}px {GAP * 2}px;"
        )

    def _wire(self) -> None:
        self._theme.changed.connect(self._paint_title)
        self._paint_title()
        self.open_page.open_wanted.connect(self._open)
        self.open_page.other_wanted.connect(self._choose_other)
        self.copy_page.shown_wanted.connect(self._show_pages)
        self.copy_page.person_shown.connect(self._show_person)
        self.copy_page.print_wanted.connect(self._print)
        self.copy_page.save_wanted.connect(self._save)
        self.run.moved.connect(self._moved)
        self.run.ended.connect(self._ended)
        self.stop.clicked.connect(self.run.stop)
        self.again.clicked.connect(self._print_left)
