"""The command form: a paper form as PDF, blank or filled for a case; list the forms; check one."""

import json
import os
from argparse import Namespace
from pathlib import Path
from uuid import UUID

from kontaktpunkt.bootstrap.shelf import DataShelf, form_contents
from kontaktpunkt.cli.run import DONE, NEEDS_SOMEBODY, USAGE, complain
from kontaktpunkt.cli.session import opened
from kontaktpunkt.domain.commands import NoteSheetNotOnPaper
from kontaktpunkt.domain.paper.form import FormDefinition
from kontaktpunkt.domain.paper.form_flaws import Flaw
from kontaktpunkt.domain.paper.form_folder import flaws_beside, read_form_file, sort_out
from kontaktpunkt.domain.paper.form_text import placed_in
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.private_file import write_private
from kontaktpunkt.usecases.back_entry.names import entry_hints
from kontaktpunkt.wording.form_flaws import (
    sentence_broken_form,
    sentence_entry_hint,
    sentence_form_flaw,
)
from kontaktpunkt.wording.refusals import sentence


def form(wish: Namespace) -> int:
    """Make a form, or list or check forms."""
    if wish.name == "list":
        return _list(wish)
    if wish.name == "check":
        return _check(wish)
    if not wish.out:
        complain("Säg vilken fil blanketten ska sparas i: -o FIL")
        return USAGE
    hindrance = _hindrance(Path(wish.out))
    if hindrance:
        complain(f"{wish.out}: {hindrance}. Inget nummer är taget.")
        return USAGE
    try:
        case = UUID(wish.case) if wish.case else None
    except ValueError:
        complain(f"{wish.case} är inget ärende-id")
        return USAGE
    return _make(wish, case)


def _hindrance(file: Path) -> str:
    """Look first: a number that was taken for a paper nobody got has to be accounted for."""
    if file.exists():
        return "finns redan och skrivs inte över"
    return "" if os.access(file.parent, os.W_OK) else "går inte att skriva"


def _make(wish: Namespace, case: UUID | None) -> int:
    with opened(wish) as office:
        paper = office.desk.issue(wish.name, case, saved=True, purpose="kommandorad")
        if isinstance(paper, Refused):
            _tell_broken(wish.name)
            complain(sentence(paper))
            return USAGE
        try:
            write_private(Path(wish.out), paper.pdf)
        except OSError:
            office.desk.act(
                NoteSheetNotOnPaper(sheet=paper.sheet, note="filen gick inte att spara")
            )
            complain(f"{wish.out}: går inte att skriva. Nummer {paper.number} är ej på papper.")
            return USAGE
    print(f"{wish.out}: {paper.title}, nummer {paper.number}")
    return DONE


def _list(wish: Namespace) -> int:
    forms = DataShelf().forms()
    if wish.json:
        listed = [{"number": f.number, "version": f.version, "title": f.title} for f in forms]
        print(json.dumps(listed, ensure_ascii=False, indent=1))
    else:
        for one in forms:
            print(f"{one.number}  {one.title}  (version {one.version})")
    return NEEDS_SOMEBODY if _tell_broken() else DONE


def _tell_broken(number: str = "") -> bool:
    """Tell of the forms that are left out, or of one: none goes away without a word."""
    broken = [
        one for one in DataShelf().broken_forms() if number in ("", one.file.removesuffix(".toml"))
    ]
    for one in broken:
        complain(sentence_broken_form(one))
    return bool(broken)


def _check(wish: Namespace) -> int:
    if not wish.file:
        complain("Säg vilken fil som ska kontrolleras: form check FIL")
        return USAGE
    file = Path(wish.file)
    try:
        content = file.read_bytes()
    except OSError:
        complain(f"{wish.file}: filen finns inte, eller går inte att öppna")
        return USAGE
    read = read_form_file(content)
    flaws = _flaws_as_file(file, read, content) if isinstance(read, FormDefinition) else read.flaws
    for flaw in flaws:
        complain(f"{wish.file}: {sentence_form_flaw(flaw)}")
    if flaws or not isinstance(read, FormDefinition):
        return NEEDS_SOMEBODY
    print(f"{wish.file}: {read.number} {read.title}, inget fel hittades")
    for hint in placed_in(content.decode(), entry_hints(read)):
        print(f"{wish.file}: tips: {sentence_entry_hint(hint)}")
    return DONE


def _flaws_as_file(file: Path, form: FormDefinition, content: bytes) -> tuple[Flaw, ...]:
    """Hold a form against its file's name and the other forms of the same folder."""
    others, _broken = sort_out(form_contents(file.parent))
    return placed_in(content.decode(), flaws_beside(file.name, form, others))
