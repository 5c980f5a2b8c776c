"""How long a checked number is good, when its owner is reminded, and what a test call does."""

from datetime import date

import pytest

from kontaktpunkt.domain.contacts.freshness import Freshness, PhoneKeeping
from kontaktpunkt.domain.contacts.shapes import CallTestOutcome as Outcome
from kontaktpunkt.domain.contacts.shapes import UnitFacts, Upkeep
from kontaktpunkt.domain.events import contact as said
from kontaktpunkt.domain.fold import fold
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.states import CallTest, ContactState
from told_case import did

TODAY = date(2026, 3, 24)
KEEPING = PhoneKeeping(today=TODAY, good_days=180, nag_days=14)
NORR = UnitFacts(name="Norr", phones=("0510-77 00 00",))


@pytest.mark.parametrize(
    ("upkeep", "outcome", "fresh"),
    [
        (Upkeep(), None, Freshness.NEVER),
        (Upkeep(best_before=date(2027, 1, 1)), None, Freshness.NEVER),
        (Upkeep(verified_on=TODAY), None, Freshness.CHECKED),
        (Upkeep(verified_on=TODAY), Outcome.NO_ANSWER, Freshness.CHECKED),
        (Upkeep(verified_on=TODAY), Outcome.WRONG_NUMBER, Freshness.WRONG),
        # 180 days from 25 September are up today, from 24 September yesterday.
        (Upkeep(verified_on=date(2025, 10, 12)), None, Freshness.CHECKED),
        (Upkeep(verified_on=date(2025, 10, 9)), None, Freshness.SOON),
        (Upkeep(verified_on=date(2025, 9, 25)), None, Freshness.SOON),
        (Upkeep(verified_on=date(2025, 9, 24)), None, Freshness.OLD),
        # A day that somebody has written goes before the profile's.
        (Upkeep(verified_on=TODAY, best_before=date(2026, 3, 23)), None, Freshness.OLD),
        (Upkeep(verified_on=date(2020, 1, 1), best_before=TODAY), None, Freshness.SOON),
    ],
)
def test_how_a_number_stands(upkeep: Upkeep, outcome: Outcome | None, fresh: Freshness) -> None:
    """Never checked, old, soon old or good, and wrong whatever its day says."""
    assert KEEPING.freshness(upkeep, outcome) is fresh


def test_where_nobody_has_said_how_long_a_check_holds_only_its_own_day_ends_it() -> None:
    """A municipality that has not decided gets no nagging by a number that it never chose."""
    keeping = PhoneKeeping(today=TODAY)

    assert keeping.freshness(Upkeep(verified_on=date(2001, 1, 1))) is Freshness.CHECKED


def _state(*bodies: Body) -> ContactState:
    events = [did(body, f"2026-03-24 08:{at:02}") for at, body in enumerate(bodies)]
    state = fold(SubjectKind.CONTACT, events)
    assert isinstance(state, ContactState)
    return state


def _called(outcome: Outcome) -> said.ContactTestCalled:
    return said.ContactTestCalled(on=TODAY, outcome=outcome)


LISTED = said.UnitListed(
    facts=NORR, upkeep=Upkeep(verified_on=date(2025, 1, 1), best_before=date(2025, 7, 1))
)


def test_an_answer_verifies_the_line() -> None:
    """Whoever answered has shown that the number holds: the old best-before day is gone."""
    state = _state(LISTED, _called(Outcome.ANSWERED))

    assert state.upkeep == Upkeep(verified_on=TODAY)


def test_a_wrong_number_stays_wrong_until_it_is_another_or_somebody_says_it_holds() -> None:
    """To write the same number once more, with another area, does not make it right."""
    wrong = CallTest(on=TODAY, outcome=Outcome.WRONG_NUMBER)
    called = (LISTED, _called(Outcome.WRONG_NUMBER))
    same = said.UnitListed(facts=UnitFacts(name="Norr", phones=("+46 510 77 00 00",)))
    other = said.UnitListed(facts=UnitFacts(name="Norr", phones=("0510-77 00 01",)))

    assert _state(*called).tested == wrong
    assert _state(*called, same).tested == wrong
    assert _state(*called, other).tested is None
    assert _state(*called, said.ContactVerified(on=TODAY)).tested is None


def test_no_answer_verifies_nothing() -> None:
    """A number that nobody answered is as old as before, and says when it was tried."""
    state = _state(LISTED, _called(Outcome.NO_ANSWER))

    assert state.upkeep == LISTED.upkeep
    assert state.tested == CallTest(on=TODAY, outcome=Outcome.NO_ANSWER)
