"""The manager on call is asked: where a nurse would say no, or does not know."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from kontaktpunkt.domain.commands import AskManagerOnCall
from kontaktpunkt.domain.profile.emergency import manager_on_call
from kontaktpunkt.ui.screens.short_term.panel import ShortTermPanel
from kontaktpunkt.ui.widgets.fields import Labelled, TextBox
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.short_term.rows import ForWhom

_NIL = UUID(int=0)


class ManagerPanel(ShortTermPanel):
    """Who was asked, about what, and what was answered."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, "Spara frågan")
        self.heading.setText("Chef i beredskap tillfrågad")
        self.manager, self.phone = QLineEdit(), QLineEdit()
        self.question, self.answer = TextBox(2), TextBox(2)
        self.ask_whom()
        self.line(Labelled("Chef i beredskap", self.manager), Labelled("Telefon", self.phone))
        self.line(Labelled("Frågan", self.question))
        self.line(Labelled("Svaret, tomt om det väntar", self.answer))
        self.keep(
            {
                "manager": self.manager,
                "phone": self.phone,
                "question": self.question,
                "answer": self.answer,
            }
        )
        self.finish()

    def open_for(self, whom: ForWhom, who: str, number: str = "", name: str = "") -> None:
        """Begin for somebody; number and name as they were typed in the decision."""
        profile = self.workplace.profile
        known = manager_on_call(profile) if profile is not None else None
        label = known.label if known is not None else ""
        said = {"number": number, "name": name, "manager": label}
        self.open_it(f"manager:{whom.case}", whom, who, said)
        self.manager.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Note the question."""
        desk, whom = self.workplace.desk, self.for_whom()
        draft = AskManagerOnCall(
            case=_NIL,
            manager=self.manager.text().strip(),
            phone=self.phone.text().strip(),
            question=self.question.toPlainText().strip(),
            answer=self.answer.toPlainText().strip(),
        )
        self.workplace.settle(
            lambda: desk.ask_manager_on_call(whom, draft),
            told="Frågan till chef i beredskap är noterad",
            then=self.done,
            refused=self.refuse,
        )
