"""Tries the program as it is shipped: the wheel in an environment of its own."""

import os
import subprocess
from pathlib import Path

import pytest

pytestmark = [pytest.mark.packed, pytest.mark.slow]


@pytest.fixture(scope="session")
def bin_folder() -> Path:
    """Give the folder of the packed program's commands, or skip: the test command makes it."""
    named = os.environ.get("KONTAKTPUNKT_PACKED")
    if not named:
        pytest.skip("KONTAKTPUNKT_PACKED names no folder: the packed program was NOT tried")
    return Path(named)


def _run(command: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    return subprocess.run(  # noqa: S603  our own program, with words of our own
        [str(command), *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_packed_program_brings_its_own_resources(bin_folder: Path, tmp_path: Path) -> None:
    """What is installed at the municipality needs nothing that lies in the developers' folder."""
    question = (
        "import kontaktpunkt, kontaktpunkt.assets as a;"
        "print(a.is_packed(), a.resources(), a.forms(), sep='\\n')"
    )

    told = _run(bin_folder / "python", "-P", "-c", question, cwd=tmp_path)

    assert told.returncode == 0, told.stderr
    packed, *folders = told.stdout.split("\n")[:3]
    assert packed == "True"
    assert all(Path(folder).is_relative_to(bin_folder.parent) for folder in folders)


def test_the_packed_program_passes_its_own_test(bin_folder: Path, tmp_path: Path) -> None:
    """The program can say by itself that it is whole on this workstation."""
    told = _run(bin_folder / "kontaktpunkt", "self-test", cwd=tmp_path)

    assert told.returncode == 0, told.stdout + told.stderr
