"""The correction of a case that was opened as another kind than it is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kontaktpunkt.domain.commands import CorrectCaseKind
from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.ui.screens.case.drafts import TextField
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.fields import Labelled, narrow_choice
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.rows import CasePage
from kontaktpunkt.wording.refusals import sentence
from kontaktpunkt.wording.words import word


class KindForm(QWidget):
    """What the case really is, and why it was opened as something else."""

    closed = Signal()
    saved = Signal()  # it is an act: what was typed is no draft any more

    name = "kind"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._page: CasePage | None = None
        self._kinds: list[CaseKind] = []
        self.kind = narrow_choice()
        self.reason = QLineEdit()
        self.reason_field = Labelled("Varför", self.reason)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP // 2)
        rows.addWidget(Labelled("Ärendet är egentligen", self.kind))
        rows.addWidget(self.reason_field)
        foot = QHBoxLayout()
        save, leave = button("Rätta slaget", "primary"), button("Stäng", "plain")
        save.clicked.connect(self.save)
        leave.clicked.connect(self.close_form)
        for part in (save, leave):
            foot.addWidget(part)
        foot.addStretch(1)
        rows.addLayout(foot)
        self.reason.returnPressed.connect(self.save)
        self.first: QWidget = self.kind
        self.hide()

    @property
    def fields(self) -> dict[str, TextField]:
        """Give the fields that are kept as they are typed, by name."""
        return {"reason": self.reason}

    def open_for(self, page: CasePage) -> None:
        """Open for a case."""
        self._page = page
        self._kinds = [one for one in CaseKind if one is not page.row.case_kind]
        self.kind.clear()
        self.kind.addItems([word(one).capitalize() for one in self._kinds])
        self.reason_field.refuse("")
        self.show()
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Correct the kind."""
        if self._page is None:
            return
        kind = self._kinds[self.kind.currentIndex()]
        self._workplace.do(
            CorrectCaseKind(
                case=self._page.row.case, case_kind=kind, reason=self.reason.text().strip()
            ),
            told=f"Ärendets slag är rättat: {word(kind)}",
            then=lambda _done: self._saved(),
            refused=self._refused,
        )

    def _saved(self) -> None:
        self.saved.emit()
        self.close_form()

    def close_form(self) -> None:
        """Go away and give focus back."""
        self.hide()
        self.closed.emit()

    def _refused(self, refused: Refused) -> None:
        self.reason_field.refuse(sentence(refused))
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
