"""På plats: one key for each thing that has to be in place, and asking for the rest."""

from typing import Final
from uuid import UUID, uuid4

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from kontaktpunkt.domain.commands import MarkReadiness, RequestDocumentation
from kontaktpunkt.domain.events.homecoming import ReadinessMark
from kontaktpunkt.domain.side import Side
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.ui.screens.case.homecoming.readiness_model import ReadinessModel
from kontaktpunkt.ui.widgets.acts import act_on
from kontaktpunkt.ui.widgets.buttons import KeyHintButton, button
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.layouts import GAP, Flow
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.rows import CasePage
from kontaktpunkt.wording.words import word

_LEAST: Final = 230
"""Logical pixels: with large text the column scrolls before the list is squeezed."""
_KEYS: Final = (
    (ReadinessMark.DONE, "K", "Klart"),
    (ReadinessMark.MISSING, "S", "Saknas"),
    (ReadinessMark.ASKED, "E", "Efterfrågat"),
    (ReadinessMark.NOT_NEEDED, "B", "Behövs inte"),
    (None, "Del", "Inte känt"),
)


class ReadinessPanel(QWidget):
    """The list with its keys; on whose word is typed once and holds until it is emptied."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._case: UUID | None = None
        self.count = Text("", "strong", wrap=False)
        self.list = QListView()
        self.list.setAccessibleName("På plats inför hemgången")
        self.list.setMinimumHeight(workplace.theme.px(_LEAST))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.model = ReadinessModel(workplace.theme)
        self.list.setModel(self.model)
        self.on_word = QLineEdit()
        self.on_word.setPlaceholderText("om det är någon annans ord")
        self.ask_all = button("Fråga sjukhuset om resten", "", "Skriver texten att föra in")
        self.ask_all.clicked.connect(self._ask_all)
        self.marks = {mark: self._action(mark, key, words) for mark, key, words in _KEYS}
        self._lay_out()

    def show_page(self, page: CasePage) -> None:
        """Show what is said of each thing."""
        fresh = page.row.case != self._case
        self._case = page.row.case
        workplace = self._workplace
        items = workplace.profile.readiness_items if workplace.profile is not None else ()
        said = {one.item: one for one in page.homecoming.readiness}
        self.model.show_items(items, said, workplace.names, workplace.now())
        settled = (ReadinessMark.DONE, ReadinessMark.NOT_NEEDED)
        done = sum(one.code in said and said[one.code].mark in settled for one in items)
        self.count.setText(f"{done} av {len(items)} på plats")
        self.ask_all.setEnabled(bool(self.model.lacking(Side.HOSPITAL)))
        if fresh or not self.list.currentIndex().isValid():
            self.on_word.clear()
            self.list.setCurrentIndex(self.model.index(self.model.first()))

    def _mark(self, mark: ReadinessMark | None) -> None:
        item = self.model.item(self.list.currentIndex())
        if item is None or self._case is None:
            return
        name = self.on_word.text().strip()
        said = word(mark) if mark is not None else "inte känt"
        here = self.list.currentIndex().row()
        self._workplace.do(
            MarkReadiness(
                case=self._case,
                item=item.code,
                mark=mark,
                on_word=OnWord(name=name) if name and mark is not None else None,
            ),
            told=f"{item.label}: {said}",
        )
        following = here + 1
        while following < self.model.rowCount():
            if self.model.item(self.model.index(following)) is not None:
                self.list.setCurrentIndex(self.model.index(following))
                break
            following += 1

    def _ask_all(self) -> None:
        """Ask for all that the hospital has not given: one act, and a text to put in there."""
        case, lacking = self._case, self.model.lacking(Side.HOSPITAL)
        if case is None or not lacking:
            return
        labels = ", ".join(f"{one.label[:1].lower()}{one.label[1:]}" for one in lacking)
        text = f"Inför hemgången saknar vi: {labels}. Återkom med besked."
        marks = [
            MarkReadiness(case=case, item=one.code, mark=ReadinessMark.ASKED) for one in lacking
        ]
        request = RequestDocumentation(
            case=case, item=uuid4(), system=self._workplace.system_name, text=text
        )
        self._workplace.do(
            *marks,
            request,
            told=f"Efterfrågat. Texten står under Att dokumentera i {self._workplace.system_name}",
            then=self._asked,
        )

    def _asked(self, _done: Done) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _action(self, mark: ReadinessMark | None, key: str, words: str) -> QAction:
        return act_on(self.list, words, key, lambda: self._mark(mark))

    def _lay_out(self) -> None:
        acts = QWidget()
        flow = Flow(acts)
        for action in self.marks.values():
            flow.addWidget(KeyHintButton(action))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, GAP, 0)
        rows.setSpacing(GAP)
        head = QWidget()
        line = Flow(head, GAP * 2)
        line.addWidget(Text("På plats", "section", wrap=False))
        line.addWidget(self.count)
        rows.addWidget(head)
        rows.addWidget(self.list, 1)
        rows.addWidget(acts)
        rows.addWidget(Labelled("Enligt uppgift från", self.on_word))
        rows.addWidget(self.ask_all)
