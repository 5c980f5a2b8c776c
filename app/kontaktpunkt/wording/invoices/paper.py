"""The paper of an invoice control: stays, averages, municipalities, rules with their sources."""

from collections.abc import Mapping
from typing import Final

from kontaktpunkt.domain.paper.printout import ListColumn, ListDocument, ListGroup, PrintFoot
from kontaktpunkt.domain.payment import Liability, MonthAverage, PayerSum
from kontaktpunkt.domain.profile import ProfileValue, RuleProfile
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.usecases.invoice_control import ControlPage, Invoiced
from kontaktpunkt.wording.invoices import saying
from kontaktpunkt.wording.invoices.numbers import days
from kontaktpunkt.wording.invoices.rows import payer_row, stay_row
from kontaktpunkt.wording.words import word

_COLUMNS: Final = (
    ListColumn(label="Vårdtillfälle eller månad", weight=4),
    ListColumn(label="Kommun", weight=3),
    ListColumn(label="Start", weight=2),
    ListColumn(label="Dagar eller medel", weight=2),
    ListColumn(label="Dygn", weight=2),
    ListColumn(label="Belopp", weight=3),
    ListColumn(label="Varför inte, och anmärkning", weight=9),
)
_RULES: Final = {
    "payment.model": "Betalningsmodell",
    "payment.grace_days": "Dagar till start",
    "payment.grace_days_after_cut_off": "Dagar till start efter klockslaget",
    "payment.average_level": "Genomsnittets nivå",
    "payment.average_counts_zero_days": "Dag noll räknas",
    "payment.average_window": "Genomsnittet räknas över",
    "payment.individual_after_days": "Räknas för sig efter (dagar)",
    "payment.discharge_day_paid": "Utskrivningsdagen betalas",
}


def document(page: ControlPage, invoiced: Mapping[str, Invoiced]) -> ListDocument:
    """Make the list of what was worked out; the desk sets the foot."""
    found = page.basis
    groups = (
        ListGroup(title="Per kommun", rows=_of_payers(found.payers, invoiced)),
        ListGroup(title="Genomsnitt", rows=tuple(map(_of_month, found.months))),
        ListGroup(title="Vårdtillfällen", rows=tuple(map(_of_stay, found.liabilities))),
        ListGroup(title="Regler och källor", rows=_of_rules(page)),
    )
    return ListDocument(
        title=f"Fakturakontroll, {period(page)}",
        subtitle=saying.head(page.profile),
        columns=_COLUMNS,
        groups=tuple(group for group in groups if group.rows),
        foot=PrintFoot(printed_at="", printed_by=""),
        shred_note="Underlag, inte en faktura. Förstörs enligt rutin när kontrollen är klar.",
        empty_note="Inga vårdtillfällen.",
    )


def period(page: ControlPage) -> str:
    """Say which period, as asked for or as the list itself has it."""
    first, last = page.wish.first, page.wish.last
    ends = [local_day(stay.discharged) for stay in page.stays if stay.discharged is not None]
    first = first or min(ends, default=None)
    last = last or max(ends, default=None)
    return "pågående" if first is None or last is None else f"{first} – {last}"


def _of_stay(one: Liability) -> tuple[str, ...]:
    name, start, payer, count, amount, reason = stay_row(one)
    lay = "" if one.days_after_notice is None else str(one.days_after_notice)
    return (name, payer, start, lay, count, amount, reason)


def _of_month(one: MonthAverage) -> tuple[str, ...]:
    pooled = one.pooled_mean
    parts = (
        saying.verdict(one),
        saying.definition(one),
        f"med dag noll {saying.mean(one.mean_with_zero)}",
        f"utan (SKR) {saying.mean(one.mean_without_zero)}",
        "" if pooled is None else f"tre månader {saying.mean(pooled)}",
        f"{one.days} dagar på {one.persons}",
        "" if one.no_sum is None else word(one.no_sum),
    )
    over = one.excess_days if one.exceeds else None
    return (
        saying.month_name(one.month),
        saying.payer(one.municipality),
        "",
        saying.mean(one.mean),
        "" if over is None else days(over),
        "" if one.amount is None else saying.kronor(one.amount),
        ", ".join(part for part in parts if part),
    )


def _of_payers(
    payers: tuple[PayerSum, ...], invoiced: Mapping[str, Invoiced]
) -> tuple[tuple[str, ...], ...]:
    rows: list[tuple[str, ...]] = []
    for one in payers:
        theirs = invoiced.get(one.payer, Invoiced())
        cells = payer_row(one, theirs)
        stays = "1 vårdtillfälle" if one.stays == 1 else f"{one.stays} vårdtillfällen"
        note = ", ".join(part for part in (stays, cells[8]) if part)
        rows.append(("Underlag", cells[0], "", "", cells[2], cells[3], note))
        if theirs != Invoiced():
            rows.append(("Fakturerat", cells[0], "", "", cells[4], cells[5], ""))
            rows.append(("Skillnad", cells[0], "", "", cells[6], cells[7], ""))
    return tuple(rows)


def _of_rules(page: ControlPage) -> tuple[tuple[str, ...], ...]:
    """Give the rules that were gone by, each with its source, and every amount that was used."""
    profile = page.profile
    keys = dict(_RULES)
    for one in page.basis.liabilities:
        keys |= {f"amount.{span.first.year}": "" for span in one.spans}
    for month in page.basis.months:
        if month.exceeds:
            keys[f"amount.{month.month[0]}"] = ""
    return tuple(
        _of_rule(profile, key, label)
        for key, label in sorted(keys.items())
        if _is_said(profile, key)
    )


def _is_said(profile: RuleProfile, key: str) -> bool:
    return key in profile.entries


def _of_rule(profile: RuleProfile, key: str, label: str) -> tuple[str, ...]:
    known: ProfileValue = profile.value(key)
    said = saying.rule_value(known.value)
    name = label or f"Belopp per dygn {key.partition('.')[2]}"
    source = " – ".join(part for part in (known.layer.title, known.source) if part)
    return (name, "", "", "", "", "", f"{said}. {source} ({word(known.certainty)})")
