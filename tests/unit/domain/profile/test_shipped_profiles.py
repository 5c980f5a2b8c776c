"""The profiles that are shipped: chosen, loaded, and saying no more than their sources do."""

from datetime import date, time
from decimal import Decimal

import pytest

from kontaktpunkt import assets
from kontaktpunkt.domain.calendar.office_hours import Span
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.profile import (
    Amount,
    Answerer,
    AverageWindow,
    Certainty,
    DayKind,
    DutyHour,
    PaymentModel,
    RuleProfile,
    TimeLimit,
    TimeUnit,
    choosable_profiles,
    layer_texts,
    load_profile,
)
from kontaktpunkt.domain.staff import Role

LAW, VGR = "Lag (2017:612)", "Västra Götalandsregionen"


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """Give the shipped layers by name."""
    folder = assets.resources() / "profiles"
    return {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.toml")}


def _profile(key: str, texts: dict[str, str]) -> RuleProfile:
    return load_profile(layer_texts(key, texts))


def test_each_place_can_be_chosen_with_all_that_it_builds_upon(texts: dict[str, str]) -> None:
    """Whoever starts the program chooses among the law, the regions, and parts of them."""
    chosen = {choice.key: choice.layer_titles for choice in choosable_profiles(texts)}

    assert next(iter(chosen)) == "lag-2017-612"
    assert chosen == {
        "lag-2017-612": (LAW,),
        "vgr": (LAW, VGR),
        "sodra-alvsborg": (LAW, VGR, "Södra Älvsborg"),
        "lidkoping": (LAW, VGR, "Lidköpings kommun"),
        "varmland": (LAW, "Region Värmland"),
        "jonkoping": (LAW, "Region Jönköpings län"),
        "skane": (LAW, "Region Skåne"),
        "nordvastra-skane": (LAW, "Region Skåne", "Nordvästra Skåne"),
    }


@pytest.mark.parametrize(
    ("key", "system", "short"),
    [
        ("lag-2017-612", "regionens system", "regionens system"),
        ("vgr", "SAMSA", "SAMSA"),
        ("sodra-alvsborg", "SAMSA", "SAMSA"),
        ("lidkoping", "SAMSA", "SAMSA"),
        ("varmland", "Cosmic Link", "Link"),
        ("jonkoping", "Cosmic Link", "Link"),
        ("skane", "Mina planer", "Mina planer"),
        ("nordvastra-skane", "Mina planer", "Mina planer"),
    ],
)
def test_the_regions_system_has_its_name(
    key: str, system: str, short: str, texts: dict[str, str]
) -> None:
    """Staff read the name of the system that they really work in."""
    profile = _profile(key, texts)

    assert (profile.system_name, profile.system_short_name) == (system, short)


def test_each_message_has_a_name_everywhere(texts: dict[str, str]) -> None:
    """No kind of message is ever shown without a name, whatever the region."""
    for key in texts:
        names = _profile(key, texts).message_names
        assert set(names) == set(MessageKind)
        assert all(names.values()), key


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("lidkoping", "Inskrivning"),
        ("skane", "Inskrivningsmeddelande"),
        ("varmland", "Inskrivningsmeddelande"),
    ],
)
def test_a_message_is_called_what_the_region_calls_it(
    key: str, name: str, texts: dict[str, str]
) -> None:
    """In SAMSA it says Inskrivning, elsewhere the law's word."""
    assert _profile(key, texts).message_names[MessageKind.ADMISSION_NOTICE] == name


def test_nothing_shipped_says_when_a_message_is_late(texts: dict[str, str]) -> None:
    """The limit is each municipality's own to set: none is shipped anywhere."""
    for key in texts:
        value = _profile(key, texts).value("untaken_minutes")
        assert (value.value, value.certainty) == (None, Certainty.UNVERIFIED)


def test_every_value_says_where_it_comes_from(texts: dict[str, str]) -> None:
    """A value without a source is not shipped, and one that nobody confirmed is empty."""
    for key in texts:
        for value in _profile(key, texts).all_values():
            confirmed = value.certainty is not Certainty.UNVERIFIED
            assert (value.value is not None) == confirmed, (key, value.key)
            assert bool(value.source) or not confirmed, (key, value.key)
            assert value.layer.title, (key, value.key)


def test_only_amounts_that_were_read_in_their_source_are_shipped(texts: dict[str, str]) -> None:
    """No confirmed amount, no price: 2018, 2021 and all after 2022 are for the municipality."""
    profile = _profile("lag-2017-612", texts)
    amounts = [value for value in profile.all_values() if value.key.startswith("amount.")]

    assert {value.key: value.value for value in amounts if value.value} == {
        "amount.2019": Amount(Decimal(7800), "HSLF-FS 2018:67"),
        "amount.2020": Amount(Decimal(8200), ""),
        "amount.2022": Amount(Decimal(9300), ""),
    }
    assert {value.key for value in amounts if not value.value} == {
        f"amount.{year}" for year in (2018, 2021, 2023, 2024, 2025, 2026)
    }


@pytest.mark.parametrize(
    ("day", "amount"),
    [
        (date(2018, 9, 24), Amount(Decimal(4277), "Övergångsöverenskommelse")),
        (date(2018, 9, 25), None),
        (date(2017, 12, 31), None),
    ],
)
def test_an_agreed_amount_holds_only_in_its_time(
    day: date, amount: Amount | None, texts: dict[str, str]
) -> None:
    """Västra Götaland's interim amount ended the day before the agreement began."""
    assert _profile("vgr", texts).value("amount.2018", day).value == amount


