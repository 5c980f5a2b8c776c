"""The sections of Helg & jour: what each is called, says while empty, and shows of the page."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget

from kontaktpunkt.ui.screens.weekend import lines
from kontaktpunkt.ui.screens.weekend.columns import BlockColumn, Columns
from kontaktpunkt.ui.screens.weekend.line_list import Block, Line, LineList
from kontaktpunkt.ui.screens.weekend.panels.call import CallPanel
from kontaktpunkt.ui.screens.weekend.panels.decide import DecidePanel
from kontaktpunkt.ui.screens.weekend.panels.hand_over import TalkPanel, WritePanel
from kontaktpunkt.ui.screens.weekend.panels.leaving import LeavingPanel
from kontaktpunkt.ui.screens.weekend.panels.packets import PacketsPanel
from kontaktpunkt.ui.screens.weekend.panels.panel import Panel
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.weekend.rows import WeekendPage
from kontaktpunkt.wording.times import when
from kontaktpunkt.wording.weekend import came_heading, did_heading, must_heading


class Parts(QObject):
    """All sections in their columns, and at the right the panel that is open, if one is."""

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        theme = workplace.theme
        self._workplace = workplace
        self.did = Block(theme, "Vad helgen gjorde", "Inget hände.")
        self.now = Block(theme, "Nu", "", below=2)
        self.must, self.not_taken = (
            Block(theme, "Ska vara gjort", "Inget väntar på att göras."),
            Block(theme, "Inte taget", "Allt är taget."),
        )
        self.came = Block(theme, "Kom", "Inget mer har kommit.")
        self.people = Block(theme, "Helgbesked", "Ingen på sjukhus.", most=2)
        self.home_before, self.homeward = (
            Block(theme, "Går hem i dag", "Ingen väntas hem."),
            Block(theme, "Går hem", "Ingen väntas hem."),
        )
        self.short_term = Block(theme, "Kommer till korttid", "Ingen väntas.")
        self.places = Block(theme, "Lediga korttidsplatser", "Ingen uppgift om lediga platser.")
        self.handover = Block(theme, "Överlämning", "Inga rader är lämnade.", most=4)
        self.calls = Block(theme, "Förmedlade samtal", "Inga samtal är lämnade vidare.", most=4)
        self.may = Block(theme, "Får du bestämma själv", "")
        self.numbers = Block(theme, "Vem du ringer", "Telefonlistan är tom.")
        self.phones = Block(theme, "Vem du ringer", "Telefonlistan är tom. Fyll i Kontakter.")
        self.decide, self.write = DecidePanel(workplace), WritePanel(workplace)
        self.talk, self.leaving = TalkPanel(workplace), LeavingPanel(workplace)
        self.call, self.packets = CallPanel(workplace), PacketsPanel(workplace)
        first = (self.did, self.now, self.must, self.not_taken, self.came, self.numbers)
        second = (
            self.calls, self.people, self.home_before, self.homeward, self.short_term,
            self.places, self.may,
        )  # fmt: skip
        self.columns = (
            BlockColumn("Nu och meddelanden", first),
            BlockColumn("Personer", second),
            BlockColumn("Överlämning och telefon", (self.handover, self.phones)),
        )
        self.right = QStackedWidget()
        self.right.addWidget(self.columns[2])
        self.panels: tuple[Panel, ...] = (
            self.decide, self.write, self.talk, self.leaving, self.call, self.packets,
        )  # fmt: skip
        for panel in self.panels:
            self.right.addWidget(panel)
            panel.closed.connect(self.close_panel)
        self.layout_of = Columns(theme, (*self.columns[:2], self.right))
        self._back: LineList | None = None

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Give all sections, in reading order."""
        return tuple(block for column in self.columns for block in column.blocks)

    @property
    def lists(self) -> tuple[LineList, ...]:
        """Give the lists of all sections, in reading order."""
        return tuple(block.list for block in self.blocks)

    @property
    def is_panel_open(self) -> bool:
        """Say whether a panel stands at the right."""
        return self.right.currentWidget() is not self.columns[2]

    @property
    def with_focus(self) -> LineList | None:
        """Give the list that has focus."""
        return next((one for one in self.lists if one.hasFocus()), None)

    def open_panel(self, panel: Panel) -> None:
        """Bring a panel up at the right, and remember where focus was."""
        self._back = self.with_focus or self._back
        self.right.setCurrentWidget(panel)

    def close_panel(self) -> None:
        """Put the panel away, and focus back where it was."""
        self.right.setCurrentWidget(self.columns[2])
        self.focus_list()

    def focus_list(self) -> None:
        """Put focus on the list that had it, else on the first with rows where work waits."""
        wanted = (
            self._back, self.handover.list, self.must.list, self.not_taken.list,
            self.people.list, *self.lists,
        )  # fmt: skip
        for one in wanted:
            if one is not None and one.count() and one.isVisible():
                one.setFocus()
                return

    def say(self, page: WeekendPage, *, slim: bool) -> None:
        """Show a page; slim leaves what Trygghetscentralen has no use for."""
        profile, system, at = self._workplace.profile, self._workplace.system_name, page.at
        calls = [row for row in page.handover if row.handed.line.is_call]
        others = [row for row in page.handover if not row.handed.line.is_call or not slim]
        said: tuple[tuple[Block, list[Line], str], ...] = (
            (
                self.did,
                lines.did_lines(page.did, profile, at),
                did_heading(page.before) if page.before is not None else "",
            ),
            (self.now, lines.now_lines(page, system), "Nu och timme för timme"),
            (self.must, lines.message_lines(page.must, profile, at), must_heading(page)),
            (self.not_taken, lines.message_lines(page.not_taken, profile, at), "Inte taget"),
            (self.came, lines.message_lines(page.came, profile, at), came_heading(page)),
            (self.people, lines.people_lines(page), "Helgbesked per person på sjukhus"),
            (
                self.home_before,
                lines.homeward_lines(page.home_before, at),
                f"Går hem före {when(page.period.begins, at)}",
            ),
            (self.homeward, lines.homeward_lines(page.homeward, at), _homeward_heading(page)),
            (
                self.short_term,
                [
                    *lines.arrival_lines(page.arrivals, at),
                    *lines.homeward_lines(page.unplanned, at),
                ],
                "Kommer till korttid",
            ),
            (
                self.places,
                lines.place_lines(page.places, at),
                "Lediga korttidsplatser, i den ordning de frågas",
            ),
            (self.may, lines.may_lines(page), "Får du bestämma själv"),
            (self.handover, lines.handover_lines(others, at), _handover_heading(page)),
            (self.calls, lines.handover_lines(calls, at), "Förmedlade samtal"),
            (self.phones, lines.phone_lines(page), "Vem du ringer"),
            (self.numbers, lines.phone_lines(page) if slim else [], "Vem du ringer"),
        )
        for block, rows, heading in said:
            block.say(rows, heading)
        self.did.setVisible(page.before is not None and not slim)
        for block in (self.must, self.came, self.short_term, self.places):
            block.setVisible(not slim)
        self.not_taken.setVisible(bool(page.not_taken) and not slim)
        self.home_before.setVisible(bool(page.home_before))
        self.may.setVisible(page.alone_until is not None and not slim)
        for block in (self.calls, self.numbers):
            block.setVisible(slim)
        self.phones.setVisible(not slim)
        self.fit()

    def fit(self) -> None:
        """Share the heights out anew."""
        for column in self.columns:
            column.fit()


def _homeward_heading(page: WeekendPage) -> str:
    return "Går hem i helgen" if page.period.days else "Går hem i kväll eller i natt"


def _handover_heading(page: WeekendPage) -> str:
    waiting = len(page.untaken)
    return f"Överlämning, {waiting} behöver dig" if waiting else "Överlämning"
