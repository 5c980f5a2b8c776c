"""Finds the number that was typed or scanned, and says in Swedish why it is none of this stop."""

from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.paper.exercise_number import show_number
from kontaktpunkt.domain.paper.sheet_number import NumberFlaw, parse
from kontaktpunkt.ui.sheets.scanning import is_number
from kontaktpunkt.usecases.desk import Desk
from kontaktpunkt.usecases.outages.rows import OutageSheetLine
from kontaktpunkt.wording.words import word


class NotFound(Struct, frozen=True):
    """Why a number was not found, as a sentence."""

    sentence: str


def find(desk: Desk, outage: UUID, typed: str) -> OutageSheetLine | NotFound:
    """Ask the desk (the clerk's lane) which paper it is."""
    digits = "".join(typed.split()).replace("-", "").replace("Ö", "0").replace("ö", "0")
    line = desk.outage_sheet(outage, digits)
    if line is not None:
        return line
    flaw = parse(digits)
    if isinstance(flaw, NumberFlaw) and not is_number(digits):
        return NotFound(f"{typed.strip()}: {word(flaw)}")
    for other in desk.outages():
        if other.outage != outage and desk.outage_sheet(other.outage, digits) is not None:
            whose = other.facts.system or word(other.facts.of)
            return NotFound(f"Nr {show_number(digits)} hör till ett annat stopp ({whose}).")
    return NotFound(f"Nr {show_number(digits)} är inte utlämnat i det här stoppet.")
