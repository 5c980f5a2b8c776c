"""Names on the screen of a paper: the system's in its texts, and those offered while one types."""

from collections.abc import Sequence

from kontaktpunkt.domain.paper.form import PLACEHOLDERS
from kontaktpunkt.ui.screens.back_entry.form import PaperForm
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.pasted_rows import WardSeen

_WHO = ("received.name", "told.by", "entered.by", "found.by")
"""Fields by where they go in which a colleague is named."""


def in_words(workplace: Workplace, text: str) -> str:
    """Put names in the place of words in braces, as on the paper."""
    for name, (_, otherwise) in PLACEHOLDERS.items():
        said = workplace.system_name if name == "system" else otherwise
        text = text.replace(f"{{{name}}}", said)
    return text


def offer_names(form: PaperForm, workplace: Workplace, wards: Sequence[WardSeen]) -> None:
    """Offer hospitals and wards that messages have named, and colleagues."""
    staff = list(workplace.names.values())
    offers = [
        (form.from_source("stay.hospital"), [one.hospital for one in wards]),
        (form.from_source("stay.ward"), [one.ward for one in wards]),
        *((form.to_entry(name), staff) for name in _WHO),
    ]
    for part, names in offers:
        if part is not None:
            part.offer(names)
