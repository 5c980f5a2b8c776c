"""The ärendeöversikt of the region's system: text or a file in, a line for each person out."""

from kontaktpunkt.messages.overview.original import read_overview_file, text_of
from kontaktpunkt.messages.overview.reading import read_overview

__all__ = ["read_overview", "read_overview_file", "text_of"]
