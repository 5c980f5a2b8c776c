"""Papers bound into one file: every page is there, in order, and the same packet is the same."""

import hashlib
from io import BytesIO

import pikepdf
from pypdfium2 import PdfDocument

from kontaktpunkt.domain.paper.printout import ListColumn, ListDocument, ListGroup, PrintFoot
from kontaktpunkt.paper import bind, page_count, render_list

_FOOT = PrintFoot(printed_at="2026-03-20 15:00", printed_by="Anna", demo=True)


def _list(title: str, rows: int) -> bytes:
    return render_list(
        ListDocument(
            title=title,
            columns=(ListColumn(label="Rad", weight=1),),
            groups=(ListGroup(rows=tuple((f"{title} {row}",) for row in range(rows))),),
            foot=_FOOT,
        )
    )


def _words(pdf: bytes) -> list[str]:
    with PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def test_every_page_of_every_part_is_there_in_order() -> None:
    """A long list keeps all its pages; each page still says which it is of its own list."""
    parts = [_list("Först", 3), _list("Lång", 90), _list("Sist", 1)]

    bound, pages = bind(parts)

    said = _words(bound)
    assert pages == len(said) == sum(page_count(part) for part in parts)
    assert "Först 2" in said[0]
    assert "Lång 0" in said[1]
    assert "Sist 0" in said[-1]
    assert f"sida {pages - 2} av {pages - 2}" in said[-2]


def test_the_same_packet_is_the_same_bytes() -> None:
    """So its fingerprint in the ledger can be held against the file that was saved."""
    parts = [_list("A", 3), _list("B", 3)]

    one, other = bind(parts)[0], bind(parts)[0]

    assert hashlib.sha256(one).digest() == hashlib.sha256(other).digest()
    assert bind([parts[0]])[0] != one


def test_another_reader_opens_it_too() -> None:
    """The file is whole to a reader that is not the one that bound it."""
    bound, pages = bind([_list("A", 3), _list("B", 60)])

    with pikepdf.open(BytesIO(bound)) as document:
        assert len(document.pages) == pages


def test_each_sheet_says_which_it_is_of_the_whole() -> None:
    """A sheet that fell out is missed, and the same papers give the same bytes."""
    parts = [_list("A", 3), _list("B", 60)]
    bound, pages = bind(parts, "Tillägg 1")

    with PdfDocument(bound) as whole:
        said = [whole[nth].get_textpage().get_text_bounded() for nth in range(pages)]
    assert pages > 2
    for nth, words in enumerate(said, start=1):
        assert f"Tillägg 1, blad {nth} av {pages}" in words
        assert "sida 1 av" in words or nth > 1
    assert bind(parts, "Tillägg 1")[0] == bound
    assert b"(D:20260320150000" in bound
