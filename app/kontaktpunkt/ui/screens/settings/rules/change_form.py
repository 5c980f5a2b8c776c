"""Changes a rule from a day on: value, day, source and name; says beforehand what it does."""

import json
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from kontaktpunkt.domain.commands import ChangeSetting
from kontaktpunkt.domain.profile import ProfileValue
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.ui.drafts import Drafts
from kontaktpunkt.ui.screens.settings.rule_words import key_words
from kontaktpunkt.ui.screens.settings.rules.cells import Mistyped, Raw, Shape, read_day, show
from kontaktpunkt.ui.screens.settings.rules.editor import RuleEditor
from kontaktpunkt.ui.screens.settings.rules.reading import json_of
from kontaktpunkt.ui.screens.settings.rules.shapes import AMOUNT, shape_of
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.layouts import GAP, Flow, Section
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.rule_rows import RuleEffect
from kontaktpunkt.wording.refusals import sentence
from kontaktpunkt.wording.rule_changes import (
    begins_words,
    effect_line_words,
    effect_words,
    saved_words,
)

PAUSE_MS: Final = 350
"""Looked at so long after the last key what the change would do."""

NOT_HERE: Final = "Den här regeln ändras inte här."


class ChangeForm(Section):
    """The form of one rule; what is typed is kept as a draft until it has been saved."""

    saved = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("Ändra från och med")
        self._workplace = workplace
        self._drafts = Drafts(workplace.clerk, workplace.desk, self)
        self._key = ""
        self._shape: Shape | None = None
        self.is_touched = False
        self.day = QLineEdit()
        self.day.setPlaceholderText("2026-03-01, 1/3, i dag")
        self.day_field = Labelled("Gäller från och med", self.day)
        self.editor = RuleEditor(workplace.theme)
        self.nothing = QCheckBox("Kommunen sätter inget värde")
        self.source = QLineEdit()
        self.source_field = Labelled("Beslut eller källa", self.source)
        self.confirmer = QLineEdit()
        self.confirmer_field = Labelled("Vem bekräftar värdet (namn)", self.confirmer)
        self.wrong = Text("", "refused")
        self.effect = Text("", "strong")
        self.cases = Text("", "soft")
        self.save = button("Spara ändringen", "primary")
        self.back = button("Återgå till profilens värde")
        self.not_here = Text(NOT_HERE, "soft")
        self._looks = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._looks.timeout.connect(self._look)
        self._lay()
        for line in (self.day, self.source, self.confirmer):
            line.textEdited.connect(self._edited)
            line.returnPressed.connect(self.save_it)
        self.editor.edited.connect(self._edited)
        self.nothing.clicked.connect(self._edited)
        self.save.clicked.connect(self.save_it)
        self.back.clicked.connect(self.go_back)

    def show_rule(self, value: ProfileValue) -> None:
        """Begin with what holds now, or with what was typed and not saved."""
        self.flush()
        self._key, self._shape = value.key, shape_of(value.key)
        self.not_here.setVisible(self._shape is None)
        for part in (self.whole, self.save, self.back, self.nothing):
            part.setVisible(self._shape is not None)
        self._hide(self.effect, self.cases, self.wrong)
        self.is_touched = False
        self.follow(value)
        key = value.key
        self._drafts.load(self._subject, ("form",), lambda found: self._take_draft(key, found))

    def follow(self, value: ProfileValue) -> None:
        """Show what holds now, unless something else has been typed."""
        if self.is_touched or self._shape is None:
            return
        plain = json.loads(value.json_text) if value.value is not None else None
        is_amount = value.key.startswith(AMOUNT)
        first = f"{value.key.removeprefix(AMOUNT)}-01-01"
        today = local_day(self._workplace.now()).isoformat()
        self._fill(show(self._shape, plain), first if is_amount else today)
        self.nothing.setVisible(not is_amount)

    def flush(self) -> None:
        """Keep what is typed."""
        self._drafts.flush()

    def wish(self) -> ChangeSetting | None:
        """Give the change that is typed; None when it is wrong, and then the field says why."""
        self._refuse_nothing()
        value = self._value()
        if value is None:
            return None
        today = local_day(self._workplace.now())
        try:
            begins = read_day(self.day.text(), today)
        except ValueError as fault:
            self.day_field.refuse(str(fault))
            return None
        return ChangeSetting(
            key=self._key,
            value=value,
            valid_from=begins,
            source=self.source.text().strip(),
            confirmed_by=self.confirmer.text().strip(),
        )

    def save_it(self) -> None:
        """Have the change written down."""
        if (wish := self.wish()) is None:
            self.editor.to_fault()
            return
        self._do(wish, "ändrad")

    def go_back(self) -> None:
        """Let the profile's value hold again from the day that is typed."""
        self._refuse_nothing()
        try:
            begins = read_day(self.day.text(), local_day(self._workplace.now()))
        except ValueError as fault:
            self.day_field.refuse(str(fault))
            return
        self._do(
            ChangeSetting(
                key=self._key,
                valid_from=begins,
                source=self.source.text().strip(),
                follows_profile=True,
            ),
            "följer profilen",
        )

    # --- what is typed
    def _value(self) -> str | None:
        """Give the JSON text of what is typed; None when it is wrong."""
        if self.nothing.isChecked() and not self.nothing.isHidden():
            return "null"
        assert self._shape is not None, "a rule without shape has no form"  # noqa: S101 - ours
        try:
            return json_of(self._key, self._shape, self.editor.rows())
        except Mistyped as fault:
            self.editor.refuse(fault.row, fault.cell, fault.sentence)
        except ValueError as fault:
            self.wrong.setText(str(fault))
            self.wrong.show()
        return None

    def _refuse_nothing(self) -> None:
        self.wrong.hide()
        for field in (self.day_field, self.source_field, self.confirmer_field):
            field.refuse("")

    def _fill(self, rows: list[Raw], day: str) -> None:
        assert self._shape is not None, "a rule without shape has no form"  # noqa: S101 - ours
        self.editor.show_rows(self._shape, rows)
        self.day.setText(day)
        self.nothing.setChecked(False)
        self.editor.setEnabled(True)
        for line in (self.source, self.confirmer):
            line.clear()
        self._refuse_nothing()

    @staticmethod
    def _hide(*texts: Text) -> None:
        for text in texts:
            text.hide()

    # --- drafts
    @property
    def _subject(self) -> str:
        return f"rule {self._key}"

    def _edited(self) -> None:
        self.is_touched = True
        self.editor.setEnabled(not self.nothing.isChecked())
        typed = {
            "rows": self.editor.rows(),
            "day": self.day.text(),
            "source": self.source.text(),
            "by": self.confirmer.text(),
            "nothing": self.nothing.isChecked(),
        }
        self._drafts.keep(self._subject, "form", json.dumps(typed, ensure_ascii=False))
        self._looks.start()

    def _take_draft(self, key: str, found: dict[str, str]) -> None:
        if key != self._key or "form" not in found or self._shape is None:
            return
        self.is_touched = True
        typed = json.loads(found["form"])
        self._fill(typed["rows"], typed["day"])
        self.source.setText(typed["source"])
        self.confirmer.setText(typed["by"])
        self.nothing.setChecked(typed["nothing"])
        self.editor.setEnabled(not typed["nothing"])
        self._looks.start()

    # --- what it does
    def _look(self) -> None:
        """Ask what the change would do; nothing is written."""
        wish = self.wish()
        if wish is None:
            self._hide(self.effect, self.cases)
            return
        desk, key = self._workplace.desk, self._key
        self._workplace.clerk.ask(
            lambda: desk.preview_setting(wish),
            lambda told: self._show_effect(key, told),
            key="rules.preview",
        )

    def _show_effect(self, key: str, told: RuleEffect | Refused) -> None:
        if key != self._key:
            return
        if isinstance(told, Refused):
            self._hide(self.effect, self.cases)
            return
        now = self._workplace.now()
        self.effect.setText(effect_words(told))
        lines = [effect_line_words(line, now) for line in told.lines]
        more = len(told.cases) + len(told.loose) - len(lines)
        if more > 0:
            lines.append(f"och {more} till")
        self.cases.setText("\n".join(lines))
        self.effect.show()
        self.cases.setVisible(bool(lines))

    def _do(self, wish: ChangeSetting, what: str) -> None:
        self._looks.stop()
        name = key_words(wish.key)

        def done(outcome: Done) -> None:
            self._drafts.forget(f"rule {wish.key}", "form")
            self.is_touched = False
            self.effect.setText(saved_words(len(outcome.changed.cases)))
            self.effect.show()
            self.cases.hide()
            self.saved.emit()

        self._workplace.do(
            wish,
            told=f"{name} {what} {begins_words(wish.valid_from)}",
            then=done,
            refused=self._refused,
        )

    def _refused(self, refused: Refused) -> None:
        if refused.reason is RefusalReason.AMOUNT_NOT_CONFIRMED and not self.confirmer.text():
            self.confirmer_field.refuse(sentence(refused))
            self.confirmer.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.wrong.setText(sentence(refused))
        self.wrong.show()

    # --- making
    def _lay(self) -> None:
        self.whole = QWidget()
        flow = Flow(self.whole, GAP + GAP // 2)
        px = self._workplace.theme.px
        for field, width in (
            (self.day_field, 150),
            (self.source_field, 280),
            (self.confirmer_field, 230),
        ):
            field.setMinimumWidth(px(width))
            flow.addWidget(field)
        buttons = QWidget()
        row = Flow(buttons, GAP)
        for part in (self.save, self.back):
            row.addWidget(part)
        for part in (
            self.not_here,
            self.editor,
            self.nothing,
            self.whole,
            self.wrong,
            self.effect,
            self.cases,
            buttons,
        ):
            self.add(part)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
