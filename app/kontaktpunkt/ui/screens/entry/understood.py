"""From a copied text as it was understood to what stands in the form, and what is left over."""

import re
from collections.abc import Iterable, Mapping
from datetime import time
from typing import Final

from msgspec import Struct

from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.pasted import Pasted, PastedCertainty, PastedLabels, PastedPiece, as_label
from kontaktpunkt.domain.person.facts import PersonFacts, Protection
from kontaktpunkt.domain.times import Instant, to_local
from kontaktpunkt.ui.screens.entry.compose import NO, YES
from kontaktpunkt.ui.screens.entry.fields import (
    KINDS,
    EntryField,
    fields_of_kind,
)
from kontaktpunkt.ui.screens.entry.left_over import (
    FIELD_OF,
    F,
    Left,
    P,
    Span,
    contradictions,
    days_alone,
    unread,
    without_clock,
)
from kontaktpunkt.wording.words import word

SEVERAL: Final = 2
"""So many numbers in one text are several persons, or a relative: nothing is filled in then."""

_GOES_ALONG: Final = frozenset({P.ADDRESS, P.PHONE, P.HOME_MUNICIPALITY})
_CLOCK: Final = re.compile(r"\d[:.]\d\d|[Tt ]\d{4}\b|kl")


class RegionsWords(Struct, frozen=True, kw_only=True):
    """The words of the region's system: its labels and kinds, and its tracks (code by label)."""

    labels: PastedLabels = PastedLabels()
    tracks: Mapping[str, str] = {}


class Given(Struct, frozen=True):
    """A text that somebody gave, with the bytes of the file where it was one."""

    text: str
    dropped: bytes = b""


class Filled(Struct, frozen=True, kw_only=True):
    """What a text gives the form.

    `typed` holds only what was understood; `sources` says where each field's words stand;
    `kind_is_offered` says that the kind stood as a heading, without a label of its own.
    """

    kind: MessageKind | None = None
    kind_is_offered: bool = False
    typed: Mapping[EntryField, str] = {}
    sources: Mapping[EntryField, Span] = {}
    left: tuple[Left, ...] = ()
    goes_along: tuple[str, ...] = ()
    persons: int = 0
    person: PersonFacts = PersonFacts()


def filled_from(text: str, pasted: Pasted, words: RegionsWords) -> Filled:
    """Say what a text gives the form, by the words of the region's system."""
    tracks = words.tracks
    offered_kind = _offered_kind(pasted, words.labels.kinds)
    kind = pasted.kind or offered_kind
    if kind not in KINDS:
        kind = None
    typed = _typed(pasted, tracks)
    days = days_alone(text, pasted, words.labels)
    planned = {span.value for span in days if span.field is F.EXPECTED_DISCHARGE}
    if len(planned) == 1 and F.EXPECTED_DISCHARGE not in typed:
        # A planned discharge is told by its day; a time that has been is nothing without a clock.
        typed[F.EXPECTED_DISCHARGE] = planned.pop()
    heads = _headings(text, pasted, kind, words.labels)
    used = [one for one in days if typed.get(one.field) == one.value]
    sources = _sources(text, pasted.pieces, typed)
    sources |= {one.field: one.span for one in used}
    return Filled(
        person=pasted.person,
        kind=kind,
        kind_is_offered=pasted.kind is None and kind is not None,
        typed=typed,
        sources=sources,
        left=(
            *contradictions(text, pasted, tracks),
            *(without_clock(one, days) for one in days if one not in used),
            *unread(text, pasted, typed, [*heads, *(one.span for one in days)]),
        ),
        goes_along=tuple(
            word(piece.field)
            for piece in pasted.pieces
            if piece.field in _GOES_ALONG and piece.certainty is PastedCertainty.UNDERSTOOD
        ),
        persons=len({_digits(p.words) for p in pasted.pieces if p.field is P.NUMBER}),
    )


def not_of_kind(filled: Filled, kind: MessageKind | None) -> tuple[EntryField, ...]:
    """Give what was understood but has no place in a message of this kind."""
    return tuple(field for field in filled.typed if field not in fields_of_kind(kind))


