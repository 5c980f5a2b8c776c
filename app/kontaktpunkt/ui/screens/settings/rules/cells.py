"""The cells that a rule is typed in: what stands in each, and how it is read; no widgets here."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum, auto
from typing import Final, cast

Raw = dict[str, str]
"""One row as it is typed: text by cell; several choices are parted by commas."""


class CellKind(Enum):
    """What can stand in a cell."""

    WORDS = auto()
    NUMBER = auto()
    DECIMAL = auto()
    CLOCK = auto()
    HOURS = auto()
    SPANS = auto()
    DAY = auto()
    CHOICE = auto()
    CHECKS = auto()
    KEPT = auto()  # never seen: the code of a line, made from its words the first time


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its name in the value ('' when it is the whole value), label and kind."""

    name: str
    label: str
    kind: CellKind = CellKind.WORDS
    options: tuple[tuple[str, str], ...] = ()
    needed: bool = True
    wide: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a rule is typed: one row of cells, or many rows that can be added, moved and removed."""

    cells: tuple[Cell, ...]
    many: bool = False
    row_name: str = "rad"


class Mistyped(Exception):
    """Something typed cannot be read: row, cell and the sentence that says so."""

    def __init__(self, row: int, cell: str, sentence: str) -> None:
        super().__init__(sentence)
        self.row, self.cell, self.sentence = row, cell, sentence


_CLOCK: Final = re.compile(r"([01]?[0-9]|2[0-4])[:.]?([0-5][0-9])", re.ASCII)
_DAY: Final = re.compile(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})", re.ASCII)
_SHORT_DAY: Final = re.compile(r"([0-9]{1,2})/([0-9]{1,2})(?:[ /-]([0-9]{4}))?", re.ASCII)
_YES_NO: Final = {"true": True, "false": False}


def show(shape: Shape, plain: object) -> list[Raw]:
    """Show a plain value as rows of cells; nothing gives one empty row, or none of many."""
    if plain is None:
        return [] if shape.many else [dict.fromkeys((cell.name for cell in shape.cells), "")]
    items: list[object] = [plain]
    if shape.many and isinstance(plain, list):
        items = cast("list[object]", plain)
    return [{cell.name: _shown(cell, item) for cell in shape.cells} for item in items]


def read(shape: Shape, rows: Sequence[Raw]) -> object:
    """Read rows of cells as a plain value; raises Mistyped for the first cell that is wrong."""
    taken: set[str] = set()
    items = [_item(shape, place, row, taken) for place, row in enumerate(rows)]
    return items if shape.many else items[0]


def read_day(text: str, today: date) -> date:
    """Read a day as staff write it (2026-03-01, 1/3, i dag); raises ValueError with a sentence."""
    said = text.strip().casefold()
    if said in ("i dag", "idag"):
        return today
    whole, short = _DAY.fullmatch(said), _SHORT_DAY.fullmatch(said)
    try:
        if whole is not None:
            return date(int(whole[1]), int(whole[2]), int(whole[3]))
        if short is not None:
            return date(int(short[3] or today.year), int(short[2]), int(short[1]))
    except ValueError as fault:
        raise ValueError("Den dagen finns inte.") from fault
    raise ValueError("Skriv dagen som 2026-03-01 eller 1/3.")


def _item(shape: Shape, place: int, row: Raw, taken: set[str]) -> object:
    found: dict[str, object] = {}
    for cell in shape.cells:
        text = row.get(cell.name, "").strip()
        if cell.kind is CellKind.KEPT:
            found[cell.name] = _code(text, row, taken)
        elif text:
            try:
                found[cell.name] = _READERS[cell.kind](text)
            except ValueError as fault:
                raise Mistyped(place, cell.name, str(fault)) from fault
        elif cell.kind is CellKind.CHECKS and not cell.name:
            found[cell.name] = []
        elif cell.needed:
            raise Mistyped(place, cell.name, f"Fyll i {cell.label[:1].lower()}{cell.label[1:]}.")
    return found.get("", found)


def _code(kept: str, row: Raw, taken: set[str]) -> str:
    """Give a line its code: the one it has, else one made from its words."""
    words = row.get("label", "").casefold().translate(str.maketrans("åäöé", "aaoe"))
    code = kept or re.sub(r"[^a-z0-9]+", "_", words).strip("_") or "rad"
    made, count = code, 1
    while made in taken:
        count += 1
        made = f"{code}_{count}"
    taken.add(made)
    return made


def _shown(cell: Cell, item: object) -> str:
    value: object = item
    if cell.name:
        said = cast("dict[str, object]", item) if isinstance(item, dict) else {}
        value = said.get(cell.name)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        texts = [str(one) for one in cast("list[object]", value)]
        if cell.kind is CellKind.SPANS:
            return "; ".join(text.replace("-", "–") for text in texts)
        return ",".join(texts)
    return _SHOWERS.get(cell.kind, str)(str(value))


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal()):
        raise ValueError("Skriv ett helt tal med siffror.")
    return int(text)


def _decimal(text: str) -> str:
    try:
        number = Decimal(text.replace(" ", "").replace("\N{NO-BREAK SPACE}", "").replace(",", "."))
    except InvalidOperation as fault:
        raise ValueError("Skriv ett tal, till exempel 1,7.") from fault
    if not number.is_finite() or number < 0:
        raise ValueError("Skriv ett tal som inte är mindre än noll.")
    return str(number)


def _clock(text: str) -> str:
    written = _CLOCK.fullmatch(text)
    if written is None or (int(written[1]) == 24 and written[2] != "00"):  # noqa: PLR2004  hours of a day
        raise ValueError("Skriv klockslaget som 08:30.")
    return f"{int(written[1]):02}:{written[2]}"


def _hours(text: str) -> str:
    opens, dash, closes = re.sub(r"\s*(?:–|-|till)\s*", "-", text).partition("-")
    if not dash:
        raise ValueError("Skriv från och till som 08:30–11:30.")
    begins, ends = _clock(opens), _clock(closes)
    if begins >= ends and ends != "00:00":
        raise ValueError("Tiden slutar innan den börjar.")
    return f"{begins}-{ends}"


def _spans(text: str) -> list[str]:
    return [_hours(part.strip()) for part in re.split(r"[;,]", text) if part.strip()]


def _day(text: str) -> str:
    written = _DAY.fullmatch(text)
    if written is None:
        raise ValueError("Skriv dagen som 2026-03-01.")
    try:
        return date(int(written[1]), int(written[2]), int(written[3])).isoformat()
    except ValueError as fault:
        raise ValueError("Den dagen finns inte.") from fault


def _chosen(text: str) -> object:
    return _YES_NO.get(text, text)


_READERS: Final[Mapping[CellKind, Callable[[str], object]]] = {
    CellKind.WORDS: str,
    CellKind.NUMBER: _number,
    CellKind.DECIMAL: _decimal,
    CellKind.CLOCK: _clock,
    CellKind.HOURS: _hours,
    CellKind.SPANS: _spans,
    CellKind.DAY: _day,
    CellKind.CHOICE: _chosen,
    CellKind.CHECKS: lambda text: text.split(","),
}
_SHOWERS: Final[Mapping[CellKind, Callable[[str], str]]] = {
    CellKind.CLOCK: lambda text: text[:5],
    CellKind.HOURS: lambda text: text.replace("-", "–"),
    CellKind.DECIMAL: lambda text: text.replace(".", ","),
}
