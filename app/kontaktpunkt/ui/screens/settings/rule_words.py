"""The rules of the profile in words: the name of each key, and any value as staff would say it."""

from collections.abc import Callable, Iterable
from datetime import time
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, cast

from kontaktpunkt.domain.calendar.local_days import FreeDay, HolidayPeriod
from kontaktpunkt.domain.calendar.office_hours import OfficeHours, Span
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.pasted import PastedField
from kontaktpunkt.domain.profile import (
    Amount,
    Answerer,
    BlankForms,
    Code,
    DayKind,
    DutyHour,
    LayerKind,
    PlanningStep,
    PrefilledForm,
    ProfileValue,
    TimeLimit,
    Track,
)
from kontaktpunkt.domain.profile.emergency_shapes import EmergencyStep
from kontaktpunkt.domain.profile.keys import (
    emergency_duty_key,
    message_name_key,
    pasted_key,
    phone_hours_key,
    watch_hours_key,
)
from kontaktpunkt.wording.words import word

UNCONFIRMED: Final = "ej bekräftat"
NO_LIMIT: Final = "ingen gräns satt"
NONE: Final = "inga"
_KEYS: Final = {
    "system_name": "Regionens system",
    "system_short_name": "Systemets korta namn",
    "overview_name": "Översikten i systemet heter",
    "untaken_minutes": "Ej taget är sent efter (minuter i kontorstid)",
    "office_hours": "Kontorstid",
    "phone_otherwise": "Telefonen besvaras annars av",
    "watch_otherwise": "Inkorgen ses annars till av",
    "major_holidays": "Storhelger",
    "major_holiday_periods": "Egna storhelgsperioder",
    "own_free_days": "Egna lediga dagar",
    "inbox_checks_per_day": "Regionens inkorg bevakas (gånger per dag)",
    "steps": "Planeringens steg",
    "emergency_hours": "23-timmars: platsen är till för (timmar)",
    "emergency_steps": "23-timmars: parternas delar",
    "manager_on_call": "Chef i beredskap",
    "tracks": "Processpår",
    "obstacle_codes": "Hinder",
    "deviation_codes": "Avvikelser kan gälla",
    "readiness_items": "Klart före hemgång",
    "meetings": "Avstämningar på en dag",
    "paused_services": "Pausas vid inskrivning",
    "admission_causes": "Orsak till inskrivning",
    "short_term_search_order": "Korttid: plats söks i ordningen",
    "short_term_valid_until": "Korttidsbeslut gäller nästa vardag till",
    "short_term_tried": "Korttidsbeslut: prövas först",
    "short_term_handed_over": "Korttidsbeslut: ska med",
    "short_term_told": "Korttidsbeslut: underrättas",
    "phone_good_days": "Telefonnummer: en kontroll gäller (dagar)",
    "phone_nag_days": "Telefonnummer: påminn före (dagar)",
    "home_late_minutes": "Ej bekräftat hemma är sent efter (minuter)",
    "contingency_minutes": "Nödkopian görs om så ofta (minuter)",
    "follow_up_days": "Uppföljning efter hemgång (dagar)",
    "readmission_days": "Återinskriven räknas inom (dagar)",
    "small_group": "Liten grupp i nyckeltal: färre än",
    "comparison_home_within_day": "Jämförelse: andel hemma inom 24 timmar (procent)",
    "admission_notice_hours": "Inskrivningsmeddelande sänds inom (timmar)",
    "summons_days": "Kallelse till SIP inom (dagar)",
    "planning_answer_hours": "Svar på planeringsunderlag inom (timmar)",
    "planning_answer_weekdays_only": "Bara vardagar räknas i tiden för planeringssvar",
    "deviation_answer": "Svar på avvikelse inom",
    "deviation_address": "Avvikelser skickas till (adress)",
    "fallback_after_minutes": "Reservrutin börjar efter (minuter)",
    "signs_for_missing": "Skriver under på saknade nummer efter driftstopp",
    "packet_prefilled": "Driftstoppspaket: ifyllda blad",
    "packet_expected_days": "Driftstoppspaket: väntas klar inom (dagar)",
    "packet_blanks": "Driftstoppspaket: tomma blad",
    "second_eyes_forms": "Reservrutin: någon annan kontrollerar införda blanketter",
    "outage_only_me": "Driftstopp: prova och fråga först",
    "outage_until_forms": "Driftstopp: så här tills blanketterna gäller",
    "tell_of_outage": "Driftstopp: underrättas",
    "ring_round_minutes": "Driftstopp: ringrunda varje (minuter)",
    "ring_round_times": "Driftstopp: ringrunda klockan (går före varje)",
    "goal_mean_days": "Mål, dagar i medel",
    "payment.model": "Betalningsansvar, modell",
    "payment.psychiatric_model": "Betalningsansvar, modell för psykiatrisk vård",
    "payment.cut_off": "Utskrivningsklar efter detta klockslag räknas en dag senare",
    "payment.grace_days": "Fristdagar",
    "payment.grace_days_after_cut_off": "Fristdagar efter klockslaget",
    "payment.psychiatric_grace_days": "Fristdagar för psykiatrisk vård",
    "payment.average_window": "Genomsnittet räknas över",
    "payment.average_counts_zero_days": "Vårdtillfällen utan fristdagar räknas i genomsnittet",
    "payment.average_level": "Genomsnittets nivå (dagar)",
    "payment.individual_after_days": "Enskilt ansvar efter (dagar)",
    "payment.compulsory_outpatient_included": "Öppen tvångsvård ingår",
    "payment.discharge_day_paid": "Utskrivningsdagen betalas",
}
_NAMES: Final = {
    **_KEYS,
    **{message_name_key(kind): f"{word(kind)} heter" for kind in MessageKind},
    **{phone_hours_key(day): f"Telefontid, {word(day)}" for day in DayKind},
    **{emergency_duty_key(day): f"23-timmars tas av, {word(day)}" for day in DayKind},
    **{watch_hours_key(day): f"Inkorgen bevakas, {word(day)}" for day in DayKind},
    **{pasted_key(field): f"I inklistrad text: {word(field)}" for field in PastedField},
}