def _typed(pasted: Pasted, tracks: Mapping[str, str]) -> dict[EntryField, str]:
    person, stay, summons = pasted.person, pasted.stay, pasted.summons
    said = {
        F.NUMBER: next((number.value for number in person.numbers), ""),
        F.GIVEN_NAME: person.given_name,
        F.FAMILY_NAME: person.family_name,
        F.PROTECTED: "" if person.protection is Protection.NONE else YES,
        F.HOSPITAL: stay.hospital,
        F.WARD: stay.ward,
        F.WARD_PHONE: stay.ward_phone,
        F.DISCHARGED_TO: stay.discharged_to,
        F.TRACK: tracks.get(stay.track.casefold(), ""),
        F.CONSENT: _answer(stay.consent),
        F.LEAVE_STARTED: _answer(stay.leave_started),
        F.MEETING_FORM: summons.form,
        F.MEETING_PLACE: summons.place,
        F.PARTICIPANTS: ", ".join(summons.participants),
        F.TEXT: "\n\n".join(
            part for part in (pasted.conversation.subject_line, pasted.conversation.text) if part
        ),
    }
    times = {
        F.SENT_AT: pasted.sent_at,
        F.ADMITTED_AT: stay.admitted_at,
        F.EXPECTED_DISCHARGE: stay.expected_discharge,
        F.READY_AT: stay.ready_at,
        F.DISCHARGED_AT: stay.discharged_at,
        F.LEAVE_AT: stay.leave_at,
        F.MEETING_AT: summons.meeting_at,
    }
    day_only = _told_without_clock(pasted)
    said |= {
        field: _written(at, day_only=field in day_only)
        for field, at in times.items()
        if at is not None
    }
    return {field: value for field, value in said.items() if value}


def _answer(said: bool | None) -> str:  # noqa: FBT001  an answer is yes, no or nothing
    return "" if said is None else YES if said else NO


def _told_without_clock(pasted: Pasted) -> frozenset[EntryField]:
    return frozenset(
        FIELD_OF[piece.field]
        for piece in pasted.pieces
        if piece.field in FIELD_OF and not _CLOCK.search(piece.words)
    )


def _written(at: Instant, *, day_only: bool) -> str:
    then = to_local(at)
    if day_only and then.time() in (time(0), time(12)):
        return f"{then:%Y-%m-%d}"
    return f"{then:%Y-%m-%d %H:%M}"


def _sources(
    text: str, pieces: Iterable[PastedPiece], typed: Mapping[EntryField, str]
) -> dict[EntryField, Span]:
    found: dict[EntryField, Span] = {}
    for piece in pieces:
        field = FIELD_OF.get(piece.field)
        if field is None or field not in typed:
            continue
        if piece.certainty is not PastedCertainty.UNDERSTOOD:
            continue
        found.setdefault(field, Span(piece.start, piece.end, text[piece.start : piece.end].strip()))
        if field is F.WARD and F.HOSPITAL in typed:  # one line may have named both
            found.setdefault(F.HOSPITAL, found[field])
        if piece.field is P.NAME and F.GIVEN_NAME in typed:
            found.setdefault(F.GIVEN_NAME, found[field])
        if field is F.LEAVE_AT:
            found.setdefault(F.LEAVE_STARTED, found[field])
    return found


def _headings(
    text: str, pasted: Pasted, kind: MessageKind | None, labels: PastedLabels
) -> list[Span]:
    """Give the lines that only name the kind again, as the screen's heading does."""
    spans = (Span(start, end, text[start:end]) for start, end in pasted.rest)
    return [span for span in spans if kind and labels.kinds.get(as_label(span.words)) is kind]


def _offered_kind(pasted: Pasted, kinds: Mapping[str, MessageKind]) -> MessageKind | None:
    heads = {
        kinds.get(" ".join(piece.words.casefold().split()).rstrip(" :*"))
        for piece in pasted.pieces
        if piece.field is P.KIND and piece.certainty is PastedCertainty.OFFERED
    }
    return heads.pop() if len(heads) == 1 else None


def _digits(words: str) -> str:
    return "".join(one for one in words if one.isalnum())[-10:]
