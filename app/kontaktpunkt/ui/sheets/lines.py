"""The lines of a stop's register: what is left first, under the stage that it stands in."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Final

from msgspec import Struct

from kontaktpunkt.domain.paper.exercise_number import show_number
from kontaktpunkt.domain.states import SheetStage
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.widgets.grouped_table import GroupLine, heading
from kontaktpunkt.usecases.outages.rows import OutageSheetLine
from kontaktpunkt.wording.sheet_register import clash_words, documented_by, entry_words, stage_words
from kontaktpunkt.wording.times import when
from kontaktpunkt.wording.words import word

COLUMNS: Final = ("Nummer", "Blankett", "Gäller", "Utlämnad", "Läge", "Görs av")
WEIGHTS: Final = (17, 28, 21, 16, 32, 14)

_S = SheetStage
_ORDER: Final = (
    _S.MISSING,
    _S.NOT_ON_PAPER,
    _S.GIVEN_OUT,
    _S.FILLED_IN,
    _S.AWAITS_SENDER,
    _S.DOCUMENTED,
    _S.FOUND_AGAIN,
    _S.VOIDED,
)
"""What is left to do first, and of that what is worst."""

_GROUPS: Final[Mapping[SheetStage, str]] = {
    _S.MISSING: "Saknas",
    _S.NOT_ON_PAPER: "Kom aldrig ut: skriv på papper igen eller makulera",
    _S.GIVEN_OUT: "Ute",
    _S.FILLED_IN: "Ifyllda, ska dokumenteras",
    _S.AWAITS_SENDER: "Väntar på avsändaren",
    _S.DOCUMENTED: "Dokumenterade",
    _S.FOUND_AGAIN: "Återfunna i systemet",
    _S.VOIDED: "Makulerade",
}
_SIGNED: Final = "Saknas, med underskrift"


class Show(StrEnum):
    """Which numbers are shown, beside those in one stage."""

    LEFT = "left"
    ALL = "all"
    UNUSED = "unused"


class Choice(Struct, frozen=True):
    """What the filter shows: what is left, all, or one stage."""

    show: Show | SheetStage
    words: str


def choices(lines: Sequence[OutageSheetLine]) -> list[Choice]:
    """Give what can be shown, each with how many they are; stages without numbers are left out."""
    left = sum(not line.is_settled for line in lines)
    made = [
        Choice(Show.LEFT, f"Kvar att göra: {left}"),
        Choice(Show.ALL, f"Alla: {len(lines)}"),
    ]
    unused = sum(map(is_unused, lines))
    if unused:
        made.append(Choice(Show.UNUSED, f"Oanvända tomma: {unused}"))
    for stage in _stages(lines):
        count = sum(line.stage is stage for line in lines)
        made.append(Choice(stage, f"{word(stage).capitalize()}: {count}"))
    return made


def grouped(
    lines: Sequence[OutageSheetLine], show: Show | SheetStage, now: Instant
) -> list[GroupLine]:
    """Give the lines to show under their headings, numbers in order within each."""
    made: list[GroupLine] = []
    for title, fits in _groups(lines):
        group = [line for line in lines if fits(line) and _shown(line, show)]
        if not group:
            continue
        made.append(heading(f"{title}: {len(group)}"))
        made.extend(_line(line, now) for line in sorted(group, key=lambda x: x.number))
    return made


def _groups(
    lines: Iterable[OutageSheetLine],
) -> list[tuple[str, Callable[[OutageSheetLine], bool]]]:
    """Give the groups in order; missing numbers that somebody signs for are done with."""

    def of_stage(stage: SheetStage) -> Callable[[OutageSheetLine], bool]:
        return lambda line: line.stage is stage and not _is_signed(line)

    stages = [(_GROUPS.get(s, word(s).capitalize()), of_stage(s)) for s in _stages(lines)]
    return [*stages, (_SIGNED, _is_signed)]


def _is_signed(line: OutageSheetLine) -> bool:
    return line.stage is SheetStage.MISSING and line.is_settled


def _shown(line: OutageSheetLine, show: Show | SheetStage) -> bool:
    if isinstance(show, SheetStage):
        return line.stage is show
    if show is Show.UNUSED:
        return is_unused(line)
    return show is Show.ALL or not line.is_settled


def is_unused(line: OutageSheetLine) -> bool:
    """Say whether a paper is blank still as far as anybody has told: to be used, or voided."""
    out = line.stage in (SheetStage.GIVEN_OUT, SheetStage.NOT_ON_PAPER)
    return out and not line.is_entered and line.case is None and not line.name


def _stages(lines: Iterable[OutageSheetLine]) -> list[SheetStage]:
    """Give the stages that there are numbers in, in order; a stage unknown here comes early."""
    there = {line.stage for line in lines}
    unknown = [stage for stage in SheetStage if stage in there and stage not in _ORDER]
    return [*unknown, *(stage for stage in _ORDER if stage in there)]


def _line(line: OutageSheetLine, now: Instant) -> GroupLine:
    stage, clash = stage_words(line, now), clash_words(line)
    notes = [part for part in (line.signed_reason or line.text, clash) if part]
    entered = ", ".join(entry_words(line))
    if entered:
        notes.insert(0, entered)
    cells = (
        show_number(line.number),
        f"{line.form} {word(line.direction)}",
        line.name or ("tomt blad" if line.case is None else "visas inte"),
        f"{when(line.given_at, now)} {line.given_by_name}".rstrip(),
        "\n".join([stage, *notes]),
        documented_by(line),
    )
    pressing = line.stage in (SheetStage.MISSING, SheetStage.NOT_ON_PAPER)
    wrong = bool(clash) or (pressing and not line.is_settled)
    look = "wrong" if wrong else "soft" if line.is_settled else ""
    return GroupLine(cells, key=line.sheet, look=look)
