"""Looks at an inbox of 100 000 messages in an encrypted store, against the bare driver's queries.

    PYTHONPATH=app:tests python tests/bench/inbox_100k.py [COUNT] [FOLDER]

The messages come in through the real road (that takes some minutes); with FOLDER the store is kept
there and used again. The bare side is the driver alone on the same encrypted file: the same rows by
the same index, nothing made of them. Places, persons and letters are drawn by a fixed seed.
"""

import random
import statistics
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from time import perf_counter
from typing import Final

from bench.measuring import bare_connection, fresh_store, p99, say, scratch, tell_machine, timed
from bench.traffic import messages, person_name, person_number
from kontaktpunkt.bootstrap.opening import Opening, open_desk
from kontaktpunkt.bootstrap.places import has_store
from kontaktpunkt.bootstrap.stores import Opened
from kontaktpunkt.domain.message_kind import Carrier
from kontaktpunkt.secrets.demo_key import DEMO_KEY
from kontaktpunkt.storage.connection import Connection
from kontaktpunkt.storage.first_page import first_page
from kontaktpunkt.usecases.at_desk import StaffDesk
from kontaktpunkt.usecases.rows import InboxQuery, InboxView

_BATCH: Final = 500
_PAGE: Final = 60
_TRIES: Final = 300
_ALL: Final = InboxQuery(view=InboxView.ALL_OPEN)
_ORDER: Final = "ORDER BY priority, due_key, received_at, message"


def fill(opened: Opened, count: int) -> None:
    """Take so many messages in, and say how it went as the store grew."""
    stream = messages(count)
    started = perf_counter()
    for done in range(0, count, _BATCH):
        batch = [next(stream) for _ in range(min(_BATCH, count - done))]
        opened.desk.take_in_many(batch, Carrier.FILE)
        if done and done % 10_000 == 0:
            say(
                f"  {done} messages in, {done / (perf_counter() - started):.0f}/s with their making"
            )


@contextmanager
def opened_store(count: int, folder: Path | None) -> Generator[tuple[Opened, Path]]:
    """Give an open store of so many messages: the one in the folder, or a new one."""
    with scratch() as aside:
        place = folder or aside / "store"
        if not has_store(place):
            say(f"filling a store with {count} messages")
            with fresh_store(place) as new:
                fill(new, count)
        with open_desk(Opening(folder=place, by="Anna Berg")) as opened:
            yield opened, place


def compare(what: str, ours: Sequence[float], bare: Sequence[float]) -> None:
    """Print both sides and their ratio."""
    median, bare_median = statistics.median(ours), statistics.median(bare)
    say(
        f"{what}: p50 {median * 1e3:.2f} ms, p99 {p99(ours) * 1e3:.2f} ms; "
        f"bare p50 {bare_median * 1e3:.2f} ms; {median / bare_median:.1f}x"
    )


def _both(
    tries: Sequence[Callable[[], object]], bare: Sequence[Callable[[], object]]
) -> tuple[list[float], list[float]]:
    """Time both sides turn by turn, so that they meet the machine in the same mood."""
    taken = [(timed(one), timed(other)) for one, other in zip(tries, bare, strict=True)]
    return [one for one, _ in taken], [other for _, other in taken]


def pages(desk: StaffDesk, connection: Connection, chance: random.Random) -> None:
    """Measure the first page, one page down from anywhere, and a jump to anywhere."""
    total = desk.inbox(_ALL, 0, 1).total
    say(f"{total} open messages")
    page = f"SELECT row FROM inbox_row WHERE is_open = 1 {_ORDER} LIMIT ? OFFSET ?"  # noqa: S608  our own words
    for what, places in (
        ("first page", [0] * _TRIES),
        ("a page anywhere", [chance.randrange(total - _PAGE) for _ in range(_TRIES)]),
        ("the last page", [total - _PAGE] * _TRIES),
    ):
        ours, bare = _both(
            [lambda at=at: desk.inbox(_ALL, at, _PAGE) for at in places],
            [lambda at=at: connection.execute(page, (_PAGE, at)).fetchall() for at in places],
        )
        compare(what, ours, bare)
    rows = [desk.inbox(_ALL, chance.randrange(total), 1).rows[0] for _ in range(_TRIES)]
    key = "SELECT id FROM inbox_row WHERE message = ?"
    ours, bare = _both(
        [lambda row=row: desk.inbox_place(_ALL, row.message) for row in rows],
        [lambda row=row: connection.execute(key, (row.message.bytes,)).fetchall() for row in rows],
    )
    compare("the place of a message", ours, bare)
    tally = "SELECT view, rows FROM inbox_tally"
    ours, bare = _both(
        [lambda: desk.counts(_ALL)] * _TRIES,
        [lambda: connection.execute(tally).fetchall()] * _TRIES,
    )
    compare("counts of all views", ours, bare)


def keys(desk: StaffDesk, connection: Connection, chance: random.Random) -> None:
    """Measure one key of search after the other, as names and numbers are typed."""
    words: list[str] = []
    for _ in range(_TRIES // 10):
        stay = chance.randrange(20_000)
        words += [chance.choice(person_name(stay)), person_number(stay)[2:]]
    typed = [text for word in words for text in _growing(word)]
    bare_query = "SELECT rowid FROM search_gram WHERE search_gram MATCH ? LIMIT 50"
    short_query = "SELECT rowid FROM search_head WHERE search_head MATCH ? LIMIT 50"

    def bare(text: str) -> object:
        query = bare_query if len(text) > 2 else short_query
        return connection.execute(query, (f'"{text.casefold()}"',)).fetchall()

    bare_keys = [lambda text=text: bare(text) for text in typed]
    ours, other = _both([lambda text=text: desk.search(text) for text in typed], bare_keys)
    compare(f"one key of search ({len(typed)} keys; noted in the access log)", ours, other)
    say(f"  p95 {sorted(ours)[len(ours) * 95 // 100] * 1e3:.2f} ms")

    def filtered(text: str) -> object:
        return desk.inbox(InboxQuery(view=InboxView.ALL_OPEN, text=text), 0, _PAGE)

    ours, other = _both([lambda text=text: filtered(text) for text in typed], bare_keys)
    compare("one key in the list's own filter", ours, other)
    say(f"  p95 {sorted(ours)[len(ours) * 95 // 100] * 1e3:.2f} ms")


def _growing(word: str) -> Iterator[str]:
    for end, _ in pairwise(range(1, len(word) + 2)):
        yield word[:end]


def main(count: int, folder: Path | None) -> None:
    """Fill a store when there is none, then look at it."""
    with opened_store(count, folder) as (opened, place):
        tell_machine(place)
        chance = random.Random(1)  # noqa: S311  repeatable, no secret
        connection = bare_connection(place, DEMO_KEY)
        cold = [timed(lambda: first_page(place, DEMO_KEY, _ALL, _PAGE)) for _ in range(20)]
        say(
            f"opening the store and reading the first page by the driver: p50 "
            f"{statistics.median(cold) * 1e3:.2f} ms"
        )
        pages(opened.desk, connection, chance)
        keys(opened.desk, connection, chance)
        connection.close()


if __name__ == "__main__":
    main(
        int(sys.argv[1]) if len(sys.argv) > 1 else 100_000,
        Path(sys.argv[2]) if len(sys.argv) > 2 else None,
    )
