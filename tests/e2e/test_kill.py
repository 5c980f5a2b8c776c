"""The process is killed in the middle of its work, again and again, and nothing told is lost."""

import os
from pathlib import Path

import pytest

from e2e.killing import kill_often

_KILLS = int(os.environ.get("KONTAKTPUNKT_KILLS", "20"))
_SEED = int(os.environ.get("KONTAKTPUNKT_SEED", "1"))


@pytest.mark.e2e
@pytest.mark.slow
def test_what_was_shown_as_done_survives_being_killed_at_any_moment(tmp_path: Path) -> None:
    """The program may die at any moment: what it has shown as done is there at the next start.

    Twenty kills; KONTAKTPUNKT_KILLS=200 for the long run, KONTAKTPUNKT_SEED for other moments.
    """
    tally = kill_often(tmp_path, _KILLS, _SEED)

    print(tally.summary())  # noqa: T201  the figures are what one runs it for
    assert tally.lost == []
    assert tally.faults == []
    assert tally.kills == _KILLS
    assert tally.acknowledged > _KILLS, "a script that does nothing proves nothing"
