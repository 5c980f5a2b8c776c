"""Stores of every earlier shape open for ever: one file of each is kept in tests/data/stores."""

import shutil
from pathlib import Path
from uuid import UUID

import pytest

from fakes.stores import KEY, KEYS, raw
from kontaktpunkt.storage.connection import APPLICATION_ID, STORE_FILE, open_connection
from kontaktpunkt.storage.founding import open_store
from kontaktpunkt.storage.migrations import NEWEST, shape_of
from kontaktpunkt.usecases.rows import InboxQuery

_KEPT = Path(__file__).parents[2] / "data" / "stores"
_STAFF = UUID(int=7)


@pytest.mark.parametrize("number", range(1, NEWEST + 1))
def test_a_store_of_each_shape_opens_with_all_it_held(tmp_path: Path, number: int) -> None:
    """Whoever comes back after years with an old store finds everything in it."""
    shutil.copyfile(_KEPT / f"m{number:04}.db", tmp_path / STORE_FILE)

    store = open_store(tmp_path, KEY)
    with store.reading() as view:
        assert view.keys() == KEYS
        assert [kept for _, kept in view.all_sealed()] == [True] * 3
        assert [row.name for row in view.inbox_rows(InboxQuery(), 0, 9)] == ["Åsa Öberg"]
        assert view.inbox_count(InboxQuery()) == 1
        assert view.search("850312-2384").total == 1
        assert view.original("ab12") is not None
        assert view.last_sheet_serial() == 41
    assert store.draft(_STAFF, "case:1", "note") == "halv mening"
    store.close()
    connection = raw(tmp_path)
    assert shape_of(connection) == NEWEST
    connection.close()


def test_an_older_store_is_copied_aside_before_it_is_changed(tmp_path: Path) -> None:
    """An upgrade that goes wrong can be taken back, for the store as it was lies beside."""
    connection = open_connection(tmp_path / STORE_FILE, KEY, create=True)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.close()

    open_store(tmp_path, KEY).close()

    aside = open_connection(tmp_path / "store-shape-0.db", KEY)
    connection = raw(tmp_path)
    assert (shape_of(aside), shape_of(connection)) == (0, NEWEST)
    aside.close()
    connection.close()
