"""Tests of the recovery sheet, which is all that is left when a computer is gone."""

from io import BytesIO

import pikepdf

from kontaktpunkt.domain.paper.printout import RecoverySheet
from kontaktpunkt.paper import page_count, render_recovery_sheet
from unit.paper.reading import code, fonts, text

KEY = ("K7QX", "4M2P", "9TVA", "HH3C", "ZB5W", "8DNR", "6FEJ", "Y2SL", "3UGK")
ID_KEY = ("QQ7X", "4M2P", "9TVA", "HH3C", "ZB5W", "8DNR", "6FEJ", "Y2SL", "3UGK")
SHEET = RecoverySheet(
    municipality="Lidköpings kommun",
    store_name="Kontaktpunkten",
    key_groups=KEY,
    id_key_groups=ID_KEY,
    made_at="2026-03-24 08:40",
    made_by="A. Berg",
    instructions=("Välj Återställ.", "Läs av nyckeln."),
)


def test_both_keys_stand_in_groups_in_order() -> None:
    """The keys can be read aloud group by group, each with its count."""
    read = text(render_recovery_sheet(SHEET))

    said = " ".join(f"{at} {group}" for at, group in enumerate(KEY, start=1))
    assert said in read
    assert read.index(KEY[-1]) < read.index(ID_KEY[0])
    assert "Lidköpings kommun · Kontaktpunkten" in read
    assert "1. Välj Återställ." in read


def test_both_keys_can_be_read_as_codes() -> None:
    """A camera reads both keys without typing."""
    assert sorted(code(render_recovery_sheet(SHEET), 150)) == ["".join(KEY), "".join(ID_KEY)]


def test_the_sheet_is_one_sound_page() -> None:
    """One page to lock away; all typefaces embedded; the same bytes; no key in its title."""
    made = render_recovery_sheet(SHEET)

    assert page_count(made) == 1
    assert render_recovery_sheet(SHEET) == made
    with pikepdf.open(BytesIO(made)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert all("/FontFile2" in font.FontDescriptor for font in fonts(pdf))
        assert KEY[0] not in str(pdf.docinfo)
