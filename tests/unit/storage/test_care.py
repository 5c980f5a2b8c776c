"""Backing up, restoring, erasing and changing the key: nothing is lost, nothing is left over."""

import shutil
from pathlib import Path

import pytest

from fakes.scribe import Scribe, hired
from fakes.stores import KEY, OTHER_KEY, new_store, raw
from kontaktpunkt.domain.ledger.envelope import FIRST_LINK
from kontaktpunkt.storage.care.backup import backup, restore
from kontaktpunkt.storage.care.erasing import erase_store
from kontaktpunkt.storage.care.lock import WindowLock
from kontaktpunkt.storage.care.rekey import adopt, copy_under
from kontaktpunkt.storage.connection import STORE_FILE
from kontaktpunkt.storage.file import LABEL_FILE, NEW_KEY_FILE
from kontaktpunkt.storage.founding import open_store
from kontaktpunkt.usecases.failures import Obstacle, Unavailable
from kontaktpunkt.usecases.rows import CaseRow

_SECRET, _PUBLIC = b"n" * 32, b"q" * 32


def _filled(folder: Path, *names: str) -> Path:
    store = new_store(folder)
    scribe = Scribe()
    with store.writing() as act:
        scribe.hire(act, *names)
        act.put_case_rows([CaseRow(case=scribe.new_id(), name=name) for name in names])
    store.close()
    return folder


def _names(folder: Path, key: bytes = KEY) -> list[str]:
    store = open_store(folder, key)
    with store.reading() as view:
        bodies = [sealed.event.body for sealed, _ in view.all_sealed()]
    store.close()
    return [str(getattr(body, "name", "")) for body in bodies]


def _obstacle_of_restoring(copy: Path, folder: Path, key: bytes = KEY) -> Obstacle:
    with pytest.raises(Unavailable) as caught:
        restore(copy, folder, key, _SECRET, _PUBLIC)
    return caught.value.obstacle


def test_a_store_in_use_can_be_backed_up(tmp_path: Path) -> None:
    """The daily copy is made while people work, and holds everything saved until then."""
    folder = _filled(tmp_path / "store", "Anna")
    store = open_store(folder, KEY)
    with store.writing() as act:
        Scribe(2).hire(act, "Bo")

    made = backup(folder, KEY, tmp_path / "copies" / "monday.kontaktpunkt")
    store.close()

    assert [file.name for file in made.parent.iterdir()] == ["monday.kontaktpunkt"]
    assert b"Anna" not in made.read_bytes()
    assert restore(made, tmp_path / "new", KEY, _SECRET, _PUBLIC) is None
    assert _names(tmp_path / "new") == ["Anna", "Bo"]


def test_a_new_backup_takes_the_place_of_the_old(tmp_path: Path) -> None:
    """The file for today can be written over, and only by a copy that was checked."""
    first = _filled(tmp_path / "first", "Anna")
    second = _filled(tmp_path / "second", "Bo")
    copy = tmp_path / "copy"
    backup(first, KEY, copy)

    with pytest.raises(Unavailable):
        backup(second, OTHER_KEY, copy)
    restore(copy, tmp_path / "a", KEY, _SECRET, _PUBLIC)
    backup(second, KEY, copy)
    restore(copy, tmp_path / "b", KEY, _SECRET, _PUBLIC)

    assert _names(tmp_path / "a") == ["Anna"]
    assert _names(tmp_path / "b") == ["Bo"]


def test_the_store_that_a_restore_replaces_is_laid_aside(tmp_path: Path) -> None:
    """Restoring the wrong copy by mistake loses nothing: the store that was there can be opened."""
    folder = _filled(tmp_path / "store", "Anna")
    copy = backup(folder, KEY, tmp_path / "copy")
    store = open_store(folder, KEY)
    with store.writing() as act:
        Scribe(2).hire(act, "Bo")
    store.close()

    aside = restore(copy, folder, KEY, _SECRET, _PUBLIC)

    assert aside is not None
    assert _names(folder) == ["Anna"]
    (tmp_path / "looked").mkdir()
    shutil.copyfile(aside, tmp_path / "looked" / STORE_FILE)
    assert _names(tmp_path / "looked") == ["Anna", "Bo"]
    assert restore(copy, folder, KEY, _SECRET, _PUBLIC) != aside


