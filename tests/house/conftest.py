"""What the house tests look at: the repo, its tracked files and the program's modules."""

import subprocess
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]
_LINES_WORTH_A_LOOK = 300
_FILES_WORTH_A_LOOK = 12


@pytest.fixture(scope="session")
def root() -> Path:
    """Give the top of the repo."""
    return _ROOT


@pytest.fixture(scope="session")
def modules() -> dict[str, str]:
    """Give the text of each module of the program, by its path from the top of the repo."""
    return _modules()


@pytest.fixture(scope="session")
def test_modules() -> dict[str, str]:
    """Give the text of each module of tests, by its path from the top of the repo."""
    return _texts("tests")


@pytest.fixture(scope="session")
def tracked(root: Path) -> list[Path]:
    """Give the files that git keeps, or would keep once they are added."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],  # noqa: S607  git is found on the path, as everywhere
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    found = [root / name for name in listed.stdout.split("\0") if name]
    return [path for path in found if path.is_file()]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Report what has grown so large that it may be two subjects; it is looked at, not chopped."""
    modules = _modules()
    long = {name: len(text.splitlines()) for name, text in modules.items()}
    folders = [name.rpartition("/")[0] for name in modules if not name.endswith("__init__.py")]
    signs = [
        f"{lines} lines: {name}" for name, lines in long.items() if lines > _LINES_WORTH_A_LOOK
    ]
    signs += [
        f"{folders.count(folder)} files: {folder}/"
        for folder in sorted(set(folders))
        if folders.count(folder) > _FILES_WORTH_A_LOOK
    ]
    if signs:
        terminalreporter.section("grown large: two subjects?")
        for sign in signs:
            terminalreporter.write_line(sign)


def _modules() -> dict[str, str]:
    return _texts("app/kontaktpunkt")


def _texts(folder: str) -> dict[str, str]:
    paths = sorted((_ROOT / folder).rglob("*.py"))
    return {path.relative_to(_ROOT).as_posix(): path.read_text(encoding="utf-8") for path in paths}
