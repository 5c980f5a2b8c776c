"""How each rule is typed: its cells by key, and its group on the screen."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from kontaktpunkt.domain.calendar.local_days import Feast
from kontaktpunkt.domain.events.place import PlaceKind
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.profile import (
    AverageWindow,
    DayKind,
    PacketPeople,
    PaymentModel,
    TimeUnit,
)
from kontaktpunkt.domain.profile.emergency_shapes import CareParty
from kontaktpunkt.domain.side import Side
from kontaktpunkt.domain.staff import Role
from kontaktpunkt.ui.screens.settings.rules.cells import Cell, CellKind, Shape
from kontaktpunkt.wording.words import word

K = CellKind


class Group(StrEnum):
    """The groups of the screen, in its order; the value is what stands above them."""

    SYSTEM = "Region och system"
    HOURS = "Tider och bevakning"
    STEPS = "Planeringssteg"
    PAYMENT = "Betalningsansvar"
    AMOUNTS = "Belopp per år"
    OBSTACLES = "Hinder, beredskap och avvikelser"
    TRACKS = "Processpår"
    EMERGENCY = "23-timmars"
    NAMES = "Meddelandenas namn"
    PASTED = "Ord i inklistrad text"
    SHORT_TERM = "Korttid"
    OUTAGE = "Driftstopp"
    OTHER = "Övrigt"


AMOUNT: Final = "amount."


def _choices(members: Iterable[StrEnum]) -> tuple[tuple[str, str], ...]:
    return tuple((member.value, word(member)) for member in members)


_YES_NO: Final = (("true", "ja"), ("false", "nej"))
_COLOURS: Final = tuple((name, name) for name in ("grön", "gul", "röd", "blå", "lila", "grå"))
_FORMS: Final = tuple((name, name) for name in ("cirkel", "triangel", "fyrkant", "romb", "stjärna"))
_ROLE: Final = Cell("role", "Roll", K.CHOICE, _choices(Role), needed=False)
_NOTE: Final = Cell("note", "Anmärkning", needed=False, wide=True)
_HOURS: Final = Cell("hours", "Från och till", K.HOURS, hint="08:30–11:30")

_WORDS: Final = Shape((Cell("", "Värde", wide=True),))
_NUMBER: Final = Shape((Cell("", "Värde", K.NUMBER),))
_DECIMAL: Final = Shape((Cell("", "Värde", K.DECIMAL),))
_CLOCK: Final = Shape((Cell("", "Klockslag", K.CLOCK),))
_ROLES: Final = Shape((Cell("", "Roll", K.CHOICE, _choices(Role)),), many=True, row_name="roll")
_CLOCKS: Final = Shape((Cell("", "Klockslag", K.CLOCK),), many=True, row_name="klockslag")
_YES: Final = Shape((Cell("", "Värde", K.CHOICE, _YES_NO),))
_LABELS: Final = Shape((Cell("", "Ord", wide=True),), many=True, row_name="ord")
_DUTY: Final = Shape((_HOURS, Cell("label", "Vem, som ni säger"), _ROLE), many=True, row_name="tid")
_ANSWERER: Final = Shape((Cell("label", "Vem, som ni säger"), _ROLE, _NOTE))
_CODES: Final = Shape(
    (
        Cell("code", "Kod", K.KEPT),
        Cell("label", "Benämning", wide=True),
        Cell("side", "Vems del", K.CHOICE, _choices(Side), needed=False),
    ),
    many=True,
    row_name="rad",
)
_LIMIT: Final = Shape(
    (Cell("count", "Antal", K.NUMBER), Cell("unit", "Räknas i", K.CHOICE, _choices(TimeUnit)))
)
_WEEK: Final = Shape(
    (
        Cell("weekday", "Måndag–fredag", K.SPANS, needed=False, hint="07:00–16:30"),
        Cell("saturday", "Lördag", K.SPANS, needed=False, hint="stängt"),
        Cell("sunday", "Söndag", K.SPANS, needed=False, hint="stängt"),
    )
)
_STEPS: Final = Shape(
    (
        Cell("key", "Nyckel", K.KEPT),
        Cell("label", "Steg", wide=True),
        _ROLE,
        Cell("message", "Vid meddelande", K.CHOICE, _choices(MessageKind), needed=False),
        Cell("days", "Dagar (ingen vald: alla)", K.CHECKS, _choices(DayKind), needed=False),
        _NOTE,
    ),
    many=True,
    row_name="steg",
)
_TRACKS: Final = Shape(
    (
        Cell("code", "Kod", K.KEPT),
        Cell("label", "Spår", wide=True),
        Cell("colour", "Färg", K.CHOICE, _COLOURS, needed=False),
        Cell("shape", "Form", K.CHOICE, _FORMS, needed=False),
        Cell("deadline_hours", "Klart inom (timmar)", K.NUMBER, needed=False),
        Cell("sip", "SIP", K.CHOICE, _YES_NO, needed=False),
    ),
    many=True,
    row_name="spår",
)
_EMERGENCY_STEPS: Final = Shape(
    (
        Cell("key", "Nyckel", K.KEPT),
        Cell("label", "Del", wide=True),
        Cell("party", "Vem", K.CHOICE, _choices(CareParty)),
        _NOTE,
    ),
    many=True,
    row_name="del",
)
_FREE_DAYS: Final = Shape(
    (
        Cell("day", "Dag", K.DAY, hint="2026-06-05"),
        Cell("name", "Namn", wide=True),
        Cell("closes", "Halv dag: stänger kl", K.CLOCK, needed=False, hint="12:00"),
    ),
    many=True,
    row_name="dag",
)
_PERIODS: Final = Shape(
    (
        Cell("starts", "Från och med", K.DAY, hint="2026-12-23"),
        Cell("ends", "Till och med", K.DAY, hint="2027-01-06"),
        Cell("name", "Namn", wide=True),
    ),
    many=True,
    row_name="period",
)
_PREFILLED: Final = Shape(
    (
        Cell("form", "Blankett", hint="R5"),
        Cell("people", "Ifylld för", K.CHOICE, _choices(PacketPeople)),
    ),
    many=True,
    row_name="blankett",
)
_BLANKS: Final = Shape(
    (Cell("form", "Blankett", hint="R2"), Cell("count", "Antal tomma", K.NUMBER)),
    many=True,
    row_name="blankett",
)
_FEASTS: Final = Shape((Cell("", "Storhelger", K.CHECKS, _choices(Feast)),))
_PLACE_KINDS: Final = Shape(
    (Cell("", "Slags plats", K.CHOICE, _choices(PlaceKind)),), many=True, row_name="plats"
)
AMOUNT_SHAPE: Final = Shape(
    (
        Cell("kronor", "Kronor per vårddygn", K.DECIMAL),
        Cell("instrument", "Föreskrift eller beslut", needed=False, hint="HSLF-FS 2018:67"),
    )
)

_SHAPES: Final = {
    "office_hours": _WEEK,
    "phone_otherwise": _ANSWERER,
    "watch_otherwise": _ANSWERER,
    "manager_on_call": _ANSWERER,
    "steps": _STEPS,
    "emergency_steps": _EMERGENCY_STEPS,
    "tracks": _TRACKS,
    "obstacle_codes": _CODES,
    "deviation_codes": _CODES,
    "readiness_items": _CODES,
    "paused_services": _CODES,
    "admission_causes": _CODES,
    "meetings": _CODES,
    "short_term_search_order": _PLACE_KINDS,
    "short_term_valid_until": _CLOCK,
    "short_term_tried": _CODES,
    "short_term_handed_over": _CODES,
    "short_term_told": _CODES,
    "packet_prefilled": _PREFILLED,
    "packet_blanks": _BLANKS,
    "second_eyes_forms": Shape((Cell("", "Blankett", hint="R2"),), many=True, row_name="blankett"),
    "outage_only_me": _CODES,
    "outage_until_forms": _CODES,
    "tell_of_outage": _CODES,
    "ring_round_times": _CLOCKS,
    "planning_answer_weekdays_only": _YES,
    "deviation_answer": _LIMIT,
    "signs_for_missing": _ROLES,
    "goal_mean_days": _DECIMAL,
    "comparison_home_within_day": _DECIMAL,
    "major_holidays": _FEASTS,
    "major_holiday_periods": _PERIODS,
    "own_free_days": _FREE_DAYS,
    "payment.model": Shape((Cell("", "Modell", K.CHOICE, _choices(PaymentModel)),)),
    "payment.psychiatric_model": Shape((Cell("", "Modell", K.CHOICE, _choices(PaymentModel)),)),
    "payment.cut_off": _CLOCK,
    "payment.average_window": Shape((Cell("", "Räknas över", K.CHOICE, _choices(AverageWindow)),)),
    "payment.average_counts_zero_days": _YES,
    "payment.average_level": _DECIMAL,
    "payment.compulsory_outpatient_included": _YES,
    "payment.discharge_day_paid": _YES,
}
_FAMILIES: Final = {
    "message_name": _WORDS,
    "pasted": _LABELS,
    "phone_hours": _DUTY,
    "inbox_watch_hours": _DUTY,
    "emergency_duty": _DUTY,
    "amount": AMOUNT_SHAPE,
}
_NUMBERS: Final = ("_minutes", "_hours", "_days", "_per_day", "_group")
_TEXTS: Final = ("system_name", "system_short_name", "overview_name")
_TEXT_KEYS: Final = (*_TEXTS, "deviation_address")
_GROUPS: Final = {
    **dict.fromkeys(
        ("fallback_after_minutes", "tell_of_outage", "signs_for_missing", "second_eyes_forms"),
        Group.OUTAGE,
    ),
    "message_name": Group.NAMES,
    "pasted": Group.PASTED,
    "payment": Group.PAYMENT,
    "amount": Group.AMOUNTS,
    "phone_hours": Group.HOURS,
    "inbox_watch_hours": Group.HOURS,
    "steps": Group.STEPS,
    "tracks": Group.TRACKS,
    "goal_mean_days": Group.PAYMENT,
    "comparison_home_within_day": Group.PAYMENT,
    **dict.fromkeys(_TEXTS, Group.SYSTEM),
    **dict.fromkeys(
        (
            "obstacle_codes",
            "deviation_codes",
            "deviation_answer",
            "deviation_address",
            "readiness_items",
            "paused_services",
            "admission_causes",
        ),
        Group.OBSTACLES,
    ),
    **dict.fromkeys(
        (
            "untaken_minutes",
            "office_hours",
            "phone_otherwise",
            "watch_otherwise",
            "inbox_checks_per_day",
            "admission_notice_hours",
            "summons_days",
            "planning_answer_hours",
            "planning_answer_weekdays_only",
            "meetings",
            "major_holidays",
            "major_holiday_periods",
            "own_free_days",
            "phone_good_days",
            "phone_nag_days",
            "home_late_minutes",
            "contingency_minutes",
            "follow_up_days",
            "readmission_days",
            "small_group",
        ),
        Group.HOURS,
    ),
}


def shape_of(key: str) -> Shape | None:
    """Say how a rule is typed; None for one that cannot be changed on the screen."""
    found = _SHAPES.get(key) or _FAMILIES.get(key.partition(".")[0])
    if found is not None:
        return found
    if key in _TEXT_KEYS:
        return _WORDS
    return _NUMBER if key.endswith((*_NUMBERS, "_after_cut_off")) else None


def group_of(key: str) -> Group:
    """Say in which group a rule stands."""
    found = _GROUPS.get(key) or _GROUPS.get(key.partition(".")[0])
    if found is not None:
        return found
    if key.startswith("short_term"):
        return Group.SHORT_TERM
    if key.startswith(("packet_", "outage_", "ring_round")):
        return Group.OUTAGE
    return Group.EMERGENCY if key.startswith(("emergency", "manager")) else Group.OTHER
