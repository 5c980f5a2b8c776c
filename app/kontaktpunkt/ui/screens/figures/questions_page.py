"""Questions to the process leaders and their answers: what is asked once is found by everybody."""

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kontaktpunkt.domain.commands import AnswerQuestion, AskQuestion
from kontaktpunkt.ui.drafts import Drafts
from kontaktpunkt.ui.widgets.acts import act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.empty import EmptyState
from kontaktpunkt.ui.widgets.fields import Labelled, TextBox
from kontaktpunkt.ui.widgets.rows_table import RowsModel, RowsTable, chosen_row, on_row
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.figures.report_rows import QuestionRow
from kontaktpunkt.wording.times import moment

_HEADINGS: Final = ("Fråga", "Svar", "Ställd", "Svar av")
_NEW: Final = "question:new"


class QuestionsPage(QWidget):
    """A question is typed and asked; its answer is written beside it when it has come."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._rows: tuple[QuestionRow, ...] = ()
        self._drafts = Drafts(workplace.clerk, workplace.desk, self)
        self.model = RowsModel(_HEADINGS, frozenset(), self)
        self.list = RowsTable(workplace.theme, self.model, (4, 5, 2, 2), tall=True)
        self.list.setAccessibleName("Frågor och svar")
        self.empty = EmptyState(workplace.theme, "chart")
        self.empty.say(
            "Inga frågor än",
            "Här står frågor till processledarna, med svaren. Skriv en fråga ovanför.",
        )
        self.question = TextBox(2, "Vad gäller när …")
        self.answer = TextBox(3)
        self.by = QLineEdit()
        self.answering = QWidget()
        self.chosen = Text("", "soft")
        self.ask_act = act_within(self, "Ställ frågan", "Ctrl+Return", self._ask)
        self.answer_act = act_within(self, "Spara svaret", "Ctrl+Shift+Return", self._answer)
        self._lay_out()
        on_row(self.list, self._choose)
        self.question.textChanged.connect(self._keep)
        workplace.closing.connect(self._drafts.flush)
        self._choose(-1)

    def begin(self) -> None:
        """Fetch the questions, and what I had begun to type."""
        self._workplace.clerk.ask(self._workplace.desk.questions, self._show, key="questions")
        self._drafts.load(_NEW, ("text",), self._show_draft)

    def focus(self) -> None:
        """Put focus where a question is typed."""
        self.question.setFocus()

    def _show(self, rows: tuple[QuestionRow, ...]) -> None:
        self._rows = rows
        self.model.show([_cells(row) for row in rows])
        self.empty.setVisible(not rows)
        for part in (self.list, self.chosen, self.answering):
            part.setVisible(bool(rows))
        self._choose(chosen_row(self.list))

    def _show_draft(self, found: dict[str, str]) -> None:
        if not self.question.toPlainText():
            self.question.setPlainText(found.get("text", ""))

    def _keep(self) -> None:
        self._drafts.keep(_NEW, "text", self.question.toPlainText())

    def _choose(self, place: int) -> None:
        row = self._rows[place] if 0 <= place < len(self._rows) else None
        self.answer_act.setEnabled(row is not None)
        self.answer.setEnabled(row is not None)
        self.by.setEnabled(row is not None)
        asked = "Välj en fråga för att skriva dess svar." if row is None else row.text
        self.chosen.setText(asked)
        self.answer.setPlainText(row.answer if row is not None else "")
        self.by.setText(row.answered_by if row is not None else "")

    def _ask(self) -> None:
        desk, text = self._workplace.desk, self.question.toPlainText()

        def begun(question: object) -> None:
            del question
            self.question.clear()
            self._drafts.forget(_NEW, "text")
            self.begin()

        self._workplace.settle(
            lambda: desk.act(AskQuestion(question=desk.new_report(), text=text)),
            told="Frågan är ställd till processledarna",
            then=begun,
        )

    def _answer(self) -> None:
        place = chosen_row(self.list)
        if not 0 <= place < len(self._rows):
            return
        self._workplace.do(
            AnswerQuestion(
                question=self._rows[place].question,
                answer=self.answer.toPlainText(),
                answered_by=self.by.text(),
            ),
            told="Svaret står bland frågor och svar",
            then=lambda _done: self.begin(),
        )

    def _lay_out(self) -> None:
        asking = QHBoxLayout()
        asking.addWidget(Labelled("Ny fråga till processledarna", self.question), 1)
        asking.addWidget(KeyHintButton(self.ask_act))
        answering = QHBoxLayout(self.answering)
        answering.setContentsMargins(0, 0, 0, 0)
        answering.addWidget(Labelled("Svar", self.answer), 3)
        answering.addWidget(Labelled("Svar av", self.by), 1)
        answering.addWidget(KeyHintButton(self.answer_act))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(asking)
        rows.addWidget(self.list, 1)
        rows.addWidget(self.empty, 1)
        rows.addWidget(self.chosen)
        rows.addWidget(self.answering)
        self.empty.hide()


def _cells(row: QuestionRow) -> tuple[str, ...]:
    asked = f"{moment(row.asked_at)}, {row.asked_by_name}"
    return (row.text, row.answer or "inget svar än", asked, row.answered_by)
