"""What was worked out for a stay, a month and a payer, in words."""

from decimal import Decimal
from enum import StrEnum

from kontaktpunkt.domain.payment import Liability, MonthAverage, NoVerdict, PayerSum
from kontaktpunkt.domain.profile import Amount, Certainty, RuleProfile
from kontaktpunkt.usecases.stay_list import FaultyList
from kontaktpunkt.wording.invoices.numbers import comma, days, kronor
from kontaktpunkt.wording.words import word

BASIS = "Underlag, inte en faktura"
NO_PAYER = "kommun saknas"
DAY_NOT_CONFIRMED = "utskrivningsdagen är inte räknad: om den betalas är ej bekräftat"


def head(profile: RuleProfile) -> str:
    """Say by which rules: "Underlag, inte en faktura. Enligt Lag (2017:612) → VGR"."""
    return f"{BASIS}. Enligt {' → '.join(profile.layer_titles)}"


def payer(name: str) -> str:
    """Name who pays, or say that the list does not."""
    return name or NO_PAYER


def reason(one: Liability) -> str:
    """Say why something is missing, with the year where an amount is; empty when nothing is."""
    if one.reason is None:
        return ""
    words = word(one.reason)
    if one.year is not None:
        words += f" för {one.year}"
    if one.individual:
        words += f"; {one.days_after_notice} dagar är över taket: räknas för sig"
    if one.days_so_far is not None:
        words += f", {one.days_so_far} dygn hittills"
    return words


def outcome(one: Liability) -> str:
    """Say amount or reason, for a cell of its own."""
    if one.amount is not None:
        return kronor(one.amount)
    return reason(one)


def month_name(month: tuple[int, int]) -> str:
    """Write a month: "2026-03"."""
    return f"{month[0]}-{month[1]:02d}"


def mean(number: Decimal | None) -> str:
    """Say a mean; a dash where it is of nobody."""
    return "–" if number is None else comma(number)


def verdict(one: MonthAverage) -> str:
    """Say whether an average exceeds its level, or why nothing is said."""
    if one.exceeds is None:
        return word(one.no_verdict) if one.no_verdict is not None else ""
    level = comma(one.level or Decimal(0))
    told = "" if one.level_certainty is Certainty.VERIFIED else f" ({word(one.level_certainty)})"
    return f"{'överskrider' if one.exceeds else 'överskrider inte'} nivån {level}{told}"


def excess(one: MonthAverage) -> str:
    """Say the days above the level and their sum; empty where there are none."""
    if not one.exceeds or one.excess_days is None:
        return ""
    words = f"{days(one.excess_days)} dygn över"
    if one.no_sum is not None:
        return f"{words}, {word(one.no_sum)}"
    return f"{words}: {kronor(one.amount or Decimal(0))}"


def definition(one: MonthAverage) -> str:
    """Say by which definition the mean was taken."""
    if one.counts_zero is None and one.no_verdict is not NoVerdict.NO_AVERAGE_MODEL:
        return "dag noll räknad, ej bekräftat"
    return "dag noll räknad" if one.counts_zero is not False else "utan dag noll (SKR)"


def payer_note(one: PayerSum) -> str:
    """Say what of a payer's stays the sum leaves out."""
    parts = (
        (one.unpriced, f"{days(one.unpriced)} dygn utan belopp"),
        (one.by_hand, f"{one.by_hand} för manuell bedömning"),
        (one.ongoing, f"{one.ongoing} pågår"),
        (one.individual, f"{one.individual} över taket, räknas för sig"),
        (one.undecided, f"{one.undecided} mån utan avgörande"),
    )
    return ", ".join(words for count, words in parts if count)


def fault(one: FaultyList) -> str:
    """Say what is wrong with a list, and where."""
    column = f", kolumn {one.column}" if one.column else ""
    return f"rad {one.line}{column}: {word(one.flaw)}"


def rule_value(value: object) -> str:
    """Say the value of a rule: "genomsnitt", "ja", "3", "9 300 kr (HSLF-FS 2022:60)"."""
    if value is None:
        return "ej bekräftat"
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, Amount):
        return f"{kronor(value.kronor)} {value.instrument}".strip()
    if isinstance(value, StrEnum):
        return word(value)
    return str(value).replace(".", ",")
