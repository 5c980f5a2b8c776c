"""What the print queue of the system (CUPS) said of the last job: Qt does not listen to it."""

import ctypes
from contextlib import suppress
from functools import cache
from typing import Final

_LIBRARY: Final = "libcups.so.2"
_LAST_GOOD: Final = 0x00FF
"""IPP's answers up to here say that it went well (RFC 8011, appendix B)."""


def queue_said_no() -> bool:
    """Say whether the queue refused what this very thread sent last; False without CUPS.

    A queue that takes no jobs, or has gone away, is told by this alone: Qt's own end of a job on
    Linux says yes whatever the queue answered.
    """
    library = cups_library()
    return library is not None and int(library.cupsLastError()) > _LAST_GOOD


@cache
def cups_library() -> ctypes.CDLL | None:
    """Give the library of CUPS where the computer has it; looked for once."""
    with suppress(OSError):
        return ctypes.CDLL(_LIBRARY)
    return None
