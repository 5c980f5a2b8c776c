"""Times one act from key to durable, against one bare durable commit on the same disk.

    PYTHONPATH=app:tests python tests/bench/act.py [COUNT]

Takes COUNT messages (1 000) one after the other, in a store of as many: the wish is decided,
sealed, signed and written with its rows, and durable when the desk answers. The bare side inserts
600 bytes into a table of one index in an encrypted file of its own, synchronous=FULL; both take
turns. The goal is p50 within 2 F + 15 ms (the repainting included) and p99 within 50 ms.
"""

import os
import statistics
import sys
from collections.abc import Callable

from bench.measuring import fresh_store, p99, say, scratch, spread, tell_machine, timed
from bench.traffic import messages
from kontaktpunkt.domain.commands import AddNote, Command, FinishMessage, TakeMessage
from kontaktpunkt.domain.message_kind import Carrier
from kontaktpunkt.secrets.demo_key import DEMO_KEY
from kontaktpunkt.storage.connection import open_connection
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.rows import InboxQuery, InboxRow


def main(count: int) -> None:
    """Measure Ta, then a note, then Klar on the same messages."""
    with scratch() as folder, fresh_store(folder / "store") as opened:
        flush = tell_machine(folder)
        desk = opened.desk
        files = list(messages(count))
        for start in range(0, count, 100):
            desk.take_in_many(files[start : start + 100], Carrier.FILE)
        rows = desk.inbox(InboxQuery(), 0, count).rows
        connection = open_connection(folder / "bare.db", DEMO_KEY, create=True)
        connection.execute(
            "CREATE TABLE event (seq INTEGER PRIMARY KEY, id BLOB UNIQUE, data BLOB)"
        )

        def commit() -> None:
            connection.execute("BEGIN IMMEDIATE")
            values = (os.urandom(16), bytes(600))
            connection.execute("INSERT INTO event (id, data) VALUES (?, ?)", values)
            connection.commit()

        def measure(what: str, wish: Callable[[InboxRow], Command | None]) -> None:
            ours: list[float] = []
            bare: list[float] = []
            for row in rows:
                command = wish(row)
                if command is None:
                    continue
                ours.append(timed(lambda command=command: _done(desk.act(command))))
                bare.append(timed(commit))
            ratio = statistics.median(ours) / statistics.median(bare)
            room = 2 * flush + 0.015 - statistics.median(ours)
            say(f"{what}: {spread(ours)}; bare commit {spread(bare)}; {ratio:.1f}x")
            say(
                f"  within 2 F + 15 ms by {room * 1e3:.1f} ms; within 50 ms at p99 by "
                f"{(0.05 - p99(ours)) * 1e3:.1f} ms"
            )

        measure("Ta", lambda row: TakeMessage(message=row.message))
        measure("Notering", lambda row: AddNote(case=row.case, text="Ringt.") if row.case else None)
        measure("Klar", lambda row: FinishMessage(message=row.message))
        connection.close()


def _done(answer: object) -> None:
    assert isinstance(answer, Done), answer


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
