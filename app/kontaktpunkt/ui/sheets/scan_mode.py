"""What becomes of a number that is scanned: opened, or marked so that a pile is soon done."""

from enum import StrEnum
from typing import Final


class ScanMode(StrEnum):
    """What becomes of a number that is scanned."""

    OPEN = "open"
    FILL = "fill"
    DOCUMENT = "document"
    AWAIT = "await"
    FIND = "find"


MODES: Final = (
    (ScanMode.OPEN, "Öppna bladet och inför"),
    (ScanMode.FILL, "Markera som ifylld"),
    (ScanMode.DOCUMENT, "Markera som dokumenterad"),
    (ScanMode.AWAIT, "Markera: väntar på avsändaren"),
    (ScanMode.FIND, "Markera som återfunnen"),
)
