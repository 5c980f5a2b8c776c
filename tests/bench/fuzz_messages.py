"""Runs damaged originals through the reader and prints what became of them; not a test, a hunt.

    PYTHONPATH=app:tests python -m bench.fuzz_messages [COUNT] [SEED]

Every input must get an answer; one that does not is printed with its seed and ends the run. With
KONTAKTPUNKT_SAMPLES set, the samples in that folder are damaged too. It ends with the speed on
whole messages, against `json.loads` on the same bytes in the same run.
"""

import json
import os
import random
import resource
import sys
from collections import Counter
from pathlib import Path
from time import perf_counter

from kontaktpunkt.domain.notice import Notice
from kontaktpunkt.messages import read
from property.messages.bundles import damaged, originals

_COUNT = 20_000
_SEED = 1
_ROUNDS = 400


def main(count: int, seed: int) -> None:
    """Damage, read, count; then measure."""
    whole = originals()
    folder = os.environ.get("KONTAKTPUNKT_SAMPLES")
    if folder:
        whole += [path.read_bytes() for path in sorted(Path(folder).rglob("*.json"))]
    before = _peak_mebibytes()
    answers: Counter[str] = Counter()
    slowest, slowest_seed = 0.0, seed
    for number in range(count):
        chance = random.Random(seed * 1_000_003 + number)  # noqa: S311  a repeatable hunt, no secret
        data = damaged(chance.choice(whole), chance)
        started = perf_counter()
        try:
            answer = read(data)
        except BaseException:
            print(f"no answer: seed {seed}, number {number}")  # noqa: T201  it is a command
            raise
        took = perf_counter() - started
        if took > slowest:
            slowest, slowest_seed = took, number
        answers["taken in" if isinstance(answer, Notice) else answer.reason.value] += 1
    for name, times in answers.most_common():
        print(f"{times:8}  {name}")  # noqa: T201  it is a command
    print(f"slowest {slowest * 1000:.2f} ms (number {slowest_seed})")  # noqa: T201  it is a command
    print(f"peak memory {_peak_mebibytes():.0f} MiB, before {before:.0f} MiB")  # noqa: T201  it is a command
    _measure(whole)


def _measure(whole: list[bytes]) -> None:
    """Print messages per second of the reader and of bare `json.loads`, and their ratio."""
    small = [data for data in whole if len(data) < 40_000]
    started = perf_counter()
    for _ in range(_ROUNDS):
        for data in small:
            json.loads(data)
    bare = perf_counter() - started
    started = perf_counter()
    for _ in range(_ROUNDS):
        for data in small:
            read(data)
    ours = perf_counter() - started
    done = _ROUNDS * len(small)
    size = sum(map(len, small)) / len(small)
    print(  # noqa: T201  it is a command
        f"read {done / ours:.0f} messages/s ({size:.0f} bytes each), "
        f"json.loads {done / bare:.0f}/s: {bare / ours:.2f}x"
    )


def _peak_mebibytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    main(*(given + [_COUNT, _SEED][len(given) :]))
