"""The tour: walks through every screen and makes a picture of each, waiting for facts, not time."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from kontaktpunkt.ui.app import Program
from kontaktpunkt.ui.rooms import PLACES
from kontaktpunkt.ui.screens.case.screen import CaseScreen
from kontaktpunkt.ui.screens.inbox.acts import Act
from kontaktpunkt.ui.screens.inbox.screen import InboxScreen
from kontaktpunkt.ui.theme.theme import Mode

if TYPE_CHECKING:
    from kontaktpunkt.ui.screens.entry.screen import EntryScreen

Size = tuple[int, int]
_ROUNDS = 4


def tour_shots(program: Program, out: Path, sizes: Sequence[Size]) -> list[Path]:
    """Show the program and save a picture of each screen at each size; gives their paths.

    Names are `<what>-<width>x<height>.png`. The program must have been made but not shown.
    """
    return _Tour(program, out).walk(sizes)


def grab(program: Program, key: str, path: Path) -> None:
    """Save a picture of one screen of a program that is shown."""
    program.reception.show(key)
    wait_until_settled(program)
    program.window.grab().save(str(path))


def wait_until_settled(program: Program) -> None:
    """Let events pass until everything asked of the clerk has been answered and painted."""
    loop = QEventLoop()
    # Answers may lead to new questions (the card of a row that has come), hence the rounds.
    for _ in range(_ROUNDS):
        while not program.clerk.is_idle:
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        QApplication.processEvents()


_COPIED: Final = """Inskrivningsmeddelande
Personnummer: 18900102-9801
Namn: Exempelsson, Exempla
Sjukhus: Exempelsjukhuset
Avdelning: Avd 3
Telefon avdelning: 0510-850 03
Inskriven: 2026-03-02 21:40
Beräknad utskrivning: 2026-03-06
Beräknad utskrivning: 2026-03-09
Har med sig rollator och glasögon"""
"""A text as it is copied from the region's screen; who was born in 1890 is nobody who lives."""


class _Tour:
    """One walk: each stop brings something on screen, and a picture is taken."""

    def __init__(self, program: Program, out: Path) -> None:
        self._program = program
        self._out = out
        self._made: list[Path] = []

    def walk(self, sizes: Sequence[Size]) -> list[Path]:
        """Take all pictures."""
        program = self._program
        # A blinking cursor would make each run's pictures differ.
        QApplication.setCursorFlashTime(0)
        program.show()
        self._settle()
        for size in sizes:
            program.window.resize(*size)
            for name, go in self._stops():
                go()
                self._settle()
                self._shoot(name, size)
            self._look(Mode.LIGHT, 100)
        program.window.close()
        return self._made

    def _stops(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """Give what is shown, in order; each stop begins from the inbox in light."""
        yield "inkorg", lambda: self._look(Mode.LIGHT, 100)
        yield "inkorg-lamna-till", lambda: self._act(Act.HAND_OVER)
        yield "inkorg-samtal", lambda: self._act(Act.CALL)
        yield "inkorg-tom", self._empty_list
        yield "inkorg-skyddad", self._masked
        for place in PLACES[1:]:
            yield place.key.replace("_", "-"), lambda key=place.key: self._show(key)
        yield "stam-av", lambda: self._show("reconcile")
        yield "arende", lambda: self._case(1)
        yield "arende-samma-person", self._met_twice
        yield "arende-23-timmars", lambda: self._case(0)
        yield "nytt-meddelande", self._entry
        yield "nytt-meddelande-inklistrat", self._pasted
        yield "sok", self._palette
        yield "hjalp", self._help
        yield "inkorg-mork", lambda: self._look(Mode.DARK, 100)
        yield "inkorg-hog-kontrast", lambda: self._look(Mode.HIGH_CONTRAST, 100)
        yield "inkorg-150", lambda: self._look(Mode.LIGHT, 150)

    @property
    def _inbox(self) -> InboxScreen:
        return cast("InboxScreen", self._program.reception.screen("inbox"))

    def _show(self, key: str) -> None:
        window = self._program.window
        window.palette_panel.close_palette()
        window.help.hide()
        self._program.reception.show(key)

    def _look(self, mode: Mode, percent: int) -> None:
        self._first_row()
        self._program.theme.set_look(mode, percent)

    def _first_row(self) -> None:
        self._show("inbox")
        self._inbox.drawer.close_drawer()
        self._inbox.head.field.clear()
        self._settle()
        self._inbox.list.choose(0)

    def _act(self, act: Act) -> None:
        self._first_row()
        self._settle()
        self._inbox.acts_.actions[act].trigger()

    def _empty_list(self) -> None:
        self._first_row()
        self._inbox.head.field.setText("ingen heter så")

    def _masked(self) -> None:
        self._first_row()
        model = self._inbox.model
        for place in range(min(model.rowCount(), 60)):
            row = model.row(place)
            if row is not None and (row.masked or row.protection.value != "none"):
                self._inbox.list.choose(place)
                return

    def _met_twice(self) -> None:
        """Compare the one of the demo who came by a reserve number with who he seems to be."""
        self._first_row()
        place = self._program.reception.workplace
        if place is None:
            return
        desk = place.desk
        place.clerk.ask(
            lambda: desk.search("Thomas Gren").cases,
            lambda cases: place.case_wanted.emit(cases[0].case) if cases else None,
        )
        self._settle()
        case = self._program.window.screens["case"]
        if isinstance(case, CaseScreen) and case.joining.offers:
            case.joining.compare_wanted.emit(case.joining.offers[0])

    def _case(self, place: int) -> None:
        self._first_row()
        self._settle()
        self._inbox.list.choose(place)
        self._settle()
        self._inbox.acts_.actions[Act.OPEN].trigger()

    def _entry(self) -> None:
        self._first_row()
        self._program.window.keys.actions["new_message"].trigger()
        self._settle()
        # A draft of the stop before is put away: each picture begins from an empty form.
        self._form.clear()

    def _pasted(self) -> None:
        """Paste a text about nobody who exists."""
        self._entry()
        self._form.paster.field.pasted.emit(_COPIED)

    @property
    def _form(self) -> "EntryScreen":
        return cast("EntryScreen", self._program.window.screens["entry"])

    def _palette(self) -> None:
        self._first_row()
        self._program.window.keys.actions["search"].trigger()
        self._settle()
        self._program.window.palette_panel.field.setText("med")

    def _help(self) -> None:
        self._first_row()
        self._program.window.keys.actions["help"].trigger()

    def _settle(self) -> None:
        wait_until_settled(self._program)

    def _shoot(self, name: str, size: Size) -> None:
        width, height = size
        path = self._out / f"{name}-{width}x{height}.png"
        self._program.window.grab().save(str(path))
        self._made.append(path)
