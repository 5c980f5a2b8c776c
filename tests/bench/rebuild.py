"""Makes all rows anew from the ledger, against the fold of the same events alone, in memory.

    PYTHONPATH=app:tests python tests/bench/rebuild.py [COUNT] [FOLDER]

On a store of COUNT messages (10 000); with FOLDER a store that is kept there (`inbox_100k.py` makes
one). The bare side has every event decoded in memory before its clock starts, and keeps nothing of
what it folds. The goals are 15 000 events/s and 0.6 of the fold alone.
"""

import resource
import sys
from pathlib import Path
from time import perf_counter

from bench.inbox_100k import opened_store
from bench.measuring import say, tell_machine
from kontaktpunkt.bootstrap.stores import Opened
from kontaktpunkt.domain.fold import fold
from kontaktpunkt.domain.ledger.subjects import Subject, SubjectKind
from kontaktpunkt.usecases.verifying import rebuild, verify

_FOLDED = (SubjectKind.STAFF, SubjectKind.PERSON, SubjectKind.CASE, SubjectKind.MESSAGE)
_MEBIBYTE = 1024


def main(count: int, folder: Path | None) -> None:
    """Rebuild, verify, then fold alone."""
    with opened_store(count, folder) as (opened, place):
        tell_machine(place)
        before = _peak()
        started = perf_counter()
        subjects = rebuild(opened.desk)
        took = perf_counter() - started
        peak = _peak()
        started = perf_counter()
        verdict = verify(opened.desk)
        verified = perf_counter() - started
        say(f"{subjects} subjects, {verdict.events} events, clean: {verdict.is_clean}")
        speed = verdict.events / took
        say(
            f"rebuild: {took:.1f} s, {speed:.0f} events/s; "
            f"peak memory {peak} MiB, before {before} MiB"
        )
        say(f"verify (chain, signatures, bodies, rows against rebuilt): {verified:.1f} s")
        alone = _fold_alone(opened)
        say(f"fold alone: {alone:.0f} events/s; ratio {speed / alone:.2f}")


def _fold_alone(opened: Opened) -> float:
    """Give events per second of folding every subject, its events already in memory."""
    with opened.store.reading() as store:
        every: list[Subject] = [each for kind in _FOLDED for each in store.subjects(kind)]
        found = store.events_of_many(every)
    started = perf_counter()
    for subject, events in found.items():
        fold(subject.kind, events)
    return sum(map(len, found.values())) / (perf_counter() - started)


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // _MEBIBYTE


if __name__ == "__main__":
    main(
        int(sys.argv[1]) if len(sys.argv) > 1 else 10_000,
        Path(sys.argv[2]) if len(sys.argv) > 2 else None,
    )
