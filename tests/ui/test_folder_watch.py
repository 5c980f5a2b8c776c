"""The drop folder is looked in while the window is open, and what came of it is told."""

from uuid import UUID

import pytest

from hands.front import Front
from kontaktpunkt.domain.message_kind import MessageKind, SetAsideReason
from kontaktpunkt.ui.frame.folder_watch import NOT_REACHED, REACHED
from kontaktpunkt.usecases.desk import Changed, Fate, FateKind, FolderLook

pytestmark = pytest.mark.ui


def _look(front: Front, look: FolderLook) -> None:
    front.desk.folder_looks = [look]
    front.program.reception.folder_watch.look()
    front.settle()


def test_a_file_from_the_folder_is_told_of_and_the_list_fetched_anew(front: Front) -> None:
    """What was taken in by itself is told in the strip, and the inbox shows it at once."""
    fate = Fate(
        name="avd3.json",
        outcome=FateKind.TAKEN_IN,
        kind=MessageKind.ADMISSION_NOTICE,
        changed=Changed(messages=frozenset({UUID(int=1)})),
    )
    front.desk.asked.clear()

    _look(front, FolderLook(watched=True, fates=(fate,)))

    assert front.said == "avd3.json: intaget, Inskrivningsmeddelande"
    assert any(asked.startswith("inbox") for asked in front.desk.asked)


def test_several_files_are_told_of_by_how_many_of_each(front: Front) -> None:
    """A full folder gives one line, and it says how many could not be read."""
    taken = Fate(name="a.json", outcome=FateKind.TAKEN_IN, kind=MessageKind.ADMISSION_NOTICE)
    aside = Fate(name="b.json", outcome=FateKind.SET_ASIDE, reason=SetAsideReason.NOT_JSON)

    _look(front, FolderLook(watched=True, fates=(taken, taken, aside)))

    assert front.said == "3 filer ur den bevakade mappen: 2 intaget, 1 ej inläst"


def test_a_folder_that_is_gone_is_warned_of_once_and_told_when_it_is_back(front: Front) -> None:
    """A lost network folder is said so at once, not every fifteen seconds."""
    lost = FolderLook(watched=True, reached=False)

    _look(front, lost)
    assert front.said == NOT_REACHED

    front.program.window.strip.clear()
    _look(front, lost)
    assert front.said == ""

    _look(front, FolderLook(watched=True))
    assert front.said == REACHED


def test_nothing_is_looked_for_when_the_store_is_going(front: Front) -> None:
    """When the window closes, or a trial is erased, the folder is let alone."""
    watch = front.program.reception.folder_watch
    assert watch.timer.isActive()

    front.program.reception.stop()

    assert not watch.timer.isActive()
