"""Rules for reconciling our list with the region's system (avstämning)."""

from collections import Counter
from typing import Final

from kontaktpunkt.domain.commands import CompareOverview, SettleFindings, SignRound
from kontaktpunkt.domain.decide.ground import Decision, Ground, Happening, Rules, refuse
from kontaktpunkt.domain.events.reconciliation import (
    FindingDecision,
    FindingKind,
    FindingsSettled,
    SourceReconciled,
)
from kontaktpunkt.domain.ledger.subjects import round_subject
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import RoundState

_D = FindingDecision
ANSWERS: Final = {
    FindingKind.NEW: (_D.TAKEN_OVER, _D.AWAITS_MESSAGE),
    FindingKind.CHANGED: (_D.TAKEN_OVER, _D.OURS_KEPT),
    FindingKind.GONE: (_D.GONE_HOME, _D.STILL_HERE),
    FindingKind.UNREAD: (_D.SEEN,),
    FindingKind.SAME: (_D.ALL_SAME,),
}
"""How each kind of finding can be settled; the first takes over what the region says."""


def compare(ground: Ground, wish: CompareOverview) -> Decision:
    """Begin a round with what comparing found; an overview about nobody is refused."""
    subject = round_subject(wish.round)
    if subject in ground.states:
        return refuse(RefusalReason.ALREADY_DONE)
    if not wish.compared.findings:
        return refuse(RefusalReason.NO_LINES)
    return (Happening(subject, wish.compared, ground.now),)


def settle(ground: Ground, wish: SettleFindings) -> Decision:
    """Settle findings in one way; the one that leaves none open signs the round too."""
    state = _open(ground, wish)
    if isinstance(state, Refused):
        return state
    found = {finding.no: finding for finding in state.findings}
    if not wish.findings or any(no not in found for no in wish.findings):
        return refuse(RefusalReason.NOT_FOUND)
    if any(wish.decision not in ANSWERS[found[no].kind] for no in wish.findings):
        return refuse(RefusalReason.NO_SUCH_ANSWER)
    if not state.open_findings >= set(wish.findings):
        return refuse(RefusalReason.ALREADY_SETTLED)
    subject = round_subject(wish.round)
    settled = FindingsSettled(
        findings=wish.findings, decision=wish.decision, messages=wish.messages
    )
    happening = Happening(subject, settled, ground.now)
    if state.open_findings - set(wish.findings):
        return (happening,)
    return (happening, Happening(subject, _stamp(state), ground.now))


def sign(ground: Ground, wish: SignRound) -> Decision:
    """Sign a round: those of its findings that stand in our list by now need no answer."""
    state = _open(ground, wish)
    if isinstance(state, Refused):
        return state
    left = state.open_findings - set(wish.answered)
    if left:
        return refuse(RefusalReason.NOT_SETTLED, str(len(left)))
    return (Happening(round_subject(wish.round), _stamp(state), ground.now),)


def _open(ground: Ground, wish: SettleFindings | SignRound) -> RoundState | Refused:
    """Give a round that is going on, or say why not."""
    state = ground.states.get(round_subject(wish.round))
    if not isinstance(state, RoundState) or state.compared is None or state.voided:
        return refuse(RefusalReason.NOT_FOUND)
    if state.frozen:
        return refuse(RefusalReason.NEEDS_NEWER_PROGRAM)
    if state.reconciled is not None:
        return refuse(RefusalReason.ALREADY_SIGNED)
    return state


def _stamp(state: RoundState) -> SourceReconciled:
    """Say what was found, by kind."""
    count = Counter(finding.kind for finding in state.findings)
    return SourceReconciled(
        system=state.compared.system if state.compared else "",
        new=count[FindingKind.NEW],
        changed=count[FindingKind.CHANGED],
        gone=count[FindingKind.GONE],
        unread=count[FindingKind.UNREAD],
        same=count[FindingKind.SAME],
        others=state.compared.others if state.compared else 0,
    )


RULES: Final[Rules] = {
    CompareOverview: compare,
    SettleFindings: settle,
    SignRound: sign,
}
"""The rule of each wish about this."""
