"""The screens of the program as typed things, for stories that go from one to the next."""

from dataclasses import dataclass
from typing import cast

from PySide6.QtWidgets import QLineEdit, QWidget

from hands.eyes import rows_of
from hands.workstation import Workstation
from kontaktpunkt.ui.screens.case.homecoming.screen import HomecomingScreen
from kontaktpunkt.ui.screens.case.screen import CaseScreen
from kontaktpunkt.ui.screens.entry.screen import EntryScreen
from kontaktpunkt.ui.screens.follow_up.screen import FollowUpScreen
from kontaktpunkt.ui.screens.inbox.screen import InboxScreen
from kontaktpunkt.ui.screens.meeting.screen import MeetingScreen
from kontaktpunkt.ui.screens.paper.screen import PaperScreen
from kontaktpunkt.ui.screens.reconcile.screen import ReconcileScreen
from kontaktpunkt.ui.screens.set_aside.screen import SetAsideScreen
from kontaktpunkt.ui.screens.settings.screen import SettingsScreen
from kontaktpunkt.ui.screens.short_term.screen import ShortTermScreen
from kontaktpunkt.ui.screens.weekend.screen import WeekendScreen
from kontaktpunkt.usecases.rows import InboxView


@dataclass(frozen=True)
class Rooms:
    """Where each screen of a workstation's window is found."""

    at: Workstation

    @property
    def inbox(self) -> InboxScreen:
        """Give the inbox."""
        return cast("InboxScreen", self.at.screen("inbox"))

    @property
    def case(self) -> CaseScreen:
        """Give the case."""
        return cast("CaseScreen", self.at.screen("case"))

    @property
    def follow_up(self) -> FollowUpScreen:
        """Give the daily follow-up."""
        return cast("FollowUpScreen", self.at.screen("follow_up"))

    @property
    def homecoming(self) -> HomecomingScreen:
        """Give the homecoming of one person."""
        return cast("HomecomingScreen", self.at.screen("homecoming"))

    @property
    def meeting(self) -> MeetingScreen:
        """Give the meeting of the team (avstämning)."""
        return cast("MeetingScreen", self.at.screen("meeting"))

    @property
    def weekend(self) -> WeekendScreen:
        """Give Helg & jour."""
        return cast("WeekendScreen", self.at.screen("weekend"))

    @property
    def short_term(self) -> ShortTermScreen:
        """Give the board of short-stay places (Korttid)."""
        return cast("ShortTermScreen", self.at.screen("short_term"))

    @property
    def entry(self) -> EntryScreen:
        """Give the form of a message by hand."""
        return cast("EntryScreen", self.at.screen("entry"))

    @property
    def reconcile(self) -> ReconcileScreen:
        """Give Stäm av."""
        return cast("ReconcileScreen", self.at.screen("reconcile"))

    @property
    def paper(self) -> PaperScreen:
        """Give the papers."""
        return cast("PaperScreen", self.at.screen("paper"))

    @property
    def set_aside(self) -> SetAsideScreen:
        """Give what could not be read."""
        return cast("SetAsideScreen", self.at.screen("set_aside"))

    @property
    def settings(self) -> SettingsScreen:
        """Give the settings."""
        return cast("SettingsScreen", self.at.screen("settings"))

    def go_to(self, key: str) -> None:
        """Click on a screen in the rail: which number it has is for whoever uses it daily."""
        self.at.click(self.at.window.rail.entry(key))

    def inbox_rows(self) -> list[str]:
        """Give what the rows of the inbox say."""
        return rows_of(self.inbox.list) if self.inbox.list.isVisible() else []

    def turn_to(self, view: InboxView) -> None:
        """Click on a view of the inbox."""
        self.at.click(self.inbox.head.tab(view))

    def panel_field(self, name: str) -> QLineEdit:
        """Give a field, by its label, of the small panel that is open on the card."""
        panel = self.inbox.drawer.open
        assert panel is not None, "no panel is open"
        return field_of(panel, name)


def field_of(whole: QWidget, name: str) -> QLineEdit:
    """Give a visible field of one line by its label."""
    fields = whole.findChildren(QLineEdit)
    found = [one for one in fields if one.accessibleName() == name and one.isVisible()]
    assert found, f"no field is called {name!r}"
    return found[0]
