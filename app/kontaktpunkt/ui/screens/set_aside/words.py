"""The sentences of Ej inläst: why, from where, and what became of another try."""

from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.desk import Fate, FateKind, SetAsidePage
from kontaktpunkt.wording.times import when
from kontaktpunkt.wording.words import kind_name, word

EMPTY_TITLE = "Allt är inläst"
EMPTY_TEXT = (
    "Här står meddelanden som programmet inte kunde läsa. De ligger kvar tills någon har fyllt i "
    "dem för hand eller sagt att de inte hör hit."
)
_THOUSAND = 1000


def page_lines(page: SetAsidePage, now: Instant) -> tuple[str, str]:
    """Say why an original was set aside, and below it where, when and how large."""
    place = f"Vid {page.place}" if page.place else ""
    parts = (page.file_name, f"kom {when(page.received_at, now)}", _size(page.size), place)
    return word(page.reason), " · ".join(part for part in parts if part)


def fate_words(fate: Fate, profile: RuleProfile | None) -> str:
    """Say what became of another try."""
    kind = kind_name(fate.kind, profile) if fate.kind is not None else "Meddelandet"
    if fate.outcome is FateKind.TAKEN_IN:
        return f"Nu gick det: {kind} är inläst"
    if fate.outcome is FateKind.KNOWN:
        return "Meddelandet fanns redan inläst"
    reason = word(fate.reason) if fate.reason is not None else ""
    return f"Det gick fortfarande inte att läsa. {reason}".strip()


def _size(size: int) -> str:
    """Say a size in bytes as people do."""
    if size < _THOUSAND:
        return f"{size} byte"
    if size < _THOUSAND * _THOUSAND:
        return f"{round(size / _THOUSAND)} kB"
    return f"{size / _THOUSAND / _THOUSAND:.1f} MB".replace(".", ",")
