"""No wish is forgotten by the tables of rules, whichever file of the domain its rows stand in."""

import inspect
from pathlib import Path

import pytest

from kontaktpunkt.domain import commands
from kontaktpunkt.domain.commands import Command, TakeBack

_THIS = Path(__file__)
_FOLDER = _THIS.parents[1]
_WISHES = sorted(
    name
    for name, thing in vars(commands).items()
    if inspect.isclass(thing) and issubclass(thing, Command) and thing not in (Command, TakeBack)
)


@pytest.mark.parametrize("wish", _WISHES)
def test_every_wish_stands_in_a_table_of_its_rule(wish: str) -> None:
    """Whatever staff may want is tried where its rule says yes or no."""
    tables = [file.read_text() for file in _FOLDER.rglob("test_*.py") if file != _THIS]

    assert any(f"{wish}(" in table for table in tables)
