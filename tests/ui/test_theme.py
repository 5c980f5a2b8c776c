"""The looks of the window: readable in each, and following the text size."""

import gc
import re
import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kontaktpunkt.assets import resources
from kontaktpunkt.ui.application import application
from kontaktpunkt.ui.theme.theme import Mode, Theme, stepped
from kontaktpunkt.ui.theme.tokens import DARK, HIGH_CONTRAST, LIGHT, Tokens, contrast

pytestmark = pytest.mark.ui

LOOKS = (LIGHT, DARK, HIGH_CONTRAST)
GROUNDS = ("window", "surface", "raised", "hover", "accent_soft", "accent_soft_idle")
INKS = ("text", "text_soft", "accent", "wrong", "today", "good")
READABLE = 4.5
VISIBLE = 3.0


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_all_text_can_be_read_on_every_ground(look: Tokens) -> None:
    """Nobody has to lean forward: 4.5 to 1 or more, also for red and amber (WCAG 1.4.3)."""
    pairs = [(ink, ground) for ink in INKS for ground in GROUNDS]
    pairs += [("on_accent", "accent"), ("wrong", "wrong_soft"), ("today", "today_soft")]

    weak = [
        (ink, ground)
        for ink, ground in pairs
        if contrast(getattr(look, ink), getattr(look, ground)) < READABLE
    ]

    assert weak == []


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_edges_of_fields_and_focus_can_be_seen(look: Tokens) -> None:
    """A field shows where it is, and focus where I am (WCAG 1.4.11)."""
    for edge in ("line_strong", "accent"):
        for ground in ("window", "surface"):
            assert contrast(getattr(look, edge), getattr(look, ground)) >= VISIBLE


@pytest.mark.parametrize("mode", list(Mode))
def test_each_look_leaves_no_word_of_the_style_unfilled(mode: Mode, qtbot: QtBot) -> None:
    """Each look is whole."""
    del qtbot
    app = application()

    theme = Theme(app)
    theme.set_mode(mode)

    assert not re.search(r"[@~]\w+[@~]", app.styleSheet())
    theme.set_mode(Mode.LIGHT)


def test_text_grows_to_twice_its_size_and_no_further(qtbot: QtBot) -> None:
    """Ctrl and plus make the text larger, up to 200 percent."""
    del qtbot
    theme = Theme(application())
    usual = theme.metrics().height()

    for _ in range(20):
        theme.set_percent(stepped(theme.percent, 1))

    assert theme.percent == 200
    assert theme.metrics().height() >= 1.9 * usual
    theme.set_percent(stepped(theme.percent, 0))
    assert theme.percent == 100


def test_pictures_of_the_style_outlive_the_theme_and_an_emptied_folder(qtbot: QtBot) -> None:
    """The arrow of a list to choose from never goes missing."""
    del qtbot
    app = application()
    theme = Theme(app)
    pictures = [Path(found) for found in re.findall(r'url\("([^"]+)"\)', app.styleSheet())]
    del theme
    gc.collect()

    assert pictures
    assert all(picture.exists() for picture in pictures)
    shutil.rmtree(pictures[0].parent)
    Theme(app)
    assert all(picture.exists() for picture in pictures)


def test_every_icon_that_is_named_is_there() -> None:
    """No button is blank."""
    there = {place.stem for place in (resources() / "icons").glob("*.svg")}
    code = "\n".join(
        place.read_text("utf-8")
        for place in Path(__file__).parents[2].joinpath("app/kontaktpunkt/ui").rglob("*.py")
    )
    named = set(re.findall(r'(?:icon|pixmap|IconButton|EmptyState)\([^()"]*"([a-z_]+)"', code))
    named |= set(re.findall(r'icon = "([a-z_]+)"', code))
    named |= set(re.findall(r'"(kind_[a-z_]+)"', code))

    assert len(named) > 20
    assert named <= there
