"""What every small panel does: its fields, drafts of what is typed, and one key to be done."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from kontaktpunkt.domain.commands import Command
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.drafts import Drafts
from kontaktpunkt.ui.screens.inbox.lines import short_name
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.arriving.entry_times import Direction, TypedTime, read_time
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.rows import InboxRow, MessageCard
from kontaktpunkt.wording.refusals import sentence
from kontaktpunkt.wording.times import clock
from kontaktpunkt.wording.words import word


class Fault(Exception):
    """Something in a panel needs another look; carries the sentence."""


class Panel(QFrame):
    """A panel in which one act on the chosen messages is completed.

    Enter in a line or on a choice, or Ctrl+Enter anywhere, does it. Esc closes and keeps what was
    typed.
    """

    name = ""
    title = ""
    confirm = ""

    done = Signal()
    closed = Signal()

    def __init__(self, workplace: Workplace, drafts: Drafts) -> None:
        super().__init__()
        self.workplace = workplace
        self._drafts = drafts
        self._typed: dict[str, QLineEdit | QPlainTextEdit] = {}
        self._touched: set[str] = set()
        self.rows: Sequence[InboxRow] = ()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.title)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 8, 10, 10)
        self._column.setSpacing(7)
        self._column.addWidget(Text(self.title, "strong"))
        self.refusal = Text("", "refused")
        self.refusal.hide()
        self._yes = button(f"{self.confirm}   Ctrl+Enter", "primary")
        self._yes.setAccessibleName(self.confirm)
        self._yes.clicked.connect(self.confirm_now)
        self._no = button("Avbryt   Esc", "plain")
        self._no.setAccessibleName("Avbryt")
        self._no.clicked.connect(self.close_panel)
        self.build()
        self._column.addWidget(self.refusal)
        row = QHBoxLayout()
        row.addWidget(self._yes)
        row.addWidget(self._no)
        row.addStretch(1)
        self._column.addLayout(row)

    def build(self) -> None:
        """Put the fields in place."""

    def fill(self, card: MessageCard | None) -> None:
        """Fill the fields beforehand with what is known."""

    def commands(self) -> Sequence[Command]:
        """Give what is wished; raises Fault with a sentence when a field needs another look."""
        raise NotImplementedError

    def told(self, who: str) -> str:
        """Say what was done, for the strip."""
        raise NotImplementedError

    @property
    def first_field(self) -> QWidget:
        """Give the field where typing begins."""
        return next(iter(self._typed.values()))

    def add(self, part: QWidget) -> None:
        """Add a field below the others."""
        self._column.addWidget(part)

    def add_typed(self, name: str, label: str, field: QLineEdit | QPlainTextEdit) -> Labelled:
        """Add a field whose text is kept as a draft while it is typed."""
        self._typed[name] = field
        field.installEventFilter(self)
        field.textChanged.connect(lambda: self._keep(name))
        labelled = Labelled(label, field)
        self.add(labelled)
        return labelled

    def open_for(self, rows: Sequence[InboxRow], card: MessageCard | None) -> None:
        """Open for the chosen rows, with my drafts where I have any."""
        self.rows = rows
        self._touched.clear()
        self.refusal.hide()
        for field in self._typed.values():
            self._set(field, "")
        self.fill(card)
        self.show()
        self.first_field.setFocus()
        self._drafts.load(
            self._subject, [f"{self.name}.{name}" for name in self._typed], self._take
        )

    def confirm_now(self) -> None:
        """Have the act done, or say what needs another look."""
        try:
            wished = self.commands()
        except Fault as fault:
            self._refuse(str(fault))
            return
        who = self._who()
        self.workplace.do(
            *wished, told=self.told(who), then=self._finish, refused=self._tell_refusal
        )

    def close_panel(self) -> None:
        """Close; what was typed stays as a draft."""
        self._drafts.flush()
        self.hide()
        self.closed.emit()

    def text_of(self, name: str) -> str:
        """Give what stands in a field."""
        field = self._typed[name]
        text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        return text.strip()

    def put(self, name: str, text: str) -> None:
        """Put a text in a field without making it a draft."""
        self._set(self._typed[name], text)

    def time_of(self, name: str, direction: Direction) -> Instant:
        """Read the time in a field; raises Fault with the reason."""
        read = read_time(self.text_of(name), self.workplace.now(), direction)
        if isinstance(read, TypedTime):
            return read.instant
        raise Fault(word(read))

    def now_text(self) -> str:
        """Give the clock time of now, as a field shows it."""
        return clock(self.workplace.now())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Ctrl+Enter in a field do it; leaving a field keeps its draft at once."""
        if event.type() == QEvent.Type.FocusOut:
            self._drafts.flush()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if enter and (held or isinstance(watched, QLineEdit)):
                self.confirm_now()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; Ctrl+Enter does it wherever focus is, Enter too on what was chosen."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        focus = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        elif enter and (held or isinstance(focus, QRadioButton | QListWidget)):
            self.confirm_now()
        elif enter and isinstance(focus, QPushButton):
            focus.click()
        else:
            super().keyPressEvent(event)

    @property
    def _subject(self) -> str:
        return f"message:{self.rows[0].message}"

    def _who(self) -> str:
        """Name whom the act is about, as briefly as the strip does."""
        return short_name(self.rows[0]) if len(self.rows) == 1 else f"{len(self.rows)} meddelanden"

    def _keep(self, name: str) -> None:
        if self.rows and self._typed[name].hasFocus():
            self._touched.add(name)
            self._drafts.keep(self._subject, f"{self.name}.{name}", self.text_of(name))

    def _take(self, kept: dict[str, str]) -> None:
        for key, text in kept.items():
            name = key.removeprefix(f"{self.name}.")
            if name in self._typed and name not in self._touched:
                self.put(name, text)

    def _set(self, field: QLineEdit | QPlainTextEdit, text: str) -> None:
        if isinstance(field, QLineEdit):
            field.setText(text)
        else:
            field.setPlainText(text)
            field.moveCursor(QTextCursor.MoveOperation.End)

    def _finish(self, _done: Done) -> None:
        for name in self._typed:
            self._drafts.keep(self._subject, f"{self.name}.{name}", "")
        self._drafts.flush()
        self.hide()
        self.done.emit()

    def _tell_refusal(self, refused: Refused) -> None:
        self._refuse(sentence(refused))

    def _refuse(self, words: str) -> None:
        self.refusal.setText(words)
        self.refusal.show()
