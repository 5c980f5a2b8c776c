"""The keys that a rule profile may hold, and by which reader the value of each is read."""

from collections.abc import Mapping

from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.pasted import PastedField
from kontaktpunkt.domain.profile.emergency_shapes import EmergencyStep
from kontaktpunkt.domain.profile.shapes import (
    Answerer,
    AverageWindow,
    Code,
    DayKind,
    PaymentModel,
    PlanningStep,
    TimeLimit,
    Track,
)
from kontaktpunkt.domain.profile.values import (
    Reader,
    read_amount,
    read_blanks,
    read_clock_time,
    read_clock_times,
    read_count,
    read_decimal,
    read_duty_hours,
    read_feasts,
    read_free_days,
    read_labels,
    read_office_hours,
    read_periods,
    read_prefilled,
    read_roles,
    read_search_order,
    read_words,
    reader_as,
    reader_of_unique,
)


def reader_of(key: str) -> Reader | None:
    """Give the reader of a key; None for a key that no profile has."""
    reader = _READERS.get(key)
    if reader is not None:
        return reader
    family, dot, member = key.partition(".")
    # Amounts by year cannot be listed beforehand; four digits, as the year is written.
    if dot and family == "amount" and len(member) == len("2026") and member.isdecimal():
        return read_amount
    return None


def known_keys() -> tuple[str, ...]:
    """Give the keys in the order in which a settings screen shows them, but for amounts by year."""
    return tuple(_READERS)


def message_name_key(kind: MessageKind) -> str:
    """Give the key of a message kind's name in the region's system."""
    return f"message_name.{kind.value}"


def phone_hours_key(day: DayKind) -> str:
    """Give the key of the phone hours on a kind of day."""
    return f"phone_hours.{day.value}"


def watch_hours_key(day: DayKind) -> str:
    """Give the key of the hours in which the region's inbox is watched on a kind of day."""
    return f"inbox_watch_hours.{day.value}"


def emergency_duty_key(day: DayKind) -> str:
    """Give the key of who takes 23-timmars matters outside office hours on a kind of day."""
    return f"emergency_duty.{day.value}"


def pasted_key(field: PastedField) -> str:
    """Give the key of the labels that stand before a field on a screen of the region's system."""
    return f"pasted.{field.value}"


_READERS: Mapping[str, Reader] = {
    "system_name": read_words,
    "system_short_name": read_words,
    "overview_name": read_words,
    **{message_name_key(kind): read_words for kind in MessageKind},
    **{pasted_key(field): read_labels for field in PastedField},
    "untaken_minutes": read_count,
    "office_hours": read_office_hours,
    **{phone_hours_key(day): read_duty_hours for day in DayKind},
    "phone_otherwise": reader_as(Answerer),
    **{watch_hours_key(day): read_duty_hours for day in DayKind},
    "watch_otherwise": reader_as(Answerer),
    "inbox_checks_per_day": read_count,
    "major_holidays": read_feasts,
    "major_holiday_periods": read_periods,
    "own_free_days": read_free_days,
    "emergency_hours": read_count,
    "emergency_steps": reader_of_unique(tuple[EmergencyStep, ...], "key"),
    **{emergency_duty_key(day): read_duty_hours for day in DayKind},
    "manager_on_call": reader_as(Answerer),
    "steps": reader_of_unique(tuple[PlanningStep, ...], "key"),
    "tracks": reader_of_unique(tuple[Track, ...], "code"),
    "obstacle_codes": reader_of_unique(tuple[Code, ...], "code"),
    "deviation_codes": reader_of_unique(tuple[Code, ...], "code"),
    "readiness_items": reader_of_unique(tuple[Code, ...], "code"),
    "meetings": reader_of_unique(tuple[Code, ...], "code"),
    "paused_services": reader_of_unique(tuple[Code, ...], "code"),
    "admission_causes": reader_of_unique(tuple[Code, ...], "code"),
    "short_term_search_order": read_search_order,
    "short_term_valid_until": read_clock_time,
    "short_term_tried": reader_of_unique(tuple[Code, ...], "code"),
    "short_term_handed_over": reader_of_unique(tuple[Code, ...], "code"),
    "short_term_told": reader_of_unique(tuple[Code, ...], "code"),
    "phone_good_days": read_count,
    "phone_nag_days": read_count,
    "second_eyes_forms": read_labels,
    "home_late_minutes": read_count,
    "contingency_minutes": read_count,
    "follow_up_days": read_count,
    "readmission_days": read_count,
    "small_group": read_count,
    "admission_notice_hours": read_count,
    "summons_days": read_count,
    "planning_answer_hours": read_count,
    "planning_answer_weekdays_only": reader_as(bool),
    "deviation_answer": reader_as(TimeLimit),
    "deviation_address": read_words,
    "fallback_after_minutes": read_count,
    "signs_for_missing": read_roles,
    "packet_prefilled": read_prefilled,
    "packet_expected_days": read_count,
    "packet_blanks": read_blanks,
    "outage_only_me": reader_of_unique(tuple[Code, ...], "code"),
    "outage_until_forms": reader_of_unique(tuple[Code, ...], "code"),
    "tell_of_outage": reader_of_unique(tuple[Code, ...], "code"),
    "ring_round_minutes": read_count,
    "ring_round_times": read_clock_times,
    "goal_mean_days": read_decimal,
    "comparison_home_within_day": read_decimal,
    "payment.model": reader_as(PaymentModel),
    "payment.psychiatric_model": reader_as(PaymentModel),
    "payment.cut_off": read_clock_time,
    "payment.grace_days": read_count,
    "payment.grace_days_after_cut_off": read_count,
    "payment.psychiatric_grace_days": read_count,
    "payment.average_window": reader_as(AverageWindow),
    "payment.average_counts_zero_days": reader_as(bool),
    "payment.average_level": read_decimal,
    "payment.individual_after_days": read_count,
    "payment.compulsory_outpatient_included": reader_as(bool),
    "payment.discharge_day_paid": reader_as(bool),
}
