"""The widgets that the fields of the form are typed in: made, read and written."""

from typing import Final

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from kontaktpunkt.ui.screens.entry.compose import NO, YES
from kontaktpunkt.ui.screens.entry.fields import TIMES_COMING, TIMES_PAST, EntryField
from kontaktpunkt.ui.screens.entry.words import COMING_PLACEHOLDER, LABELS, TIME_PLACEHOLDER
from kontaktpunkt.ui.widgets.fields import TextBox

F = EntryField

_CHOICES: Final = {
    F.CONSENT: (("Inte sagt", ""), ("Ja", YES), ("Nej", NO)),
    F.LEAVE_STARTED: (("Åker på permission", YES), ("Tillbaka från permission", NO)),
}

_TICKS: Final = (F.PROTECTED, F.READ_BACK)


def widget_of(field: EntryField) -> QWidget:
    """Make the widget that a field is typed in."""
    if field in _TICKS:
        return QCheckBox(LABELS[field])
    if field is F.TEXT:
        return TextBox(4)
    if field in _CHOICES or field is F.TRACK:
        box = QComboBox()
        offer(box, _CHOICES.get(field, (("Inte sagt", ""),)))
        return box
    line = QLineEdit()
    if field in TIMES_PAST:
        line.setPlaceholderText(TIME_PLACEHOLDER)
    elif field in TIMES_COMING:
        line.setPlaceholderText(COMING_PLACEHOLDER)
    elif field is F.NUMBER:
        line.setPlaceholderText("ÅÅÅÅMMDD-NNNN")
    return line


def offer(box: QComboBox, choices: tuple[tuple[str, str], ...]) -> None:
    """Offer choices (label, value), and keep the chosen one if it is still there."""
    chosen: str = box.currentData() or ""
    box.blockSignals(True)  # noqa: FBT003  Qt's own shape
    box.clear()
    for label, value in choices:
        box.addItem(label, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)  # noqa: FBT003  Qt's own shape


def text_in(part: QWidget) -> str:
    """Give what stands in a field."""
    if isinstance(part, QLineEdit):
        return part.text()
    if isinstance(part, TextBox):
        return part.toPlainText()
    if isinstance(part, QComboBox):
        chosen: str = part.currentData() or ""
        return chosen
    return YES if isinstance(part, QCheckBox) and part.isChecked() else ""


def put_in(part: QWidget, text: str) -> None:
    """Put a text in a field, or a choice by its value."""
    if isinstance(part, QLineEdit):
        if part.text() != text:
            part.setText(text)
            part.setCursorPosition(0)  # a long name is read from its beginning
    elif isinstance(part, TextBox):
        part.setPlainText(text)
    elif isinstance(part, QComboBox):
        part.setCurrentIndex(max(0, part.findData(text)))
    elif isinstance(part, QCheckBox):
        part.setChecked(text == YES)
