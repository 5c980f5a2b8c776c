"""What is asked of an invoice control, and what it answers: stays, basis, and what was left out."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from kontaktpunkt.domain.payment import Basis, PaidStay, basis_of
from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.usecases.stay_list import FaultyList


class ControlWish(Struct, frozen=True, kw_only=True):
    """What to work out: a list (None = our own cases), under which profile, for which period.

    An empty profile is the municipality's own, its own values included. The period is the local
    days of discharge, both included, None = open; who still lies there always comes along.
    """

    data: bytes | None = None
    profile: str = ""
    first: date | None = None
    last: date | None = None


class ControlPage(Struct, frozen=True, kw_only=True):
    """A list worked out: stays and basis side by side, the faults, and how many fell outside.

    `masked` own cases are of protected persons, who stand in the list without number or home.
    """

    wish: ControlWish
    profile: RuleProfile
    stays: tuple[PaidStay, ...]
    basis: Basis
    faults: tuple[FaultyList, ...] = ()
    outside: int = 0
    masked: int = 0

    @property
    def is_own(self) -> bool:
        """Say whether the stays are our own cases."""
        return self.wish.data is None


def page_of(
    wish: ControlWish,
    profile: RuleProfile,
    stays: Sequence[PaidStay],
    faults: Sequence[FaultyList],
    today: date,
) -> ControlPage:
    """Work out the stays of the period."""
    chosen = tuple(stay for stay in stays if is_within(stay, wish))
    return ControlPage(
        wish=wish,
        profile=profile,
        stays=chosen,
        basis=basis_of(chosen, profile, today),
        faults=tuple(faults),
        outside=len(stays) - len(chosen),
    )


def is_within(stay: PaidStay, wish: ControlWish) -> bool:
    """Say whether a stay ended in the period, or has not ended."""
    if stay.discharged is None:
        return True
    left = local_day(stay.discharged)
    begun = wish.first is None or wish.first <= left
    return begun and (wish.last is None or left <= wish.last)
