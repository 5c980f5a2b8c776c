"""Layers of a profile: the later wins, own values on top, and faults are told with their place."""

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kontaktpunkt.domain.calendar.office_hours import OfficeHours, Span
from kontaktpunkt.domain.profile import (
    Certainty,
    LayerKind,
    ProfileFault,
    ProfileFaultReason,
    RuleProfile,
    choosable_profiles,
    layer_texts,
    load_profile,
    with_own_values,
)

R = ProfileFaultReason
HEAD = 'key = "law"\ntitle = "Lagen"\nlayer = "law"\n'
SURE = 'certainty = "verified"'
BACKWARDS = 'source = "s"\n' + SURE + "\nvalid_from = 2026-01-01\nvalid_to = 2025-12-31"
REGION = 'key = "r"\ntitle = "Regionen"\nlayer = "region"\nparent = "law"\n'


def entry(key: str, value: str = "", rest: str = 'source = "s"\ncertainty = "verified"') -> str:
    """Write one value of a layer; `value` is TOML."""
    return f'[[value]]\nkey = "{key}"\n' + (f"value = {value}\n" if value else "") + rest + "\n"


def _loaded(*layers: str) -> RuleProfile:
    return load_profile(layers)


def _fault(*layers: str) -> ProfileFault:
    with pytest.raises(ProfileFault) as caught:
        load_profile(layers)
    return caught.value


def test_the_later_layer_wins_and_says_so() -> None:
    """What the region has agreed stands over the law, with the region's name and source."""
    profile = _loaded(
        HEAD + entry("summons_days", "3"),
        REGION + '[sources]\nok = "Överenskommelsen"\n'
        + entry("summons_days", "2", 'source = "ok"\ncertainty = "summary"'),
    )  # fmt: skip

    value = profile.value("summons_days")

    assert (value.value, value.source, value.certainty) == (
        2,
        "Överenskommelsen",
        Certainty.SUMMARY,
    )
    assert (value.layer.title, value.layer.kind) == ("Regionen", LayerKind.REGION)
    assert (profile.key, profile.title) == ("r", "Regionen")
    assert profile.layer_titles == ("Lagen", "Regionen")


def test_a_later_layer_can_say_that_nothing_is_confirmed() -> None:
    """Where nobody has read the agreement, the law's figure is not shown in its place."""
    profile = _loaded(
        HEAD + entry("summons_days", "3"),
        REGION + entry("summons_days", "", 'certainty = "unverified"'),
    )

    assert profile.value("summons_days").value is None


def test_a_name_is_never_lost() -> None:
    """A message keeps the law's name where the region's is not confirmed."""
    key = "message_name.death_notice"
    profile = _loaded(
        HEAD + entry(key, '"Avliden"'), REGION + entry(key, "", 'certainty = "unverified"')
    )

    assert "Avliden" in profile.message_names.values()


def test_a_value_holds_from_day_to_day() -> None:
    """Both ends of a period belong to it; without a day the value without an end is given."""
    old = 'source = "s"\ncertainty = "verified"\nvalid_to = 2025-12-31'
    new = 'source = "s"\ncertainty = "verified"\nvalid_from = 2026-01-01'
    profile = _loaded(HEAD + entry("summons_days", "3", old) + entry("summons_days", "5", new))

    assert profile.value("summons_days", date(2025, 12, 31)).value == 3
    assert profile.value("summons_days", date(2026, 1, 1)).value == 5
    assert profile.value("summons_days").value == 5


def test_what_no_layer_speaks_of_is_not_confirmed() -> None:
    """A settings screen shows every value there can be, also those that nobody has filled in."""
    profile = _loaded(HEAD)
    values = {value.key: value for value in profile.all_values()}

    assert values["goal_mean_days"].certainty is Certainty.UNVERIFIED
    assert all(value.value is None for value in values.values())
    assert profile.value("amount.2031").value is None
    assert (profile.office_hours, profile.tracks, profile.phone_otherwise) == (None, (), None)
    with pytest.raises(KeyError):
        profile.value("no_such_key")


