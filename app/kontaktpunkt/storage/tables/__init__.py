"""The tables that are asked through SQLAlchemy Core; a test holds them equal to the migrations."""

from sqlalchemy import MetaData

METADATA = MetaData()
