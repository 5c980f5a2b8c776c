"""The queue's panels: an application, and what the caseworker decides on it."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from kontaktpunkt.domain.commands import ApplyForShortTerm, DecideShortTerm
from kontaktpunkt.domain.staff import Role
from kontaktpunkt.ui.screens.short_term.panel import ShortTermPanel, on_word
from kontaktpunkt.ui.widgets.fields import Labelled, TextBox
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.arriving.entry_times import TimeFault
from kontaktpunkt.usecases.short_term.rows import ForWhom, QueueRow
from kontaktpunkt.wording.names import person_name

_NIL = UUID(int=0)


class ApplicationPanel(ShortTermPanel):
    """Who needs a place, what she needs, since when, on whose word."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, "Ställ i kö")
        self.heading.setText("Ansökan om korttid")
        self.need = TextBox(2, "Trygg plats efter höftoperation, två personer vid förflyttning …")
        self.at, self.told_by, self.told_phone = QLineEdit(), QLineEdit(), QLineEdit()
        self.at.setPlaceholderText("nu")
        self.need_field = Labelled("Behov", self.need)
        self.at_field = Labelled("Ansökan kom, tomt betyder nu", self.at)
        self.ask_whom()
        self.line(self.need_field)
        self.line(self.at_field)
        self.line(
            Labelled("Uppgift från, om det inte är du", self.told_by),
            Labelled("Telefon", self.told_phone),
        )
        self.keep(
            {
                "need": self.need,
                "at": self.at,
                "told_by": self.told_by,
                "told_phone": self.told_phone,
            }
        )
        self.finish()

    def open_for(self, whom: ForWhom, who: str = "") -> None:
        """Begin for somebody, or with the number first."""
        self.open_it(f"apply:{whom.case}", whom, who, {})
        self.need_field.refuse("")
        first = self.need if whom.case is not None else self.number
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Put her in the queue."""
        at = self.read_past(self.at_field, self.at.text())
        if isinstance(at, TimeFault):
            return
        if not self.need.toPlainText().strip():
            self.need_field.refuse("Skriv vad som behövs.")
            self.need.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        desk, whom = self.workplace.desk, self.for_whom()
        draft = ApplyForShortTerm(
            at=at,
            case=_NIL,
            need=self.need.toPlainText().strip(),
            on_word=on_word(self.told_by.text(), self.told_phone.text()),
        )
        self.workplace.settle(
            lambda: desk.apply_for_short_term(whom, draft),
            told="Står i kön till korttid",
            then=self.done,
            refused=self.refuse,
        )


class QueueDecisionPanel(ShortTermPanel):
    """What the caseworker decided on an application, and when."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, "Spara beslutet")
        self.heading.setText("Handläggarens beslut på ansökan")
        self.answer = QComboBox()
        self.answer.addItem("Beviljad", "yes")
        self.answer.addItem("Avslagen: lämnar kön", "no")
        self.caseworker, self.at, self.words = QLineEdit(), QLineEdit(), QLineEdit()
        self.at.setPlaceholderText("nu")
        self.at_field = Labelled("Beslutat, tomt betyder nu", self.at)
        self.line(Labelled("Beslut", self.answer), Labelled("Handläggare", self.caseworker))
        self.line(self.at_field, Labelled("Notering", self.words))
        self.keep(
            {
                "answer": self.answer,
                "caseworker": self.caseworker,
                "at": self.at,
                "words": self.words,
            }
        )
        self.finish()

    def open_for(self, row: QueueRow) -> None:
        """Begin with somebody in the queue."""
        who = person_name(row.name, masked=row.masked)
        known = {"answer": "yes", "caseworker": own_name(self.workplace)}
        self.open_it(f"decide:{row.case}", ForWhom(case=row.case), who, known)
        self.answer.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Note the decision."""
        at = self.read_past(self.at_field, self.at.text())
        if isinstance(at, TimeFault) or self.whom.case is None:
            return
        granted = self.answer.currentData() == "yes"
        self.workplace.do(
            DecideShortTerm(
                at=at,
                case=self.whom.case,
                granted=granted,
                caseworker=self.caseworker.text().strip(),
                note=self.words.text().strip(),
            ),
            told="Korttid beviljad" if granted else "Korttid avslagen",
            then=self.done,
            refused=self.refuse,
        )


def own_name(workplace: Workplace) -> str:
    """Give the user's own name when she is a caseworker herself."""
    return workplace.me.name if workplace.me.role is Role.CASEWORKER else ""
