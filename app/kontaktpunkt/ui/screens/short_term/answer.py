"""The caseworker's answer on the weekday to what was granted outside office hours."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from kontaktpunkt.domain.commands import ConfirmShortTerm, EndShortTerm, TellOfShortTerm
from kontaktpunkt.ui.screens.short_term.application import own_name
from kontaktpunkt.ui.screens.short_term.panel import ShortTermPanel
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.widgets.ticks import Ticks
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.arriving.entry_times import TimeFault
from kontaktpunkt.usecases.short_term.rows import DecisionRow, ForWhom
from kontaktpunkt.wording.short_term import decision_lines


class AnswerPanel(ShortTermPanel):
    """Confirm until a day, or end it; and tick who was told and what went along since."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, "Spara beslutet")
        self._row: DecisionRow | None = None
        self.heading.setText("Handläggarens beslut efter korttidsbeslut")
        self.stands = Text("", "soft")
        self.answer = QComboBox()
        self.answer.addItem("Bekräftas", "yes")
        self.answer.addItem("Avslutas: platsen lämnas", "no")
        self.caseworker, self.until, self.words = QLineEdit(), QLineEdit(), QLineEdit()
        self.until.setPlaceholderText("tills vidare")
        self.until_field = Labelled("Gäller till", self.until)
        self.told, self.along = Ticks("Underrättade"), Ticks("Ska med")
        tick = button("Spara bockarna")
        tick.clicked.connect(self.save_ticks)
        self.box.addWidget(self.stands)
        self.line(Labelled("Beslut", self.answer), Labelled("Handläggare", self.caseworker))
        self.line(self.until_field, Labelled("Notering", self.words))
        self.line(Labelled("Underrättade", self.told))
        self.line(Labelled("Ska med", self.along))
        self.keep(
            {
                "answer": self.answer,
                "caseworker": self.caseworker,
                "until": self.until,
                "words": self.words,
            }
        )
        self.finish(tick)

    def open_for(self, row: DecisionRow) -> None:
        """Begin with a decision that waits."""
        self._row = row
        profile = self.workplace.profile
        for ticks, key, done in (
            (self.told, "short_term_told", row.told),
            (self.along, "short_term_handed_over", row.handed_over),
        ):
            ticks.offer(profile.codes(key) if profile is not None else ())
            ticks.choose(done)
        head, below = decision_lines(row, self.workplace.now())
        reason = f" Skäl: {row.reason}." if row.reason else ""
        self.stands.setText(f"{below}.{reason}")
        known = {"answer": "yes", "caseworker": own_name(self.workplace)}
        self.open_it(f"answer:{row.decision}", ForWhom(case=row.case), head, known)
        self.answer.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Confirm or end it."""
        row = self._row
        until = self.read_coming(self.until_field, self.until.text())
        if row is None or isinstance(until, TimeFault):
            return
        caseworker, words = self.caseworker.text().strip(), self.words.text().strip()
        confirms = self.answer.currentData() == "yes"
        wish = (
            ConfirmShortTerm(
                case=row.case,
                decision=row.decision,
                caseworker=caseworker,
                until=until,
                note=words,
            )
            if confirms
            else EndShortTerm(
                case=row.case, decision=row.decision, caseworker=caseworker, reason=words
            )
        )
        told = "Korttidsbeslutet bekräftat" if confirms else "Korttidsbeslutet avslutat"
        self.workplace.do(wish, told=told, then=self.done, refused=self.refuse)

    def save_ticks(self) -> None:
        """Note who more was told, and what more went along."""
        row = self._row
        if row is None:
            return
        told = tuple(code for code in self.told.chosen if code not in row.told)
        along = tuple(code for code in self.along.chosen if code not in row.handed_over)
        self.workplace.do(
            TellOfShortTerm(case=row.case, decision=row.decision, told=told, handed_over=along),
            told="Noterat i korttidsbeslutet",
            refused=self.refuse,
        )
