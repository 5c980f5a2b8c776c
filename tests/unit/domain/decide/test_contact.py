"""The rules of the register: what may be written, and what each wish makes happen."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from msgspec.structs import replace

from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.contacts.shapes import CallTestOutcome as Outcome
from kontaktpunkt.domain.contacts.shapes import ContactFacts, UnitFacts, Upkeep
from kontaktpunkt.domain.decide import Ground, decide
from kontaktpunkt.domain.events import contact as on_contact
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.ledger.subjects import contact_subject
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import ContactState
from kontaktpunkt.domain.times import local_day
from rule_states import ANNA, NOW

R = RefusalReason
U = UUID(int=77)
UNIT = UnitFacts(name="Hemvårdsgrupp Norr", phones=("0510-77 00 00",))
WHO = ContactFacts(name="R. Sandin", phones=("070-174 06 70",), units=(U,))
LISTED, SOMEBODY = ContactState(unit=UNIT), ContactState(contact=WHO)
MUTE = ContactState(unit=UnitFacts(name="Norr"))
RETIRED = replace(LISTED, retired=True)
FROZEN = replace(LISTED, frozen=True)
TODAY = local_day(NOW)


def _ground(state: ContactState | None = None) -> Ground:
    states: dict[Any, Any] = {contact_subject(U): state} if state is not None else {}
    return Ground(now=NOW, me=ANNA, states=states)


@pytest.mark.parametrize(
    ("state", "wish", "happens"),
    [
        (None, c.ListUnit(contact=U, facts=UNIT), [on_contact.UnitListed(facts=UNIT)]),
        (LISTED, c.ListUnit(contact=U, facts=UNIT), []),
        (RETIRED, c.ListUnit(contact=U, facts=UNIT), [on_contact.UnitListed(facts=UNIT)]),
        (
            LISTED,
            c.ListUnit(contact=U, facts=UNIT, upkeep=Upkeep(owner="Anna")),
            [on_contact.UnitListed(facts=UNIT, upkeep=Upkeep(owner="Anna"))],
        ),
        (None, c.ListContact(contact=U, facts=WHO), [on_contact.ContactListed(facts=WHO)]),
        (SOMEBODY, c.ListContact(contact=U, facts=WHO), []),
        (
            LISTED,
            c.VerifyContact(contact=U, best_before=date(2027, 1, 1)),
            [on_contact.ContactVerified(on=TODAY, best_before=date(2027, 1, 1))],
        ),
        (
            LISTED,
            c.NoteCallTest(contact=U, outcome=Outcome.NO_ANSWER, note=" lunch "),
            [on_contact.ContactTestCalled(on=TODAY, outcome=Outcome.NO_ANSWER, note="lunch")],
        ),
        (
            LISTED,
            c.RetireContact(contact=U, reason=" nedlagd "),
            [on_contact.ContactRetired(reason="nedlagd")],
        ),
        (RETIRED, c.RetireContact(contact=U), []),
        (RETIRED, c.ReinstateContact(contact=U), [on_contact.ContactReinstated()]),
        (LISTED, c.ReinstateContact(contact=U), []),
    ],
)
def test_what_may_be_written_in_the_register_happens(
    state: ContactState | None, wish: c.Command, happens: Sequence[Body]
) -> None:
    """A wish becomes just its fact; the same once more becomes nothing."""
    decision = decide(_ground(state), wish)

    assert not isinstance(decision, Refused), decision
    assert [each.body for each in decision] == list(happens)


@pytest.mark.parametrize(
    ("state", "wish", "reason"),
    [
        (None, c.ListUnit(contact=U, facts=UnitFacts(name=" ")), R.EMPTY_TEXT),
        (None, c.ListContact(contact=U, facts=ContactFacts(name="")), R.EMPTY_TEXT),
        (None, c.ListUnit(contact=U, facts=replace(UNIT, phones=("07O",))), R.BAD_PHONE),
        (SOMEBODY, c.ListUnit(contact=U, facts=UNIT), R.NOT_FOUND),
        (LISTED, c.ListContact(contact=U, facts=WHO), R.NOT_FOUND),
        (FROZEN, c.ListUnit(contact=U, facts=UNIT), R.NEEDS_NEWER_PROGRAM),
        (FROZEN, c.RetireContact(contact=U), R.NEEDS_NEWER_PROGRAM),
        (None, c.VerifyContact(contact=U), R.NOT_FOUND),
        (None, c.NoteCallTest(contact=U, outcome=Outcome.ANSWERED), R.NOT_FOUND),
        (MUTE, c.NoteCallTest(contact=U, outcome=Outcome.ANSWERED), R.NO_PHONE),
        (None, c.RetireContact(contact=U), R.NOT_FOUND),
        (None, c.ReinstateContact(contact=U), R.NOT_FOUND),
        (ContactState(), c.RetireContact(contact=U), R.NOT_FOUND),
    ],
)
def test_what_the_register_cannot_hold_is_refused(
    state: ContactState | None, wish: c.Command, reason: RefusalReason
) -> None:
    """A nameless line, a number that cannot be rung, and what is not there are said to be so."""
    decision = decide(_ground(state), wish)

    assert isinstance(decision, Refused)
    assert decision.reason is reason
