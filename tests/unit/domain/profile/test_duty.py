"""Who answers the phone now: by the table, by the kind of day, and otherwise."""

from datetime import date, datetime

import pytest

from duty_places import days_of, place
from kontaktpunkt import assets
from kontaktpunkt.domain.calendar.red_days import is_red_day
from kontaktpunkt.domain.profile import (
    DayKind,
    RuleProfile,
    day_kind,
    layer_texts,
    load_profile,
    local_days,
    phone_duty,
)
from kontaktpunkt.domain.profile.watching import expected_checks
from kontaktpunkt.domain.times import LOCAL_ZONE, Instant, to_instant


def at(text: str) -> Instant:
    """Read a local time, 2026-03-03 08:40."""
    return to_instant(datetime.fromisoformat(text).replace(tzinfo=LOCAL_ZONE))


def _lidkoping() -> RuleProfile:
    folder = assets.resources() / "profiles"
    texts = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.toml")}
    return load_profile(layer_texts("lidkoping", texts))


DAYS = local_days(_lidkoping(), is_red_day)


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (date(2026, 3, 3), DayKind.WEEKDAY),
        (date(2026, 3, 7), DayKind.SATURDAY),
        (date(2026, 3, 8), DayKind.SUNDAY),
        (date(2026, 1, 6), DayKind.RED_DAY),
        (date(2026, 5, 14), DayKind.RED_DAY),
        (date(2026, 10, 31), DayKind.SATURDAY),  # alla helgons dag is a Saturday first
        (date(2026, 4, 2), DayKind.WEEKDAY),  # skärtorsdagen
        (date(2026, 4, 3), DayKind.MAJOR_HOLIDAY),
        (date(2026, 4, 5), DayKind.MAJOR_HOLIDAY),
        (date(2026, 4, 6), DayKind.MAJOR_HOLIDAY),
        (date(2026, 6, 20), DayKind.MAJOR_HOLIDAY),
        (date(2026, 12, 24), DayKind.MAJOR_HOLIDAY),
    ],
)
def test_a_red_weekday_is_a_kind_of_its_own(day: date, kind: DayKind) -> None:
    """The table names Saturday and Sunday; a red day in the week is neither, nor is a storhelg."""
    assert day_kind(day, DAYS) is kind


@pytest.mark.parametrize(
    ("moment", "label", "until", "opens"),
    [
        ("2026-03-03 08:40", "Kontaktpunkten", "2026-03-03 11:30", None),
        ("2026-03-03 11:30", "Trygghetscentralen", None, "2026-03-03 13:00"),
        ("2026-03-03 15:59", "Kontaktpunkten", "2026-03-03 16:00", None),
        ("2026-03-03 16:00", "Trygghetscentralen", None, "2026-03-04 08:30"),
        ("2026-03-06 17:00", "Trygghetscentralen", None, "2026-03-07 13:00"),
        ("2026-03-07 14:00", "Sjuksköterska korttid", "2026-03-07 16:00", None),
        ("2026-03-08 16:00", "Trygghetscentralen", None, "2026-03-09 08:30"),
        ("2026-01-05 16:30", "Trygghetscentralen", None, "2026-01-07 08:30"),
    ],
)
def test_lidkoping_answers_by_its_table(
    moment: str, label: str, until: str | None, opens: str | None
) -> None:
    """A ward that calls is told who answers now, until when, and when we are here again."""
    duty = phone_duty(_lidkoping(), at(moment), DAYS)

    assert duty.answerer is not None
    assert duty.answerer.label == label
    assert duty.until == (at(until) if until else None)
    assert duty.next_opening == (at(opens) if opens else None)
    assert duty.is_open == (until is not None)
    assert duty.confirmed


def test_a_red_weekday_is_not_confirmed() -> None:
    """Nobody is named for a red day in the week: the phone is passed on, and that is said."""
    duty = phone_duty(_lidkoping(), at("2026-01-06 09:00"), DAYS)

    assert (duty.is_open, duty.confirmed) == (False, False)
    assert duty.answerer is not None
    assert duty.next_opening == at("2026-01-07 08:30")


def test_with_the_law_alone_nobody_is_named() -> None:
    """Where nothing is filled in, nobody is said to answer."""
    folder = assets.resources() / "profiles"
    law = load_profile([(folder / "lag-2017-612.toml").read_text(encoding="utf-8")])

    duty = phone_duty(law, at("2026-03-03 08:40"), DAYS)

    assert (duty.is_open, duty.confirmed, duty.answerer, duty.next_opening) == (
        False, False, None, None,
    )  # fmt: skip


def test_on_a_half_day_the_phone_is_passed_on_from_noon() -> None:
    """After noon on Maundy Thursday it is as in any evening, and the calling ward is told so."""
    half = {"day": "2026-04-02", "name": "Skärtorsdag", "closes": "12:00"}
    profile = place(own_free_days=[half], inbox_checks_per_day=3)
    days = days_of(profile)

    morning = phone_duty(profile, at("2026-04-02 09:00"), days)
    afternoon = phone_duty(profile, at("2026-04-02 13:30"), days)

    assert (morning.is_open, morning.until) == (True, at("2026-04-02 11:30"))
    assert (afternoon.is_open, afternoon.confirmed) == (False, True)
    assert afternoon.answerer is not None
    assert afternoon.answerer.label == "Trygghetscentralen"
    watched = expected_checks(profile, date(2026, 4, 2), days)
    assert [check.due for check in watched] == [
        at("2026-04-02 07:00"), at("2026-04-02 08:40"), at("2026-04-02 10:20"),
    ]  # fmt: skip
