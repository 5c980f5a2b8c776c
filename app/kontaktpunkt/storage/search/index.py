"""Keeps the search documents beside the rows, and both full-text indexes equal to them."""

from collections.abc import Mapping, Sequence

from kontaktpunkt.storage.search.document import Document
from kontaktpunkt.storage.transaction import InTransaction, as_number


class SearchWriter(InTransaction):
    """Writes search documents; an unchanged one is left alone, for deleting words is slow."""

    def _put_documents(self, documents: Mapping[int, Document]) -> None:
        """Write documents by id, replacing earlier ones; an empty one is not kept."""
        before = self._documents(list(documents))
        changed = {id_: new for id_, new in documents.items() if before.get(id_, Document()) != new}
        self._forget([(id_, before[id_]) for id_ in changed if id_ in before])
        rows = [(id_, *new) for id_, new in changed.items() if any(new)]
        self._run_many("INSERT INTO search_doc (id, grams, loose, heads) VALUES (?, ?, ?, ?)", rows)
        self._run_many(
            "INSERT INTO search_gram (rowid, grams, loose) VALUES (?, ?, ?)",
            [(id_, grams, loose) for id_, grams, loose, _ in rows],
        )
        self._run_many(
            "INSERT INTO search_head (rowid, heads) VALUES (?, ?)",
            [(id_, heads) for id_, _, _, heads in rows if heads],
        )

    def _documents(self, ids: Sequence[int]) -> dict[int, Document]:
        found = self._find("SELECT id, grams, loose, heads FROM search_doc WHERE id IN", ids)
        return {as_number(row[0]): Document(*map(str, row[1:])) for row in found}

    def _forget(self, documents: Sequence[tuple[int, Document]]) -> None:
        """Take documents out of the indexes; FTS5 must be told the very words to take out."""
        self._run_many(
            "INSERT INTO search_gram (search_gram, rowid, grams, loose) VALUES ('delete', ?, ?, ?)",
            [(id_, old.grams, old.loose) for id_, old in documents],
        )
        self._run_many(
            "INSERT INTO search_head (search_head, rowid, heads) VALUES ('delete', ?, ?)",
            [(id_, old.heads) for id_, old in documents if old.heads],
        )
        self._run_many("DELETE FROM search_doc WHERE id = ?", [(id_,) for id_, _ in documents])

    def _drop_search(self) -> None:
        """Throw the whole index away."""
        self._run("INSERT INTO search_gram (search_gram) VALUES ('delete-all')")
        self._run("INSERT INTO search_head (search_head) VALUES ('delete-all')")
        self._run("DELETE FROM search_doc")
