"""Paper that can be read by a test: the bytes are the values that would have been drawn."""

from collections.abc import Sequence

from kontaktpunkt.domain.paper.form import FormDefinition
from kontaktpunkt.domain.paper.printout import (
    BoundPapers,
    FormCopies,
    ListDocument,
    PacketPart,
    PageImage,
    RecoverySheet,
    SheetValues,
)
from kontaktpunkt.domain.paper.sections import SectionDocument


class PaperInMemory:
    """Gives what would stand on the paper as plain text."""

    def form(self, definition: FormDefinition, sheets: Sequence[SheetValues]) -> bytes:
        """Give the values of each sheet."""
        return f"{definition.number} {sheets!r}".encode()

    def fillable(self, definition: FormDefinition, sheet: SheetValues) -> bytes:
        """Give the values of the sheet, to be filled in."""
        return b"fillable " + self.form(definition, (sheet,))

    def listing(self, document: ListDocument) -> bytes:
        """Give the list's texts."""
        return repr(document).encode()

    def sections(self, document: SectionDocument) -> bytes:
        """Give the texts of the sections."""
        return repr(document).encode()

    def recovery_sheet(self, sheet: RecoverySheet) -> bytes:
        """Give the sheet's texts."""
        return repr(sheet).encode()

    def packet(self, parts: Sequence[PacketPart], title: str, name: str) -> BoundPapers:
        """Give the texts of all parts; each list and each copy is a page."""
        papers = [
            one
            for part in parts
            for one in ([part] if isinstance(part, ListDocument) else _copies(part))
        ]
        said = [f"{name}, blad {nth} av {len(papers)}" for nth in range(1, len(papers) + 1)]
        whole = "\n".join(f"{one!r}\n{blad}" for one, blad in zip(papers, said, strict=True))
        return BoundPapers(pdf=f"{title}\n{whole}".encode(), pages=(1,) * len(papers))

    def bound(self, parts: Sequence[bytes], name: str = "") -> tuple[bytes, int]:
        """Give the parts one after the other; each is a page, numbered where the whole is named."""
        said = [f"\n{name}, blad {nth} av {len(parts)}" for nth in range(1, len(parts) + 1)]
        whole = [part + (said[at].encode() if name else b"") for at, part in enumerate(parts)]
        return b"\n".join(whole), len(parts)

    def page_sizes(self, pdf: bytes) -> Sequence[tuple[float, float]]:
        """Give one page of one inch."""
        return [(1.0, len(pdf) * 0 + 1.0)]

    def page_image(self, pdf: bytes, page: int, dpi: int) -> PageImage:
        """Give a page of one white point."""
        return PageImage(1, 1, bytes([255] * 3), (dpi + page + len(pdf)) * 0 + 3)


def _copies(part: FormCopies) -> list[tuple[str, SheetValues]]:
    return [(part.form.number, sheet) for sheet in part.sheets]
