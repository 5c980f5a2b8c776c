"""The second shape: small subjects listed as they stand, and open cases found among closed ones."""

from typing import Final

STATEMENTS: Final = (
    """CREATE TABLE listed_row (
        kind TEXT NOT NULL, id BLOB NOT NULL, is_open INTEGER NOT NULL, at INTEGER NOT NULL,
        row BLOB NOT NULL, PRIMARY KEY (kind, id)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX listed_at ON listed_row (kind, at, id)",
    "CREATE INDEX listed_open ON listed_row (kind, at, id) WHERE is_open = 1",
    "CREATE INDEX case_open ON case_row (case_id) WHERE is_open = 1",
)
