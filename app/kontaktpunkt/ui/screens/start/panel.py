"""What is asked at the first start: municipality, rules, user, a passphrase where one is needed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kontaktpunkt.domain.profile import ProfileChoice
from kontaktpunkt.domain.staff import Role
from kontaktpunkt.ui.care import SHORTEST_PASSPHRASE, KeyPlace, StartWish
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.layouts import GAP, Section, Sheet
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.wording.words import word

WELCOME = "Börja på riktigt"
EXPLAINED = (
    "Fyll i det här en gång. Lagret skapas krypterat på den här datorn, och inkorgen öppnas tom."
)
RECOVERY = (
    "Efteråt visas återställningsbladet. Skriv det på papper och lås in det: utan det går arbetet "
    "förlorat om datorns användarprofil går sönder."
)
_WIDE = 620


class StartPanel(QWidget):
    """Asks, checks, and says what was wished; faults stand beside the fields."""

    begin_wanted = Signal(object)  # StartWish
    left = Signal()

    def __init__(self, choices: Sequence[ProfileChoice], key: KeyPlace) -> None:
        super().__init__()
        self._key = key
        self.setObjectName("screen")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.municipality = QLineEdit()
        self.profile = QComboBox()
        for choice in choices:
            self.profile.addItem(" · ".join(reversed(choice.layer_titles)), choice.key)
        self.name = QLineEdit()
        self.role = QComboBox()
        for role in Role:
            self.role.addItem(word(role).capitalize(), role)
        # Children from the start: without a passphrase to ask for they are in no layout.
        self.passphrase = _secret(self)
        self.again = _secret(self)
        self.fields = {
            "municipality": Labelled("Kommun", self.municipality, "Till exempel Lidköping."),
            "profile": Labelled(
                "Regler",
                self.profile,
                "Vad lagen och regionen säger, och vad meddelanden heter där.",
            ),
            "name": Labelled("Ditt namn", self.name),
            "role": Labelled("Din roll", self.role),
        }
        if key.needs_passphrase:
            hint = f"Minst {SHORTEST_PASSPHRASE} tecken. Välj flera ord."
            self.fields["passphrase"] = Labelled("Lösenfras", self.passphrase, hint)
            self.fields["again"] = Labelled("Samma lösenfras en gång till", self.again)
        for field in (self.passphrase, self.again):
            field.setVisible(key.needs_passphrase)
        self.failure = Text("", "refused")
        self.begin = button("Skapa lagret och börja", "primary")
        self.leave = button("Avbryt")
        self._lay_out()
        self.begin.clicked.connect(self.send)
        self.leave.clicked.connect(self.left)
        for field in (self.municipality, self.name, self.passphrase, self.again):
            field.returnPressed.connect(self.send)

    @property
    def wish(self) -> StartWish:
        """Give what is wished as it stands."""
        return StartWish(
            municipality=self.municipality.text().strip(),
            profile=str(self.profile.currentData() or ""),
            name=self.name.text().strip(),
            role=Role(self.role.currentData()),
            passphrase=self.passphrase.text() if self._key.needs_passphrase else "",
        )

    def send(self) -> None:
        """Say what is wished, or go to the first field that needs another look."""
        if not self.begin.isEnabled():
            return
        faults = self._faults()
        for name, field in self.fields.items():
            field.refuse(faults.get(name, ""))
        if faults:
            self.fields[next(iter(faults))].field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.say_working(working=True)
        self.begin_wanted.emit(self.wish)

    def say_working(self, *, working: bool) -> None:
        """Say that the store is being made, and take no second wish meanwhile."""
        self.failure.setText("Skapar lagret …" if working else "")
        self.failure.set_role("soft" if working else "refused")
        for part in (self.begin, self.leave):
            part.setEnabled(not working)

    def say_failure(self, sentence: str) -> None:
        """Say why the store could not be made; everything typed stays."""
        self.say_working(working=False)
        self.failure.setText(sentence)
        self.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _faults(self) -> dict[str, str]:
        wish = self.wish
        faults: dict[str, str] = {}
        if not wish.municipality:
            faults["municipality"] = "Skriv vilken kommun det gäller."
        if not wish.profile:
            faults["profile"] = "Välj regler."
        if not wish.name:
            faults["name"] = "Skriv ditt namn: det står vid allt du gör."
        if self._key.needs_passphrase:
            if len(wish.passphrase.strip()) < SHORTEST_PASSPHRASE:
                faults["passphrase"] = (
                    f"Lösenfrasen är för kort: minst {SHORTEST_PASSPHRASE} tecken."
                )
            elif self.again.text() != wish.passphrase:
                faults["again"] = "De två lösenfraserna är inte lika."
        return faults

    def _lay_out(self) -> None:
        column = QWidget()
        column.setMaximumWidth(_WIDE)
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP + GAP // 2)
        rows.addWidget(Text(WELCOME, "title", wrap=False))
        rows.addWidget(Text(EXPLAINED))
        for names in (("municipality",), ("profile",), ("name", "role")):
            row = QHBoxLayout()
            row.setSpacing(GAP + GAP // 2)
            for name in names:
                row.addWidget(self.fields[name], 1, Qt.AlignmentFlag.AlignTop)
            rows.addLayout(row)
        rows.addWidget(self._key_part())
        rows.addWidget(Text(RECOVERY, "soft"))
        sheet = Sheet(margin=GAP * 3, name="Börja på riktigt")
        sheet.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(column, 8)
        centred.addStretch(1)
        sheet.add(centred)
        sheet.rows.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(sheet, 1)
        whole.addWidget(self._foot())

    def _foot(self) -> QWidget:
        """Lay the buttons below what scrolls: they are in sight whatever faults stand above."""
        column = QWidget()
        column.setMaximumWidth(_WIDE)
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.failure)
        buttons = QHBoxLayout()
        buttons.addWidget(self.begin)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        rows.addLayout(buttons)
        foot = QWidget()
        centred = QHBoxLayout(foot)
        centred.setContentsMargins(GAP * 3, GAP, GAP * 3, GAP * 2)
        centred.addStretch(1)
        centred.addWidget(column, 8)
        centred.addStretch(1)
        return foot

    def _key_part(self) -> Section:
        """Say where the key will lie, and ask for a passphrase only where there is no key ring."""
        part = Section("Nyckeln till lagret")
        if not self._key.needs_passphrase:
            part.add(Text(f"Nyckeln läggs i datorns nyckelring ({self._key.key_ring})."))
            return part
        part.add(Text(self._key.reason))
        row = QHBoxLayout()
        row.setSpacing(GAP + GAP // 2)
        for name in ("passphrase", "again"):
            row.addWidget(self.fields[name], 1, Qt.AlignmentFlag.AlignTop)
        part.add(row)
        return part


def _secret(parent: QWidget) -> QLineEdit:
    """Make a field whose text is not shown."""
    field = QLineEdit(parent)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field
