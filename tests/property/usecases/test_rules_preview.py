"""Whatever is changed, from whichever day: the preview says exactly what saving then changes."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from kontaktpunkt.domain.clocks import CaseClock
from kontaktpunkt.domain.commands import ChangeSetting
from kontaktpunkt.domain.message_kind import MessageKind as K
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.rows import CasePage, InboxRow
from samples import House, a_house, a_notice, a_person

pytestmark = pytest.mark.property

_VALUES = (
    ("untaken_minutes", ("0", "15", "90", "null", '"x"')),
    ("office_hours", ('{"weekday": ["09:00-12:00"]}', "{}", "null", "[]")),
    ("payment.cut_off", ('"08:00"', '"23:30"', "null", "7")),
    ("payment.grace_days", ("0", "5", "null")),
    ("payment.model", ('"individual"', '"average"', "null")),
    ("planning_answer_hours", ("1", "48", "null")),
    ("summons_days", ("1", "9", "null")),
    ("admission_notice_hours", ("1", "48")),
    ("system_name", ('"Annat"', "null")),
    ("tracks", ("[]", '[{"code": "a", "label": "A"}]')),
    ("no_such_rule", ("1",)),
)
_WISHES = st.sampled_from(
    [(key, value) for key, values in _VALUES for value in (*values, "")]
).flatmap(lambda pair: st.integers(-40, 3).map(lambda days: (pair[0], pair[1], days)))


def _house() -> House:
    house = a_house()
    house.take_in(
        a_notice(id="a"),
        a_notice(K.READINESS_NOTICE, id="r"),
        a_notice(id="b", person=a_person(2), stay={"stay_ids": ("s2",)}),
        a_notice(K.ADMINISTRATIVE_MESSAGE, id="m", person=a_person(3), stay={"stay_ids": ("s3",)}),
    )
    return house


def _rows(house: House) -> dict[object, InboxRow]:
    return {message: house.row(message) for message in house.listed()}


def _pages(house: House) -> dict[object, CasePage | None]:
    with house.outside.store.reading() as store:
        cases = [row.case for row in store.open_cases()]
    return {case: house.anna.case(case) for case in cases}


def _clocks(page: CasePage | None) -> list[CaseClock]:
    """Give the clocks without their sources: another source of the same value counts the same."""
    assert page is not None
    return [replace(clock, source=None) for clock in page.clocks]


@settings(max_examples=60, deadline=None)
@given(st.lists(_WISHES, min_size=1, max_size=4))
def test_the_preview_says_what_saving_changes(wishes: list[tuple[str, str, int]]) -> None:
    """Cases and messages named beforehand are those that come out otherwise, no more, no fewer."""
    house = _house()
    today = local_day(house.anna.now())
    for key, value, days in wishes:
        begins: date | None = today + timedelta(days=days) if days > -40 else None
        wish = ChangeSetting(
            key=key, value=value or "null", valid_from=begins, follows_profile=not value
        )
        rows, pages = _rows(house), _pages(house)

        told = house.anna.preview_setting(wish)
        outcome = house.anna.act(wish)

        if isinstance(told, Refused):
            assert outcome == told
            continue
        assert isinstance(outcome, Done)
        after, pages_after = _rows(house), _pages(house)
        differing = {message for message in rows if rows[message] != after[message]}
        cases = {
            case
            for case in pages
            if _clocks(pages[case]) != _clocks(pages_after[case])
            or any(rows[m].case == case for m in differing)
        }
        if told.later:
            assert differing == set()
            assert outcome.changed.cases == frozenset()
        else:
            assert told.messages == differing
            assert outcome.changed.cases == told.cases
            assert cases <= told.cases
        assert house.is_clean
