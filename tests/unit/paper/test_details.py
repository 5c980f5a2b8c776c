"""Details of paper that a reader would trip over: numbers parted, frames eaten into."""

from kontaktpunkt.domain.paper.printout import PageImage
from kontaktpunkt.paper import page_image, render_form
from kontaktpunkt.paper.pdf.fitting import wrap
from kontaktpunkt.paper.pdf.fonts import Face, width
from unit.paper.copies import protected, r2

_SIZE = 8.0
_DPI = 100


def _wide(words: str) -> float:
    return width(words, Face.REGULAR, _SIZE)


def _lines(words: str, room: float) -> tuple[str, ...]:
    return wrap(words, Face.REGULAR, _SIZE, room)


def test_a_telephone_number_is_not_parted_between_its_groups() -> None:
    """A number that is half on the next line is misread in a telephone call."""
    room = _wide("0510-77 01 02, 070-174 06")

    assert _lines("0510-77 01 02, 070-174 06 99", room) == ("0510-77 01 02,", "070-174 06 99")
    assert _lines("Nedre Storgatan 1, 531 30 Ort", _wide("Nedre Storgatan 1, 531")) == (
        "Nedre Storgatan 1,",
        "531 30 Ort",
    )


def test_a_number_too_wide_for_its_place_parts_between_groups() -> None:
    """Where it must be parted, no group of digits is."""
    assert _lines("070-174 06 99", _wide("070-174")) == ("070-174", "06 99")


def test_the_frame_of_the_marks_is_whole_beside_the_code() -> None:
    """The white around the code takes nothing from the frame above it."""
    page = page_image(render_form(r2(), [protected()]), 0, _DPI)
    right, top = (round(mm * _DPI / 25.4) for mm in (190, 20))

    assert all(_darkest(page, right, top + down) < 120 for down in range(3, 19))


def _darkest(page: PageImage, x: int, y: int) -> int:
    """Give the darkest shade at a point and beside it."""
    start = y * page.stride
    return min(page.rgb[start + 3 * (x + off)] for off in (-2, -1, 0, 1))
