"""The tables of rows per screen: columns to find and order by, and the row itself as JSON."""

from sqlalchemy import Column, Integer, LargeBinary, String, Table

from kontaktpunkt.storage.tables import METADATA

inbox_row = Table(
    "inbox_row",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("message", LargeBinary, nullable=False),
    Column("is_open", Integer, nullable=False),
    Column("is_untaken", Integer, nullable=False),
    Column("is_waiting", Integer, nullable=False),
    Column("is_set_aside", Integer, nullable=False),
    Column("holder", LargeBinary),
    Column("desk_unit", String, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("due_key", Integer, nullable=False),
    Column("received_at", Integer, nullable=False),
    Column("done_at", Integer),
    Column("row", LargeBinary, nullable=False),
)

case_row = Table(
    "case_row",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("case_id", LargeBinary, nullable=False),
    Column("person", LargeBinary),
    Column("is_open", Integer, nullable=False),
    Column("in_hospital", Integer, nullable=False),
    Column("admitted_at", Integer),
    Column("opened_at", Integer, nullable=False),
    Column("row", LargeBinary, nullable=False),
)

sheet_row = Table(
    "sheet_row",
    METADATA,
    Column("sheet", LargeBinary, primary_key=True),
    Column("case_id", LargeBinary),
    Column("workstation", Integer),
    Column("serial", Integer),
    Column("issued_at", Integer, nullable=False),
    Column("row", LargeBinary, nullable=False),
)
