"""What has been taken away cannot be found in the file, however it is looked for.

The same tables are made without encryption here, so that the bytes can be looked at.
"""

from pathlib import Path

from fakes.scribe import Scribe, hired
from fakes.stores import IDENTITY, KEYS, raw
from kontaktpunkt.domain.person.facts import NumberKind, PersonNumber
from kontaktpunkt.domain.states import MessageStage
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.storage.connection import STORE_FILE
from kontaktpunkt.storage.file import BESIDE, make_store_file
from kontaktpunkt.storage.store import SqlStore
from kontaktpunkt.usecases.ports import Original
from kontaktpunkt.usecases.rows import CaseRow, InboxRow

_NO_KEY = b""
_WORD = "Qxzvarnsten"
_NUMBER = PersonNumber(NumberKind.PERSONAL, "198503122384")
_STAFF = Scribe(7).new_id()


def _bytes_of(folder: Path) -> bytes:
    """Give everything that lies on the disk of the store, lower case."""
    connection = raw(folder, _NO_KEY)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.close()
    files = [folder / f"{STORE_FILE}{end}" for end in ("", *BESIDE)]
    return b"".join(file.read_bytes() for file in files if file.exists()).lower()


def _indexed(folder: Path) -> list[str]:
    """Give the parts of the word that are left in the search indexes."""
    connection = raw(folder, _NO_KEY)
    left: list[str] = []
    for index in ("search_gram", "search_head"):
        connection.execute(f"CREATE VIRTUAL TABLE temp.v USING fts5vocab(main, {index}, row)")
        left += [str(term) for (term,) in connection.execute("SELECT term FROM v").fetchall()]
        connection.execute("DROP TABLE temp.v")
    connection.close()
    return [term for term in left if term.startswith("q") or "xz" in term]


def _fill(store: SqlStore, scribe: Scribe) -> tuple[InboxRow, CaseRow]:
    """Write many ordinary rows, and one person among them."""
    others = [
        InboxRow(message=scribe.new_id(), received_at=Instant(at), name=f"Anna Ek {at}")
        for at in range(300)
    ]
    message = InboxRow(
        message=scribe.new_id(), received_at=Instant(9), name=f"Bo {_WORD}", number=_NUMBER
    )
    case = CaseRow(case=scribe.new_id(), name=f"Bo {_WORD}", number=_NUMBER)
    with store.writing() as act:
        act.put_inbox_rows([*others[:150], message, *others[150:]])
        act.put_case_rows([CaseRow(case=scribe.new_id(), name="Anna Ek"), case])
        scribe.append(act, [(scribe.subject(), hired(f"Bo {_WORD}"))])
        act.put_original(Original("ab", _WORD.encode() * 900, f"{_WORD}.json"))
    store.keep_draft(_STAFF, "case:1", "note", f"ringde {_WORD}")
    return message, case


def test_nothing_of_a_person_is_left_once_it_is_taken_away(tmp_path: Path) -> None:
    """After erasure neither name, number, draft, message nor search word is in the file."""
    make_store_file(tmp_path, KEYS, _NO_KEY, IDENTITY)
    store, scribe = SqlStore(tmp_path, _NO_KEY), Scribe()
    message, case = _fill(store, scribe)
    before = _bytes_of(tmp_path)
    assert _WORD.lower().encode() in before
    assert _NUMBER.value.encode() in before
    assert "qxz" in _indexed(tmp_path)

    bare = InboxRow(message=message.message, received_at=Instant(9), name="Anna Ek")
    with store.writing() as act:
        act.put_inbox_rows([bare])
        act.put_case_rows([CaseRow(case=case.case, name="Anna Ek")])
    store.keep_draft(_STAFF, "case:1", "note", "")
    store.close()
    connection = raw(tmp_path, _NO_KEY)
    connection.execute("DELETE FROM body")
    connection.execute("DELETE FROM original")
    connection.close()

    after = _bytes_of(tmp_path)
    assert _WORD.lower().encode() not in after
    assert _WORD.lower().encode()[:3] not in after
    assert _NUMBER.value.encode() not in after
    assert _indexed(tmp_path) == []


def test_a_done_message_leaves_the_lists_index(tmp_path: Path) -> None:
    """The filter of the list holds only what stands in the list."""
    make_store_file(tmp_path, KEYS, _NO_KEY, IDENTITY)
    store = SqlStore(tmp_path, _NO_KEY)
    message = InboxRow(message=_STAFF, received_at=Instant(9), name=_WORD)
    with store.writing() as act:
        act.put_inbox_rows([message])
    assert _indexed(tmp_path) != []

    done = InboxRow(
        message=_STAFF,
        received_at=Instant(9),
        name=_WORD,
        stage=MessageStage.DONE,
        done_at=Instant(10),
    )
    with store.writing() as act:
        act.put_inbox_rows([done])
    store.close()

    assert _indexed(tmp_path) == []


def test_dropped_rows_leave_no_words(tmp_path: Path) -> None:
    """Building the lists anew leaves nothing of the old ones in the file."""
    make_store_file(tmp_path, KEYS, _NO_KEY, IDENTITY)
    store = SqlStore(tmp_path, _NO_KEY)
    with store.writing() as act:
        act.put_case_rows([CaseRow(case=_STAFF, name=_WORD, number=_NUMBER)])
        act.drop_rows()
    store.close()

    after = _bytes_of(tmp_path)
    assert _WORD.lower().encode() not in after
    assert _NUMBER.value.encode() not in after
    assert _indexed(tmp_path) == []
