"""The code on a paper: a QR that holds the number alone, drawn as strokes."""

from functools import lru_cache

import segno

# Any mask can be read. Weighing all eight takes five times as long and wins nothing on nine digits;
# level H reads with 30 % of the code lost, which a fax and a coffee cup may take.
_MASK = 3


@lru_cache(maxsize=256)
def _matrix(text: str) -> tuple[bytes, ...]:
    """Give the dark modules, row by row from the top."""
    if text.isdigit():
        code = segno.make(text, error="h", micro=False, mask=_MASK, boost_error=False)
    else:
        code = segno.make(text, error="q", micro=False, boost_error=False)
    return tuple(bytes(row) for row in code.matrix)


def code_strokes(text: str, x: float, y: float, side: float) -> bytes:
    """Give the strokes of a code whose lower left corner is (x, y), `side` points wide."""
    rows = _matrix(text)
    module = side / len(rows)
    parts: list[bytes] = []
    for down, row in enumerate(rows):
        top = y + side - (down + 1) * module
        parts.extend(
            b"%.3f %.3f %.3f %.3f re" % (x + start * module, top, length * module, module)
            for start, length in _runs(row)
        )
    return b"0 g %s f" % b" ".join(parts)


def _runs(row: bytes) -> list[tuple[int, int]]:
    """Give start and length of each run of dark modules: runs leave no hair lines between them."""
    runs: list[tuple[int, int]] = []
    at = 0
    while (start := row.find(1, at)) >= 0:
        end = row.find(0, start)
        at = end if end >= 0 else len(row)
        runs.append((start, at - start))
    return runs
