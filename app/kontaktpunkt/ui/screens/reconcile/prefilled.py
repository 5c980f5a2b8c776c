"""From a finding to what the form for a message by hand can be filled with beforehand."""

from collections.abc import Mapping
from typing import Final

from kontaktpunkt.domain.events.reconciliation import FindingKind
from kontaktpunkt.domain.overview import OverviewField
from kontaktpunkt.usecases.reconciling.rows import FindingRow

F = OverviewField
_TIMES: Final[Mapping[OverviewField, str]] = {
    F.ADMITTED: "admitted_at",
    F.EXPECTED_DISCHARGE: "expected_discharge",
}


def prefilled(row: FindingRow) -> dict[str, str]:
    """Give texts by the names of the form's fields; times as they stood in the overview.

    A masked person is left for the hand; a line that was not read comes along as text.
    """
    given, _, family = row.name.rpartition(" ")
    known = {
        "source": f"overview:{row.line or ''}",
        "number": row.number.value if row.number is not None else "",
        "given_name": given,
        "family_name": family,
        "hospital": row.hospital,
        "ward": row.ward,
    }
    if row.kind is FindingKind.UNREAD:
        known["text"] = row.text
    known |= {_TIMES[one.field]: one.text for one in row.says if one.field in _TIMES}
    return {name: text for name, text in known.items() if text}
