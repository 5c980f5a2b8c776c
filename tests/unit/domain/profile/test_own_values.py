"""The municipality's own values by date: each holds from its day until the next one of its key."""

from datetime import date
from itertools import permutations

import pytest

from kontaktpunkt.domain.events.office import SettingChanged
from kontaktpunkt.domain.events.register import read_body
from kontaktpunkt.domain.ledger.envelope import canonical_body
from kontaktpunkt.domain.profile import (
    Certainty,
    LayerKind,
    OwnValue,
    ProfileFault,
    RuleProfile,
    can_hold,
    load_profile,
    with_good_own,
    with_own,
    with_value,
)

KEY = "untaken_minutes"
HEAD = 'key = "law"\ntitle = "Lagen"\nlayer = "law"\n'
REGION = 'key = "r"\ntitle = "Regionen"\nlayer = "region"\nparent = "law"\n'
SURE = 'source = "s"\ncertainty = "verified"'
MARCH, APRIL, MAY = date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1)


def _entry(key: str, value: str, rest: str = SURE) -> str:
    return f'[[value]]\nkey = "{key}"\nvalue = {value}\n{rest}\n'


def _profile(rest: str = SURE) -> RuleProfile:
    return load_profile([HEAD + _entry(KEY, "120"), REGION + _entry(KEY, "90", rest)])


def _own(value: str, begins: date | None = None, **more: object) -> OwnValue:
    return OwnValue(key=KEY, value=value, valid_from=begins, **more)  # pyright: ignore[reportArgumentType]  told by name


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2020, 1, 1), 90),
        (date(2026, 2, 28), 90),
        (MARCH, 60),
        (date(2026, 3, 31), 60),
        (APRIL, 30),
        (date(2026, 4, 30), 30),
        (MAY, 90),
        (date(2099, 12, 31), 90),
    ],
)
def test_on_each_day_the_latest_value_that_has_begun_holds(day: date, holds: int) -> None:
    """From its first day to the day before the next: not a day earlier, not a day later."""
    own = (_own("60", MARCH), _own("30", APRIL), _own("null", MAY, follows_profile=True))

    profile = with_own(_profile(), own)

    assert profile.value(KEY, day).value == holds
    assert profile.as_of(day).untaken_minutes == holds


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_of_entering_does_not_matter(order: tuple[int, ...]) -> None:
    """Whoever enters May before March gets the same rules."""
    own = (_own("60", MARCH), _own("30", APRIL), _own("15", MAY))

    profile = with_own(_profile(), [own[place] for place in order])

    days = (date(2026, 2, 28), MARCH, APRIL, MAY)
    assert [profile.value(KEY, day).value for day in days] == [90, 60, 30, 15]


def test_an_undated_value_holds_from_ever() -> None:
    """What was entered before there were dates goes on holding, until something dated begins."""
    profile = with_own(_profile(), (_own("60"), _own("30", APRIL)))

    assert profile.value(KEY, date(1999, 1, 1)).value == 60
    assert profile.value(KEY, date(2026, 3, 31)).value == 60
    assert profile.value(KEY, APRIL).value == 30


def test_a_value_of_the_same_day_gives_way_and_others_stay() -> None:
    """Corrected for the same day: one value; for another day: both, side by side."""
    values = with_value(with_value((), _own("60", MARCH)), _own("50", MARCH))
    assert [one.value for one in values] == ["50"]

    values = with_value(values, _own("30", APRIL))

    assert [(one.value, one.valid_from) for one in values] == [("50", MARCH), ("30", APRIL)]


def test_no_value_of_our_own_is_told_from_going_back() -> None:
    """Null says that we set none; going back lets the region's hold again."""
    none = with_own(_profile(), (_own("null", MARCH),)).value(KEY, MARCH)
    back = with_own(_profile(), (_own("null", MARCH, follows_profile=True),)).value(KEY, MARCH)

    assert (none.value, none.layer.kind) == (None, LayerKind.OWN)
    assert (back.value, back.layer.kind) == (90, LayerKind.REGION)


def test_the_source_stands_with_the_value_and_an_earlier_one_ends() -> None:
    """Each own value says its decision and its days; the layers below still say theirs."""
    own = (
        _own("60", MARCH, source="Beslut 12"),
        _own("30", APRIL, source="Beslut 14", confirmed_by="K. Ek"),
    )

    values = with_own(_profile(), own).entries[KEY]

    assert [(one.source, one.valid_from, one.valid_to) for one in values] == [
        ("s", None, None),
        ("s", None, None),
        ("Beslut 12", MARCH, date(2026, 3, 31)),
        ("Beslut 14", APRIL, None),
    ]
    assert values[-1].certainty is Certainty.VERIFIED


@pytest.mark.parametrize(
    ("source", "confirmed_by", "certainty"),
    [
        ("Beslut 12", "", Certainty.UNVERIFIED),
        ("", "Karin Ek, 2026-03-01", Certainty.VERIFIED),
        ("", "", Certainty.UNVERIFIED),
    ],
)
def test_a_value_that_nobody_vouches_for_is_not_confirmed(
    source: str, confirmed_by: str, certainty: Certainty
) -> None:
    """What nobody has put a name to holds, and is told as not confirmed."""
    own = _own("60", MARCH, source=source, confirmed_by=confirmed_by)
    value = with_own(_profile(), (own,)).value(KEY, MARCH)

    assert (value.value, value.certainty) == (60, certainty)


def test_the_days_on_which_rules_turn_are_known() -> None:
    """Midnight brings other rules only on a day on which something begins or ends."""
    until_may = SURE + "\nvalid_to = 2026-04-30"
    profile = with_own(_profile(until_may), (_own("60", MARCH), _own("30", APRIL)))

    assert profile.turns(KEY) == (MARCH, APRIL, MAY)
    assert profile.turned_between(date(2026, 2, 28), MARCH)
    assert not profile.turned_between(MARCH, date(2026, 3, 31))
    assert profile.turned_between(MARCH, APRIL)
    assert not profile.turned_between(MAY, date(2027, 1, 1))


def test_names_and_labels_follow_the_day_too() -> None:
    """A new name of the system holds from its day, also in what is told by name."""
    name = OwnValue(key="system_name", value='"Nya SAMSA"', valid_from=APRIL)
    profile = with_own(load_profile([HEAD + _entry("system_name", '"SAMSA"')]), (name,))

    assert profile.as_of(date(2026, 3, 31)).system_name == "SAMSA"
    assert profile.as_of(APRIL).system_name == "Nya SAMSA"


def test_what_the_profile_cannot_hold_is_passed_over() -> None:
    """A value from a newer program does not stop the rules; alone it is a fault."""
    bad = OwnValue(key="no_such_rule", value="1")

    assert not can_hold(_profile(), bad)
    assert with_good_own(_profile(), (bad, _own("60"))).value(KEY, MARCH).value == 60
    with pytest.raises(ProfileFault):
        with_own(_profile(), (bad,))


def test_a_setting_written_before_there_were_days_holds_from_ever() -> None:
    """What the first version wrote down is read as it was meant."""
    body = read_body("SettingChanged", 1, b'{"key": "untaken_minutes", "value": "30"}')

    assert body == SettingChanged(key=KEY, value="30")
    assert canonical_body(SettingChanged(key=KEY, value="30")) == (
        b'{"key":"untaken_minutes","value":"30"}'
    )
