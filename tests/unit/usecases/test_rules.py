"""Rules changed from a day on: said beforehand, counted anew where it matters, and by the day."""

from datetime import date, time

import pytest

from kontaktpunkt.domain.commands import ChangeSetting, CloseCase, FinishMessage, TakeMessage
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.times import MINUTE, at_local, local_day
from kontaktpunkt.usecases.at_desk import StaffDesk
from kontaktpunkt.usecases.rule_rows import RuleEffect
from samples import House, a_house, a_notice, a_person, do, done, hours, id_of

_KEY = "untaken_minutes"


def _house(count: int = 3) -> House:
    house = a_house()
    house.take_in(
        *(
            a_notice(id=f"m{nth}", person=a_person(nth + 1), stay={"stay_ids": (f"s{nth}",)})
            for nth in range(count)
        )
    )
    return house


def _from(day: date | None, value: str = "30", key: str = _KEY) -> ChangeSetting:
    return ChangeSetting(key=key, value=value, valid_from=day)


def _effect(house: House, wish: ChangeSetting) -> RuleEffect:
    told = house.anna.preview_setting(wish)
    assert isinstance(told, RuleEffect)
    return told


def _today(house: House) -> date:
    return local_day(house.anna.now())


def test_the_preview_names_what_saving_then_counts_anew() -> None:
    """Three untaken, one taken since: two come out otherwise, and just those are renewed."""
    house = _house()
    do(house.anna, TakeMessage(message=id_of("m1")))
    wish = _from(_today(house))

    told = _effect(house, wish)
    before = house.row(id_of("m0"))
    changed = do(house.anna, wish).changed

    assert before.due_at is None
    assert told.messages == {id_of("m0"), id_of("m2")}
    assert changed.cases == told.cases
    assert {line.name for line in told.lines} == {"Prov1 Provsson", "Prov3 Provsson"}
    assert house.row(id_of("m0")).due_at is not None
    assert house.is_clean


def test_a_preview_writes_nothing() -> None:
    """Looking at what would happen leaves ledger and lists as they were."""
    house = _house()
    with house.outside.store.reading() as store:
        before = store.tail()

    _effect(house, _from(_today(house), "90", "admission_notice_hours"))
    house.anna.preview_setting(_from(_today(house), "en"))

    with house.outside.store.reading() as store:
        assert store.tail() == before
    assert house.anna.policy().own_values == ()


def test_what_changes_nothing_counts_nothing_anew() -> None:
    """A new name of the region's list moves no time."""
    house = _house()
    wish = _from(_today(house), '"Listan"', "overview_name")

    assert _effect(house, wish).cases == frozenset()
    assert do(house.anna, wish).changed.cases == frozenset()


def test_the_preview_refuses_what_saving_refuses() -> None:
    """A value that no rule can obey is refused before, too."""
    house = _house()

    told = house.anna.preview_setting(_from(_today(house), "-3"))

    assert told == Refused(reason=RefusalReason.BAD_VALUE, values=(_KEY,))


def test_a_protected_person_is_not_named_in_the_preview() -> None:
    """Who is protected is counted, but named only to who answers for her."""
    house = a_house()
    hidden = a_person(3, protection=Protection.SECRECY_MARKING)
    house.take_in(a_notice(id="p", person=hidden, stay={"stay_ids": ()}))

    (line,) = _effect(house, _from(_today(house))).lines

    assert line.masked
    assert line.name == ""


def test_midnight_brings_tomorrows_rules_without_a_restart() -> None:
    """What begins on the first is in force then: limits and late marks follow by themselves."""
    house = _house(1)
    begins = date(2026, 4, 1)
    do(house.anna, _from(None, "30"))
    early = house.row(id_of("m0")).due_at
    do(house.anna, _from(begins, "60"))
    assert _effect(house, _from(begins, "90")).later
    assert house.row(id_of("m0")).due_at == early
    mark = house.anna.change_mark()

    house.clock.set(at_local(begins, time(0, 1)))

    assert house.anna.change_mark() != mark
    assert house.anna.profile().untaken_minutes == 60
    due = house.row(id_of("m0")).due_at
    assert early is not None
    assert due == early + 30 * MINUTE
    assert house.is_clean


def test_a_midnight_that_nobody_saw_is_caught_up_with() -> None:
    """The program was closed over the first of April: opened on the second it goes by the new."""
    house = _house(1)
    do(house.anna, _from(None, "30"))
    do(house.anna, _from(date(2026, 4, 1), "60"))
    early = house.row(id_of("m0")).due_at
    house.clock.set(at_local(date(2026, 4, 2), time(8)))

    StaffDesk(house.outside, house.anna.me.staff).change_mark()

    assert early is not None
    assert house.row(id_of("m0")).due_at == early + 30 * MINUTE
    assert house.is_clean


