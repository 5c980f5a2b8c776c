"""A desk whose register of units and contacts is a real one in memory; the rest is invented."""
# ruff: noqa: D102 – each method is told by the Desk protocol

from dataclasses import dataclass, field

from hands.desk import DeskInMemory
from kontaktpunkt.domain.commands import Command
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.usecases.contacts.editing import UnitEdit
from kontaktpunkt.usecases.contacts.rows import ImportPage, Register
from kontaktpunkt.usecases.contacts.sheets import SheetFault
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.phone_lists.numbers import NumbersPage, NumbersWaiting
from samples import House, a_house


@dataclass
class ContactsDesk(DeskInMemory):
    """What is asked of the register is answered by a store."""

    house: House = field(default_factory=a_house)

    def register(self) -> Register:
        return self.house.anna.register()

    def numbers(self) -> NumbersPage:
        return self.house.anna.numbers()

    def numbers_waiting(self) -> NumbersWaiting:
        return self.house.anna.numbers_waiting()

    def save_unit(self, edit: UnitEdit) -> Done | Refused:
        return self.house.anna.save_unit(edit)

    def read_contact_list(self, data: bytes) -> ImportPage | SheetFault:
        return self.house.anna.read_contact_list(data)

    def take_contact_list(self, data: bytes) -> Done | Refused | SheetFault:
        return self.house.anna.take_contact_list(data)

    def act(self, *commands: Command) -> Done | Refused:
        self.commands.extend(commands)
        return self.house.anna.act(*commands)

    def undo(self) -> Done | Refused:
        return self.house.anna.undo()
