"""What a numbered paper is after all its events, and which stage may follow which."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.office import SheetDirection, SheetIssued
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


def moves(direction: SheetDirection) -> Mapping[SheetStage, frozenset[SheetStage]]:
    """Give which stages may follow which.

    A paper that did not come out may be printed again or voided; found in the printer's tray after
    all, it goes on from there as any other.
    What we were told by phone the hospital documents itself: it is found again in the system.
    Anything else is ours to document.
    """
    return _SENDERS if direction is SheetDirection.TOLD_BY_PHONE else _OURS


class SheetMove(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A step of a number: to which stage, when, by whom, with which words."""

    to: SheetStage
    at: Instant
    by: UUID | None = None
    text: str = ""


class SheetState(Struct, frozen=True, kw_only=True):
    """A numbered paper: where it is, and the way that it came there, step by step.

    `without_effect` are steps that could not follow on the stage it had then: somebody else had
    been there first. `signed` is who signs for a number that is missing.
    """

    issued: SheetIssued | None = None
    issued_at: Instant = Instant(0)
    issued_by: UUID | None = None
    way: tuple[SheetMove, ...] = ()
    last: SheetMove | None = None
    without_effect: tuple[SheetMove, ...] = ()
    signed: SheetMove | None = None
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
        """Say whether the number is accounted for, or missing with somebody's signature."""
        return self.stage in ACCOUNTED_FOR or self.signed is not None

    @property
    def settled_at(self) -> Instant | None:
        """Say when nothing more was to be done with it: accounted for, or signed as missing."""
        if self.stage in ACCOUNTED_FOR:
            return self.last.at if self.last is not None else None
        return self.signed.at if self.signed is not None else None

    def may_become(self, stage: SheetStage) -> bool:
        """Say whether a stage may follow on the one it has."""
        direction = self.issued.direction if self.issued else SheetDirection.OWN_USE
        return stage in moves(direction).get(self.stage, frozenset())


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
