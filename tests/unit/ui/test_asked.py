"""Who is asked to do what upon a message stands on its card, by the day that it is."""

from duty_places import place
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.profile import DayKind
from kontaktpunkt.domain.states import StepState
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screens.inbox.asked import asked_facts

READY, SUMMONS = MessageKind.READINESS_NOTICE, MessageKind.PLAN_SUMMONS


def test_each_role_has_her_steps_and_done_ones_say_so() -> None:
    """The one who opens the message reads whom to ask, and what has been done already."""
    done = StepState(step="call_home", done=True, at=Instant(0), by=None)

    facts = asked_facts(place(), READY, DayKind.WEEKDAY, (done,))

    assert facts == [
        ("Enhetschef", "Kalla hem (klart), Administrativt meddelande"),
        ("Legitimerad personal", "Starta upp insats"),
    ]


def test_on_a_saturday_nobody_is_asked_to_the_plan_meeting() -> None:
    """The table names nobody for it on Saturdays, and so does the card."""
    assert asked_facts(place(), SUMMONS, DayKind.SATURDAY) == []
    assert len(asked_facts(place(), SUMMONS, DayKind.WEEKDAY)) == 3


def test_on_a_day_that_nobody_has_planned_that_is_said() -> None:
    """On a storhelg the card does not send anybody to somebody who was never asked."""
    assert asked_facts(place(), READY, DayKind.MAJOR_HOLIDAY) == [
        ("Alla", "ingen utsedd för storhelg, ej bekräftat")
    ]


def test_a_message_that_sets_nothing_going_asks_nobody() -> None:
    """Without steps, or before the rules are known, the card says nothing."""
    assert asked_facts(place(), MessageKind.DEATH_NOTICE, DayKind.WEEKDAY) == []
    assert asked_facts(None, READY, DayKind.WEEKDAY) == []
    assert asked_facts(place(), None, None) == []
