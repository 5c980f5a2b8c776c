"""Who the person is with us: unit and people by name and number, edited where they stand."""

from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from kontaktpunkt.domain.commands import SetWithUs
from kontaktpunkt.domain.staff import WithUs
from kontaktpunkt.ui.screens.case.drafts import CaseDrafts
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.layouts import GAP, Fact, Section
from kontaktpunkt.ui.widgets.text import Text, unbroken
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.rows import CasePage

LINES: Final = (
    ("unit", "Enhet"),
    ("unit_manager", "Enhetschef"),
    ("nurse", "Sjuksköterska"),
    ("therapist", "Fysio- eller arbetsterapeut"),
    ("caseworker", "Handläggare"),
    ("named_care_contact", "Fast vårdkontakt"),
)
"""Each with its phone under the same name with `_phone`."""


class WithUsPanel(Section):
    """Shows the lines that are known; "Ändra" turns them into fields where they stand."""

    def __init__(self, workplace: Workplace, drafts: CaseDrafts) -> None:
        super().__init__("Hos oss")
        self._workplace = workplace
        self._drafts = drafts
        self._person: UUID | None = None
        self._known: WithUs | None = None
        self.unknown = Text("Okänd hos oss.", "soft")
        self.facts = {name: Fact(label) for name, label in LINES}
        self.fields: dict[str, QLineEdit] = {}
        self.change = button("Ändra", "link", "Skriv in vem personen är hos oss")
        self.change.clicked.connect(self.edit)
        self.editor = self._make_editor()
        self.add(self.unknown)
        for fact in self.facts.values():
            self.add(fact)
        self.add(self.change)
        self.add(self.editor)
        self.editor.hide()
        drafts.came_back.connect(self._resume)

    def show_page(self, page: CasePage) -> None:
        """Show who the person is with us; an edit under way stays as it is."""
        self._person = page.row.person
        self._known = page.person.with_us
        self.change.setText("Ändra" if self._known else "Skriv in")
        self.setEnabled(not page.row.masked)
        self._show_facts()

    def turn_away(self, _case: UUID) -> None:
        """Leave an edit as a draft: another case is coming."""
        self.editor.hide()

    def edit(self) -> None:
        """Turn the lines into fields."""
        known = self._known or WithUs()
        for name, field in self.fields.items():
            if not field.text():
                # What is known already is no draft.
                field.blockSignals(True)  # noqa: FBT003  Qt's own shape
                field.setText(getattr(known, name))
                field.blockSignals(False)  # noqa: FBT003  Qt's own shape
        self.editor.show()
        self._show_facts()
        self.fields["unit"].setFocus(Qt.FocusReason.OtherFocusReason)

    def close_editor(self) -> None:
        """Turn the fields into lines again, without saving."""
        if not self.editor.isHidden():
            self._drafts.done(_draft(name) for name in self.fields)
            self.editor.hide()
            self._show_facts()

    def save(self) -> None:
        """Write down what stands in the fields."""
        if self._person is None:
            return
        with_us = WithUs(**{name: field.text().strip() for name, field in self.fields.items()})
        self._workplace.do(
            SetWithUs(person=self._person, with_us=with_us),
            told="Vem personen är hos oss är sparat",
            then=self._saved,
        )

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed when the case is left."""
        self._drafts.flush()
        super().hideEvent(event)

    def _resume(self, names: frozenset[str]) -> None:
        """Go on with an edit that was left."""
        if not names.isdisjoint(map(_draft, self.fields)):
            self.edit()

    def _saved(self, _done: Done) -> None:
        self.close_editor()

    def _show_facts(self) -> None:
        editing = not self.editor.isHidden()
        known = self._known or WithUs()
        for name, fact in self.facts.items():
            who, phone = getattr(known, name), getattr(known, f"{name}_phone")
            known_parts = [part for part in (who, unbroken(phone)) if part]
            fact.set_text("" if editing else " · ".join(known_parts))
        self.unknown.setVisible(not editing and known == WithUs())
        self.change.setVisible(not editing)

    def _make_editor(self) -> QWidget:
        editor = QWidget()
        grid = QGridLayout(editor)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GAP // 2)
        for row, (name, label) in enumerate(LINES):
            title = Text(label, "label")
            title.setBuddy(self._field(name, label, "namn"))
            grid.addWidget(title, row * 2, 0, 1, 2)
            grid.addWidget(self.fields[name], row * 2 + 1, 0)
            phone = self._field(f"{name}_phone", f"{label}, telefon", "telefon")
            grid.addWidget(phone, row * 2 + 1, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        buttons = QHBoxLayout()
        save = button("Spara", "primary")
        save.clicked.connect(self.save)
        leave = button("Avbryt")
        leave.clicked.connect(self.close_editor)
        buttons.addWidget(save)
        buttons.addWidget(leave)
        buttons.addStretch(1)
        grid.addLayout(buttons, len(LINES) * 2, 0, 1, 2)
        return editor

    def _field(self, name: str, label: str, placeholder: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(label)
        field.setPlaceholderText(placeholder)
        field.returnPressed.connect(self.save)
        self.fields[name] = field
        self._drafts.watch(_draft(name), field)
        return field


def _draft(name: str) -> str:
    return f"with_us.{name}"
