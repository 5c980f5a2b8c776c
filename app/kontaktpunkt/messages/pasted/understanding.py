"""Turns what labels stood before into facts; what contradicts itself is offered, never chosen."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, Final, TypeVar

from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.notice import CareSetting, Conversation, StayFacts, SummonsFacts
from kontaktpunkt.domain.pasted import (
    Pasted,
    PastedCertainty,
    PastedField,
    PastedLabels,
    PastedPiece,
    as_label,
    hospital_and_ward,
)
from kontaktpunkt.domain.person.facts import Address, PersonFacts, PersonNumber, Protection
from kontaktpunkt.domain.person.number import birth_date, sex
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.messages.found import cleaned
from kontaktpunkt.messages.pasted.cells import Cell
from kontaktpunkt.messages.pasted.phones import whose_phones
from kontaktpunkt.messages.pasted.values import number_of, protection_in
from kontaktpunkt.messages.pasted.walk import Found, Walk

LONGEST_TEXT: Final = 100_000
"""Characters that are looked at; what comes after is left over."""

_NUMBER: Final = re.compile(
    r"(?<![0-9A-Za-z-])(?:[0-9]{2})?[0-9]{6}[-+ ]?[0-9A-Za-z]{4}(?![0-9A-Za-z-])"
)
_MOST_OFFERED: Final = 200
_MANY: Final = frozenset({PastedField.TEXT, PastedField.PROTECTION})
_ENDINGS: Final = (MessageKind.DISCHARGE_NOTICE, MessageKind.DEATH_NOTICE)
_T = TypeVar("_T")


def read_pasted(text: str, labels: PastedLabels, on: date) -> Pasted:
    """Understand a text that was copied from a screen; `on` is the day by which numbers are read.

    Total over any text.
    """
    walk = Walk(text[:LONGEST_TEXT], labels, on)
    told, unowned = whose_phones(walk.found, walk.left)
    contradicted = _contradicted(told)
    sure = [found for found in told if found.field not in contradicted]
    pieces = [_piece(found, contradicted) for found in told]
    pieces += [_offered_phone(found) for found in unowned]
    pieces += _offered_numbers(walk.left, sure, on)
    if not any(found.field is PastedField.KIND for found in walk.found):
        pieces += _offered_kind(walk.left, labels)
    rest = [(part.start, part.end) for part in (*walk.left, *unowned)]
    if text[LONGEST_TEXT:].strip():
        rest.append((LONGEST_TEXT, len(text)))
    facts = _Facts(sure, protection_in(text, labels))
    return Pasted(
        kind=facts.one(PastedField.KIND, MessageKind),
        person=facts.person(on),
        stay=facts.stay(),
        summons=facts.summons(),
        conversation=facts.conversation(),
        sent_at=facts.instant(PastedField.SENT_AT),
        sender_name=facts.words(PastedField.SENDER),
        recipient_name=facts.words(PastedField.RECIPIENT),
        pieces=tuple(sorted(pieces, key=lambda piece: (piece.start, piece.end))),
        rest=tuple(sorted(rest)),
    )


class _Facts:
    """The values that were found, by field."""

    def __init__(self, found: Sequence[Found], protection: Protection) -> None:
        self._by_field: dict[PastedField, Any] = {PastedField.PROTECTION: protection}
        for each in found:
            if each.field is PastedField.TEXT and each.field in self._by_field:
                self._by_field[each.field] += f"\n\n{each.value}"
            elif each.field is PastedField.PROTECTION:
                self._by_field[each.field] = max(
                    self._by_field[each.field], each.value, key=tuple(Protection).index
                )
            else:
                self._by_field.setdefault(each.field, each.value)

    def one(self, field: PastedField, kind: type[_T]) -> _T | None:
        value = self._by_field.get(field)
        return value if isinstance(value, kind) else None

    def words(self, field: PastedField) -> str:
        return cleaned(self.one(field, str) or "")

    def instant(self, field: PastedField) -> Instant | None:
        value = self.one(field, int)
        return None if value is None else Instant(value)

    def person(self, on: date) -> PersonFacts:
        number = self.one(PastedField.NUMBER, PersonNumber)
        given, family = self._name()
        address = self.one(PastedField.ADDRESS, Address)
        return PersonFacts(
            numbers=() if number is None else (number,),
            given_name=given,
            family_name=family,
            birth_date=None if number is None else birth_date(number, on),
            sex=None if number is None else sex(number),
            addresses=() if address is None else (address,),
            phone=self.words(PastedField.PHONE),
            protection=self._by_field[PastedField.PROTECTION],
            home_municipality=self.words(PastedField.HOME_MUNICIPALITY),
            deceased=self.one(PastedField.KIND, MessageKind) is MessageKind.DEATH_NOTICE,
        )

    def stay(self) -> StayFacts:
        kind = self.one(PastedField.KIND, MessageKind)
        hospital, ward = self._place()
        begins, ends = self.instant(PastedField.LEAVE_FROM), self.instant(PastedField.LEAVE_UNTIL)
        at = begins if begins is not None else ends
        emergency = kind is MessageKind.EMERGENCY_STAY_NOTICE
        return StayFacts(
            setting=CareSetting.EMERGENCY if emergency else None,
            admitted_at=self.instant(PastedField.ADMITTED_AT),
            expected_discharge=self.instant(PastedField.EXPECTED_DISCHARGE),
            ready_at=self.instant(PastedField.READY_AT),
            discharged_at=self.instant(PastedField.DISCHARGED_AT),
            discharged_to=self.words(PastedField.DISCHARGED_TO),
            leave_started=None if at is None else begins is not None,
            leave_at=at,
            hospital=hospital,
            ward=ward,
            ward_phone=self.words(PastedField.WARD_PHONE),
            track=self.words(PastedField.TRACK),
            consent=self.one(PastedField.CONSENT, bool),
            finished=kind in _ENDINGS,
        )

    def summons(self) -> SummonsFacts:
        called = self.words(PastedField.PARTICIPANTS).replace(";", ",").split(",")
        return SummonsFacts(
            meeting_at=self.instant(PastedField.MEETING_AT),
            form=self.words(PastedField.MEETING_FORM),
            place=self.words(PastedField.MEETING_PLACE),
            participants=tuple(name.strip() for name in called if name.strip()),
        )

    def conversation(self) -> Conversation:
        lines = self.words(PastedField.TEXT).splitlines()
        return Conversation(
            subject_line=self.words(PastedField.SUBJECT_LINE), text="\n".join(lines)
        )

    def _place(self) -> tuple[str, str]:
        """Give hospital and ward; a ward that begins with its hospital is parted from it."""
        hospital, ward = self.words(PastedField.HOSPITAL), self.words(PastedField.WARD)
        first, rest = hospital_and_ward(ward, {hospital.casefold()} if hospital else ())
        if not hospital or first.casefold() == hospital.casefold():
            return hospital or first, rest
        return hospital, ward

    def _name(self) -> tuple[str, str]:
        """Give first and last name; a name on one line is split only at its comma."""
        given, family = self.words(PastedField.GIVEN_NAME), self.words(PastedField.FAMILY_NAME)
        if given or family:
            return given, family
        last, comma, first = self.words(PastedField.NAME).partition(",")
        return (first.strip(), last.strip()) if comma else ("", last)


def _contradicted(found: Sequence[Found]) -> frozenset[PastedField]:
    """Give the fields that the text says different things about."""
    said: dict[PastedField, set[object]] = {}
    for each in found:
        if each.field not in _MANY:
            said.setdefault(each.field, set()).add(each.value)
    return frozenset(field for field, values in said.items() if len(values) > 1)


def _piece(found: Found, contradicted: frozenset[PastedField]) -> PastedPiece:
    unsure = found.field in contradicted
    return PastedPiece(
        field=found.field,
        start=found.start,
        end=found.end,
        words=found.words,
        certainty=PastedCertainty.OFFERED if unsure else PastedCertainty.UNDERSTOOD,
    )


def _offered_phone(found: Found) -> PastedPiece:
    return PastedPiece(
        field=found.field,
        start=found.start,
        end=found.end,
        words=found.words,
        certainty=PastedCertainty.OFFERED,
    )


def _offered_numbers(left: Sequence[Cell], sure: Sequence[Found], on: date) -> list[PastedPiece]:
    known = {found.value for found in sure if found.field is PastedField.NUMBER}
    offered: list[PastedPiece] = []
    for cell in left:
        if len(offered) >= _MOST_OFFERED:
            break
        for seen in _NUMBER.finditer(cell.words):
            number = number_of(seen[0], on)
            if number is not None and number not in known:
                offered.append(_offer(PastedField.NUMBER, cell, seen.start(), seen[0]))
    return offered


def _offered_kind(left: Sequence[Cell], labels: PastedLabels) -> list[PastedPiece]:
    """Offer a kind that stands alone as a heading, when there is just one such."""
    heads = [cell for cell in left if as_label(cell.words) in labels.kinds]
    if len({labels.kinds[as_label(cell.words)] for cell in heads}) != 1:
        return []
    return [_offer(PastedField.KIND, heads[0], 0, heads[0].words)]


def _offer(field: PastedField, cell: Cell, at: int, words: str) -> PastedPiece:
    start = cell.start + at
    return PastedPiece(
        field=field,
        start=start,
        end=start + len(words),
        words=words,
        certainty=PastedCertainty.OFFERED,
    )
