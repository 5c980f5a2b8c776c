"""What is not in place, or in the way, when somebody is called home: said, never forbidden."""

from typing import Final

from kontaktpunkt.domain.events.homecoming import ReadinessMark
from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.domain.states import Homecoming
from kontaktpunkt.usecases.rows import CasePage
from kontaktpunkt.wording.words import word

_IN_PLACE: Final = (ReadinessMark.DONE, ReadinessMark.NOT_NEEDED)
_NAMED: Final = 3


def still_open(page: CasePage, profile: RuleProfile | None) -> str:
    """Say what is open, a line for each kind; nothing when all is in place."""
    not_ready = page.row.in_hospital and page.row.ready_sent_at is None
    lines = (
        "Inte utskrivningsklar enligt sjukhuset." if not_ready else "",
        _holes(page.homecoming, profile),
        _in_the_way(page.homecoming, profile),
    )
    return "\n".join(line for line in lines if line)


def _holes(home: Homecoming, profile: RuleProfile | None) -> str:
    if not home.readiness:
        return "Inget är sagt om vad som är på plats."
    done = {one.item for one in home.readiness if one.mark in _IN_PLACE}
    items = profile.readiness_items if profile is not None else ()
    lacking = [item.label for item in items if item.code not in done]
    if not lacking:
        return ""
    more = len(lacking) - _NAMED
    return f"Inte på plats: {', '.join(lacking[:_NAMED])}{f' och {more} till' if more > 0 else ''}."


def _in_the_way(home: Homecoming, profile: RuleProfile | None) -> str:
    labels = {one.code: one.label for one in profile.obstacle_codes} if profile is not None else {}
    said = [
        f"{labels.get(one.code, one.code) or one.text} ({word(one.side)})"
        for one in home.open_obstacles
    ]
    return f"Hinder: {', '.join(said)}." if said else ""
