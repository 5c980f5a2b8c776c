"""Which screens there are, where they stand in the rail, and how each is made when first wanted."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from kontaktpunkt.ui.care import StoreCare
from kontaktpunkt.ui.frame.window import Place
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.screens.inbox.screen import InboxScreen
from kontaktpunkt.ui.workplace import Workplace

Maker = Callable[[Workplace, StoreCare | None], Screen]


@dataclass(frozen=True, slots=True)
class Room:
    """A screen by its key, and how it is made."""

    key: str
    make: Maker


def _inbox(workplace: Workplace, _care: StoreCare | None) -> Screen:
    return InboxScreen(workplace)


# The other screens are loaded when first wanted: their imports would delay the first paint.
def _follow_up(workplace: Workplace, _care: StoreCare | None) -> Screen:
    from kontaktpunkt.ui.screens.follow_up.screen import FollowUpScreen  # noqa: PLC0415  late

    return FollowUpScreen(workplace)


def _unit_week(workplace: Workplace, _care: StoreCare | None) -> Screen:
    from kontaktpunkt.ui.screens.unit_week.screen import UnitWeekScreen  # noqa: PLC0415  late

    return UnitWeekScreen(workplace)


def _plan(workplace: Workplace, _care: StoreCare | None) -> Screen:
    from kontaktpunkt.ui.screens.case.plan.screen import PlanScreen  # noqa: PLC0415  late

    return PlanScreen(workplace)


def _plans(workplace: Workplace, _care: StoreCare | None) -> Screen:
    from kontaktpunkt.ui.screens.plans.screen import PlansScreen  # noqa: PLC0415  late

    return PlansScreen(workplace)


def _concerns(workplace: Workplace, _care: StoreCare | None) -> Screen:
    from kontaktpunkt.ui.screens.concerns.screen import ConcernsScreen  # noqa: PLC0415  late

    return ConcernsScreen(workplace)


def _deviations(workplace: Workplace, _care: StoreCare | None) -> Screen:
    from kontaktpunkt.ui.screens.deviations.screen import DeviationsScreen  # noqa: PLC0415  late

    return DeviationsScreen(workplace)


def _causes(workplace: Workplace, _care: StoreCare | None) -> Screen:
    from kontaktpunkt.ui.screens.causes.screen import CausesScreen  # noqa: PLC0415  late

    return CausesScreen(workplace)


def _homecoming(workplace: Workplace, _care: StoreCare | None) -> Screen:
    from kontaktpunkt.ui.screens.case.homecoming.screen import (  # noqa: PLC0415  late
        HomecomingScreen,
    )

    return HomecomingScreen(workplace)


def _meeting(workplace: Workplace, _care: StoreCare | None) -> Screen:
    from kontaktpunkt.ui.screens.meeting.screen import MeetingScreen  # noqa: PLC0415  late

    return MeetingScreen(workplace)


def _case(workplace: Workplace, _care: StoreCare | None) -> Screen:
    from kontaktpunkt.ui.screens.case.screen import CaseScreen  # noqa: PLC0415  late

    return CaseScreen(workplace)


def _entry(workplace: Workplace, _care: StoreCare | None) -> Screen:
    from kontaktpunkt.ui.screens.entry.screen import EntryScreen  # noqa: PLC0415  late

    return EntryScreen(workplace)


def _back_entry(workplace: Workplace, _care: StoreCare | None) -> Screen:
    from kontaktpunkt.ui.screens.back_entry.screen import BackEntryScreen  # noqa: PLC0415  late

    return BackEntryScreen(workplace)


def _reconcile(workplace: Workplace, _care: StoreCare | None) -> Screen:
    from kontaktpunkt.ui.screens.reconcile.screen import ReconcileScreen  # noqa: PLC0415  late

    return ReconcileScreen(workplace)


def _short_term(workplace: Workplace, _care: StoreCare | None) -> Screen:
    from kontaktpunkt.ui.screens.short_term.screen import ShortTermScreen  # noqa: PLC0415  late

    return ShortTermScreen(workplace)


def _care_requests(workplace: Workplace, _care: StoreCare | None) -> Screen:
    from kontaktpunkt.ui.screens.care_requests.screen import CareRequestsScreen  # noqa: PLC0415  late

    return CareRequestsScreen(workplace)


def _weekend(workplace: Workplace, _care: StoreCare | None) -> Screen:
    from kontaktpunkt.ui.screens.weekend.screen import WeekendScreen  # noqa: PLC0415  late

    return WeekendScreen(workplace)


def _outage(workplace: Workplace, _care: StoreCare | None) -> Screen:
    from kontaktpunkt.ui.screens.outage.screen import OutageScreen  # noqa: PLC0415  late

    return OutageScreen(workplace)


def _paper(workplace: Workplace, _care: StoreCare | None) -> Screen:
    from kontaktpunkt.ui.screens.paper.screen import PaperScreen  # noqa: PLC0415  late

    return PaperScreen(workplace)


def _set_aside(workplace: Workplace, _care: StoreCare | None) -> Screen:
    from kontaktpunkt.ui.screens.set_aside.screen import SetAsideScreen  # noqa: PLC0415  late

    return SetAsideScreen(workplace)


def _duty(workplace: Workplace, _care: StoreCare | None) -> Screen:
    from kontaktpunkt.ui.screens.duty.screen import DutyScreen  # noqa: PLC0415  late

    return DutyScreen(workplace)


def _liability(workplace: Workplace, _care: StoreCare | None) -> Screen:
    from kontaktpunkt.ui.screens.liability.screen import LiabilityScreen  # noqa: PLC0415  late

    return LiabilityScreen(workplace)


def _figures(workplace: Workplace, _care: StoreCare | None) -> Screen:
    from kontaktpunkt.ui.screens.figures.screen import FiguresScreen  # noqa: PLC0415  late

    return FiguresScreen(workplace)


def _contacts(workplace: Workplace, _care: StoreCare | None) -> Screen:
    from kontaktpunkt.ui.screens.contacts.screen import ContactsScreen  # noqa: PLC0415  late

    return ContactsScreen(workplace)


def _settings(workplace: Workplace, care: StoreCare | None) -> Screen:
    from kontaktpunkt.ui.screens.settings.screen import SettingsScreen  # noqa: PLC0415  late

    return SettingsScreen(workplace, care)


PLACES: Final = (
    Place("inbox", "Inkorg", "inbox", also="meddelanden"),
    Place(
        "follow_up", "Uppföljning", "hospital", also="på sjukhus avstämning utskrivningsklara lista"
    ),
    Place("weekend", "Helg & jour", "clock", also="kväll natt lördag söndag helgpaket bevakning"),
    Place("short_term", "Korttid", "bed", also="korttidsplatser platser kö beslut"),
    Place("care_requests", "Vårdbegäran", "kind_request_out", also="skickad till akuten"),
    Place("paper", "Papper", "paper", also="blankett skriv ut reservrutin"),
    Place(
        "outage", "Driftstopp", "outage", also="samsa link ligger nere reservrutin avbrott övning"
    ),
    Place("set_aside", "Ej inläst", "set_aside", also="fel fil"),
    Place("duty", "Vem gör vad", "unit", also="telefontid jour ansvar schema"),
    Place("figures", "Nyckeltal", "chart", also="statistik diagram rapport kartläggning"),
    Place("liability", "Fakturakontroll", "check", also="betalningsansvar faktura belopp"),
    Place("deviations", "Avvikelser", "deviation", also="avvikelserapport samverkan R12 svar"),
    Place(
        "contacts",
        "Kontakter",
        "phone",
        whole="Enheter och kontakter",
        also="telefonnummer hos oss provring telefonlista",
    ),
    Place("settings", "Inställningar", "settings", last=True, also="utseende textstorlek lager"),
)
"""The rail: only rooms that work."""

ROOMS: Final = {
    "inbox": _inbox,
    "follow_up": _follow_up,
    "homecoming": _homecoming,
    "unit_week": _unit_week,
    "plan": _plan,
    "plans": _plans,
    "concerns": _concerns,
    "causes": _causes,
    "deviations": _deviations,
    "meeting": _meeting,
    "case": _case,
    "entry": _entry,
    "back_entry": _back_entry,
    "reconcile": _reconcile,
    "short_term": _short_term,
    "care_requests": _care_requests,
    "weekend": _weekend,
    "paper": _paper,
    "outage": _outage,
    "set_aside": _set_aside,
    "duty": _duty,
    "figures": _figures,
    "liability": _liability,
    "contacts": _contacts,
    "settings": _settings,
}
"""Every screen by its key, with its maker."""
