"""The forms of the screen, of which one at most is open, and what each says of the report."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kontaktpunkt.domain.commands import (
    Command,
    FollowUpDeviation,
    RemindOfDeviation,
    WithdrawDeviationReport,
)
from kontaktpunkt.ui.drafted_form import DraftedForm
from kontaktpunkt.ui.screens.deviations.forms import (
    AnswerForm,
    ArrivalForm,
    SendingForm,
    WordsForm,
)
from kontaktpunkt.ui.screens.deviations.writing import WritingForm
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.deviations.rows import DeviationCard, DeviationStart


class ReportForms(QObject):
    """Opens one form and closes the others; what was typed in those stays as drafts."""

    opened = Signal()
    closed = Signal()
    written = Signal(object)  # UUID of the report

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self.writing = WritingForm(workplace)
        self.sending, self.arrival = SendingForm(workplace), ArrivalForm(workplace)
        self.answering = AnswerForm(workplace)
        self.reminding = WordsForm(
            workplace,
            ("Påminnelse", "Vem som påmindes, och hur", "Påmind"),
            "Påminnelsen är noterad",
        )
        self.following = WordsForm(
            workplace, ("Uppföljning", "Vad det ledde till", "Klar"), "Avvikelsen är uppföljd"
        )
        self.withdrawing = WordsForm(
            workplace,
            ("Återkalla rapporten", "Varför den återkallas", "Återkalla"),
            "Rapporten är återkallad",
        )
        self._short = (
            self.sending,
            self.arrival,
            self.answering,
            self.reminding,
            self.following,
            self.withdrawing,
        )
        self.writing.saved.connect(self.written)
        self.writing.left.connect(self.closed)
        for form in self._short:
            form.left.connect(self.closed)
            form.saved.connect(self.closed)

    @property
    def all(self) -> tuple[DraftedForm, ...]:
        """Give all forms."""
        return (self.writing, *self._short)

    @property
    def is_open(self) -> bool:
        """Say whether one is open."""
        return any(not form.isHidden() for form in self.all)

    def close(self) -> bool:
        """Close what is open, kept as a draft; says whether anything was."""
        was_open = [form for form in self.all if not form.isHidden()]
        for form in was_open:
            form.close_it()
        return bool(was_open)

    def flush(self) -> None:
        """Keep now what is typed."""
        for form in self.all:
            form.fields.flush()

    # --- opening
    def begin(self, report: UUID, start: DeviationStart) -> None:
        """Write a new report."""
        self._only(self.writing)
        self.writing.open_new(report, start)
        self.opened.emit()

    def write_again(self, card: DeviationCard) -> None:
        """Write one anew that is not sent."""
        self._only(self.writing)
        self.writing.open_again(card)
        self.opened.emit()

    def send(self, card: DeviationCard) -> None:
        """Say how and when it was sent."""
        self._only(self.sending)
        self.sending.open_for(card)
        self.opened.emit()

    def arrive(self, card: DeviationCard) -> None:
        """Say when the other side got it."""
        self._only(self.arrival)
        self.arrival.open_for(card)
        self.opened.emit()

    def answer(self, card: DeviationCard) -> None:
        """Write down the answer."""
        self._only(self.answering)
        self.answering.open_for(card)
        self.opened.emit()

    def remind(self, card: DeviationCard) -> None:
        """Say who was reminded."""
        report = card.row.report
        self._words(
            self.reminding, card, lambda text: RemindOfDeviation(deviation_report=report, text=text)
        )

    def follow_up(self, card: DeviationCard) -> None:
        """Say what came of it."""
        report = card.row.report
        self._words(
            self.following, card, lambda text: FollowUpDeviation(deviation_report=report, text=text)
        )

    def withdraw(self, card: DeviationCard) -> None:
        """Say why it is called back."""
        report = card.row.report
        self._words(
            self.withdrawing,
            card,
            lambda text: WithdrawDeviationReport(deviation_report=report, reason=text),
        )

    def _words(self, form: WordsForm, card: DeviationCard, make: Callable[[str], Command]) -> None:
        self._only(form)
        form.open_for(card, make)
        self.opened.emit()

    def _only(self, form: DraftedForm) -> None:
        for other in self.all:
            if other is not form and not other.isHidden():
                other.fields.flush()
                other.hide()
