"""Reconciling our list with the region's system: what may be answered, and when it is signed."""

from datetime import date
from uuid import UUID

import pytest
from msgspec.structs import replace

from kontaktpunkt.domain.commands import Command, CompareOverview, SettleFindings, SignRound
from kontaktpunkt.domain.decide import Ground, decide
from kontaktpunkt.domain.decide.reconciliation import ANSWERS
from kontaktpunkt.domain.events.reconciliation import (
    Finding,
    FindingDecision,
    FindingKind,
    FindingsSettled,
    OverviewCompared,
    SourceReconciled,
)
from kontaktpunkt.domain.ledger.subjects import round_subject
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import RoundState, Settlement
from kontaktpunkt.domain.times import Instant

K, D, R = FindingKind, FindingDecision, RefusalReason
NOW, ROUND, ANNA = Instant(1_774_338_000_000_000), UUID(int=1), UUID(int=2)
FOUND = tuple(Finding(no=no, kind=kind) for no, kind in enumerate(K, start=1))
NEW, CHANGED, GONE, UNREAD, SAME = (finding.no for finding in FOUND)
COMPARED = OverviewCompared(
    system="SAMSA", original="a1", on=date(2026, 3, 24), findings=FOUND, others=1
)
OPEN = RoundState(compared=COMPARED)


def _settled(*numbers: int) -> RoundState:
    return replace(OPEN, settled=tuple(Settlement(no, D.SEEN, NOW, ANNA) for no in numbers))


def _ground(state: RoundState | None) -> Ground:
    return Ground(now=NOW, me=ANNA, states={round_subject(ROUND): state} if state else {})


def _settle(no: int, decision: FindingDecision) -> SettleFindings:
    return SettleFindings(round=ROUND, findings=(no,), decision=decision)


@pytest.mark.parametrize(
    ("state", "wish", "reason"),
    [
        (OPEN, CompareOverview(round=ROUND, compared=COMPARED), R.ALREADY_DONE),
        (
            None,
            CompareOverview(round=ROUND, compared=replace(COMPARED, findings=())),
            R.NO_LINES,
        ),
        (None, _settle(NEW, D.TAKEN_OVER), R.NOT_FOUND),
        (OPEN, _settle(99, D.TAKEN_OVER), R.NOT_FOUND),
        (OPEN, SettleFindings(round=ROUND, decision=D.SEEN), R.NOT_FOUND),
        (replace(OPEN, voided=True), _settle(NEW, D.TAKEN_OVER), R.NOT_FOUND),
        (replace(OPEN, frozen=True), _settle(NEW, D.TAKEN_OVER), R.NEEDS_NEWER_PROGRAM),
        (
            replace(OPEN, reconciled=SourceReconciled(system="SAMSA")),
            _settle(NEW, D.TAKEN_OVER),
            R.ALREADY_SIGNED,
        ),
        (OPEN, _settle(SAME, D.GONE_HOME), R.NO_SUCH_ANSWER),
        (_settled(NEW), _settle(NEW, D.TAKEN_OVER), R.ALREADY_SETTLED),
        (OPEN, _settle(GONE, D.TAKEN_OVER), R.NO_SUCH_ANSWER),
        (_settled(NEW, CHANGED, GONE, SAME), SignRound(round=ROUND), R.NOT_SETTLED),
        (None, SignRound(round=ROUND), R.NOT_FOUND),
    ],
)
def test_what_is_no_answer_is_refused_with_its_reason(
    state: RoundState | None, wish: Command, reason: RefusalReason
) -> None:
    """Nobody is called gone home by a slip of the finger, and nothing is signed half done."""
    decision = decide(_ground(state), wish)

    assert isinstance(decision, Refused)
    assert decision.reason is reason


@pytest.mark.parametrize("finding", FOUND, ids=lambda finding: finding.kind.value)
def test_each_kind_of_finding_can_be_settled(finding: Finding) -> None:
    """Whatever the comparison found, there is a way to be done with it."""
    for answer in ANSWERS[finding.kind]:
        decision = decide(_ground(OPEN), _settle(finding.no, answer))

        assert not isinstance(decision, Refused)
        assert [one.body for one in decision] == [
            FindingsSettled(findings=(finding.no,), decision=answer)
        ]


def test_the_answer_that_leaves_nothing_open_signs_the_round() -> None:
    """When the last person is settled the stamp is there, without a key of its own."""
    state = _settled(NEW, CHANGED, GONE, UNREAD)

    decision = decide(_ground(state), _settle(SAME, D.ALL_SAME))

    assert not isinstance(decision, Refused)
    assert decision[-1].body == SourceReconciled(
        system="SAMSA", new=1, changed=1, gone=1, unread=1, same=1, others=1
    )


def test_a_round_can_be_signed_when_our_own_list_answers_the_rest() -> None:
    """Somebody entered by hand, or by a message that came meanwhile, needs no further key."""
    state = _settled(CHANGED, GONE, UNREAD, SAME)

    decision = decide(_ground(state), SignRound(round=ROUND, answered=(NEW,)))

    assert not isinstance(decision, Refused)
    assert isinstance(decision[0].body, SourceReconciled)


def test_comparing_begins_a_round() -> None:
    """What was found stands in the ledger before anybody answers it."""
    decision = decide(_ground(None), CompareOverview(round=ROUND, compared=COMPARED))

    assert not isinstance(decision, Refused)
    assert [one.body for one in decision] == [COMPARED]
