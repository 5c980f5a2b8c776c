"""What the print queue of the system answered is asked for; without CUPS nothing is lost."""

import ctypes

import pytest

from kontaktpunkt.ui.printing import queue


class _Library:
    """Stands in for CUPS."""

    def __init__(self, answer: int) -> None:
        self._answer = answer

    def cupsLastError(self) -> int:  # noqa: N802  CUPS's own name
        """Give the last answer."""
        return self._answer


@pytest.mark.parametrize(
    ("answer", "said_no"),
    [(0x0000, False), (0x0001, False), (0x0500, True), (0x0506, True), (0x0402, True)],
)
def test_a_queue_that_takes_no_jobs_is_heard(
    monkeypatch: pytest.MonkeyPatch, answer: int, *, said_no: bool
) -> None:
    """Not accepting jobs (0506) or gone away (0500): what was sent did not come out."""
    monkeypatch.setattr(queue, "cups_library", lambda: _Library(answer))

    assert queue.queue_said_no() is said_no


def test_without_cups_the_printer_is_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows the system's own word is all there is."""

    def no_library(_name: str) -> None:
        raise OSError

    monkeypatch.setattr(ctypes, "CDLL", no_library)
    queue.cups_library.cache_clear()

    assert not queue.queue_said_no()
    queue.cups_library.cache_clear()
