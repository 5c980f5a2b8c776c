"""What the palette offers: people and cases from the desk, the screen's acts, places to go."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from kontaktpunkt.domain.times import local_day
from kontaktpunkt.ui.frame.palette import Offer
from kontaktpunkt.ui.frame.rail import LAST_NUMBER
from kontaktpunkt.ui.frame.window import Window
from kontaktpunkt.ui.widgets.buttons import key_name
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.rows import CaseRow, InboxRow, SearchHits
from kontaktpunkt.wording.names import identity, person_name
from kontaktpunkt.wording.words import word

_MOST = 40


class Searching(QObject):
    """Opens the palette and fills it."""

    def __init__(self, window: Window, workplace: Workplace, go: Callable[[str], object]) -> None:
        super().__init__(window)
        self._window = window
        self._workplace = workplace
        self._go = go
        window.palette_panel.typed.connect(self._search)

    def open(self) -> None:
        """Open the palette with what can be done and where one can go."""
        self._window.open_palette([*self._acts(), *self._places()])

    def _acts(self) -> list[Offer]:
        top = self._window.top_screen
        actions = [*(top.acts() if top is not None else ()), *self._window.keys.actions.values()]
        return [
            Offer(action.text(), "gör", key_name(action.shortcut()), action.trigger)
            for action in actions
            if action.text() and action.isEnabled() and action.isVisible()
        ]

    def _places(self) -> list[Offer]:
        rules = Offer("Kommun och regler", "gå till", "", self._to_rules, "regel belopp ändra")
        found = [
            Offer(
                place.whole or place.title,
                "gå till",
                f"Ctrl+{number}" if number <= LAST_NUMBER else "",
                self._way_to(place.key),
                place.also,
            )
            for number, place in enumerate(self._window.places, start=1)
        ]
        return [*found, rules]

    def _to_rules(self) -> None:
        self._workplace.rule_wanted.emit("")

    def _way_to(self, key: str) -> Callable[[], None]:
        def go() -> None:
            self._go(key)

        return go

    def _search(self, text: str) -> None:
        desk = self._workplace.desk

        def show(hits: SearchHits) -> None:
            found = [*map(self._case, hits.cases), *map(self._message, hits.messages)]
            self._window.palette_panel.show_found(
                text, found[:_MOST], total=hits.total, loose=hits.loose
            )

        self._workplace.clerk.ask(lambda: desk.search(text), show, key="palette")

    def _case(self, row: CaseRow) -> Offer:
        today = local_day(self._workplace.now())
        who = person_name(row.name, masked=row.masked)
        number = "" if row.masked else identity(row.number, row.birth_date, today, whole=False)
        # The ward comes first: it is what was searched for, and what is cut off stands last.
        parts = (who, number, row.ward, row.hospital, row.unit)
        words = " · ".join(part for part in parts if part)
        kind = word(row.case_kind) if row.is_open else "avslutat ärende"
        return Offer(words, kind, "", lambda: self._workplace.case_wanted.emit(row.case))

    def _message(self, row: InboxRow) -> Offer:
        words = " · ".join(part for part in (row.file_name, row.name) if part) or "Ej inläst"
        return Offer(words, "ej inläst", "", lambda: self._workplace.entry_wanted.emit(row.message))
