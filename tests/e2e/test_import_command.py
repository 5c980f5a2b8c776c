"""The command import, run as IT runs it: a real process, a real file, exit codes and answers."""

import subprocess
import sys
from pathlib import Path

import pytest

_APP = Path(__file__).parents[2] / "app"
_EXAMPLE = Path(__file__).parents[2] / "resources" / "import" / "enheter.csv"


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


def test_the_example_is_looked_at_read_in_and_known_again(store: Path) -> None:
    """The list that is shipped as an example reads without a fault, and twice changes nothing."""
    looked = _run(store, "import", str(_EXAMPLE), "--dry-run")
    first = _run(store, "import", str(_EXAMPLE))
    second = _run(store, "import", str(_EXAMPLE))

    assert (looked.returncode, first.returncode, second.returncode) == (0, 0, 0), looked.stderr
    assert "rad 2: ny – Hemvårdsgrupp Exempel" in looked.stdout
    assert looked.stdout.splitlines()[-1] == "Inget är ändrat."
    assert "5 nya · 0 ändras · 0 lika · 0 kan inte läsas" in first.stdout
    assert "0 nya · 0 ändras · 5 lika · 0 kan inte läsas" in second.stdout


def test_lines_that_cannot_be_read_ask_for_a_person_and_tell_no_number(
    store: Path, tmp_path: Path
) -> None:
    """Exit code 3, each line with its number and reason; a person's number is never printed."""
    wrong = tmp_path / "personer.csv"
    wrong.write_text("Personnummer;Enhet\n18900102-9800;Ingenstans\n", encoding="cp1252")

    done = _run(store, "import", str(wrong))

    assert done.returncode == 3
    assert "rad 2: kan inte läsas – Ingenstans. enheten ”Ingenstans” finns inte" in done.stdout
    assert "9800" not in done.stdout + done.stderr


def test_a_number_in_the_wrong_column_is_not_printed(store: Path, tmp_path: Path) -> None:
    """Somebody's number as a phone or a day is a fault of the list, and still hers."""
    wrong = tmp_path / "enheter.csv"
    rows = "Enhet;Telefon;Senast kontrollerad\nA;18900102-98O2x;\nB;112;189001029802\nC;07O;\n"
    wrong.write_text(rows, encoding="cp1252")

    done = _run(store, "import", str(wrong), "--dry-run")

    assert done.returncode == 3
    assert "98" not in done.stdout + done.stderr
    assert "07O" in done.stdout


def test_a_file_that_is_no_list_gives_two(store: Path, tmp_path: Path) -> None:
    """What cannot be read is told on standard error, and nothing is changed."""
    letter = tmp_path / "brev.txt"
    letter.write_text("Hej", encoding="utf-8")

    assert _run(store, "import", str(letter)).returncode == 2
    missing = _run(store, "import", str(tmp_path / "finns inte.csv"))
    assert missing.returncode == 2
    assert "går inte att öppna" in missing.stderr
