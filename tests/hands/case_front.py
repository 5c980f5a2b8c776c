"""A hand on the case: goes there, and chooses lines of its timeline."""

from typing import cast
from uuid import UUID

from hands.front import Front
from kontaktpunkt.ui.screens.case.screen import CaseScreen
from kontaktpunkt.ui.workplace import Workplace


def workplace_of(front: Front) -> Workplace:
    """Give the workplace behind the window."""
    workplace = front.program.reception.workplace
    assert workplace is not None
    return workplace


def go_to_case(front: Front, case: UUID) -> None:
    """Open a case."""
    workplace_of(front).case_wanted.emit(case)
    front.settle()


def case_screen(front: Front) -> CaseScreen:
    """Give the screen of the case."""
    return cast("CaseScreen", front.program.window.screens["case"])


def choose_line(front: Front, title: str) -> None:
    """Choose the line of the timeline that begins with these words."""
    timeline = case_screen(front).timeline.list
    place = next(
        place for place, line in enumerate(timeline.lines.lines) if line.title.startswith(title)
    )
    timeline.setFocus()
    timeline.setCurrentIndex(timeline.lines.index(place))
