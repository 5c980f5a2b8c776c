"""The workplace that every screen gets: desk, clerk, theme, and what goes between screens."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from kontaktpunkt.domain.commands import Command, TakeBack
from kontaktpunkt.domain.profile.rule_profile import RuleProfile
from kontaktpunkt.domain.profile.shapes import Code
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.alerts import Alerts
from kontaktpunkt.ui.clerk import Clerk
from kontaktpunkt.ui.preferences import Preferences
from kontaktpunkt.ui.theme.theme import Theme
from kontaktpunkt.ui.watching import Watching
from kontaktpunkt.usecases.desk import Changed, Desk, Done, StoreInfo
from kontaktpunkt.usecases.rows import StaffRow
from kontaktpunkt.wording.refusals import sentence
from kontaktpunkt.wording.telling import Telling

_TICK = 60_000
_LOOK = 3_000


@dataclass(frozen=True, slots=True)
class _Known:
    """What hardly changes, as the desk told it last."""

    info: StoreInfo
    profile: RuleProfile
    staff: tuple[StaffRow, ...]
    units: tuple[str, ...]


class Workplace(QObject):
    """What a screen works with. Everything asked of the desk goes through the clerk.

    `now` and `me` are the two that may be read at once: they are plain memory at the desk.
    """

    changed = Signal(object)  # Changed: refresh just those lines
    told = Signal(str)  # what was done, in words; it can be undone
    noted = Signal(str)  # something else that happened, in words
    warned = Signal(str)  # a refusal or a failure, in words
    case_wanted = Signal(object)  # UUID: open the case
    homecoming_wanted = Signal(object)  # UUID: open the homecoming of the case
    plan_wanted = Signal(object)  # UUID: open the SIP of the case, and why she was admitted
    entry_wanted = Signal(object)  # UUID of a set-aside original to complete, or None for a new one
    sheet_wanted = Signal(object)  # UUID of a numbered paper to enter, or None: ask for its number
    entry_prefilled = Signal(object)  # dict[str, str]: a new message with some fields filled in
    paper_wanted = Signal(object, object)  # UUID of a case or None (blank), MessageKind or None
    stop_paper_wanted = Signal(object, str)  # UUID of a stop: a blank form to give out in it
    document_wanted = Signal(object)  # printing.document.Document: a list, on paper
    deviation_wanted = Signal(object, object)  # UUIDs of a case and of what was noted, or None
    deviation_counts_wanted = Signal()  # count the reports of a period, among the key figures
    deviation_chosen = Signal(object)  # UUID: show the report of a deviation
    short_term_wanted = Signal(object, str)  # UUID of a case or None; decide, apply or arrive
    routine_wanted = Signal()  # the text of the 23-timmars routine, for everybody to read
    screen_wanted = Signal(str)  # key of a screen
    rule_wanted = Signal(str)  # key of a rule: open it where it is changed
    figure_wanted = Signal(object)  # domain.figures Figure: choose it, on its screen
    user_changed = Signal()
    learned = Signal()  # info, profile, staff and units are known (again)
    set_aside_counted = Signal(int)
    news_came = Signal(int)  # so many new messages since last seen
    minute = Signal(object)  # Instant: a minute has passed, words about time are said anew
    going = Signal()  # the store is being erased: nothing may be asked of it any more
    closing = Signal()  # the window closes
    stopped = Signal()  # nothing more may be asked now and then: the store is closing or going

    def __init__(self, desk: Desk, clerk: Clerk, theme: Theme, alerts: Alerts) -> None:
        super().__init__()
        self.alerts = alerts
        self.desk = desk
        self.clerk = clerk
        self.theme = theme
        self.preferences = Preferences(desk, clerk)
        self.watching = Watching(desk, clerk, self)
        self.info: StoreInfo | None = None
        self.profile: RuleProfile | None = None
        self.staff: tuple[StaffRow, ...] = ()
        self.units: tuple[str, ...] = ()
        self._mark: int | None = None
        self._said_of: dict[UUID, str] = {}
        self._minutes = QTimer(self)
        self._minutes.setInterval(_TICK)
        self._minutes.timeout.connect(lambda: self.minute.emit(self.now()))
        self._looks = QTimer(self)
        self._looks.setInterval(_LOOK)
        self._looks.timeout.connect(self._look)

    @property
    def system_name(self) -> str:
        """Give the region's system as staff say it (SAMSA, Link); plain words without a profile."""
        name = self.profile.system_short_name if self.profile is not None else ""
        return name or "regionens system"

    @property
    def deviation_codes(self) -> tuple[Code, ...]:
        """Give what a deviation can be about."""
        return self.profile.deviation_codes if self.profile is not None else ()

    @property
    def names(self) -> dict[UUID, str]:
        """Give the names of staff by id."""
        return {row.staff: row.name for row in self.staff}

    @property
    def telling(self) -> Telling:
        """Give what the timeline's lines need."""
        return Telling(profile=self.profile, staff=self.names)

    def learn(self) -> None:
        """Ask the desk for what hardly changes: profile, staff, units, the store."""
        desk = self.desk
        self.clerk.ask(
            lambda: _Known(desk.info(), desk.profile(), desk.staff(), desk.receivers()),
            self._know,
            key="known",
        )

    def _know(self, known: _Known) -> None:
        self.info, self.profile = known.info, known.profile
        self.staff, self.units = known.staff, known.units
        self.learned.emit()

    def begin(self) -> None:
        """Begin to keep time and to look for what other processes have written."""
        self._minutes.start()
        self._looks.start()

    def note_mark(self) -> None:
        """Note how far has been written, before anything is read: what comes later is news."""
        self.clerk.ask(self.desk.change_mark, self._compare)

    def stop(self) -> None:
        """Stop both."""
        self._minutes.stop()
        self._looks.stop()
        self.stopped.emit()

    def leave_store(self) -> None:
        """Ask nothing more of a store that is being erased: no ticking, no looking, no keeping."""
        self.stop()
        self.preferences.stop_keeping()
        self.going.emit()

    def now(self) -> Instant:
        """Give the desk's time."""
        return self.desk.now()

    @property
    def me(self) -> StaffRow:
        """Give the active user."""
        return self.desk.me

    def do(
        self,
        *commands: Command,
        told: str,
        then: Callable[[Done], None] | None = None,
        refused: Callable[[Refused], None] | None = None,
    ) -> None:
        """Have an act done: `told` is what the strip says when it is durable, with Ångra.

        A refusal goes to `refused`, else to the strip.
        """
        self.settle(lambda: self.desk.act(*commands), told=told, then=then, refused=refused)

    def settle(
        self,
        work: Callable[[], Done | Refused],
        *,
        told: str,
        then: Callable[[Done], None] | None = None,
        refused: Callable[[Refused], None] | None = None,
    ) -> None:
        """Have anything done that answers Done or Refused, and tell of it as `do` does."""

        def answer(outcome: Done | Refused) -> None:
            if isinstance(outcome, Refused):
                (refused or self._tell_refusal)(outcome)
                return
            self._said_of[outcome.act] = told
            self.told.emit(told)
            self._note_change(outcome.changed)
            if then is not None:
                then(outcome)

        self.clerk.ask(work, answer)

    def undo(self) -> None:
        """Take back my last act (Ctrl+Z)."""

        def answer(outcome: Done | Refused) -> None:
            if isinstance(outcome, Refused):
                self._tell_refusal(outcome)
                return
            self.noted.emit(f"Ångrat: {self._what(outcome)} är taget tillbaka")
            self._note_change(outcome.changed)

        self.clerk.ask(self.desk.undo, answer)

    def _what(self, undone: Done) -> str:
        """Say which act was taken back, in the words it was told with, while they are known."""
        for command in undone.commands:
            if isinstance(command, TakeBack) and command.act in self._said_of:
                return f"”{self._said_of[command.act]}”"
        return "det senaste du gjorde"

    def be(self, staff: UUID) -> None:
        """Change the active user."""

        def answer(me: StaffRow) -> None:
            self.preferences.load()
            self.user_changed.emit()
            # Last, for the strip is cleared of what the one before did.
            self.noted.emit(f"Nu arbetar {me.name} här")
            self._note_change(Changed(everything=True))

        self.clerk.ask(lambda: self.desk.be(staff), answer)

    def refresh(self) -> None:
        """Let every screen fetch anew (F5)."""
        self._note_change(Changed(everything=True))

    def _note_change(self, changed: Changed) -> None:
        """Tell the screens, and don't take our own writing for somebody else's."""
        self.changed.emit(changed)

    def _tell_refusal(self, refused: Refused) -> None:
        self.warned.emit(sentence(refused))

    def _look(self) -> None:
        """See whether another process (command line, helper) has written."""
        if self.clerk.is_idle:
            self.note_mark()

    def _compare(self, mark: int) -> None:
        first, changed = self._mark is None, mark != self._mark
        self._mark = mark
        if changed and not first:
            self._note_change(Changed(everything=True))
