"""The command liability: an invoice control (fakturakontroll) of a list of stays."""

import json
from argparse import Namespace
from pathlib import Path

from kontaktpunkt.bootstrap.clocks import SystemClock
from kontaktpunkt.bootstrap.shelf import DataShelf, profile_choices
from kontaktpunkt.cli.commands.payment_answer import as_json
from kontaktpunkt.cli.run import DONE, USAGE, complain
from kontaktpunkt.domain.payment import Basis, Liability, MonthAverage, PayerSum, basis_of
from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.usecases.stay_list import FaultyList, read_stays
from kontaktpunkt.wording.invoices import saying
from kontaktpunkt.wording.invoices.numbers import comma, plain


def liability(wish: Namespace) -> int:
    """Work out liability for each stay of a file, and the averages of each municipality."""
    key = _profile_key(wish.profile)
    if key is None:
        keys = ", ".join(choice.key for choice in profile_choices())
        complain(f"Profilen {wish.profile} finns inte. Profiler: {keys}")
        return USAGE
    try:
        data = Path(wish.file).read_bytes()
    except (OSError, ValueError):  # ValueError: a name that no file can have
        complain(f"{wish.file}: går inte att öppna")
        return USAGE
    stays = read_stays(data)
    if isinstance(stays, FaultyList):
        complain(f"{wish.file}: {saying.fault(stays)}")
        return USAGE
    profile = DataShelf().profile(key)
    found = basis_of(stays, profile, local_day(SystemClock().now()))
    if wish.json:
        print(json.dumps(as_json(found, profile), ensure_ascii=False, indent=1))
    else:
        _print(found, profile)
    return DONE


def _profile_key(wanted: str) -> str | None:
    """Find a profile by key or title, or by the only key that begins so ("lag")."""
    said = wanted.strip().casefold()
    choices = profile_choices()
    for choice in choices:
        if said in (choice.key.casefold(), choice.title.casefold()):
            return choice.key
    begun = [choice.key for choice in choices if said and choice.key.casefold().startswith(said)]
    return begun[0] if len(begun) == 1 else None


def _print(found: Basis, profile: RuleProfile) -> None:
    print(saying.head(profile))
    for one in found.liabilities:
        print(_stay_line(one))
    if any(not one.discharge_day_confirmed for one in found.liabilities):
        print(f"obs: {saying.DAY_NOT_CONFIRMED}")
    for month in found.months:
        print(_month_line(month))
    for total in found.payers:
        print(_payer_line(total))


def _stay_line(one: Liability) -> str:
    parts = (
        one.id,
        f"start {one.start}" if one.start else "ingen start",
        saying.payer(one.payer),
        "" if one.days is None else f"{one.days} dygn",
        "" if one.amount is None else f"{plain(one.amount)} kr",
        saying.reason(one),
    )
    return "  ".join(part for part in parts if part)


def _month_line(month: MonthAverage) -> str:
    where = f"{saying.payer(month.municipality)} {saying.month_name(month.month)}"
    parts = [
        f"{where}: {month.days} dagar",
        "1 person" if month.persons == 1 else f"{month.persons} personer",
        f"medel {saying.mean(month.mean)} ({saying.definition(month)})",
        f"med dag noll {saying.mean(month.mean_with_zero)}",
        f"utan {saying.mean(month.mean_without_zero)}",
    ]
    if month.pooled_mean is not None:
        parts.append(f"tre månader {comma(month.pooled_mean)}")
    parts.extend(part for part in (saying.verdict(month), saying.excess(month)) if part)
    return ", ".join(parts)


def _payer_line(total: PayerSum) -> str:
    stays = f"{total.stays} vårdtillfälle{'' if total.stays == 1 else 'n'}"
    amount = "belopp saknas" if total.amount is None else f"{plain(total.amount)} kr"
    parts = (
        f"underlag {saying.payer(total.payer)}: {stays}",
        f"{plain(total.days)} dygn".replace(".", ","),
        amount,
        saying.payer_note(total),
    )
    return ", ".join(part for part in parts if part)
