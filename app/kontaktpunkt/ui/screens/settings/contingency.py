"""Nödläge: whether the copies are being made and where, their passphrase, and its paper."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton

from kontaktpunkt.domain.commands import NoteContingencyTried
from kontaktpunkt.ui.care import SHORTEST_PASSPHRASE, StoreCare
from kontaktpunkt.ui.printing.document import Document, Made
from kontaktpunkt.ui.screens.settings.page import SettingsPage
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.layouts import Flow, Section
from kontaktpunkt.ui.widgets.modest_list import ModestList
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.contingency.ports import ContingencyCopies
from kontaktpunkt.usecases.contingency.rows import CopyStanding
from kontaktpunkt.usecases.desk import Desk
from kontaktpunkt.usecases.failures import Unavailable
from kontaktpunkt.wording.contingency import (
    WHAT_IT_IS,
    passphrase_words,
    place_words,
    standing_words,
    tried_words,
)
from kontaktpunkt.wording.failures import sentence_unavailable

_FIELD: Final = 360


class ContingencyPage(SettingsPage):
    """What must be in order on a calm day, for the day when the computers are down."""

    title = "Nödläge"

    def __init__(self, workplace: Workplace, care: StoreCare | None) -> None:
        super().__init__(workplace)
        self._care = care
        self._folders: tuple[str, ...] = ()
        self.standing = Text("", "strong")
        self.problem = Text("", "wrong")
        self.add(Text(WHAT_IT_IS, "soft"))
        self.add(self.standing)
        self.add(self.problem)
        self._place_part()
        self._passphrase_part()
        self._paper_part()
        self.end()

    def begin(self) -> None:
        """Ask how it is with the copies."""
        self._ask(lambda copies: copies.standing())

    # --- acts --------------------------------------------------------------------------------
    def make_now(self) -> None:
        """Have every copy made now."""
        self._ask(lambda copies: copies.keep(only_due=False), "Nödkopian är gjord")

    def add_folder(self) -> None:
        """Let somebody choose a folder, as on a stick, without blocking."""
        dialog = QFileDialog(self, "Välj mapp för nödkopian")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.keep_in)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def keep_in(self, folder: str) -> None:
        """Keep a copy in a folder too from now on."""
        wanted = (*self._folders, folder)
        self._ask(lambda copies: copies.choose_folders(wanted), f"Nödkopian görs också i {folder}")

    def leave_folder(self) -> None:
        """Keep no more copies in the chosen folder; what lies there stays."""
        row = self.places.currentRow() - 1
        if 0 <= row < len(self._folders):
            wanted = tuple(one for no, one in enumerate(self._folders) if no != row)
            self._ask(lambda copies: copies.choose_folders(wanted), "Mappen används inte längre")

    def choose_passphrase(self) -> None:
        """Check what is typed, then have the copies sealed under it."""
        new, again = self.new.text(), self.again.text()
        short = len(new.strip()) < SHORTEST_PASSPHRASE
        self.new_field.refuse(f"För kort: minst {SHORTEST_PASSPHRASE} tecken." if short else "")
        self.again_field.refuse("" if new == again else "De två lösenfraserna är inte lika.")
        if not short and new == again:
            for field in (self.new, self.again):
                field.clear()
            told = "Lösenfrasen är vald. Skriv den på bladet och försegla det"
            self._ask(lambda copies: copies.choose_passphrase(new), told)

    def note_tried(self) -> None:
        """Note that the passphrase from the binder opened the copy today."""
        self.workplace.do(
            NoteContingencyTried(),
            told="Nödlägets lösenfras är prövad",
            then=lambda _done: self.begin(),
        )

    def show_paper(self) -> None:
        """Show the sheet for the binder, to print."""
        self.workplace.document_wanted.emit(BINDER_SHEET)

    # --- showing -----------------------------------------------------------------------------
    def _ask(self, work: Callable[[ContingencyCopies], CopyStanding], told: str = "") -> None:
        care = self._care

        def done(standing: CopyStanding | None) -> None:
            if standing is not None:
                self._show(standing)
                if told:
                    self.workplace.noted.emit(told)

        def asked() -> CopyStanding | None:
            copies = care.copies() if care is not None else None
            return None if copies is None else work(copies)

        self.workplace.clerk.ask(asked, done, failed=self._failed)

    def _show(self, standing: CopyStanding) -> None:
        self.problem.setText("")
        self.standing.setText(standing_words(standing))
        self.places.clear()
        for one in standing.places:
            self.places.addItem(place_words(one, standing.now))
        self._folders = tuple(one.folder for one in standing.places if not one.beside_store)
        self.leave.setEnabled(bool(self._folders))
        self.way.setText(passphrase_words(standing))
        self.tried.setText(tried_words(standing))

    def _failed(self, problem: Unavailable) -> None:
        self.problem.setText(sentence_unavailable(problem))

    # --- making ------------------------------------------------------------------------------
    def _place_part(self) -> None:
        part = Section("Var kopian görs")
        self.places = ModestList(3)
        self.places.setAccessibleName("Mappar som nödkopian görs i")
        now, more = button("Gör kopian nu"), button("Lägg till mapp eller USB-minne …")
        self.leave = button("Sluta använda mappen")
        now.clicked.connect(self.make_now)
        more.clicked.connect(self.add_folder)
        self.leave.clicked.connect(self.leave_folder)
        part.add(self.places)
        part.add(_left(now, more, self.leave))
        self.add(part)

    def _passphrase_part(self) -> None:
        part = Section("Lösenfras för nödläget")
        self.way = Text("", "soft")
        self.new, self.again = _secret(), _secret()
        self.new_field = Labelled("Ny lösenfras", self.new, f"Minst {SHORTEST_PASSPHRASE} tecken.")
        self.again_field = Labelled("Ny lösenfras en gång till", self.again)
        choose = button("Välj lösenfras")
        choose.clicked.connect(self.choose_passphrase)
        self.again.returnPressed.connect(self.choose_passphrase)
        part.add(self.way)
        for field in (self.new_field, self.again_field):
            field.setMaximumWidth(self.workplace.theme.px(_FIELD))
            part.add(field)
        part.add(_left(choose))
        self.add(part)

    def _paper_part(self) -> None:
        part = Section("I reservpärmen")
        self.tried = Text("", "soft")
        paper, tried = button("Blad till reservpärmen …"), button("Lösenfrasen är prövad i dag")
        paper.clicked.connect(self.show_paper)
        tried.clicked.connect(self.note_tried)
        part.add(self.tried)
        part.add(_left(paper, tried))
        self.add(part)


def _make_binder_sheet(desk: Desk) -> Made:
    return desk.contingency_sheet(), 0


BINDER_SHEET: Final = Document(
    key="contingency sheet",
    title="Nödläge: blad till reservpärmen",
    file_name="nodlage-reservparm.pdf",
    make=_make_binder_sheet,
)
"""How Nödläge is started and where the copy lies, with room for the passphrase; names nobody."""


def _left(*buttons: QPushButton) -> Flow:
    row = Flow()
    for one in buttons:
        row.addWidget(one)
    return row


def _secret() -> QLineEdit:
    return QLineEdit(echoMode=QLineEdit.EchoMode.Password)
