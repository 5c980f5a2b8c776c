"""What a numbered paper is after all its events, and which stage may follow which."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.office import SheetDirection, SheetIssued
from kontaktpunkt.domain.events.sheet import SheetEntered, SheetTwinMatched
from kontaktpunkt.domain.times import Instant


class SheetStage(StrEnum):
    """Where a number is: in one stage at a time, from given out until it is accounted for."""

    NOT_ON_PAPER = "not_on_paper"
    GIVEN_OUT = "given_out"
    FILLED_IN = "filled_in"
    AWAITS_SENDER = "awaits_sender"
    DOCUMENTED = "documented"
    FOUND_AGAIN = "found_again"
    VOIDED = "voided"
    MISSING = "missing"


_S = SheetStage
ACCOUNTED_FOR: Final = frozenset({_S.DOCUMENTED, _S.FOUND_AGAIN, _S.VOIDED})
"""The stages in which nothing more is to be done with a number."""

_OURS: Final[Mapping[SheetStage, frozenset[SheetStage]]] = {
    _S.NOT_ON_PAPER: frozenset({_S.GIVEN_OUT, _S.FILLED_IN, _S.DOCUMENTED, _S.VOIDED}),
    _S.GIVEN_OUT: frozenset({
        _S.NOT_ON_PAPER, _S.FILLED_IN, _S.DOCUMENTED, _S.VOIDED, _S.MISSING,
    }),
    _S.FILLED_IN: frozenset({_S.DOCUMENTED, _S.VOIDED, _S.MISSING}),
    _S.MISSING: frozenset({_S.FILLED_IN, _S.DOCUMENTED, _S.VOIDED}),
}  # fmt: skip
_SENDERS: Final[Mapping[SheetStage, frozenset[SheetStage]]] = {
    _S.NOT_ON_PAPER: frozenset({
        _S.GIVEN_OUT, _S.FILLED_IN, _S.AWAITS_SENDER, _S.FOUND_AGAIN, _S.VOIDED,
    }),
    _S.GIVEN_OUT: frozenset({
        _S.NOT_ON_PAPER, _S.FILLED_IN, _S.AWAITS_SENDER, _S.FOUND_AGAIN, _S.VOIDED, _S.MISSING,
    }),
    _S.FILLED_IN: frozenset({_S.AWAITS_SENDER, _S.FOUND_AGAIN, _S.VOIDED, _S.MISSING}),
    _S.AWAITS_SENDER: frozenset({_S.FOUND_AGAIN, _S.VOIDED, _S.MISSING}),
    _S.MISSING: frozenset({_S.FILLED_IN, _S.AWAITS_SENDER, _S.FOUND_AGAIN, _S.VOIDED}),
}  # fmt: skip
_SHARED: Final[Mapping[SheetStage, frozenset[SheetStage]]] = {
    **_OURS,
    _S.AWAITS_SENDER: frozenset({_S.FOUND_AGAIN, _S.VOIDED, _S.MISSING}),
}
_OUR_PART_DONE: Final = frozenset({_S.AWAITS_SENDER, _S.FOUND_AGAIN, _S.VOIDED})
"""Where a shared paper may go that was missing when our part of it stood in the system already."""
_MOVES: Final = {
    SheetDirection.TOLD_BY_PHONE: _SENDERS,
    SheetDirection.SHARED: _SHARED,
}


def moves(direction: SheetDirection) -> Mapping[SheetStage, frozenset[SheetStage]]:
    """Give which stages may follow which.

    A paper that did not come out may be printed again or voided; found in the printer's tray after
    all, it goes on from there as any other. What we were told by phone the hospital documents
    itself: it is found again in the system. A shared paper (our part and theirs) waits for the
    sender once our part is documented. Anything else is ours to document.
    """
    return _MOVES.get(direction, _OURS)


class SheetMove(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A step of a number: to which stage, when, by whom, with which words."""

    to: SheetStage
    at: Instant
    by: UUID | None = None
    text: str = ""


