"""The tests keep their own rules: each says what it holds, and none pretends."""

import ast


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
        for test in _tests_in(text)
        if not _asks(test)
    ]

    assert hollow == []


def _asks(test: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Tell if a test asserts, expects an error, waits for a fact or calls a named check."""
    calls = [ast.unparse(node.func) for node in ast.walk(test) if isinstance(node, ast.Call)]
    telling = ("raises", "wait", "check", "assert", "modeltester", "fail", "expect", "verify")
    return any(isinstance(node, ast.Assert) for node in ast.walk(test)) or any(
        word in call.lower() for call in calls for word in telling
    )
