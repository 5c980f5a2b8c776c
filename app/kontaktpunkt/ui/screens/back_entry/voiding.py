"""Offers to void a paper that nobody wrote on, in the place of entering it."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from PySide6.QtCore import Signal

from kontaktpunkt.domain.paper.printout import PaperValue
from kontaktpunkt.ui.sheets.asking import Asking
from kontaktpunkt.ui.sheets.wishes import Said, SheetAct, command
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.back_entry.rows import SheetEntryPage
from kontaktpunkt.wording.refusals import sentence

_UNWRITTEN: Final = "Inget är skrivet på bladet, så det finns inget att föra in."


class Voiding(Asking):
    """Asks why a paper is voided, and voids it."""

    voided = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._place = workplace
        self.answered.connect(self._void)

    def offer(self, page: SheetEntryPage) -> None:
        """Ask whether the paper is to be voided, since nothing stands on it."""
        self.ask(SheetAct.VOID, (page.sheet,), "", beside=_UNWRITTEN)

    def _void(self, act: SheetAct, sheets: tuple[UUID, ...], said: Said) -> None:
        self._place.do(
            *(command(act, sheet, said) for sheet in sheets),
            told="Makulerad: inget stod på bladet",
            then=lambda _done: self._voided(),
            refused=lambda no: self.fail(sentence(no)),
        )

    def _voided(self) -> None:
        self.done()
        self.voided.emit()


def is_unwritten(page: SheetEntryPage, values: Mapping[str, PaperValue]) -> bool:
    """Say whether nothing stands on a blank paper but what was printed on it."""
    printed = page.values.items()
    blank = page.case is None and not page.is_entered
    return blank and all(item in printed for item in values.items())
