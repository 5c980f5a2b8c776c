"""The acts of a round: compare, settle, sign; each whole in the ledger, or refused."""

import hashlib
from collections.abc import Sequence
from functools import partial
from typing import Final
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.commands import Command, CompareOverview, SettleFindings, SignRound
from kontaktpunkt.domain.decide import Decision, Ground, decide
from kontaktpunkt.domain.events.reconciliation import (
    Finding,
    FindingDecision,
    FindingKind,
    OverviewCompared,
)
from kontaktpunkt.domain.ledger.subjects import round_subject
from kontaktpunkt.domain.message_kind import Carrier
from kontaktpunkt.domain.overview import Overview, OverviewLine
from kontaktpunkt.domain.person.facts import PersonFacts, PersonNumber
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.states import PersonState, RoundState
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.usecases.arriving import intake
from kontaktpunkt.usecases.arriving.intake import Arrival
from kontaktpunkt.usecases.arriving.matching import person_for
from kontaktpunkt.usecases.joining.joined import leading_person, whole_case, whole_person
from kontaktpunkt.usecases.keeping.workroom import Workroom
from kontaktpunkt.usecases.overview_reader import OverviewReader
from kontaktpunkt.usecases.ports import Original
from kontaktpunkt.usecases.reconciling import transcripts
from kontaktpunkt.usecases.reconciling.comparing import compare
from kontaktpunkt.usecases.reconciling.differing import Ours, ours_of
from kontaktpunkt.usecases.reconciling.transcripts import Said

_MAKES_MESSAGES: Final = (FindingDecision.TAKEN_OVER, FindingDecision.GONE_HOME)


def begin(room: Workroom, data: bytes, system: str, read: OverviewReader) -> UUID | Refused:
    """Compare an overview with our list and keep both; gives the round's id."""
    on = local_day(room.tools.now())
    overview = read(data, on)
    if not overview.lines:
        return Refused(reason=RefusalReason.NO_LINES)
    found = compare(overview, ours(room), partial(whose, room))
    sha256 = hashlib.sha256(data).hexdigest()
    wish = CompareOverview(
        round=room.tools.new_id(),
        compared=OverviewCompared(
            system=system, original=sha256, on=on, findings=found.findings, others=found.others
        ),
    )
    decision = _decide(room, wish.round, wish)
    if isinstance(decision, Refused):
        return decision
    room.store.put_original(Original(sha256, data, ""))
    room.perform(room.tools.new_id(), decision)
    return wish.round


def settle(room: Workroom, wish: SettleFindings, overview: Overview) -> UUID | Refused:
    """Settle findings; what is taken over is taken in as copies from the list, in the same act."""
    decision = _decide(room, wish.round, wish)
    if isinstance(decision, Refused):
        return decision
    copies = _copies(room, wish, overview)
    if isinstance(copies, Refused):
        return copies
    act = room.tools.new_id()
    system = _system(room, wish.round)
    with room.one_act(act):
        messages: list[UUID] = []
        for of_one in copies:
            case: UUID | None = None  # of somebody new: the first copy opens it for the others
            for copy in of_one:
                into = copy.into_case or case
                told = replace(copy, on_word=OnWord(name=system), into_case=into)
                fate = intake.take_in(room, told)
                case = fate.case
                messages += [fate.message] if fate.message is not None else []
        settled = _decide(room, wish.round, replace(wish, messages=tuple(messages)))
        assert not isinstance(settled, Refused), "it was allowed a moment ago"  # noqa: S101 - ours
        room.perform(act, settled)
    return act


def sign(room: Workroom, wish: SignRound) -> UUID | Refused:
    """Sign a round whose last findings our own list answers by now."""
    decision = _decide(room, wish.round, wish)
    if isinstance(decision, Refused):
        return decision
    act = room.tools.new_id()
    room.perform(act, decision)
    return act


def ours(room: Workroom) -> list[Ours]:
    """Give everybody in hospital as our list has them."""
    found: list[Ours] = []
    for row in room.store.cases_in_hospital():
        state = whole_case(room, row.case)
        if state is not None:
            person = whole_person(room, state.person)
            found.append(ours_of(row.case, state, person))
    return found


def whose(room: Workroom, number: PersonNumber) -> UUID:
    """Give under whose id the person who goes by a number is shown."""
    person = person_for(room, (number,))
    return leading_person(room, person) or person


def round_state(room: Workroom, one_round: UUID) -> RoundState | None:
    """Give a round's state."""
    state = room.state(round_subject(one_round))
    return state if isinstance(state, RoundState) else None


def _decide(room: Workroom, one_round: UUID, wish: Command) -> Decision:
    ground = Ground(
        now=room.tools.now(),
        me=room.actor.staff,
        states=room.states([round_subject(one_round)]),
    )
    return decide(ground, wish)


def _system(room: Workroom, one_round: UUID) -> str:
    state = round_state(room, one_round)
    return state.compared.system if state is not None and state.compared is not None else ""


def _copies(
    room: Workroom, wish: SettleFindings, overview: Overview
) -> Sequence[list[Arrival]] | Refused:
    """Give what is to be taken in when these findings are settled so, finding by finding."""
    if wish.decision not in _MAKES_MESSAGES:
        return ()
    state = round_state(room, wish.round)
    found = {finding.no: finding for finding in state.findings} if state is not None else {}
    lines = {line.line: line for line in overview.lines}
    copies: list[list[Arrival]] = []
    for no in wish.findings:
        finding = found[no]
        line = lines.get(finding.line) if finding.line is not None else None
        if not transcripts.can_take_over(finding) or (
            line is None and finding.kind is not FindingKind.GONE
        ):
            return Refused(reason=RefusalReason.NO_SUCH_ANSWER)
        copies.append(_copies_of(room, finding, line))
    return copies


def _copies_of(room: Workroom, finding: Finding, line: OverviewLine | None) -> list[Arrival]:
    saids = _said(finding, line)
    person = _person(room, finding, line)
    return [
        Arrival(
            name="",
            data=(line.text if line is not None else "").encode(),
            carrier=Carrier.TRANSCRIPT,
            read=transcripts.notice_of(room, said, person, line),
            into_case=finding.case,
        )
        for said in saids
    ]


def _said(finding: Finding, line: OverviewLine | None) -> tuple[Said, ...]:
    if finding.kind is FindingKind.GONE or line is None:
        return transcripts.of_gone(line)
    if finding.kind is FindingKind.NEW:
        return transcripts.of_new(line)
    return transcripts.of_changed(line, finding.differences)


def _person(room: Workroom, finding: Finding, line: OverviewLine | None) -> PersonFacts:
    """Give who a copy is about: as the line says of somebody new, else as we know her."""
    if finding.kind is FindingKind.NEW and line is not None:
        return transcripts.person_of_line(line, room.tools.now())
    state = room.person(finding.person) if finding.person is not None else None
    return transcripts.known_person(state or PersonState())
