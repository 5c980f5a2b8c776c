"""How large a table may be: a municipality's whole register is a hundredth of it."""

from typing import Final

MOST_BYTES: Final = 10 * 1024 * 1024
MOST_LINES: Final = 20_000
MOST_COLUMNS: Final = 100
LONGEST_CELL: Final = 2_000


def cell_text(text: str) -> str:
    """Give a cell's text without double spaces and signs that cannot be seen."""
    shown = "".join(sign if sign.isprintable() else " " for sign in text[:LONGEST_CELL])
    return " ".join(shown.split())


def trimmed(cells: list[str]) -> tuple[str, ...]:
    """Give the cells of a line up to the last one that is not empty."""
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)
