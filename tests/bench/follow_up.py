"""Looks at the follow-up list of 2 000 open cases among 100 000 closed ones, in an encrypted store.

    PYTHONPATH=app:tests python tests/bench/follow_up.py [OPEN] [CLOSED]

The rows of cases are written as the program writes them; who and when is drawn by a fixed seed. The
bare side is the driver alone on the same file: the same rows by the same index, not even decoded.
"""

import random
import statistics
import sys
from collections.abc import Callable
from typing import Final
from uuid import UUID

from msgspec.structs import replace

from bench.measuring import bare_connection, fresh_store, p99, say, scratch, tell_machine, timed
from kontaktpunkt.bootstrap.stores import Opened
from kontaktpunkt.domain.commands import BeginMeeting
from kontaktpunkt.domain.events.meeting import ReviewDecision
from kontaktpunkt.domain.times import HOUR, Instant
from kontaktpunkt.secrets.demo_key import DEMO_KEY
from kontaktpunkt.ui.screens.follow_up.columns import Column
from kontaktpunkt.ui.screens.follow_up.lines import grouped
from kontaktpunkt.ui.screens.follow_up.order import in_order
from kontaktpunkt.usecases.case_lines.homecoming import HomecomingLine, ReviewLine
from kontaktpunkt.usecases.follow_up.rows import FollowUpQuery
from kontaktpunkt.usecases.rows import CaseRow

_TRIES: Final = 40
_BATCH: Final = 2_000
_SQL: Final = "SELECT row FROM case_row WHERE is_open = 1 ORDER BY case_id"


def _case(number: int, luck: random.Random, now: Instant, *, is_open: bool) -> CaseRow:
    admitted = Instant(now - luck.randrange(1, 400) * HOUR)
    ready = Instant(admitted + luck.randrange(1, 200) * HOUR) if luck.random() < 0.4 else None
    said = ReviewLine("morning", luck.choice(list(ReviewDecision)), Instant(now - HOUR))
    home = HomecomingLine(
        done=("alarm", "food", "key")[: luck.randrange(4)],
        missing=("epicrisis",) if luck.random() < 0.2 else (),
        reviews=(said,),
    )
    return CaseRow(
        case=UUID(int=number + 1),
        is_open=is_open,
        in_hospital=is_open and luck.random() < 0.9,
        name=f"Prov{number} Provsson",
        hospital=luck.choice(("Norra", "Södra", "Östra")),
        ward=f"Avdelning {luck.randrange(60)}",
        unit=f"Hemvårdsgrupp {luck.randrange(25)}",
        admitted_at=admitted,
        ready_sent_at=ready if ready is not None and ready < now else None,
        opened_at=admitted,
        latest_at=admitted,
        homecoming=home,
    )


def _tell(what: str, tries: Callable[[], object], bare: float = 0.0) -> None:
    taken = sorted(timed(tries) for _ in range(_TRIES))
    median = statistics.median(taken)
    ratio = f"; {median / bare:.1f}x" if bare else ""
    say(f"{what}: p50 {median * 1e3:.1f} ms, p99 {p99(taken) * 1e3:.1f} ms{ratio}")


def main(open_count: int, closed_count: int) -> None:
    """Fill a store and look at the list."""
    luck = random.Random(1)  # noqa: S311  not for secrets
    with scratch() as folder, fresh_store(folder / "store") as opened:
        tell_machine(folder)
        desk = opened.desk
        now = desk.now()
        total = open_count + closed_count
        for begin in range(0, total, _BATCH):
            some = range(begin, min(total, begin + _BATCH))
            rows = [_case(one, luck, now, is_open=one < open_count) for one in some]
            with opened.store.writing() as act:
                act.put_case_rows(rows)
        bare_side = bare_connection(folder / "store", DEMO_KEY)
        read = [timed(lambda: bare_side.execute(_SQL).fetchall()) for _ in range(_TRIES)]
        bare = statistics.median(read)
        say(f"{open_count} open among {closed_count} closed; the SQL alone {bare * 1e3:.1f} ms")
        page = desk.follow_up(FollowUpQuery())
        say(f"rows in the list: {len(page.rows)}")
        _tell("open the list", lambda: desk.follow_up(FollowUpQuery()), bare)
        _tell("one unit's people", lambda: desk.follow_up(FollowUpQuery(unit="Hemvårdsgrupp 7")))
        _tell("sort by name", lambda: in_order(page.rows, Column.PERSON, with_groups=True))
        _tell("group", lambda: grouped(page.rows))
        one = page.rows[0].case
        _tell("one row rewritten", lambda: _rewrite(opened, one))
        lunch = desk.new_meeting()
        desk.act(BeginMeeting(meeting=lunch, name="lunch"))
        _tell("the lunch meeting, what has changed first", lambda: desk.meeting(lunch))
        bare_side.close()


def _rewrite(opened: Opened, row: CaseRow) -> None:
    with opened.store.writing() as act:
        act.put_case_rows([replace(row, latest_at=Instant(row.latest_at + 1))])


if __name__ == "__main__":
    main(*(int(word) for word in (*sys.argv[1:], "2000", "100000")[:2]))
