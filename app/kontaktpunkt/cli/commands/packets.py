"""The command packet: the packet for unstaffed time, or the packet of a stop, as a PDF."""

import json
from argparse import Namespace
from pathlib import Path
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.cli.commands import weekend
from kontaktpunkt.cli.run import DONE, USAGE, complain
from kontaktpunkt.cli.session import opened
from kontaktpunkt.domain.commands import NoteSheetNotOnPaper
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.private_file import free_name, made_ready, write_private
from kontaktpunkt.usecases.desk import Desk
from kontaktpunkt.usecases.outages.packet.rows import IssuedPacket, OutagePacketPlan
from kontaktpunkt.usecases.outages.rows import OutagePhase, OutageStamp
from kontaktpunkt.wording.refusals import sentence

_STOP = "driftstopp"
_NOT_SAVED = "filen gick inte att spara"


def packet(wish: Namespace) -> int:
    """Make the packet that is named."""
    return _of_stop(wish) if wish.name == _STOP else weekend.packet(wish)


def _of_stop(wish: Namespace) -> int:
    """Make the packet of a stop, all as its profile says, and write it in a folder."""
    out = Path(wish.out)
    if not made_ready(out):
        complain(f"{wish.out}: mappen går inte att skriva i. Inget är gjort.")
        return USAGE
    with opened(wish) as office:
        stop = _chosen(office.desk.outages(only_open=True), wish.outage)
        if isinstance(stop, str):
            complain(stop)
            return USAGE
        made = issued(office.desk, stop, protected=wish.protected)
        if isinstance(made, Refused):
            complain(sentence(made))
            return USAGE
        file = free_name(out / made.file_name)
        try:
            write_private(file, made.pdf)
        except OSError:
            _note_not_saved(office.desk, made)
            complain(f"{file}: går inte att skriva. Alla nummer i paketet är ej på papper.")
            return USAGE
    told = {
        "file": str(file),
        "pages": made.pages,
        "persons": made.persons,
        "numbers": [one.number for one in made.sheets],
    }
    if wish.json:
        print(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        count = f"{made.pages} sidor, {made.persons} personer, {len(made.sheets)} nummer"
        print(f"{file}: {made.title}, {count}")
    return DONE


def _note_not_saved(desk: Desk, made: IssuedPacket) -> None:
    """Let the numbers of a packet that nobody got stand as not on paper."""
    wishes = [NoteSheetNotOnPaper(sheet=one.sheet, note=_NOT_SAVED) for one in made.sheets]
    if wishes:
        desk.act(*wishes)


def issued(desk: Desk, stop: UUID, *, protected: bool) -> IssuedPacket | Refused:
    """Make the packet of a stop with all its numbers; `protected`: their forms go along too."""
    plan = desk.outage_packet(stop)
    if isinstance(plan, Refused):
        return plan
    return desk.issue_outage_packet(_without_protected(plan, keep=protected), saved=True)


def _without_protected(plan: OutagePacketPlan, *, keep: bool) -> OutagePacketPlan:
    """Leave out the forms of protected people, unless it is said that they go along."""
    filled = tuple(
        replace(one, chosen=one.chosen and (keep or not one.is_protected)) for one in plan.filled
    )
    return replace(plan, filled=filled)


def _chosen(open_stops: tuple[OutageStamp, ...], wished: str) -> UUID | str:
    """Give the stop that is meant, or say in words which there are."""
    if not open_stops:
        return "Inget driftstopp pågår. Anmäl det i programmet först."
    going = [one for one in open_stops if one.phase is OutagePhase.GOES_ON] or open_stops
    real = [one for one in going if not one.exercise] or list(going)
    if wished:
        found = [one for one in open_stops if str(one.outage) == wished]
        return found[0].outage if found else f"{wished} är inget driftstopp som pågår"
    if len(real) == 1:
        return real[0].outage
    which = "\n".join(f"  {one.outage}  {one.facts.system or 'egna datorer'}" for one in real)
    return f"Flera driftstopp pågår. Säg vilket med --outage ID:\n{which}"
