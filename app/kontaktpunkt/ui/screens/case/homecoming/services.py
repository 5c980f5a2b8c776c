"""Insatser: what was paused at the admission, and from which visit each starts again."""

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kontaktpunkt.domain.commands import ChangeService
from kontaktpunkt.domain.events.homecoming import ServiceStage
from kontaktpunkt.domain.profile import Code
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.states import ServiceState
from kontaktpunkt.ui.screens.case.homecoming.worded import worded
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.column import bring_in_sight
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.layouts import GAP, Section, empty
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.rows import CasePage
from kontaktpunkt.wording.times import when
from kontaktpunkt.wording.words import word

if TYPE_CHECKING:
    from uuid import UUID

_OFFERED: Final = {
    None: (ServiceStage.PAUSED,),
    ServiceStage.PAUSED: (
        ServiceStage.RESTARTED,
        ServiceStage.NOT_RESTARTED,
        ServiceStage.ENDED,
    ),
    ServiceStage.RESTARTED: (ServiceStage.PAUSED,),
    ServiceStage.NOT_RESTARTED: (ServiceStage.RESTARTED,),
    ServiceStage.ENDED: (),
}
"""What can be done with a service, from how it stands."""
_WORDS: Final = {
    ServiceStage.PAUSED: "Pausa",
    ServiceStage.RESTARTED: "Starta igen",
    ServiceStage.NOT_RESTARTED: "Startas inte",
    ServiceStage.ENDED: "Avsluta",
}


class ServicePanel(Section):
    """Each service of the profile with how it stands; a restart names its first visit."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("Insatser")
        self._workplace = workplace
        self._case: UUID | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(GAP // 2)
        self.visit = QLineEdit()
        self.visit.setPlaceholderText("till exempel tisdag kväll")
        self.visit_field = Labelled("Startar igen från besök", self.visit)
        self.on_word = QLineEdit()
        self.on_word.setPlaceholderText("namn")
        self.add(self._list)
        self.add(self.visit_field)
        self.add(Labelled("Bekräftat av", self.on_word))

    def show_page(self, page: CasePage) -> None:
        """Show how each service stands."""
        if page.row.case != self._case:
            self.visit.clear()
            self.on_word.clear()
        self._case = page.row.case
        known = {one.service: one for one in page.homecoming.services}
        profile = self._workplace.profile
        codes = profile.paused_services if profile is not None else ()
        empty(self._list)
        for code in codes:
            self._list.addWidget(self._line(code, known.get(code.code)))

    def _line(self, code: Code, state: ServiceState | None) -> QWidget:
        waits = state is not None and state.stage is ServiceStage.PAUSED
        words = f"{code.label}: {self._told(state)}" if state is not None else code.label
        line, row = worded(words, "strong" if waits else "", short=state is None)
        for stage in _OFFERED[state.stage if state is not None else None]:
            act = button(_WORDS[stage], "link")
            act.setAccessibleName(f"{code.label}: {_WORDS[stage]}")
            act.clicked.connect(lambda _on=False, one=stage: self._change(code, one))
            row.addWidget(act)
        return line

    def _told(self, state: ServiceState) -> str:
        from_visit = f" från {state.from_visit}" if state.from_visit else ""
        by = f", bekräftat av {state.on_word.name}" if state.on_word is not None else ""
        return f"{word(state.stage)}{from_visit}, {when(state.at, self._workplace.now())}{by}"

    def _change(self, code: Code, stage: ServiceStage) -> None:
        visit, name = self.visit.text().strip(), self.on_word.text().strip()
        if self._case is None:
            return
        if stage is ServiceStage.RESTARTED and not visit:
            self.visit_field.refuse("Skriv från vilket besök insatsen startar.")
            bring_in_sight(self.visit_field)
            return
        self.visit_field.refuse("")
        self._workplace.do(
            ChangeService(
                case=self._case,
                service=code.code,
                stage=stage,
                from_visit=visit if stage is ServiceStage.RESTARTED else "",
                on_word=OnWord(name=name) if name else None,
            ),
            told=f"{code.label}: {word(stage)}",
        )
