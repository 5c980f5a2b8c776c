"""What is said of a pasted text above the form, with what may be done about it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.ui.screens.entry.understood import SEVERAL, Filled, not_of_kind
from kontaktpunkt.ui.screens.entry.words import LABELS, counted, known_words, several_words
from kontaktpunkt.ui.widgets.acts import act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.pasted_rows import KnownAs


class PasteBar(QWidget):
    """How much was understood, what else there is to know, and the ways on; hidden without text."""

    def __init__(self, screen: QWidget) -> None:
        super().__init__()
        self.summary = Text("", "soft")
        self.notice = Text("", "today")
        self.take_away = act_within(screen, "Ta bort det inklistrade", "Ctrl+Shift+Z")
        self.open = act_within(screen, "Öppna meddelandet som finns", "Ctrl+Shift+O")
        self.reconcile = act_within(screen, "Stäm av i stället", "")
        self.paste = act_within(screen, "Klistra in texten", "Ctrl+V")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP // 2)
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(self.summary, 1)
        self._buttons = {
            KeyHintButton(self.open, look="primary"): self.open,
            KeyHintButton(self.reconcile, look="primary"): self.reconcile,
            KeyHintButton(self.take_away, look="plain"): self.take_away,
        }
        for shown in self._buttons:
            line.addWidget(shown)
        rows.addWidget(self.notice)
        rows.addLayout(line)

    def show_result(
        self,
        kind: MessageKind | None,
        result: Filled,
        known: KnownAs | None,
        workplace: Workplace,
        *,
        given: bool,
    ) -> None:
        """Say what became of a text; `given` is False when there is none."""
        several = result.persons >= SEVERAL
        self.take_away.setEnabled(given)
        self.open.setEnabled(known is not None and known.case is not None)
        self.reconcile.setEnabled(several)
        for shown, act in self._buttons.items():
            shown.setVisible(act.isEnabled())
        self.setVisible(given)
        self.summary.setText(_summary(kind, result))
        words = several_words(result.persons) if several else ""
        if known is not None and not several:
            words = known_words(known, workplace.profile, workplace.now())
        self.notice.setText(words)
        self.notice.setVisible(bool(words))


def _summary(kind: MessageKind | None, result: Filled) -> str:
    parts = [counted(len(result.typed), len(result.left))]
    if result.kind_is_offered:
        parts.append("Slaget är föreslaget ur rubriken, kontrollera det.")
    homeless = not_of_kind(result, kind)
    if homeless:
        names = ", ".join(LABELS[field].lower() for field in homeless)
        parts.append(f"Har ingen plats i det här slaget: {names}.")
    if result.goes_along:
        parts.append(f"Följer med: {', '.join(dict.fromkeys(result.goes_along))}.")
    return " ".join(parts)
