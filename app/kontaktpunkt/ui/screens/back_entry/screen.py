"""Inför blad: what stands on a numbered paper, typed in its own order; then the next one."""

from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kontaktpunkt.domain.paper.form import FieldKind
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.screens.back_entry.after import AfterEntry
from kontaktpunkt.ui.screens.back_entry.form import PaperForm
from kontaktpunkt.ui.screens.back_entry.happening import happened, is_doubtful, propose, propose_day
from kontaktpunkt.ui.screens.back_entry.head import PaperHead
from kontaktpunkt.ui.screens.back_entry.keeping import PaperDraft, Typed, typed_of
from kontaktpunkt.ui.screens.back_entry.leading import Leading
from kontaktpunkt.ui.screens.back_entry.names import in_words, offer_names
from kontaktpunkt.ui.screens.back_entry.next_paper import entered_words, next_of
from kontaktpunkt.ui.screens.back_entry.parts import Part
from kontaktpunkt.ui.screens.back_entry.person import PersonOfPaper
from kontaktpunkt.ui.screens.back_entry.voiding import Voiding, is_unwritten
from kontaktpunkt.ui.sheets.scanning import ScanCatcher
from kontaktpunkt.ui.widgets.acts import act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.back_entry.rows import SheetEntry, SheetEntryPage
from kontaktpunkt.usecases.desk import Changed, Done
from kontaktpunkt.usecases.outages.rows import OutagePage, OutageSheetLine
from kontaktpunkt.usecases.pasted_rows import WardSeen
from kontaktpunkt.wording.refusals import sentence

_MEANWHILE: Final = (
    "{} har fört in bladet medan du skrev. Sparar du gäller ditt, det förra finns kvar."
)
_MASKED: Final = "Bladet gäller någon som du inte får se."
_NO_PAPER: Final = "Skanna eller skriv numret på bladet."