def test_the_statutory_rule_is_the_floor(texts: dict[str, str]) -> None:
    """Lag 2017:612: 24 hours, noon, three or four days; what the law leaves open is empty."""
    profile = _profile("lag-2017-612", texts)

    assert profile.cut_off == time(12)
    assert profile.admission_notice_hours == 24
    assert profile.value("payment.grace_days").value == 3
    assert profile.value("payment.grace_days_after_cut_off").value == 4
    assert profile.value("payment.model").value is PaymentModel.INDIVIDUAL
    assert profile.value("payment.discharge_day_paid").value is None


def test_agreements_stand_over_the_law(texts: dict[str, str]) -> None:
    """Västra Götaland averages over three months, Jönköping counts some for themselves."""
    vgr, jonkoping = _profile("vgr", texts), _profile("jonkoping", texts)

    assert vgr.value("payment.model").value is PaymentModel.AVERAGE
    assert vgr.value("payment.average_window").value is AverageWindow.THREE_MONTHS_POOLED
    assert vgr.value("payment.model", date(2018, 9, 24)).value is PaymentModel.INDIVIDUAL
    assert vgr.value("payment.average_level").value is None
    assert jonkoping.value("payment.model").value is PaymentModel.AVERAGE_WITH_CAP
    assert jonkoping.value("payment.individual_after_days").value == 7
    assert _profile("varmland", texts).value("payment.model").value is None


def test_a_summary_is_marked_as_one(texts: dict[str, str]) -> None:
    """Skåne's level was told by another, and is shown so."""
    value = _profile("skane", texts).value("payment.average_level")

    assert (value.value, value.certainty) == (Decimal(3), Certainty.SUMMARY)


def test_parts_of_a_region_have_their_own_rules(texts: dict[str, str]) -> None:
    """Nordvästra Skåne has a goal and no tracks, Södra Älvsborg two months for deviations."""
    skane, alvsborg = _profile("nordvastra-skane", texts), _profile("sodra-alvsborg", texts)
    tracks = skane.value("tracks")

    assert skane.value("goal_mean_days").value == Decimal("1.7")
    assert (tracks.value, tracks.certainty) == ((), Certainty.VERIFIED)
    assert alvsborg.value("deviation_answer").value == TimeLimit(2, TimeUnit.MONTHS)


def test_lidkopings_table_is_in_the_program(texts: dict[str, str]) -> None:
    """Who watches and answers when, as in the municipality's own table; red days are not there."""
    profile = _profile("lidkoping", texts)
    point = ("Kontaktpunkten", Role.CONTACT_POINT)
    nurse = ("Sjuksköterska korttid", Role.SHORT_TERM_NURSE)

    assert profile.office_hours is not None
    assert profile.office_hours.weekdays == ((Span(time(7), time(16, 30)),),) * 5 + ((), ())
    assert profile.phone_hours == {
        DayKind.WEEKDAY: (
            DutyHour(time(8, 30), time(11, 30), *point),
            DutyHour(time(13), time(16), *point),
        ),
        DayKind.SATURDAY: (DutyHour(time(13), time(16), *nurse),),
        DayKind.SUNDAY: (DutyHour(time(13), time(16), *nurse),),
        DayKind.RED_DAY: None,
        DayKind.MAJOR_HOLIDAY: None,
    }
    assert profile.inbox_watch_hours == {
        DayKind.WEEKDAY: (DutyHour(time(7), time(16, 30), *point),),
        DayKind.SATURDAY: (DutyHour(time(8, 30), time(12), *nurse),),
        DayKind.SUNDAY: (DutyHour(time(8, 30), time(12), *nurse),),
        DayKind.RED_DAY: None,
        DayKind.MAJOR_HOLIDAY: None,
    }
    assert isinstance(profile.phone_otherwise, Answerer)
    assert profile.phone_otherwise.role is Role.CARE_SAFETY_CENTRE


def test_lidkopings_roles_have_their_steps(texts: dict[str, str]) -> None:
    """The role table: who does what upon which message, and that a SIP is a weekday's work."""
    steps = _profile("lidkoping", texts).steps
    by_role = {
        role: [step.label for step in steps if step.role is role]
        for role in (Role.UNIT_MANAGER, Role.LICENSED_STAFF, Role.CASEWORKER)
    }
    weekend = [step for step in steps if DayKind.SATURDAY in step.days]

    assert by_role == {
        Role.UNIT_MANAGER: [
            "Förberedd vårdbegäran eller vårdbegäran",
            "Förplanering",
            "Kalla hem",
            "Administrativt meddelande",
            "Verkställa",
            "Eventuellt: kontaktperson medverkar på SIP",
        ],
        Role.LICENSED_STAFF: [
            "Förberedd vårdbegäran eller vårdbegäran",
            "Förplanering",
            "Starta upp insats",
            "Medverka på SIP",
        ],
        Role.CASEWORKER: ["Förplanering", "Medverka på SIP"],
    }
    assert all(step.message is not MessageKind.PLAN_SUMMONS for step in weekend)


def test_every_place_has_steps_and_codes_to_choose_from(texts: dict[str, str]) -> None:
    """Also with nothing but the law one can plan a homecoming and say what hinders it."""
    for key in texts:
        profile = _profile(key, texts)
        assert profile.steps
        assert profile.obstacle_codes
        assert profile.deviation_codes
        assert profile.readiness_items
