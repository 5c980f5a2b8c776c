"""What each form looks like, as one number per copy: kept in a file, renewed when one is changed.

`PYTHONPATH=app:tests python -m unit.paper.hashes` writes the file anew; look at the pictures first.
"""

import hashlib
from collections.abc import Callable
from io import BytesIO
from typing import Any, Final, cast

import pikepdf

from kontaktpunkt import assets
from kontaktpunkt.domain.paper.form import FormDefinition
from kontaktpunkt.domain.paper.form_text import read_form
from kontaktpunkt.domain.paper.printout import SheetValues
from kontaktpunkt.paper import render_form
from unit.paper.copies import DATA, blank, ordinary
from unit.paper.full import full, full_and_protected

KEPT: Final = DATA / "form-hashes.txt"
"""One line for each copy: form, kind, hash."""

COPIES: Final[dict[str, Callable[[FormDefinition], SheetValues]]] = {
    "blank": lambda _form: blank(),
    "ordinary": lambda _form: ordinary(),
    "full": full,
    "protected": full_and_protected,
}
"""How a copy of each kind is made."""


def shipped() -> list[FormDefinition]:
    """Give every form that is shipped, in the order of their numbers."""
    read = (read_form(file.read_text(encoding="utf-8")) for file in assets.forms().glob("*.toml"))
    forms = [form for form in read if isinstance(form, FormDefinition)]
    return sorted(forms, key=lambda form: (len(form.number), form.number))


def made(form: FormDefinition, kind: str) -> bytes:
    """Put a copy of a kind on paper."""
    return render_form(form, [COPIES[kind](form)])


def drawn(pdf: bytes) -> str:
    """Give the hash of what is drawn: pages, their strokes and texts, title and language.

    Not of the file itself: how tightly it is packed is up to the machine's own zlib.
    """
    hashed = hashlib.sha256()
    with pikepdf.open(BytesIO(pdf)) as file:
        hashed.update(f"{file.docinfo['/Title']}{file.Root.Lang}".encode())
        for page in file.pages:
            held = cast("Any", page)
            hashed.update(repr([float(side) for side in held.MediaBox]).encode())
            hashed.update(held.Contents.read_bytes())
    return hashed.hexdigest()


def kept() -> dict[tuple[str, str], str]:
    """Give the hashes that were kept, by form and kind."""
    lines = KEPT.read_text(encoding="utf-8").splitlines()
    parts = (line.split() for line in lines if line)
    return {(number, kind): number_of for number, kind, number_of in parts}


def renew() -> None:
    """Write the file anew from the forms as they are."""
    lines = [
        f"{form.number} {kind} {drawn(made(form, kind))}" for form in shipped() for kind in COPIES
    ]
    KEPT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    renew()
