"""Works the key figures of a year out of 100 000 closed stays, in an encrypted store.

    PYTHONPATH=app:tests python tests/bench/figures.py [CLOSED]

The stays are drawn by a fixed seed over five years and kept as the program keeps them. The bare
side is the driver alone on the same file: the same rows by the same index, not even decoded.
"""

import statistics
import sys
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from bench.measuring import bare_connection, fresh_store, say, scratch, tell_machine, timed
from invented_years import invented_stays
from kontaktpunkt.domain.figures.spell import Period
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.secrets.demo_key import DEMO_KEY
from kontaktpunkt.usecases.keeping.spells import spell_row

_TRIES: Final = 3
_BATCH: Final = 2_000
_YEARS: Final = 5
_YEAR: Final = 365
_SQL: Final = "SELECT row FROM listed_row WHERE kind = 'case' AND at >= ? ORDER BY at, id"


def _tell(what: str, tries: Callable[[], object], bare: float = 0.0) -> None:
    median = statistics.median(timed(tries) for _ in range(_TRIES))
    ratio = f"; {median / bare:.1f}x" if bare else ""
    say(f"{what}: p50 {median * 1e3:.0f} ms{ratio}")


def main(closed: int) -> None:
    """Fill a store and ask for figures."""
    with scratch() as folder, fresh_store(folder / "store") as opened:
        tell_machine(folder)
        desk = opened.desk
        today = local_day(desk.now())
        stays = invented_stays(closed, today - timedelta(days=_YEARS * _YEAR), _YEARS * _YEAR)
        for begin in range(0, closed, _BATCH):
            rows = [spell_row(one.case, one) for one in stays[begin : begin + _BATCH]]
            with opened.store.writing() as act:
                act.put_listed(rows)
        last_year = Period(date(today.year - 1, 1, 1), date(today.year - 1, 12, 31))
        bare = bare_connection(folder / "store", DEMO_KEY)
        median = statistics.median(
            timed(lambda: bare.execute(_SQL, (0,)).fetchall()) for _ in range(_TRIES)
        )
        say(f"{closed} stays over {_YEARS} years; all rows by the driver: {median * 1e3:.0f} ms")
        _tell("the four figures of this month", desk.key_line)
        _tell("all figures of last year", lambda: desk.figures(last_year))
        whole = Period(today - timedelta(days=_YEARS * _YEAR), today)
        _tell("all figures of five years", lambda: desk.figures(whole), median)
        bare.close()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]) if len(sys.argv) > 1 else (100_000,))
