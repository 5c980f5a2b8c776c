"""The tables of the store, for SQLAlchemy Core; a test holds them equal to the migrations."""

from sqlalchemy import MetaData

METADATA = MetaData()
