"""The command liability: an invoice control (fakturakontroll) of a list of stays."""

import json
from argparse import Namespace
from decimal import Decimal
from pathlib import Path

from kontaktpunkt.bootstrap.shelf import DataShelf, profile_choices
from kontaktpunkt.cli.run import DONE, USAGE, complain
from kontaktpunkt.domain.payment import Liability, MonthAverage, averages, liability_of
from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.usecases.stay_list import FaultyList, read_stays
from kontaktpunkt.wording.words import word


def liability(wish: Namespace) -> int:
    """Work out liability for each stay of a file, and the averages of each municipality."""
    keys = [choice.key for choice in profile_choices()]
    if wish.profile not in keys:
        complain(f"Profilen {wish.profile} finns inte. Profiler: {', '.join(keys)}")
        return USAGE
    try:
        data = Path(wish.file).read_bytes()
    except OSError:
        complain(f"{wish.file}: går inte att öppna")
        return USAGE
    stays = read_stays(data)
    if isinstance(stays, FaultyList):
        column = f", kolumn {stays.column}" if stays.column else ""
        complain(f"{wish.file}: rad {stays.line}{column}: {word(stays.flaw)}")
        return USAGE
    profile = DataShelf().profile(wish.profile)
    found = [liability_of(stay, profile) for stay in stays]
    months = averages(stays, profile)
    if wish.json:
        print(json.dumps(_as_json(found, months, profile), ensure_ascii=False, indent=1))
    else:
        _print(found, months, profile)
    return DONE


def _print(found: list[Liability], months: tuple[MonthAverage, ...], profile: RuleProfile) -> None:
    print(f"Underlag enligt {' → '.join(profile.layer_titles)}; ingen faktura")
    for one in found:
        parts = (
            one.id,
            f"start {one.start}" if one.start else "ingen start",
            one.payer,
            "" if one.days is None else f"{one.days} dygn",
            "" if one.amount is None else f"{_plain(one.amount)} kr",
            reason_of(one),
        )
        print("  ".join(part for part in parts if part))
    for month in months:
        print(_month_line(month))


def reason_of(one: Liability) -> str:
    """Say why something is missing, with the year where an amount is."""
    if one.reason is None:
        return ""
    words = word(one.reason)
    if one.year is not None:
        words += f" för {one.year}"
    if one.individual:
        words += "; över taket: räknas för sig"
    return words


def _month_line(month: MonthAverage) -> str:
    year, number = month.month
    line = f"{month.municipality} {year}-{number:02d}: {month.days} dagar, {month.persons} personer"
    line += f", medel {_comma(month.mean)}"
    if month.pooled_mean is not None:
        line += f", tre månader {_comma(month.pooled_mean)}"
    if month.exceeds is None:
        return f"{line}, nivå ej bekräftad"
    over = "överskrider" if month.exceeds else "överskrider inte"
    return f"{line}, {over} nivån {_comma(month.level or Decimal(0))}"


def _plain(amount: Decimal) -> str:
    return format(amount.normalize(), "f")


def _comma(number: Decimal) -> str:
    return str(number).replace(".", ",")


def _as_json(
    found: list[Liability], months: tuple[MonthAverage, ...], profile: RuleProfile
) -> dict[str, object]:
    return {
        "profile": profile.key,
        "layers": list(profile.layer_titles),
        "stays": [
            {
                "id": one.id,
                "start": one.start.isoformat() if one.start else None,
                "payer": one.payer,
                "days": one.days,
                "amount": None if one.amount is None else _number(one.amount),
                "reason": reason_of(one) or None,
                "code": one.reason,
                "individual": one.individual,
                "discharge_day_confirmed": one.discharge_day_confirmed,
            }
            for one in found
        ],
        "municipalities": [
            {
                "municipality": month.municipality,
                "month": f"{month.month[0]}-{month.month[1]:02d}",
                "persons": month.persons,
                "days": month.days,
                "mean": float(month.mean),
                "pooled_persons": month.pooled_persons,
                "pooled_days": month.pooled_days,
                "pooled_mean": None if month.pooled_mean is None else float(month.pooled_mean),
                "level": None if month.level is None else float(month.level),
                "exceeds": month.exceeds,
            }
            for month in months
        ],
    }


def _number(amount: Decimal) -> int | float:
    return int(amount) if amount == amount.to_integral_value() else float(amount)
