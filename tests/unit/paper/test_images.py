"""Tests of pages as pictures, from which the preview and the printer draw."""

from kontaktpunkt.paper import page_image, render_form
from unit.paper.copies import ordinary, r2


def test_a_page_at_300_dots_is_a4() -> None:
    """A printer gets the whole A4 page, pixel by pixel, rows as long as they say."""
    page = page_image(render_form(r2(), [ordinary()]), 0, 300)

    assert abs(page.width - 210 / 25.4 * 300) < 2
    assert abs(page.height - 297 / 25.4 * 300) < 2
    assert len(page.rgb) == page.stride * page.height
    assert page.stride >= page.width * 3


def test_paper_is_white_with_black_on_it() -> None:
    """The picture has white margins and black words."""
    page = page_image(render_form(r2(), [ordinary()]), 0, 72)

    top = page.rgb[: page.stride * 40]
    assert set(top[: page.width * 3]) == {255}
    assert min(page.rgb) < 40
