"""The form of a message by hand: fields by kind in the order they are said, faults beside them."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QHBoxLayout, QLineEdit, QWidget

from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.ui.screens.entry.fields import EntryField, fields_of_kind
from kontaktpunkt.ui.screens.entry.form_parts import offer, put_in, text_in, widget_of
from kontaktpunkt.ui.screens.entry.words import (
    LABELS,
    MARK,
    hint_of,
    label_of,
)
from kontaktpunkt.ui.widgets.fields import Labelled, TextBox
from kontaktpunkt.ui.widgets.layouts import GAP, Section, Sheet

F = EntryField

_ROWS: Final = (
    ("Vem det gäller", ((F.NUMBER, 4), (F.GIVEN_NAME, 3), (F.FAMILY_NAME, 4))),
    ("", ((F.PROTECTED, 1),)),
    ("Var", ((F.HOSPITAL, 4), (F.WARD, 3), (F.WARD_PHONE, 4))),
    ("Vad som meddelas", ((F.ADMITTED_AT, 1), (F.EXPECTED_DISCHARGE, 1))),
    ("", ((F.TRACK, 1), (F.CONSENT, 1))),
    ("", ((F.READY_AT, 1), (F.HAPPENED_AT, 1), (F.DISCHARGED_AT, 1), (F.DISCHARGED_TO, 1))),
    ("", ((F.LEAVE_STARTED, 1), (F.LEAVE_AT, 1))),
    ("", ((F.MEETING_AT, 3), (F.MEETING_FORM, 4), (F.MEETING_PLACE, 4))),
    ("", ((F.PARTICIPANTS, 1),)),
    ("Vem som sade det, och när", ((F.SENT_AT, 3), (F.TOLD_BY, 4), (F.TOLD_BY_TITLE, 3))),
    ("", ((F.TOLD_BY_PHONE, 3), (F.READ_BACK, 7))),
    ("Med egna ord", ((F.TEXT, 1),)),
)
"""The rows of the form: heading, and its fields with their share of the width."""


class EntryForm(QWidget):
    """All fields, of which those of the kind are shown; tells of every edit by field."""

    edited = Signal(object)  # EntryField
    entered = Signal(object)  # EntryField: it has got focus

    def __init__(self) -> None:
        super().__init__()
        self._fields: dict[EntryField, QWidget] = {}
        self._labelled: dict[EntryField, Labelled] = {}
        self._rows: list[tuple[QWidget, tuple[EntryField, ...]]] = []
        self._headings: list[tuple[Section, list[EntryField]]] = []
        self._marked: dict[EntryField, str] = {}
        self._hints: dict[EntryField, str] = {}
        self._kind: MessageKind | None = None
        self._of_text = False
        self.sheet = Sheet()
        self.sheet.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        lay = QHBoxLayout(self)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.addWidget(self.sheet)
        for title, fields in _ROWS:
            self._add_row(title, fields)
        self.sheet.rows.addStretch(1)

    def show_kind(self, kind: MessageKind | None) -> None:
        """Show the fields of a kind; what was typed in the others is kept but does not count."""
        self._kind = kind
        shown = frozenset(fields_of_kind(kind))
        for field, part in self._parts().items():
            part.setVisible(field in shown)
        self._name_fields()
        for row, fields in self._rows:
            row.setVisible(not shown.isdisjoint(fields))
        for section, fields in self._headings:
            section.setVisible(not shown.isdisjoint(fields))

    def speak_of_text(self, *, of_text: bool) -> None:
        """Name the fields as what a text says, or as what somebody told."""
        if of_text is not self._of_text:
            self._of_text = of_text
            self._name_fields()

    def to_top(self) -> None:
        """Show the form from its beginning."""
        self.sheet.verticalScrollBar().setValue(0)

    def _name_fields(self) -> None:
        for field, labelled in self._labelled.items():
            labelled.rename(label_of(self._kind, field, of_text=self._of_text))
        self._say_below(F.SENT_AT)

    def typed(self) -> dict[EntryField, str]:
        """Give what stands in every field."""
        return {field: text_in(part) for field, part in self._fields.items()}

    def fill(self, typed: Mapping[EntryField, str]) -> None:
        """Put texts in all fields; a field that is not named is emptied."""
        for field, part in self._fields.items():
            part.blockSignals(True)  # noqa: FBT003  Qt's own shape
            put_in(part, typed.get(field, ""))
            part.blockSignals(False)  # noqa: FBT003  Qt's own shape

    def set_tracks(self, tracks: Mapping[str, str]) -> None:
        """Offer the tracks of the profile (code to label)."""
        box = self._fields[F.TRACK]
        if isinstance(box, QComboBox):
            offer(box, (("Inte sagt", ""), *((label, code) for code, label in tracks.items())))

    def refuse(self, sentences: Mapping[EntryField, str]) -> None:
        """Say what is wrong beside each field, nothing beside the others."""
        for field, labelled in self._labelled.items():
            labelled.refuse(sentences.get(field, ""))

    def refuse_one(self, field: EntryField, sentence: str) -> None:
        """Say what is wrong with one field."""
        if field in self._labelled:
            self._labelled[field].refuse(sentence)

    def hint(self, field: EntryField, sentence: str) -> None:
        """Say below a field what was understood; nothing gives its usual hint back."""
        self._hints[field] = sentence
        self._say_below(field)

    def mark(self, sources: Mapping[EntryField, str]) -> None:
        """Mark in words the fields that a text filled; the words they came from are the tip."""
        stale = set(self._marked) - set(sources)
        self._marked = dict(sources)
        for field in stale | set(sources):
            self._say_below(field)

    def unmark(self, field: EntryField) -> None:
        """Take the mark from a field that somebody has changed: its words are hers now."""
        if self._marked.pop(field, None) is not None:
            self._say_below(field)

    @property
    def marked(self) -> frozenset[EntryField]:
        """Give the fields that stand as the text filled them."""
        return frozenset(self._marked)

    def _say_below(self, field: EntryField) -> None:
        source = self._marked.get(field)
        part = self._fields[field]
        tip = f"Ur texten: {source}" if source else ""
        part.setToolTip(tip)
        if isinstance(part, QCheckBox):
            part.setText(LABELS[field] if source is None else f"{LABELS[field]}  {MARK}")
            part.setAccessibleDescription(tip)
            return
        said = self._hints.get(field) or hint_of(self._kind, field, of_text=self._of_text)
        shown = " · ".join(words for words in (MARK if source is not None else "", said) if words)
        labelled = self._labelled[field]
        labelled.hint.setText(shown)
        labelled.hint.setVisible(bool(shown))
        part.setAccessibleDescription(" ".join(words for words in (shown, tip) if words))

    def hint_of(self, field: EntryField) -> str:
        """Give what is said below a field."""
        return self._labelled[field].hint.text()

    def label_of(self, field: EntryField) -> str:
        """Give what a field is called now."""
        return self._labelled[field].label.text()

    def refusal_of(self, field: EntryField) -> str:
        """Give what is said to be wrong with a field."""
        return self._labelled[field].refusal.text()

    def focus_on(self, field: EntryField) -> None:
        """Put the cursor in a field and bring it into view."""
        part = self._fields[field]
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        self.sheet.ensureWidgetVisible(part)
        if isinstance(part, QLineEdit):
            part.selectAll()

    def field(self, field: EntryField) -> QWidget:
        """Give the widget of a field."""
        return self._fields[field]

    def offer_places(self, places: Mapping[EntryField, Sequence[str]]) -> None:
        """Offer, while a hospital or ward is typed, those that have been named before."""
        for field, names in places.items():
            line = self._fields[field]
            if isinstance(line, QLineEdit):
                completer = QCompleter(list(dict.fromkeys(name for name in names if name)), line)
                completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
                completer.setFilterMode(Qt.MatchFlag.MatchContains)
                line.setCompleter(completer)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell which field has got focus."""
        if event.type() == QEvent.Type.FocusIn:
            for field, part in self._fields.items():
                if part is watched:
                    self.entered.emit(field)
        return super().eventFilter(watched, event)

    def _parts(self) -> dict[EntryField, QWidget]:
        return self._fields | self._labelled

    def _add_row(self, title: str, fields: tuple[tuple[EntryField, int], ...]) -> None:
        if title:
            section = Section(title)
            self._headings.append((section, []))
            self.sheet.add(section)
        section, headed = self._headings[-1]
        headed.extend(field for field, _ in fields)
        row = QWidget()
        lay = QHBoxLayout(row)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setSpacing(GAP + GAP // 2)
        for field, share in fields:
            lay.addWidget(self._make(field), share, Qt.AlignmentFlag.AlignTop)
        self._rows.append((row, tuple(field for field, _ in fields)))
        section.add(row)

    def _make(self, field: EntryField) -> QWidget:
        part = widget_of(field)
        self._fields[field] = part
        part.installEventFilter(self)
        self._listen(field, part)
        if isinstance(part, QCheckBox):
            return part
        labelled = Labelled(LABELS[field], part, hint_of(None, field))
        self._labelled[field] = labelled
        return labelled

    def _listen(self, field: EntryField, part: QWidget) -> None:
        def tell() -> None:
            self.edited.emit(field)

        if isinstance(part, QLineEdit | TextBox):
            part.textChanged.connect(tell)
        elif isinstance(part, QComboBox):
            part.currentIndexChanged.connect(tell)
        elif isinstance(part, QCheckBox):
            part.toggled.connect(tell)
