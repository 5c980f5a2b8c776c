"""Keeps the search documents beside the rows, and both full-text indexes equal to them."""

from collections.abc import Mapping, Sequence

from sqlalchemy import delete, select

from kontaktpunkt.storage.search.document import Document
from kontaktpunkt.storage.tables.rows import search_doc
from kontaktpunkt.storage.transaction import InTransaction

_AT_A_TIME = 500


class SearchWriter(InTransaction):
    """Writes search documents; an unchanged one is left alone, for deleting words is slow."""

    def _put_documents(self, documents: Mapping[int, Document]) -> None:
        """Write documents by id, replacing earlier ones; an empty one is not kept."""
        before = self._documents(list(documents))
        changed = {id_: new for id_, new in documents.items() if before.get(id_) != new}
        self._forget([(id_, before[id_]) for id_ in changed if id_ in before])
        rows = [(id_, *new) for id_, new in changed.items() if any(new)]
        self._run_many("INSERT INTO search_doc (id, words, loose, grams) VALUES (?, ?, ?, ?)", rows)
        self._run_many(
            "INSERT INTO search_word (rowid, words, loose) VALUES (?, ?, ?)",
            [(id_, words, loose) for id_, words, loose, _ in rows if words],
        )
        self._run_many(
            "INSERT INTO search_gram (rowid, grams) VALUES (?, ?)",
            [(id_, grams) for id_, _, _, grams in rows if grams],
        )

    def _documents(self, ids: Sequence[int]) -> dict[int, Document]:
        found: dict[int, Document] = {}
        doc = search_doc.c
        for start in range(0, len(ids), _AT_A_TIME):
            query = select(doc.id, doc.words, doc.loose, doc.grams).where(
                doc.id.in_(ids[start : start + _AT_A_TIME])
            )
            for id_, words, loose, grams in self._connection.execute(query):
                found[id_] = Document(words, loose, grams)
        return found

    def _forget(self, documents: Sequence[tuple[int, Document]]) -> None:
        """Take documents out of the indexes; FTS5 must be told the very words to take out."""
        self._run_many(
            "INSERT INTO search_word (search_word, rowid, words, loose) VALUES ('delete', ?, ?, ?)",
            [(id_, old.words, old.loose) for id_, old in documents if old.words],
        )
        self._run_many(
            "INSERT INTO search_gram (search_gram, rowid, grams) VALUES ('delete', ?, ?)",
            [(id_, old.grams) for id_, old in documents if old.grams],
        )
        ids = [id_ for id_, _ in documents]
        for start in range(0, len(ids), _AT_A_TIME):
            some = ids[start : start + _AT_A_TIME]
            self._connection.execute(delete(search_doc).where(search_doc.c.id.in_(some)))

    def _drop_search(self) -> None:
        """Throw the whole index away."""
        run = self._connection.exec_driver_sql
        run("INSERT INTO search_word (search_word) VALUES ('delete-all')")
        run("INSERT INTO search_gram (search_gram) VALUES ('delete-all')")
        run("DELETE FROM search_doc")
