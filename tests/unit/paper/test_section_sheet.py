"""Tests of papers made of sections, such as the protocol of a stop."""

from io import BytesIO

import pikepdf
import pytest
from msgspec import structs

from kontaktpunkt.domain.paper.printout import ListColumn
from kontaktpunkt.domain.paper.sections import Section, SectionDocument, SectionTable
from kontaktpunkt.paper import page_count, render_sections
from unit.paper.copies import FOOT
from unit.paper.reading import MARGIN, fonts, signs, text, texts, tree, walk

_COLUMNS = (
    ListColumn(label="Nr", weight=2),
    ListColumn(label="Läge", weight=2),
    ListColumn(label="Väg", weight=8),
)
_LONG = "08:53 utlämnad Wojciech Krzyżanowski-Żółkiewski · 11:20 ifylld Ŋáŧŧe · 12:15 klar Bo"


def _document(count: int = 60) -> SectionDocument:
    rows = tuple((f"001 {at:05d} 5", "dokumenterad", _LONG) for at in range(count))
    return SectionDocument(
        title="Protokoll: driftstopp",
        subtitle="SAMSA, 2026-03-24 07:40–11:50",
        sections=(
            Section(title="Stoppet", facts=(("Började", "2026-03-24 07:40"), ("Felanmält", ""))),
            Section(title="Utan något", table=SectionTable(columns=_COLUMNS)),
            Section(title="Ringrunda", sentences=("10 samtal: 10 inget nytt.",)),
        ),
        foot=FOOT,
        kept_note="Förvaras i pärmen.",
        sign_lines=("Underskrift", "Datum"),
        appendix=(Section(title="Varje nummer", table=SectionTable(columns=_COLUMNS, rows=rows)),),
    )


def test_a_paper_of_sections_is_read_aloud_from_top_to_bottom() -> None:
    """Heading, facts, sentences, lines to sign on, and each row of the table, each once."""
    read = text(render_sections(_document()))

    parts = ["Protokoll: driftstopp", "Stoppet", "Började 2026-03-24 07:40", "Ringrunda"]
    parts += ["10 samtal", "Underskrift", "Varje nummer", "001 00000 5", "001 00059 5"]
    places = [read.index(part) for part in parts]
    assert places == sorted(places)
    assert all(read.count(f"001 {at:05d} 5") == 1 for at in range(60))
    assert "Utan något" not in read


def test_every_page_has_its_title_head_and_foot() -> None:
    """A page that is taken out of the pile tells what it is and which."""
    pages = texts(render_sections(_document()))

    assert len(pages) > 2
    for at, page in enumerate(pages, start=1):
        assert "Protokoll: driftstopp" in page
        assert f"sida {at} av {len(pages)}" in page
    assert all("Nr Läge Väg" in page for page in pages[1:])


@pytest.mark.parametrize("exercise", [True, False])
def test_an_exercise_says_so_on_every_page(*, exercise: bool) -> None:
    """No page of a practice protocol can be taken for a real one."""
    document = structs.replace(_document(), foot=structs.replace(FOOT, exercise=exercise))

    pages = texts(render_sections(document))

    assert all(("ÖVNING" in page) is exercise for page in pages)


def test_the_same_protocol_is_the_same_file() -> None:
    """Made twice, signed once: byte for byte alike, with its typefaces and its title inside."""
    made = render_sections(_document())

    assert made == render_sections(_document())
    with pikepdf.open(BytesIO(made)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert str(pdf.docinfo["/Title"]) == "Protokoll: driftstopp"
        roles = [node.role for node in walk(tree(pdf))]
        assert roles.count("/H2") == 3
        assert roles.count("/Table") == 1
        assert roles.count("/TR") == 1 + 60
        assert all("/FontFile2" in font.FontDescriptor for font in fonts(pdf))


def test_nothing_stands_in_the_margin() -> None:
    """The longest names wrap in their cells and stay inside the body, on every page."""
    made = render_sections(_document())

    for page in range(page_count(made)):
        for sign in signs(made, page):
            assert sign.left >= MARGIN - 1
            assert sign.right <= 595.3 - MARGIN + 1
