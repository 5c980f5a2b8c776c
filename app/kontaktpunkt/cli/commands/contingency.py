"""The command nöd (nod): the contingency copy, with the store and everything else dead."""

import json
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kontaktpunkt.cli.commands.show import has_screen
from kontaktpunkt.cli.run import DONE, NEEDS_SOMEBODY, NOT_NOW, USAGE, complain
from kontaktpunkt.domain.events.office import SheetMedium
from kontaktpunkt.private_file import free_name, made_ready, write_private
from kontaktpunkt.usecases.contingency.rows import CopyFound, CopyPage, CopyWish
from kontaktpunkt.usecases.failures import Obstacle, PassphraseReason, Unavailable
from kontaktpunkt.wording.contingency import NO_COPY, age_words, copy_obstacle_words

if TYPE_CHECKING:
    from kontaktpunkt.bootstrap.contingency.using import CopyRoom


def contingency(wish: Namespace) -> int:
    """Open the window of Nödläge; with --out, --persons or --json, or no screen, do it here."""
    from kontaktpunkt.bootstrap.contingency.places import beside
    from kontaktpunkt.bootstrap.contingency.using import CopyRoom
    from kontaktpunkt.bootstrap.places import store_folder

    store = store_folder(Path(wish.store) if wish.store else None, demo=bool(wish.demo))
    if not (wish.out or wish.persons or wish.json) and has_screen():
        from kontaktpunkt.cli.window.contingency import show_contingency

        return show_contingency(store, wish.copy or "")
    room = CopyRoom(Path(wish.copy) if wish.copy else beside(store))
    if wish.out and not made_ready(Path(wish.out)):
        complain(f"{wish.out}: mappen går inte att skriva i. Inget är gjort.")
        return USAGE
    return _here(wish, room)


def _here(wish: Namespace, room: "CopyRoom") -> int:
    found = room.look()
    if found.flaw:
        complain(found.flaw)
    if found.made_at is None:
        complain(f"{found.place}: {NO_COPY}")
        return USAGE
    if not wish.json:
        print(f"Kopian gjordes {age_words(found.made_at, room.now())}")
    page = _opened(wish, room, found)
    if page is None:
        return NOT_NOW
    try:
        _tell(wish, page)
        if wish.out:
            _write(room, page, Path(wish.out))
    finally:
        room.end()
    for said in room.told():
        complain(said)
    return NEEDS_SOMEBODY if room.told() else DONE


def _opened(wish: Namespace, room: "CopyRoom", found: CopyFound) -> CopyPage | None:
    passphrase = ""
    if found.needs_passphrase:
        from kontaktpunkt.cli.session import ask_passphrase

        passphrase = ask_passphrase(wish, PassphraseReason.CHOSEN) or ""
    try:
        return room.open(passphrase, wish.by or "", exercise=bool(wish.exercise))
    except Unavailable as problem:
        if not passphrase and problem.obstacle is Obstacle.WRONG_KEY:
            problem = Unavailable(Obstacle.KEY_LOCKED)
        complain(copy_obstacle_words(problem.obstacle))
        return None


def _tell(wish: Namespace, page: CopyPage) -> None:
    """List what the copy holds; whom it is about only where that is asked for."""
    if wish.json:
        whole: dict[str, object] = msgspec.to_builtins(page)
        if not wish.persons:
            whole["people"] = len(page.people)
            whole.pop("made_by", None)
        print(json.dumps(whole, ensure_ascii=False, indent=1))
        return
    print(f"På sjukhus: {len(page.people)}")
    if wish.persons:
        for one in page.people:
            parts = (one.name, one.number, one.where, one.how_far)
            print("  " + ", ".join(part for part in parts if part))
    for title in page.lists:
        print(f"Lista: {title}")
    print(f"Blanketter: {', '.join(one.number for one in page.forms)}")


def _write(room: "CopyRoom", page: CopyPage, out: Path) -> None:
    """Write each list and each form as a file of its own, and say which numbers were given."""
    whole = room.everything()
    parts = [CopyWish(lists=(place,)) for place in whole.lists]
    for form in page.forms:
        filled = tuple(one for one in whole.filled if one[0] == form.number)
        blanks = tuple(one for one in whole.blanks if one[0] == form.number)
        if filled or blanks:
            parts.append(CopyWish(filled=filled, blanks=blanks))
    for no, part in enumerate(parts, start=1):
        paper = room.make(part, SheetMedium.SAVED)
        file = free_name(out / f"{no:02d}-{paper.file_name}")
        write_private(file, paper.pdf)
        said = f", nummer {paper.numbers[0]} till {paper.numbers[-1]}" if paper.numbers else ""
        print(f"{file}: {paper.title}, {paper.pages} sidor{said}")
