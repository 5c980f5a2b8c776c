"""The tables of what stays on this desk: drafts and remembered choices."""

from sqlalchemy import Column, LargeBinary, String, Table

from kontaktpunkt.storage.tables import METADATA

draft = Table(
    "draft",
    METADATA,
    Column("staff", LargeBinary, primary_key=True),
    Column("subject", String, primary_key=True),
    Column("field", String, primary_key=True),
    Column("text", String, nullable=False),
)

preference = Table(
    "preference",
    METADATA,
    Column("owner", String, primary_key=True),
    Column("key", String, primary_key=True),
    Column("value", String, nullable=False),
)
