"""Numbers of the register in words: whose, by whom kept, how old, and what a test call gave."""

from datetime import date
from typing import Final

from kontaktpunkt.domain.contacts.freshness import Freshness, PhoneKeeping
from kontaktpunkt.domain.contacts.shapes import CallTestOutcome, Upkeep
from kontaktpunkt.domain.states import CallTest
from kontaktpunkt.usecases.phone_lists.numbers import NumberRow, NumbersPage
from kontaktpunkt.wording.times import short_day
from kontaktpunkt.wording.words import word

_TOLD: Final = {
    CallTestOutcome.ANSWERED: "{name} svarade: numret är kontrollerat i dag",
    CallTestOutcome.WRONG_NUMBER: "{name}: fel nummer är noterat",
    CallTestOutcome.NO_ANSWER: "{name}: inget svar är noterat",
}


def number_head(row: NumberRow) -> str:
    """Say whose a number is, and the number: "▲ Avd 31  031-390 06 11"."""
    mark = "▲ " if row.fresh in (Freshness.WRONG, Freshness.NEVER, Freshness.OLD) else ""
    return f"{mark}{row.name}  {' / '.join(row.phones)}"


def number_place(row: NumberRow) -> str:
    """Say what somebody is and where, or what kind of unit it is."""
    if row.role is None:
        return word(row.kind) if row.kind is not None else ""
    return ", ".join((word(row.role), *row.units))


def number_standing(row: NumberRow, today: date) -> str:
    """Say how a number stands: "gammalt, kontrollerat 4/3 2025, gällde till 31/8 2025"."""
    if row.fresh is Freshness.NEVER:
        return word(row.fresh)
    parts = [word(row.fresh)] if row.fresh is not Freshness.CHECKED else []
    if row.verified_on is not None:
        parts.append(f"kontrollerat {short_day(row.verified_on, today)}")
    if row.until is not None and row.fresh is not Freshness.WRONG:
        past = row.until < today
        parts.append(f"{'gällde' if past else 'gäller'} till {short_day(row.until, today)}")
    return ", ".join(parts)


def number_tested(tested: CallTest | None, today: date) -> str:
    """Say what the last test call gave: "provringt i går: inget svar (lunch)"; '' of none."""
    if tested is None:
        return ""
    note = f" ({tested.note})" if tested.note else ""
    return f"provringt {short_day(tested.on, today)}: {word(tested.outcome)}{note}"


def number_owner(row: NumberRow) -> str:
    """Say who answers for a number."""
    return f"{row.owner} svarar för numret" if row.owner else "ingen svarar för numret"


def number_sub(row: NumberRow, today: date) -> str:
    """Say on one line where a number belongs, how it stands and who answers for it."""
    parts = (
        number_standing(row, today),
        number_tested(row.tested, today),
        number_place(row),
        number_owner(row),
    )
    return " · ".join(part for part in parts if part)


def to_check_words(page: NumbersPage) -> str:
    """Say how many numbers are to be checked, and how many of them are mine."""
    count = len(page.to_check)
    if not page.lines:
        return "Inga nummer i registret"
    if not count and len(page.lines) == 1:
        return "Det enda numret är kontrollerat"
    if not count:
        return f"Alla {len(page.lines)} nummer är kontrollerade"
    return f"{count} av {len(page.lines)} nummer att kontrollera, {len(page.mine_to_check)} mina"


def told_of(row: NumberRow, outcome: CallTestOutcome) -> str:
    """Say what was noted of a test call."""
    return _TOLD[outcome].format(name=row.name)


def upkeep_words(upkeep: Upkeep, keeping: PhoneKeeping) -> str:
    """Say when a line was checked, who answers for it, and until when it is good."""
    on = upkeep.verified_on
    checked = f"Kontrollerad {on}" if on is not None else "Inte kontrollerad än"
    by = f", {upkeep.owner} svarar för uppgifterna" if upkeep.owner else ""
    until = keeping.good_until(upkeep)
    if until is None:
        return f"{checked}{by}."
    past = until < keeping.today
    return f"{checked}{by}; {'gällde' if past else 'gäller'} till {until}."
