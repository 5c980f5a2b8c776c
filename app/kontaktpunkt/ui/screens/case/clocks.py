"""The times of the stay and its clocks: one line each, opened to what it stands on."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal

from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.domain.clocks import CaseClock, ClockGap
from kontaktpunkt.domain.commands import Command
from kontaktpunkt.domain.events.sheet import SheetTwinMatched
from kontaktpunkt.domain.payment import NoLiability
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screens.case.clock_acts import acts_of
from kontaktpunkt.ui.screens.case.clock_row import Arrow, ClockRow
from kontaktpunkt.ui.widgets.layouts import GAP, Section
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.rows import CasePage, CaseRow
from kontaktpunkt.wording.evidence import clock_line, is_running
from kontaktpunkt.wording.grounds import clock_grounds
from kontaktpunkt.wording.times import ago, planned, when

Key = tuple[ClockKind, UUID | None, UUID | None]


class ClocksPanel(Section):
    """What runs stands first; what does not run yet, or no longer counts, is one press away."""

    sending_wanted = Signal(object)  # UUID of a message: fill in when it was sent

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("Tider och underlag")
        self._workplace = workplace
        self._page: CasePage | None = None
        self._keys: tuple[Key, ...] = ()
        self.rows: dict[Key, ClockRow] = {}
        self.times = Text()
        self.add(self.times)
        self.running, self.idle = Section(), Section()
        self.more = Arrow(workplace.theme)
        self.more.toggled.connect(self._show_idle)
        for part in (self.running, self.more, self.idle):
            self.add(part)
        self.idle.setContentsMargins(0, 0, 0, GAP)
        self.idle.hide()

    def show_page(self, page: CasePage) -> None:
        """Show the times and the clocks of a case; what is open stays open in the same case."""
        if self._page is None or self._page.row.case != page.row.case:
            self._keys = ()
            self.rows = {}
            self.more.setChecked(False)
        self._page = page
        self.tick(self._workplace.now())

    def tick(self, now: Instant) -> None:
        """Say the clocks anew."""
        page = self._page
        if page is None:
            return
        lines = stay_lines(page.row, now)
        self.times.setText("\n".join(lines))
        self.times.setVisible(bool(lines))
        runs = [clock for clock in page.clocks if is_running(clock, now)]
        rests = [clock for clock in page.clocks if not is_running(clock, now)]
        self._arrange(runs, rests)
        for clock in page.clocks:
            self._say(clock, now)
        self.more.setVisible(bool(rests))
        # Short: a button cannot wrap, and the column is narrow in large text.
        self.more.setText(f"Räknas inte: {len(rests)}")
        self.more.setAccessibleName(f"Visa de tider som inte räknas: {len(rests)}")
        self.setVisible(bool(lines or page.clocks))

    def row(self, kind: ClockKind) -> ClockRow:
        """Give the first line of a kind of clock; StopIteration where there is none."""
        return next(row for key, row in self.rows.items() if key[0] is kind)

    def _say(self, clock: CaseClock, now: Instant) -> None:
        page, row = self._page, self.rows[_key(clock)]
        if page is None:
            return
        telling = self._workplace.telling
        row.say(clock_line(clock, now, telling))
        may_act = page.row.is_open and not page.row.masked
        acts = acts_of(clock, page.row.case, now, self._do, self._report) if may_act else ()
        untimed = untimed_message(clock, page) if not page.row.masked else None
        if untimed is not None:
            tip = "Meddelandet säger inte när regionen sände det"
            ask = partial(self.sending_wanted.emit, untimed)
            acts = (("Fyll i när det sändes …", tip, ask), *acts)
        paper = paper_of(clock, page)
        row.show_grounds(clock_grounds(clock, self._workplace.profile, paper), acts)

    def _arrange(self, runs: list[CaseClock], rests: list[CaseClock]) -> None:
        """Keep the lines that stand; lay them anew only where others came or went."""
        keys = (*map(_key, runs), _BETWEEN, *map(_key, rests))
        if keys == self._keys:
            return
        had = {key: row.is_open for key, row in self.rows.items()}
        focused = next((key for key, row in self.rows.items() if row.toggle.hasFocus()), None)
        self._keys = keys
        self.rows = {}
        for part, clocks in ((self.running, runs), (self.idle, rests)):
            part.clear()
            for clock in clocks:
                row = ClockRow(self._workplace.theme, strike=clock.past is not None)
                row.toggle.setChecked(had.get(_key(clock), False))
                self.rows[_key(clock)] = row
                part.add(row)
        if focused in self.rows:
            self.rows[focused].toggle.setFocus()

    def _show_idle(self, shown: bool) -> None:  # noqa: FBT001  a signal's own shape
        self.idle.setVisible(shown)
        if self._page is not None:
            self.tick(self._workplace.now())

    def _report(self, noted: UUID | None, report: UUID | None) -> None:
        """Show the report of a deviation, or begin one of what was noted or was late."""
        if report is not None:
            self._workplace.deviation_chosen.emit(report)
        elif self._page is not None:
            self._workplace.deviation_wanted.emit(self._page.row.case, noted)

    def _do(self, wish: Command, told: str) -> None:
        self._workplace.do(wish, told=told)


def paper_of(clock: CaseClock, page: CasePage) -> SheetTwinMatched | None:
    """Give what says that the message of a clock was told on a numbered paper too."""
    if clock.message is None or page.row.masked:
        return None
    told = (one.twin for one in page.timeline if one.message == clock.message)
    return next((one for one in told if one is not None), None)


def untimed_message(clock: CaseClock, page: CasePage) -> UUID | None:
    """Give the message whose time of sending a clock lacks; None when it lacks none.

    The first day of payment lacks that of the readiness notice.
    """
    lacks = clock.gap is ClockGap.NO_SENDING_TIME
    if clock.hindrance is NoLiability.READINESS_TIME_MISSING:
        kinds = [one for one in page.clocks if one.kind is ClockKind.READINESS and one.past is None]
        clock, lacks = (kinds[0], True) if kinds else (clock, False)
    if not lacks:
        return None
    untimed = {row.message for row in page.messages if row.sent_at is None}
    return next((one for one in (clock.stopped_by, clock.message) if one in untimed), None)


def stay_lines(row: CaseRow, now: Instant) -> tuple[str, ...]:
    """Say when the stay began, when it is to end and when it ended; readiness is evidence."""
    lines = [
        _line("Kom in", row.admitted_at, now),
        _expected(row, now),
        _line("Utskriven", row.discharged_at, now),
        "Avliden" if row.deceased else "",
        "På permission" if row.on_leave else "",
    ]
    return tuple(line for line in lines if line)


def _key(clock: CaseClock) -> Key:
    return clock.kind, clock.message, clock.deviation


_BETWEEN: Key = (ClockKind.WATCH_CHECK, None, None)
"""No case has this clock: it divides what runs from what does not."""


def _line(label: str, at: Instant | None, now: Instant) -> str:
    return f"{label} {when(at, now)}, {ago(at, now)}" if at is not None else ""


def _expected(row: CaseRow, now: Instant) -> str:
    """Say the planned discharge, and from when it was moved."""
    if row.expected_discharge is None:
        return ""
    said = f"Beräknad utskrivning {planned(row.expected_discharge, now)}"
    if row.expected_before is None:
        return said
    return f"{said}, flyttad från {planned(row.expected_before, now)}"
