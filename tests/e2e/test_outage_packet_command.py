"""The packet of a stop from the command line: a real process, a real store, a real file."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

_APP = Path(__file__).parents[2] / "app"
_DECLARE = """
from argparse import Namespace
from kontaktpunkt.cli.arguments import parse
from kontaktpunkt.cli.session import opened
from kontaktpunkt.domain.commands import DeclareOutage
from kontaktpunkt.domain.events.outage import OutageOf
with opened(parse(["--demo", "inbox"])) as office:
    desk = office.desk
    wish = DeclareOutage(
        outage=desk.new_outage(), of=OutageOf.SOURCE, since=desk.now(), system="SAMSA"
    )
    print(desk.act(wish))
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder for a demo store of its own."""
    return tmp_path_factory.mktemp("hem")


def _run(store: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  our own program
        [sys.executable, *words],
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


def _packet(store: Path, out: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = ("-m", "kontaktpunkt", "--demo", "packet", "driftstopp", "--out", str(out), *words)
    return _run(store, *command)


def test_one_command_makes_the_whole_packet_of_the_stop(store: Path, tmp_path: Path) -> None:
    """Without a stop there is none; with one, all its papers lie in one file with their numbers."""
    before = _packet(store, tmp_path)
    declared = _run(store, "-c", _DECLARE)
    made = _packet(store, tmp_path, "--json")
    in_the_way = tmp_path / "fil"
    in_the_way.touch()
    lost = _packet(store, in_the_way / "ingen")

    assert before.returncode == 2
    assert "Inget driftstopp pågår" in before.stderr
    assert declared.stdout.startswith("Done("), declared
    assert made.returncode == 0, made.stderr
    told = json.loads(made.stdout)
    (file,) = tmp_path.glob("driftstoppspaket-*.pdf")
    with PdfDocument(file) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    assert told["pages"] == len(pages)
    assert told["persons"] > 30
    assert len(set(told["numbers"])) == len(told["numbers"]) > 40
    assert "Driftstopp i SAMSA" in pages[0]
    assert "Skyddade personuppgifter" in " ".join(" ".join(pages).split())
    assert all(f"blad {nth} av {len(pages)}" in page for nth, page in enumerate(pages, 1))
    assert lost.returncode == 2
    assert "Inget är gjort" in lost.stderr
