"""Words of a SIP that its case and the week of all have in common."""

from collections.abc import Mapping, Sequence
from typing import Final

CONSENT: Final[Mapping[bool | None, str]] = {
    True: "lämnat",
    False: "nej",
    None: "inte tillfrågad",
}
_A_LINE: Final = 3
"""So many who take part are named in a cell; all of them in its tip."""


def names_line(participants: Sequence[str]) -> str:
    """Name who takes part, a name a line."""
    shown = list(participants[:_A_LINE])
    more = len(participants) - len(shown)
    return "\n".join((*shown, *((f"och {more} till",) if more else ())))
