"""Gives one digest over everything derived, to hold stored rows against rebuilt ones."""

import hashlib
from typing import Final

from kontaktpunkt.storage.transaction import InTransaction

# Each in an order of its own that does not depend on when a row was written; ids stay out.
_QUERIES: Final = (
    "SELECT row FROM inbox_row ORDER BY message",
    """SELECT view, key, rows FROM inbox_tally
        WHERE rows <> 0 AND view <> 'state' ORDER BY view, key""",
    "SELECT row FROM case_row ORDER BY case_id",
    "SELECT row FROM staff_row ORDER BY staff",
    "SELECT row FROM sheet_row ORDER BY sheet",
    "SELECT kind, id, is_open, at, row FROM listed_row ORDER BY kind, id",
    "SELECT message, case_id, person FROM message_link ORDER BY message",
    "SELECT case_id, person FROM case_link ORDER BY case_id",
    "SELECT stay_id, case_id FROM stay_link ORDER BY stay_id, case_id",
    "SELECT kind, value, issuer, person FROM number_link ORDER BY kind, value, issuer, person",
    """SELECT message, grams, loose, heads FROM inbox_row
        JOIN search_doc ON search_doc.id = -inbox_row.id ORDER BY message""",
    """SELECT case_id, grams, loose, heads FROM case_row
        JOIN search_doc USING (id) ORDER BY case_id""",
)


class DigestReader(InTransaction):
    """Compares stored with rebuilt."""

    def row_digest(self) -> bytes:
        """Give a SHA-256 over all rows, links, tallies and search documents."""
        digest = hashlib.sha256()
        for query in _QUERIES:
            digest.update(query.encode())
            cursor = self._run(query)
            while (row := cursor.fetchone()) is not None:
                for value in row:
                    part = value if isinstance(value, bytes) else repr(value).encode()
                    digest.update(len(part).to_bytes(8, "big"))
                    digest.update(part)
        return digest.digest()
