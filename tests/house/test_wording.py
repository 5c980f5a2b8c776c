"""Everything that the domain can say, it can say in Swedish."""

import importlib
import inspect
import pkgutil
from collections import Counter
from enum import StrEnum

import pytest

from kontaktpunkt import domain
from kontaktpunkt.wording.words import word


def _lists() -> list[type[StrEnum]]:
    found = pkgutil.walk_packages(domain.__path__, f"{domain.__name__}.")
    return [
        thing
        for module in found
        for thing in vars(importlib.import_module(module.name)).values()
        if inspect.isclass(thing) and issubclass(thing, StrEnum) and thing.__module__ == module.name
    ]


_MEMBERS = [member for kind in _lists() for member in kind]


@pytest.mark.parametrize("member", _MEMBERS, ids=lambda member: f"{type(member).__name__}.{member}")
def test_each_member_of_a_list_has_a_swedish_word(member: StrEnum) -> None:
    """Nobody at the contact point meets a word of the code on the screen or on paper."""
    said = word(member)

    assert said.strip() == said != ""
    assert "_" not in said
    assert "!" not in said


def test_two_members_of_a_list_are_not_called_the_same() -> None:
    """Two things that differ look different to the eye."""
    alike = [
        f"{kind.__name__}: {said}"
        for kind in _lists()
        for said, times in Counter(word(member) for member in kind).items()
        if times > 1
    ]

    assert len(_MEMBERS) > 100
    assert alike == []
