"""The first page tells the truth: its pictures are there, and its commands are the program's."""

import re
from pathlib import Path

import pytest

from kontaktpunkt.assets import resources
from kontaktpunkt.cli.words import COMMANDS
from kontaktpunkt.ui.rooms import ROOMS

_PICTURE = re.compile(r"\]\((resources/screenshots/[^)]+\.png)\)")


@pytest.fixture(scope="module")
def readme(root: Path) -> str:
    """Give the text of the first page."""
    return (root / "README.md").read_text(encoding="utf-8")


def test_each_picture_is_there_and_shown(root: Path, readme: str) -> None:
    """Whoever reads the page sees every picture, and none lies about that nobody sees."""
    shown = _PICTURE.findall(readme)
    kept = sorted((root / "resources" / "screenshots").glob("*.png"))

    assert sorted(shown) == [path.relative_to(root).as_posix() for path in kept]
    assert len(shown) > 20


def test_each_command_stands_in_the_table(readme: str) -> None:
    """What the command line can do is told where one looks for it."""
    told = set(re.findall(r"`([a-zåäö-]+)[^`]*`", readme))

    assert [name for name in COMMANDS if name not in told] == []


@pytest.mark.parametrize("key", sorted(ROOMS))
def test_each_screen_has_its_help(key: str) -> None:
    """F1 answers on every screen."""
    text = (resources() / "help" / f"{key}.md").read_text(encoding="utf-8")

    assert text.startswith("# ")
    assert "!" not in text
