"""From labelled pieces of text to one person's line, or to why it is left for the hand."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from kontaktpunkt.domain.overview import (
    LineFlaw,
    OverviewField,
    OverviewLine,
    OverviewStatus,
    Piece,
    UnreadLine,
)
from kontaktpunkt.domain.person.facts import PersonNumber
from kontaktpunkt.messages.overview import values
from kontaktpunkt.usecases.arriving.entry_times import Direction

F = OverviewField
_MOMENTS: Final[Mapping[OverviewField, tuple[str, Direction]]] = {
    F.ADMITTED: ("admitted", Direction.PAST),
    F.EXPECTED_DISCHARGE: ("expected_discharge", Direction.COMING),
    F.DISCHARGED: ("discharged", Direction.PAST),
}
_Said = dict[str, Any]


def line_from(line: int, text: str, pieces: Sequence[Piece], on: date) -> OverviewLine | UnreadLine:
    """Make a person's line of its pieces; `pieces` may be empty texts, which say something too."""
    number = _number(text, pieces, on)
    if isinstance(number, LineFlaw):
        return UnreadLine(line=line, text=text, flaw=number)
    said: _Said = {}
    doubts = [piece for piece in pieces if not _read(piece, on, said)]
    given = " ".join(part for part in (said.get("given_name"), said.get("family_name")) if part)
    said["name"] = said.get("name") or given
    return OverviewLine(
        line=line,
        text=text,
        number=number,
        protected=values.is_protected(text),
        pieces=tuple(piece for piece in pieces if piece.text and piece not in doubts),
        doubts=tuple(doubts),
        **said,
    )


def _number(text: str, pieces: Sequence[Piece], on: date) -> PersonNumber | LineFlaw:
    """Find the one number: in its own piece, else beside the name, else anywhere in the line."""
    own = [piece.text for piece in pieces if piece.field is F.NUMBER and piece.text]
    if own:
        read = values.number_in(own[0], on)
        if read is not None:
            return read
        several = len(values.numbers_in(own[0], on)) > 1
        return LineFlaw.SEVERAL_NUMBERS if several else LineFlaw.BAD_NUMBER
    found = values.numbers_in(text, on)
    if len(found) == 1:
        return found[0]
    if found:
        return LineFlaw.SEVERAL_NUMBERS
    return LineFlaw.BAD_NUMBER if values.looks_numbered(text) else LineFlaw.NO_NUMBER


def _read(piece: Piece, on: date, said: _Said) -> bool:
    """Note what a piece says; False when it was meant for a field but is not understood."""
    if piece.field in _MOMENTS:
        return _moment(piece, on, said)
    return _READERS[piece.field](piece.text, on, said)


def _moment(piece: Piece, on: date, said: _Said) -> bool:
    key, direction = _MOMENTS[piece.field]
    if values.says_nothing(piece.text) or values.is_no(piece.text):
        return True
    if piece.field is F.DISCHARGED and values.is_yes(piece.text):
        said["status"] = OverviewStatus.DISCHARGED
        return True
    moment = values.moment_in(piece.text, on, direction)
    if moment is not None:
        said[key] = moment
    return moment is not None


def _name(text: str, _on: date, said: _Said) -> bool:
    if not values.says_nothing(text) and not values.is_protected(text):
        said["name"], family, given = values.name_in(values.without_number(text))
        if family:
            said["family_name"], said["given_name"] = family, given
    return True


def _part(key: str) -> Callable[[str, date, _Said], bool]:
    def read(text: str, _on: date, said: _Said) -> bool:
        if not values.says_nothing(text) and not values.is_protected(text):
            said[key] = values.tidy(text)
        return True

    return read


def _place(text: str, _on: date, said: _Said) -> bool:
    if not values.says_nothing(text):
        hospital, ward = values.place_in(text)
        said["ward"] = ward
        if hospital:
            said["hospital"] = hospital
    return True


def _ready(*, is_sent: bool) -> Callable[[str, date, _Said], bool]:
    def read(text: str, on: date, said: _Said) -> bool:
        if values.says_nothing(text) or values.is_no(text):
            said.setdefault("says_not_ready", True)
            return True
        said["says_not_ready"] = False
        if values.is_yes(text):
            said["status"] = OverviewStatus.READY
            return True
        moment = values.moment_in(text, on, Direction.PAST)
        if moment is not None and (is_sent or not said.get("ready_is_sent")):
            said["ready_since"], said["ready_is_sent"] = moment, is_sent
        return moment is not None

    return read


def _status(text: str, _on: date, said: _Said) -> bool:
    if values.says_nothing(text):
        return True
    status = values.status_in(text)
    if status is OverviewStatus.ON_LEAVE:
        said["on_leave"] = True
    if status is OverviewStatus.NOT_READY:
        said["says_not_ready"] = True
    if status is not None:
        said.setdefault("status", status)
    return status is not None


_READERS: Final[Mapping[OverviewField, Callable[[str, date, _Said], bool]]] = {
    F.NUMBER: lambda _text, _on, _said: True,
    F.NAME: _name,
    F.FAMILY_NAME: _part("family_name"),
    F.GIVEN_NAME: _part("given_name"),
    F.PLACE: _place,
    F.HOSPITAL: _part("hospital"),
    F.WARD: _part("ward"),
    F.READY_SINCE: _ready(is_sent=False),
    F.READY_SENT: _ready(is_sent=True),
    F.STATUS: _status,
    F.LEAVE: lambda _text, _on, _said: True,
}
