"""Other programs and full disks: somebody waits or is told, and nothing acknowledged is lost."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from fakes.scribe import Scribe
from fakes.stores import KEY, new_store, raw
from kontaktpunkt.storage.failures import translated
from kontaktpunkt.storage.founding import open_store
from kontaktpunkt.storage.store import SqlStore
from kontaktpunkt.usecases.failures import Obstacle, Unavailable
from kontaktpunkt.usecases.ports import Original

_OTHER = """
import sys
from pathlib import Path
from fakes.scribe import Scribe
from fakes.stores import KEY, raw
from kontaktpunkt.storage.founding import open_store

folder, wish = Path(sys.argv[1]), sys.argv[2]
store, scribe = open_store(folder, KEY), Scribe(int(sys.argv[3]))
if wish == "write":
    with store.writing() as act:
        scribe.hire(act, "Bo")
elif wish == "hold":
    with store.writing() as act:
        scribe.hire(act, "Bo")
        print("holding", flush=True)
        sys.stdin.readline()
else:
    for count in range(10_000):
        with store.writing() as act:
            scribe.hire(act, "Bo")
        print(count + 1, flush=True)
store.close()
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    """Give an open store."""
    found = new_store(tmp_path / "store")
    yield found
    found.close()


def _other(folder: Path, wish: str, seed: int = 5) -> subprocess.Popen[str]:
    """Start another program on the store."""
    paths = os.pathsep.join(path for path in sys.path if path)
    return subprocess.Popen(  # noqa: S603  our own program
        [sys.executable, "-c", _OTHER, str(folder), wish, str(seed)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": paths},
    )


def test_what_another_program_wrote_is_noticed_and_followed(store: SqlStore) -> None:
    """A message taken in from the command line shows in the window, and numbers go on after it."""
    before = store.change_mark()
    with store.writing() as act:
        Scribe().hire(act, "Anna")
    assert store.change_mark() == before

    with _other(store.folder, "write") as other:
        other.communicate()
    assert other.returncode == 0

    assert store.change_mark() != before
    with store.writing() as act:
        assert act.tail().last_no == 2
        Scribe(2).hire(act, "Eva")
    with store.reading() as view:
        assert view.tail().last_no == 3


def test_reading_goes_on_while_another_program_writes(store: SqlStore) -> None:
    """A long take-in elsewhere stops nobody from looking at the list."""
    with _other(store.folder, "hold") as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "holding\n"
        with store.reading() as view:
            assert view.tail().last_no == 0
        other.communicate("go\n")

    with store.reading() as view:
        assert view.tail().last_no == 1


def test_a_write_that_cannot_have_its_turn_is_told(store: SqlStore) -> None:
    """If another program keeps the store to itself, the act is refused as busy, not lost unseen."""
    with _other(store.folder, "hold") as other:
        assert other.stdout is not None
        other.stdout.readline()
        connection = raw(store.folder)
        connection.execute("PRAGMA busy_timeout = 50").fetchall()
        with pytest.raises(Exception, match="locked") as caught:
            connection.execute("BEGIN IMMEDIATE")
        connection.close()
        other.communicate("go\n")

    assert getattr(caught.value, "sqlite_errorname", "") == "SQLITE_BUSY"
    with store.writing() as act:
        assert act.tail().last_no == 1


def test_a_program_that_is_killed_loses_nothing_it_had_acknowledged(store: SqlStore) -> None:
    """Pulling the plug in the middle of work leaves everything that was shown as saved."""
    if os.name != "posix":
        pytest.skip("the kill is POSIX's: NOT tried here")
    for round_ in range(5):
        with store.reading() as view:
            already = view.tail().last_no
        with _other(store.folder, "write-on", seed=100 + round_) as other:
            assert other.stdout is not None
            acknowledged = 0
            for _ in range(3 + 7 * round_):
                acknowledged = int(other.stdout.readline())
            other.send_signal(signal.SIGKILL)
            acknowledged = max([acknowledged, *map(int, other.stdout.read().split())])

        with store.reading() as view:
            assert view.tail().last_no - already in (acknowledged, acknowledged + 1)
            numbers = [one.event.envelope.origin_no for one, _ in view.all_sealed()]
            assert numbers == list(range(1, len(numbers) + 1))


def test_an_act_inside_an_act_is_told_instead_of_waiting_for_ever(tmp_path: Path) -> None:
    """A fault that writes a draft in the middle of an act shows at once, not as a hang."""
    new_store(tmp_path).close()
    store = SqlStore(tmp_path, KEY, wait_seconds=0.05)

    def nested() -> None:
        with store.writing():
            store.keep_draft(Scribe().new_id(), "case:1", "note", "x")

    with pytest.raises(Unavailable) as caught:
        nested()
    store.close()
    assert caught.value.obstacle is Obstacle.IN_USE


def test_a_full_disk_is_told_as_such(store: SqlStore) -> None:
    """When there is no more room the program says just that, and what was saved stays."""
    with store.writing() as act:
        Scribe().hire(act, "Anna")
    connection = raw(store.folder)
    pages = connection.execute("PRAGMA page_count").fetchall()[0][0]
    connection.execute(f"PRAGMA max_page_count = {pages}").fetchall()

    with pytest.raises(Unavailable) as caught, translated():
        connection.execute("INSERT INTO original VALUES ('large', 'large', zeroblob(900000))")
    connection.close()

    assert caught.value.obstacle is Obstacle.DISK_FULL
    with store.reading() as view:
        assert view.tail().last_no == 1


def test_a_disk_that_refuses_is_told_and_everything_before_it_stays(tmp_path: Path) -> None:
    """When a quota or the disk says no, what was saved is there, and work goes on afterwards."""
    folder = tmp_path / "store"
    store = new_store(folder)
    with store.writing() as act:
        Scribe().hire(act, "Anna")
    store.close()

    with _limited(folder) as small:
        said = small.communicate()[0]
    assert said.split() == ["disk_fails", "1"]

    store = open_store(folder, KEY)
    with store.writing() as act:
        act.put_original(Original("ab", bytes(500_000), "large"))
    with store.reading() as view:
        assert view.tail().last_no == 1
        assert view.original("ab") is not None
    store.close()


_SMALL_DISK = """
import resource, signal, sys
from pathlib import Path
from fakes.stores import KEY
from kontaktpunkt.storage.failures import translated
from kontaktpunkt.storage.founding import open_store
from kontaktpunkt.usecases.failures import Unavailable
from kontaktpunkt.usecases.ports import Original

folder = Path(sys.argv[1])
store = open_store(folder, KEY)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
try:
    with store.writing() as act:
        act.put_original(Original("large", bytes(900_000), "large"))
except Unavailable as told:
    print(told.obstacle)
with store.reading() as view:
    assert view.original("large") is None
    print(view.tail().last_no)
"""


def _limited(folder: Path) -> subprocess.Popen[str]:
    """Start a program that may not make any file larger than 300 kB, as on a full disk."""
    if os.name != "posix":
        pytest.skip("limits of this kind are POSIX's: NOT tried here")
    paths = os.pathsep.join(path for path in sys.path if path)
    return subprocess.Popen(  # noqa: S603  our own program
        [sys.executable, "-c", _SMALL_DISK, str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": paths},
    )
