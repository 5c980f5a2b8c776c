"""The messages room: originals from outside become notices, notices become our own FHIR carrier."""

from kontaktpunkt.messages.reading import read
from kontaktpunkt.messages.writing.bundle import write

__all__ = ["read", "write"]
