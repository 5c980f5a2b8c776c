"""Puts the icons Kontaktpunkt and Nödläge on the user's desktop and in the start menu."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

from kontaktpunkt import assets

_ENTRIES: Final = ("kontaktpunkt.desktop", "kontaktpunkt-nodlage.desktop")
_SHORTCUTS: Final = (("Kontaktpunkt", ""), ("Nödläge", "nod"))
_TO_ESCAPE: Final = re.compile(r'(["`$\\])')
_DESKTOP: Final = re.compile(r'^XDG_DESKTOP_DIR="([^"]*)"', re.MULTILINE)


def own_command(store: str = "") -> list[str]:
    """Give the words that start this very program, on another store where that is said."""
    beside = Path(sys.executable).with_name("kontaktpunkt")
    start = [str(beside)] if beside.is_file() else [sys.executable, "-P", "-m", "kontaktpunkt"]
    return [*start, *(["--store", store] if store else [])]


def put_icons(command: list[str], home: Path) -> list[Path]:
    """Write the entries of menu and desktop (freedesktop.org) and give their files.

    Raises OSError where the user may not write.
    """
    places = [_applications(home), *_desktops(home)]
    made: list[Path] = []
    for place in places:
        place.mkdir(parents=True, exist_ok=True)
        for name in _ENTRIES:
            file = place / name
            file.write_text(entry(name, command), encoding="utf-8")
            # A desktop starts only what its owner may run.
            file.chmod(0o755)
            made.append(file)
    return made


def entry(name: str, command: list[str]) -> str:
    """Give the text of an entry that starts the program with this command."""
    text = (assets.resources() / "desktop" / name).read_text(encoding="utf-8")
    icons = str(assets.resources() / "icons")
    return text.replace("@COMMAND@", " ".join(map(_quoted, command))).replace("@ICONS@", icons)


def put_shortcuts(command: list[str]) -> None:
    """Make the shortcuts of Windows, by its own scripting; untried so far."""
    subprocess.run(  # noqa: S603  our own script, with no words of anybody's
        ["powershell", "-NoProfile", "-NonInteractive", "-Command", shortcut_script(command)],  # noqa: S607  Windows' own
        check=True,
        capture_output=True,
    )


def shortcut_script(command: list[str]) -> str:
    """Give the script that makes a shortcut of each on the desktop and in the start menu."""
    # Without a console window: pythonw stands beside python.
    windowed = Path(command[0]).with_name("pythonw.exe")
    words = " ".join(f'"{one}"' if " " in one else one for one in command[1:])
    lines = ["$shell = New-Object -ComObject WScript.Shell"]
    for folder in ("Desktop", "Programs"):
        for name, more in _SHORTCUTS:
            place = f"Join-Path ([Environment]::GetFolderPath('{folder}')) '{name}.lnk'"
            lines += [
                f"$link = $shell.CreateShortcut(({place}))",
                f"$link.TargetPath = '{_single(str(windowed))}'",
                f"$link.Arguments = '{_single(f'{words} {more}'.strip())}'",
                "$link.Save()",
            ]
    return "\n".join(lines)


def _single(text: str) -> str:
    return text.replace("'", "''")


def _quoted(word: str) -> str:
    """Quote a word as Desktop Entry Specification 1.5 asks, with its two levels of escaping."""
    if re.fullmatch(r"[\w./@:+,-]+", word, re.ASCII):
        return word
    escaped = _TO_ESCAPE.sub(r"\\\1", word).replace("\\", "\\\\").replace("%", "%%")
    return f'"{escaped}"'


def _applications(home: Path) -> Path:
    data = os.environ.get("XDG_DATA_HOME", "")
    return (Path(data) if data else home / ".local" / "share") / "applications"


def _desktops(home: Path) -> list[Path]:
    """Find the folder that is the user's desktop; none on a computer without one."""
    config = os.environ.get("XDG_CONFIG_HOME", "")
    settings = (Path(config) if config else home / ".config") / "user-dirs.dirs"
    named = _DESKTOP.search(settings.read_text(encoding="utf-8")) if settings.is_file() else None
    if named is not None:
        found = [Path(named.group(1).replace("$HOME", str(home)))]
    else:
        found = [home / name for name in ("Skrivbord", "Desktop")]
    return [place for place in found if place.is_dir() and place != home][:1]
