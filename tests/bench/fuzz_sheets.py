"""Runs damaged tables through the reader of sheets and prints what became of them; a hunt.

    PYTHONPATH=app:tests python -m bench.fuzz_sheets [COUNT] [SEED]

A third are workbooks with bytes changed, a third texts, and a third whole parcels in which the
parts are damaged, so that what is broken is met behind the parcel's own checks too. One that gets
no answer is printed with its number and ends the run.
"""

import io
import random
import resource
import sys
import zipfile
from collections import Counter
from time import perf_counter
from typing import Final

from kontaktpunkt.messages.sheets import read_sheet
from kontaktpunkt.usecases.contacts.sheets import SheetFault
from property.messages.test_sheets_are_total import WHOLE

_COUNT: Final = 20_000
_TEXTS: Final = tuple(
    "Enhet;Telefon\nÅsen;0510-1\n".encode(encoding) for encoding in ("utf-8", "utf-16", "cp1252")
)
_LONGEST_COPY: Final = 2_000


def _changed(data: bytes, chance: random.Random) -> bytes:
    bad = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        bad[chance.randrange(len(bad))] = chance.randrange(256)
    return bytes(bad)


def _doubled(data: bytes, chance: random.Random) -> bytes:
    first, last = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return data[:first] + data[first:last][:_LONGEST_COPY] + data[first:]


def _repacked(chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as parcel:
        parts = {name: parcel.read(name) for name in parcel.namelist()}
    name = chance.choice(list(parts))
    damage = chance.choice((_changed, _doubled))
    parts[name] = damage(parts[name], chance)
    if chance.randrange(10) == 0:
        del parts[chance.choice(list(parts))]
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as parcel:
        for part, data in parts.items():
            parcel.writestr(part, data)
    return kept.getvalue()


def _made(number: int, chance: random.Random) -> bytes:
    if number % 3 == 0:
        return _changed(WHOLE, chance)
    if number % 3 == 1:
        return _changed(chance.choice(_TEXTS) * chance.randint(1, 50), chance)
    return _repacked(chance)


def main(count: int, seed: int) -> None:
    """Hunt, and print the answers, the slowest one and the memory."""
    answers: Counter[str] = Counter()
    slowest = 0.0
    for number in range(count):
        data = _made(number, random.Random(seed * 1_000_003 + number))  # noqa: S311  repeatable
        began = perf_counter()
        try:
            answer = read_sheet(data)
        except BaseException:
            print(f"no answer: seed {seed}, number {number}")  # noqa: T201  it is a command
            raise
        slowest = max(slowest, perf_counter() - began)
        answers[answer.value if isinstance(answer, SheetFault) else "read"] += 1
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(dict(answers), f"slowest {slowest:.3f} s, {memory} MB")  # noqa: T201  it is a command


if __name__ == "__main__":
    main(*(int(word) for word in (sys.argv[1:] + [str(_COUNT), "1"][len(sys.argv) - 1 :])[:2]))
