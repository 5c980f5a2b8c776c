"""Each file of the program says what it is, is short, and has a name that says something."""

import ast
from pathlib import PurePosixPath

_LONGEST_CAPTION = 100
_MOST_LINES = 400
_SAY_NOTHING = {"utils", "util", "helpers", "helper", "manager", "common", "misc", "base"}


def test_each_file_opens_with_a_caption_of_one_sentence(modules: dict[str, str]) -> None:
    """A stranger who opens any file knows from its first line what it is for."""
    captions = {name: ast.get_docstring(ast.parse(text)) or "" for name, text in modules.items()}
    firsts = {name: caption.split("\n\n")[0] for name, caption in captions.items()}

    wrong = [
        name
        for name, first in firsts.items()
        if not first.endswith((".", "?")) or "\n" in first or len(first) > _LONGEST_CAPTION
    ]
    assert modules
    assert wrong == []


def test_no_file_is_longer_than_one_can_read_at_a_sitting(modules: dict[str, str]) -> None:
    """Whoever mends the program at night can read the file that is broken from end to end."""
    long = {name for name, text in modules.items() if len(text.splitlines()) > _MOST_LINES}

    assert long == set()


def test_no_file_has_a_name_that_says_nothing(modules: dict[str, str]) -> None:
    """Each room is named after what is in it, so that things are found where one looks."""
    empty = [
        name for name in modules if set(PurePosixPath(name).with_suffix("").parts) & _SAY_NOTHING
    ]

    assert empty == []


def test_identifiers_are_written_in_ascii(modules: dict[str, str]) -> None:
    """Swedish stands in the texts that people read, and the code's names in one language."""
    names = {
        (name, word)
        for name, text in modules.items()
        for node in ast.walk(ast.parse(text))
        for word in _names_in(node)
        if not word.isascii()
    }

    assert names == set()


def _names_in(node: ast.AST) -> list[str]:
    """Give the names that a piece of code introduces."""
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return [node.name]
        case ast.Name():
            return [node.id]
        case ast.arg():
            return [node.arg]
        case _:
            return []
