"""What every panel does: a head, fields whose text is kept as typed, one key to be done."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.ui.drafts import Drafts
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.layouts import GAP, Sheet
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.wording.refusals import sentence

Field = QLineEdit | QPlainTextEdit
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Panel(Sheet):
    """A panel: Ctrl+Enter does it, Esc closes it and keeps what was typed."""

    closed = Signal()
    name = ""
    title = ""
    confirm = ""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(margin=GAP, name=self.title)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.workplace = workplace
        self._drafts = Drafts(workplace.clerk, workplace.desk, self)
        self._typed: dict[str, Field] = {}
        self._subject = ""
        self.head = Text(self.title, "heading")
        self.failure = Text("", "refused")
        self.failure.hide()
        self.yes = button(f"{self.confirm}   Ctrl+Enter", "primary")
        self.yes.setAccessibleName(self.confirm)
        self.yes.clicked.connect(self.save)
        self.no = button("Stäng   Esc", "plain")
        self.no.setAccessibleName("Stäng")
        self.no.clicked.connect(self.close_panel)
        self.add(self.head)
        self.build()
        self.add(self.failure)
        row = QHBoxLayout()
        row.addWidget(self.yes)
        row.addWidget(self.no)
        row.addStretch(1)
        self.add(row)
        self.rows.addStretch(1)
        workplace.closing.connect(self._drafts.flush)

    def build(self) -> None:
        """Put the fields in place."""

    def save(self) -> None:
        """Do it."""

    @property
    def first(self) -> QWidget:
        """Give the field where typing begins."""
        return next(iter(self._typed.values()))

    def add_typed(self, name: str, label: str, field: Field) -> Labelled:
        """Add a field whose text is kept as a draft while it is typed."""
        labelled = Labelled(label, field)
        self.watch(name, field)
        self.add(labelled)
        return labelled

    def watch(self, name: str, field: Field) -> None:
        """Keep what is typed in a field."""
        self._typed[name] = field
        field.textChanged.connect(lambda: self._keep(name))
        field.installEventFilter(self)

    def begin(self, subject: str) -> None:
        """Open about something: my half-written text comes back where the field is empty."""
        self._subject = subject
        self.fail("")
        self._drafts.load(
            subject, [f"{self.name}.{name}" for name in self._typed], self._put_drafts
        )
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def text_of(self, name: str) -> str:
        """Give what stands in a field."""
        return _text(self._typed[name]).strip()

    def put(self, name: str, text: str) -> None:
        """Fill a field in."""
        field = self._typed[name]
        if isinstance(field, QLineEdit):
            field.setText(text)
        else:
            field.setPlainText(text)

    def fail(self, words: str) -> None:
        """Say what is wrong; nothing hides it."""
        self.failure.setText(words)
        self.failure.setVisible(bool(words))

    def refused(self, refused: Refused) -> None:
        """Say why not, in the panel."""
        self.fail(sentence(refused))

    def finished(self, _done: Done) -> None:
        """Forget the drafts: they have become an act."""
        for name in self._typed:
            self._drafts.keep(self._subject, f"{self.name}.{name}", "")
        self._drafts.flush()
        for name in self._typed:
            self.put(name, "")
        self.closed.emit()

    def close_panel(self) -> None:
        """Close; what was typed stays as a draft."""
        self._drafts.flush()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a draft at once when its field is left; Ctrl+Enter in a field does it."""
        if event.type() == QEvent.Type.FocusOut:
            self._drafts.flush()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if event.key() in _ENTER and (held or isinstance(watched, QLineEdit)):
                self.save()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, Ctrl+Enter does it, wherever focus is."""
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        elif event.key() in _ENTER and held:
            self.save()
        else:
            super().keyPressEvent(event)

    def _keep(self, name: str) -> None:
        if self._subject and self._typed[name].hasFocus():
            self._drafts.keep(self._subject, f"{self.name}.{name}", self.text_of(name))

    def _put_drafts(self, kept: dict[str, str]) -> None:
        for key, text in kept.items():
            name = key.removeprefix(f"{self.name}.")
            if name not in self._typed:
                continue
            # Who has begun to type anew is not interrupted by what she wrote before.
            if not self._typed[name].hasFocus() or not self.text_of(name):
                self.put(name, text)


def _text(field: Field) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def side_by_side(*parts: QWidget) -> QWidget:
    """Put fields beside each other."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP)
    for part in parts:
        row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
    return whole


def below(*parts: QWidget) -> QWidget:
    """Put parts below each other without a gap."""
    whole = QWidget()
    rows = QVBoxLayout(whole)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(2)
    for part in parts:
        rows.addWidget(part)
    return whole