def test_the_municipalitys_own_value_stands_on_top() -> None:
    """What the municipality has set itself holds, is marked as its own, and keeps the rest."""
    shipped = _loaded(HEAD + entry("summons_days", "3"))

    own = with_own_values(
        shipped,
        {
            "untaken_minutes": "30",
            "office_hours": '{"weekday": ["07:00-16:30"], "saturday": ["08:30–12:00"]}',
            "goal_mean_days": '"1,7"',
            "amount.2026": '{"kronor": 12345, "instrument": "HSLF-FS"}',
        },
    )

    assert own.untaken_minutes == 30
    assert own.value("untaken_minutes").layer.kind is LayerKind.OWN
    assert isinstance(own.office_hours, OfficeHours)
    assert len(own.office_hours.weekdays[5]) == 1
    assert own.value("goal_mean_days").value == Decimal("1.7")
    assert own.value("amount.2026").value is not None
    assert own.value("summons_days").value == 3
    assert (own.key, own.title, own.layer_titles) == ("law", "Lagen", ("Lagen",))
    assert shipped.untaken_minutes is None


def test_the_municipality_can_take_a_value_away() -> None:
    """Null says that we set no limit."""
    profile = _loaded(HEAD + entry("untaken_minutes", "30"))

    own = with_own_values(profile, {"untaken_minutes": "null"})

    assert own.untaken_minutes is None
    assert own.value("untaken_minutes").certainty is Certainty.UNVERIFIED
    assert with_own_values(profile, {}) is profile


@pytest.mark.parametrize(
    ("key", "json_text", "reason"),
    [
        ("untaken_minutes", "thirty", R.NOT_JSON),
        ("untaken_minutes", "", R.NOT_JSON),
        ("untaken_minutes", '"30"', R.BAD_VALUE),
        ("untaken_minutes", "-1", R.BAD_VALUE),
        ("untaken_minutes", "true", R.BAD_VALUE),
        ("untaken_minutes", "1.5", R.BAD_VALUE),
        ("untaken_hours", "1", R.UNKNOWN_KEY),
        ("untaken_hours", "null", R.UNKNOWN_KEY),
        ("message_name.nothing", '"x"', R.UNKNOWN_KEY),
        ("amount.26", '{"kronor": 1}', R.UNKNOWN_KEY),
        ("amount.2026", '{"kronor": "mycket"}', R.BAD_VALUE),
        ("amount.2026", '{"kronor": -1}', R.BAD_VALUE),
        ("amount.2026", '{"kronor": "NaN"}', R.BAD_VALUE),
        ("system_name", '"  "', R.BAD_VALUE),
        ("payment.model", '"lottery"', R.BAD_VALUE),
        ("payment.cut_off", '"25:00"', R.BAD_VALUE),
        ("payment.cut_off", '"12:00Z"', R.BAD_VALUE),
        ("payment.cut_off", '"12"', R.BAD_VALUE),
        ("office_hours", '{"weekday": ["16:30-07:00"]}', R.BAD_VALUE),
        ("office_hours", '{"weekday": ["07:00"]}', R.BAD_VALUE),
        ("office_hours", '{"weekday": ["07:00-07:00"]}', R.BAD_VALUE),
        ("office_hours", '{"weekday": ["07:00-12:00", "11:00-16:00"]}', R.BAD_VALUE),
        ("office_hours", '{"monday": ["07:00-12:00"]}', R.BAD_VALUE),
        ("phone_hours.weekday", '[{"hours": "07:00-12:00"}]', R.BAD_VALUE),
        ("phone_hours.weekday", '[{"hours": "7-12", "label": "x", "role": "king"}]', R.BAD_VALUE),
        (
            "obstacle_codes",
            '[{"code": "a", "label": "A"}, {"code": "a", "label": "B"}]',
            R.BAD_VALUE,
        ),
        ("steps", '[{"key": "", "label": "A"}]', R.BAD_VALUE),
    ],
)
def test_a_value_that_does_not_fit_is_refused_by_name(
    key: str, json_text: str, reason: ProfileFaultReason
) -> None:
    """Whoever writes nonsense in the settings is told which value and why."""
    with pytest.raises(ProfileFault) as caught:
        with_own_values(_loaded(HEAD), {key: json_text})

    assert (caught.value.reason, caught.value.key) == (reason, key)


