"""The tables of the ledger: what happened, its detachable bodies, signatures and originals."""

from sqlalchemy import Column, Integer, LargeBinary, String, Table

from kontaktpunkt.storage.tables import METADATA

event = Table(
    "event",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("origin", Integer, nullable=False),
    Column("origin_no", Integer, nullable=False),
    Column("event_id", LargeBinary, nullable=False),
    Column("act_id", LargeBinary, nullable=False),
    Column("stream", String, nullable=False),
    Column("subject_kind", String, nullable=False),
    Column("subject_id", LargeBinary, nullable=False),
    Column("by_staff", LargeBinary),
    Column("envelope", LargeBinary, nullable=False),
)

body = Table(
    "body",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("salt", LargeBinary, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

act = Table(
    "act",
    METADATA,
    Column("act_id", LargeBinary, primary_key=True),
    Column("signature", LargeBinary, nullable=False),
)

placed = Table(
    "placed",
    METADATA,
    Column("stream", String, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("chain", LargeBinary, nullable=False),
)

own_origin = Table(
    "own_origin",
    METADATA,
    Column("origin", Integer, primary_key=True),
    Column("public_key", LargeBinary, nullable=False),
    Column("after_seq", Integer, nullable=False),
)

original = Table(
    "original",
    METADATA,
    Column("sha256", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

meta = Table(
    "meta",
    METADATA,
    Column("key", String, primary_key=True),
    Column("value", LargeBinary, nullable=False),
)
