"""Reads the TOML text of one layer of a rule profile, and tells which profiles can be chosen."""

from collections.abc import Mapping
from datetime import date

import msgspec

from kontaktpunkt.domain.profile.fault import ProfileFault, ProfileFaultReason
from kontaktpunkt.domain.profile.keys import reader_of
from kontaktpunkt.domain.profile.shapes import Certainty, LayerKind


class ProfileLayer(msgspec.Struct, frozen=True):
    """One layer of a profile: its key and title, what kind it is, the layer it builds upon."""

    key: str
    title: str
    kind: LayerKind
    parent: str = ""


class ProfileValue(msgspec.Struct, frozen=True, kw_only=True):
    """One value with where it comes from; `value` is None where nothing is confirmed.

    `json_text` is the plain value as it can be edited; it holds on days from `valid_from` to
    `valid_to`, both included, None = open.
    """

    key: str
    value: object = None
    json_text: str = "null"
    source: str = ""
    certainty: Certainty = Certainty.UNVERIFIED
    layer: ProfileLayer
    valid_from: date | None = None
    valid_to: date | None = None

    def holds_on(self, day: date) -> bool:
        """Tell whether the value is in force on the day."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


class ProfileChoice(msgspec.Struct, frozen=True):
    """A profile that can be chosen: key, title, and the titles of its layers from the law down."""

    key: str
    title: str
    kind: LayerKind
    layer_titles: tuple[str, ...]


class _Entry(msgspec.Struct, forbid_unknown_fields=True):
    key: str
    value: object = None
    source: str = ""
    certainty: Certainty = Certainty.UNVERIFIED
    valid_from: date | None = None
    valid_to: date | None = None


class _LayerText(msgspec.Struct, forbid_unknown_fields=True):
    key: str
    title: str
    layer: LayerKind
    parent: str = ""
    sources: dict[str, str] = {}
    value: list[_Entry] = []


def read_layer(text: str) -> tuple[ProfileLayer, tuple[ProfileValue, ...]]:
    """Read one layer; raises ProfileFault with what is wrong and where."""
    layer_text = _decoded(text)
    layer = _head(layer_text)
    values = tuple(_read_entry(layer, entry, layer_text.sources) for entry in layer_text.value)
    seen: set[tuple[str, date | None]] = set()
    for value in values:
        if (value.key, value.valid_from) in seen:
            raise ProfileFault(ProfileFaultReason.DUPLICATE, layer=layer.key, key=value.key)
        seen.add((value.key, value.valid_from))
    return layer, values


def typed_value(key: str, plain: object, layer: str) -> object:
    """Give a plain value its shape; raises ProfileFault when the key or the value is wrong."""
    reader = reader_of(key)
    if reader is None:
        raise ProfileFault(ProfileFaultReason.UNKNOWN_KEY, layer=layer, key=key)
    try:
        return reader(plain)
    # msgspec's ValidationError is a ValueError too; its words name the place in the value.
    except ValueError as fault:
        raise ProfileFault(
            ProfileFaultReason.BAD_VALUE, layer=layer, key=key, detail=str(fault)
        ) from fault


def choosable_profiles(texts: Mapping[str, str]) -> tuple[ProfileChoice, ...]:
    """Give the profiles that can be chosen from layers by file name, the law first, then by title.

    The file's name without ending is the layer's key; raises ProfileFault for a text that is not a
    layer, a name that is not its key, or a parent that is not there.
    """
    layers = _heads(texts)
    choices = [
        ProfileChoice(
            layer.key, layer.title, layer.kind, tuple(step.title for step in _chain(layers, key))
        )
        for key, layer in layers.items()
    ]
    return tuple(sorted(choices, key=lambda choice: choice.layer_titles))


def layer_texts(key: str, texts: Mapping[str, str]) -> tuple[str, ...]:
    """Give the texts that make up a profile, from the law down; raises ProfileFault."""
    return tuple(texts[layer.key] for layer in _chain(_heads(texts), key))


def _decoded(text: str) -> _LayerText:
    try:
        plain = msgspec.toml.decode(text)
    except (msgspec.DecodeError, RecursionError) as fault:
        raise ProfileFault(ProfileFaultReason.NOT_TOML, detail=str(fault)) from fault
    try:
        return msgspec.convert(plain, _LayerText)
    except msgspec.ValidationError as fault:
        raise ProfileFault(ProfileFaultReason.BAD_SHAPE, detail=str(fault)) from fault


def _head(text: _LayerText) -> ProfileLayer:
    if not text.key or not text.title or text.layer is LayerKind.OWN:
        raise ProfileFault(ProfileFaultReason.BAD_SHAPE, layer=text.key)
    return ProfileLayer(text.key, text.title, text.layer, text.parent)


def _read_entry(layer: ProfileLayer, entry: _Entry, sources: Mapping[str, str]) -> ProfileValue:
    fault = _entry_fault(entry)
    if fault is not None:
        raise ProfileFault(fault, layer=layer.key, key=entry.key)
    empty = entry.certainty is Certainty.UNVERIFIED
    if empty and reader_of(entry.key) is None:
        raise ProfileFault(ProfileFaultReason.UNKNOWN_KEY, layer=layer.key, key=entry.key)
    return ProfileValue(
        key=entry.key,
        value=None if empty else typed_value(entry.key, entry.value, layer.key),
        json_text=msgspec.json.encode(entry.value).decode(),
        source=sources.get(entry.source, entry.source),
        certainty=entry.certainty,
        layer=layer,
        valid_from=entry.valid_from,
        valid_to=entry.valid_to,
    )


def _entry_fault(entry: _Entry) -> ProfileFaultReason | None:
    has_value = entry.value is not None
    if entry.certainty is Certainty.UNVERIFIED:
        return ProfileFaultReason.UNVERIFIED_WITH_VALUE if has_value else None
    if not has_value:
        return ProfileFaultReason.MISSING_VALUE
    if not entry.source.strip():
        return ProfileFaultReason.MISSING_SOURCE
    begins, ends = entry.valid_from, entry.valid_to
    if begins is not None and ends is not None and ends < begins:
        return ProfileFaultReason.BAD_PERIOD
    return None


def _heads(texts: Mapping[str, str]) -> dict[str, ProfileLayer]:
    heads = {name: _head(_decoded(text)) for name, text in texts.items()}
    for name, layer in heads.items():
        if name != layer.key:
            raise ProfileFault(ProfileFaultReason.BAD_SHAPE, layer=name, detail=layer.key)
    return heads


def _chain(layers: Mapping[str, ProfileLayer], key: str) -> tuple[ProfileLayer, ...]:
    """Follow the parents up to the law and give the way down again."""
    chain: list[ProfileLayer] = []
    while key:
        layer = layers.get(key)
        if layer is None:
            below = chain[-1].key if chain else ""
            raise ProfileFault(ProfileFaultReason.UNKNOWN_PROFILE, layer=below, detail=key)
        if layer in chain:
            raise ProfileFault(ProfileFaultReason.WRONG_PARENT, layer=layer.key)
        chain.append(layer)
        key = layer.parent
    return tuple(reversed(chain))
