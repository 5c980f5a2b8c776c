"""Hinder: what stands in the way, since when and on whose side; and what has been in the way."""

from uuid import UUID, uuid4

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kontaktpunkt.domain.commands import MeetObstacle, RemoveObstacle
from kontaktpunkt.domain.profile import Code
from kontaktpunkt.domain.side import Side
from kontaktpunkt.domain.states import ObstacleState
from kontaktpunkt.domain.times import Instant, minutes_between
from kontaktpunkt.ui.screens.case.homecoming.worded import worded
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.fields import Labelled, narrow_choice
from kontaktpunkt.ui.widgets.layouts import GAP, Section, empty
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.widgets.typed_time import TimeField
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.rows import CasePage
from kontaktpunkt.wording.times import span, when
from kontaktpunkt.wording.words import word

_OTHER = "annat, skriv vad"


class ObstaclePanel(Section):
    """The obstacles that stand first, each with Borta; below, a line to add one."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("Hinder")
        self._workplace = workplace
        self._case: UUID | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(GAP // 2)
        self.code = narrow_choice()
        self.side = narrow_choice()
        for side in Side:
            self.side.addItem(word(side), side)
        self.text = QLineEdit()
        self.text_field = Labelled("Med egna ord (valfritt)", self.text)
        self.since = TimeField(workplace, "Sedan", ahead=False, empty="nu")
        self.put = button("Lägg till hinder")
        self.put.clicked.connect(self._add)
        self.text.returnPressed.connect(self._add)
        self.code.currentIndexChanged.connect(self._follow_code)
        self.add(self._list)
        self.add(self._form())

    def show_page(self, page: CasePage) -> None:
        """Show the obstacles of a case."""
        if page.row.case != self._case:
            self.text.clear()
            self.since.text.clear()
        self._case = page.row.case
        self._offer()
        now = self._workplace.now()
        standing = page.homecoming.open_obstacles
        gone = [one for one in page.homecoming.obstacles if one.until is not None]
        empty(self._list)
        if not standing:
            self._list.addWidget(Text("Inget hinder är anmält.", "soft"))
        for one in standing:
            self._list.addWidget(self._line(one, now))
        for one in gone:
            self._list.addWidget(Text(self._words(one, now), "soft"))

    def _line(self, obstacle: ObstacleState, now: Instant) -> QWidget:
        line, row = worded(self._words(obstacle, now), "strong")
        gone = button("Borta", "link", "Hindret är borta nu")
        gone.clicked.connect(lambda _on=False, one=obstacle.obstacle: self._remove(one))
        row.addWidget(gone)
        return line

    def _words(self, obstacle: ObstacleState, now: Instant) -> str:
        what = self._label(obstacle.code) or obstacle.text
        more = f": {obstacle.text}" if obstacle.code and obstacle.text else ""
        until = now if obstacle.until is None else obstacle.until
        lasted = span(minutes_between(obstacle.since, until))
        if obstacle.until is None:
            return f"{what}{more}, {word(obstacle.side)}, {lasted}"
        gone = f"borta {when(obstacle.until, now)}"
        return f"{what}{more}, {word(obstacle.side)}: {gone} efter {lasted}"

    def _label(self, code: str) -> str:
        return next((one.label for one in self._codes() if one.code == code), "")

    def _codes(self) -> tuple[Code, ...]:
        profile = self._workplace.profile
        return profile.obstacle_codes if profile is not None else ()

    def _offer(self) -> None:
        if self.code.count() == len(self._codes()) + 1:
            return
        self.code.clear()
        for one in self._codes():
            self.code.addItem(one.label, one)
        self.code.addItem(_OTHER, None)

    def _follow_code(self) -> None:
        chosen = self.code.currentData()
        if isinstance(chosen, Code) and chosen.side is not None:
            self.side.setCurrentIndex(self.side.findData(chosen.side))

    def _add(self) -> None:
        chosen = self.code.currentData()
        code = chosen.code if isinstance(chosen, Code) else ""
        text = self.text.text().strip()
        if self._case is None:
            return
        if not code and not text:
            self.text_field.refuse("Skriv vad hindret är.")
            return
        self.text_field.refuse("")
        good, since = self.since.checked()
        if good:
            self._workplace.do(
                MeetObstacle(
                    case=self._case,
                    obstacle=uuid4(),
                    code=code,
                    side=Side(self.side.currentData()),
                    text=text,
                    at=since,
                ),
                told=f"Hinder: {self._label(code) or text}",
                then=self._added,
            )

    def _added(self, _done: Done) -> None:
        self.text.clear()
        self.since.text.clear()

    def _remove(self, obstacle: UUID) -> None:
        if self._case is not None:
            self._workplace.do(
                RemoveObstacle(case=self._case, obstacle=obstacle), told="Hindret är borta"
            )

    def _form(self) -> QWidget:
        form = QWidget()
        rows = QVBoxLayout(form)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP // 2)
        rows.addWidget(Labelled("Nytt hinder", self.code))
        rows.addWidget(Labelled("På vems sida", self.side))
        rows.addWidget(self.text_field)
        rows.addWidget(self.since)
        rows.addWidget(self.put)
        return form
