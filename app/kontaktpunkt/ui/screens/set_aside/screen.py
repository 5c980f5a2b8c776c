"""Ej inläst: every original that could not be read stays here until somebody has dealt with it."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kontaktpunkt.domain.commands import DismissSetAside
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.drafts import Drafts
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.screens.set_aside.model import SetAsideModel
from kontaktpunkt.ui.screens.set_aside.words import (
    EMPTY_TEXT,
    EMPTY_TITLE,
    fate_words,
    page_lines,
)
from kontaktpunkt.ui.widgets.acts import act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton, button
from kontaktpunkt.ui.widgets.empty import EmptyState
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.layouts import GAP, Flow
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Changed, Done, Fate, SetAsidePage
from kontaktpunkt.usecases.rows import InboxRow
from kontaktpunkt.wording.refusals import sentence

_NOTE = "dismiss"
_PAUSE_KEY = "set aside page"


class SetAsideScreen(Screen):
    """List at the left, the original at the right, and three ways on."""

    key = "set_aside"
    title = "Ej inläst"
    icon = "set_aside"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._shown: UUID | None = None
        self._drafts = Drafts(workplace.clerk, workplace.desk, self)
        self.model = SetAsideModel()
        self.list = QListView()
        self.heading = Text(self.title, "title", wrap=False)
        self.why = Text("", "strong")
        self.facts = Text("", "soft")
        self.text = QPlainTextEdit()
        self.note = QLineEdit()
        self.note_field = Labelled("Varför det inte hör hit", self.note)
        self.empty = EmptyState(workplace.theme, "done")
        self.empty.say(EMPTY_TITLE, EMPTY_TEXT)
        self.complete_act = act_within(self, "Fyll i för hand", do=self.complete)
        self.try_act = act_within(self, "Försök igen", "Ctrl+R", self.try_again)
        self.dismiss_act = act_within(self, "Hör inte hit …", "Ctrl+D", self.open_dismissal)
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.note.textEdited.connect(self._keep_note)

    # --- what the frame calls ---------------------------------------------------------------
    def begin(self) -> None:
        """Fetch the list."""
        desk = self.workplace.desk
        self.workplace.clerk.ask(desk.set_aside_rows, self._show_rows, key="set aside")

    def refresh(self, changed: Changed) -> None:
        """Fetch anew when a message has changed."""
        if changed.everything or changed.messages:
            self.begin()

    def tick(self, now: Instant) -> None:
        """Say the times anew."""
        self.model.tick(now)

    def focus(self) -> None:
        """Begin in the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_original(self, message: UUID) -> None:
        """Choose an original, as another screen may ask."""
        self._shown = message
        self.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed when the screen is left."""
        self._drafts.flush()
        super().hideEvent(event)

    # --- showing ----------------------------------------------------------------------------
    def _show_rows(self, rows: tuple[InboxRow, ...]) -> None:
        wanted = self._shown
        before = max(0, self.list.currentIndex().row())
        self.model.show_rows(rows, self.workplace.now())
        self.heading.setText(f"{self.title}: {len(rows)}")
        self.badge_changed.emit(len(rows), False)  # noqa: FBT003  a signal's
        self.pages.setCurrentIndex(0 if rows else 1)
        if not rows:
            self._shown = None
            return
        place = self.model.row_of(wanted)
        # What was chosen is dealt with: go on with the next, which has taken its place.
        chosen = min(before, len(rows) - 1) if place is None else place
        self.list.setCurrentIndex(self.model.index(chosen))

    def _chosen(self) -> None:
        row = self.model.row(self.list.currentIndex().row())
        if row is None:
            return
        message = row.message
        if message != self._shown:
            self._drafts.flush()
            self.dismissal.hide()
        self._shown = message
        desk = self.workplace.desk
        self.workplace.clerk.ask(lambda: desk.set_aside(message), self._show_page, key=_PAUSE_KEY)

    def _show_page(self, page: SetAsidePage | None) -> None:
        if page is None or page.message != self._shown:
            return
        why, facts = page_lines(page, self.workplace.now())
        self.why.setText(why)
        self.facts.setText(facts)
        shown = page.text or "Innehållet är inte text. Originalet är sparat oförändrat."
        if self.text.toPlainText() != shown:
            self.text.setPlainText(shown)

    # --- acts -------------------------------------------------------------------------------
    def complete(self) -> None:
        """Fill the original in by hand."""
        if self._shown is not None:
            self.workplace.entry_wanted.emit(self._shown)

    def try_again(self) -> None:
        """Read the original once more."""
        message = self._shown
        if message is not None:
            desk = self.workplace.desk
            self.workplace.clerk.ask(lambda: desk.try_again(message), self._tried)

    def open_dismissal(self) -> None:
        """Ask why the original does not belong here."""
        if self._shown is None:
            return
        self.note.clear()
        self.note_field.refuse("")
        self.dismissal.show()
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)
        self._drafts.load(self._subject, (_NOTE,), self._put_back)

    def dismiss(self) -> None:
        """Say that the original does not belong here."""
        note = self.note.text().strip()
        self.note_field.refuse("" if note else "Skriv varför, så att nästa person förstår.")
        if note and self._shown is not None:
            self.workplace.do(
                DismissSetAside(message=self._shown, note=note),
                told="Originalet hör inte hit och är borta från listan",
                then=self._dismissed,
                refused=self._refused,
            )

    def close_dismissal(self) -> None:
        """Ask no more."""
        self.dismissal.hide()
        self.focus()

    def _tried(self, fate: Fate | Refused) -> None:
        if isinstance(fate, Refused):
            self.workplace.warned.emit(sentence(fate))
            return
        self.workplace.noted.emit(fate_words(fate, self.workplace.profile))
        self.workplace.changed.emit(fate.changed)
        self.begin()

    def _dismissed(self, _done: Done) -> None:
        self._drafts.forget(self._subject, _NOTE)
        self.close_dismissal()

    def _refused(self, refused: Refused) -> None:
        self.note_field.refuse(sentence(refused))

    def _put_back(self, found: dict[str, str]) -> None:
        if not self.note.text():
            self.note.setText(found.get(_NOTE, ""))

    def _keep_note(self) -> None:
        self.note_field.refuse("")
        self._drafts.keep(self._subject, _NOTE, self.note.text())

    @property
    def _subject(self) -> str:
        return f"set_aside:{self._shown}"

    # --- making -----------------------------------------------------------------------------
    def _lay_out(self) -> None:
        self.list.setModel(self.model)
        self.list.setAccessibleName("Original som inte är inlästa")
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.activated.connect(self.complete)
        self.splitter = QSplitter()
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self._make_page())
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 3)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.splitter)
        self.pages.addWidget(self.empty)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP * 2, GAP + GAP // 2, GAP * 2, GAP)
        rows.setSpacing(GAP)
        rows.addWidget(self.heading)
        rows.addWidget(self.pages, 1)

    def _make_page(self) -> QWidget:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(GAP * 2, 0, 0, 0)
        rows.setSpacing(GAP // 2)
        acts = QWidget()
        flow = Flow(acts)
        flow.addWidget(KeyHintButton(self.complete_act, key="Enter", look="primary"))
        flow.addWidget(KeyHintButton(self.try_act))
        flow.addWidget(KeyHintButton(self.dismiss_act))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        label = Text("Originalet, som det kom", "label", wrap=False)
        label.setBuddy(self.text)
        self.text.setAccessibleName("Originalets text")
        for part in (self.why, self.facts, acts, self._make_dismissal(), label):
            rows.addWidget(part)
        rows.addWidget(self.text, 1)
        return page

    def _make_dismissal(self) -> QWidget:
        self.dismissal = QWidget()
        self.dismissal.setObjectName("panel")
        self.dismissal.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        rows = QVBoxLayout(self.dismissal)
        rows.setContentsMargins(GAP, GAP, GAP, GAP)
        rows.addWidget(self.note_field)
        row = QHBoxLayout()
        yes = button("Ta bort från listan", "primary")
        yes.clicked.connect(self.dismiss)
        no = button("Avbryt")
        no.clicked.connect(self.close_dismissal)
        self.note.returnPressed.connect(self.dismiss)
        for part in (yes, no):
            row.addWidget(part)
        row.addStretch(1)
        rows.addLayout(row)
        self.dismissal.hide()
        return self.dismissal
