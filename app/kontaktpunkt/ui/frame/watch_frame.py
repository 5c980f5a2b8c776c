"""The watch in the frame: Ctrl+B and its panel, the strip's warnings, and the rail's number."""

from typing import Final

from PySide6.QtCore import QObject

from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.ui.frame.watch_panel import WatchPanel
from kontaktpunkt.ui.frame.window import Window
from kontaktpunkt.ui.preferences import Preference
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.duty.rows import WatchPage
from kontaktpunkt.wording.duty import gap_words, short_missed

DUTY: Final = "duty"
_WATCH, _GAPS = "watch", "gaps"


class WatchFrame(QObject):
    """Keeps the frame up with the watch of the region's inbox."""

    def __init__(self, workplace: Workplace, window: Window) -> None:
        super().__init__(window)
        self._workplace = workplace
        self._window = window
        self.panel = WatchPanel(
            window.theme, window.top_line.parentWidget() or window, window.top_line
        )
        self._wants_panel = False
        watching = workplace.watching
        watching.told.connect(self._show)
        watching.panel_wanted.connect(self.open)
        workplace.minute.connect(self._tick)
        workplace.changed.connect(watching.follow)
        workplace.going.connect(self.panel.hide)
        workplace.learned.connect(self._name_act)
        self.panel.answered.connect(self._stamp)
        self.panel.closed.connect(window.focus_screen)
        window.keys.on("watch", self.open)

    def begin(self) -> None:
        """Ask for the first time."""
        self._workplace.watching.ask()

    def open(self) -> None:
        """Open the panel, as soon as it is known what it says."""
        page = self._workplace.watching.page
        if page is None:
            self._wants_panel = True
            self.begin()
            return
        preferences = self._workplace.preferences
        self.panel.single_keys = preferences.is_on(Preference.SINGLE_KEYS, default=True)
        self.panel.open_for(page, self._workplace.now())

    def _stamp(self, found_new: bool) -> None:  # noqa: FBT001  a signal's
        place = self._workplace
        desk, system = place.desk, place.system_name
        found = "något nytt" if found_new else "inget nytt"
        place.settle(
            lambda: desk.note_watched(found_new=found_new),
            told=f"{system} bevakat: {found}",
            then=self._enter if found_new else None,
        )
        self._window.focus_screen()

    def _enter(self, _done: Done) -> None:
        self._workplace.entry_wanted.emit(None)

    def _tick(self, _now: Instant) -> None:
        self._workplace.watching.ask()

    def _name_act(self) -> None:
        self._window.keys.actions["watch"].setText(f"Bevakat {self._workplace.system_name}")

    def _show(self, page: WatchPage) -> None:
        now = self._workplace.now()
        strip = self._window.strip
        strip.standing.stand(_WATCH, short_missed(page, now), DUTY, "wrong")
        gap = page.gaps[0] if page.gaps else None
        more = f" (+{len(page.gaps) - 1})" if len(page.gaps) > 1 else ""
        is_now = gap is not None and gap.on.day <= local_day(now)
        strip.standing.stand(
            _GAPS, gap_words(gap) + more if gap else "", DUTY, "today" if is_now else ""
        )
        if any(place.key == DUTY for place in self._window.places):
            late = page.missed is not None
            self._window.rail.show_badge(DUTY, page.to_act_on, late=late)
        if self.panel.isVisible():
            self.panel.say(page, now)
        elif self._wants_panel:
            self._wants_panel = False
            self.open()
