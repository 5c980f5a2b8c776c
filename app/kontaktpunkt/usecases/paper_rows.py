"""What screens get of numbered papers: where each stands in the file that is printed."""

from uuid import UUID

from msgspec import Struct


class PlacedSheet(Struct, frozen=True, kw_only=True):
    """A numbered paper in a PDF: which, and on which pages it stands, counted from 0.

    `number` is as stored, nine digits, of an exercise ten.
    """

    sheet: UUID
    number: str
    first_page: int
    pages: int
