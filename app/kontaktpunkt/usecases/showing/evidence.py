"""Evidence as a reader may see it: clocks without what somebody wrote or where a person lives."""

from collections.abc import Iterable

from msgspec.structs import replace

from kontaktpunkt.domain.clocks import CaseClock


def mask_clocks(clocks: Iterable[CaseClock], *, may: bool) -> tuple[CaseClock, ...]:
    """Give clocks as I may see them: what somebody wrote and where a person lives is left out."""
    return tuple(
        clock if may else replace(clock, about="", waiting_for="", payer="") for clock in clocks
    )
