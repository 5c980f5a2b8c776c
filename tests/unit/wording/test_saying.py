"""Refusals, failures and events are said in whole, plain Swedish sentences."""

import inspect
from datetime import date
from typing import Any, get_origin, get_type_hints
from uuid import UUID

import pytest

from kontaktpunkt.domain.events.case import CallDirection, CallLogged, StepDone
from kontaktpunkt.domain.events.message import MessageHandedOver, MessageTaken
from kontaktpunkt.domain.events.register import KINDS
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.staff import OnWord, Receiver, Role
from kontaktpunkt.usecases.failures import Obstacle, Unavailable
from kontaktpunkt.wording.failures import sentence_unavailable
from kontaktpunkt.wording.refusals import sentence
from kontaktpunkt.wording.telling import Telling
from kontaktpunkt.wording.timeline import tell

ANNA = UUID(int=1)


@pytest.mark.parametrize("reason", list(RefusalReason))
def test_each_refusal_says_why_in_a_sentence(reason: RefusalReason) -> None:
    """A no comes with its reason, with or without a name in it, and without blame."""
    for values in ((), ("Bo Berg",)):
        said = sentence(Refused(reason=reason, values=values))

        assert said.endswith(".")
        assert "{" not in said
        assert "!" not in said


@pytest.mark.parametrize("obstacle", list(Obstacle))
def test_each_failure_says_what_happened_and_what_to_do(obstacle: Obstacle) -> None:
    """What the outside world refuses is said in at least two sentences: what, and what now."""
    said = sentence_unavailable(Unavailable(obstacle, "/dev/sda1"))

    assert said.count(".") >= 2
    assert "/dev" not in said


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_each_kind_of_event_has_its_line(kind: str) -> None:
    """Nothing stands blank or in code in the timeline."""
    said = tell(_a(KINDS[kind]))

    assert said.strip() == said != ""
    assert "\n" not in said
    assert "_" not in said


def _a(kind: type[Body]) -> Body:
    """Make an event of a kind with only what it cannot be without."""
    hints = get_type_hints(kind)
    needed = [
        name
        for name, parameter in inspect.signature(kind).parameters.items()
        if parameter.default is inspect.Parameter.empty
    ]
    return kind(**{name: _some(hints[name]) for name in needed})


def _some(hint: Any) -> object:
    """Make a value of a type."""
    if get_origin(hint) is tuple:
        return ()
    plain = {
        UUID: ANNA,
        str: "något",
        bool: True,
        date: date(2026, 3, 24),
        Receiver: Receiver(unit="Hemtjänst Norr"),
    }
    if hint in plain:
        return plain[hint]
    if hasattr(hint, "__members__"):
        return next(iter(hint))
    if hasattr(hint, "__supertype__"):
        return hint(0)
    return _a(hint)


def test_staff_steps_and_receivers_are_told_by_name() -> None:
    """The timeline says Bo Berg, not a number."""
    telling = Telling(staff={ANNA: "Anna Alm"})
    taken = MessageTaken(staff=ANNA)
    handed = MessageHandedOver(to=Receiver(unit="Norr", role=Role.UNIT_MANAGER), note="ring först")
    told = StepDone(step="planering", on_word=OnWord(name="Eva Ek", phone="0510-77 00 00"))

    assert tell(taken, telling) == "Taget"
    assert tell(handed, telling) == "Lämnat till Norr, enhetschef: ring först"
    assert tell(told, telling) == "Klart: planering enligt uppgift från Eva Ek, 0510-77 00 00"


def test_a_call_that_nobody_answered_is_told_as_such() -> None:
    """An unanswered call counts, and is seen to have been one."""
    call = CallLogged(
        direction=CallDirection.OUT, counterpart="Avd 3", phone="0510-850 30", answered=False
    )

    assert tell(call) == "Vi ringde: Avd 3 (0510-850 30), ej svar"
