"""A store outlives its program, opens with its own key alone, and is never thrown away."""

import os
import stat
from pathlib import Path

import pytest
from sqlalchemy import inspect

from fakes.scribe import Scribe
from fakes.stores import IDENTITY, KEY, KEYS, OTHER_KEY, new_store, raw
from kontaktpunkt.storage.connection import STORE_FILE, open_connection
from kontaktpunkt.storage.engine import reading_engine
from kontaktpunkt.storage.file import LABEL_FILE
from kontaktpunkt.storage.founding import create_store, open_store
from kontaktpunkt.storage.migrations import NEWEST
from kontaktpunkt.storage.tables import METADATA, desk, rows
from kontaktpunkt.usecases.failures import Obstacle, Unavailable
from kontaktpunkt.usecases.ports import Original

_TABLES = (desk.draft, desk.preference, rows.inbox_row, rows.case_row, rows.sheet_row)
_CONTENT = "kvarnstensgatan"
_STAFF = Scribe(9).new_id()


def _obstacle(folder: Path, key: bytes = KEY) -> Obstacle:
    with pytest.raises(Unavailable) as caught:
        open_store(folder, key)
    return caught.value.obstacle


def _filled(folder: Path) -> Path:
    store = new_store(folder)
    with store.writing() as act:
        Scribe().hire(act, "Anna Berg", "Bo Ek")
        act.put_original(Original("ab", _CONTENT.encode() * 400, "m.json"))
    store.close()
    return folder


def test_what_was_kept_is_there_after_closing_and_opening(tmp_path: Path) -> None:
    """The program can be closed at any time and goes on where it was."""
    folder = _filled(tmp_path / "store")
    store = open_store(folder, KEY)
    store.keep_draft(_STAFF, "case:1", "note", "halv mening")
    store.close()

    store = open_store(folder, KEY)
    with store.reading() as view:
        assert view.tail().last_no == 2
        assert view.keys() == KEYS
        assert view.original("ab") is not None
    assert store.draft(_STAFF, "case:1", "note") == "halv mening"
    assert store.signing_key() == IDENTITY.signing_key
    store.close()


def test_what_was_kept_is_there_without_closing(tmp_path: Path) -> None:
    """A computer that loses power has lost nothing that was shown as saved."""
    store = new_store(tmp_path / "store")
    with store.writing() as act:
        Scribe().hire(act, "Anna Berg")

    second = open_store(tmp_path / "store", KEY)
    with second.reading() as view:
        assert view.tail().last_no == 1
    second.close()
    store.close()


def test_nothing_can_be_read_without_the_key(tmp_path: Path) -> None:
    """Whoever finds the disk finds neither names nor messages in any of the store's files."""
    store = new_store(tmp_path / "store")
    with store.writing() as act:
        Scribe().hire(act, "Anna Berg")
        act.put_original(Original("ab", _CONTENT.encode() * 400, "m.json"))

    found = {file.name: file.read_bytes() for file in (tmp_path / "store").iterdir()}
    store.close()

    assert f"{STORE_FILE}-wal" in found
    for name, content in found.items():
        assert b"Berg" not in content, name
        assert _CONTENT.encode() not in content, name
        assert KEY not in content, name
        assert b"SQLite format" not in content, name


def test_only_the_owner_may_read_the_files(tmp_path: Path) -> None:
    """Another user of the same computer cannot even copy the store."""
    if os.name != "posix":
        pytest.skip("Windows keeps this by the user's own folder: NOT tried here")
    store = new_store(tmp_path / "deep" / "store")
    with store.writing() as act:
        Scribe().hire(act, "Anna Berg")
    folder = tmp_path / "deep" / "store"
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()}
    store.close()

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert len(modes) >= 4
    assert set(modes.values()) == {0o600}


def test_a_wrong_key_is_told_and_changes_nothing(tmp_path: Path) -> None:
    """A wrong key does not open, and the store opens afterwards with the right one."""
    folder = _filled(tmp_path / "store")
    before = (folder / STORE_FILE).read_bytes()

    assert _obstacle(folder, OTHER_KEY) is Obstacle.WRONG_KEY
    (folder / LABEL_FILE).unlink()
    assert _obstacle(folder, OTHER_KEY) is Obstacle.WRONG_KEY

    assert (folder / STORE_FILE).read_bytes() == before
    open_store(folder, KEY).close()


def test_a_damaged_file_is_told_from_a_wrong_key(tmp_path: Path) -> None:
    """If the file is hurt the program says so and leaves it for whoever can mend it."""
    folder = _filled(tmp_path / "store")
    content = bytearray((folder / STORE_FILE).read_bytes())
    content[100] ^= 1
    (folder / STORE_FILE).write_bytes(content)

    assert _obstacle(folder) is Obstacle.STORE_DAMAGED
    assert (folder / STORE_FILE).read_bytes() == bytes(content)


