"""The first page is painted before anything heavy is loaded: told by modules, not by clocks."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bench.measuring import fresh_store
from bench.traffic import messages
from kontaktpunkt.domain.message_kind import Carrier

_ROOT = Path(__file__).resolve().parents[2]
_HEAVY = {"sqlalchemy", "reportlab", "pypdfium2", "holidays", "keyring", "segno"}


@pytest.mark.ui
@pytest.mark.slow
def test_the_first_rows_are_painted_before_the_heavy_rooms_are_loaded(tmp_path: Path) -> None:
    """In the morning the list is there at once; what the program needs later it loads later.

    The store is kept from being opened until the rows are painted: they need nothing of it.
    """
    with fresh_store(tmp_path / "store") as opened:
        opened.desk.take_in_many(list(messages(20)), Carrier.FILE)

    path = os.pathsep.join(str(_ROOT / part) for part in ("app", "tests"))
    told = subprocess.run(  # noqa: S603  our own program
        [
            sys.executable,
            str(_ROOT / "tests/bench/window_child.py"),
            str(tmp_path / "store"),
            "held",
        ],
        env={**os.environ, "PYTHONPATH": path, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=True,
        timeout=60,
    )

    shown = json.loads(told.stdout)
    assert shown["painted_ns"] > shown["shown_ns"] > 0
    assert set(shown["heavy"]) & _HEAVY == set()
