"""The messages room: originals from outside become notices, notices become our own FHIR carrier."""

from kontaktpunkt.messages.legible import legible
from kontaktpunkt.messages.pasted.understanding import read_pasted
from kontaktpunkt.messages.reading import read
from kontaktpunkt.messages.writing.bundle import write

__all__ = ["legible", "read", "read_pasted", "write"]
