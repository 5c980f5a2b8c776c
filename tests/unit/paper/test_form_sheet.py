"""Tests of forms on paper: what they say, what they hide, and that they fit."""

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from kontaktpunkt.domain.paper.form import fields_of
from kontaktpunkt.domain.paper.printout import SheetValues
from kontaktpunkt.domain.paper.sheet_number import make, show
from kontaktpunkt.paper import page_count, render_form
from unit.paper.copies import (
    FOOT,
    KINDS,
    LONGEST,
    NUMBER,
    ORDINARY,
    blank,
    demo,
    longest,
    ordinary,
    plan,
    protected,
    r2,
)
from unit.paper.reading import MARGIN, code, fonts, place_of, signs, text, texts, tree, walk

every_kind = pytest.mark.parametrize("kind", KINDS)
AGAIN = """
import hashlib, sys
from unit.paper.copies import longest, plan, r2
from kontaktpunkt.paper import render_form
made = render_form(r2(), [longest()]) + render_form(plan(), [longest()])
sys.stdout.write(hashlib.sha256(made).hexdigest())
"""


def test_a_form_reads_in_the_order_of_the_paper() -> None:
    """Read aloud or copied, the form goes from top to bottom, each label before its value."""
    read = text(render_form(r2(), [ordinary()]))

    places = [
        read.index(words)
        for words in (
            "R2 Inskrivningsmeddelande", show(NUMBER), "Lidköpings kommun", "Person Namn Åsa Öberg",
            "19400101-2399", "Folkbokföringsadress Storgatan 1", "Samtalet", "Den som ringde",
            "Motringt", "Sjukhus Skaraborgs", "Avdelning Medicinavdelning 3", "14:10",
            "Beräknad utskrivning, datum 2026-03-27", "gult", "går ej att inhämta", "Hos oss",
            "Hemvårdsgrupp Norra", "Mottaget av", "Anna Berg", "Övrigt", "Återfunnet i SAMSA",
            "Skriven på papper 2026-03-24 08:40 av A. Berg", "Uppgifter från 2026-03-24 08:38",
            "sida 1 av 1", "blankett R2 version 1", "dokumenterar i SAMSA",
        )
    ]  # fmt: skip
    assert places == sorted(places)


@every_kind
def test_every_label_stands_on_the_form(kind: str) -> None:
    """No field is lost, however much or little is filled in."""
    read = text(render_form(r2(), [KINDS[kind]()]))

    for field in fields_of(r2()):
        assert field.label.replace("{system}", "SAMSA") in read


@every_kind
def test_r2_is_one_page(kind: str) -> None:
    """The form never spills a line onto a second page."""
    made = render_form(r2(), [KINDS[kind]()])

    assert page_count(made) == 1
    assert "sida 1 av 1" in text(made)


@every_kind
def test_nothing_stands_outside_the_margins(kind: str) -> None:
    """Every sign keeps 20 mm from the edge of the paper, so holes and printers take nothing."""
    for sign in signs(render_form(r2(), [KINDS[kind]()])):
        assert sign.left >= MARGIN - 1, sign
        assert sign.right <= 595.3 - MARGIN + 1, sign
        assert sign.bottom >= MARGIN - 1, sign
        assert sign.top <= 841.9 - MARGIN + 1, sign


def test_long_values_stand_there_whole() -> None:
    """Long names, addresses and wards are shrunk and wrapped, never cut off."""
    read = "".join(text(render_form(r2(), [longest()])).split())

    for value in LONGEST.values():
        if isinstance(value, str) and value not in ("not_obtainable", "0510-99 88 77"):
            assert "".join(value.split()) in read


def test_the_name_always_stands_in_the_same_place() -> None:
    """The eye finds the name where it always is, on every copy of every form."""
    places = {
        place_of(render_form(form, [copy]), ORDINARY["person.name"].__str__())
        for form in (r2(), plan())
        for copy in (ordinary(), protected(), demo())
    }
    full = structs.replace(longest(), values={**LONGEST, "person.name": ORDINARY["person.name"]})

    assert places == {place_of(render_form(r2(), [full]), "Åsa Öberg")}


def test_a_protected_persons_address_and_phone_are_not_on_the_paper() -> None:
    """Where somebody with protected identity lives is nowhere in the file (OSL 22 kap. 1 §)."""
    form = r2()
    phone = structs.replace(
        fields_of(form)[2], key="person_phone", label="Telefon", source="person.phone"
    )
    person = structs.replace(form.block[0], field=(*form.block[0].field, phone))
    made = render_form(structs.replace(form, block=(person, *form.block[1:])), [protected()])

    read = text(made)
    assert "Storgatan" not in read
    assert "531 30" not in read
    assert "99 88 77" not in read
    assert "SKYDDADE PERSONUPPGIFTER" in read
    assert "Skyddade personuppgifter – adress: kontakta ansvarig" in read
    assert "Skyddade personuppgifter – telefon: kontakta ansvarig" in read
    assert "Åsa Öberg" in read


