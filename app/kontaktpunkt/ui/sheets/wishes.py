"""What can be done with the chosen numbers: with which key, when it may follow, what it asks."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Final
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.commands import (
    AwaitSender,
    Command,
    DocumentSheet,
    FillInSheet,
    FindSheetAgain,
    NoteSheetMissing,
    NoteSheetNotOnPaper,
    NoteSheetPrinted,
    SignForMissing,
    VoidSheet,
)
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.states import SheetStage
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.outages.rows import OutageSheetLine

_S = SheetStage


class SheetAct(StrEnum):
    """What is done with numbers of the register."""

    FILL = "fill"
    DOCUMENT = "document"
    AWAIT = "await"
    FIND = "find"
    MISS = "miss"
    SIGN = "sign"
    VOID = "void"
    NOT_OUT = "not_out"
    OUT = "out"


class Asked(StrEnum):
    """What an act asks before it is done."""

    AT = "at"
    SYSTEM = "system"
    WHO = "who"
    WORDS = "words"


class Way(Struct, frozen=True, kw_only=True):
    """How an act is told and reached: words, key, the stage it leads to, and what it asks.

    `told` follows on "R2 nr 001 00001 5 är", `told_many` on "3 blanketter är". `heading` stands
    above what is asked; `asks_words` is the label of the free words, which must be said when
    `needs_words`.
    """

    words: str
    key: str
    to: SheetStage
    told: str
    told_many: str
    heading: str = ""
    asks: tuple[Asked, ...] = ()
    asks_words: str = ""
    needs_words: bool = False


WAYS: Final[dict[SheetAct, Way]] = {
    SheetAct.FILL: Way(
        words="Ifylld",
        key="I",
        to=_S.FILLED_IN,
        told="noterad som ifylld",
        told_many="noterade som ifyllda",
    ),
    SheetAct.DOCUMENT: Way(
        words="Dokumenterad …",
        key="D",
        to=_S.DOCUMENTED,
        told="noterad som dokumenterad",
        told_many="noterade som dokumenterade",
        heading="Dokumenterad i regionens system",
        asks=(Asked.SYSTEM, Asked.AT, Asked.WHO),
    ),
    SheetAct.AWAIT: Way(
        words="Väntar på avsändaren",
        key="V",
        to=_S.AWAITS_SENDER,
        told="noterad som att den väntar på avsändaren",
        told_many="noterade som att de väntar på avsändaren",
    ),
    SheetAct.FIND: Way(
        words="Återfunnen …",
        key="F",
        to=_S.FOUND_AGAIN,
        told="noterad som återfunnen",
        told_many="noterade som återfunna",
        heading="Återfunnen i regionens system",
        asks=(Asked.SYSTEM, Asked.AT),
    ),
    SheetAct.MISS: Way(
        words="Saknas …",
        key="S",
        to=_S.MISSING,
        told="noterad som saknad",
        told_many="noterade som saknade",
        heading="Numret är eftersökt och saknas",
        asks=(Asked.WORDS,),
        asks_words="Var det är sökt",
        needs_words=True,
    ),
    SheetAct.SIGN: Way(
        words="Skriv under …",
        key="U",
        to=_S.MISSING,
        told="underskriven",
        told_many="underskrivna",
        heading="Underskrift för nummer som saknas",
        asks=(Asked.WORDS,),
        asks_words="Varför det saknas, och vad som är gjort åt det",
        needs_words=True,
    ),
    SheetAct.VOID: Way(
        words="Makulera …",
        key="M",
        to=_S.VOIDED,
        told="makulerad",
        told_many="makulerade",
        heading="Makulera",
        asks=(Asked.WORDS,),
        asks_words="Orsak",
        needs_words=True,
    ),
    SheetAct.NOT_OUT: Way(
        words="Ej på papper",
        key="P",
        to=_S.NOT_ON_PAPER,
        told="noterad som ej på papper",
        told_many="noterade som ej på papper",
    ),
    SheetAct.OUT: Way(
        words="Ute på papper",
        key="T",
        to=_S.GIVEN_OUT,
        told="noterad som ute på papper",
        told_many="noterade som ute på papper",
    ),
}


class Said(Struct, frozen=True, kw_only=True):
    """What was said of an act: when it was done, in which system, by whom, with which words."""

    at: Instant | None = None
    system: str = ""
    who: str = ""
    words: str = ""


def fits(act: SheetAct, line: OutageSheetLine) -> bool:
    """Say whether an act may follow on how a number stands."""
    if act is SheetAct.SIGN:
        return line.stage is SheetStage.MISSING and not line.is_settled
    return WAYS[act].to in line.may_become


def fitting(act: SheetAct, lines: Sequence[OutageSheetLine]) -> tuple[OutageSheetLine, ...]:
    """Give the lines of those chosen that an act is done with.

    To void many leaves what was entered: its messages would stand without their paper.
    """
    found = tuple(line for line in lines if fits(act, line))
    if act is SheetAct.VOID and len(lines) > 1:
        return tuple(line for line in found if not line.is_entered)
    return found


def left_out(act: SheetAct, lines: Sequence[OutageSheetLine]) -> str:
    """Say what an act leaves, or what it does not undo; nothing where there is none."""
    if act is not SheetAct.VOID:
        return ""
    entered = sum(line.is_entered and fits(act, line) for line in lines)
    if entered and len(lines) == 1:
        return "Bladet är infört: det som blev av det står kvar."
    what = "1 infört blad" if entered == 1 else f"{entered} införda blad"
    return f"{what} lämnas." if entered else ""


def command(act: SheetAct, sheet: UUID, said: Said) -> Command:
    """Give the wish for one number, also where it will be refused."""
    return _WISHES[act](sheet, said)


_WISHES: Final[Mapping[SheetAct, Callable[[UUID, Said], Command]]] = {
    SheetAct.FILL: lambda sheet, said: FillInSheet(sheet=sheet, at=said.at),
    SheetAct.DOCUMENT: lambda sheet, said: DocumentSheet(
        sheet=sheet,
        at=said.at,
        system=said.system,
        on_word=OnWord(name=said.who) if said.who else None,
    ),
    SheetAct.AWAIT: lambda sheet, said: AwaitSender(sheet=sheet, at=said.at),
    SheetAct.FIND: lambda sheet, said: FindSheetAgain(sheet=sheet, at=said.at, system=said.system),
    SheetAct.MISS: lambda sheet, said: NoteSheetMissing(sheet=sheet, at=said.at, note=said.words),
    SheetAct.SIGN: lambda sheet, said: SignForMissing(sheet=sheet, at=said.at, reason=said.words),
    SheetAct.VOID: lambda sheet, said: VoidSheet(sheet=sheet, at=said.at, reason=said.words),
    SheetAct.NOT_OUT: lambda sheet, said: NoteSheetNotOnPaper(sheet=sheet, at=said.at),
    SheetAct.OUT: lambda sheet, said: NoteSheetPrinted(sheet=sheet, at=said.at),
}
