"""Why the person was admitted, and what was tried before: a digit for the cause, a letter each."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from kontaktpunkt.domain.commands import NoteAdmissionCause
from kontaktpunkt.domain.profile.shapes import Code
from kontaktpunkt.ui.screens.case.drafts import CaseDrafts
from kontaktpunkt.ui.widgets.acts import act_on
from kontaktpunkt.ui.widgets.buttons import KeyHintButton, button
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.layouts import GAP, Flow, Section
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.rows import CasePage

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QAction

    from kontaktpunkt.domain.events.homecoming import AdmissionCauseNoted

_DRAFT: Final = "cause.note"
_DIGITS: Final = 9
_TRIED: Final = (
    ("nurse_assessed", "S", "Bedömd av sjuksköterska före"),
    ("doctor_asked", "L", "Läkare tillfrågad före"),
    ("place_tried", "P", "Sviktplats prövad"),
)
_SAID: Final = {None: "inte sagt", True: "ja", False: "nej"}
_NEXT: Final = {None: True, True: False, False: None}


class _CauseList(QListWidget):
    """A list where a letter never searches: it answers, or does nothing."""

    def keyboardSearch(self, _text: str) -> None:
        """Leave letters to the acts."""


class CausePanel(Section):
    """The profile's causes with a digit each; what was tried is answered by a letter each."""

    def __init__(self, workplace: Workplace, drafts: CaseDrafts) -> None:
        super().__init__("Varför inskriven, och vad som prövades före")
        self._workplace = workplace
        self._drafts = drafts
        self._case: UUID | None = None
        self._codes: tuple[Code, ...] = ()
        self._noted: AdmissionCauseNoted | None = None
        self._answers: dict[str, bool | None] = dict.fromkeys((one for one, _, _ in _TRIED), None)
        self.said = Text("", "strong")
        self.list = _CauseList()
        self.list.setAccessibleName("Orsak till inskrivningen")
        self.list.itemActivated.connect(self._choose)
        self.note = QLineEdit()
        self.note.returnPressed.connect(self._save)
        drafts.watch(_DRAFT, self.note)
        self.keep_note = button("Spara noteringen")
        self.keep_note.clicked.connect(self._save)
        self.acts: dict[str, QAction] = {}
        for digit in range(1, _DIGITS + 1):
            act_on(self.list, "", str(digit), self._picker(digit - 1))
        for name, key, words in _TRIED:
            self.acts[name] = act_on(self.list, words, key, self._answerer(name))
        self._lay_out()

    def show_page(self, page: CasePage) -> None:
        """Show what is noted, and what can be."""
        fresh = page.row.case != self._case
        self._case, self._noted = page.row.case, page.homecoming.cause
        profile = self._workplace.profile
        self._codes = profile.admission_causes if profile is not None else ()
        if fresh or self._noted is not None:
            self._answers = {one: getattr(self._noted, one, None) for one, _, _ in _TRIED}
        self._show()

    def _show(self) -> None:
        noted = self._noted
        here = max(0, self.list.currentRow())
        self.list.clear()
        for place, code in enumerate(self._codes, start=1):
            mark = "  ✓ noterad" if noted is not None and noted.cause == code.code else ""
            digit = f"{place}  " if place <= _DIGITS else ""
            self.list.addItem(QListWidgetItem(f"{digit}{code.label}{mark}"))
        self.list.setCurrentRow(min(here, self.list.count() - 1))
        rows = max(1, self.list.count())
        self.list.setFixedHeight(max(0, self.list.sizeHintForRow(0)) * rows + GAP)
        for name, _key, words in _TRIED:
            self.acts[name].setText(f"{words}: {_SAID[self._answers[name]]}")
        self.said.setText("" if noted is not None else "Ingen orsak noterad än.")
        self.said.setVisible(noted is None)
        more = noted.note if noted is not None else ""
        self.noted_note.setText(f"Notering: {more}")
        self.noted_note.setVisible(bool(more))

    def _picker(self, place: int) -> Callable[[], None]:
        return lambda: self._pick(place)

    def _answerer(self, name: str) -> Callable[[], None]:
        return lambda: self._answer(name)

    def _choose(self) -> None:
        self._pick(self.list.currentRow())

    def _pick(self, place: int) -> None:
        """Note the cause at a place of the list, with the answers as they stand."""
        if 0 <= place < len(self._codes):
            self.list.setCurrentRow(place)
            self._write(self._codes[place])

    def _answer(self, name: str) -> None:
        """Go on to the next answer: not said, yes, no; noted at once where there is a cause."""
        self._answers[name] = _NEXT[self._answers[name]]
        self._show()
        self._save()

    def _save(self) -> None:
        noted = self._noted
        if noted is not None:
            code = next((one for one in self._codes if one.code == noted.cause), None)
            self._write(code or Code(code=noted.cause, label=noted.cause))
        elif self.note.text().strip():
            self.said.setText("Välj orsaken först, så sparas noteringen med den.")

    def _write(self, code: Code) -> None:
        if self._case is None:
            return
        before = self._noted.note if self._noted is not None else ""
        wish = NoteAdmissionCause(
            case=self._case,
            cause=code.code,
            nurse_assessed=self._answers["nurse_assessed"],
            doctor_asked=self._answers["doctor_asked"],
            place_tried=self._answers["place_tried"],
            note=self.note.text().strip() or before,
        )
        self._workplace.do(
            wish,
            told=f"Orsak till inskrivningen: {code.label}",
            then=lambda _done: self._drafts.done((_DRAFT,)),
        )

    def _lay_out(self) -> None:
        keys = QWidget()
        row = Flow(keys, GAP)
        for name, key, _words in _TRIED:
            row.addWidget(KeyHintButton(self.acts[name], key=key))
        self.noted_note = Text("", "soft")
        last = QWidget()
        line = Flow(last, GAP)
        line.addWidget(self.keep_note)
        for part in (
            self.said,
            self.list,
            keys,
            self.noted_note,
            Labelled("Notering (valfritt)", self.note),
            last,
        ):
            self.add(part)
