"""The command liability, run as IT runs it: a real process, real files, exit codes and answers."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HEAD = (
    "id,admission_notice_sent,ready_notice_sent,ready_withdrawn,sip_needed,summons_sent,"
    "regional_services,discharged,home_municipality,placing_municipality,care"
)
GOOD = (
    "V1,2019-06-01T08:00:00+02:00,2019-06-03T10:00:00Z,,no,,available,"
    "2019-06-09T13:00:00+02:00,Växjö,,somatic"
)


def run(*words: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own."""
    return subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-m", "kontaktpunkt", "liability", *words],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={"PYTHONUTF8": "1", "PYTHONPATH": str(Path(__file__).parents[2] / "app")},
        timeout=120,
    )


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """Give a good list of one stay."""
    path = tmp_path / "lista.csv"
    path.write_text(f"{HEAD}\n{GOOD}\n", encoding="utf-8")
    return path


def answer(path: Path, profile: str) -> Any:
    """Give the JSON answer."""
    done = run(str(path), "--profile", profile, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_list_is_answered_in_words(listed: Path) -> None:
    """Each stay has its line, under the words that it is no invoice."""
    done = run(str(listed), "--profile", "lag-2017-612")

    assert done.returncode == 0
    assert done.stdout.startswith("Underlag, inte en faktura. Enligt Lag (2017:612)\n")
    assert "V1  start 2019-06-06  Växjö  3 dygn  23400 kr" in done.stdout


@pytest.mark.parametrize("name", ["lag-2017-612", "LAG", "Lag (2017:612)"])
def test_the_answer_has_a_shape_that_stays(listed: Path, name: str) -> None:
    """The profile is known by key, title or beginning; every field that help tells of is there."""
    found = answer(listed, name)

    assert (found["kind"], found["profile"]) == ("underlag", "lag-2017-612")
    (stay,) = found["stays"]
    assert (stay["start"], stay["payer"], stay["days"]) == ("2019-06-06", "Växjö", 3)
    assert (stay["amount"], stay["reason"], stay["code"]) == (23400, None, None)
    help_words = run("--help").stdout.replace(",", " ").split()
    for fields in (stay, found["municipalities"][0], found["payers"][0], stay["spans"][0]):
        assert set(fields) <= {word.strip("()") for word in help_words}, fields


def test_a_region_with_averages_says_why_no_stay_is_charged_alone(listed: Path) -> None:
    """The reason stands with each stay, the average with the municipality."""
    found = answer(listed, "skane")

    assert found["stays"][0]["code"] == "average_model"
    month = found["municipalities"][0]
    assert (month["municipality"], month["month"], month["days"]) == ("Växjö", "2019-06", 6)
    assert (month["mean"], month["level"], month["exceeds"]) == (6, 3, True)
    assert (month["excess_days"], month["amount"]) == (3, 23400)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "rad 1, kolumn 1: Filen är tom."),
        (f"{HEAD}\n{GOOD}\n".replace("Z,", ",").encode(), "rad 2, kolumn ready_notice_sent"),
        (f"{HEAD}\n{GOOD},x\n".encode(), "rad 2, kolumn 12"),
        (HEAD.replace("id", "nr", 1).encode(), "rad 1, kolumn nr"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "rad "),
    ],
)
def test_a_file_that_cannot_be_read_leaves_with_two_and_says_where(
    tmp_path: Path, data: bytes, said: str
) -> None:
    """Exit code 2, line and column on standard error, nothing on standard output."""
    path = tmp_path / "fel.csv"
    path.write_bytes(data)

    done = run(str(path), "--profile", "lag-2017-612", "--json")

    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_a_missing_file_and_an_unknown_profile_leave_with_two(listed: Path) -> None:
    """Both are told; the profiles that there are, are named."""
    gone = run(str(listed.with_name("borta.csv")), "--profile", "lag-2017-612")
    unknown = run(str(listed), "--profile", "atlantis")
    folder = run(str(listed.parent), "--profile", "lag-2017-612")

    assert [one.returncode for one in (gone, unknown, folder)] == [2, 2, 2]
    assert "går inte att öppna" in gone.stderr
    assert "vgr" in unknown.stderr
