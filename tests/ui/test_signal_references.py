"""Guards the Qt binding: PySide6 6.12.0 lost references to None and True on Python 3.11."""

import sys

import pytest
from PySide6.QtCore import QObject, Signal

# The faulty wheel lost a reference per emit and aborted the process after some 600 of them, so the
# count is looked at often enough to fail as a test and not as a crash.
ROUNDS = 10_000
EMITS_A_ROUND = 100
SLACK = 90
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
    before = _counts()
    lost = [0, 0]

    for _ in range(ROUNDS):
        for _ in range(EMITS_A_ROUND):
            bell.rung.emit(*SINGLE_COPIES)
        lost = [then - now for then, now in zip(before, _counts(), strict=True)]
        if max(lost) > SLACK:
            pytest.fail(f"references to {SINGLE_COPIES} lost: {lost}")

    assert heard == ROUNDS * EMITS_A_ROUND
    assert max(map(abs, lost)) <= SLACK


def _counts() -> list[int]:
    return [sys.getrefcount(thing) for thing in SINGLE_COPIES]
