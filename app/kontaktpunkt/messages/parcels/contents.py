"""Chooses among what the parts of a parcel turned out to be: one message, several, or none."""

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from msgspec import Struct, structs

from kontaktpunkt.domain.message_kind import SetAsideReason
from kontaktpunkt.domain.notice import Notice, SetAside

MAX_PARTS: Final = 50
"""Parts of one parcel that are opened; a parcel with more is no message."""

Inner: TypeAlias = Callable[[bytes], Notice | SetAside]
"""Reads a part, as `read` reads an original."""

_SAY_NOTHING: Final = frozenset(
    {
        SetAsideReason.EMPTY,
        SetAsideReason.NOT_TEXT,
        SetAsideReason.UNKNOWN_FORMAT,
        SetAsideReason.NOTHING_UNDERSTOOD,
        SetAsideReason.NO_TEXT,
        SetAsideReason.NOT_A_MESSAGE,
    }
)
"""What says of a part only that it is no message: pictures, signatures, brochures."""


class Opened(Struct, frozen=True):
    """A part that was opened: its number in the parcel, from 1, and what was read in it."""

    number: int
    answer: Notice | SetAside


def message_in(parts: Sequence[Opened], remark: str) -> Notice | SetAside | None:
    """Give the one message in a parcel with a remark on how it came; None when there is none.

    Several are set aside, since one original is one message. When none could be read, but one
    nearly, that one's reason is given, and its place after the number of the part.
    """
    notices = [part.answer for part in parts if isinstance(part.answer, Notice)]
    distinct = {_facts(notice): notice for notice in reversed(notices)}
    if len(distinct) > 1:
        return SetAside(reason=SetAsideReason.SEVERAL_MESSAGES)
    for notice in distinct.values():
        return structs.replace(notice, remarks=(*notice.remarks, remark))
    for part in parts:
        if isinstance(part.answer, SetAside) and part.answer.reason not in _SAY_NOTHING:
            return structs.replace(part.answer, place=place_in(part.number, part.answer.place))
    return None


def place_in(number: int, place: str) -> str:
    """Tell a place within a part; its file's name is not told, for it may name somebody."""
    return f"bilaga {number}: {place}" if place else f"bilaga {number}"


def _facts(notice: Notice) -> Notice:
    """Leave out what differs when one message stands in two forms (JSON and XML) side by side."""
    return structs.replace(notice, digest=b"", remarks=())
