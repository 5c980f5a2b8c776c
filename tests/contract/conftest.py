"""Gives each contract test the store twice: the encrypted one and the one in memory."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fakes.scribe import Scribe
from fakes.store import StoreInMemory
from fakes.stores import new_store
from kontaktpunkt.storage.store import SqlStore
from kontaktpunkt.usecases.ports import Store


@pytest.fixture
def sql_store(tmp_path: Path) -> Iterator[SqlStore]:
    """Give a new encrypted store."""
    store = new_store(tmp_path / "store")
    yield store
    store.close()


@pytest.fixture(scope="module")
def lasting_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqlStore]:
    """Give one encrypted store for many drawn examples; each empties it first."""
    store = new_store(tmp_path_factory.mktemp("lasting") / "store")
    yield store
    store.close()


@pytest.fixture(params=["sqlite", "memory"])
def store(request: pytest.FixtureRequest) -> Store:
    """Give a new store of each kind; both are held to be a Store by the type checker here."""
    if request.param == "memory":
        return StoreInMemory()
    found: SqlStore = request.getfixturevalue("sql_store")
    return found


@pytest.fixture
def scribe() -> Scribe:
    """Give somebody who writes events."""
    return Scribe()
