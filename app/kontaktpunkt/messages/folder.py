"""The drop folder: files that are whole are handed over, and moved once they are durable."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kontaktpunkt.messages.strict_json import MAX_BYTES

TAKEN: Final = "inlast"
NOT_TAKEN: Final = "ej-inlast"
_UNFINISHED: Final = frozenset({".tmp", ".part", ".partial", ".crdownload", ".filepart"})


class DropFolder:
    """A folder that the region's export or a scanner puts files in.

    Nothing is taken from a file that is still growing: it must look the same at two looks. A file
    leaves the folder only after `settle`; what is met again is recognised as known by its content.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._seen: dict[str, tuple[int, int]] = {}

    def look(self) -> list[tuple[str, bytes]] | None:
        """Give the files that are whole, by name; None when the folder cannot be reached now."""
        try:
            marks = dict(self._marks())
        except OSError:
            return None
        whole = [name for name, mark in sorted(marks.items()) if self._seen.get(name) == mark]
        self._seen = marks
        read = ((name, self._read(name)) for name in whole)
        return [(name, data) for name, data in read if data is not None]

    def settle(self, name: str, *, taken: bool) -> bool:
        """Move a file that is durable; False when it could not be moved (it will be met again)."""
        target = self.folder / (TAKEN if taken else NOT_TAKEN)
        try:
            target.mkdir(exist_ok=True)
            (self.folder / name).rename(_free(target / name))
        except OSError:
            return False
        self._seen.pop(name, None)
        return True

    def _marks(self) -> Iterator[tuple[str, tuple[int, int]]]:
        for path in self.folder.iterdir():
            if path.name.startswith((".", "~")) or path.suffix.lower() in _UNFINISHED:
                continue
            if path.is_file():
                told = path.stat()
                yield path.name, (told.st_size, told.st_mtime_ns)

    def _read(self, name: str) -> bytes | None:
        """Read a file, at most so much as tells that it is too large."""
        try:
            with (self.folder / name).open("rb") as file:
                return file.read(MAX_BYTES + 1)
        except OSError:
            return None


def _free(path: Path) -> Path:
    """Give a name that no file has: an earlier file of the same name is never written over."""
    count = 1
    free = path
    while free.exists():
        count += 1
        free = path.with_name(f"{path.stem} ({count}){path.suffix}")
    return free
