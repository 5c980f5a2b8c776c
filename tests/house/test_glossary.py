"""Each term of the field has one identifier in the code, and each identifier one term."""

import importlib
import inspect
import pkgutil
import re
from collections import Counter
from enum import Enum
from pathlib import Path
from typing import NamedTuple

import pytest

from kontaktpunkt import domain

_COLUMNS = 5


class _Row(NamedTuple):
    """One line of the glossary."""

    term: str
    identifier: str
    meaning: str
    source: str
    not_to_be_confused_with: str


@pytest.fixture(scope="module")
def glossary(root: Path) -> list[_Row]:
    """Read the one table of the glossary, without its head."""
    lines = (root / "app" / "GLOSSARY.md").read_text(encoding="utf-8").splitlines()
    cells = [
        [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        for line in lines
        if line.startswith("|")
    ]
    assert all(len(row) == _COLUMNS for row in cells), "each row has five cells"
    return [_Row(row[0], row[1].strip("`"), *row[2:]) for row in cells[2:]]


@pytest.fixture(scope="module")
def classes() -> dict[str, type]:
    """Give the public classes of the domain by name."""
    return dict(_public_classes())


def _public_classes() -> list[tuple[str, type]]:
    found = pkgutil.walk_packages(domain.__path__, f"{domain.__name__}.")
    return [
        (name, thing)
        for module in found
        for name, thing in vars(importlib.import_module(module.name)).items()
        if inspect.isclass(thing) and thing.__module__ == module.name and name[0] != "_"
    ]


def test_each_identifier_of_the_glossary_exists(
    glossary: list[_Row], classes: dict[str, type]
) -> None:
    """The glossary speaks of the program as it is."""
    known = set(classes) | {
        f"{name}.{member}" for name, kind in classes.items() for member in _members(kind)
    }

    assert [row.identifier for row in glossary if row.identifier not in known] == []


def test_each_class_of_the_domain_has_its_term(
    glossary: list[_Row], classes: dict[str, type]
) -> None:
    """Whoever reads the code can ask a nurse what she calls it, and be understood."""
    assert len(classes) > 50
    assert sorted(set(classes) - {row.identifier for row in glossary}) == []


def test_no_two_classes_of_the_domain_share_a_name() -> None:
    """One name never means two things, so that the glossary can hold them apart."""
    names = Counter(name for name, _ in _public_classes())

    assert [name for name, times in names.items() if times > 1] == []


def test_no_term_and_no_identifier_stands_twice(glossary: list[_Row]) -> None:
    """One word means one thing, everywhere."""
    terms = Counter(row.term.lower() for row in glossary)
    identifiers = Counter(row.identifier for row in glossary)

    assert [word for word, times in (terms + identifiers).items() if times > 1] == []


def test_each_row_says_what_it_is_and_by_whom(glossary: list[_Row]) -> None:
    """A term without an explanation and a source is no term of the field."""
    assert [row.term for row in glossary if not (row.term and row.meaning and row.source)] == []


def _members(kind: type[object]) -> list[str]:
    """Give the members of an enum, or the fields of a record."""
    if issubclass(kind, Enum):
        return [member.name for member in kind]
    return list(inspect.get_annotations(kind))
