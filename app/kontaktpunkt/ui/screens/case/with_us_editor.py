"""The fields of "Hos oss": the unit from the register, and what differs for this person."""

from typing import Final, TypeAlias

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from kontaktpunkt.domain.staff import WithUs
from kontaktpunkt.ui.screens.case.drafts import CaseDrafts
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.usecases.contacts.register import lines_of
from kontaktpunkt.usecases.contacts.rows import Register, UnitLine

LINES: Final = (
    ("unit", "Enhet"),
    ("unit_manager", "Enhetschef"),
    ("nurse", "Sjuksköterska"),
    ("therapist", "Fysio- eller arbetsterapeut"),
    ("caseworker", "Handläggare"),
    ("named_care_contact", "Fast vårdkontakt"),
)
"""Each with its phone under the same name with `_phone`."""


class WithUsEditor(QWidget):
    """A unit is found as it is typed; what is left empty below it stays the unit's own.

    What the register says of the chosen unit stands faintly in the empty fields.
    """

    Fields: TypeAlias = dict[str, QLineEdit]

    save_wanted = Signal()
    left = Signal()

    def __init__(self, drafts: CaseDrafts) -> None:
        super().__init__()
        self._drafts = drafts
        self._register = Register()
        self.fields: WithUsEditor.Fields = {}
        self._names = QStringListModel(self)
        self._lay_out()
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.fields["unit"].setCompleter(completer)
        self.fields["unit"].textChanged.connect(self._follow)

    def learn(self, register: Register) -> None:
        """Know the units that can be chosen."""
        self._register = register
        self._names.setStringList([line.facts.name for line in _in_use(register)])
        self._follow()

    def open_for(self, known: WithUs, register: Register) -> None:
        """Open with what is known of this person; a draft in a field stays."""
        for name, field in self.fields.items():
            if not field.text():
                # What is known already is no draft.
                field.blockSignals(True)  # noqa: FBT003  Qt's own shape
                field.setText(getattr(known, name))
                field.blockSignals(False)  # noqa: FBT003  Qt's own shape
        self.learn(register)
        self.show()
        self.fields["unit"].setFocus(Qt.FocusReason.OtherFocusReason)

    def with_us(self, register: Register) -> WithUs:
        """Give what stands in the fields; what the register says too is left to the register."""
        texts = {name: field.text().strip() for name, field in self.fields.items()}
        unit = _named(register, texts["unit"])
        if unit is None:
            return WithUs(**texts)  # pyright: ignore[reportArgumentType]  texts only
        theirs = lines_of(unit)
        for name, _ in LINES:
            phone = f"{name}_phone"
            same = texts[name] == getattr(theirs, name)
            if same and texts[phone] in ("", getattr(theirs, phone)):
                texts |= {name: "", phone: ""}
        texts["unit"] = unit.facts.name
        return WithUs(unit_id=unit.unit, **texts)  # pyright: ignore[reportArgumentType]  texts only

    def _follow(self) -> None:
        """Say faintly what the register knows of the unit that is named."""
        unit = _named(self._register, self.fields["unit"].text())
        theirs = lines_of(unit) if unit is not None else WithUs()
        for name, _ in LINES:
            shown = getattr(theirs, name) if name != "unit" else ""
            self.fields[name].setPlaceholderText(shown or "namn")
            self.fields[f"{name}_phone"].setPlaceholderText(
                getattr(theirs, f"{name}_phone") or "telefon"
            )

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GAP // 2)
        for row, (name, label) in enumerate(LINES):
            title = Text(label, "label")
            title.setBuddy(self._field(name, label))
            grid.addWidget(title, row * 2, 0, 1, 2)
            grid.addWidget(self.fields[name], row * 2 + 1, 0)
            phone = self._field(f"{name}_phone", f"{label}, telefon")
            grid.addWidget(phone, row * 2 + 1, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        buttons = QHBoxLayout()
        save = button("Spara", "primary")
        save.clicked.connect(self.save_wanted)
        leave = button("Avbryt")
        leave.clicked.connect(self.left)
        buttons.addWidget(save)
        buttons.addWidget(leave)
        buttons.addStretch(1)
        grid.addLayout(buttons, len(LINES) * 2, 0, 1, 2)

    def _field(self, name: str, label: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(label)
        field.returnPressed.connect(self.save_wanted)
        self.fields[name] = field
        self._drafts.watch(draft_name(name), field)
        return field


def draft_name(name: str) -> str:
    """Name the draft of a field."""
    return f"with_us.{name}"


def _in_use(register: Register) -> list[UnitLine]:
    return [line for line in register.units if not line.retired]


def _named(register: Register, name: str) -> UnitLine | None:
    wanted = " ".join(name.casefold().split())
    return next((line for line in _in_use(register) if line.facts.name.casefold() == wanted), None)
