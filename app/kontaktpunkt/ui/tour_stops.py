"""The stops of the tour: what is brought on screen for each picture, and in which order."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final, cast
from uuid import UUID

from kontaktpunkt.domain.calendar.clock_kind import ClockKind
from kontaktpunkt.ui.app import Program
from kontaktpunkt.ui.rooms import PLACES
from kontaktpunkt.ui.screens.case.screen import CaseScreen
from kontaktpunkt.ui.screens.inbox.acts import Act
from kontaktpunkt.ui.screens.inbox.screen import InboxScreen
from kontaktpunkt.ui.theme.theme import Mode
from kontaktpunkt.ui.tour_outage import begin_stop, end_stop
from kontaktpunkt.ui.workplace import Workplace

if TYPE_CHECKING:  # they are loaded when first wanted (rooms.py)
    from kontaktpunkt.ui.screens.deviations.screen import DeviationsScreen
    from kontaktpunkt.ui.screens.entry.screen import EntryScreen
    from kontaktpunkt.ui.screens.figures.screen import FiguresScreen
    from kontaktpunkt.ui.screens.liability.screen import LiabilityScreen
    from kontaktpunkt.ui.screens.meeting.screen import MeetingScreen
    from kontaktpunkt.ui.screens.short_term.screen import ShortTermScreen
    from kontaktpunkt.ui.screens.unit_week.screen import UnitWeekScreen

Stop = tuple[str, Callable[[], object]]
"""The name of a picture, and what brings it on screen."""

_LETTERS: Final = str.maketrans({"å": "a", "ä": "a", "ö": "o", " ": "-", "&": None})
_READY, _WITH_A_RESERVE_NUMBER = "Alma Sundqvist", "Thomas Gren"
_LATE_NOTICE: Final = "Norell"
_UNIT: Final = "Hemvårdsgrupp Norra"
_OPENED_RULE: Final = "planning_answer_hours"
_LAW: Final = "lag-2017-612"
_TEAM: Final = "A. Berg, M. Holm, R. Sandin, K. Ek"

_COPIED: Final = """Inskrivningsmeddelande
Personnummer: 18900102-9801
Namn: Exempelsson, Exempla
Sjukhus: Exempelsjukhuset
Avdelning: Avd 3
Telefon avdelning: 0510-850 03
Inskriven: 2026-03-02 21:40
Beräknad utskrivning: 2026-03-06
Beräknad utskrivning: 2026-03-09
Har med sig rollator och glasögon"""
"""A text as it is copied from the region's screen; who was born in 1890 is nobody who lives."""

_LIST: Final = b"""id,admission_notice_sent,ready_notice_sent,ready_withdrawn,sip_needed,\
summons_sent,regional_services,discharged,home_municipality,placing_municipality,care
V-101,2026-02-26T10:00+01:00,2026-03-02T10:00+01:00,,no,,available,2026-03-09T11:00+01:00,Almby,,somatic
V-102,2026-02-27T09:00+01:00,2026-03-02T12:30+01:00,,no,,available,2026-03-05T13:00+01:00,Almby,,somatic
V-103,2026-02-20T15:00+01:00,2026-03-03T09:00+01:00,2026-03-04T08:00+01:00,no,,available,,Almby,,somatic
V-104,,2026-03-04T09:30+01:00,,no,,available,2026-03-12T10:00+01:00,Ekfors,,somatic
V-105,2026-02-25T11:00+01:00,2026-03-05T10:00+01:00,,yes,2026-03-06T09:00+01:00,available,\
2026-03-16T10:00+01:00,Ekfors,Almby,psychiatric
V-106,2026-02-28T08:00+01:00,2026-03-06T09:00+01:00,,no,,unclear,2026-03-13T14:00+01:00,Ekfors,,somatic
"""
"""A region's list of stays that nobody had, for the invoice control."""


def picture_name(title: str) -> str:
    """Give the name that the picture of a screen has: its title in letters that any disk takes."""
    return title.casefold().translate(_LETTERS).replace("--", "-")


