"""One rule opened: what holds now, what each layer says, the form, and its history."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kontaktpunkt.domain.commands import TakeBack
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.ui.screens.settings.rule_words import key_words
from kontaktpunkt.ui.screens.settings.rules.change_form import ChangeForm
from kontaktpunkt.ui.screens.settings.rules.history import HistoryPart
from kontaktpunkt.ui.screens.settings.rules.standing import LayersPart
from kontaktpunkt.ui.screens.settings.rules.words import (
    layer_words,
    mark_words,
    said_words,
    shortened,
)
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.layouts import GAP, Section
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.rule_rows import RuleChange

TO_LIST = "‹ Alla regler"


class RuleDetail(QWidget):
    """A rule with its layers, form and history."""

    left = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self.key = ""
        self.to_list = button(TO_LIST, "link", "Tillbaka till listan (Esc)")
        self.name = Text("", "heading")
        self.value = Text("", "strong")
        self.said_by = Text("", "soft")
        self.form = ChangeForm(workplace)
        self.layers = LayersPart()
        self.history = HistoryPart()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.to_list, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (
            self.name,
            self.value,
            self.said_by,
            self.form,
            self.layers,
            self.history,
        ):
            if isinstance(part, Section):
                column.addSpacing(GAP)
            column.addWidget(part)
        column.addStretch(1)
        self.to_list.clicked.connect(self.left)
        self.history.take_back.connect(self._take_back)

    def open_rule(self, key: str) -> None:
        """Show a rule from the beginning."""
        self.key = key
        profile = self._workplace.profile
        if profile is None:
            return
        self.form.show_rule(profile.value(key, local_day(self._workplace.now())))
        self.refresh()

    def refresh(self) -> None:
        """Show anew what holds and what has happened; the form is left as it is typed."""
        profile = self._workplace.profile
        if profile is None or not self.key:
            return
        today = local_day(self._workplace.now())
        value = profile.value(self.key, today)
        self.form.follow(value)
        self.name.setText(key_words(self.key))
        self.value.setText(f"Gäller nu: {shortened(said_words(value))}")
        said = (mark_words(value), layer_words(value), value.source)
        self.said_by.setText(" · ".join(part for part in said if part))
        self.layers.show_rule(profile, self.key, today)
        desk, key = self._workplace.desk, self.key
        self._workplace.clerk.ask(
            lambda: desk.rule_history(key),
            lambda changes: self._show_history(key, changes),
            key="rules.history",
        )

    def _show_history(self, key: str, changes: tuple[RuleChange, ...]) -> None:
        if key == self.key:
            self.history.show_changes(changes, self._workplace.now())

    def _take_back(self, act: object) -> None:
        self._workplace.do(
            TakeBack(act=act),  # pyright: ignore[reportArgumentType]  a signal carries any object
            told=f"{key_words(self.key)}: ändringen är tagen tillbaka",
        )
