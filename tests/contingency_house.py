"""A house whose store lies on disk, with its contingency copy, and a use of that copy."""

from dataclasses import dataclass, field
from pathlib import Path

from fakes.key_ring import KeyRingInMemory
from fakes.stores import new_store
from fakes.time_and_chance import SeededChance
from kontaktpunkt.bootstrap.contingency.keeping import CopyKeeper
from kontaktpunkt.bootstrap.contingency.places import beside
from kontaktpunkt.bootstrap.contingency.using import CopyRoom
from kontaktpunkt.bootstrap.stores import Opened
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.person.facts import Address, Protection
from samples import House, a_house, a_notice, a_person

PASSPHRASE = "sju sega gräddkolor"  # noqa: S105  of a copy that is thrown away
SECRET = "Gömda stigen 1"  # noqa: S105  an invented address
NAME = "Prov1 Provsson"


@dataclass
class CopyHouse:
    """A house with two people in hospital, one of them protected, and a keeper of its copy."""

    folder: Path
    ring: KeyRingInMemory | None = field(default_factory=KeyRingInMemory)
    passphrase: str = ""

    def __post_init__(self) -> None:
        self.store = new_store(self.folder)
        self.house: House = a_house(self.store)
        self.house.take_in(
            a_notice(MessageKind.ADMISSION_NOTICE, id="in"),
            a_notice(
                MessageKind.ADMISSION_NOTICE,
                id="in2",
                stay={"stay_ids": ("stay-2",)},
                person=a_person(
                    2,
                    protection=Protection.SECRECY_MARKING,
                    addresses=(Address(lines=(SECRET,), postal_code="99999"),),
                    phone="070-999 99 99",
                ),
            ),
        )
        self.keeper = self.a_keeper()

    def a_keeper(self) -> CopyKeeper:
        """Give a keeper that has just begun, as after a restart."""
        opened = Opened(self.house.anna, self.store)
        return CopyKeeper(self.folder, opened, self.passphrase, lambda: self.ring)

    @property
    def beside(self) -> Path:
        """Give the folder of the copy."""
        return beside(self.folder)

    def room(self, named: Path | None = None, *, ring: bool = True, seed: int = 7) -> CopyRoom:
        """Use the copy, on this computer or on one without its key ring."""
        return CopyRoom(
            named or self.folder,
            self.house.clock,
            SeededChance(seed),
            lambda: self.ring if ring else None,
        )
