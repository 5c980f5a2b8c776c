"""Reads what is typed for a rule as the JSON text that it is kept as, or says what is wrong."""

from collections.abc import Sequence
from typing import Final

import msgspec

from kontaktpunkt.domain.profile.keys import reader_of
from kontaktpunkt.ui.screens.settings.rules.cells import Raw, Shape, read

_SENTENCES: Final = (
    ("overlap", "Tiderna går in i varandra."),
    ("doubled", "Något står två gånger, eller är tomt."),
    ("ends before", "Perioden slutar innan den börjar."),
)
_WRONG: Final = "Så kan värdet inte se ut. Se över det som är ifyllt."


def json_of(key: str, shape: Shape, rows: Sequence[Raw]) -> str:
    """Give the JSON text; raises Mistyped for a cell, ValueError with a sentence for the whole."""
    plain = read(shape, rows)
    reader = reader_of(key)
    try:
        if reader is not None:
            reader(plain)
    except ValueError as fault:
        found = [said for part, said in _SENTENCES if part in str(fault)]
        raise ValueError(found[0] if found else _WRONG) from fault
    return msgspec.json.encode(plain).decode()
