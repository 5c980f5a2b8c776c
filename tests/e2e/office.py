"""A contact point for a story: its store on disk, its staff, its clock, and letters to it."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from kontaktpunkt.bootstrap.clocks import SeededChance
from kontaktpunkt.bootstrap.opening import Opening as StoreOpening
from kontaktpunkt.bootstrap.opening import open_desk, sit_down
from kontaktpunkt.bootstrap.stores import NewStore, Opened, begin
from kontaktpunkt.domain.commands import AddStaff
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.staff import Role
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.messages import write
from kontaktpunkt.ui.app import Opening
from kontaktpunkt.usecases.desk import Desk
from kontaktpunkt.usecases.founding import Founding
from kontaktpunkt.usecases.ports import Clock
from samples import NOW, a_notice, a_person, done, hours

PASSPHRASE: Final = "sju sega gräddkolor"  # noqa: S105  of a store that is thrown away
_APP: Final = Path(__file__).resolve().parents[2] / "app"
ANNA: Final = "Anna Ålander"
BO: Final = "Bo Östberg"


class RunningClock:
    """A clock that is set to a Tuesday morning when a story begins, and then runs as clocks do."""

    def __init__(self, at: Instant = NOW) -> None:
        self._ahead = at - time.monotonic_ns() // 1000

    def now(self) -> Instant:
        """Give the time of the story."""
        return Instant(time.monotonic_ns() // 1000 + self._ahead)

    def turn_to(self, at: Instant) -> None:
        """Let it be another time: nobody waits out a forenoon for a story."""
        self._ahead = at - time.monotonic_ns() // 1000


@dataclass
class Office:
    """A store under a passphrase, with Anna and Bo; windows are opened on it one at a time."""

    folder: Path
    clock: Clock = field(default_factory=RunningClock)
    _opened: Opened | None = None

    def found(self, profile: str = "lidkoping") -> None:
        """Make the store and let Bo in."""
        founding = Founding(
            municipality="Provköping", profile=profile, name=ANNA, role=Role.CONTACT_POINT
        )
        new = NewStore(
            folder=self.folder,
            founding=founding,
            clock=self.clock,
            chance=SeededChance("office"),
            passphrase=PASSPHRASE,
        )
        with begin(new) as opened:
            bo = AddStaff(staff=UUID(int=0xB0), name=BO, role=Role.CASEWORKER, unit="Hemvård Norr")
            done(opened.desk.act(bo))

    def opening(self, who: str = ANNA) -> Opening:
        """Say how a window comes to this store, with somebody sitting at it."""
        return Opening(open_desk=lambda: self._sit_down(who), close_desk=self._leave)

    def desk(self, who: str = ANNA) -> Opened:
        """Open the store beside the window, as the command line does; close it with `with`."""
        opened = open_desk(
            StoreOpening(folder=self.folder, passphrase=lambda _: PASSPHRASE, clock=self.clock)
        )
        assert sit_down(opened.desk, who), who
        return opened

    def _sit_down(self, who: str) -> Desk:
        self._opened = self.desk(who)
        return self._opened.desk

    def _leave(self) -> None:
        if self._opened is not None:
            self._opened.store.close()
            self._opened = None


def text_of(pdf: Path) -> str:
    """Give the text that stands on a paper."""
    read = subprocess.run(  # noqa: S603  a fixed command on our own file
        ["pdftotext", "-layout", str(pdf), "-"],  # noqa: S607  a tool of the test command
        capture_output=True,
        check=True,
    )
    return read.stdout.decode()


def command(*words: str, hand_on: Sequence[int] = ()) -> subprocess.CompletedProcess[str]:
    """Run the program's command line as a process of its own, with the passphrase handed in."""
    return subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-m", "kontaktpunkt", "--passphrase-fd", "0", *words],
        input=f"{PASSPHRASE}\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        pass_fds=tuple(hand_on),
        env=os.environ | {"PYTHONPATH": str(_APP), "PYTHONUTF8": "1"},
    )


def a_letter(
    folder: Path, name: str, kind: MessageKind = MessageKind.ADMISSION_NOTICE, **said: Any
) -> Path:
    """Write a message to a file, as a region's system would have sent it."""
    who = said.pop("person", None) or a_person(
        said.pop("nth", 1),
        given_name=said.pop("given_name", "Åsa"),
        family_name=said.pop("family_name", "Öberg"),
    )
    notice = a_notice(kind, **({"id": name, "person": who, "sent_at": hours(-0.2)} | said))
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.json"
    path.write_bytes(write(notice))
    return path
