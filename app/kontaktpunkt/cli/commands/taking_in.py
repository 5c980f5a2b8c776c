"""The command take-in: one line per file saying what became of it."""

import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import Final

from kontaktpunkt.cli.run import DONE, NEEDS_SOMEBODY, USAGE, complain
from kontaktpunkt.cli.session import opened
from kontaktpunkt.domain.message_kind import Carrier, Change
from kontaktpunkt.usecases.desk import Fate, FateKind
from kontaktpunkt.wording.words import word

MOST_BYTES: Final = 30 * 1024 * 1024
"""What is larger is not read whole: its first part is enough to set it aside with the reason."""

_AT_A_TIME: Final = 100


def take_in(wish: Namespace) -> int:
    """Take files in; 3 when something was set aside, 2 when a file could not be opened."""
    unreadable = 0
    fates: list[Fate] = []
    with opened(wish) as office:
        batch: list[tuple[str, bytes]] = []
        for each in wish.files:
            data = _read(Path(each))
            if data is None:
                unreadable += 1
                continue
            batch.append((Path(each).name, data))
            if len(batch) >= _AT_A_TIME:
                fates += _tell(office.desk.take_in_many(batch, Carrier.COMMAND_LINE), wish)
                batch = []
        if batch:
            fates += _tell(office.desk.take_in_many(batch, Carrier.COMMAND_LINE), wish)
    if unreadable:
        return USAGE
    aside = (FateKind.SET_ASIDE, FateKind.KNOWN_SET_ASIDE)
    return NEEDS_SOMEBODY if any(fate.outcome in aside for fate in fates) else DONE


def _read(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as problem:
        complain(f"{path}: går inte att öppna ({_why(problem)})")
        return None


def _why(problem: OSError) -> str:
    match problem:
        case FileNotFoundError():
            return "filen finns inte"
        case IsADirectoryError():
            return "det är en mapp"
        case PermissionError():
            return "du har inte rätt att läsa den"
        case _:
            return "den gick inte att läsa"


def _tell(fates: list[Fate], wish: Namespace) -> list[Fate]:
    """Say each fate as soon as it is durable, so that what has been said is never lost."""
    for fate in fates:
        print(json.dumps(_as_json(fate), ensure_ascii=False) if wish.json else line_of(fate))
    sys.stdout.flush()
    return fates


def line_of(fate: Fate) -> str:
    """Give the line of one file: its name and what became of it."""
    if fate.outcome in (FateKind.TAKEN_IN, FateKind.KNOWN) and fate.kind is not None:
        became = "inläst" if fate.outcome is FateKind.TAKEN_IN else "redan inläst"
        change = f"{word(fate.change)} av " if fate.change is not Change.NEW else ""
        return f"{fate.name}: {became}, {change}{word(fate.kind)}"
    became = "ej inläst" if fate.outcome is FateKind.SET_ASIDE else "redan under Ej inläst"
    reason = word(fate.reason) if fate.reason else ""
    place = f" ({fate.place})" if fate.place else ""
    return f"{fate.name}: {became}: {reason}{place}"


def _as_json(fate: Fate) -> dict[str, object]:
    return {
        "file": fate.name,
        "outcome": fate.outcome,
        "kind": fate.kind,
        "change": fate.change,
        "reason": fate.reason,
        "place": fate.place,
        "message": str(fate.message) if fate.message else None,
        "case": str(fate.case) if fate.case else None,
    }
