"""Looks a workbook's parcel through before it is opened: nothing in it may grow past bounds."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

MOST_MEMBERS: Final = 1_000
MOST_UNPACKED: Final = 60 * 1024 * 1024
"""Twenty thousand full lines take ten of them."""

_CHUNK: Final = 256 * 1024
_OVERLAP: Final = 16
_FORBIDDEN: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_FORMULA: Final = re.compile(rb"<(?:[a-z]+:)?f[ >/]")
_MERGED: Final = re.compile(
    rb'<(?:[a-z]+:)?mergeCell ref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"'
)
_WIDE_MARKS: Final = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
_MOST_MERGED: Final = 5_000


class Unfit(Exception):
    """The parcel is not opened; `too_large` says why."""

    def __init__(self, *, too_large: bool) -> None:
        super().__init__()
        self.too_large = too_large


class Findings:
    """What was seen in passing: sheets with formulas, and cells that were merged, by member."""

    def __init__(self) -> None:
        self.formulas: set[str] = set()
        self.merged: dict[str, list[tuple[bytes, int, bytes, int]]] = {}


def look_through(parcel: zipfile.ZipFile) -> Findings:
    """Unpack every member within bounds, without keeping it; raises Unfit and what zip raises.

    The sizes that a parcel states are its own word: what comes out is counted.
    """
    members = parcel.infolist()
    if len(members) > MOST_MEMBERS or sum(one.file_size for one in members) > MOST_UNPACKED:
        raise Unfit(too_large=True)
    found = Findings()
    left = MOST_UNPACKED
    for member in members:
        for first, chunk in _chunks(parcel, member):
            left -= len(chunk)
            if left < 0:
                raise Unfit(too_large=True)
            # Neither a workbook nor its parts ever declare entities: whoever does means harm.
            if _FORBIDDEN.search(chunk) or (first and chunk.startswith(_WIDE_MARKS)):
                raise Unfit(too_large=False)
            _note(found, member.filename, chunk)
    return found


def _chunks(parcel: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[tuple[bool, bytes]]:
    """Go through a member in pieces that overlap, so that nothing hides at a border."""
    first, before = True, b""
    with parcel.open(member) as opened:
        while piece := opened.read(_CHUNK):
            yield first, before + piece
            first, before = False, piece[-_OVERLAP:]


def _note(found: Findings, name: str, chunk: bytes) -> None:
    if not name.startswith("xl/worksheets/"):
        return
    if _FORMULA.search(chunk):
        found.formulas.add(name)
    for one in _MERGED.finditer(chunk):
        merged = found.merged.setdefault(name, [])
        if len(merged) < _MOST_MERGED:
            merged.append((one[1], int(one[2]), one[3], int(one[4])))


FAULTS: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
"""What a damaged or locked parcel makes the library raise."""
