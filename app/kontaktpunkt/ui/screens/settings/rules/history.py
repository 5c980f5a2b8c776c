"""What the municipality has changed in a rule: from, to, by whom, when; mine can be taken back."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screens.settings.rule_words import key_words
from kontaktpunkt.ui.screens.settings.rules.words import said_words
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.layouts import GAP, Section
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.usecases.rule_rows import RuleChange
from kontaktpunkt.wording.rule_changes import begins_words, change_words

NEVER = "Kommunen har inte ändrat det här."


class HistoryPart(Section):
    """The changes of one rule, or of several, newest first."""

    take_back = Signal(object)  # UUID of the act

    def __init__(self, title: str = "Historik", *, names: bool = False) -> None:
        super().__init__(title)
        self._names = names
        self.lines: list[str] = []

    def show_changes(self, changes: Sequence[RuleChange], now: Instant) -> None:
        """Show other changes."""
        self.clear()
        self.lines = [self._words(change, now) for change in changes]
        if not changes:
            self.add(Text(NEVER, "soft"))
        for change, words in zip(changes, self.lines, strict=True):
            self.add(self._line(change, words))

    def _words(self, change: RuleChange, now: Instant) -> str:
        to = "tillbaka till profilens värde" if change.follows_profile else said_words(change.after)
        name = f"{key_words(change.key)}: " if self._names else ""
        changed = f"{name}{said_words(change.before)} → {to}, {begins_words(change.valid_from)}"
        return f"{changed}\n{change_words(change, now)}"

    def _line(self, change: RuleChange, words: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, GAP // 2)
        told = Text(words, "soft" if change.struck or change.replaced else "")
        if change.struck:
            font = told.font()
            font.setStrikeOut(True)
            told.setFont(font)
        row.addWidget(told, 1)
        if change.can_take_back:
            undo = button("Ångra", "link", "Ta tillbaka den här ändringen")
            undo.clicked.connect(self._asker(change.act))
            row.addWidget(undo)
        return line

    def _asker(self, act: UUID) -> Callable[[], None]:
        # Not a default value: the button would put whether it is checked in its place.
        return lambda: self.take_back.emit(act)
