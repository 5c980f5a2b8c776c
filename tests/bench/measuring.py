"""What every bench tells and needs: the machine, the disk's flush time, a store of its own."""

import os
import platform
import statistics
import tempfile
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from kontaktpunkt.bootstrap.clocks import SystemChance, SystemClock
from kontaktpunkt.bootstrap.stores import NewStore, Opened, begin
from kontaktpunkt.domain.staff import Role
from kontaktpunkt.storage.connection import STORE_FILE, Connection, open_connection
from kontaktpunkt.usecases.founding import Founding

_FLUSHES: Final = 200
_PAGE: Final = 4096


def say(text: str = "") -> None:
    """Print a line: a bench is run to be read."""
    print(text, flush=True)  # noqa: T201  it is a command


def tell_machine(folder: Path) -> float:
    """Print what the figures were taken on; gives F, the disk's flush time, in seconds."""
    flush = flush_time(folder)
    say(
        f"{_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}; load {os.getloadavg()[0]:.1f}; "
        f"F = {flush * 1e3:.2f} ms (median of {_FLUSHES} flushed writes of 4 KiB)"
    )
    return flush


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor()
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())


def flush_time(folder: Path) -> float:
    """Give the median time of writing a page and flushing it to the disk, in seconds."""
    file = folder / "flush"
    handle = os.open(file, os.O_CREAT | os.O_WRONLY, 0o600)
    try:
        taken = [timed(lambda: (os.pwrite(handle, bytes(_PAGE), 0), os.fsync(handle)))]
        for place in range(1, _FLUSHES):
            at = place * _PAGE
            taken.append(
                timed(lambda at=at: (os.pwrite(handle, bytes(_PAGE), at), os.fsync(handle)))
            )
    finally:
        os.close(handle)
        file.unlink()
    return statistics.median(taken)


def timed(act: Callable[[], Any]) -> float:
    """Give the seconds that an act takes."""
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def spread(taken: Sequence[float]) -> str:
    """Give median and p99 in milliseconds."""
    return f"p50 {statistics.median(taken) * 1e3:.2f} ms, p99 {p99(taken) * 1e3:.2f} ms"


def p99(taken: Sequence[float]) -> float:
    """Give the time that 99 of 100 stay within."""
    return sorted(taken)[min(len(taken) - 1, len(taken) * 99 // 100)]


@contextmanager
def scratch() -> Generator[Path]:
    """Give a folder on the disk that is measured (TMPDIR chooses), gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="kontaktpunkt-bench-") as name:
        yield Path(name)


def fresh_store(folder: Path) -> Opened:
    """Begin an encrypted store; its key is the demo's, so that no key ring is asked for."""
    founding = Founding(
        municipality="Ekeby",
        profile="lidkoping",
        name="Anna Berg",
        role=Role.CONTACT_POINT,
        demo=True,
    )
    clock, chance = SystemClock(), SystemChance()
    return begin(NewStore(folder=folder, founding=founding, clock=clock, chance=chance))


def bare_connection(folder: Path, key: bytes) -> Connection:
    """Open the store's file by the bare driver, as nothing but SQL stands in its way."""
    return open_connection(folder / STORE_FILE, key)