def test_yesterday_keeps_its_office_hours() -> None:
    """New hours from a day on move no limit that ran out before, and count from that day."""
    house = a_house()
    do(house.anna, _from(None, "60"))
    friday, monday = date(2026, 3, 27), date(2026, 3, 30)
    do(house.anna, _from(monday, '{"weekday": ["09:00-16:00"]}', "office_hours"))
    house.clock.set(at_local(friday, time(16, 0)))
    house.take_in(a_notice(id="m"))

    # Thirty minutes of Friday's 07:00–16:30, thirty of Monday's 09:00–16:00.
    assert house.row(id_of("m")).due_at == at_local(monday, time(9, 30))


def test_undo_brings_back_what_held_and_the_history_keeps_both() -> None:
    """Taken back the value no longer holds; what was done stands, struck, with name and time."""
    house = _house(1)
    do(house.anna, _from(_today(house), "30"))
    do(house.bo, _from(_today(house), "45"))
    house.anna.info()
    assert house.anna.profile().untaken_minutes == 45

    done(house.bo.undo())
    house.anna.info()

    assert house.anna.profile().untaken_minutes == 30
    later, earlier = house.anna.rule_history(_KEY)
    assert (later.by_name, later.struck, later.after.value) == ("Bo", True, 45)
    assert (earlier.by_name, earlier.struck, earlier.replaced) == ("Anna", False, False)
    assert (earlier.before.value, earlier.after.value) == (None, 30)
    assert earlier.can_take_back
    assert not later.can_take_back


def test_a_value_entered_earlier_is_never_rewritten() -> None:
    """A later entry for the same day replaces it in force, not in the history."""
    house = _house(1)
    do(house.anna, _from(_today(house), "30"))
    do(house.anna, _from(_today(house), "45"))

    later, earlier = house.anna.rule_history()

    assert (later.before.value, later.after.value, later.replaced) == (30, 45, False)
    assert (earlier.after.value, earlier.replaced) == (30, True)


def test_an_amount_is_entered_with_instrument_and_name() -> None:
    """No confirmed amount, no price: half of it is refused, the whole holds in its year."""
    house = a_house()
    bare = ChangeSetting(key="amount.2026", value='{"kronor": "12600"}', confirmed_by="Cilla")
    unnamed = ChangeSetting(
        key="amount.2026", value='{"kronor": "12600", "instrument": "HSLF-FS 2025:74"}'
    )
    whole = ChangeSetting(
        key="amount.2026",
        value='{"kronor": "12600", "instrument": "HSLF-FS 2025:74"}',
        valid_from=date(2026, 1, 1),
        confirmed_by="Cilla Åström",
    )

    refused = Refused(reason=RefusalReason.AMOUNT_NOT_CONFIRMED)
    assert [house.anna.act(wish) for wish in (bare, unnamed)] == [refused, refused]
    do(house.anna, whole)

    profile = house.anna.profile()
    assert profile.value("amount.2026", date(2025, 12, 31)).value is None
    assert profile.value("amount.2026", date(2026, 1, 1)).value is not None
    (change,) = house.anna.rule_history("amount.2026")
    assert (change.by_name, change.confirmed_by) == ("Anna", "Cilla Åström")


def test_a_day_before_the_program_could_matter_is_a_slip() -> None:
    """The year 206 is refused."""
    house = a_house()

    assert isinstance(house.anna.act(_from(date(206, 3, 1))), Refused)


def test_what_is_done_is_not_counted_anew() -> None:
    """A finished message has no time of ours to move."""
    house = _house(1)
    do(house.anna, FinishMessage(message=id_of("m0")))

    assert _effect(house, _from(_today(house))).messages == frozenset()


@pytest.mark.parametrize(
    ("key", "value"),
    [("payment.grace_days", "7"), ("emergency_hours", "12"), ("summons_days", "1")],
)
def test_a_closed_case_says_what_a_rebuild_would_say_after_a_change(key: str, value: str) -> None:
    """Verifying the store finds nothing wrong because a rule was changed since then."""
    house = a_house()
    stays = (
        a_notice(id="a", sent_at=hours(-19)),
        a_notice(MessageKind.READINESS_NOTICE, id="r", sent_at=hours(-2)),
        a_notice(
            MessageKind.EMERGENCY_STAY_NOTICE,
            id="e",
            person=a_person(2),
            stay={"stay_ids": ("s9",), "admitted_at": hours(-3)},
        ),
    )
    for fate in house.take_in(*stays):
        assert fate.case is not None
        assert fate.message is not None
        do(house.anna, TakeMessage(message=fate.message), FinishMessage(message=fate.message))
        house.anna.act(CloseCase(case=fate.case))
    rows = [house.case_row(house.row(id_of(name)).case) for name in ("r", "e")]

    do(house.anna, _from(None, value, key))

    assert not any(row.is_open for row in rows)
    assert house.is_clean
