"""The tests keep their own rules: each says what it holds, and none pretends."""

import ast
from collections.abc import Mapping


def _tests_in(text: str) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [
        node
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.name.startswith("test_")
        and not _is_fixture(node)
    ]


def _is_fixture(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any("fixture" in ast.unparse(decorator) for decorator in node.decorator_list)


def test_each_test_says_what_it_holds(test_modules: dict[str, str]) -> None:
    """Whoever works with the program can read the tests and say if they are true."""
    found = [(name, test) for name, text in test_modules.items() for test in _tests_in(text)]

    silent = [f"{name}: {test.name}" for name, test in found if not ast.get_docstring(test)]
    assert len(found) > 10
    assert silent == []


def test_each_test_can_fail(test_modules: dict[str, str]) -> None:
    """A test that asks nothing proves nothing."""
    hollow = [
        f"{name}: {test.name}"
        for name, text in test_modules.items()
        for steps in (_functions_in(text),)
        for test in _tests_in(text)
        if not _asks(test, steps)
    ]

    assert hollow == []


def _functions_in(text: str) -> Mapping[str, ast.FunctionDef]:
    """Give the functions of a module by name: a long story is told in steps that ask."""
    return {node.name: node for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)}


def _asks(test: ast.AST, steps: Mapping[str, ast.FunctionDef]) -> bool:
    """Tell if a test asserts, expects an error, waits for a fact, or calls such a step."""
    calls = [ast.unparse(node.func) for node in ast.walk(test) if isinstance(node, ast.Call)]
    telling = ("raises", "wait", "check", "assert", "modeltester", "fail", "expect", "verify")
    return (
        any(isinstance(node, ast.Assert) for node in ast.walk(test))
        or any(word in call.lower() for call in calls for word in telling)
        or any(_asks(steps[call], {}) for call in calls if call in steps)
    )
