"""What every test gets: a home of its own, and a failure if it leaves anything behind."""

import gc
import logging
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from hypothesis import settings

# Screens are drawn in memory unless the test command has brought up a real display.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The same examples each time in CI; the long hunt is `HYPOTHESIS_PROFILE=long`.
settings.register_profile("fixed", max_examples=60, derandomize=True, deadline=None, database=None)
settings.register_profile("long", max_examples=3000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))


@pytest.fixture(scope="session", autouse=True)
def _home_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the real home, its stores and its key ring out of reach of every test."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
            patch.setenv(name, str(home))
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            patch.setenv(name, str(home / name.lower()))
        patch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
        yield


@pytest.fixture
def samples() -> Path:
    """Give the folder of outside sample messages, or skip: they are not ours to ship."""
    named = os.environ.get("KONTAKTPUNKT_SAMPLES")
    if not named:
        pytest.skip("KONTAKTPUNKT_SAMPLES names no folder: real-world samples were NOT tried")
    return Path(named)


class _Listener(logging.Handler):
    """Keeps the warnings and errors that were logged."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture
def expected_log(_surprise_log: _Listener) -> list[logging.LogRecord]:
    """Tell that the test expects warnings in the log; it asserts on this list itself."""
    return _surprise_log.records


@pytest.fixture(autouse=True)
def _surprise_log(request: pytest.FixtureRequest) -> Iterator[_Listener]:
    """Fail a test that logs a warning or worse, unless it asked for `expected_log`."""
    listener = _Listener()
    logging.getLogger().addHandler(listener)
    yield listener
    logging.getLogger().removeHandler(listener)
    if listener.records and "expected_log" not in request.fixturenames:
        said = [f"{record.levelname} {record.getMessage()}" for record in listener.records]
        pytest.fail(f"logged without being expected: {said}")


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    """Fail a test that leaves a thread running."""
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before]
    if left:
        pytest.fail(f"threads left running: {[thread.name for thread in left]}")


@pytest.fixture(autouse=True)
def _nothing_of_qt_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a Qt test that leaves a running thread, an active timer or a window behind."""
    if not {"qtbot", "qapp"} & set(request.fixturenames):
        yield
        return
    # Only tests that use Qt pay for loading it.
    from PySide6.QtCore import QCoreApplication, QEvent  # noqa: PLC0415  only for tests of Qt
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415  only for tests of Qt

    request.getfixturevalue("qapp")
    # What an earlier test left is that test's failure, not this one's.
    windows_before = {id(widget) for widget in QApplication.topLevelWidgets()}
    running_before = _running_in_qt().keys()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    windows = [
        type(widget).__name__
        for widget in QApplication.topLevelWidgets()
        if id(widget) not in windows_before and widget.parent() is None
    ]
    running = [name for key, name in _running_in_qt().items() if key not in running_before]
    if left := windows + running:
        pytest.fail(f"left behind in Qt: {left}")


def _running_in_qt() -> dict[int, str]:
    """Name the Qt threads that run and the timers that tick, among all objects Python knows."""
    from PySide6.QtCore import QThread, QTimer  # noqa: PLC0415  only for tests of Qt
    from shiboken6 import isValid  # noqa: PLC0415  only for tests of Qt

    running: dict[int, str] = {}
    for thing in gc.get_objects():
        kind = cast("type[object]", type(thing))
        if issubclass(kind, QThread) and isValid(thing) and thing.isRunning():
            if thing is not QThread.currentThread():
                running[id(thing)] = f"thread {kind.__name__}"
        elif issubclass(kind, QTimer) and isValid(thing) and thing.isActive():
            running[id(thing)] = f"timer {kind.__name__} every {thing.interval()} ms"
    return running
