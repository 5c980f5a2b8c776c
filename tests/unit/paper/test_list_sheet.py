"""Tests of lists on paper, such as today's."""

from io import BytesIO

import pikepdf
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec import structs

from kontaktpunkt.domain.paper.printout import ListColumn, ListDocument, ListGroup
from kontaktpunkt.paper import page_count, page_image, render_list
from unit.paper.copies import FOOT
from unit.paper.reading import MARGIN, fonts, signs, spoken, text, texts, tree, walk

COLUMNS = (
    ListColumn(label="Person", weight=5),
    ListColumn(label="Född", weight=3),
    ListColumn(label="Sjukhus, avdelning", weight=5),
    ListColumn(label="Beräknad utskrivning", weight=3),
    ListColumn(label="Att göra", weight=6, write_in=True),
)
SHRED = "Arbetsmaterial. Förstörs i sekretesskärl efter arbetspasset."


def _row(at: int) -> tuple[str, ...]:
    ward = "Skaraborgs sjukhus Lidköping, medicinavdelning 3" if at % 3 else "SÄS avd 2"
    return (f"Efternamn{at:03d}x, Åsa", "1940-01-01", ward, "fre 27 mars")


def _list(count: int, *, landscape: bool = True) -> ListDocument:
    rows = tuple(_row(at) for at in range(count))
    groups = (
        ListGroup(title="Utskrivningsklara", rows=rows[: count // 4]),
        ListGroup(title="Planeras", rows=rows[count // 4 :]),
    )
    return ListDocument(
        title="Personer på sjukhus",
        subtitle="tisdag 24 mars 2026",
        columns=COLUMNS,
        groups=groups,
        foot=FOOT,
        shred_note=SHRED,
        landscape=landscape,
    )


@pytest.mark.parametrize("landscape", [True, False])
def test_everybody_stands_on_the_list_once(*, landscape: bool) -> None:
    """All 45 persons are there, each once, in order, on upright paper as on lying."""
    read = text(render_list(_list(45, landscape=landscape)))

    places = [read.index(f"Efternamn{at:03d}x") for at in range(45)]
    assert places == sorted(places)
    assert all(read.count(f"Efternamn{at:03d}x") == 1 for at in range(45))


def test_every_page_has_its_head_and_foot() -> None:
    """Each page tells its columns, its group, its number and what becomes of the paper."""
    pages = texts(render_list(_list(45)))

    assert len(pages) > 1
    for at, page in enumerate(pages, start=1):
        assert "Person Född Sjukhus" in page
        assert f"sida {at} av {len(pages)}" in page
        assert SHRED in page
    assert all("Planeras, fortsättning" in page for page in pages[1:])


@pytest.mark.property
@example(count=15, landscape=True)  # two lines alone, if nothing were done about it
@given(count=st.integers(0, 90), landscape=st.booleans())
def test_no_list_ends_with_a_stray_line(*, count: int, landscape: bool) -> None:
    """However many persons, the last page is never a line or two alone."""
    made = render_list(_list(count, landscape=landscape))

    last = texts(made)[-1].count("Efternamn")
    assert page_count(made) == 1 or last >= 3


def test_words_are_not_cut_where_columns_can_give_way() -> None:
    """A date or a ward stays readable: narrow columns take width from roomy ones."""
    made = render_list(_list(20))

    assert "1940-01-01" in text(made)
    assert "Beräknad utskrivning" in text(made)
    assert "medicinavdelning 3" in text(made)


def test_nothing_of_a_list_stands_outside_the_margins() -> None:
    """Every sign keeps 20 mm from the edge of the lying paper."""
    for sign in signs(render_list(_list(45))):
        assert sign.left >= MARGIN - 1
        assert sign.right <= 841.9 - MARGIN + 1


def test_an_empty_list_says_that_it_is_empty() -> None:
    """Nobody has to wonder whether the printer forgot something."""
    assert "Utskrivningsklara: inga" in text(render_list(_list(0)))
    assert "Inga rader." in text(render_list(structs.replace(_list(0), groups=())))


def test_a_demo_list_says_so_on_each_page() -> None:
    """No list of invented persons can be taken for a real one."""
    made = render_list(structs.replace(_list(45), foot=structs.replace(FOOT, demo=True)))

    assert all("DEMO – inga riktiga personer" in page for page in texts(made))


LARGE = 24.0
"""Height in points above which a letter is one of the words across a list."""


def test_words_stand_across_every_page_of_an_old_list() -> None:
    """Who holds any page of it sees that it is old; read aloud, the words disturb no row."""
    words = "GAMMAL LISTA: kontrollera numret"
    made = render_list(structs.replace(_list(45), across=words))

    assert page_count(made) > 1
    drawn = [_letters_larger_than(made, page, LARGE) for page in range(page_count(made))]
    assert drawn == [sorted("".join(words.replace(":", "").split()))] * page_count(made)
    assert not any("GAMMAL" in said for said in spoken(made))
    assert _but_the_foot(made) == _but_the_foot(render_list(_list(45)))


def _but_the_foot(pdf: bytes) -> list[str]:
    """Give what is read aloud but the foot: the bands take room, so the pages may be more."""
    return [said for said in spoken(pdf) if not said.startswith("Skriven på papper")]


def _letters_larger_than(pdf: bytes, page: int, height: float) -> list[str]:
    return sorted(sign.sign for sign in signs(pdf, page) if sign.top - sign.bottom > height)


def test_what_stands_across_a_list_hides_no_number() -> None:
    """The words stand above and below the rows: no letter of them touches a number, by fax too."""
    made = render_list(structs.replace(_list(45), across="GAMMAL LISTA: kontrollera numret"))

    for page in range(page_count(made)):
        found = signs(made, page)
        large = [one for one in found if one.top - one.bottom > LARGE]
        small = [one for one in found if one.top - one.bottom <= LARGE]
        assert large
        assert not any(
            one.bottom < other.top and other.bottom < one.top for one in large for other in small
        )


def test_a_marked_row_is_framed_and_says_the_same() -> None:
    """Which of the numbers is old is seen at an arm's length; read aloud it is as any other."""
    plain = _list(4)
    group = structs.replace(plain.groups[0], marked=(0,))
    marked = structs.replace(plain, groups=(group, *plain.groups[1:]))

    made, other = render_list(marked), render_list(plain)

    assert spoken(made) == spoken(other)
    black = [sum(shade < 90 for shade in page_image(one, 0, 100).rgb) for one in (made, other)]
    assert black[0] > black[1] + 3000


def test_a_list_is_a_table_for_those_who_listen() -> None:
    """A screen reader gets one table with heads and rows, and all typefaces are embedded."""
    with pikepdf.open(BytesIO(render_list(_list(45)))) as pdf:
        assert pdf.check_pdf_syntax() == []
        roles = [node.role for node in walk(tree(pdf))]
        assert roles.count("/Table") == 1
        assert roles.count("/TH") == len(COLUMNS)
        assert roles.count("/TR") == 1 + 2 + 45
        assert all("/FontFile2" in font.FontDescriptor for font in fonts(pdf))


def test_the_same_list_is_the_same_bytes() -> None:
    """Made twice, the same list is the same file."""
    assert render_list(_list(45)) == render_list(_list(45))
