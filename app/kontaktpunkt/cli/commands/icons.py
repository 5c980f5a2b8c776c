"""The command icons: Kontaktpunkt and Nödläge on the desktop and in the start menu."""

import subprocess
import sys
from argparse import Namespace
from pathlib import Path

from kontaktpunkt.cli.run import DONE, NOT_NOW, complain


def icons(wish: Namespace) -> int:
    """Put the icons where the user finds them, for the store that is named or the usual one."""
    from kontaktpunkt.bootstrap.icons import own_command, put_icons, put_shortcuts

    command = own_command(str(Path(wish.store).resolve()) if wish.store else "")
    if sys.platform == "win32":
        try:
            put_shortcuts(command)
        except (OSError, subprocess.CalledProcessError):
            complain("Det gick inte att göra genvägarna. Gör dem för hand, se README.")
            return NOT_NOW
        print("Kontaktpunkt och Nödläge finns på skrivbordet och i startmenyn.")
        return DONE
    try:
        made = put_icons(command, Path.home())
    except OSError:
        complain("Det gick inte att skriva ikonerna i din hemmapp.")
        return NOT_NOW
    for file in made:
        print(file)
    return DONE
