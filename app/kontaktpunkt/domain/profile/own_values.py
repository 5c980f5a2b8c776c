"""The municipality's own values: each from a day on, laid over what the profile says."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import zip_longest
from uuid import UUID

import msgspec

from kontaktpunkt.domain.profile.fault import ProfileFault, ProfileFaultReason
from kontaktpunkt.domain.profile.keys import reader_of
from kontaktpunkt.domain.profile.layers import ProfileLayer, ProfileValue, typed_value
from kontaktpunkt.domain.profile.rule_profile import RuleProfile
from kontaktpunkt.domain.profile.shapes import Certainty, LayerKind
from kontaktpunkt.domain.times import Instant

_ONE_DAY = timedelta(days=1)


class OwnValue(msgspec.Struct, frozen=True, kw_only=True):
    """One value as the municipality set it: JSON text that holds from a day on, None = from ever.

    It holds until the next own value of the same key. `follows_profile` ends what was set before:
    from that day on the profile's value holds again.
    """

    key: str
    value: str = "null"
    valid_from: date | None = None
    source: str = ""
    confirmed_by: str = ""
    follows_profile: bool = False
    changed_by: UUID | None = None
    changed_at: Instant = Instant(0)


def with_value(values: Iterable[OwnValue], new: OwnValue) -> tuple[OwnValue, ...]:
    """Add a value to others in order of key and day; one of the same key and day gives way."""
    kept = [one for one in values if (one.key, one.valid_from) != (new.key, new.valid_from)]
    return tuple(sorted((*kept, new), key=_place))


def with_own(profile: RuleProfile, values: Iterable[OwnValue]) -> RuleProfile:
    """Lay dated own values on top of a profile; raises ProfileFault for one that is no good.

    In whatever order they are handed in, each holds from its day until the next one of its key.
    """
    by_key: dict[str, tuple[OwnValue, ...]] = {}
    for one in values:
        by_key[one.key] = with_value(by_key.get(one.key, ()), one)
    if not by_key:
        return profile
    layer = ProfileLayer(LayerKind.OWN.value, profile.title, LayerKind.OWN, profile.key)
    entries = dict(profile.entries)
    for key, own in by_key.items():
        entries[key] = (*entries.get(key, ()), *_in_time(layer, own))
    return msgspec.structs.replace(profile, layers=(*profile.layers, layer), entries=entries)


def with_good_own(profile: RuleProfile, values: Iterable[OwnValue]) -> RuleProfile:
    """Lay own values on top; one that is no good here is passed over, not obeyed."""
    return with_own(profile, [one for one in values if can_hold(profile, one)])


def can_hold(profile: RuleProfile, value: OwnValue) -> bool:
    """Say whether a profile can hold a value: what no rule can obey is never written down."""
    try:
        with_own(profile, (value,))
    except ProfileFault:
        return False
    return True


def with_own_values(profile: RuleProfile, own: Mapping[str, str]) -> RuleProfile:
    """Lay own values that hold from ever, JSON text by key, on top; raises ProfileFault.

    JSON null says that the municipality sets no value: nothing holds for the key then.
    """
    return with_own(profile, [OwnValue(key=key, value=text) for key, text in own.items()])


def _place(value: OwnValue) -> tuple[str, date]:
    return value.key, value.valid_from or date.min


def _in_time(layer: ProfileLayer, own: tuple[OwnValue, ...]) -> list[ProfileValue]:
    """Let each value end on the day before the next begins."""
    found: list[ProfileValue] = []
    for one, after in zip_longest(own, own[1:]):
        value = _own_value(layer, one)
        begins = after.valid_from if after is not None else None
        if begins is not None:
            value = msgspec.structs.replace(value, valid_to=begins - _ONE_DAY)
        if not one.follows_profile:
            found.append(value)
    return found


def _own_value(layer: ProfileLayer, own: OwnValue) -> ProfileValue:
    try:
        plain: object = msgspec.json.decode(own.value)
    # ValueError: also a lone surrogate, which has no bytes.
    except (ValueError, RecursionError) as fault:
        raise ProfileFault(
            ProfileFaultReason.NOT_JSON, layer=layer.key, key=own.key, detail=str(fault)
        ) from fault
    empty = plain is None and reader_of(own.key) is not None
    # A value that nobody has put a name to holds, and is told as not confirmed.
    sure = not empty and bool(own.confirmed_by)
    return ProfileValue(
        key=own.key,
        value=None if empty else typed_value(own.key, plain, layer.key),
        json_text=own.value,
        source=own.source,
        certainty=Certainty.VERIFIED if sure else Certainty.UNVERIFIED,
        layer=layer,
        valid_from=own.valid_from,
    )
