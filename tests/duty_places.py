"""The shipped profiles in tests of duty, with a municipality's own values laid on."""

import json
from datetime import datetime

from kontaktpunkt import assets
from kontaktpunkt.domain.calendar.local_days import LocalDays
from kontaktpunkt.domain.calendar.red_days import is_red_day
from kontaktpunkt.domain.profile import (
    RuleProfile,
    layer_texts,
    load_profile,
    local_days,
    with_own_values,
)
from kontaktpunkt.domain.times import LOCAL_ZONE, Instant, to_instant

_FOLDER = assets.resources() / "profiles"
_TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in _FOLDER.glob("*.toml")}


def place(key: str = "lidkoping", **own: object) -> RuleProfile:
    """Give a shipped profile with own values; a double underscore in a name stands for a dot."""
    values = {key.replace("__", "."): json.dumps(value) for key, value in own.items()}
    return with_own_values(load_profile(layer_texts(key, _TEXTS)), values)


def days_of(profile: RuleProfile) -> LocalDays:
    """Give a profile's calendar."""
    return local_days(profile, is_red_day)


def at(text: str) -> Instant:
    """Read a local time, 2026-03-03 08:40."""
    return to_instant(datetime.fromisoformat(text).replace(tzinfo=LOCAL_ZONE))
