"""Fields with their labels above them, and the sentence of a refusal below."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QVBoxLayout, QWidget

from kontaktpunkt.ui.widgets.text import Text, repolish


class Labelled(QWidget):
    """A field with its label above and, when something is wrong with it, the reason below."""

    def __init__(self, label: str, field: QWidget, hint: str = "") -> None:
        super().__init__()
        self.field = field
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        self.label = Text(label, "label", wrap=False)
        self.label.setBuddy(field)
        self.hint = Text(hint, "soft")
        self.refusal = Text("", "refused")
        for part in (self.label, field, self.hint, self.refusal):
            rows.addWidget(part)
        # Shown before it has a parent, a part would be a window of its own for a moment.
        self.hint.setVisible(bool(hint))
        self.refusal.hide()
        field.setAccessibleName(label)
        field.setAccessibleDescription(hint)

    def rename(self, label: str) -> None:
        """Call the field something else."""
        self.label.setText(label)
        self.field.setAccessibleName(label)

    def refuse(self, sentence: str) -> None:
        """Say what is wrong with the field; an empty sentence says that nothing is."""
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))
        self.field.setProperty("wrong", "true" if sentence else "false")
        self.field.setAccessibleDescription(sentence or self.hint.text())
        repolish(self.field)


class TextBox(QPlainTextEdit):
    """A field of several lines; Tab goes on to the next field."""

    def __init__(self, lines: int = 3, placeholder: str = "") -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the number of lines when the text size changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def _measure(self) -> None:
        line = self.fontMetrics().lineSpacing()
        self.setFixedHeight(line * self._lines + 2 * round(self.document().documentMargin()) + 10)


def narrow_choice() -> QComboBox:
    """Make a choice that is as wide as its place, and never as wide as its longest words."""
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
    return box
