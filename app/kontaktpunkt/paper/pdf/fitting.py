"""Fits text into its place: shrinks it to a floor, then wraps it; never clips."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from kontaktpunkt.paper.pdf.fonts import Face, fit_to_print, width

# Between letters only: a date or a telephone number stays whole.
_HYPHEN = re.compile(r"(?<=[^\W\d])-(?=[^\W\d])")
# Between words, not within a number written in groups: 0510-77 01 02, 531 30.
_BETWEEN = re.compile(r"(?<!\d) | (?!\d{2,3}(?!\d))")
_BEHIND_HYPHEN = re.compile(r"(?<=[^\W\d]-)(?=[^\W\d])")

_KNOWN = 4096
"""How many texts are remembered with their widths and lines: those of one large packet."""

LEADING = 1.22
"""Distance of baselines in multiples of the size."""


class Fitted(NamedTuple):
    """Text as it will stand: size in points, and lines from the top."""

    size: float
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        """Height in points of all lines."""
        return len(self.lines) * self.size * LEADING


class Room(NamedTuple):
    """What text must fit into, in points."""

    width: float
    height: float


NOTHING = Fitted(0.0, ())


def fit(text: str, face: Face, room: Room, sizes: Sequence[float]) -> Fitted:
    """Fit text: one line at the largest size that holds it, else lines within the room.

    At the smallest size it may grow taller than the room; the layout gives it the height.
    """
    shown = fit_to_print(text).strip("\n ")
    if not shown:
        return NOTHING
    if "\n" not in shown:
        wide = width(shown, face, 1.0)
        for size in sizes:
            if wide * size <= room.width:
                return Fitted(size, (shown,))
    return fit_lines(text, face, room, sizes)


def fit_lines(text: str, face: Face, room: Room, sizes: Sequence[float]) -> Fitted:
    """Fit text that may take several lines: the largest size whose lines the room holds."""
    shown = fit_to_print(text).strip("\n ")
    fitted = NOTHING
    for size in sizes if shown else ():
        fitted = Fitted(size, wrap(shown, face, size, room.width))
        if fitted.height <= room.height:
            break
    return fitted


def wrap(text: str, face: Face, size: float, room: float) -> tuple[str, ...]:
    """Break printable text into lines no wider than `room`; too long a word is cut."""
    return tuple(
        line for part in text.split("\n") for line in _wrap_paragraph(part, face, room / size)
    )


@lru_cache(maxsize=_KNOWN)
def _wrap_paragraph(text: str, face: Face, room: float) -> tuple[str, ...]:
    lines: list[str] = []
    line: list[str] = []
    wide, space = 0.0, width(" ", face, 1.0)
    for word, length in _measured(text, face):
        joined = wide + space + length if line else length
        if joined <= room:
            line.append(word)
            wide = joined
            continue
        if line:
            lines.append(" ".join(line))
        *full, rest = _cut(word, face, room)
        lines.extend(full)
        line, wide = [rest], length if rest == word else width(rest, face, 1.0)
    if line or not lines:
        lines.append(" ".join(line))
    return tuple(lines)


@lru_cache(maxsize=_KNOWN)
def _measured(text: str, face: Face) -> tuple[tuple[str, float], ...]:
    """Give the words of a text with their widths: it is tried in many sizes, and often again."""
    return tuple((word, width(word, face, 1.0)) for word in _words(text))


def _words(text: str) -> list[str]:
    """Give what a line may be broken between: words, and numbers whole with all their groups."""
    words = text.split()
    if not any(word[0].isdigit() for word in words[1:]):
        return words
    return _BETWEEN.split(" ".join(words))


def unbreakable(text: str) -> list[str]:
    """Give the pieces of a text that should not be cut: words, and the halves of double ones."""
    return [piece for word in _words(text) for piece in _BEHIND_HYPHEN.split(word)]


def _cut(word: str, face: Face, room: float) -> list[str]:
    """Cut a word that is wider than a line; most are not, and come back whole."""
    pieces: list[str] = []
    while width(word, face, 1.0) > room and len(word) > 1:
        end = len(word) - 1
        while end > 1 and width(word[:end], face, 1.0) > room:
            end -= 1
        # A double name parts at its hyphen rather than inside a name, a number between groups.
        at_space = word.rfind(" ", 0, end + 1)
        at_hyphen = max((at.end() for at in _HYPHEN.finditer(word, 0, end)), default=end)
        end = at_space if at_space > 0 else at_hyphen
        pieces.append(word[:end])
        word = word[end:].lstrip(" ")
    return [*pieces, word]
