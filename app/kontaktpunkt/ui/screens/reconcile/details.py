"""Beside the list: the chosen finding, ours and theirs side by side, and the line it came from."""

from PySide6.QtWidgets import QGridLayout, QWidget

from kontaktpunkt.domain.events.reconciliation import FindingKind
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screens.reconcile.answers import Answers
from kontaktpunkt.ui.screens.reconcile.words import (
    aside_words,
    before_words,
    gone_words,
    one_line,
    ours_words,
    perhaps_words,
    place,
    summary,
    theirs_words,
    who,
)
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.layouts import GAP, Flow, Section, Sheet, empty
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.usecases.reconciling.rows import FindingRow, RoundPage
from kontaktpunkt.wording.names import person_name
from kontaktpunkt.wording.words import word

_LOOKS = {"A": "primary", "B": "primary", "S": "primary", "Space": ""}


class Details(Sheet):
    """What is known about the chosen finding, and its answers as buttons with their keys."""

    def __init__(self, answers: Answers) -> None:
        super().__init__()
        self._answers = answers
        self.head = Text("", "heading")
        self.where = Text("", "soft")
        self.state = Text("", "strong")
        self.warning = Text("", "wrong")
        self.before = Text("", "soft")
        self.table = QWidget()
        self._grid = QGridLayout(self.table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP * 2)
        self._grid.setVerticalSpacing(GAP // 2)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self.source = Section("Så står det i översikten")
        self.source_text = Text("", "soft")
        self.source.add(self.source_text)
        self.add(self._head())
        for part in (self.warning, self.table, self.before, self.source):
            self.add(part)
        self.rows.addStretch(1)
        self.show_finding((), None, Instant(0))

    def show_finding(
        self, rows: tuple[FindingRow, ...], page: RoundPage | None, now: Instant
    ) -> None:
        """Show what is chosen."""
        for button in self._buttons.values():
            button.setVisible(button.isEnabled())
        if not rows or page is None:
            self._say("", "", "")
            return
        if rows[0].kind is FindingKind.SAME:
            self._show_same(rows)
            return
        row = rows[0]
        self._say(who(row, now), place(row), _state(row, now))
        self._warn(perhaps_words(row, page), before_words(row, now))
        self._compare(row)
        self._show_source(row)

    def _show_same(self, rows: tuple[FindingRow, ...]) -> None:
        names = sorted(person_name(row.name, masked=row.masked) for row in rows)
        self._say("Lika i båda listorna", "", "")
        self.source.heading.setText(f"De {len(rows)} som är lika")
        self.source_text.setText("\n".join(names))
        self.source.setVisible(True)

    def _say(self, head: str, where: str, state: str) -> None:
        for part, text in ((self.head, head), (self.where, where), (self.state, state)):
            part.setText(text)
            part.setVisible(bool(text))
        self._warn("", "")
        empty(self._grid)
        self.source.setVisible(False)

    def _warn(self, warning: str, before: str) -> None:
        for part, text in ((self.warning, warning), (self.before, before)):
            part.setText(text)
            part.setVisible(bool(text))

    def _compare(self, row: FindingRow) -> None:
        """Put ours and theirs side by side; for somebody new only what the overview says."""
        if row.kind is FindingKind.CHANGED:
            lines = [
                (word(one.field), ours_words(row, one), theirs_words(row, one))
                for one in row.differences
            ]
            self._heads("Hos oss", "I översikten")
        elif row.kind is FindingKind.NEW:
            lines = [(word(piece.field), piece.text, "") for piece in row.says]
            self._heads("I översikten", "")
        else:
            return
        for place_, (label, one, other) in enumerate(lines, start=1):
            self._grid.addWidget(Text(label, "label", wrap=False), place_, 0)
            self._grid.addWidget(Text(one), place_, 1)
            self._grid.addWidget(Text(other, "strong"), place_, 2)

    def _heads(self, one: str, other: str) -> None:
        self._grid.addWidget(Text(one, "section", wrap=False), 0, 1)
        self._grid.addWidget(Text(other, "section", wrap=False), 0, 2)

    def _show_source(self, row: FindingRow) -> None:
        self.source.heading.setText(f"Så står det i översikten, rad {row.line}")
        self.source_text.setText(one_line(row.text))
        self.source.setVisible(bool(row.text))

    def _head(self) -> QWidget:
        top = QWidget()
        grid = QGridLayout(top)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(GAP // 2)
        acts = QWidget()
        flow = Flow(acts)
        self._buttons = {
            key: KeyHintButton(
                action, key="Mellanslag" if key == "Space" else key, look=_LOOKS.get(key, "")
            )
            for key, action in self._answers.actions.items()
        }
        for button in self._buttons.values():
            flow.addWidget(button)
        for line, part in enumerate((self.head, self.where, self.state, acts)):
            grid.addWidget(part, line, 0)
        return top


def _state(row: FindingRow, now: Instant) -> str:
    """Say how it was settled, or why somebody is gone or a line was not read."""
    if row.aside:
        return aside_words(row)
    if not row.is_open:
        return summary(row, now)
    if row.kind is FindingKind.GONE:
        return gone_words(row)
    if row.kind is FindingKind.UNREAD:
        return word(row.flaw) if row.flaw is not None else ""
    return "Känd hos oss sedan tidigare" if row.is_known and row.kind is FindingKind.NEW else ""