def key_words(key: str) -> str:
    """Name a key of the profile."""
    family, _, year = key.partition(".")
    return _NAMES.get(key, f"Belopp per vårddygn {year}" if family == "amount" else key)


def value_words(value: ProfileValue) -> str:
    """Say a value; nothing confirmed and a confirmed none are two different things."""
    if value.value is None:
        return NO_LIMIT if value.key == "untaken_minutes" else UNCONFIRMED
    return _say(value.value) or NONE


def source_words(value: ProfileValue) -> str:
    """Say from which layer a value comes, how sure it is, and its source."""
    if value.value is None and not value.source:
        return ""
    if value.layer.kind is LayerKind.OWN:
        return "Kommunens eget värde"
    parts = (value.layer.title, word(value.certainty), value.source)
    return " · ".join(part for part in parts if part)


def _say(value: object) -> str:
    if isinstance(value, tuple):
        return _list(cast("tuple[object, ...]", value))
    for kind, say in _SAYERS:
        if isinstance(value, kind):
            return say(value)
    return str(value)


def _list(values: Iterable[object]) -> str:
    return "; ".join(map(_say, values))


def _office_hours(hours: OfficeHours) -> str:
    names = ("mån", "tis", "ons", "tors", "fre", "lör", "sön")
    days: list[tuple[str, str]] = []
    for name, spans in zip(names, hours.weekdays, strict=True):
        said = ", ".join(map(_span, spans))
        if said and days and days[-1][1] == said:
            days[-1] = (days[-1][0].partition("–")[0] + f"–{name}", said)
        elif said:
            days.append((name, said))
    return "; ".join(f"{name} {said}" for name, said in days)


def _span(span: Span) -> str:
    return f"{span.opens:%H:%M}–{span.closes:%H:%M}"


def _step(step: PlanningStep) -> str:
    return f"{step.label} ({word(step.role)})" if step.role else step.label


def _from(closes: time | None) -> str:
    """Say from when a half day is free."""
    return f" (från {closes:%H:%M})" if closes is not None else ""


def _number(number: Decimal) -> str:
    return str(number).replace(".", ",")


_SAYERS: Final[tuple[tuple[type, Callable[[Any], str]], ...]] = (
    (StrEnum, word),
    (bool, lambda value: "ja" if value else "nej"),
    (time, lambda value: f"{value:%H:%M}"),
    (Decimal, _number),
    (OfficeHours, _office_hours),
    (DutyHour, lambda hour: f"{hour.opens:%H:%M}–{hour.closes:%H:%M} {hour.label}"),
    (Answerer, lambda who: who.label),
    (PlanningStep, _step),
    (EmergencyStep, lambda step: f"{step.label} ({word(step.party)})"),
    (Track, lambda track: track.label),
    (Code, lambda code: code.label),
    (PrefilledForm, lambda one: f"{one.form} {word(one.people)}"),
    (BlankForms, lambda one: f"{one.count} {one.form}"),
    (FreeDay, lambda one: f"{one.day.isoformat()} {one.name}" + _from(one.closes)),
    (HolidayPeriod, lambda one: f"{one.starts.isoformat()} – {one.ends.isoformat()} {one.name}"),
    (TimeLimit, lambda limit: f"{limit.count} {word(limit.unit)}"),
    (Amount, lambda amount: f"{_number(amount.kronor)} kr ({amount.instrument})"),
)
