"""What every line of the timeline stands on: the names of staff and steps, and joining pieces."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.profile.emergency import emergency_steps
from kontaktpunkt.domain.profile.rule_profile import RuleProfile
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.wording.times import moment


class Telling(Struct, frozen=True, kw_only=True):
    """What a line needs beside the event: the names of staff, and the profile's words."""

    profile: RuleProfile | None = None
    staff: Mapping[UUID, str] = {}

    def step(self, key: str) -> str:
        """Name a planning step."""
        if self.profile is None:
            return key
        steps = (*self.profile.steps, *emergency_steps(self.profile))
        return next((step.label for step in steps if step.key == key), key)

    def deviation(self, code: str) -> str:
        """Name the point of the agreement that a deviation is about."""
        codes = self.profile.deviation_codes if self.profile is not None else ()
        return next((item.label for item in codes if item.code == code), code)

    def name(self, staff: UUID) -> str:
        """Name somebody who works here."""
        return self.staff.get(staff, "kollega")


Line = Callable[[Any, Telling], str]
"""Tells one kind of event in one line; typed by its event."""


def tail(text: str, mark: str = ": ") -> str:
    """Give a text after its mark, or nothing when there is no text."""
    return f"{mark}{text.strip()}" if text.strip() else ""


def at_time(at: Instant | None, lead: str = " ") -> str:
    """Give a moment after its lead, or nothing when the time is not known."""
    return f"{lead}{moment(at)}" if at is not None else ""


def place_of(hospital: str, ward: str) -> str:
    """Give hospital and ward as one piece, whichever of them is known."""
    return ", ".join(part for part in (hospital, ward) if part)
