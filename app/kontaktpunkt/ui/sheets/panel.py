"""The register of a stop: every number with its stage, worked through by keys or by scanner."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.states import SheetStage
from kontaktpunkt.ui.sheets.acts import SheetActs
from kontaktpunkt.ui.sheets.asking import Asking
from kontaktpunkt.ui.sheets.finding import NotFound, find
from kontaktpunkt.ui.sheets.lines import Choice, Show, choices, grouped
from kontaktpunkt.ui.sheets.scan_mode import MODES, ScanMode
from kontaktpunkt.ui.sheets.scanning import ScanCatcher
from kontaktpunkt.ui.sheets.table import SheetTable
from kontaktpunkt.ui.sheets.wishes import WAYS, Said, SheetAct, command, fits, fitting, left_out
from kontaktpunkt.ui.widgets.acts import act_within
from kontaktpunkt.ui.widgets.fields import Labelled, narrow_choice
from kontaktpunkt.ui.widgets.layouts import GAP, Flow, Sheet
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.outages.rows import OutagePage, OutagePhase, OutageSheetLine
from kontaktpunkt.wording.refusals import sentence
from kontaktpunkt.wording.sheet_register import (
    balance_words,
    left_words,
    sheet_words,
    stage_words,
)
from kontaktpunkt.wording.words import word

_FIELD: Final = 250
_LEAST_TABLE: Final = 190


class RegisterPanel(QWidget):
    """Shows a stop's numbers; whoever shows it fetches the page and gives it to `show_page`."""

    entry_wanted = Signal(object)  # UUID of a sheet: enter what stands on it

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._page: OutagePage | None = None
        self._show: Show | SheetStage = Show.LEFT
        self._wanted: UUID | None = None
        self.balance = Text("", "strong")
        self.scan = QLineEdit()
        self.scan.setPlaceholderText("001 00001 5")
        self.mode, self.filter = narrow_choice(), narrow_choice()
        self.answer = Text("", "strong")
        self.answer.setAccessibleName("Svar på det som skannades")
        self.table = SheetTable(workplace.theme)
        self.none = Text("", "soft")
        self.asking = Asking(workplace)
        self.acts = SheetActs(self, self.table, workplace.preferences)
        self.scan_act = act_within(self, "Skanna eller skriv nummer", "Ctrl+L", self._to_scan)
        self._lay_out()
        workplace.theme.changed.connect(self._measure)
        self._measure()
        self.catcher = ScanCatcher(self, self.scan)
        self.catcher.watch(self)
        self._wire()

    # --- what the host calls
    def show_page(self, page: OutagePage) -> None:
        """Show a stop's register; what is chosen and typed stays."""
        if self._page is None or self._page.stamp.outage != page.stamp.outage:
            self._say("")
            self.asking.put_away()
            self._show = Show.LEFT if page.left or not page.lines else Show.ALL
        self._page = page
        self.balance.setText(f"{balance_words(page.balance)}. {left_words(page.balance)}".strip())
        self._offer_filter()
        self._show_lines()

    def focus(self) -> None:
        """Begin on the numbers, where letters are acts and a scanner is heard."""
        part = self.scan if self.table.isHidden() else self.table
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed when the register is left."""
        self.asking.flush()
        super().hideEvent(event)

    def chosen(self) -> tuple[OutageSheetLine, ...]:
        """Give the chosen numbers."""
        sheets = set(self.table.chosen_sheets())
        lines = self._page.lines if self._page is not None else ()
        return tuple(line for line in lines if line.sheet in sheets)

    # --- scanning
    def take(self, typed: str) -> None:
        """Look up what was typed or scanned, and do with it what the mode says."""
        self.scan.clear()
        if self._page is None or not typed.strip():
            return
        if self._find_named(typed):
            return
        outage, desk, mode = self._page.stamp.outage, self._workplace.desk, self.scan_mode
        self._workplace.clerk.ask(
            lambda: find(desk, outage, typed), lambda found: self._found(mode, found)
        )

    def _find_named(self, typed: str) -> bool:
        """Choose the papers of somebody by name; no number begins with two letters."""
        words, begins = typed.casefold().split(), typed.strip()[:2]
        if self._page is None or len(begins) < len("Ö0") or not begins.isalpha():
            return False
        lines = self._page.lines
        found = [one.sheet for one in lines if all(part in one.name.casefold() for part in words)]
        if not found:
            self._say(f"Inget blad gäller {typed.strip()}.", wrong=True)
            return True
        if not all(map(self.table.has_line, found)):
            self._go_to_all()
        self.table.choose(found)
        self._say(f"{len(found)} blad gäller {typed.strip()}.")
        self.focus()
        return True

    def _go_to_all(self) -> None:
        self._show = Show.ALL
        self._offer_filter()
        self._show_lines()

    @property
    def scan_mode(self) -> ScanMode:
        """Give what becomes of a number that is scanned."""
        return ScanMode(self.mode.currentData())

    def _found(self, mode: ScanMode, found: OutageSheetLine | NotFound) -> None:
        if isinstance(found, NotFound):
            self._say(found.sentence, wrong=True)
            return
        self._go_to(found.sheet)
        named = sheet_words(found)
        standing = f"{named}: {stage_words(found, self._workplace.now())}"
        if mode is ScanMode.OPEN:
            if found.is_settled:
                self._say(f"Redan klar. {standing}", wrong=True)
                return
            self._say("")  # how it stood would be old news when one comes back
            self.entry_wanted.emit(found.sheet)
            return
        act = SheetAct(mode.value)
        if WAYS[act].to is found.stage:
            self._say(f"Redan skannad eller noterad. {standing}", wrong=True)
            return
        if found.is_settled and not fits(act, found):
            self._say(f"Redan klar. {standing}", wrong=True)
            return
        self._mark(act, found)

    def _mark(self, act: SheetAct, line: OutageSheetLine) -> None:
        """Mark one number that was scanned; what may not follow is refused in words."""
        wish, named = command(act, line.sheet, Said(system=self._system)), sheet_words(line)
        told = f"{named} är {WAYS[act].told}"
        self._workplace.do(
            wish,
            told=told,
            then=lambda _done: self._say(told),
            refused=lambda no: self._say(f"{named}: {sentence(no)}", wrong=True),
        )

    def _say(self, words: str, *, wrong: bool = False) -> None:
        """Answer to a scan, so that it is noticed also when nobody looks."""
        self.answer.setText(words)
        self.answer.set_role("refused" if wrong else "strong")
        self.answer.setVisible(bool(words))
        if wrong:
            QApplication.beep()

    def _go_to(self, sheet: UUID) -> None:
        """Choose a number in the table; what the filter hides is shown."""
        if not self.table.has_line(sheet):
            self._go_to_all()
        self.table.choose([sheet])

    def _to_scan(self) -> None:
        self.scan.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.scan.selectAll()

    # --- acts
    def do(self, act: SheetAct) -> None:
        """Do an act with the chosen numbers, or ask first what it needs."""
        chosen = self.chosen()
        sheets = tuple(line.sheet for line in fitting(act, chosen))
        if not sheets:
            return
        if WAYS[act].asks:
            self.asking.ask(act, sheets, self._system, beside=left_out(act, chosen))
        else:
            self._carry_out(act, sheets, Said())

    def _carry_out(self, act: SheetAct, sheets: tuple[UUID, ...], said: Said) -> None:
        """Do it with the numbers asked about; where it fits none of them now, be told why."""
        page = self._page
        asked = [line for line in page.lines if line.sheet in sheets] if page is not None else []
        lines = [line for line in asked if fits(act, line)] or asked
        self._workplace.do(
            *(command(act, line.sheet, said) for line in lines),
            told=_told(act, lines),
            then=self._done,
            refused=self._refused,
        )

    def _done(self, _done: Done) -> None:
        self._say("")
        if self.asking.isVisible():
            self.asking.done()
            self.focus()

    def _refused(self, refused: Refused) -> None:
        if self.asking.isVisible():
            self.asking.fail(sentence(refused))
        else:
            self._say(sentence(refused), wrong=True)

    def _enter(self) -> None:
        chosen = self.table.chosen()
        if isinstance(chosen, UUID) and self.acts.enter.isEnabled():
            self.entry_wanted.emit(chosen)

    # --- showing
    @property
    def _system(self) -> str:
        page = self._page
        named = page.stamp.facts.system if page is not None else ""
        return named or self._workplace.system_name

    def _offer_filter(self) -> None:
        page = self._page
        found = choices(page.lines) if page is not None else []
        if self._show is Show.UNUSED and all(one.show != self._show for one in found):
            self._show = Show.LEFT  # none is unused any more
        if all(one.show != self._show for one in found):
            found.append(Choice(self._show, f"{word(self._show).capitalize()}: 0"))
        self.filter.blockSignals(True)  # noqa: FBT003  Qt's own shape
        self.filter.clear()
        for one in found:
            self.filter.addItem(one.words, one.show)
        self.filter.setCurrentIndex(max(0, self.filter.findData(self._show)))
        self.filter.blockSignals(False)  # noqa: FBT003  Qt's own shape

    def _filtered(self) -> None:
        chosen = self.filter.currentData()
        self._show = next((one for one in (*Show, *SheetStage) if one.value == chosen), Show.LEFT)
        self._show_lines()

    def _show_lines(self) -> None:
        page = self._page
        if page is None:
            return
        lines = grouped(page.lines, self._show, self._workplace.now())
        had_focus = self.table.hasFocus()
        self.table.show_lines(lines)
        self.table.setVisible(bool(lines))
        if had_focus and not lines:
            self.focus()  # else it falls outside, where no scanner is heard
        self.none.setVisible(not lines)
        self.none.setText(
            "Inget nummer är utlämnat i stoppet än."
            if not page.lines
            else "Inget kvar att göra. Alla nummer finns under Alla."
            if self._show is Show.LEFT
            else "Inga nummer här."
        )
        self._follow()

    def _follow(self) -> None:
        page = self._page
        ended = (OutagePhase.CLOSED, OutagePhase.WITHDRAWN)
        may = page is not None and page.stamp.phase not in ended
        self.acts.follow(self.chosen(), may_change=may)

    def _measure(self) -> None:
        """Keep some numbers in sight whatever else stands on the page."""
        self.table.setMinimumHeight(self._workplace.theme.px(_LEAST_TABLE))

    # --- making
    def _wire(self) -> None:
        self.catcher.scanned.connect(self.take)
        self.catcher.growing.connect(self.scan.setText)
        self.scan.returnPressed.connect(lambda: self.take(self.scan.text()))
        self.filter.currentIndexChanged.connect(self._filtered)
        self.table.chosen_changed.connect(self._follow)
        self.table.activated.connect(self._enter)
        self.acts.does(self._enter, self.do)
        self.asking.answered.connect(self._carry_out)
        self.asking.left.connect(self.focus)

    def _lay_out(self) -> None:
        for mode, words in MODES:
            self.mode.addItem(words, mode)
        for box, wide in ((self.mode, 26), (self.filter, 24)):
            box.setMinimumContentsLength(wide)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        # With large text there is not room for all of it at once: the page scrolls.
        sheet = Sheet(margin=0)
        sheet.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole.addWidget(sheet)
        rows = sheet.rows
        rows.setSpacing(GAP // 2)
        sheet.keep_in_sight(self.asking)
        rows.addWidget(self.balance)
        asked = QWidget()
        flow = Flow(asked, GAP)
        for label, field in (
            ("Skanna eller skriv nummer, eller namn (Ctrl+L)", self.scan),
            ("Vid skanning", self.mode),
            ("Visa", self.filter),
        ):
            labelled = Labelled(label, field)
            labelled.setMinimumWidth(_FIELD)
            flow.addWidget(labelled)
        rows.addWidget(asked)
        self.answer.hide()
        rows.addWidget(self.answer)
        rows.addWidget(self.table, 1)
        rows.addWidget(self.none, 1, Qt.AlignmentFlag.AlignTop)
        rows.addWidget(self.acts.bar)
        rows.addWidget(self.asking)


def _told(act: SheetAct, lines: Sequence[OutageSheetLine]) -> str:
    if len(lines) == 1:
        return f"{sheet_words(lines[0])} är {WAYS[act].told}"
    return f"{len(lines)} blad är {WAYS[act].told_many}"
