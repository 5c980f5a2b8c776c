"""The first page is painted before anything heavy is loaded: told by modules, not by clocks."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

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

    shown = _start(tmp_path / "store")

    assert shown["painted_ns"] > shown["shown_ns"] > 0
    assert set(shown["heavy"]) & _HEAVY == set()


def _start(store: Path) -> dict[str, Any]:
    """Start the program on a store and give what it told; once more when it did not come up.

    What is proven is what had been loaded, not that a crowded machine starts a window in time.
    """
    path = os.pathsep.join(str(_ROOT / part) for part in ("app", "tests"))
    for may_fail in (True, False):
        told = subprocess.run(  # noqa: S603  our own program
            [sys.executable, str(_ROOT / "tests/bench/window_child.py"), str(store), "held"],
            env={**os.environ, "PYTHONPATH": path, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            check=not may_fail,
            timeout=120,
        )
        if told.returncode == 0:
            return json.loads(told.stdout)
    raise AssertionError("check=True has raised before this")
