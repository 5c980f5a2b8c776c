"""The register of a stop in words: what its numbers add up to, and how a number stands."""

from collections.abc import Mapping
from typing import Final

from kontaktpunkt.domain.events.office import SheetDirection
from kontaktpunkt.domain.paper.exercise_number import show_number
from kontaktpunkt.domain.states import Balance, SheetStage
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.outages.rows import OutageSheetLine
from kontaktpunkt.wording.times import when
from kontaktpunkt.wording.words import word

_S = SheetStage
_COUNTED: Final[Mapping[SheetStage, tuple[str, str]]] = {
    _S.DOCUMENTED: ("dokumenterad", "dokumenterade"),
    _S.FOUND_AGAIN: ("återfunnen", "återfunna"),
    _S.VOIDED: ("makulerad", "makulerade"),
    _S.MISSING: ("saknas", "saknas"),
    _S.AWAITS_SENDER: ("väntar på avsändaren", "väntar på avsändaren"),
    _S.FILLED_IN: ("ifylld", "ifyllda"),
    _S.NOT_ON_PAPER: ("ej på papper", "ej på papper"),
    _S.GIVEN_OUT: ("ute", "ute"),
}
"""What numbers in a stage are called in a sum, one and several; in the order of the sum."""


def balance_words(balance: Balance) -> str:
    """Say the sum, which always balances: "3 utlämnade = 1 dokumenterad + 2 ute"."""
    if not balance.issued:
        return "Inga nummer är utlämnade"
    given = "utlämnad" if balance.issued == 1 else "utlämnade"
    stages = [*_COUNTED, *(stage for stage in balance.in_stage if stage not in _COUNTED)]
    parts = [
        counted(stage, balance.in_stage[stage])
        for stage in stages
        if balance.in_stage.get(stage, 0)
    ]
    return f"{balance.issued} {given} = {' + '.join(parts)}"


def counted(stage: SheetStage, count: int) -> str:
    """Say how many numbers are in a stage: "2 ifyllda"."""
    one, many = _COUNTED.get(stage, (word(stage), word(stage)))
    return f"{count} {one if count == 1 else many}"


def left_words(balance: Balance) -> str:
    """Say how many numbers nobody accounts for yet."""
    left = len(balance.unsettled)
    if not balance.issued:
        return ""
    return f"{left} kvar att göra." if left else "Alla nummer är redovisade."


def documented_by(line: OutageSheetLine) -> str:
    """Say who is to document what stands on the paper: what we were told, the hospital does."""
    if line.direction is SheetDirection.SHARED:
        return "vi och sjukhuset"
    return "sjukhuset" if line.direction is SheetDirection.TOLD_BY_PHONE else "vi"


def stage_words(line: OutageSheetLine, now: Instant) -> str:
    """Say how a number stands, since when and by whom: "ifylld 10:42 av Anna"."""
    at = f" {when(line.stage_at, now)}" if line.stage_at is not None else ""
    by = f" av {line.stage_by_name}" if line.stage_by_name else ""
    said = f"{word(line.stage)}{at}{by}"
    if line.signed_by_name:
        said += f", underskrift {line.signed_by_name}"
    return said


def entry_words(line: OutageSheetLine) -> list[str]:
    """Say what became of the entry of a paper, where there is something to say."""
    words: list[str] = []
    if line.is_entered and not line.is_settled and not line.awaits_check:
        words.append("införd här")
    if line.awaits_check:
        words.append("ska kontrolleras mot pappret av någon annan")
    if line.not_understood:
        words.append(f"{line.not_understood} fält gick inte att tolka")
    return words


def clash_words(line: OutageSheetLine) -> str:
    """Say that somebody else meant the number to be elsewhere; nothing when nobody did."""
    if not line.clashes:
        return ""
    meant = " och ".join(dict.fromkeys(word(stage) for stage in line.clashes))
    return f"krock: noterades också som {meant}"


def sheet_words(line: OutageSheetLine) -> str:
    """Name a paper: "R2 nr 001 00001 5 · Prov1 Provsson"."""
    whom = f" · {line.name}" if line.name else ""
    return f"{line.form} nr {show_number(line.number)}{whom}"
