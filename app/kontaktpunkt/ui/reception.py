"""Joins the window with the desk: screens made when wanted, acts told, ways between screens."""

from functools import partial
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from kontaktpunkt.assets import resources
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.ui.alerts import Alerts
from kontaktpunkt.ui.care import StoreCare
from kontaktpunkt.ui.clerk import Clerk
from kontaktpunkt.ui.frame.bell import Bell
from kontaktpunkt.ui.frame.care_request_count import CareRequestCount
from kontaktpunkt.ui.frame.contingency_frame import ContingencyFrame
from kontaktpunkt.ui.frame.daily_counts import DeviationCount, PhoneCount
from kontaktpunkt.ui.frame.dropped import DroppedFiles
from kontaktpunkt.ui.frame.folder_watch import FolderWatch
from kontaktpunkt.ui.frame.follow_up_count import FollowUpCount
from kontaktpunkt.ui.frame.kept_look import KeptLook
from kontaktpunkt.ui.frame.no_store import StoreDoor
from kontaktpunkt.ui.frame.on_top import OnTop
from kontaktpunkt.ui.frame.outage_frame import OutageFrame
from kontaktpunkt.ui.frame.searching import Searching
from kontaktpunkt.ui.frame.short_term_count import ShortTermCount
from kontaktpunkt.ui.frame.watch_frame import WatchFrame
from kontaktpunkt.ui.frame.weekend_frame import WeekendFrame
from kontaktpunkt.ui.frame.window import Window
from kontaktpunkt.ui.printing.document import Document
from kontaktpunkt.ui.rooms import ROOMS
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Desk
from kontaktpunkt.usecases.failures import Unavailable
from kontaktpunkt.wording.failures import sentence_unavailable

if TYPE_CHECKING:  # they are loaded when first wanted (rooms.py)
    from kontaktpunkt.ui.screens.back_entry.screen import BackEntryScreen
    from kontaktpunkt.ui.screens.case.homecoming.screen import HomecomingScreen
    from kontaktpunkt.ui.screens.case.plan.screen import PlanScreen
    from kontaktpunkt.ui.screens.case.screen import CaseScreen
    from kontaktpunkt.ui.screens.deviations.screen import DeviationsScreen
    from kontaktpunkt.ui.screens.entry.screen import EntryScreen
    from kontaktpunkt.ui.screens.figures.screen import FiguresScreen
    from kontaktpunkt.ui.screens.paper.screen import PaperScreen
    from kontaktpunkt.ui.screens.reconcile.screen import ReconcileScreen
    from kontaktpunkt.ui.screens.settings.screen import SettingsScreen
    from kontaktpunkt.ui.screens.short_term.screen import ShortTermScreen

FIRST = "inbox"


