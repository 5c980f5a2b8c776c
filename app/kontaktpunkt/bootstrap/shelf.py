"""What is shipped as data (forms, profiles), and paper made of it."""

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from kontaktpunkt import assets
from kontaktpunkt.domain.exercise.scenario import ExerciseScenario, read_scenario
from kontaktpunkt.domain.paper.form import FormDefinition
from kontaktpunkt.domain.paper.form_folder import BrokenForm, sort_out
from kontaktpunkt.domain.paper.printout import (
    BoundPapers,
    ListDocument,
    PacketPart,
    PageImage,
    RecoverySheet,
    SheetValues,
)
from kontaktpunkt.domain.paper.sections import SectionDocument
from kontaktpunkt.domain.profile import ProfileChoice, RuleProfile, choosable_profiles, layer_texts
from kontaktpunkt.domain.profile import load_profile as read_layers

_NUMBER: Final = re.compile(r"([A-Z]+)([0-9]+)([A-Z]?)")


class DataShelf:
    """Forms, profiles and scripts of exercises as shipped."""

    def forms(self) -> tuple[FormDefinition, ...]:
        """Give the forms in order of their numbers."""
        return _sorted_out()[0]

    def broken_forms(self) -> tuple[BrokenForm, ...]:
        """Give the files among the forms that are left out, and why."""
        return _sorted_out()[1]

    def exercises(self) -> tuple[ExerciseScenario, ...]:
        """Give the scripts of exercises, by the names of their files."""
        return _exercises()

    def profile(self, key: str) -> RuleProfile:
        """Give a shipped rule profile with its layers."""
        return _profile(key)

    def profiles(self) -> tuple[ProfileChoice, ...]:
        """Give the shipped rule profiles, the law first."""
        return profile_choices()


@lru_cache(maxsize=1)
def _sorted_out() -> tuple[tuple[FormDefinition, ...], tuple[BrokenForm, ...]]:
    """Read the folder: a form that somebody has spoilt is left out, never without a word."""
    whole, broken = sort_out(form_contents(assets.forms()))
    return tuple(sorted(whole.values(), key=_in_number_order)), broken


def form_contents(folder: Path) -> dict[str, bytes]:
    """Give the content of each file of forms in a folder; one that cannot be read is no text."""
    found: dict[str, bytes] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            found[path.name] = path.read_bytes()
        except OSError:
            found[path.name] = b"\xff"
    return found


@lru_cache(maxsize=1)
def _exercises() -> tuple[ExerciseScenario, ...]:
    folder = assets.resources() / "exercise"
    read = (read_scenario(path.read_text("utf-8")) for path in sorted(folder.glob("*.toml")))
    return tuple(one for one in read if isinstance(one, ExerciseScenario))


def _in_number_order(form: FormDefinition) -> tuple[str, int, str]:
    """Let R2 stand before R10, and R12 before its answer R12S."""
    found = _NUMBER.fullmatch(form.number)
    return (found[1], int(found[2]), found[3]) if found else (form.number, 0, "")


@lru_cache(maxsize=1)
def profile_texts() -> dict[str, str]:
    """Give the shipped profiles by name."""
    folder = assets.resources() / "profiles"
    return {path.stem: path.read_text("utf-8") for path in sorted(folder.glob("*.toml"))}


@lru_cache(maxsize=8)
def _profile(key: str) -> RuleProfile:
    return read_layers(layer_texts(key, profile_texts()))


def profile_choices() -> tuple[ProfileChoice, ...]:
    """Give the profiles that a municipality can choose among."""
    return choosable_profiles(profile_texts())


class PdfPaper:
    """Paper as PDF; reportlab is loaded at the first page."""

    def form(self, definition: FormDefinition, sheets: Sequence[SheetValues]) -> bytes:
        """Make a form for each of the values."""
        from kontaktpunkt.paper import render_form  # noqa: PLC0415 - heavy, only when paper is made

        return render_form(definition, sheets)

    def fillable(self, definition: FormDefinition, sheet: SheetValues) -> bytes:
        """Make one copy of a form to fill in on the screen."""
        from kontaktpunkt.paper import render_fillable  # noqa: PLC0415 - heavy

        return render_fillable(definition, sheet)

    def listing(self, document: ListDocument) -> bytes:
        """Make a list."""
        from kontaktpunkt.paper import render_list  # noqa: PLC0415 - heavy

        return render_list(document)

    def sections(self, document: SectionDocument) -> bytes:
        """Make a paper of sections, such as a protocol."""
        from kontaktpunkt.paper import render_sections  # noqa: PLC0415 - heavy

        return render_sections(document)

    def recovery_sheet(self, sheet: RecoverySheet) -> bytes:
        """Make the recovery sheet of a store."""
        from kontaktpunkt.paper import render_recovery_sheet  # noqa: PLC0415 - heavy

        return render_recovery_sheet(sheet)

    def packet(self, parts: Sequence[PacketPart], title: str, name: str) -> BoundPapers:
        """Make one PDF of lists and forms, numbered through."""
        from kontaktpunkt.paper import render_packet  # noqa: PLC0415 - heavy

        return render_packet(parts, title, name)

    def bound(self, parts: Sequence[bytes], name: str = "") -> tuple[bytes, int]:
        """Bind papers into one PDF, numbered through; gives it with its number of pages."""
        from kontaktpunkt.paper import bind  # noqa: PLC0415 - heavy

        return bind(parts, name)

    def page_sizes(self, pdf: bytes) -> Sequence[tuple[float, float]]:
        """Give the width and height of each page in inches."""
        from kontaktpunkt.paper import page_sizes  # noqa: PLC0415 - heavy

        return page_sizes(pdf)

    def page_image(self, pdf: bytes, page: int, dpi: int) -> PageImage:
        """Draw one page, counted from 0, as a picture."""
        from kontaktpunkt.paper import page_image  # noqa: PLC0415 - heavy

        return page_image(pdf, page, dpi)
