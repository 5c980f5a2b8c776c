"""The copy in the program: made when due, told of when old, in order in the settings."""

from dataclasses import dataclass, field

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker

from hands.care import CareInMemory
from hands.front import Front, OpenFront
from kontaktpunkt.domain.commands import NoteContingencyTried
from kontaktpunkt.domain.events.contingency import ContingencyUsed
from kontaktpunkt.domain.times import HOUR, MINUTE, Instant
from kontaktpunkt.ui.frame.contingency_frame import ContingencyFrame
from kontaktpunkt.ui.screens.settings.contingency import BINDER_SHEET
from kontaktpunkt.ui.screens.settings.screen import SettingsScreen
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.contingency.rows import CopyPlace, CopyStanding, PassphraseWay
from kontaktpunkt.usecases.failures import Obstacle
from samples import NOW, id_of

pytestmark = [pytest.mark.ui, pytest.mark.qt_log_ignore("propagateSizeHints")]


@dataclass
class CopiesInMemory:
    """Keeps copies that are only told of."""

    standing_now: CopyStanding
    used: tuple[ContingencyUsed, ...] = ()
    asked: list[str] = field(default_factory=list[str])

    def standing(self) -> CopyStanding:
        """Say how it is."""
        return self.standing_now

    def keep(self, *, only_due: bool) -> CopyStanding:
        """Make the copies."""
        self.asked.append(f"keep {only_due}")
        return self.standing_now

    def choose_passphrase(self, passphrase: str) -> CopyStanding:
        """Take a passphrase."""
        self.asked.append(passphrase)
        self.standing_now = replace(self.standing_now, passphrase=PassphraseWay.OWN)
        return self.standing_now

    def choose_folders(self, folders: tuple[str, ...]) -> CopyStanding:
        """Take folders."""
        own = self.standing_now.places[:1]
        more = tuple(CopyPlace(folder=one, is_there=False) for one in folders)
        self.standing_now = replace(self.standing_now, places=(*own, *more))
        return self.standing_now

    def take_logbooks(self) -> tuple[ContingencyUsed, ...]:
        """Give what was used."""
        given, self.used = self.used, ()
        return given


def _standing(age: int) -> CopyStanding:
    own = CopyPlace(folder="lager", beside_store=True, made_at=Instant(NOW - age))
    return CopyStanding(now=NOW, places=(own,), minutes=30, passphrase=PassphraseWay.NONE)


@pytest.fixture
def copies() -> CopiesInMemory:
    """Give copies that are two hours old."""
    return CopiesInMemory(_standing(2 * HOUR))


@pytest.fixture
def front(opened: OpenFront) -> Front:
    """Open the window."""
    return opened()


def _workplace(front: Front) -> Workplace:
    workplace = front.program.reception.workplace
    assert workplace is not None
    return workplace


def _frame(front: Front, copies: CopiesInMemory) -> ContingencyFrame:
    return ContingencyFrame(_workplace(front), front.program.window, CareInMemory(kept=copies))


def _links(front: Front) -> list[str]:
    standing = front.program.window.strip.standing
    return [standing.link(one).text() for one in ("contingency used", "contingency old")]


def test_an_old_copy_is_told_of_on_every_screen(front: Front, copies: CopiesInMemory) -> None:
    """Each minute it is looked after; three intervals old means that something is wrong."""
    frame = _frame(front, copies)
    _workplace(front).minute.emit(NOW)
    front.settle()
    assert copies.asked == ["keep True"]
    assert "Nödkopian är gammal: i dag" in _links(front)[1]

    copies.standing_now = _standing(89 * MINUTE)
    _workplace(front).minute.emit(NOW)
    front.settle()
    assert _links(front)[1] == ""
    frame.deleteLater()


def test_what_nodlage_gave_is_told_with_a_way_on(front: Front, copies: CopiesInMemory) -> None:
    """The next morning the strip says how many papers wait, and leads to the stop."""
    copies.used = (
        ContingencyUsed(
            session=id_of("session"),
            began=Instant(NOW - 3 * HOUR),
            ended=Instant(NOW - HOUR),
            sheets=6,
        ),
    )
    frame = _frame(front, copies)
    frame.begin()
    front.settle()

    assert _links(front)[0] == "Nödläget användes 05:40–07:40: 6 blad att föra in"
    frame.begin()
    front.settle()
    assert "6 blad" in _links(front)[0]

    standing = front.program.window.strip.standing
    with QSignalBlocker(standing):
        standing.link("contingency used").click()
    assert _links(front)[0] == ""
    copies.used = (ContingencyUsed(session=id_of("looked"), began=NOW, ended=NOW),)
    frame.begin()
    front.settle()
    assert _links(front)[0] == ""

    copies.used = (ContingencyUsed(session=id_of("other"), began=NOW, ended=NOW, sheets=1),)
    _workplace(front).minute.emit(NOW)
    front.settle()
    assert "1 blad" in _links(front)[0]
    frame.deleteLater()


def test_a_place_that_fails_is_told_of_once(front: Front, copies: CopiesInMemory) -> None:
    """Not anew each minute; but again when it had worked in between."""
    full = CopyPlace(folder="/media/usb", problem=Obstacle.DISK_FULL)
    well = replace(full, problem=None)
    said: list[str] = []
    frame = _frame(front, copies)
    _workplace(front).noted.connect(said.append)
    for place, times in ((full, 1), (full, 1), (well, 1), (full, 2)):
        own = copies.standing_now.places[0]
        copies.standing_now = replace(copies.standing_now, places=(own, place))
        _workplace(front).minute.emit(NOW)
        front.settle()
        assert len(said) == times

    assert said[0].startswith("Nödkopian. /media/usb: ")
    frame.deleteLater()


def test_the_settings_say_how_it_is_with_the_copy(front: Front, copies: CopiesInMemory) -> None:
    """Age, places, passphrase and trial; what is chosen there is done at once."""
    screen = SettingsScreen(_workplace(front), CareInMemory(kept=copies))
    front.program.window.add_screen(screen)
    front.program.window.show_screen("settings")
    page = screen.contingency
    screen.names.setCurrentRow([*screen.pages].index(page))
    front.settle()
    assert "för 2 tim sedan" in page.standing.text()
    assert "Ingen lösenfras är vald" in page.way.text()
    assert "inte prövad än" in page.tried.text()

    page.new.setText("kort")
    page.choose_passphrase()
    assert "För kort" in page.new_field.refusal.text()
    page.new.setText("fyra gröna elefanter")
    page.again.setText("fyra gröna elefanter")
    page.choose_passphrase()
    front.settle()
    assert copies.asked == ["fyra gröna elefanter"]
    assert "En egen lösenfras" in page.way.text()
    assert page.new.text() == ""

    page.keep_in("/media/usb")
    front.settle()
    assert "går inte att nå nu" in page.places.item(1).text()
    page.places.setCurrentRow(1)
    page.leave_folder()
    front.settle()
    assert page.places.count() == 1


def test_the_trial_and_the_sheet_for_the_binder(front: Front, copies: CopiesInMemory) -> None:
    """One key notes that the passphrase was tried; the sheet never holds it."""
    screen = SettingsScreen(_workplace(front), CareInMemory(kept=copies))
    front.program.window.add_screen(screen)
    wanted: list[object] = []
    _workplace(front).document_wanted.connect(wanted.append)

    screen.contingency.note_tried()
    screen.contingency.show_paper()
    front.settle()

    assert NoteContingencyTried() in front.desk.commands
    assert wanted == [BINDER_SHEET]
