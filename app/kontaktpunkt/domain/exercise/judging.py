"""Compares what was entered of an exercise's papers with what was said on the phone (facit)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.exercise.scenario import MONTHS, ExerciseCall, RightAnswer, Written
from kontaktpunkt.domain.paper.form import Field, FieldKind

WrittenFields = Mapping[str, Written]
"""What stands in the fields of a paper, by key."""

_SHORT_DAY: Final = re.compile(r"(?<!\d)(\d{1,2})\s*/\s*(\d{1,2})(?!\d)")
_SPOKEN_DAY: Final = re.compile(r"(?<!\d)(\d{1,2})\s+([a-z]{3,})")
_IN_WORDS: Final = frozenset({FieldKind.TEXT, FieldKind.WORDS})


class JudgedField(Struct, frozen=True, kw_only=True):
    """A field of a paper against what is right: both as words."""

    key: str
    label: str
    written: str
    right: str
    is_right: bool


class ExercisePaper(Struct, frozen=True, kw_only=True):
    """A paper of an exercise that has been entered."""

    sheet: UUID
    form: str
    written: WrittenFields


def judge(
    call: ExerciseCall, fields: Sequence[Field], written: WrittenFields
) -> tuple[JudgedField, ...]:
    """Judge each field that the call names, in the order of the form."""
    return tuple(
        _judged(field, call.right[field.key], written.get(field.key, ""))
        for field in fields
        if field.key in call.right
    )


def share_out(
    calls: Sequence[ExerciseCall],
    papers: Iterable[ExercisePaper],
    forms: Mapping[str, Sequence[Field]],
) -> Mapping[str, UUID]:
    """Say which paper belongs to which call: of one form, by how much of it is right.

    A paper belongs to one call at most, and with nothing right to none.
    """
    scored: list[tuple[int, int, int, str, UUID]] = []
    for nth, paper in enumerate(papers):
        for at, call in enumerate(calls):
            if call.form == paper.form:
                judged = judge(call, forms.get(call.form, ()), paper.written)
                right = sum(one.is_right for one in judged)
                scored.append((-right, at, nth, call.key, paper.sheet))
    found: dict[str, UUID] = {}
    for least, _, _, key, sheet in sorted(scored, key=lambda one: one[:3]):
        if least and key not in found and sheet not in found.values():
            found[key] = sheet
    return found


def _judged(field: Field, right: RightAnswer, written: Written) -> JudgedField:
    return JudgedField(
        key=field.key,
        label=field.label,
        written=_said(field, written),
        right=" eller ".join(_said(field, one) for one in _any_of(right)),
        is_right=any(_is_right(field, one, written) for one in _any_of(right)),
    )


def _any_of(right: RightAnswer) -> tuple[Written, ...]:
    return right if isinstance(right, tuple) else (right,)


def _is_right(field: Field, right: Written, written: Written) -> bool:
    """Words are right when they hold what is right; anything else when it is the same."""
    if isinstance(right, bool) or isinstance(written, bool):
        return bool(written) is bool(right)
    if field.kind is FieldKind.DATE:
        return _is_day(date.fromisoformat(right), written)
    if field.kind is FieldKind.TIME:
        return _clock(right) == _clock(written)
    one, other = _plain(right), _plain(written)
    return one in other if field.kind in _IN_WORDS else one == other


def _is_day(right: date, written: str) -> bool:
    """Read a day as it is written by hand: 2026-03-24, 260324, 24/3, tisdag 24 mars."""
    if _plain(written) in (f"{right:%Y%m%d}", f"{right:%y%m%d}"):
        return True
    short = _SHORT_DAY.search(written)
    if short is not None:
        return (int(short[1]), int(short[2])) == (right.day, right.month)
    spoken = _SPOKEN_DAY.search(written.casefold())
    month = MONTHS[right.month - 1]
    return spoken is not None and int(spoken[1]) == right.day and month.startswith(spoken[2])


def _clock(text: str) -> str:
    """Leave the digits of a clock without noughts before them: kl 8.40 is 08:40."""
    return "".join(sign for sign in text if sign.isdigit()).lstrip("0")


def _said(field: Field, value: Written) -> str:
    """Say a value as the paper does: the label of a choice, ja or nej of a box."""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    labels = {option.key: option.label for option in field.options}
    return labels.get(value, value)


def _plain(text: str) -> str:
    """Leave letters and digits only: 10.15 is 10:15, and a hyphen too few is no fault."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())
