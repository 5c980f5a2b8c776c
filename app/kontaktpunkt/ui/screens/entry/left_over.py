"""What a copied text leaves for the hand: contradictions, days without clock, lines unread."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from msgspec import Struct

from kontaktpunkt.domain.pasted import (
    Pasted,
    PastedCertainty,
    PastedField,
    PastedLabels,
    PastedPiece,
    as_label,
)
from kontaktpunkt.ui.screens.entry.fields import TIMES_COMING, TIMES_PAST, EntryField
from kontaktpunkt.ui.screens.entry.words import LABELS
from kontaktpunkt.wording.words import word

P, F = PastedField, EntryField
FIELD_OF: Final[Mapping[PastedField, EntryField]] = {
    P.NUMBER: F.NUMBER,
    P.NAME: F.FAMILY_NAME,
    P.GIVEN_NAME: F.GIVEN_NAME,
    P.FAMILY_NAME: F.FAMILY_NAME,
    P.PROTECTION: F.PROTECTED,
    P.SENT_AT: F.SENT_AT,
    P.ADMITTED_AT: F.ADMITTED_AT,
    P.EXPECTED_DISCHARGE: F.EXPECTED_DISCHARGE,
    P.READY_AT: F.READY_AT,
    P.DISCHARGED_AT: F.DISCHARGED_AT,
    P.DISCHARGED_TO: F.DISCHARGED_TO,
    P.LEAVE_FROM: F.LEAVE_AT,
    P.LEAVE_UNTIL: F.LEAVE_AT,
    P.HOSPITAL: F.HOSPITAL,
    P.WARD: F.WARD,
    P.WARD_PHONE: F.WARD_PHONE,
    P.TRACK: F.TRACK,
    P.CONSENT: F.CONSENT,
    P.MEETING_AT: F.MEETING_AT,
    P.MEETING_FORM: F.MEETING_FORM,
    P.MEETING_PLACE: F.MEETING_PLACE,
    P.PARTICIPANTS: F.PARTICIPANTS,
    P.SUBJECT_LINE: F.TEXT,
    P.TEXT: F.TEXT,
}
"""The field of the form that each field of the screen goes into."""

_TYPED_AS_IT_STANDS: Final = frozenset({P.CONSENT, P.PROTECTION})
_TIME: Final = re.compile(
    r"(?<!\d)(?:20\d\d-\d\d-\d\d|\d{1,2}/\d{1,2}(?: 20\d\d|-20\d\d)?)"
    r"[T,]? ?(?:kl\.? ?)?\d{1,2}[:.]\d\d(?!\d)"
)
_DAY: Final = re.compile(r"(?:20)?\d\d-?\d\d-?\d\d|\d{1,2}/\d{1,2}(?:[-/ ]\d{2,4})?")


class Span(Struct, frozen=True):
    """Where in the text something stands (code points, end not included), and its words."""

    start: int
    end: int
    words: str


class Left(Struct, frozen=True, kw_only=True):
    """What was left for the hand: its words, why, and the field that it may be used in."""

    words: str
    why: str = ""
    field: EntryField | None = None
    value: str = ""


class Day(Struct, frozen=True):
    """A day that stands after a label of a time, without a clock."""

    field: EntryField
    value: str
    span: Span


def days_alone(text: str, pasted: Pasted, labels: PastedLabels) -> list[Day]:
    """Give the labelled times that hold a day but no clock: the reader makes no time of them."""
    found: list[Day] = []
    for start, end in pasted.rest:
        label, colon, value = text[start:end].partition(":")
        field = FIELD_OF.get(labels.fields.get(as_label(label), P.TEXT), F.TEXT)
        if colon and field in TIMES_PAST | TIMES_COMING and _DAY.fullmatch(value.strip()):
            span = Span(start, end, " ".join(text[start:end].split()))
            found.append(Day(field, value.strip(), span))
    return found


def without_clock(day: Day, days: Iterable[Day]) -> Left:
    """Leave a day for the hand: a clock, or a choice, is needed."""
    several = len({one.value for one in days if one.field is day.field}) > 1
    name = LABELS[day.field].lower()
    return Left(
        words=day.span.words,
        why=(
            f"Texten säger olika om {name}. Fältet lämnades tomt."
            if several
            else "Klockslag saknas. Fältet lämnades tomt."
        ),
        field=day.field,
        value=day.value,
    )


def contradictions(text: str, pasted: Pasted, tracks: Mapping[str, str]) -> tuple[Left, ...]:
    """Give what is merely offered: one of two that say different things, a number without label."""
    offered = [
        piece
        for piece in pasted.pieces
        if piece.certainty is PastedCertainty.OFFERED and piece.field in FIELD_OF
    ]
    return tuple(
        Left(
            words=" ".join(text[piece.start : piece.end].split()),
            why=_why(piece, offered),
            field=FIELD_OF[piece.field],
            value=_usable(piece, tracks),
        )
        for piece in offered
    )


def _usable(piece: PastedPiece, tracks: Mapping[str, str]) -> str:
    """Give what one press puts in the field; nothing where only a choice will do."""
    if piece.field is P.TRACK:
        return tracks.get(piece.words.casefold(), "")
    return "" if piece.field in _TYPED_AS_IT_STANDS else piece.words


def _why(piece: PastedPiece, offered: Iterable[PastedPiece]) -> str:
    if piece.field is P.WARD_PHONE:
        return "Står efter avdelningen. Är det avdelningens telefon?"
    same = [one for one in offered if one.field is piece.field]
    name = word(piece.field)
    if len(same) > 1:
        return f"Texten säger olika om {name}. Fältet lämnades tomt."
    return f"Ser ut som {name}, men står utan rubrik."


def unread(
    text: str, pasted: Pasted, typed: Mapping[EntryField, str], told: Iterable[Span]
) -> list[Left]:
    """Give the lines that became nothing, and what in them a field may be filled with."""
    offered = [
        (piece.start, piece.end)
        for piece in pasted.pieces
        if piece.certainty is PastedCertainty.OFFERED and piece.field is not P.PHONE
    ]
    elsewhere = {(span.start, span.end) for span in told}
    found: list[Left] = []
    if pasted.stay.track and F.TRACK not in typed:
        found.append(Left(words=pasted.stay.track, why="Processpåret finns inte i profilen."))
    if F.HOSPITAL not in typed and "," in typed.get(F.WARD, ""):
        first = typed[F.WARD].partition(",")[0].strip()
        why = "Ett sjukhus och en avdelning?"
        found.append(Left(words=typed[F.WARD], why=why, field=F.HOSPITAL, value=first))
    phones = {(one.start, one.end) for one in pasted.pieces if one.field is P.PHONE}
    for start, end in pasted.rest:
        if (start, end) in elsewhere or any(
            start <= one and other <= end for one, other in offered
        ):
            continue
        words = " ".join(text[start:end].split())
        if (start, end) in phones:
            found.append(Left(words=words, why="Texten säger inte vems telefon det är."))
        elif words:
            found.append(_perhaps_sent(words, typed))
    return found


def _perhaps_sent(words: str, typed: Mapping[EntryField, str]) -> Left:
    """Offer a time that nobody knows the meaning of as the time of sending, where that lacks."""
    time = _TIME.search(words)
    if time is None or F.SENT_AT in typed:
        return Left(words=words)
    return Left(words=words, why="Är det när meddelandet sändes?", field=F.SENT_AT, value=time[0])
