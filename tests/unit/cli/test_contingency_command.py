"""The command nöd: with everything else dead, from any keyboard, naming nobody unasked."""

import json
import os
import stat
import unicodedata
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from contingency_house import NAME, PASSPHRASE, CopyHouse
from kontaktpunkt.cli.run import DONE, NOT_NOW, USAGE, run


@pytest.fixture
def house(tmp_path: Path) -> CopyHouse:
    """Give a store that is gone, with a copy under a passphrase and no key ring."""
    house = CopyHouse(tmp_path / "store", ring=None)
    house.keeper.choose_passphrase(PASSPHRASE)
    house.store.close()
    for file in house.folder.glob("store*"):
        file.unlink()
    return house


def _passphrase(words: str) -> str:
    reading, writing = os.pipe()
    os.write(writing, f"{words}\n".encode())
    os.close(writing)
    return str(reading)


def _nod(house: CopyHouse, *words: str, command: str = "nod", phrase: str = PASSPHRASE) -> int:
    store = ("--store", str(house.folder), "--passphrase-fd", _passphrase(phrase))
    return run([*store, "--by", "Anna", command, *words])


@pytest.mark.parametrize("command", ["nod", "nöd", unicodedata.normalize("NFD", "nöd")])
def test_it_says_what_there_is_and_how_old_it_is(
    house: CopyHouse, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With or without ö; and in JSON no name unless it is asked for."""
    assert _nod(house, "--json", command=command) == DONE
    told = capsys.readouterr().out
    assert json.loads(told)["people"] == 2
    assert NAME not in told

    assert _nod(house, "--persons", command=command) == DONE
    told = capsys.readouterr().out
    assert "Kopian gjordes" in told
    assert NAME in told


def test_everything_comes_out_as_files(
    house: CopyHouse, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Lists and forms, each with its numbers said, in a folder that is made when it is missing."""
    out = tmp_path / "nöd" / "ut"

    assert _nod(house, "--out", str(out)) == DONE

    files = sorted(out.iterdir())
    assert len(files) >= 3
    assert all(file.read_bytes().startswith(b"%PDF") for file in files)
    assert "nummer 001 90000" in capsys.readouterr().out


def test_papers_are_the_owners_alone_and_never_written_over(
    house: CopyHouse, tmp_path: Path
) -> None:
    """Names lie in the files: nobody else reads them, and a second printing gets names of its own.

    The first lies with its numbers as it was.
    """
    out = tmp_path / "ut"
    assert _nod(house, "--out", str(out)) == DONE
    first = {file.name: file.read_bytes() for file in out.iterdir()}
    assert _nod(house, "--out", str(out)) == DONE

    assert {file.name: file.read_bytes() for file in out.iterdir() if file.name in first} == first
    assert len(list(out.iterdir())) == 2 * len(first)
    assert stat.S_IMODE(out.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in out.iterdir()} == {0o600}


def test_nobody_received_it_unless_somebody_is_named(
    house: CopyHouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name of the account is no staff's: without --by the line is left for a pen."""
    monkeypatch.setenv("LOGNAME", "kontosson")
    words = ("--store", str(house.folder), "--passphrase-fd", _passphrase(PASSPHRASE))

    assert run([*words, "nod", "--out", str(tmp_path)]) == DONE

    for file in tmp_path.glob("*.pdf"):
        with PdfDocument(file) as document:
            assert all(
                "kontosson" not in page.get_textpage().get_text_bounded() for page in document
            )


def test_a_wrong_passphrase_is_not_now(
    house: CopyHouse, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says where the right one lies, and nothing is shown."""
    assert _nod(house, "--persons", phrase="fel lösenfras helt") == NOT_NOW

    told = capsys.readouterr()
    assert "reservpärmen" in told.err
    assert NAME not in told.out


def test_another_copy_is_named(
    house: CopyHouse, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The folder is gone too: the copy on the stick is named; a wrong name is told."""
    stick = tmp_path / "usb"
    (house.beside).rename(stick)
    assert _nod(house, "--json") == USAGE
    assert "Ingen nödkopia" in capsys.readouterr().err

    assert _nod(house, "--json", "--copy", str(stick / "nodlage.kpn")) == DONE
    assert _nod(house, "--json", "--copy", str(stick)) == DONE