class Reception(QObject):
    """Everything between the frame and the screens, once there is a desk."""

    settled = Signal()  # the first screen shows its rows

    def __init__(
        self, window: Window, clerk: Clerk, alerts: Alerts, care: StoreCare | None = None
    ) -> None:
        super().__init__(window)
        self.window = window
        self.clerk = clerk
        self.alerts = alerts
        self.workplace: Workplace | None = None
        self._bell = Bell(window)
        self.then = ""
        self.door = StoreDoor(window, care)
        self._care = care
        clerk.unavailable.connect(self.tell_unavailable)
        clerk.broke.connect(alerts.fault)

    def receive(self, desk: Desk) -> None:
        """Take up work with a desk: the first screen at once, the rest when it is painted."""
        workplace = Workplace(desk, self.clerk, self.window.theme, self.alerts)
        workplace.note_mark()
        self.workplace = workplace
        self._files = DroppedFiles(workplace, self)
        self.folder_watch = FolderWatch(workplace, self)
        self.watch = WatchFrame(workplace, self.window)
        self.care_requests = CareRequestCount(workplace, self.window.rail, self)
        self.weekend = WeekendFrame(workplace, self.window)
        self.short_term = ShortTermCount(workplace, self.window.rail, self)
        self.follow_up = FollowUpCount(workplace, self.window.rail, self)
        self.phones = PhoneCount(workplace, self.window.rail, self)
        self.outages = OutageFrame(workplace, self.window)
        self.deviations = DeviationCount(workplace, self.window.rail, self)
        self.contingency = ContingencyFrame(workplace, self.window, self._care)
        self.on_top = OnTop(workplace, self.window)
        self._searching = Searching(self.window, workplace, self.show)
        self._wire(workplace)
        self.show(FIRST)
        if self.then:
            self.show(self.then)
        workplace.learned.connect(self.door.open)
        workplace.learn()
        workplace.preferences.load()
        QTimer.singleShot(0, self._settle)

    def show(self, key: str) -> Screen:
        """Bring a screen to the top; it is made when first wanted."""
        screen = self.screen(key)
        screen.forget()
        self.window.show_screen(key)
        return screen

    def screen(self, key: str) -> Screen:
        """Give a screen, made when first wanted."""
        known = self.window.screens.get(key)
        if known is not None:
            return known
        workplace = self.workplace
        if workplace is None:
            raise KeyError(key)
        made = ROOMS[key](workplace, self._care)
        self.window.add_screen(made)
        return made

    def tell_unavailable(self, problem: Unavailable) -> None:
        """Say what the outside world refuses: in the strip, or on a page of its own."""
        known = self.workplace is not None and self.workplace.info is not None
        if not self.door.is_shut(problem, known=known):
            self.window.strip.warn(sentence_unavailable(problem))

    def stop(self) -> None:
        """Stop keeping time; the clerk is stopped by whoever started it."""
        self._bell.stop()
        if self.workplace is not None:
            self.workplace.stop()

    def _settle(self) -> None:
        """Begin what can wait until the first screen is painted."""
        if self.workplace is not None:
            self.workplace.begin()
            self.folder_watch.begin()
            self.watch.begin()
            self.care_requests.begin()
            self.weekend.begin()
            self.short_term.begin()
            self.follow_up.begin()
            self.contingency.begin()
            self.phones.begin()
            self.outages.begin()
            self.deviations.begin()
            self.on_top.ask_phone()
        self.settled.emit()

    def _wire(self, workplace: Workplace) -> None:
        window = self.window
        workplace.told.connect(window.strip.tell_act)
        workplace.noted.connect(window.strip.tell)
        workplace.warned.connect(window.strip.warn)
        workplace.screen_wanted.connect(self.show)
        workplace.rule_wanted.connect(self._show_rule)
        workplace.routine_wanted.connect(self._show_routine)
        workplace.case_wanted.connect(partial(self._show_of_case, "case"))
        workplace.homecoming_wanted.connect(partial(self._show_of_case, "homecoming"))
        workplace.plan_wanted.connect(partial(self._show_of_case, "plan"))
        workplace.entry_wanted.connect(self._show_entry)
        workplace.entry_prefilled.connect(self._show_prefilled)
        workplace.sheet_wanted.connect(self._show_sheet)
        workplace.paper_wanted.connect(self._show_paper)
        workplace.stop_paper_wanted.connect(self._show_stop_paper)
        workplace.document_wanted.connect(self._show_document)
        workplace.deviation_wanted.connect(self._begin_deviation)
        workplace.deviation_chosen.connect(self._show_deviation)
        workplace.deviation_counts_wanted.connect(self._count_deviations)
        workplace.short_term_wanted.connect(self._show_short_term)
        workplace.user_changed.connect(window.strip.clear)
        workplace.user_changed.connect(window.focus_screen)
        workplace.news_came.connect(self._tell_news)
        workplace.set_aside_counted.connect(self._count_set_aside)
        self._look = KeptLook(workplace, self.window)
        self._wire_window(workplace)

    def _wire_window(self, workplace: Workplace) -> None:
        window = self.window
        window.place_wanted.connect(self.show)
        window.closing.connect(workplace.closing)
        workplace.going.connect(window.shut_in)
        window.files_dropped.connect(self._files.take_in)
        window.strip.undo_wanted.connect(workplace.undo)
        window.strip.way_out_wanted.connect(self.show)
        window.top_line.refresh_wanted.connect(workplace.refresh)
        window.top_line.user_chosen.connect(workplace.be)
        window.top_line.search_wanted.connect(self._searching.open)
        window.keys.on("undo", workplace.undo)
        window.keys.on("refresh", workplace.refresh)
        window.keys.on("search", self._searching.open)
        window.keys.on("new_message", self._new_message)
        window.keys.on("new_emergency", self._new_emergency)
        window.keys.on("enter_sheet", lambda: self._show_sheet(None))
        window.keys.on("emergency_routine", workplace.routine_wanted.emit)
        window.keys.on("meeting", lambda: self.show("meeting"))
        window.keys.on("reconcile", self._reconcile)
        if self._care is not None:
            window.demo.new_day_wanted.connect(self._care.restart_demo_day)
            window.demo.real_start_wanted.connect(self._care.begin_for_real)

    # --- ways between screens
    def _show_of_case(self, key: str, case: UUID) -> None:
        """Bring a screen about one case to the top."""
        cast("CaseScreen | HomecomingScreen | PlanScreen", self.screen(key)).show_case(case)
        self.window.show_screen(key)

    def _show_entry(self, message: UUID | None) -> None:
        screen = cast("EntryScreen", self.screen("entry"))
        if message is None:
            screen.open_new()
        else:
            screen.complete(message)
        self.window.show_screen("entry")

    def _show_prefilled(self, known: dict[str, str]) -> None:
        cast("EntryScreen", self.screen("entry")).open_filled(known)
        self.window.show_screen("entry")

    def _show_sheet(self, sheet: UUID | None) -> None:
        screen = cast("BackEntryScreen", self.screen("back_entry"))
        screen.open_sheet(sheet)
        self.window.show_screen("back_entry")

    def _show_rule(self, key: str) -> None:
        screen = cast("SettingsScreen", self.screen("settings"))
        self.window.show_screen("settings")
        screen.show_rule(key)

    def _reconcile(self) -> None:
        self.show("reconcile")
        cast("ReconcileScreen", self.screen("reconcile")).begin_anew()

    def _new_message(self) -> None:
        self._show_entry(None)

    def _new_emergency(self) -> None:
        cast("EntryScreen", self.screen("entry")).open_emergency()
        self.window.show_screen("entry")

    def _show_routine(self) -> None:
        place = resources() / "routines" / "23-timmars.md"
        self.window.show_text(place.read_text(encoding="utf-8"))

    def _show_paper(self, case: UUID | None, kind: MessageKind | None) -> None:
        screen = cast("PaperScreen", self.screen("paper"))
        screen.show_for(case, kind)
        self.window.show_screen("paper")

    def _show_stop_paper(self, outage: UUID, form: str) -> None:
        screen = cast("PaperScreen", self.screen("paper"))
        screen.show_for(None, None, outage)
        screen.choices.want_form(form)
        self.window.show_screen("paper")

    def _show_document(self, document: Document) -> None:
        screen = cast("PaperScreen", self.screen("paper"))
        screen.show_document(document)
        self.window.show_screen("paper")

    def _begin_deviation(self, case: UUID | None, noted: UUID | None) -> None:
        screen = cast("DeviationsScreen", self.screen("deviations"))
        self.window.show_screen("deviations")
        screen.begin_report(case, noted)

    def _show_deviation(self, report: UUID) -> None:
        screen = cast("DeviationsScreen", self.screen("deviations"))
        screen.show_report(report)
        self.window.show_screen("deviations")

    def _count_deviations(self) -> None:
        screen = cast("FiguresScreen", self.screen("figures"))
        self.window.show_screen("figures")
        screen.count_deviations()

    def _show_short_term(self, case: UUID | None, what: str) -> None:
        screen = cast("ShortTermScreen", self.screen("short_term"))
        self.window.show_screen("short_term")
        screen.open_for_case(case, what)

    # --- news
    def _tell_news(self, count: int) -> None:
        if not self.window.is_looked_at():
            self.window.strip.tell(f"{self._bell.ring(count)} har kommit")

    def _count_set_aside(self, count: int) -> None:
        if any(place.key == "set_aside" for place in self.window.places):
            self.window.rail.show_badge("set_aside", count, late=False)
