"""One care request whole: what it says, and what waits to be sent, with copy and tick."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kontaktpunkt.domain.commands import TickDocumented
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.layouts import GAP, Fact, Section
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.arriving.entry_times import TimeFault, TypedTime, read_time
from kontaktpunkt.usecases.care_request_rows import CareRequestCard
from kontaktpunkt.wording.care_requests import consent_words
from kontaktpunkt.wording.timeline import tell
from kontaktpunkt.wording.times import when
from kontaktpunkt.wording.words import word


class ToSend(QWidget):
    """The text that waits: copy it into the region's system, then tick when it was sent."""

    ticked = Signal()

    def __init__(self, workplace: Workplace, copy: QAction, tick: QAction) -> None:
        super().__init__()
        self._workplace = workplace
        self._card: CareRequestCard | None = None
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.heading = Text("", "section")
        self.text = Text("")
        self.at = QLineEdit()
        self.at.setPlaceholderText("nu")
        self.at_field = Labelled("Sänd klockan, tomt betyder nu", self.at)
        self.at.returnPressed.connect(tick.trigger)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP, GAP, GAP, GAP)
        rows.setSpacing(GAP // 2)
        rows.addWidget(self.heading)
        rows.addWidget(self.text)
        # On a line of its own: side by side they would take the list's room in large text.
        rows.addWidget(KeyHintButton(copy, look="primary"), 0, Qt.AlignmentFlag.AlignLeft)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.at_field)
        foot.addWidget(KeyHintButton(tick), 0, Qt.AlignmentFlag.AlignBottom)
        foot.addStretch(1)
        rows.addLayout(foot)
        self.hide()

    def show_card(self, card: CareRequestCard) -> None:
        """Show what waits, or nothing."""
        if self._card is None or self._card.row.item != card.row.item:
            self.at.clear()
            self.at_field.refuse("")
        self._card = card
        self.heading.setText(f"Att dokumentera i {card.system}: vårdbegäran")
        self.text.setText(card.text)
        self.setVisible(card.row.item is not None and bool(card.text))

    def copy_text(self) -> None:
        """Put the text on the clipboard."""
        if self._card is not None:
            QGuiApplication.clipboard().setText(self._card.text)
            system = self._card.system
            self._workplace.noted.emit(f"Kopierat. Klistra in i {system} och bocka sedan av här")

    def tick(self) -> None:
        """Say when it was sent."""
        card = self._card
        if card is None or card.row.case is None or card.row.item is None:
            return
        now = self._workplace.now()
        typed = self.at.text().strip()
        at = read_time(typed, now) if typed else TypedTime(now)
        if isinstance(at, TimeFault) or not at.clock_given:
            self.at_field.refuse("Tiden gick inte att tolka, eller ligger framåt. Skriv som 0230.")
            return
        self._workplace.do(
            TickDocumented(
                case=card.row.case, item=card.row.item, at=at.instant if typed else None
            ),
            told=f"Vårdbegäran sänd i {card.system} {when(at.instant, now)}",
        )


class ContentPage(Section):
    """What a prepared care request says, and what has happened with it."""

    def __init__(self) -> None:
        super().__init__("Förberedd vårdbegäran")
        self.nothing = Text("", "soft")
        self.facts = {
            label: Fact(label)
            for label in (
                "Insatser",
                "Socialt status",
                "Samtycke",
                "Medicinsk vårdplan",
                "Skriven av",
            )
        }
        self.history = Text("", "soft")
        self.add(self.nothing)
        for fact in self.facts.values():
            self.add(fact)
        self.add(self.history)

    def show_card(self, card: CareRequestCard, workplace: Workplace) -> None:
        """Show one."""
        content = card.content
        now = workplace.now()
        if card.row.masked:
            self.nothing.setText(
                "Personen har skyddad identitet. Bara den som svarar för ärendet ser innehållet."
            )
        elif content is None:
            self.nothing.setText(
                "Ingen förberedd vårdbegäran. Skriv en, så finns den den dag personen åker in."
            )
        self.nothing.setVisible(content is None)
        said = dict.fromkeys(self.facts, "")
        if content is not None:
            said["Insatser"] = content.services
            said["Socialt status"] = content.social_status
            said["Samtycke"] = consent_words(content)
            said["Medicinsk vårdplan"] = word(content.medical_plan)
            said["Skriven av"] = card.row.written_by
        for label, text in said.items():
            self.facts[label].set_text(text)
        lines = [
            f"{when(entry.at, now)} {tell(entry.body, workplace.telling)}"
            + (f", {entry.by_name}" if entry.by_name else "")
            + (" (ångrat)" if entry.struck else "")
            for entry in card.timeline
        ]
        self.history.setText("\n".join(lines))
