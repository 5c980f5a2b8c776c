"""What the README promises about starting the program is there, and fetches what was tried."""

import os
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

_COMMAND = re.compile(r"installer[/\\]([a-z][a-z0-9.-]*)")
_PINNED = re.compile(r"^([A-Za-z0-9_.-]+)(?:\[[a-z]+\])?==([^;\s\\]+)")
_LOCKS = ["requirements.lock", "requirements-dev.lock"]


def test_the_readmes_commands_exist(root: Path) -> None:
    """Whoever types what the README says gets what the README says."""
    named = set(_COMMAND.findall((root / "README.md").read_text(encoding="utf-8")))

    assert {"run", "run.ps1", "test", "test.ps1", "lock"} <= named
    missing = [name for name in named if not (root / "installer" / name).is_file()]
    assert missing == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such right")
def test_the_shells_commands_may_be_run(root: Path) -> None:
    """The commands start when they are typed, without further ado."""
    commands = [root / "installer" / name for name in ("run", "test", "lock")]
    commands.append(root / ".ci" / "run")

    assert all(os.access(command, os.X_OK) for command in commands)


@pytest.mark.parametrize("name", _LOCKS)
def test_a_lock_holds_hashes_and_no_address(root: Path, name: str) -> None:
    """What is fetched is exactly what was tried, and from where is the municipality's choice."""
    text = (root / "installer" / name).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-zA-Z0-9])", text.partition("\n")[2])

    assert "://" not in text
    assert len(entries) > 20
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_locks_hold_what_the_project_asks_for(root: Path) -> None:
    """Nobody runs another version than the one that the project names."""
    project: dict[str, Any] = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    asked = _pins(project["project"]["dependencies"])
    asked_for_tests = _pins(project["dependency-groups"]["dev"])
    running, testing = (
        _pins((root / "installer" / name).read_text(encoding="utf-8").splitlines())
        for name in _LOCKS
    )

    assert len(asked) == len(project["project"]["dependencies"]), "each dependency is pinned"
    assert asked.items() <= running.items()
    assert (asked | asked_for_tests).items() <= testing.items()
    assert running.items() <= testing.items()


def _pins(lines: list[str]) -> dict[str, str]:
    """Read `name==version` from each line that has it; names in the registries' one spelling."""
    found = [match for line in lines if (match := _PINNED.match(line))]
    return {re.sub(r"[-_.]+", "-", match[1]).lower(): match[2] for match in found}
