"""Finds the number that was typed or scanned, and says in Swedish why it is none of this stop."""

from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.paper.exercise_number import show_number
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.usecases.desk import Desk
from kontaktpunkt.usecases.outages.rows import OutageSheetLine
from kontaktpunkt.wording.refusals import sentence
from kontaktpunkt.wording.words import word


class NotFound(Struct, frozen=True):
    """Why a number was not found, as a sentence."""

    sentence: str


def find(desk: Desk, outage: UUID, typed: str) -> OutageSheetLine | NotFound:
    """Ask the desk (the clerk's lane) which paper it is."""
    line = desk.outage_sheet(outage, typed)
    if line is not None:
        return line
    found = desk.find_sheet(typed)
    if isinstance(found, Refused):
        return NotFound(f"{typed.strip()}: {sentence(found)}")
    number = show_number(found.number)
    for other in desk.outages():
        if other.outage != outage and desk.outage_sheet(other.outage, found.number) is not None:
            whose = other.facts.system or word(other.facts.of)
            return NotFound(f"Nr {number} hör till ett annat stopp ({whose}).")
    return NotFound(f"Nr {number} är inte utlämnat i det här stoppet.")