@pytest.mark.parametrize(
    ("layers", "reason", "key"),
    [
        ((), R.NO_LAYERS, ""),
        (("key = ",), R.NOT_TOML, ""),
        (("key = 1",), R.BAD_SHAPE, ""),
        (('key = ""\ntitle = "x"\nlayer = "law"',), R.BAD_SHAPE, ""),
        ((HEAD.replace('"law"\n', '"own"\n'),), R.BAD_SHAPE, ""),
        ((HEAD + 'colour = "red"',), R.BAD_SHAPE, ""),
        ((REGION,), R.WRONG_ORDER, ""),
        ((HEAD, HEAD), R.WRONG_ORDER, ""),
        ((HEAD, REGION.replace('"law"', '"other"')), R.WRONG_PARENT, ""),
        ((HEAD + entry("no_such_key", "1"),), R.UNKNOWN_KEY, "no_such_key"),
        ((HEAD + entry("no_such_key", "", ""),), R.UNKNOWN_KEY, "no_such_key"),
        ((HEAD + entry("summons_days", '"three"'),), R.BAD_VALUE, "summons_days"),
        ((HEAD + entry("summons_days"),), R.MISSING_VALUE, "summons_days"),
        ((HEAD + entry("summons_days", "3", SURE),), R.MISSING_SOURCE, "summons_days"),
        ((HEAD + entry("summons_days", "3", ""),), R.UNVERIFIED_WITH_VALUE, "summons_days"),
        ((HEAD + entry("summons_days", "3") * 2,), R.DUPLICATE, "summons_days"),
        ((HEAD + entry("summons_days", "3", BACKWARDS),), R.BAD_PERIOD, "summons_days"),
    ],
)  # fmt: skip
def test_a_faulty_profile_says_what_and_where(
    layers: tuple[str, ...], reason: ProfileFaultReason, key: str
) -> None:
    """Whoever writes a profile is told what is wrong in it, not that something is."""
    fault = _fault(*layers)

    assert (fault.reason, fault.key) == (reason, key)


def test_only_what_hangs_together_can_be_chosen() -> None:
    """A layer that builds upon one that is not there, or upon itself, is told."""
    loop = REGION.replace('parent = "law"', 'parent = "r"')

    for texts, reason in (
        ({"r": REGION}, R.UNKNOWN_PROFILE),
        ({"r": loop}, R.WRONG_PARENT),
        ({"other": HEAD}, R.BAD_SHAPE),
    ):
        with pytest.raises(ProfileFault) as caught:
            choosable_profiles(texts)
        assert caught.value.reason is reason
    with pytest.raises(ProfileFault) as caught:
        layer_texts("nowhere", {"law": HEAD})
    assert caught.value.reason is R.UNKNOWN_PROFILE


@given(st.text(max_size=200))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Any text at all is a profile or a told fault."""
    for layer in (text, HEAD + text):
        told = _told(lambda layer=layer: load_profile([layer]))
        assert told is None or told.reason in ProfileFaultReason


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=8,
)  # fmt: skip


@given(
    st.sampled_from([value.key for value in _loaded(HEAD).all_values()] + ["amount.2026"]), _JSON
)
def test_no_own_value_breaks_the_profile(key: str, plain: object) -> None:
    """Whatever stands in a setting, it is taken or told; nothing else happens."""
    json_text = msgspec.json.encode(plain).decode()

    told = _told(lambda: with_own_values(_loaded(HEAD), {key: json_text}))

    assert told is None or (told.key, told.reason) == (key, R.BAD_VALUE)
    assert plain is not None or told is None


def _told(make: Callable[[], RuleProfile]) -> ProfileFault | None:
    """Give the fault that is told, if any; any other failure goes through."""
    try:
        make()
    except ProfileFault as fault:
        return fault
    return None


@pytest.mark.parametrize("written", ["12:30:00", '"12:30"', '"12.30"'])
def test_a_time_of_day_is_read_as_people_write_it(written: str) -> None:
    """Half past twelve is written with a colon or, as often in Swedish, with a full stop."""
    assert _loaded(HEAD + entry("payment.cut_off", written)).cut_off == time(12, 30)


def test_hours_can_last_until_midnight() -> None:
    """24:00 is the end of the day, not its beginning."""
    own = with_own_values(_loaded(HEAD), {"office_hours": '{"weekday": ["16:00-24:00"]}'})

    assert own.office_hours is not None
    assert own.office_hours.weekdays[0] == (Span(time(16), time(0)),)


@pytest.mark.parametrize("text", ["[" * 100_000, '"\ud800"', "\x00"])
def test_a_hostile_own_value_is_told(text: str) -> None:
    """Depth without end and broken characters are no values."""
    with pytest.raises(ProfileFault) as caught:
        with_own_values(_loaded(HEAD), {"system_name": text})

    assert caught.value.reason is R.NOT_JSON
    assert _fault("x = " + text).reason in (R.NOT_TOML, R.BAD_SHAPE)