class BackEntryScreen(Screen):
    """One paper at a time; it is a draft until it is saved, also when the screen is left."""

    key = "back_entry"
    title = "Inför blad"
    icon = ""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._sheet: UUID | None = None
        self._is_saving = False
        self._said = ""
        self._page: SheetEntryPage | None = None
        self._draft = PaperDraft(workplace, self)
        self.head = PaperHead(workplace)
        self.form = PaperForm(workplace.theme)
        self.after = AfterEntry(workplace)
        self.person = PersonOfPaper(workplace, self.form)
        self.voiding = Voiding(workplace)
        self.failure = Text("", "refused")
        self.leading = Leading(self.form, self.failure)
        self.pages = QStackedWidget()
        self.save_act = act_within(self, "Spara och nästa", "Ctrl+Return", self.save)
        self.scan_act = act_within(self, "Annat blad: nummer", "Ctrl+L", self.head.to_number)
        self.leave_act = act_within(self, "Tillbaka, spara som utkast", "Esc", self.closed.emit)
        self.save_button = KeyHintButton(self.save_act, look="primary")
        self.catcher = ScanCatcher(self, self.head.number, only_right=True)
        self._lay_out()
        self.head.number_given.connect(self.take)
        self.head.edited.connect(self._keep)
        self.catcher.scanned.connect(self.take)
        self.form.edited.connect(self._edited)
        self.form.left.connect(self._look_at)
        self.form.walking.ended.connect(self._to_save)
        self.after.change_wanted.connect(self._change)
        self._wire_asking()
        for lost in (workplace.clerk.unavailable, workplace.clerk.broke):
            lost.connect(self._may_save)

    def _wire_asking(self) -> None:
        for asking in (self.after.asking, self.voiding):
            asking.turned.connect(self._leave_keys)
        self.voiding.voided.connect(self._voided)
        self.voiding.left.connect(self.form.walking.begin)

    # --- opening
    def open_sheet(self, sheet: UUID | None, said: str = "") -> None:
        """Open a paper, or ask for its number; `said` is what came of the one before."""
        self._said = said
        self._draft.flush()
        self.after.asking.put_away()
        self.voiding.put_away()
        self._sheet, self._page = sheet, None
        self.leading.forget()
        self.pages.setVisible(sheet is not None)
        if sheet is None:
            self.head.show_page(None, self.title)
            self.head.ask_when_and_who(asked=False)
            self.head.say(said or _NO_PAPER)
            self.save_act.setEnabled(False)
            self.head.to_number()
            return
        self._fetch()

    def take(self, typed: str) -> None:
        """Find another paper by its number, typed or scanned."""
        desk = self.workplace.desk
        if typed.strip():
            self.workplace.clerk.ask(lambda: desk.find_sheet(typed), self._found)

    def begin(self) -> None:
        """Fetch how the paper stands; what is being typed is left alone."""
        if not self._is_saving:
            self._fetch()

    def refresh(self, changed: Changed) -> None:
        """Fetch how the paper stands: somebody else may have entered it."""
        del changed
        self.begin()

    def focus(self) -> None:
        """Go on where the work is."""
        if self._page is None:
            self.head.to_number()
        elif self.pages.currentWidget() is self.after:
            self.after.focus()
        else:
            self.form.walking.begin()

    def forget(self) -> None:
        """Begin without a paper when the screen is opened by its name."""
        self.open_sheet(None)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed when the screen is left."""
        self._draft.flush()
        self.after.flush()
        super().hideEvent(event)

    # --- showing
    def _fetch(self) -> None:
        desk, sheet = self.workplace.desk, self._sheet
        if sheet is not None:
            self.workplace.clerk.ask(
                lambda: (desk.sheet_entry(sheet), desk.wards_seen()),
                lambda found: self._show(*found),
                key="back_entry.page",
            )

    def _found(self, found: OutageSheetLine | Refused) -> None:
        if isinstance(found, Refused):
            self.head.say(sentence(found), wrong=True)
            self.head.to_number()
            return
        self.open_sheet(found.sheet)

    def _show(self, page: SheetEntryPage | None, wards: tuple[WardSeen, ...]) -> None:
        if page is None or page.sheet != self._sheet:
            return
        before, self._page = self._page, page
        named = f"{page.form.number} nr {page.number_shown}: {page.form.title}"
        self.head.show_page(page, in_words(self.workplace, named))
        said, self._said = self._said, ""
        self.head.say(said)
        self.after.show_page(page)
        self._may_save()
        if before is None:
            self._show_new(page, wards)
        elif not page.is_entered:
            self._turn_to(self.form)  # the entry may have been taken back
        elif page.entered_at != before.entered_at and self.pages.currentWidget() is self.form:
            self.head.say(_MEANWHILE.format(page.entered_by_name), wrong=True)

    def _show_new(self, page: SheetEntryPage, wards: tuple[WardSeen, ...]) -> None:
        """Show another paper than before: to be entered, or what is left to do with it."""
        self.pages.setVisible(not page.masked)
        if page.masked:
            self.head.say(_MASKED, wrong=True)
            self.head.to_number()
            return
        self._show_form(page, wards)
        if page.is_entered:
            self._turn_to(self.after)
            self.after.focus()

    def _show_form(self, page: SheetEntryPage, wards: tuple[WardSeen, ...]) -> None:
        self.form.show_form(page.form, partial(in_words, self.workplace))
        self.form.fill(page.values, self.workplace.now())
        propose_day(self.form, page)
        self.catcher.watch(self.form)
        self.person.forget(page.case)
        offer_names(self.form, self.workplace, wards)
        whom = page.for_whom.name if page.for_whom is not None else ""
        self.head.fill("", whom)
        self._propose()
        self._turn_to(self.form)
        self.form.walking.begin()
        self._draft.load(self._subject, self._put_back)

    def _put_back(self, typed: Typed) -> None:
        """Put back what was typed before, over what is known."""
        if self._page is None:
            return
        self.form.fill(typed.values(), self.workplace.now())
        self.head.fill(typed.at, typed.for_whom)
        self.head.say("Utkast från förra gången.")
        self._propose()
        self._turn_to(self.form)
        self.form.walking.begin()

    # --- typing
    @property
    def _subject(self) -> str:
        return f"sheet:{self._sheet}"

    def _edited(self, part: Part) -> None:
        part.refuse("")
        self.head.at.refuse("")
        self.leading.forget()
        if part.field.kind is FieldKind.PERSON_NUMBER:
            self.person.look()
        part.say_back(self.workplace.now())
        self._propose()
        self._keep()

    def _look_at(self, part: Part) -> None:
        """Point at a day or a time that cannot be read as soon as it is left."""
        _, wrong = part.read(self.workplace.now())
        if wrong and self._page is not None:
            part.refuse(wrong)

    def _propose(self) -> None:
        """Take from the paper when it happened and who wrote it, unless that is typed."""
        page = self._page
        if page is not None:
            propose(self.head, self.form, page, self.workplace.now())

    def _keep(self) -> None:
        if self._page is not None:
            head = self.head
            typed = typed_of(self.form.typed(), head.at.text.text(), head.who.text())
            self._draft.keep(self._subject, typed)

    def _to_save(self) -> None:
        self.save_button.setFocus(Qt.FocusReason.TabFocusReason)

    # --- saving
    def save(self) -> None:
        """Save the paper, or go to the first field that needs another look; when saved, go on."""
        page = self._page
        if page is None:
            return
        if self.pages.currentWidget() is self.after:
            self.go_to_next()
            return
        now = self.workplace.now()
        values, unread = self.form.read(now)
        if is_unwritten(page, values):
            self.voiding.offer(page)
            return
        if self.leading.holds(page, values, unread, now):
            return
        right, at = self.head.at.checked()
        if not right:
            self.head.at.text.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if at is None and is_doubtful(self.form, now):
            self.head.ask_at()
            return
        entry = SheetEntry(
            sheet=page.sheet,
            values=values,
            at=at or self._proposed_at(page),
            for_whom=self.head.for_whom(),
            case=self.person.case,
            as_it_stands=self.leading.as_it_stands,
        )
        self._send(page, entry)

    def _voided(self) -> None:
        self._draft.forget(self._subject)
        self.go_to_next()

    def _proposed_at(self, page: SheetEntryPage) -> Instant:
        return happened(self.form, self.workplace.now()) or page.at

    def _send(self, page: SheetEntryPage, entry: SheetEntry) -> None:
        self.save_act.setEnabled(False)
        self._is_saving = True
        self.workplace.settle(
            lambda: self.workplace.desk.enter_sheet(entry),
            told=f"Införd: {page.form.number} nr {page.number_shown}",
            then=self._saved,
            refused=self._refused,
        )

    def _saved(self, _done: Done) -> None:
        self._draft.forget(self._subject)
        self.failure.setText("")
        desk, sheet = self.workplace.desk, self._sheet
        if sheet is not None:
            self.workplace.clerk.ask(lambda: desk.sheet_entry(sheet), self._show_left)

    def _show_left(self, page: SheetEntryPage | None) -> None:
        """Show what is left to do with the paper, or go on where nothing is."""
        if page is None or page.sheet != self._sheet:
            return
        self._page = page
        self._may_save()
        self.head.show_page(page, self.head.title.text())
        self.after.show_page(page)
        self._turn_to(self.after)
        if self.after.asks_something:
            self.after.focus()
        else:
            self.go_to_next()

    def _refused(self, refused: Refused) -> None:
        self._may_save()
        self.leading.refused(refused)

    def _turn_to(self, side: QWidget) -> None:
        """Show the paper, or what is left to do with it."""
        self.pages.setCurrentWidget(side)
        self.head.ask_when_and_who(asked=side is self.form)
        is_form = side is self.form
        if is_form:
            self.after.asking.put_away()
        self.save_act.setText("Spara och nästa" if is_form else "Nästa blad")
        self.leave_act.setText("Tillbaka, spara som utkast" if is_form else "Tillbaka")

    def _may_save(self) -> None:
        self._is_saving = False
        self._offer_save()

    def _offer_save(self) -> None:
        may = self._page is not None and not self._page.masked
        asks = not (self.after.asking.isHidden() and self.voiding.isHidden())
        self.save_act.setEnabled(may and not asks)

    def _leave_keys(self, asks: bool) -> None:  # noqa: FBT001  a signal's
        """Leave Ctrl+Enter and Esc to what an act asks: two acts of one key are none."""
        self.leave_act.setEnabled(not asks)
        self._offer_save()

    def _change(self) -> None:
        self._turn_to(self.form)
        self.form.walking.begin()

    # --- the next one
    def go_to_next(self) -> None:
        """Open the next paper of the stop that is not entered yet, after this one by number."""
        page, desk = self._page, self.workplace.desk
        if page is None or page.outage is None:
            self.open_sheet(None, entered_words(page) if page is not None else "")
            return
        outage = page.outage
        self.workplace.clerk.ask(lambda: desk.outage(outage), self._go_on)

    def _go_on(self, found: OutagePage | None) -> None:
        page = self._page
        if found is None or page is None:
            return
        sheet, words = next_of(found, page)
        self.open_sheet(sheet, words)

    # --- making
    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP * 2, GAP, GAP * 2, GAP)
        rows.setSpacing(GAP // 2)
        rows.addWidget(self.head)
        self.pages.addWidget(self.form)
        self.pages.addWidget(self.after)
        rows.addWidget(self.pages, 1)
        rows.addWidget(self.voiding)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.save_button)
        foot.addWidget(KeyHintButton(self.leave_act))
        foot.addWidget(self.failure, 1)
        rows.addLayout(foot)
