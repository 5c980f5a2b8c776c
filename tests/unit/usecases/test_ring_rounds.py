"""The clock of a stop and the round of calls: when forms begin, which round is due, who is left."""

from datetime import date, time
from uuid import UUID

import pytest

from kontaktpunkt.domain.events.outage import (
    OutageCall,
    OutageCallMade,
    OutageDescribed,
    OutageFaultReported,
    OutageOf,
)
from kontaktpunkt.domain.times import HOUR, MINUTE, Instant, at_local
from kontaktpunkt.usecases.outages.rounds import (
    RoundPlan,
    RoundsPage,
    Ward,
    due_times,
    rounds,
)
from kontaktpunkt.usecases.outages.rows import OutageEntry, OutagePhase, OutageStamp
from kontaktpunkt.usecases.outages.work import NextStep, OutageWatch, forms_from, next_word
from kontaktpunkt.wording.outages import (
    banner_words,
    forms_words,
    past_words,
    round_words,
)

_DAY = date(2026, 3, 3)
_EVERY = RoundPlan(minutes=120)
_WARDS = (Ward(name="Avd 1"), Ward(name="Avd 2"), Ward(name="Avd 3"))


def _at(hour: int, minute: int = 0, day: date = _DAY) -> Instant:
    return at_local(day, time(hour, minute))


_SINCE = _at(8, 40)


def _call(ward: str, at: Instant, outcome: OutageCall = OutageCall.NOTHING_NEW) -> OutageEntry:
    return OutageEntry(said=OutageCallMade(ward=ward, outcome=outcome), at=at)


def _page(now: Instant, *calls: OutageEntry) -> RoundsPage:
    return rounds(_WARDS, calls, due_times(_SINCE, _SINCE, now, _EVERY), now)


def test_forms_begin_two_hours_after_the_stop_began_also_over_midnight() -> None:
    """Down since 22:10 on Saturday: the reserve routine is in force from 00:10 on Sunday."""
    facts = OutageDescribed(of=OutageOf.SOURCE, since=_at(22, 10, date(2026, 3, 7)), system="SAMSA")

    assert forms_from(facts, 120) == _at(0, 10, date(2026, 3, 8))
    assert forms_from(facts, None) is None


def test_a_planned_stop_has_its_forms_from_the_beginning() -> None:
    """It is known beforehand that it lasts: nobody waits two hours to see whether it passes."""
    facts = OutageDescribed(
        of=OutageOf.SOURCE, since=_at(22, 10, date(2026, 3, 7)), system="SAMSA", planned=True
    )

    assert forms_from(facts, 120) == facts.since
    assert forms_from(facts, None) is None


def test_a_night_when_the_clocks_go_forward_still_has_two_real_hours() -> None:
    """Two hours are two hours: on the last Sunday of March they end an hour later by the wall."""
    facts = OutageDescribed(of=OutageOf.SOURCE, since=_at(1, 30, date(2026, 3, 29)), system="SAMSA")

    assert forms_from(facts, 120) == _at(4, 30, date(2026, 3, 29))


def test_rounds_come_at_set_times_else_every_so_many_minutes_else_never() -> None:
    """First at once; the municipality's own times go before the interval; one ahead is last."""
    now = _at(13, 30)
    set_times = RoundPlan(times=(time(9), time(13), time(16)), minutes=30)

    assert due_times(_SINCE, _SINCE, now, set_times) == [_SINCE, _at(13), _at(16)]
    assert due_times(_SINCE, _SINCE, now, _EVERY) == [
        _SINCE, _at(10, 40), _at(12, 40), _at(14, 40),
    ]  # fmt: skip
    assert due_times(_SINCE, _SINCE, now, RoundPlan()) == []


def test_a_stop_over_the_weekend_has_its_rounds_each_day() -> None:
    """Set times go on day after day until the stop is over."""
    plan = RoundPlan(times=(time(9), time(16)))
    friday = _at(15, 0, date(2026, 3, 6))
    dues = due_times(friday, friday, _at(10, 0, date(2026, 3, 8)), plan)

    assert dues == [
        friday,
        _at(16, 0, date(2026, 3, 6)),
        _at(9, 0, date(2026, 3, 7)),
        _at(16, 0, date(2026, 3, 7)),
        _at(9, 0, date(2026, 3, 8)),
        _at(16, 0, date(2026, 3, 8)),
    ]


def test_rounds_before_anybody_knew_of_the_stop_are_not_missed() -> None:
    """Declared at half past ten, down since half past eight: now, and not again ten minutes on."""
    assert due_times(_SINCE, _at(10, 30), _at(10, 30), _EVERY) == [_at(10, 30), _at(12, 40)]


@pytest.mark.parametrize("minutes", [0, 1])
def test_no_interval_makes_rounds_without_end(minutes: int) -> None:
    """A slip in the settings (a round each minute) still gives a round each ten minutes at most."""
    dues = due_times(_SINCE, _SINCE, Instant(_SINCE + HOUR), RoundPlan(minutes=minutes))

    assert len(dues) == (0 if minutes == 0 else 5)


def test_the_first_round_is_due_at_once_and_with_what_is_planned_when_it_begins() -> None:
    """Who came in meanwhile is asked about now; nobody is left to ring before a planned stop."""
    page = _page(_at(8, 45))
    assert (page.due_at, page.left) == (_SINCE, 3)
    assert round_words(page, _at(8, 45)) == "Ringrundan 08:40: 3 av 3 kvar, nästa 10:40"

    dues = due_times(_SINCE, _SINCE, _at(7), _EVERY)
    ahead = rounds(_WARDS, (), dues, _at(7))
    assert (ahead.due_at, ahead.left) == (None, 0)
    assert round_words(ahead, _at(7)) == "Första ringrundan 08:40, om 1 tim 40 min"


