"""Guards the Qt binding: PySide6 6.12.0 lost references to None and True on Python 3.11."""

import sys

import pytest
from PySide6.QtCore import QObject, Signal

# The faulty wheel lost one reference or more per emit and aborted after some 600 of them.
EMITS = 1_000_000
SLACK = 500
SINGLE_COPIES = (None, True)


class _Bell(QObject):
    """Rings with values that Python keeps a single copy of."""

    rung = Signal(object, bool)


@pytest.mark.ui
@pytest.mark.slow
def test_a_million_signals_lose_no_references() -> None:
    """A window that has been open all week is as sound as one just opened."""
    bell = _Bell()
    heard = 0

    def hear(_value: object, _flag: bool) -> None:  # noqa: FBT001  a slot takes what Qt sends
        nonlocal heard
        heard += 1

    bell.rung.connect(hear)
    before = [sys.getrefcount(thing) for thing in SINGLE_COPIES]

    for _ in range(EMITS):
        bell.rung.emit(*SINGLE_COPIES)

    after = [sys.getrefcount(thing) for thing in SINGLE_COPIES]
    assert heard == EMITS
    assert all(abs(now - then) < SLACK for now, then in zip(after, before, strict=True))
