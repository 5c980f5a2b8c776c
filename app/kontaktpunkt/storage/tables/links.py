"""The tables of what hangs together: message, case, person, stay id, person number."""

from sqlalchemy import Column, LargeBinary, String, Table

from kontaktpunkt.storage.tables import METADATA

message_link = Table(
    "message_link",
    METADATA,
    Column("message", LargeBinary, primary_key=True),
    Column("case_id", LargeBinary),
    Column("person", LargeBinary),
)

case_link = Table(
    "case_link",
    METADATA,
    Column("case_id", LargeBinary, primary_key=True),
    Column("person", LargeBinary),
)

stay_link = Table(
    "stay_link",
    METADATA,
    Column("stay_id", String, primary_key=True),
    Column("case_id", LargeBinary, primary_key=True),
)

number_link = Table(
    "number_link",
    METADATA,
    Column("kind", String, primary_key=True),
    Column("value", String, primary_key=True),
    Column("issuer", String, primary_key=True),
    Column("person", LargeBinary, primary_key=True),
)