def test_nothing_new_is_an_answer_and_no_answer_is_not() -> None:
    """Who said "inget nytt" is done for this round; who did not answer is rung again."""
    page = _page(
        _at(10, 50), _call("Avd 1", _at(10, 41)), _call("Avd 2", _at(10, 42), OutageCall.NO_ANSWER)
    )

    assert [one.answered for one in page.wards] == [OutageCall.NOTHING_NEW, None, None]
    assert page.left == 2
    assert round_words(page, _at(10, 50)) == "Ringrundan 10:40: 2 av 3 kvar, nästa 12:40"


def test_a_round_is_late_when_it_has_taken_half_an_hour() -> None:
    """It is said how late, until every ward has answered."""
    now = _at(11, 20)
    page = _page(now, _call("Avd 1", _at(10, 41)))
    done = _page(now, *(_call(ward.name, _at(10, 45)) for ward in _WARDS))

    assert page.is_late(now)
    assert "2 av 3 kvar, 40 min sent" in round_words(page, now)
    assert not done.is_late(now)
    assert round_words(done, now) == "Ringrundan 10:40: alla 3 har svarat, nästa 12:40"


def test_who_begins_a_little_early_rings_in_the_round_to_come() -> None:
    """A call ten minutes before the time belongs to that round; half an hour before does not."""
    early, before = _call("Avd 1", _at(10, 30)), _call("Avd 2", _at(10, 10))
    page = _page(_at(10, 45), early, before)

    assert [one.now for one in page.wards] == [early, None, None]
    assert page.wards[1].before == before


def test_a_ward_that_rings_about_itself_has_not_been_asked() -> None:
    """What they rang about stands in the log; in the round the ward is still to be rung."""
    said = OutageCallMade(ward="Avd 1", outcome=OutageCall.NEWS, text="en ny", incoming=True)
    page = _page(_at(10, 50), OutageEntry(said=said, at=_at(10, 45)))

    assert page.left == 3


def test_rounds_that_have_been_say_how_they_went() -> None:
    """One that nobody rang is said too."""
    now = _at(14, 50)
    page = _page(
        now, _call("Avd 1", _at(10, 41)), _call("Avd 2", _at(10, 42), OutageCall.NO_ANSWER)
    )

    assert past_words(page, now) == (
        "Tidigare rundor: 12:40 ringdes inte; 10:40 1 svarade, 1 ej svar; 08:40 ringdes inte."
    )


def test_the_next_word_is_what_the_last_report_says() -> None:
    """A new word takes the place of the one before, also when it names no time."""
    first = OutageFaultReported(reference="INC-1", next_word_at=_at(10))
    entries = (OutageEntry(said=first, at=_at(9)),)

    assert next_word(entries) == _at(10)
    later = OutageFaultReported(reference="INC-1", note="felet är hittat")
    assert next_word((*entries, OutageEntry(said=later, at=_at(9, 50)))) is None
    assert next_word(()) is None


def _stamp(
    phase: OutagePhase = OutagePhase.GOES_ON, system: str = "SAMSA", *, exercise: bool = False
) -> OutageStamp:
    return OutageStamp(
        outage=UUID(int=1),
        facts=OutageDescribed(of=OutageOf.SOURCE, since=_SINCE, system=system),
        phase=phase,
        exercise=exercise,
        numbers=5,
        left=3,
        over_at=_at(12) if phase is not OutagePhase.GOES_ON else None,
    )


def _watch(
    stamp: OutageStamp, forms_at: Instant | None = None, next_word_at: Instant | None = None
) -> OutageWatch:
    return OutageWatch(
        stamp=stamp, next_step=NextStep.WAIT, forms_at=forms_at, next_word_at=next_word_at
    )


def test_the_bar_says_what_is_down_the_clock_and_the_papers_out() -> None:
    """One line for every screen: SAMSA nere sedan 08:40, from when forms apply, papers out."""
    watch = _watch(_stamp(), forms_at=_at(10, 40))

    assert banner_words((watch,), _at(10, 5)) == (
        "SAMSA nere sedan 08:40 · blanketterna gäller från 10:40, om 35 min · 3 blad kvar"
    )
    assert "blanketterna gäller nu, sedan 10:40" in banner_words((watch,), _at(11))


def test_the_bar_names_several_stops_and_practice_as_practice() -> None:
    """Two stops stand in one line; an exercise says ÖVNING before anything else."""
    words = banner_words((_watch(_stamp()), _watch(_stamp(system="Link", exercise=True))), _at(9))

    assert words.count("nere sedan") == 2
    assert "ÖVNING: Link nere sedan 08:40" in words


def test_a_word_that_has_not_come_is_said_late() -> None:
    """What we were promised and have not heard stands on every screen."""
    watch = _watch(_stamp(), next_word_at=_at(10))

    assert watch.is_late(_at(10, 1))
    assert not watch.is_late(_at(9, 59))
    assert "nästa besked 10:00, 20 min sent" in banner_words((watch,), _at(10, 20))


def test_after_the_stop_the_bar_says_that_papers_are_being_entered() -> None:
    """The bar stays until the stop is closed: over is not finished."""
    words = banner_words((_watch(_stamp(OutagePhase.DOCUMENTING)),), _at(13))

    assert words == "SAMSA är igång igen sedan 12:00 · införande pågår · 3 blad kvar"


def test_where_no_rule_says_when_forms_begin_that_is_said() -> None:
    """No hour is guessed: what is not confirmed is called so."""
    assert forms_words(None, _stamp(), _at(9)) == (
        "När blanketterna börjar gälla är ej bekräftat hos er"
    )
    assert _at(9) - _SINCE == 20 * MINUTE
