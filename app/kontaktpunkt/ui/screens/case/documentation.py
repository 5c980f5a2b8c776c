"""What is to be documented in the region's system: text to copy, a tick when it stands there."""

from uuid import UUID, uuid4

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from kontaktpunkt.domain.commands import RequestDocumentation, TickDocumented
from kontaktpunkt.domain.states import DocumentationItem
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screens.case.drafts import CaseDrafts
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.fields import Labelled, TextBox
from kontaktpunkt.ui.widgets.layouts import GAP, Section, empty
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.rows import CasePage
from kontaktpunkt.wording.times import when

DRAFT = "documentation"


class DocumentationPanel(Section):
    """The items that wait, each with Kopiera and Dokumenterat, and a field for one more."""

    def __init__(self, workplace: Workplace, drafts: CaseDrafts) -> None:
        super().__init__("Att dokumentera")
        self._workplace = workplace
        self._drafts = drafts
        self._case: UUID | None = None
        self._system = ""
        self._shown: tuple[tuple[DocumentationItem, ...], Instant] | None = None
        self.items: list[DocumentationLine] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(GAP)
        self.text = TextBox(2)
        self.text_field = Labelled("Text att föra in", self.text)
        drafts.watch(DRAFT, self.text)
        self.put = button("Lägg på listan")
        self.put.clicked.connect(self.request)
        self.add(self._list)
        self.add(self.text_field)
        row = QHBoxLayout()
        row.addWidget(self.put)
        row.addStretch(1)
        self.add(row)

    def set_system(self, system: str) -> None:
        """Name the region's system."""
        self._system = system
        self.heading.setText(f"Att dokumentera i {system}" if system else "Att dokumentera")
        self.text_field.label.setText(
            f"Text att föra in i {system}" if system else "Text att föra in"
        )

    def show_page(self, page: CasePage) -> None:
        """Show what waits first, then what has been documented."""
        self._case = page.row.case
        now = self._workplace.now()
        waiting = [item for item in page.documentation if item.documented_at is None]
        done = [item for item in page.documentation if item.documented_at is not None]
        names = self._workplace.names
        held = next((line.item for line in self.items if line.has_focus), None)
        empty(self._list)
        self.items = []
        for item in (*waiting, *done):
            by = names.get(item.documented_by, "") if item.documented_by else ""
            line = DocumentationLine(self._workplace, page.row.case, item, _told(item, by, now))
            self.items.append(line)
            self._list.addWidget(line)
            if line.item == held:
                # The line is made anew; whoever stood in it still does, or her keys go dead.
                line.copy.setFocus(Qt.FocusReason.OtherFocusReason)

    def request(self) -> None:
        """Put the text on the list."""
        text = self.text.toPlainText().strip()
        if self._case is None:
            return
        if not text:
            self.text_field.refuse("Skriv texten först.")
            return
        self.text_field.refuse("")
        self._workplace.do(
            RequestDocumentation(case=self._case, item=uuid4(), system=self._system, text=text),
            told="Texten står på listan över det som ska dokumenteras",
            then=self._requested,
        )

    def _requested(self, _done: Done) -> None:
        self._drafts.done((DRAFT,))


class DocumentationLine(QWidget):
    """One text to document: copy it there, then tick it here."""

    def __init__(
        self, workplace: Workplace, case: UUID, item: DocumentationItem, told: str
    ) -> None:
        super().__init__()
        self._workplace = workplace
        self._case = case
        self._item = item
        self.text = Text(item.text, "soft" if item.documented_at is not None else "")
        self.copy = button("Kopiera", "", "Lägg texten i urklipp")
        self.copy.clicked.connect(self.copy_text)
        self.box = QCheckBox("Dokumenterat")
        self.box.setChecked(item.documented_at is not None)
        self.box.setEnabled(item.documented_at is None)
        self.box.clicked.connect(self.tick)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        rows.addWidget(self.text)
        rows.addWidget(Text(told, "soft"))
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addWidget(self.box)
        row.addStretch(1)
        rows.addLayout(row)

    @property
    def item(self) -> UUID:
        """Give the id of the text."""
        return self._item.item

    @property
    def has_focus(self) -> bool:
        """Say whether focus is in this line."""
        return self.copy.hasFocus() or self.box.hasFocus()

    def copy_text(self) -> None:
        """Put the text on the clipboard."""
        QGuiApplication.clipboard().setText(self._item.text)
        system = self._item.system or "regionens system"
        self._workplace.noted.emit(f"Kopierat. Klistra in i {system} och bocka sedan av här")

    def tick(self) -> None:
        """Say that it has been documented."""
        self.box.setChecked(False)
        self._workplace.do(
            TickDocumented(case=self._case, item=self._item.item),
            told="Markerat som dokumenterat",
        )


def _told(item: DocumentationItem, by: str, now: Instant) -> str:
    if item.documented_at is None:
        return f"Väntar sedan {when(item.due_since, now)}"
    said = f"Dokumenterat {when(item.documented_at, now)}"
    return f"{said} av {by}" if by else said