class EnteredSheet(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An entry of a paper: what it said, when that happened, who entered it and when."""

    said: SheetEntered
    at: Instant
    noted_at: Instant
    by: UUID | None = None


class MatchedTwin(Struct, frozen=True):
    """A message that was found to be the same as this paper's, and the act that said so."""

    said: SheetTwinMatched
    act: UUID


class SheetState(Struct, frozen=True, kw_only=True):
    """A numbered paper: where it is, and the way that it came there, step by step.

    `without_effect` are steps that could not follow on the stage it had then: somebody else had
    been there first. `signed` is who signs for a number that is missing. `entries` are what was
    entered of it, the latest last, `checked` who has held that against the paper. `our_part` is
    when our part of a shared paper was documented.
    """

    issued: SheetIssued | None = None
    issued_at: Instant = Instant(0)
    issued_by: UUID | None = None
    way: tuple[SheetMove, ...] = ()
    last: SheetMove | None = None
    without_effect: tuple[SheetMove, ...] = ()
    signed: SheetMove | None = None
    entries: tuple[EnteredSheet, ...] = ()
    checked: SheetMove | None = None
    twins: tuple[MatchedTwin, ...] = ()
    our_part: SheetMove | None = None
    frozen: bool = False

    @property
    def stage(self) -> SheetStage:
        """Give the one stage that the number is in."""
        return self.last.to if self.last is not None else SheetStage.GIVEN_OUT

    @property
    def voided_at(self) -> Instant | None:
        """Say when it was voided."""
        return self.last.at if self.last and self.last.to is SheetStage.VOIDED else None

    @property
    def is_settled(self) -> bool:
        """Say whether the number is accounted for, or missing with somebody's signature.

        Where a second pair of eyes is asked for, first when those have seen the entry.
        """
        if self.stage in ACCOUNTED_FOR:
            return not self.awaits_check
        return self.signed is not None

    @property
    def entry(self) -> EnteredSheet | None:
        """Give the entry that holds: the latest."""
        return self.entries[-1] if self.entries else None

    @property
    def case(self) -> UUID | None:
        """Give the case that it belongs to: as it was entered, else as it was given out."""
        if self.entry is not None:
            return self.entry.said.case
        return self.issued.case if self.issued is not None else None

    @property
    def person(self) -> UUID | None:
        """Give whom it is about: as it was entered, else as it was given out."""
        if self.entry is not None:
            return self.entry.said.person
        return self.issued.person if self.issued is not None else None

    @property
    def direction(self) -> SheetDirection:
        """Give who says something with the paper."""
        return self.issued.direction if self.issued else SheetDirection.OWN_USE

    @property
    def asks_second_eyes(self) -> bool:
        """Say whether somebody else is to check what was entered."""
        asked = self.issued is not None and self.issued.second_eyes
        return asked or (self.entry is not None and self.entry.said.second_eyes)

    @property
    def awaits_check(self) -> bool:
        """Say whether there is something to check that nobody else has checked yet."""
        there = self.entry is not None or self.stage in (_S.DOCUMENTED, _S.FOUND_AGAIN)
        voided = self.stage is _S.VOIDED
        return self.asks_second_eyes and there and self.checked is None and not voided

    @property
    def worked_by(self) -> UUID | None:
        """Give who did what a second pair of eyes is to check."""
        if self.entry is not None:
            return self.entry.by
        return self.last.by if self.last is not None else None

    @property
    def settled_at(self) -> Instant | None:
        """Say when nothing more was to be done with it: accounted for, or signed as missing."""
        if self.awaits_check:
            return None
        if self.stage in ACCOUNTED_FOR:
            ends = [one.at for one in (self.last, self.checked) if one is not None]
            return max(ends) if self.asks_second_eyes else self.last.at if self.last else None
        return self.signed.at if self.signed is not None else None

    def may_become(self, stage: SheetStage) -> bool:
        """Say whether a step may follow on the stage it has.

        That our part of a shared paper is documented lets it wait for the sender's.
        """
        if self.stage is _S.MISSING and self.our_part is not None:
            return stage in _OUR_PART_DONE
        return stage in moves(self.direction).get(self.stage, frozenset())

    def may_be_said(self, stage: SheetStage) -> bool:
        """Say whether somebody may take the step by hand: nobody waits for what was never written.

        What was entered all the same, for a paper that never came out, may wait for the sender.
        """
        never_out = self.stage is _S.NOT_ON_PAPER and self.entry is None
        return self.may_become(stage) and not (never_out and stage is _S.AWAITS_SENDER)


class Balance(Struct, frozen=True, kw_only=True):
    """How the numbers given out in a stop are shared out among the stages; each is in one."""

    issued: int
    in_stage: Mapping[SheetStage, int]
    unsettled: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Say whether every number is accounted for, or missing with somebody's signature."""
        return not self.unsettled

    def count(self, *stages: SheetStage) -> int:
        """Count the numbers in some stages."""
        return sum(self.in_stage.get(stage, 0) for stage in stages)


def balance(sheets: Iterable[tuple[str, SheetState | None]]) -> Balance:
    """Count numbers by stage; a number whose paper nobody knows is missing, without signature."""
    counts: dict[SheetStage, int] = {}
    unsettled: list[str] = []
    issued = 0
    for number, state in sheets:
        issued += 1
        stage = state.stage if state is not None else SheetStage.MISSING
        counts[stage] = counts.get(stage, 0) + 1
        if state is None or not state.is_settled:
            unsettled.append(number)
    return Balance(issued=issued, in_stage=counts, unsettled=tuple(unsettled))