def test_a_restored_store_is_a_new_workstation_with_its_old_past(tmp_path: Path) -> None:
    """After a restore numbers begin anew under a new name, so that nothing is numbered twice."""
    folder = _filled(tmp_path / "store", "Anna")
    copy = backup(folder, KEY, tmp_path / "copy")
    restore(copy, folder, KEY, _SECRET, _PUBLIC)

    store = open_store(folder, KEY)
    with store.writing() as act:
        tail = act.tail()
        Scribe(2).append(act, [(Scribe(3).subject(), hired("Bo"))])
    with store.reading() as view:
        found = [sealed.event.envelope for sealed, _ in view.all_sealed()]
        keys = view.verifying_keys()
    signing_key = store.signing_key()
    store.close()

    assert (tail.origin, tail.last_no, tail.last_link) == (2, 0, FIRST_LINK)
    assert [(one.origin, one.origin_no) for one in found] == [(1, 1), (2, 1)]
    assert keys == {1: b"p" * 32, 2: _PUBLIC}
    assert signing_key == _SECRET


def test_the_same_copy_restored_twice_is_two_workstations(tmp_path: Path) -> None:
    """What was printed after the first restore has numbers that never come again after the next."""
    folder = _filled(tmp_path / "store", "Anna")
    copy = backup(folder, KEY, tmp_path / "copy")
    numbers: list[int] = []
    for _ in range(2):
        restore(copy, folder, KEY, _SECRET, _PUBLIC)
        store = open_store(folder, KEY)
        with store.reading() as view:
            numbers.append(view.tail().origin)
        store.close()

    assert numbers == [2, 3]


def test_a_store_that_cannot_be_read_is_replaced_and_kept(tmp_path: Path) -> None:
    """A damaged store is exactly what a restore is for, and it is kept for whoever can mend it."""
    folder = _filled(tmp_path / "store", "Anna")
    copy = backup(folder, KEY, tmp_path / "copy")
    (folder / STORE_FILE).write_bytes(b"ruins" * 1000)

    aside = restore(copy, folder, KEY, _SECRET, _PUBLIC)

    assert aside is not None
    assert aside.read_bytes() == b"ruins" * 1000
    assert _names(folder) == ["Anna"]