class Stops:
    """Brings each picture on screen; `settle` waits until all that was asked for is there."""

    def __init__(self, program: Program, settle: Callable[[], None]) -> None:
        self._program = program
        self._settle = settle

    def all(self) -> Iterator[Stop]:
        """Give what is shown, in order; each stop begins from the inbox in light."""
        yield from self._of_inbox()
        yield from self._of_places()
        yield "driftstopp-pagar", lambda: begin_stop(self._workplace, self._settle)
        end_stop(self._workplace, self._settle)
        yield from self._of_cases()
        yield from self._of_the_team()
        yield "nytt-meddelande", self._entry
        yield "nytt-meddelande-inklistrat", self._pasted
        yield "sok", self._palette
        yield "hjalp", self._help
        yield "inkorg-mork", lambda: self.look(Mode.DARK, 100)
        yield "inkorg-hog-kontrast", lambda: self.look(Mode.HIGH_CONTRAST, 100)
        yield "inkorg-150", lambda: self.look(Mode.LIGHT, 150)

    def look(self, mode: Mode, percent: int) -> None:
        """Show the inbox in light, dark or high contrast, and in a size of text."""
        self._first_row()
        self._program.theme.set_look(mode, percent)

    def _of_inbox(self) -> Iterator[Stop]:
        yield "inkorg", lambda: self.look(Mode.LIGHT, 100)
        yield "inkorg-lamna-till", lambda: self._act(Act.HAND_OVER)
        yield "inkorg-samtal", lambda: self._act(Act.CALL)
        yield "inkorg-tom", self._empty_list
        yield "inkorg-skyddad", self._masked

    def _of_places(self) -> Iterator[Stop]:
        for place in PLACES[1:]:
            yield picture_name(place.title), lambda key=place.key: self._show(key)
        yield "korttidsbeslut", self._granting
        self._board.panels.close_all()
        yield "nyckeltal-rapporter", lambda: self._figures_tab(1)
        self._figures_tab(0)
        yield "fakturakontroll-lista", self._list_loaded
        self._liability.bar.profile.setCurrentIndex(0)
        self._liability.begin_anew()
        yield "installningar-regel", self._rule_opened
        yield "stam-av", lambda: self._show("reconcile")

    def _of_cases(self) -> Iterator[Stop]:
        yield "arende", lambda: self._case(1)
        yield "arende-underlag", self._evidence
        yield "arende-samma-person", self._met_twice
        yield "arende-23-timmars", lambda: self._case(0)
        yield "hemgang", self._homecoming
        yield "sip", self._plan

    def _of_the_team(self) -> Iterator[Stop]:
        yield "min-enhet", self._unit_week
        yield "sip-veckan", lambda: self._show("plans")
        yield "orsaker", lambda: self._show("causes")
        yield "ska-ses-over", lambda: self._show("concerns")
        yield "avvikelse-skrivs", self._deviation_written
        self._deviations.forms.close()
        yield "avstamning-borja", lambda: self._show("meeting")
        yield "avstamning", self._meeting_begun
        # Taken back, so that the pictures of the next size begin from the same morning.
        self._workplace.undo()
        self._settle()
        self._program.window.strip.clear()

    # --- where things are -------------------------------------------------------------------
    @property
    def _workplace(self) -> Workplace:
        place = self._program.reception.workplace
        assert place is not None  # noqa: S101 – the tour begins with a desk
        return place

    @property
    def _inbox(self) -> InboxScreen:
        return cast("InboxScreen", self._program.reception.screen("inbox"))

    @property
    def _case_screen(self) -> CaseScreen:
        return cast("CaseScreen", self._program.reception.screen("case"))

    @property
    def _liability(self) -> "LiabilityScreen":
        return cast("LiabilityScreen", self._program.reception.screen("liability"))

    @property
    def _deviations(self) -> "DeviationsScreen":
        return cast("DeviationsScreen", self._program.reception.screen("deviations"))

    @property
    def _board(self) -> "ShortTermScreen":
        return cast("ShortTermScreen", self._program.reception.screen("short_term"))

    @property
    def _form(self) -> "EntryScreen":
        return cast("EntryScreen", self._program.window.screens["entry"])

    def _with_case_of(self, name: str, then: Callable[[UUID], None]) -> None:
        """Do something with the case of somebody in the demo, and wait for it."""
        place = self._workplace
        place.clerk.ask(
            lambda: place.desk.search(name).cases,
            lambda cases: then(cases[0].case) if cases else None,
        )
        self._settle()

    # --- going there ------------------------------------------------------------------------
    def _show(self, key: str) -> None:
        window = self._program.window
        window.palette_panel.close_palette()
        window.help.hide()
        self._program.reception.show(key)

    def _first_row(self) -> None:
        self._show("inbox")
        self._inbox.drawer.close_drawer()
        self._inbox.head.field.clear()
        self._settle()
        self._inbox.list.choose(0)

    def _act(self, act: Act) -> None:
        self._first_row()
        self._settle()
        self._inbox.acts_.actions[act].trigger()

    def _empty_list(self) -> None:
        self._first_row()
        self._inbox.head.field.setText("ingen heter så")

    def _masked(self) -> None:
        self._first_row()
        model = self._inbox.model
        for place in range(min(model.rowCount(), 60)):
            row = model.row(place)
            if row is not None and (row.masked or row.protection.value != "none"):
                self._inbox.list.choose(place)
                return

    def _list_loaded(self) -> None:
        self._show("liability")
        self._settle()
        choice = self._liability.bar.profile
        choice.setCurrentIndex(max(0, choice.findData(_LAW)))
        self._liability.take_list(_LIST)

    def _granting(self) -> None:
        self._show("short_term")
        self._settle()
        self._board.acts_bar.grant.trigger()

    def _figures_tab(self, place: int) -> None:
        self._show("figures")
        cast("FiguresScreen", self._program.reception.screen("figures")).turn_to(place)

    def _rule_opened(self) -> None:
        self._first_row()
        self._workplace.rule_wanted.emit(_OPENED_RULE)

    def _case(self, place: int) -> None:
        self._first_row()
        self._settle()
        self._inbox.list.choose(place)
        self._settle()
        self._inbox.acts_.actions[Act.OPEN].trigger()

    def _evidence(self) -> None:
        """Open the clock of payment liability to what it stands on."""
        self._first_row()
        self._with_case_of(_READY, self._workplace.case_wanted.emit)
        self._case_screen.clocks.row(ClockKind.PAYMENT_START).toggle.setChecked(True)

    def _met_twice(self) -> None:
        """Compare the one of the demo who came by a reserve number with who he seems to be."""
        self._first_row()
        self._with_case_of(_WITH_A_RESERVE_NUMBER, self._workplace.case_wanted.emit)
        joining = self._case_screen.joining
        if joining.offers:
            joining.compare_wanted.emit(joining.offers[0])

    def _homecoming(self) -> None:
        self._first_row()
        self._with_case_of(_READY, self._workplace.homecoming_wanted.emit)

    def _plan(self) -> None:
        self._first_row()
        self._with_case_of(_READY, self._workplace.plan_wanted.emit)

    def _unit_week(self) -> None:
        self._show("unit_week")
        self._settle()
        screen = cast("UnitWeekScreen", self._program.reception.screen("unit_week"))
        place = screen.unit.findText(_UNIT)
        screen.unit.setCurrentIndex(place)
        screen.unit.activated.emit(place)

    def _meeting_begun(self) -> None:
        meeting = cast("MeetingScreen", self._program.reception.screen("meeting"))
        self._show("meeting")
        meeting.beginning.participants.setText(_TEAM)
        meeting.beginning.start.click()

    def _deviation_written(self) -> None:
        """Begin a report from the case of somebody whose admission notice came late."""
        place = self._workplace
        self._first_row()
        self._with_case_of(_LATE_NOTICE, lambda case: place.deviation_wanted.emit(case, None))

    def _entry(self) -> None:
        self._first_row()
        self._program.window.keys.actions["new_message"].trigger()
        self._settle()
        # A draft of the stop before is put away: each picture begins from an empty form.
        self._form.clear()

    def _pasted(self) -> None:
        """Paste a text about nobody who exists."""
        self._entry()
        self._form.paster.field.pasted.emit(_COPIED)

    def _palette(self) -> None:
        self._first_row()
        self._program.window.keys.actions["search"].trigger()
        self._settle()
        self._program.window.palette_panel.field.setText("med")

    def _help(self) -> None:
        self._first_row()
        self._program.window.keys.actions["help"].trigger()
