"""Says who may be the same, and puts two persons side by side in words."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from msgspec import Struct

from kontaktpunkt.domain.joining.comparing import Agreement, PersonSide
from kontaktpunkt.domain.person.facts import PersonNumber, Protection
from kontaktpunkt.domain.person.number import shown
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.usecases.joining.rows import Comparison, JoiningOffer
from kontaktpunkt.usecases.rows import CaseRow
from kontaktpunkt.wording.names import NAMELESS
from kontaktpunkt.wording.telling import place_of
from kontaktpunkt.wording.times import day, when
from kontaktpunkt.wording.words import word

_LABELS: Final = {
    "numbers": "Nummer",
    "name": "Namn",
    "birth_date": "Född",
    "sex": "Kön",
    "addresses": "Adress",
    "phone": "Telefon",
    "home_municipality": "Folkbokförd i",
    "unit": "Enhet hos oss",
    "protection": "Skydd",
    "deceased": "Avliden",
}


class ComparedLine(Struct, frozen=True, kw_only=True):
    """One line of a comparison: both sides in words, and how they agree."""

    label: str
    one: str
    other: str
    agreement: Agreement | None = None

    @property
    def verdict(self) -> str:
        """Say how the sides agree; nothing where they are only shown."""
        return word(self.agreement) if self.agreement is not None else ""


def offer_line(offer: JoiningOffer, on: date) -> str:
    """Say in one line who or what may be the same and why, or what was joined."""
    if offer.cases is not None:
        place = _place(offer.other_case)
        if offer.joined:
            return f"Förenat med ett annat ärende{place}."
        return f"Kan vara samma vistelse som ett annat ärende{place}{_because(offer)}."
    number = offer.side.numbers[0] if offer.side.numbers else None
    who = f"{offer.side.name or NAMELESS}, {shown(number, on) if number else 'nummer saknas'}"
    if offer.joined:
        return f"Förenad med {who}."
    return f"Kan vara samma person som {who}{_because(offer)}."


def comparison_lines(comparison: Comparison, now: Instant) -> tuple[ComparedLine, ...]:
    """Give the lines of a comparison in their order; what neither side says has no line."""
    on = local_day(now)
    one, other = comparison.sides
    lines: list[ComparedLine] = []
    if comparison.offer.cases is None:
        lines += [
            ComparedLine(
                label=_LABELS[field],
                one=_said(field, one, on),
                other=_said(field, other, on),
                agreement=agreement,
            )
            for field, agreement in comparison.agreements.items()
            if _is_worth_saying(field, one, other)
        ]
    mine, theirs = comparison.cases
    label = "Ärende" if comparison.offer.cases else "Ärenden"
    lines.append(ComparedLine(label=label, one=_cases(mine, now), other=_cases(theirs, now)))
    return tuple(lines)


def _because(offer: JoiningOffer) -> str:
    return f": {word(offer.reason)}" if offer.reason is not None else ""


def _place(row: CaseRow | None) -> str:
    place = place_of(row.hospital, row.ward) if row is not None else ""
    return f" på {place}" if place else ""


def _is_worth_saying(field: str, one: PersonSide, other: PersonSide) -> bool:
    if field == "deceased":
        return one.deceased or other.deceased
    if field == "protection":
        return not one.protection is other.protection is Protection.NONE
    return True


def _said(field: str, side: PersonSide, on: date) -> str:
    match field:
        case "numbers":
            former = [f"tidigare {_number(one, on)}" for one in side.former_numbers]
            said = ", ".join([*(_number(one, on) for one in side.numbers), *former])
        case "birth_date":
            said = side.birth_date.isoformat() if side.birth_date else ""
        case "sex":
            said = word(side.sex) if side.sex else ""
        case "addresses":
            said = "; ".join(
                ", ".join([*address.lines, f"{address.postal_code} {address.city}".strip()])
                for address in side.addresses
            )
        case "protection":
            said = word(side.protection)
        case "deceased":
            said = "ja" if side.deceased else "nej"
        case _:
            said = str(getattr(side, field))
    return said or "inte sagt"


def _number(number: PersonNumber, on: date) -> str:
    return f"{shown(number, on)} ({word(number.kind)})"


def _cases(rows: Iterable[CaseRow], now: Instant) -> str:
    return "\n".join(_case(row, now) for row in rows) or "inga"


def _case(row: CaseRow, now: Instant) -> str:
    kind = word(row.case_kind)
    admitted = f", inskriven {when(row.admitted_at, now)}" if row.admitted_at is not None else ""
    opened = f", öppnat {day(local_day(row.opened_at), local_day(now))}"
    where = place_of(row.hospital, row.ward)
    ended = "" if row.is_open else ", avslutat"
    who = f", ansvarig {row.responsible_name}" if row.responsible_name else ""
    place = f", {where}" if where else ""
    return f"{kind[:1].upper()}{kind[1:]}{place}{admitted or opened}{ended}{who}"