def test_a_copy_that_is_not_whole_is_refused_and_the_store_stays(tmp_path: Path) -> None:
    """One changed byte anywhere in a copy is enough for it not to be used."""
    folder = _filled(tmp_path / "store", "Anna")
    copy = backup(folder, KEY, tmp_path / "copy")
    content = copy.read_bytes()
    before = (folder / STORE_FILE).read_bytes()

    for place in (5000, len(content) // 2, len(content) - 30):
        copy.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        assert _obstacle_of_restoring(copy, folder) is Obstacle.BAD_BACKUP
    copy.write_bytes(content[: len(content) // 2])
    assert _obstacle_of_restoring(copy, folder) is Obstacle.BAD_BACKUP
    assert _obstacle_of_restoring(tmp_path / "none", folder) is Obstacle.BAD_BACKUP
    copy.write_bytes(content)
    assert _obstacle_of_restoring(copy, folder, OTHER_KEY) is Obstacle.WRONG_KEY

    assert (folder / STORE_FILE).read_bytes() == before
    assert _names(folder) == ["Anna"]


def test_nothing_is_restored_beside_a_window_or_an_open_store(tmp_path: Path) -> None:
    """Nobody's store is pulled away from under them."""
    folder = _filled(tmp_path / "store", "Anna")
    copy = backup(folder, KEY, tmp_path / "copy")

    with WindowLock(folder):
        assert _obstacle_of_restoring(copy, folder) is Obstacle.IN_USE
    store = open_store(folder, KEY)
    with store.reading() as view:
        view.tail()
        assert _obstacle_of_restoring(copy, folder) is Obstacle.IN_USE
    store.close()

    assert restore(copy, folder, KEY, _SECRET, _PUBLIC) is not None


def test_an_erased_trial_leaves_no_file_of_its_own(tmp_path: Path) -> None:
    """After a trial nothing of it is left, and what others keep in the folder is."""
    folder = _filled(tmp_path / "store", "Anna")
    restore(backup(folder, KEY, tmp_path / "copy"), folder, KEY, _SECRET, _PUBLIC)
    (folder / "theirs.txt").write_text("theirs")
    (folder / "key.json").write_text("the vault's")

    erased = erase_store(folder)

    assert set(erased) >= {STORE_FILE, LABEL_FILE, "store-aside-1.db"}
    assert sorted(file.name for file in folder.iterdir()) == ["key.json", "theirs.txt"]
    assert erase_store(folder) == ()


def test_a_store_is_not_erased_beside_its_window(tmp_path: Path) -> None:
    """What somebody is working in is not erased from elsewhere."""
    folder = _filled(tmp_path / "store", "Anna")

    with WindowLock(folder), pytest.raises(Unavailable) as caught:
        erase_store(folder)

    assert caught.value.obstacle is Obstacle.IN_USE
    assert _names(folder) == ["Anna"]


def test_there_is_one_window_at_a_time(tmp_path: Path) -> None:
    """Starting the program twice does not give two windows on one store."""
    lock, other = WindowLock(tmp_path), WindowLock(tmp_path)
    lock.take()

    with pytest.raises(Unavailable) as caught:
        other.take()
    lock.release()
    lock.release()
    other.take()
    other.release()

    assert caught.value.obstacle is Obstacle.IN_USE


def test_a_lock_that_a_dead_program_left_is_no_lock(tmp_path: Path) -> None:
    """After a crash the program starts at once."""
    (tmp_path / "window.lock").write_text("999999")

    with WindowLock(tmp_path) as held:
        assert held is not None


def test_a_changed_key_opens_and_the_old_one_no_longer_does(tmp_path: Path) -> None:
    """After the key was changed everything is there, searchable, under the new key alone."""
    folder = _filled(tmp_path / "store", "Anna", "Åsa")
    store = open_store(folder, KEY)
    with store.reading() as view:
        before = view.row_digest()
    store.close()

    copy_under(folder, KEY, OTHER_KEY)
    adopt(folder, OTHER_KEY)

    with pytest.raises(Unavailable) as caught:
        open_store(folder, KEY)
    assert caught.value.obstacle is Obstacle.WRONG_KEY
    assert _names(folder, OTHER_KEY) == ["Anna", "Åsa"]
    store = open_store(folder, OTHER_KEY)
    with store.reading() as view:
        assert view.row_digest() == before
        assert view.search("åsa").total == 1
    store.close()


def test_a_change_of_key_that_was_cut_off_leaves_a_store_that_opens(tmp_path: Path) -> None:
    """Whichever key the vault has after a crash, it is the one that opens."""
    for kept in (KEY, OTHER_KEY):
        folder = _filled(tmp_path / kept.hex()[:4], "Anna")
        copy_under(folder, KEY, OTHER_KEY)

        assert _names(folder, kept) == ["Anna"]
        assert not (folder / NEW_KEY_FILE).exists()
        with pytest.raises(Unavailable):
            open_store(folder, OTHER_KEY if kept == KEY else KEY)


def test_the_key_is_not_changed_beside_a_window(tmp_path: Path) -> None:
    """What is being written while the key changes would be lost, so it must wait."""
    folder = _filled(tmp_path / "store", "Anna")
    connection = raw(folder)
    connection.execute("BEGIN")
    connection.execute("SELECT * FROM event").fetchall()

    with pytest.raises(Unavailable) as caught:
        copy_under(folder, KEY, OTHER_KEY)
    connection.close()

    assert caught.value.obstacle is Obstacle.IN_USE
    assert _names(folder) == ["Anna"]