def test_damage_inside_is_told_when_it_is_met(tmp_path: Path) -> None:
    """A page that was changed by the disk is never taken for what was written."""
    folder = _filled(tmp_path / "store")
    content = bytearray((folder / STORE_FILE).read_bytes())
    for page in range(8192, len(content), 4096):
        content[page + 50] ^= 1
    (folder / STORE_FILE).write_bytes(content)

    def read() -> None:
        store = open_store(folder, KEY)
        with store.reading() as view:
            view.original("ab")

    with pytest.raises(Unavailable) as caught:
        read()
    assert caught.value.obstacle is Obstacle.STORE_DAMAGED


def test_where_there_is_no_store_none_is_made(tmp_path: Path) -> None:
    """Opening the wrong folder does not leave an empty store there."""
    assert _obstacle(tmp_path / "none") is Obstacle.NO_STORE
    assert _obstacle(tmp_path) is Obstacle.NO_STORE
    assert list(tmp_path.iterdir()) == []


def test_a_store_is_never_made_over_another(tmp_path: Path) -> None:
    """Beginning anew in a folder with a store is refused, and the store is untouched."""
    folder = _filled(tmp_path / "store")
    before = {file.name: file.read_bytes() for file in folder.iterdir()}

    with pytest.raises(Unavailable) as caught:
        create_store(folder, KEYS, OTHER_KEY, IDENTITY)

    assert caught.value.obstacle is Obstacle.STORE_EXISTS
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_a_store_that_was_half_made_is_begun_again(tmp_path: Path) -> None:
    """If the very first start was cut off, the next first start works."""
    folder = tmp_path / "store"
    folder.mkdir()
    (folder / f"{STORE_FILE}.new").write_bytes(b"half")
    (folder / f"{STORE_FILE}.new-wal").write_bytes(b"half")

    new_store(folder).close()

    assert sorted(file.name for file in folder.iterdir()) == [STORE_FILE, LABEL_FILE]


def test_a_newer_store_is_refused_politely(tmp_path: Path) -> None:
    """An older program does not touch what a newer one has written."""
    folder = _filled(tmp_path / "store")
    connection = raw(folder)
    connection.execute(f"PRAGMA user_version = {NEWEST + 1}")
    connection.close()

    assert _obstacle(folder) is Obstacle.NEWER_STORE


def test_somebody_elses_database_is_refused(tmp_path: Path) -> None:
    """A file of another program under the right key is not written into."""
    connection = open_connection(tmp_path / STORE_FILE, KEY, create=True)
    connection.execute("CREATE TABLE theirs (a)")
    connection.close()

    assert _obstacle(tmp_path) is Obstacle.STORE_DAMAGED


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE event SET act_id = x'00'",
        "DELETE FROM event",
        "UPDATE body SET data = x'00'",
        "UPDATE act SET signature = x'00'",
        "DELETE FROM act",
        "UPDATE original SET data = x'00'",
    ],
)
def test_the_database_itself_refuses_to_change_the_past(tmp_path: Path, change: str) -> None:
    """Not even a faulty program can rewrite what has happened."""
    connection = raw(_filled(tmp_path / "store"))

    with pytest.raises(Exception, match="the ledger only grows"):
        connection.execute(change)
    connection.close()


def test_a_body_can_be_erased_and_the_chain_still_holds(tmp_path: Path) -> None:
    """What has been destroyed by decision is gone, and that something happened still shows."""
    folder = _filled(tmp_path / "store")
    connection = raw(folder)
    connection.execute("DELETE FROM body WHERE seq = 1")
    connection.close()

    store = open_store(folder, KEY)
    with store.reading() as view:
        found = list(view.all_sealed())
        assert [kept for _, kept in found] == [False, True]
        assert found[1][0].event.envelope.previous
        assert found[0][0].body_text == found[0][0].salt == b""
        assert type(found[0][0].event.body).__name__ == "Erased"
    store.close()


def test_the_strictest_settings_are_on(tmp_path: Path) -> None:
    """Saved means flushed to the disk, and erased means overwritten."""
    connection = raw(_filled(tmp_path / "store"))
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "temp_store": 2,
        "user_version": NEWEST,
    }

    found = {name: connection.execute(f"PRAGMA {name}").fetchall()[0][0] for name in wanted}
    secure = [
        connection.execute("SELECT v FROM search_gram_config WHERE k = 'secure-delete'").fetchall(),
        connection.execute("SELECT v FROM search_head_config WHERE k = 'secure-delete'").fetchall(),
    ]
    connection.close()

    assert found == wanted
    assert secure == [[(1,)], [(1,)]]


def test_the_tables_we_ask_are_the_tables_that_are_there(tmp_path: Path) -> None:
    """What the program believes of its store and what its migrations make are one thing."""
    folder = _filled(tmp_path / "store")
    engine = reading_engine(folder / STORE_FILE, KEY)
    with engine.connect() as connection:
        inspector = inspect(connection)
        found = {
            name: [column["name"] for column in inspector.get_columns(name)]
            for name in METADATA.tables
        }
        keys = {
            name: inspector.get_pk_constraint(name)["constrained_columns"]
            for name in METADATA.tables
        }
    engine.dispose()

    assert set(METADATA.tables) == {table.name for table in _TABLES}
    assert found == {
        name: [column.name for column in table.columns] for name, table in METADATA.tables.items()
    }
    assert keys == {
        name: [column.name for column in table.primary_key]
        for name, table in METADATA.tables.items()
    }
