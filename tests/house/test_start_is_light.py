"""The program's start loads nothing heavy, so that a window is there at once."""

import subprocess
import sys

_HEAVY = ("PySide6", "sqlalchemy", "sqlcipher3", "reportlab", "keyring", "holidays", "pypdfium2")


def test_the_command_line_loads_no_heavy_room_by_itself() -> None:
    """Asking the program for its help does not wait for what only a window or a paper needs."""
    question = (
        f"import sys, kontaktpunkt.cli;print([name for name in {_HEAVY!r} if name in sys.modules])"
    )

    told = subprocess.run(  # noqa: S603  our own question to our own program
        [sys.executable, "-P", "-c", question], capture_output=True, text=True, check=False
    )

    assert told.returncode == 0, told.stderr
    assert told.stdout.strip() == "[]"


def test_nodlage_needs_no_part_of_the_store() -> None:
    """What opens the copy when the store is broken does not even load what the store is made of."""
    question = (
        "import sys, kontaktpunkt.bootstrap.contingency.using;"
        "print([name for name in sys.modules if name.startswith("
        "('sqlalchemy', 'sqlcipher3', 'kontaktpunkt.storage.'))])"
    )

    told = subprocess.run(  # noqa: S603  our own question to our own program
        [sys.executable, "-P", "-c", question], capture_output=True, text=True, check=False
    )

    assert told.returncode == 0, told.stderr
    assert told.stdout.strip() == "[]"
