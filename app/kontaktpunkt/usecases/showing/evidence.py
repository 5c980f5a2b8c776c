"""Evidence of a case: its clocks, each with message, rule and source, as this reader may see it."""

from collections.abc import Iterable

from msgspec.structs import replace

from kontaktpunkt.domain.clocks import CaseClock, ClockTerms, clocks_of
from kontaktpunkt.domain.states import CaseState, PersonState
from kontaktpunkt.usecases.tools import Rules


def evidence_of(case: CaseState, person: PersonState, rules: Rules) -> tuple[CaseClock, ...]:
    """Give the clocks of a case by the rules in force; what each says at a time is its own."""
    # Where somebody protected lives reaches nobody, not even as the payer of a clock.
    home = "" if person.is_protected else person.home_municipality
    return clocks_of(case, terms_of(rules, home))


def terms_of(rules: Rules, home_municipality: str = "") -> ClockTerms:
    """Give the rules as clocks read them."""
    return ClockTerms(
        profile=rules.profile, is_red=rules.is_red, home_municipality=home_municipality
    )


def mask_clocks(clocks: Iterable[CaseClock], *, may: bool) -> tuple[CaseClock, ...]:
    """Give clocks as I may see them: what somebody wrote and where a person lives is left out."""
    return tuple(
        clock if may else replace(clock, about="", waiting_for="", payer="") for clock in clocks
    )
