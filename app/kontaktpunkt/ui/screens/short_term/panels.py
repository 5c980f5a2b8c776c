"""The panels of the screen, one open at a time, and how each is opened."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screens.short_term.answer import AnswerPanel
from kontaktpunkt.ui.screens.short_term.application import ApplicationPanel, QueueDecisionPanel
from kontaktpunkt.ui.screens.short_term.arrival import ArrivalPanel
from kontaktpunkt.ui.screens.short_term.decision import DecisionPanel
from kontaktpunkt.ui.screens.short_term.models import Waiting
from kontaktpunkt.ui.screens.short_term.on_call import ManagerPanel
from kontaktpunkt.ui.screens.short_term.place_editor import PlaceEditor
from kontaktpunkt.ui.screens.short_term.statement import Kind, StatementPanel
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.short_term.rows import (
    DecisionRow,
    ForWhom,
    PlaceRow,
    QueueRow,
    ShortTermCase,
    ShortTermPage,
)
from kontaktpunkt.wording.names import person_name


class Panels(QWidget):
    """Holds the panels; `closed` when the open one was saved or left."""

    closed = Signal()
    opened = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self.statement = StatementPanel(workplace)
        self.editor = PlaceEditor(workplace)
        self.application = ApplicationPanel(workplace)
        self.queue_decision = QueueDecisionPanel(workplace)
        self.decision = DecisionPanel(workplace)
        self.manager = ManagerPanel(workplace)
        self.answer_panel = AnswerPanel(workplace)
        self.arrival = ArrivalPanel(workplace)
        self._all = (
            self.statement,
            self.editor,
            self.application,
            self.queue_decision,
            self.decision,
            self.manager,
            self.answer_panel,
            self.arrival,
        )
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        for panel in self._all:
            rows.addWidget(panel)
            panel.saved.connect(self._leave)
            panel.left.connect(self._leave)
        self.decision.manager_wanted.connect(self._ask_manager)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Say whether a panel is open."""
        return any(not panel.isHidden() for panel in self._all)

    def flush(self) -> None:
        """Keep now what is typed."""
        for panel in self._all:
            if panel.fields is not None:
                panel.fields.flush()

    def close_all(self) -> None:
        """Leave the open panel; what was typed stays as a draft."""
        for panel in self._all:
            if not panel.isHidden():
                panel.close_it()

    def say(self, kind: Kind, row: PlaceRow, whom: ForWhom, who: str) -> None:
        """Open the statement about a place."""
        self._open(lambda: self.statement.open_for(kind, row, whom, who))

    def edit(self, row: PlaceRow | None) -> None:
        """Open a place for change, or a new one."""
        self._open(lambda: self.editor.open_for(row))

    def apply(self) -> None:
        """Open an application for somebody by number."""
        self._open(lambda: self.application.open_for(ForWhom()))

    def grant_anybody(self, page: ShortTermPage) -> None:
        """Open a decision for somebody by number; until when it holds is asked for beside it."""
        desk = self._workplace.desk
        self._open(lambda: self.decision.open_for(ForWhom(), "", page.free))
        self._workplace.clerk.ask(desk.short_term_validity, self._say_validity)

    def answer(self, line: Waiting) -> None:
        """Open what is to be done for somebody who waits."""
        if isinstance(line, DecisionRow):
            self._open(lambda: self.answer_panel.open_for(line))
        elif isinstance(line, QueueRow):
            self._open(lambda: self.queue_decision.open_for(line))
        else:
            who = person_name(line.name, masked=line.masked)
            self._open(lambda: self.arrival.open_for(ForWhom(case=line.case), who, line.planned))

    def open_for_case(
        self, case: UUID, what: str, page: ShortTermPage, said: ShortTermCase | None
    ) -> None:
        """Open a panel for a case: decide, apply or arrive; nothing for a case that is gone."""
        if said is None:
            return
        whom = ForWhom(case=case)
        who = person_name(said.row.name, masked=said.row.masked)
        openings: dict[str, Callable[[], None]] = {
            "decide": lambda: self.decision.open_for(whom, who, page.free, said),
            "apply": lambda: self.application.open_for(whom, who),
            "arrive": lambda: self.arrival.open_for(whom, who, said.said.arrival),
        }
        self._open(openings[what])

    def _say_validity(self, answer: tuple[Instant, bool | None]) -> None:
        until, office_open = answer
        self.decision.say_validity(until, self._workplace.now(), office_open=office_open)

    def _ask_manager(self) -> None:
        """Go on from the decision to the manager on call, with whom it is about."""
        deciding = self.decision
        number, name = deciding.number.text().strip(), deciding.name.text().strip()
        whom, who = deciding.whom, deciding.who.text()
        self._open(lambda: self.manager.open_for(whom, who, number, name))

    def _open(self, opening: Callable[[], None]) -> None:
        for panel in self._all:
            if panel.fields is not None:
                panel.fields.flush()
            panel.hide()
        self.show()
        opening()
        self.opened.emit()

    def _leave(self) -> None:
        if not self.is_open:
            self.hide()
            self.closed.emit()
