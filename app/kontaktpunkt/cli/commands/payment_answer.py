"""The JSON answer of the command liability; its shape is told in `liability --help`."""

from decimal import Decimal

from kontaktpunkt.domain.payment import Basis, Liability, MonthAverage, PayerSum
from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.wording.invoices import saying


def as_json(found: Basis, profile: RuleProfile) -> dict[str, object]:
    """Give the whole answer; money and means are numbers, missing ones null."""
    return {
        "kind": "underlag",
        "profile": profile.key,
        "layers": list(profile.layer_titles),
        "stays": [_stay(one) for one in found.liabilities],
        "municipalities": [_month(one) for one in found.months],
        "payers": [_payer(one) for one in found.payers],
    }


def _stay(one: Liability) -> dict[str, object]:
    return {
        "id": one.id,
        "start": one.start.isoformat() if one.start else None,
        "payer": one.payer or None,
        "days": one.days,
        "amount": _number(one.amount),
        "reason": saying.reason(one) or None,
        "code": one.reason,
        "year": one.year,
        "individual": one.individual,
        "needs_judgement": one.reason is not None and one.reason.needs_judgement,
        "days_after_notice": one.days_after_notice,
        "days_so_far": one.days_so_far,
        "discharge_day_confirmed": one.discharge_day_confirmed,
        "spans": [
            {
                "first": span.first.isoformat(),
                "days": span.days,
                "kronor": _number(span.kronor),
                "amount": _number(span.total),
            }
            for span in one.spans
        ],
    }


def _month(one: MonthAverage) -> dict[str, object]:
    return {
        "municipality": one.municipality,
        "month": saying.month_name(one.month),
        "persons": one.persons,
        "days": one.days,
        "mean": _number(one.mean),
        "counts_zero": one.counts_zero,
        "mean_with_zero": _number(one.mean_with_zero),
        "mean_without_zero": _number(one.mean_without_zero),
        "pooled_persons": one.pooled_persons,
        "pooled_days": one.pooled_days,
        "pooled_mean": _number(one.pooled_mean),
        "level": _number(one.level),
        "level_certainty": one.level_certainty,
        "exceeds": one.exceeds,
        "no_verdict": one.no_verdict,
        "excess_days": _number(one.excess_days),
        "kronor": _number(one.kronor),
        "amount": _number(one.amount),
        "no_sum": one.no_sum,
    }


def _payer(one: PayerSum) -> dict[str, object]:
    return {
        "payer": one.payer or None,
        "stays": one.stays,
        "days": _number(one.days),
        "amount": _number(one.amount),
        "days_without_amount": _number(one.unpriced),
        "by_hand": one.by_hand,
        "ongoing": one.ongoing,
        "individual": one.individual,
        "undecided": one.undecided,
    }


def _number(amount: Decimal | None) -> int | float | None:
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)