def test_an_address_in_lines_stands_on_one() -> None:
    """An address that came in lines is written in large letters with commas between."""
    lines = {**ORDINARY, "person.address": "c/o Ek\nStorgatan 1\n531 30 Lidköping"}

    made = render_form(r2(), [structs.replace(ordinary(), values=lines)])

    assert "c/o Ek, Storgatan 1, 531 30 Lidköping" in text(made)


def test_an_address_typed_by_hand_is_hidden_too() -> None:
    """It does not matter where a protected person's address comes from."""
    typed = structs.replace(protected(), values={**ORDINARY, "address": "Hemliga gatan 3"})

    assert "Hemliga" not in text(render_form(r2(), [typed]))


def test_a_blank_copy_says_only_who_we_are() -> None:
    """A blank form holds nobody's data, even when it is made from somebody's case."""
    read = text(render_form(r2(), [blank()]))

    assert "Lidköpings kommun" in read
    assert show(NUMBER) in read
    for key, value in ORDINARY.items():
        if not key.startswith(("our.", "system.")):
            assert str(value) not in read


def test_every_page_of_the_demo_says_so() -> None:
    """No page of invented persons can be taken for a real one."""
    made = render_form(plan(), [demo()])

    assert len(texts(made)) == 2
    assert all("DEMO – inga riktiga personer" in page for page in texts(made))
    assert "DEMO" not in text(render_form(plan(), [ordinary()]))


def test_a_paper_of_an_exercise_says_so_on_each_page() -> None:
    """Practice that is left in the printer is taken for nothing else; its number says so too."""
    sheet = ordinary()
    practised = structs.replace(
        sheet, number="0001000015", foot=structs.replace(sheet.foot, exercise=True)
    )

    made = render_form(plan(), [practised])

    assert all("ÖVNING – gäller inga riktiga personer" in page for page in texts(made))
    assert "Ö 001 00001 5" in text(made)
    assert "ÖVNING" not in text(render_form(plan(), [sheet]))


def test_a_preview_has_no_number() -> None:
    """What is only looked at takes no number, and says so."""
    made = render_form(r2(), [demo()])

    assert "inget nummer ännu" in text(made)
    assert code(made, 150) == []


@pytest.mark.parametrize("dpi", [300, 100])
def test_the_code_holds_the_number_alone(dpi: int) -> None:
    """A reader types just the nine digits, from paper as from a fax."""
    assert code(render_form(r2(), [ordinary()]), dpi) == [NUMBER]


@pytest.mark.property
@given(workstation=st.integers(1, 999), serial=st.integers(1, 99999))
def test_every_number_can_be_read_from_its_code(workstation: int, serial: int) -> None:
    """Whatever the number, the code can be read."""
    number = make(workstation, serial).digits

    assert code(render_form(r2(), [structs.replace(blank(), number=number)]), 100) == [number]


def test_a_later_page_says_whom_it_is_about() -> None:
    """A page that has come loose can be put back: name, number and page stand on each."""
    pages = texts(render_form(plan(), [ordinary()]))

    for at, page in enumerate(pages, start=1):
        assert "Åsa Öberg" in page
        assert "19400101-2399" in page
        assert show(NUMBER) in page
        assert f"sida {at} av 2" in page


def test_the_last_page_is_filled_with_lines_to_write_on() -> None:
    """What is left of the last page can be written on; it is never half empty."""
    with pikepdf.open(BytesIO(render_form(plan(), [ordinary()]))) as pdf:
        operations = pikepdf.parse_content_stream(pdf.pages[1])
        starts = [float(op.operands[1]) for op in operations if str(op.operator) == "m"]

    lowest_line = min(starts[: starts.index(min(starts))])
    assert lowest_line < MARGIN + 60


def test_text_longer_than_a_page_goes_on_whole_on_the_next() -> None:
    """Even far too much text is neither cut nor lost."""
    words = [f"zz{at}" for at in range(1500)]
    made = render_form(r2(), [structs.replace(ordinary(), values={"free_text": " ".join(words)})])

    read = text(made)
    assert page_count(made) > 1
    assert [word for word in read.split() if word.startswith("zz")] == words


def test_boxes_are_ticked_by_strokes_and_told_in_words() -> None:
    """The chosen box is crossed, also for somebody who has the form read aloud."""
    with pikepdf.open(BytesIO(render_form(r2(), [ordinary()]))) as pdf:
        told = [node.alt for node in walk(tree(pdf)) if node.role == "/Figure"]

    assert told == [
        "Kod som bär numret", "inte ikryssad", "inte ikryssad",
        "inte ikryssad", "inte ikryssad", "ikryssad", "inte ikryssad",
    ]  # fmt: skip


def test_a_full_field_keeps_its_line() -> None:
    """A field whose value fills it is underlined like the others: as many lines as when empty."""

    def lines(copy: SheetValues) -> int:
        with pikepdf.open(BytesIO(render_form(r2(), [copy]))) as pdf:
            operations = pikepdf.parse_content_stream(pdf.pages[0])
            return sum(str(op.operator) == "l" for op in operations)

    wards = {**ORDINARY, "stay.hospital": LONGEST["stay.hospital"], "stay.consent": ""}

    full = lines(structs.replace(ordinary(), values=wards))
    assert full == lines(structs.replace(ordinary(), values={**wards, "stay.hospital": ""}))


