"""The copied text beside the form: what was understood in it, and what is left for the hand."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from kontaktpunkt.ui.screens.entry.left_over import Left, Span
from kontaktpunkt.ui.screens.entry.understood import Filled
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.layouts import GAP, Sheet, empty
from kontaktpunkt.ui.widgets.text import Text


class PastedPane(QWidget):
    """Shows the text with what was understood underlined, and below it what was left."""

    used = Signal(object)  # Left: put it in its field

    def __init__(self) -> None:
        super().__init__()
        self.heading = Text("Inklistrad text", "label", wrap=False)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Inklistrad text")
        self.heading.setBuddy(self.text)
        self.left_heading = Text("", "label")
        self.left = Sheet(margin=0, name="Lämnat åt dig")
        self.left.rows.setSpacing(GAP // 2)
        self.buttons: list[QWidget] = []
        self._spans: tuple[Span, ...] = ()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, GAP, 0, 0)
        rows.setSpacing(GAP // 2)
        rows.addWidget(self.heading)
        rows.addWidget(self.text, 2)
        rows.addWidget(self.left_heading)
        rows.addWidget(self.left, 3)  # what a hand must do comes before what was read

    def show_text(self, text: str, filled: Filled) -> None:
        """Show a text and what became of it."""
        self.text.setPlainText(text)
        self._spans = tuple(filled.sources.values())
        self._underline(self._spans, None)
        self._list(filled.left)
        count = len(filled.left)
        self.left_heading.setText(f"Lämnat åt dig: {count}" if count else "Inget lämnat åt dig.")
        self.left.setVisible(count > 0)

    def point_at(self, span: Span | None) -> None:
        """Show from where in the text the field with focus got its words."""
        self._underline(self._spans, span)
        if span is not None:
            cursor = self.text.textCursor()
            cursor.setPosition(span.start)
            self.text.setTextCursor(cursor)
            self.text.ensureCursorVisible()

    def words_left(self) -> list[str]:
        """Give what stands as left, for whoever reads it out."""
        return [part.text() for part in self.left.inside.findChildren(Text)]

    def _underline(self, spans: Iterable[Span], pointed: Span | None) -> None:
        marks: list[QTextEdit.ExtraSelection] = []
        for span in spans:
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.text.document())
            cursor.setPosition(span.start)
            cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
            looks = QTextCharFormat()
            looks.setFontUnderline(True)
            if span == pointed:
                looks.setBackground(self.palette().highlight())
                looks.setForeground(self.palette().highlightedText())
            mark.cursor, mark.format = cursor, looks  # type: ignore[attr-defined]  Qt's own fields
            marks.append(mark)
        self.text.setExtraSelections(marks)

    def _list(self, left: Iterable[Left]) -> None:
        empty(self.left.rows)
        self.buttons = []
        for one in left:
            self.left.add(self._line(one))
        self.left.rows.addStretch(1)

    def _line(self, left: Left) -> QWidget:
        line = QWidget()
        rows = QVBoxLayout(line)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        head = QHBoxLayout()
        head.addWidget(Text(left.words), 1)
        if left.field is not None and left.value:
            use = button("Använd", "", f"Fyll i fältet med {left.value}")
            use.clicked.connect(lambda: self.used.emit(left))
            use.setAccessibleName(f"Använd {left.value}")
            self.buttons.append(use)
            head.addWidget(use)
        rows.addLayout(head)
        if left.why:
            rows.addWidget(Text(left.why, "soft"))
        return line
