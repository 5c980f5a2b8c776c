"""What the card says of the person: name and number, the ward and its phone, her unit with us."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.joining.offers import JoiningOffers
from kontaktpunkt.ui.screens.inbox.lines import Line
from kontaktpunkt.ui.screens.inbox.telling import Facts, facts_html, person_facts, with_us_facts
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.layouts import Section
from kontaktpunkt.ui.widgets.rich import RichText
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.rows import InboxRow, MessageCard
from kontaktpunkt.wording.names import person_name
from kontaktpunkt.wording.words import word


class AboutPerson(QObject):
    """Three sections of the card, made once and filled."""

    compare_wanted = Signal()

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._name = Text("", "heading")
        self._protection = Text("", "strong")
        self._person = RichText("Person")
        self._drafts = Text("", "soft")
        self.joining = JoiningOffers(workplace, "inbox.joining")
        self.joining.compare_wanted.connect(self.compare_wanted)
        self._place = Text("", "")
        self._phone = Text("", "strong", wrap=False)
        self._copy = button("Kopiera", "link", "Kopiera telefonnumret")
        self._copy.clicked.connect(self._copy_phone)
        self._with_us = RichText("Hos oss")
        self._unknown = Text("Okänd hos oss", "soft")
        self._ward = Section("Avdelningen")
        self.sections = (self._build_who(), self._build_ward(), self._build_ours())

    def say(self, row: InboxRow, line: Line, card: MessageCard | None, now: Instant) -> None:
        """Say what is known of the person; a masked one is not named."""
        person = card.person if card is not None else None
        self._name.setText(person_name(row.name, masked=row.masked) if row.kind else line.name)
        protection = "" if not line.is_protected else f"Skyddad identitet: {word(row.protection)}"
        self._protection.setText(protection)
        self._protection.setVisible(line.is_protected)
        facts = [("Nummer", line.born)] if line.born else []
        if person is not None and not row.masked:
            facts = person_facts(person, now)
        show_facts(self._person, facts, self._workplace)
        with_us = person.with_us if person is not None else None
        ours = with_us_facts(with_us) if with_us is not None else []
        if not ours and row.unit:
            ours = [("Enhet", row.unit)]
        self._unknown.setVisible(not ours and row.kind is not None)
        show_facts(self._with_us, ours, self._workplace)
        self._ward.setVisible(bool(line.place))
        self._place.setText(line.place)
        self._phone.setText(row.ward_phone or "telefon saknas")
        self._copy.setVisible(bool(row.ward_phone))
        drafts = ", ".join(card.colleagues_drafts) if card is not None else ""
        self._drafts.setText(f"{drafts} har ett utkast här" if drafts else "")
        self._drafts.setVisible(bool(drafts))

    def _build_who(self) -> Section:
        section = Section()
        for part in (self._name, self._protection, self._person, self.joining, self._drafts):
            section.add(part)
        return section

    def _build_ward(self) -> Section:
        phone = QHBoxLayout()
        for part in (self._phone, self._copy):
            phone.addWidget(part)
        phone.addStretch(1)
        self._ward.add(self._place)
        self._ward.add(phone)
        return self._ward

    def _build_ours(self) -> Section:
        section = Section("Hos oss")
        section.add(self._unknown)
        section.add(self._with_us)
        return section

    def _copy_phone(self) -> None:
        QGuiApplication.clipboard().setText(self._phone.text())
        self._workplace.noted.emit(f"Telefonnumret {self._phone.text()} är kopierat")


def show_facts(place: RichText, facts: Facts, workplace: Workplace) -> None:
    """Show facts in a place of the card, and say them to a screen reader."""
    html = facts_html(facts, workplace.theme.tokens)
    place.show_html(html, ", ".join(f"{label} {text}" for label, text in facts))