def test_boxes_can_be_ticked_by_hand() -> None:
    """A box to tick is at least 4 mm each way."""
    with pikepdf.open(BytesIO(render_form(r2(), [blank()]))) as pdf:
        operations = pikepdf.parse_content_stream(pdf.pages[0])
        squares = [
            float(op.operands[2])
            for op in operations
            if str(op.operator) == "re" and float(op.operands[2]) == float(op.operands[3])
        ]

    boxes = [side for side in squares if 5 < side < 20]
    assert len(boxes) == 6
    assert min(boxes) >= 4 * 72 / 25.4


@every_kind
def test_all_fonts_are_in_the_file(kind: str) -> None:
    """The paper looks the same on every printer: all typefaces embedded, only the signs used."""
    with pikepdf.open(BytesIO(render_form(r2(), [KINDS[kind]()]))) as pdf:
        found = fonts(pdf)

        assert found
        for font in found:
            assert "/FontFile2" in font.FontDescriptor
            assert str(font.BaseFont)[7] == "+"
            assert "DejaVu" in str(font.BaseFont)


@every_kind
def test_the_file_is_tagged_and_sound(kind: str) -> None:
    """A screen reader gets title, language and every piece of text in a tree that holds."""
    with pikepdf.open(BytesIO(render_form(r2(), [KINDS[kind]()]))) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert str(pdf.Root.Lang) == "sv-SE"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.docinfo["/Title"]) == "R2 Inskrivningsmeddelande, mottaget per telefon"
        assert "Öberg" not in str(pdf.docinfo)
        assert "/AcroForm" not in pdf.Root
        nodes = list(walk(tree(pdf)))
        roles = [node.role for node in nodes]
        assert roles[:2] == ["/Document", "/Sect"]
        assert roles.count("/H1") == 1
        assert roles.count("/H2") == len(r2().block)
        marks = [mark for node in nodes for mark in node.page_marks]
        assert sorted(marks) == list(range(len(marks)))
        parents = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
        assert len(parents) == len(marks)


def test_the_words_for_discharge_are_not_used_for_paper() -> None:
    """To print is never called what discharge is called."""
    assert "Skriv ut" not in text(render_form(r2(), [demo()]))
    assert "skriv ut" not in text(render_form(r2(), [ordinary()])).lower()


def test_signs_that_cannot_be_printed_are_seen_to_be_missing() -> None:
    """A name in signs that the paper lacks shows boxes; control signs vanish; nothing crashes."""
    name = "A\u0007nna 漢字 محمد \U0001f9d1\ud800 Ko\u0308rner\u200b"

    read = text(render_form(r2(), [SheetValues(values={"person.name": name}, foot=FOOT)]))

    assert "Anna \ufffd\ufffd \ufffd\ufffd\ufffd\ufffd \ufffd\ufffd Körner" in read


@pytest.mark.property
@given(
    name=st.text(max_size=90),
    address=st.text(max_size=300),
    free=st.text(alphabet=st.characters(), max_size=600),
)
def test_any_text_can_be_put_on_paper(name: str, address: str, free: str) -> None:
    """Whatever a message holds, the paper can be made and stays inside its margins."""
    values = {"person.name": name, "person.address": address, "free_text": free}

    made = render_form(r2(), [SheetValues(values={**ORDINARY, **values}, number="", foot=FOOT)])

    for page in range(page_count(made)):
        for sign in signs(made, page):
            assert sign.left >= MARGIN - 8
            assert sign.right <= 595.3 - MARGIN + 8


def test_several_persons_are_numbered_page_by_page() -> None:
    """Papers for several persons in one go are as if made one by one."""
    copies = [structs.replace(ordinary(), number=make(1, at).digits) for at in (1, 2, 3)]

    pages = texts(render_form(r2(), copies))

    assert [show(copy.number) in page for copy, page in zip(copies, pages, strict=True)] == [
        True
    ] * 3
    assert all("sida 1 av 1" in page for page in pages)


def test_the_same_paper_is_the_same_bytes() -> None:
    """Made twice, the same form with the same number and time is the same file."""
    once = render_form(r2(), [longest()])

    assert render_form(r2(), [longest()]) == once
    assert render_form(r2(), [ordinary()]) != once


@pytest.mark.slow
def test_the_same_paper_is_the_same_bytes_in_another_process() -> None:
    """Nothing of the computer's clock, zone or chance is in the file."""
    root = Path(__file__).parents[3]
    paths = os.pathsep.join((str(root / "app"), str(root / "tests")))

    def made(**settings: str) -> str:
        there = {**os.environ, "PYTHONPATH": paths, **settings}
        return subprocess.run(  # noqa: S603  our own words
            [sys.executable, "-c", AGAIN], env=there, check=True, capture_output=True, text=True
        ).stdout

    once = made(PYTHONHASHSEED="1", TZ="UTC")
    again = made(PYTHONHASHSEED="2", TZ="Asia/Tokyo", SOURCE_DATE_EPOCH="1")
    assert once == again
    assert len(once) == 64
