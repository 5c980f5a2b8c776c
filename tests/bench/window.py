"""Times the start of the window until the first page of the inbox is painted, and its memory.

    PYTHONPATH=app:tests python tests/bench/window.py [COUNT] [FOLDER] [ROUNDS]

The bare side is a PySide6 window with a table of a hundred lines from a Python model. Both are
processes of their own, started turn by turn; the clock runs from before the process is made until
the event loop is free again after the table was painted with rows. COUNT messages (100 000) lie in
the encrypted store, its key in hand; with FOLDER a store that is kept there (`inbox_100k.py` makes
one). Without a display an Xvfb is started. The goals are 1.6 in time and 2.5 in memory.
"""

import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic_ns
from typing import Final

import msgspec
from msgspec import Struct

from bench.inbox_100k import opened_store
from bench.measuring import say, tell_machine
from kontaktpunkt.usecases.rows import InboxQuery

_CHILD: Final = Path(__file__).with_name("window_child.py")


class Shown(Struct):
    """What a started window told: when its rows were painted, its memory then and when settled."""

    shown_ns: int
    painted_ns: int
    kibibytes: int
    settled_kibibytes: int
    heavy: list[str]


class Round(Struct):
    """One start: seconds to the window, and to its rows."""

    window: float
    rows: float
    shown: Shown


def start(words: list[str], display: str) -> Round:
    """Start a window and wait for what it tells."""
    surroundings = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    began = monotonic_ns()
    told = subprocess.run(  # noqa: S603  our own
        [sys.executable, str(_CHILD), *words],
        env=surroundings,
        stdout=subprocess.PIPE,
        check=True,
    )
    shown = msgspec.json.decode(told.stdout, type=Shown)
    return Round((shown.shown_ns - began) / 1e9, (shown.painted_ns - began) / 1e9, shown)


@contextmanager
def screen() -> Generator[str]:
    """Give a display: the one there is, or an Xvfb of our own."""
    known = os.environ.get("DISPLAY")
    if known:
        yield known
        return
    xvfb = shutil.which("Xvfb")
    assert xvfb is not None, "needs a display, or Xvfb"
    reading, writing = os.pipe()
    command = [xvfb, "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:  # noqa: S603  found above
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        try:
            yield f":{number}"
        finally:
            server.terminate()


def main(count: int, folder: Path | None, rounds: int) -> None:
    """Start both, turn by turn, and print their ratios."""
    with opened_store(count, folder) as (opened, place), screen() as display:
        total = opened.desk.counts(InboxQuery()).by_view
        tell_machine(place)
        say(f"messages by view: {', '.join(f'{view} {rows}' for view, rows in total.items())}")
        opened.store.close()
        ours: list[Round] = []
        bare: list[Round] = []
        for number in range(rounds + 1):
            pair = start([str(place)], display), start([], display)
            if number:  # the first warms the disk's cache
                ours.append(pair[0])
                bare.append(pair[1])
        shown = [each.window for each in ours]
        _tell("start → window shown", shown, [each.window for each in bare], "s", 1.6)
        rows = [each.rows for each in ours]
        _tell("start → first page painted", rows, [each.rows for each in bare], "s", 1.6)
        painted = [each.shown.kibibytes / 1024 for each in ours]
        _tell("memory then", painted, [each.shown.kibibytes / 1024 for each in bare], "MiB", 2.5)
        settled = [each.shown.settled_kibibytes / 1024 for each in ours]
        bare_settled = [each.shown.settled_kibibytes / 1024 for each in bare]
        _tell("memory when settled", settled, bare_settled, "MiB", 2.5)
        say(f"heavy modules loaded when painted: {', '.join(ours[0].shown.heavy) or 'none'}")


def _tell(what: str, ours: list[float], bare: list[float], unit: str, goal: float) -> None:
    median, other = statistics.median(ours), statistics.median(bare)
    say(
        f"{what}: {median:.2f} {unit} ({min(ours):.2f} to {max(ours):.2f}); "
        f"bare {other:.2f} {unit} ({min(bare):.2f} to {max(bare):.2f}); "
        f"{median / other:.2f}x (goal {goal}x)"
    )


if __name__ == "__main__":
    main(
        int(sys.argv[1]) if len(sys.argv) > 1 else 100_000,
        Path(sys.argv[2]) if len(sys.argv) > 2 else None,
        int(sys.argv[3]) if len(sys.argv) > 3 else 9,
    )
