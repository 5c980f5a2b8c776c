"""The icons Kontaktpunkt and Nödläge: side by side, and they start what they say."""

import configparser
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from kontaktpunkt.bootstrap.icons import entry, own_command, put_icons, shortcut_script

NAMES = ("kontaktpunkt.desktop", "kontaktpunkt-nodlage.desktop")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a home with a Swedish desktop."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / ".config").mkdir()
    (tmp_path / "Skrivbord").mkdir()
    words = 'XDG_DESKTOP_DIR="$HOME/Skrivbord"\n'
    (tmp_path / ".config" / "user-dirs.dirs").write_text(words, encoding="utf-8")
    return tmp_path


def _read(text: str) -> configparser.SectionProxy:
    parser = configparser.RawConfigParser()
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their letters
    parser.read_string(text)
    return parser["Desktop Entry"]


def test_both_stand_in_the_menu_and_on_the_desktop(home: Path) -> None:
    """Nödläge is beside the program's own wherever that is, and both may be started."""
    made = put_icons(["/opt/kp/kontaktpunkt"], home)

    menu, desktop = home / ".local" / "share" / "applications", home / "Skrivbord"
    assert made == [place / name for place in (menu, desktop) for name in NAMES]
    assert all(file.stat().st_mode & stat.S_IXUSR for file in made)


def test_nodlage_starts_the_mode_that_needs_no_store() -> None:
    """One click, no words to remember, and a picture that is not the program's own."""
    ours, other = (_read(entry(name, ["/opt/kp/kontaktpunkt"])) for name in NAMES)

    assert (ours["Exec"], other["Exec"]) == ("/opt/kp/kontaktpunkt", "/opt/kp/kontaktpunkt nod")
    assert (ours["Name"], other["Name"]) == ("Kontaktpunkt", "Nödläge")
    assert Path(ours["Icon"]).is_file()
    assert Path(other["Icon"]).is_file()
    assert ours["Icon"] != other["Icon"]


@pytest.mark.parametrize("name", NAMES)
def test_a_place_with_odd_signs_is_quoted(name: str) -> None:
    """A folder with a blank, a dollar or a per cent is still one word to the desktop."""
    command = _read(entry(name, ["/opt/Vård & omsorg/$kp 100%/kontaktpunkt"]))["Exec"]

    assert command.startswith('"/opt/Vård & omsorg/\\\\$kp 100%%/kontaktpunkt"')


@pytest.mark.skipif(
    shutil.which("desktop-file-validate") is None,
    reason="desktop-file-validate is missing: the entries were NOT validated",
)
def test_the_entries_are_valid(home: Path) -> None:
    """What freedesktop.org's own tool says of them: nothing."""
    for file in put_icons(own_command(), home):
        told = subprocess.run(  # noqa: S603  a fixed command on our own file
            ["desktop-file-validate", str(file)],  # noqa: S607  a tool of the system
            capture_output=True,
            text=True,
            check=False,
        )
        assert (told.returncode, told.stdout) == (0, "")


def test_windows_gets_the_same_two() -> None:
    """A shortcut each on the desktop and in the start menu, without a console window."""
    script = shortcut_script(["C:\\Program\\kp\\python.exe", "-P", "-m", "kontaktpunkt"])

    assert script.count("CreateShortcut") == 4
    assert script.count("'Nödläge.lnk'") == 2
    assert "kontaktpunkt nod'" in script
    assert "pythonw.exe" in script
