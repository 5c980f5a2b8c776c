"""The command form check says in words what is wrong with a file of a form."""

from pathlib import Path

import pytest

from kontaktpunkt import assets
from kontaktpunkt.cli import main

_R5 = (assets.forms() / "R5.toml").read_text(encoding="utf-8")


def _checked(
    content: bytes, folder: Path, capsys: pytest.CaptureFixture[str]
) -> tuple[int, str, str]:
    file = folder / "R5.toml"
    file.write_bytes(content)
    code = main(["form", "check", str(file)])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_misspelt_place_is_a_hint_and_no_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A municipality may have words of its own, but hears which one was perhaps meant."""
    wrong = _R5.replace('"call.phone"', '"call.phnoe"').replace('"call.name"', '"egen.sak"')

    code, out, _err = _checked(wrong.encode(), tmp_path, capsys)

    assert code == 0
    assert "menade du ”call.phone”?" in out
    assert "”egen.sak” är ett eget ord" in out
    assert "tips" not in _checked(_R5.encode(), tmp_path, capsys)[1]


def test_a_file_that_cannot_be_read_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Saved in another coding is one thing, not there at all another."""
    code, _out, err = _checked(_R5.encode("utf-16"), tmp_path, capsys)
    assert code != 0
    assert "UTF-8" in err

    assert main(["form", "check", str(tmp_path / "R99.toml")]) != 0
    assert "finns inte" in capsys.readouterr().err
