"""Takes FHIR messages in at a desk, against the same bytes into a plain SQLite table.

    PYTHONPATH=app:tests python tests/bench/take_in.py [COUNT] [SINGLES]

COUNT messages (10 000) in batches of a hundred, then SINGLES (500) one at a time. The plain side
is Python's own sqlite3, unencrypted, WAL, synchronous=FULL, one table of name and bytes, the same
batches. The ratio is ours over plain in messages a second: the goal for batches is 0.12.
"""

import itertools
import sqlite3
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.measuring import fresh_store, say, scratch, spread, tell_machine, timed
from bench.traffic import messages
from kontaktpunkt.domain.message_kind import Carrier
from kontaktpunkt.usecases.desk import FateKind

_BATCH = 100
Files = Sequence[tuple[str, bytes]]


def _batches(files: Files, size: int) -> list[Files]:
    return [files[start : start + size] for start in range(0, len(files), size)]


def _plain(file: Path) -> Callable[[Files], object]:
    """Give what writes a batch into a plain table."""
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE message (name TEXT, data BLOB)")

    def write(files: Files) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany("INSERT INTO message VALUES (?, ?)", files)
        connection.execute("COMMIT")

    return write


def _measure(
    what: str,
    ours: Callable[[Files], object],
    plain: Callable[[Files], object],
    batches: list[Files],
) -> None:
    """Print how long each batch took on either side, turn by turn in the machine's same mood."""
    our_times: list[float] = []
    plain_times: list[float] = []
    for batch in batches:
        our_times.append(timed(lambda batch=batch: ours(batch)))
        plain_times.append(timed(lambda batch=batch: plain(batch)))
    count = sum(map(len, batches))
    speed, bare = count / sum(our_times), count / sum(plain_times)
    say(f"{what}: {speed:.0f} messages/s ({spread(our_times)} a batch)")
    say(f"  plain table: {bare:.0f} messages/s ({spread(plain_times)} a batch)")
    say(f"  ratio {speed / bare:.3f}")


def main(count: int, singles: int) -> None:
    """Measure batches, then single messages, on a new store."""
    with scratch() as folder, fresh_store(folder / "store") as opened:
        tell_machine(folder)
        started = time.process_time()
        files = list(messages(count + singles))
        size = sum(len(data) for _, data in files) / len(files)
        say(
            f"{len(files)} messages of {size:.0f} bytes, "
            f"made in {time.process_time() - started:.1f} s"
        )
        taken: list[FateKind] = []

        def take(batch: Files) -> None:
            taken.extend(fate.outcome for fate in opened.desk.take_in_many(batch, Carrier.FILE))

        plain = _plain(folder / "plain.db")
        _measure(f"in batches of {_BATCH}", take, plain, _batches(files[:count], _BATCH))
        _measure("one at a time", take, plain, _batches(files[count:], 1))
        assert taken == list(itertools.repeat(FateKind.TAKEN_IN, len(files))), "all taken in"


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    main(*(given + [10_000, 500][len(given) :]))
