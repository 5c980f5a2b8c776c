"""The commands weekend and packet, run as IT runs them: a real process, a real file."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

_APP = Path(__file__).parents[2] / "app"


def _run(store: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-m", "kontaktpunkt", "--demo", *words],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={
            "PYTHONUTF8": "1",
            "PYTHONPATH": str(_APP),
            "HOME": str(store),
            "XDG_DATA_HOME": str(store),
        },
        timeout=180,
    )


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder for a demo store of its own."""
    return tmp_path_factory.mktemp("hem")


def test_the_packet_is_one_file_with_people_phones_and_forms(store: Path, tmp_path: Path) -> None:
    """One command before the weekend, and what is needed lies in one PDF; nobody protected by name.

    An addition made at once is refused: nothing is new.
    """
    made = _run(store, "packet", "helg", "--out", str(tmp_path), "--json")
    again = _run(store, "packet", "helg", "--out", str(tmp_path), "--supplement")

    assert made.returncode == 0, made.stderr
    told = json.loads(made.stdout)
    (file,) = tmp_path.glob("helgpaket-*.pdf")
    with PdfDocument(file) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    whole = "\n".join(pages)
    assert told == {"file": str(file), "pages": len(pages), "persons": told["persons"]}
    assert told["persons"] > 30
    for words in ("Vem svarar och vem bevakar", "Personer på sjukhus", "Telefonlista", "R2 "):
        assert words in whole
    assert "Skyddad identitet, se ärendet" in " ".join(whole.split())
    assert (again.returncode, again.stderr) == (2, "Inget är nytt sedan paketet gjordes.\n")


def test_a_folder_that_cannot_be_made_costs_no_numbers(store: Path, tmp_path: Path) -> None:
    """The command looks first: papers that nobody got have to be accounted for."""
    (tmp_path / "fil").touch()
    done = _run(store, "packet", "helg", "--out", str(tmp_path / "fil" / "ingen"))

    assert done.returncode == 2
    assert "Inget är gjort" in done.stderr


def test_the_page_is_told_without_names_unless_they_are_asked_for(store: Path) -> None:
    """Whoever runs it in a script gets times and counts, and no person's data."""
    bare = _run(store, "weekend", "--json")
    text = _run(store, "weekend")
    named = _run(store, "weekend", "--persons")

    page = json.loads(bare.stdout)
    assert {"period", "must", "people", "handover"} <= page.keys()
    assert isinstance(page["people"], int)
    assert "Nordin" not in bare.stdout + text.stdout
    assert "Rune Nordin" in named.stdout
