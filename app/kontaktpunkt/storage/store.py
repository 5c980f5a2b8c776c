"""The encrypted store as the use cases know it: reading, writing, drafts, remembered choices."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from kontaktpunkt.storage.anchors import Anchors
from kontaktpunkt.storage.connection import STORE_FILE
from kontaktpunkt.storage.engine import WAIT_SECONDS, reading_engine, writing_engine
from kontaktpunkt.storage.failures import translated
from kontaktpunkt.storage.ledger.links import LinkReader, LinkWriter
from kontaktpunkt.storage.ledger.reader import LedgerReader
from kontaktpunkt.storage.ledger.writer import LedgerWriter
from kontaktpunkt.storage.rows.digest import DigestReader
from kontaktpunkt.storage.rows.inbox import InboxReader
from kontaktpunkt.storage.rows.listed import ListedReader, ListedWriter
from kontaktpunkt.storage.rows.reader import RowReader
from kontaktpunkt.storage.rows.search import SearchReader
from kontaktpunkt.storage.rows.writer import RowWriter
from kontaktpunkt.storage.tables.desk import draft, preference


class _View(
    LedgerReader, LinkReader, InboxReader, RowReader, ListedReader, SearchReader, DigestReader
):
    """One reading transaction: ledger and rows of the same moment."""


class _Act(LedgerWriter, LinkWriter, RowWriter, ListedWriter, _View):
    """One writing transaction: all of it is durable when the block ends, or nothing is."""


class SqlStore:
    """The store in a folder, open under its key; may be used from several threads.

    All writing goes through one connection: a thread waits for another's transaction to end, and
    to open one inside another (drafts too) would wait for itself, until Unavailable(IN_USE).
    """

    def __init__(self, folder: Path, key: bytes, wait_seconds: float = WAIT_SECONDS) -> None:
        self.folder = folder
        self._readers = reading_engine(folder / STORE_FILE, key)
        self._writer = writing_engine(folder / STORE_FILE, key, wait_seconds)
        self._anchors = Anchors()

    def close(self) -> None:
        """Close all connections; the last one to close folds the write-ahead log into the file."""
        with translated():
            self._readers.dispose()
            self._writer.dispose()

    @contextmanager
    def reading(self) -> Generator[_View]:
        """Open one reading transaction."""
        with translated(), self._readers.connect() as connection, connection.begin():
            yield _View(connection, self._anchors)

    @contextmanager
    def writing(self) -> Generator[_Act]:
        """Open one writing transaction; raises Unavailable when the disk or the key says no."""
        with translated(), self._writer.begin() as connection:
            yield _Act(connection)

    def change_mark(self) -> int:
        """Give a number that differs when another process has written (PRAGMA data_version).

        It is asked on the writing connection, so this store's own acts leave it alone; not to be
        asked inside one.
        """
        with translated(), self._writer.connect() as connection:
            return int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())

    def signing_key(self) -> bytes:
        """Give the 32 private bytes that this workstation signs with (Ed25519)."""
        with self.reading() as view:
            return view.meta("signing_key")

    def draft(self, staff: UUID, subject: str, field: str) -> str:
        """Give what was typed ('' when nothing)."""
        query = select(draft.c.text).where(
            draft.c.staff == staff.bytes, draft.c.subject == subject, draft.c.field == field
        )
        with self._asking() as connection:
            return connection.execute(query).scalar() or ""

    def keep_draft(self, staff: UUID, subject: str, field: str, text: str) -> None:
        """Keep what was typed; an empty text forgets it."""
        new = insert(draft).values(staff=staff.bytes, subject=subject, field=field, text=text)
        kept = new.on_conflict_do_update(
            index_elements=[draft.c.staff, draft.c.subject, draft.c.field], set_={"text": text}
        )
        gone = delete(draft).where(
            draft.c.staff == staff.bytes, draft.c.subject == subject, draft.c.field == field
        )
        with translated(), self._writer.begin() as connection:
            connection.execute(kept if text else gone)

    def drafts_of(self, subject: str) -> list[tuple[UUID, str]]:
        """Say who has drafts on a subject: (staff, field)."""
        query = select(draft.c.staff, draft.c.field).where(draft.c.subject == subject)
        with self._asking() as connection:
            found = connection.execute(query.order_by(draft.c.staff, draft.c.field))
            return [(UUID(bytes=staff), field) for staff, field in found]

    def preference(self, owner: str, key: str) -> str:
        """Give a remembered value ('' when none)."""
        query = select(preference.c.value).where(
            preference.c.owner == owner, preference.c.key == key
        )
        with self._asking() as connection:
            return connection.execute(query).scalar() or ""

    def keep_preference(self, owner: str, key: str, value: str) -> None:
        """Remember a value."""
        new = insert(preference).values(owner=owner, key=key, value=value)
        kept = new.on_conflict_do_update(
            index_elements=[preference.c.owner, preference.c.key], set_={"value": value}
        )
        with translated(), self._writer.begin() as connection:
            connection.execute(kept)

    @contextmanager
    def _asking(self) -> Generator[Connection]:
        with translated(), self._readers.connect() as connection, connection.begin():
            yield connection
