"""Är något nere? What to try first, where a stop is declared, and those that have been."""

from PySide6.QtCore import Qt, Signal

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screens.outage.declaring import DeclarePanel
from kontaktpunkt.ui.screens.outage.ringing import Rows
from kontaktpunkt.ui.screens.outage.statistics import StatisticsPanel
from kontaktpunkt.ui.widgets.layouts import GAP, Section, Sheet
from kontaktpunkt.ui.widgets.rows_table import RowsModel, chosen_row
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.outages.rows import OutagePhase, OutageStamp
from kontaktpunkt.wording.outages import EXERCISE, system_words
from kontaktpunkt.wording.times import span, when
from kontaktpunkt.wording.words import word

_HEADS = ("Vad", "När", "Längd", "Blad", "Hur det slutade")
_MOST = 12
_MINUTE = 60_000_000


class Home(Sheet):
    """One question, big; below it the form, and at the foot the stops that have been."""

    stop_wanted = Signal(object)  # UUID

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(name="Är något nere?")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._workplace = workplace
        self._stops: tuple[OutageStamp, ...] = ()
        self.question = Text("Är något nere?", "big")
        self.only_me = Section("Bara du? Prova och fråga först")
        self.declare = DeclarePanel(workplace, "Ja, det är nere för fler", "Anmäl driftstoppet")
        self.declare.finish(can_leave=False)
        self.past = Section("Stopp som har varit")
        self.model = RowsModel(_HEADS, frozenset(), self)
        self.table = Rows(workplace, self.model, (3, 3, 1, 1, 3), _MOST)
        self.table.setAccessibleName("Stopp som har varit")
        self.table.activated.connect(self._open)
        self.none = Text("Inget stopp har avslutats än.", "soft")
        self.past.add(self.table)
        self.past.add(self.none)
        self.statistics = StatisticsPanel(workplace)
        self.rows.setSpacing(GAP * 2)
        for part in (self.question, self.only_me, self.declare, self.past, self.statistics):
            self.add(part)
        self.rows.addStretch(1)
        workplace.learned.connect(self._say_first)
        self._say_first()

    def begin(self) -> None:
        """Open the form, with what was typed before."""
        self.declare.open_for(None)

    def show_stops(self, stops: tuple[OutageStamp, ...], now: Instant) -> None:
        """Show the stops that have been."""
        ended = (OutagePhase.CLOSED, OutagePhase.WITHDRAWN)
        self._stops = tuple(one for one in stops if one.phase in ended)
        self.model.show([_cells(one, now) for one in self._stops])
        self.table.fit_height()
        self.table.setVisible(bool(self._stops))
        self.none.setVisible(not self._stops)
        self.statistics.begin()

    def focus_form(self) -> None:
        """Begin in the form."""
        self.declare.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_first(self) -> None:
        """Say what to try and whom to ask, as the municipality's rules have it."""
        profile = self._workplace.profile
        codes = profile.codes("outage_only_me") if profile is not None else ()
        self.only_me.clear()
        for code in codes:
            self.only_me.add(Text(f"•  {code.label}"))
        self.only_me.setVisible(bool(codes))

    def _open(self) -> None:
        row = chosen_row(self.table)
        if 0 <= row < len(self._stops):
            self.stop_wanted.emit(self._stops[row].outage)


def _cells(stamp: OutageStamp, now: Instant) -> tuple[str, ...]:
    name = f"{EXERCISE}: {system_words(stamp)}" if stamp.exercise else system_words(stamp)
    over, closed = stamp.over_at, stamp.closed_at
    length = span((over - stamp.facts.since) // _MINUTE) if over is not None else ""
    ended = word(stamp.phase) + (f" {when(closed, now)}" if closed is not None else "")
    return name, when(stamp.facts.since, now), length, str(stamp.numbers or ""), ended
