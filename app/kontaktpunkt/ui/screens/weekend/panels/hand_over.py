"""L: a line to whoever takes up duty next; F: a question about a line, or the answer to it."""

from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QWidget

from kontaktpunkt.domain.commands import AnswerHandover, QuestionHandover
from kontaktpunkt.ui.screens.weekend.lines import who
from kontaktpunkt.ui.screens.weekend.panels.panel import Panel
from kontaktpunkt.ui.widgets.fields import TextBox
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.usecases.rows import CaseRow, InboxRow
from kontaktpunkt.usecases.weekend.leaving import line_of_message
from kontaktpunkt.usecases.weekend.rows import HandoverRow, LineDraft, WeekendPage
from kontaktpunkt.wording.weekend import receiver_words


class WritePanel(Panel):
    """One line, free or about whom was chosen on the page, and whether it needs its receiver."""

    name = "line"
    title = "Lämna en rad"
    confirm = "Lämna raden"

    def build(self) -> None:
        """Place to whom, about whom, the line, and whether it needs its receiver."""
        self._about: CaseRow | InboxRow | None = None
        self.to = Text("", "strong")
        self.about = QCheckBox("")
        self.text = TextBox(3)
        self.needs = QCheckBox("Behöver dig: tas emot för sig")
        self.add(self.to)
        self.add(self.about)
        self.add_typed("text", "Rad", self.text)
        self.add(self.needs)

    @property
    def first(self) -> QWidget:
        """Begin with the words."""
        return self.text

    def open_for(self, page: WeekendPage, about: CaseRow | InboxRow | None) -> None:
        """Open, about whom the page stood on; the tick lets it be about nobody."""
        self._about = about
        self.to.setText(f"Till {receiver_words(page.receiving, page.at)}")
        self.about.setVisible(about is not None)
        self.about.setChecked(about is not None)
        if about is not None:
            self.about.setText(f"Om {who(about)}")
        self.text.clear()
        if isinstance(about, InboxRow):
            self.text.setPlainText(line_of_message(about).text)
        self.needs.setChecked(True)
        self.begin("handover")

    def save(self) -> None:
        """Hand the line over."""
        about = self._about if self.about.isChecked() else None
        draft = LineDraft(
            text=self.text_of("text"),
            needs_you=self.needs.isChecked(),
            case=about.case if about is not None else None,
            message=about.message if isinstance(about, InboxRow) else None,
        )
        desk = self.workplace.desk
        self.workplace.settle(
            lambda: desk.hand_over((draft,)),
            told="Raden är lämnad",
            then=self.finished,
            refused=self.refused,
        )


class TalkPanel(Panel):
    """A question back about a line, or the answer to the one that waits."""

    name = "talk"
    title = "Fråga om raden"
    confirm = "Skicka"

    def build(self) -> None:
        """Place the line, what was said of it, and the words."""
        self._row: HandoverRow | None = None
        self.line = Text("", "strong")
        self.said = Text("", "soft")
        self.text = TextBox(3)
        self.add(self.line)
        self.add(self.said)
        self.field = self.add_typed("text", "Fråga", self.text)

    def open_for(self, row: HandoverRow, names: dict[UUID, str]) -> None:
        """Open for a line: a question that waits is answered, else one is asked."""
        self._row = row
        asked = row.handed.is_asked
        self.head.setText("Svara på frågan" if asked else "Fråga om raden")
        self.field.rename("Svar" if asked else "Fråga")
        self.line.setText(row.text)
        said = [
            f"{'Svar' if one.is_answer else 'Fråga'} {names.get(one.by, '') if one.by else ''}:"
            f" {one.text}"
            for one in row.handed.talk
        ]
        self.said.setText("\n".join(said))
        self.said.setVisible(bool(said))
        self.text.clear()
        self.begin(f"line:{row.line}")

    def save(self) -> None:
        """Ask or answer."""
        row = self._row
        if row is None:
            return
        make = AnswerHandover if row.handed.is_asked else QuestionHandover
        self.workplace.do(
            make(shift=row.shift, line=row.line, text=self.text_of("text")),
            told="Svaret är lämnat" if row.handed.is_asked else "Frågan är ställd",
            then=self.finished,
            refused=self.refused,
        )
