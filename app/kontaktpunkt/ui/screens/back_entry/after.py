"""What is left to do with a paper that has been entered: document it, or find it in the system."""

from collections.abc import Callable
from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from kontaktpunkt.domain.commands import CheckSheetEntry, Command, MatchSheetTwin, TakeBack
from kontaktpunkt.domain.events.office import SheetDirection
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.states import SheetStage
from kontaktpunkt.ui.screens.back_entry.words import (
    earlier_words,
    joined_words,
    twin_words,
    unread_words,
    what_is_left,
)
from kontaktpunkt.ui.sheets.asking import Asking
from kontaktpunkt.ui.sheets.wishes import WAYS, Said, SheetAct, command
from kontaktpunkt.ui.widgets.acts import act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.layouts import GAP, Flow, Section, Sheet
from kontaktpunkt.ui.widgets.letters import Letters
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.back_entry.rows import SheetEntryPage, SheetTwin
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.wording.refusals import sentence
from kontaktpunkt.wording.times import when

_TWIN: Final = int(Qt.ItemDataRole.UserRole) + 1
_TWINS_MOST: Final = 300
_SETTLING: Final = (SheetAct.DOCUMENT, SheetAct.AWAIT, SheetAct.FIND)


class AfterEntry(Sheet):
    """The text to copy, the electronic messages that may be the same, and a second pair of eyes."""

    change_wanted = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(margin=GAP, name="Efter införandet")
        self._workplace = workplace
        self._page: SheetEntryPage | None = None
        self.what, self.unread = Text("", "strong"), Text("", "refused")
        self.text_section = Section("Att dokumentera")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Text att dokumentera")
        self.history = Text("", "soft")
        self.twin_section = Section("Kan vara samma meddelande i systemet")
        self.twins = QListWidget()
        self.twins.setAccessibleName("Meddelanden som kan vara samma")
        self.twins.setWordWrap(True)
        self.asking = Asking(workplace)
        self._letters = Letters(workplace.preferences, self)
        self._buttons: dict[QAction, QWidget] = {}
        self.bar = QWidget()
        self._flow = Flow(self.bar)
        self.copy = self._act("Kopiera texten", "K", self.copy_text, "primary")
        self.same = self._act("Samma", "S", self.match, "primary")
        self.settles = {
            act: self._act(WAYS[act].words, WAYS[act].key, partial(self._settle, act))
            for act in _SETTLING
        }
        self.check = self._act("Kontrollerad mot pappret", "G", self._check)
        self.apart = self._act("Inte samma", "I", self._part)
        self.change = self._act("Ändra det införda", "A", self.change_wanted.emit)
        self._lay_out()
        self.asking.answered.connect(self._carry_out)
        self.asking.left.connect(self.focus)

    @property
    def asks_something(self) -> bool:
        """Say whether something is to be done with the paper at once, before the next."""
        page = self._page
        ours = page is not None and WAYS[SheetAct.DOCUMENT].to in page.may_become
        return ours or self.same.isEnabled() or self.check.isEnabled()

    def show_page(self, page: SheetEntryPage) -> None:
        """Show what is left to do."""
        self._page = page
        now, system = self._workplace.now(), self._workplace.system_name
        told = page.direction is SheetDirection.TOLD_BY_PHONE
        self.what.setText(what_is_left(page, system))
        self._show_text(page, "Infört från pappret" if told else f"Att dokumentera i {system}")
        chosen = self.twins.currentRow()
        self.twins.clear()
        for twin in page.twins:
            item = QListWidgetItem(
                twin_words(twin, self._workplace.profile, when(twin.received_at, now))
            )
            item.setData(_TWIN, twin)
            self.twins.addItem(item)
        self.twins.setCurrentRow(max(0, min(chosen, len(page.twins) - 1)))
        self.twin_section.setVisible(bool(page.twins))
        rows = range(self.twins.count())
        needed = sum(self.twins.sizeHintForRow(row) for row in rows) + GAP
        self.twins.setFixedHeight(min(needed, self._workplace.theme.px(_TWINS_MOST)))
        joined = [joined_words(one, self._workplace.profile, now) for one in page.joined]
        earlier = [earlier_words(one, page, now) for one in page.earlier]
        self.history.setText("\n".join([*joined, *earlier]))
        self.history.setVisible(bool(joined or earlier))
        self._offer(self.apart, offered=bool(page.joined))
        self._offer(self.copy, offered=bool(page.text) and not told)
        self._offer(self.same, offered=bool(page.twins))
        for act, made in self.settles.items():
            self._offer(made, offered=WAYS[act].to in page.may_become)
        self._offer(self.check, offered=page.may_check)
        self._offer(self.change, offered=page.stage is not SheetStage.VOIDED)

    def _show_text(self, page: SheetEntryPage, heading: str) -> None:
        """Show what was entered, and what of it could not be read."""
        unread = unread_words(page)
        self.unread.setText(unread)
        self.unread.setVisible(bool(unread))
        self.text_section.heading.setText(heading)
        self.text.setAccessibleName(heading)
        self.text_section.setVisible(bool(page.text))
        self.text.setPlainText(page.text)

    def focus(self) -> None:
        """Begin where the next key does what is most likely wanted."""
        first = next((act for act in self._buttons if act.isEnabled()), None)
        target = self.twins if self.same.isEnabled() else self._buttons.get(first or self.copy)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def copy_text(self) -> None:
        """Put the text where it can be pasted into the region's system."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._workplace.noted.emit("Texten är kopierad")

    def match(self) -> None:
        """Say that the chosen message is the same as the one from the paper."""
        item, page = self.twins.currentItem(), self._page
        twin = item.data(_TWIN) if self.twins.currentRow() >= 0 else None
        if page is not None and isinstance(twin, SheetTwin):
            self._do(MatchSheetTwin(sheet=page.sheet, message=twin.message), "Samma meddelande")

    def _part(self) -> None:
        """Take back that the last message was the same as the paper's."""
        joined = self._page.joined if self._page is not None else ()
        if joined:
            self._do(TakeBack(act=joined[-1].act), "Inte samma meddelande")

    def flush(self) -> None:
        """Keep now what is typed."""
        self.asking.flush()

    def _settle(self, act: SheetAct) -> None:
        page = self._page
        if page is None:
            return
        if WAYS[act].asks:
            self.asking.ask(act, (page.sheet,), self._workplace.system_name)
        else:
            self._carry_out(act, (page.sheet,), Said())

    def _carry_out(self, act: SheetAct, sheets: tuple[UUID, ...], said: Said) -> None:
        for sheet in sheets:
            self._do(command(act, sheet, said), WAYS[act].told.capitalize())

    def _check(self) -> None:
        if self._page is not None:
            self._do(CheckSheetEntry(sheet=self._page.sheet), "Kontrollerad mot pappret")

    def _do(self, wish: Command, what: str) -> None:
        page = self._page
        named = f"{page.form.number} nr {page.number_shown}" if page is not None else ""
        refused = None if self.asking.isHidden() else self._refused
        self._workplace.do(wish, told=f"{what}: {named}", then=self._done, refused=refused)

    def _done(self, _done: Done) -> None:
        if self.asking.isVisible():
            self.asking.done()
            self.focus()

    def _refused(self, refused: Refused) -> None:
        """Say it beside what was asked, where the strip's next words do not take it away."""
        self.asking.fail(sentence(refused))

    # --- making
    def _act(self, words: str, key: str, do: Callable[[], object], look: str = "") -> QAction:
        made = self._letters.add(act_within(self, words, key, do), key)
        self._buttons[made] = KeyHintButton(made, look=look)
        self._flow.addWidget(self._buttons[made])
        return made

    def _offer(self, act: QAction, *, offered: bool) -> None:
        act.setEnabled(offered)
        self._buttons[act].setVisible(offered)

    def _lay_out(self) -> None:
        self.text_section.add(self.text)
        self.twin_section.add(self.twins)
        parts = (
            self.what,
            self.unread,
            self.twin_section,
            self.text_section,
            self.bar,
            self.asking,
            self.history,
        )
        for part in parts:
            self.add(part)
        self.rows.addStretch(1)
