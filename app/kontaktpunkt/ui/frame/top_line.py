"""The line at the top: whose store, the phone, where my work is, who I am."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.theme.theme import Theme
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.text import Elided, Text
from kontaktpunkt.usecases.desk import PhoneLine, StoreInfo
from kontaktpunkt.usecases.rows import StaffRow
from kontaktpunkt.wording.times import clock, when
from kontaktpunkt.wording.words import word


class TopLine(QWidget):
    """Tells always: municipality, phone hours, where my work is, and who is working."""

    search_wanted = Signal()
    refresh_wanted = Signal()
    user_chosen = Signal(object)  # UUID

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("topLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.municipality = Text("Kontaktpunkt", "strong", wrap=False)
        self.search = button("Sök person, avdelning, telefon …   Ctrl+K")
        self.search.setAccessibleName("Sök")
        self.search.setToolTip("Sök personer, ärenden, skärmar och det som går att göra (Ctrl+K)")
        self.search.clicked.connect(self.search_wanted)
        self.phone = Elided("", "soft")
        self.saved = button("", "plain", "Var ditt arbete är sparat")
        self.saved_menu = QMenu(self)
        self.saved.setMenu(self.saved_menu)
        self.user = button("", "plain", "Byt vem som arbetar här")
        self.user_menu = QMenu(self)
        self.user.setMenu(self.user_menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 8, 5)
        row.setSpacing(10)
        for part, stretch in (
            (self.municipality, 0),
            (self.search, 3),
            (self.phone, 4),
            (self.saved, 0),
            (self.user, 0),
        ):
            row.addWidget(part, stretch)
        for part in (self.saved, self.user):
            part.hide()
        theme.changed.connect(self._paint)
        self._paint()

    def show_store(self, info: StoreInfo) -> None:
        """Say whose store it is."""
        self.municipality.setText(info.municipality)
        self.municipality.setToolTip(info.profile_title)

    def show_phone(self, line: PhoneLine, now: Instant) -> None:
        """Say whether the phone is open and who answers otherwise."""
        self.phone.set_text(phone_words(line, now))

    def show_saved(self, words: str, details: str) -> None:
        """Say where my work is, in words never greener than true."""
        self.saved.setText(words)
        self.saved.setAccessibleName(words)
        self.saved.show()
        self.saved_menu.clear()
        self.saved_menu.addAction(details).setEnabled(False)
        self.saved_menu.addSeparator()
        self.saved_menu.addAction("Uppdatera nu\tF5").triggered.connect(self.refresh_wanted)

    def show_user(self, me: StaffRow, staff: tuple[StaffRow, ...]) -> None:
        """Say who is working, and who else can be chosen."""
        self.user.setText(me.name)
        self.user.setAccessibleName(f"Du arbetar som {me.name}")
        self.user.show()
        self.user_menu.clear()
        group = QActionGroup(self.user_menu)
        group.triggered.connect(self._choose_user)
        for person in staff:
            words = f"{person.name}  ·  {word(person.role)}"
            action = self.user_menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(person.staff == me.staff)
            action.setData(person.staff)
            group.addAction(action)

    def _choose_user(self, action: QAction) -> None:
        self.user_chosen.emit(action.data())

    def _paint(self) -> None:
        side = self._theme.px(15)
        soft = self._theme.tokens.text_soft
        for part, icon in ((self.search, "search"), (self.saved, "check"), (self.user, "person")):
            part.setIcon(self._theme.icon(icon, soft))
            part.setIconSize(QSize(side, side))
        self.search.setMaximumWidth(self._theme.px(420))
        self._left_align(self.search)

    @staticmethod
    def _left_align(part: QPushButton) -> None:
        part.setStyleSheet("text-align: left;")


def phone_words(line: PhoneLine, now: Instant) -> str:
    """Say whether the phone is open, until when, and who answers otherwise."""
    if line.is_open:
        return f"Telefontid till {clock(line.until)}" if line.until else "Telefonen är öppen"
    parts: list[str] = []
    if line.next_opening is not None:
        parts.append(f"Telefonen öppnar {when(line.next_opening, now)}")
    unsure = "" if line.confirmed else " (ej bekräftat för dagen)"
    if line.answered_by:
        parts.append(f"nu svarar {line.answered_by}{unsure}")
    return ", ".join(parts) or "Telefonen är stängd"
