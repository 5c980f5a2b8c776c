"""The evidence of the chosen stay: each notice and rule in a line of its own."""

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from kontaktpunkt.domain.payment import Liability, PaidStay, grounds_of
from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.wording.invoices.evidence import ground_line, span_lines
from kontaktpunkt.wording.invoices.saying import DAY_NOT_CONFIRMED, outcome


class EvidencePane(QWidget):
    """Which notice, which rule, which source; can be read, marked and copied."""

    def __init__(self) -> None:
        super().__init__()
        self.title = Text("", "strong")
        self.lines = QPlainTextEdit()
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.lines.setAccessibleName("Vad bedömningen vilar på")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, GAP, 0, 0)
        rows.setSpacing(GAP // 2)
        rows.addWidget(self.title)
        rows.addWidget(self.lines, 1)

    def show_stay(self, stay: PaidStay, one: Liability, profile: RuleProfile) -> None:
        """Show what a stay was judged on."""
        self.title.setText(f"{one.id}: {outcome(one)}")
        lines = [ground_line(ground) for ground in grounds_of(stay, profile)]
        lines.extend(span_lines(one))
        if not one.discharge_day_confirmed:
            lines.append(f"Obs: {DAY_NOT_CONFIRMED}")
        self.lines.setPlainText("\n".join(lines))

    def clear(self) -> None:
        """Show nothing."""
        self.title.setText("")
        self.lines.setPlainText("")
