"""Files with people's data: their owner's alone, and never written over."""

import os
import stat
from pathlib import Path

import pytest

from kontaktpunkt.private_file import free_name, made_ready, write_private

_owner_only = pytest.mark.skipif(os.name == "nt", reason="rights of POSIX")


@_owner_only
def test_a_file_is_its_owners_alone_also_where_one_lay_open(tmp_path: Path) -> None:
    """A list of patients that is saved anew is not left readable to everybody."""
    open_to_all = tmp_path / "lista.pdf"
    open_to_all.write_bytes(b"gammal och lang")
    open_to_all.chmod(0o644)

    write_private(open_to_all, b"ny")
    write_private(tmp_path / "annan.pdf", b"ny")

    assert open_to_all.read_bytes() == b"ny"
    assert {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()} == {0o600}


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    """Two papers of the same minute lie beside one another."""
    wished = tmp_path / "nodlage.pdf"
    assert free_name(wished) == wished
    wished.touch()
    (tmp_path / "nodlage (2).pdf").touch()

    assert free_name(wished) == tmp_path / "nodlage (3).pdf"


@_owner_only
def test_a_missing_folder_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    """What is put in it has names."""
    assert made_ready(tmp_path / "a" / "ut")
    assert stat.S_IMODE((tmp_path / "a" / "ut").stat().st_mode) == 0o700

    (tmp_path / "fil").touch()
    assert not made_ready(tmp_path / "fil" / "ut")
