"""The rules of one place: values in layers, the later layer winning, each with its source."""

from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from functools import cached_property
from itertools import pairwise
from typing import TypeVar, cast

import msgspec

from kontaktpunkt.domain.calendar.office_hours import OfficeHours
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.pasted import PastedField, PastedLabels, labels_from
from kontaktpunkt.domain.profile.fault import ProfileFault, ProfileFaultReason
from kontaktpunkt.domain.profile.keys import (
    known_keys,
    message_name_key,
    pasted_key,
    phone_hours_key,
    reader_of,
    watch_hours_key,
)
from kontaktpunkt.domain.profile.layers import ProfileLayer, ProfileValue, read_layer
from kontaktpunkt.domain.profile.packet import BlankForms, PrefilledForm
from kontaktpunkt.domain.profile.shapes import (
    Answerer,
    Code,
    DayKind,
    DutyHour,
    LayerKind,
    PlanningStep,
    Track,
)
from kontaktpunkt.domain.staff import Role

_T = TypeVar("_T")
_ORDER = tuple(LayerKind)
_ONE_DAY = timedelta(days=1)


class RuleProfile(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """The rules in force: layers from the law down, and all that each layer says about each key.

    Nothing is guessed: what nobody has confirmed is None, and an empty tuple is a confirmed none.
    `on` is the day that is meant wherever no other is named; see `as_of`.
    """

    layers: tuple[ProfileLayer, ...]
    entries: Mapping[str, tuple[ProfileValue, ...]]
    on: date | None = None

    def as_of(self, day: date) -> "RuleProfile":
        """Give the same rules, all properties of which say what holds on the day."""
        return self if self.on == day else msgspec.structs.replace(self, on=day)

    @property
    def key(self) -> str:
        """Give the key of the chosen profile, the last layer that was shipped."""
        return self._chosen.key

    @property
    def title(self) -> str:
        """Give the title of the chosen profile."""
        return self._chosen.title

    @property
    def layer_titles(self) -> tuple[str, ...]:
        """Give the titles of the shipped layers, from the law down."""
        return tuple(layer.title for layer in self.layers if layer.kind is not LayerKind.OWN)

    def value(self, key: str, on: date | None = None) -> ProfileValue:
        """Give what holds for a key on a day, without one on the profile's own day (`as_of`).

        Where neither is named: what nothing ends. A key that no profile can have is a fault of
        ours: KeyError.
        """
        found = self.entries.get(key, ())
        if not found and reader_of(key) is None:
            raise KeyError(key)
        holding = self._holding(key, on or self.on)
        return holding[-1] if holding else ProfileValue(key=key, layer=self.layers[0])

    def turns(self, key: str) -> tuple[date, ...]:
        """Give the days from which on something else may hold for a key, in order."""
        found = self.entries.get(key, ())
        begun = {value.valid_from for value in found if value.valid_from is not None}
        ended = {value.valid_to + _ONE_DAY for value in found if value.valid_to is not None}
        return tuple(sorted(begun | ended))

    def turned_between(self, earlier: date, later: date) -> bool:
        """Say whether any rule began or ended after the earlier day, up to the later one."""
        days = {day for key in self.entries for day in self.turns(key)}
        return any(earlier < day <= later for day in days)

    def all_values(self, on: date | None = None) -> tuple[ProfileValue, ...]:
        """Give what holds for every key, in a settings screen's order, amounts by year last."""
        amounts = sorted(set(self.entries) - set(known_keys()))
        return tuple(self.value(key, on) for key in (*known_keys(), *amounts))

    @property
    def system_name(self) -> str:
        """Give the name of the region's system (SAMSA, Cosmic Link, Mina planer)."""
        return self._words("system_name")

    @property
    def system_short_name(self) -> str:
        """Give the system's name as staff say it; the whole name where there is no shorter."""
        return self._words("system_short_name") or self.system_name

    @cached_property
    def message_names(self) -> Mapping[MessageKind, str]:
        """Give each message kind's name in the region's system, else the law's plain one."""
        return {kind: self._last_words(message_name_key(kind)) for kind in MessageKind}

    @cached_property
    def pasted_labels(self) -> PastedLabels:
        """Give the labels of a copied screen: the nearest layer's first, then those beneath it."""
        fields = {field: self._all_words(pasted_key(field)) for field in PastedField}
        kinds = {kind: self._all_words(message_name_key(kind)) for kind in MessageKind}
        return labels_from(fields, kinds)

    @property
    def untaken_minutes(self) -> int | None:
        """Give after how many office minutes an untaken message is late; None = no limit."""
        return self._typed("untaken_minutes", int)

    @property
    def office_hours(self) -> OfficeHours | None:
        """Give when the contact point is at work; None where nobody has confirmed it."""
        return self._typed("office_hours", OfficeHours)

    @cached_property
    def phone_hours(self) -> Mapping[DayKind, tuple[DutyHour, ...] | None]:
        """Give who answers the phone when, by kind of day; None where nobody has confirmed it."""
        return {day: self._duty(phone_hours_key(day)) for day in DayKind}

    @property
    def phone_otherwise(self) -> Answerer | None:
        """Give who answers the phone at all other times."""
        return self._typed("phone_otherwise", Answerer)

    @cached_property
    def inbox_watch_hours(self) -> Mapping[DayKind, tuple[DutyHour, ...] | None]:
        """Give who watches the region's inbox when; None where nobody has confirmed it."""
        return {day: self._duty(watch_hours_key(day)) for day in DayKind}

    @property
    def steps(self) -> tuple[PlanningStep, ...]:
        """Give the steps of the planning in order."""
        return cast("tuple[PlanningStep, ...]", self._list("steps"))

    @property
    def tracks(self) -> tuple[Track, ...]:
        """Give the process tracks of the region; empty also where none are confirmed."""
        return cast("tuple[Track, ...]", self._list("tracks"))

    @property
    def obstacle_codes(self) -> tuple[Code, ...]:
        """Give what can hinder a homecoming."""
        return cast("tuple[Code, ...]", self._list("obstacle_codes"))

    @property
    def deviation_codes(self) -> tuple[Code, ...]:
        """Give the points of the agreement that a deviation can be about."""
        return cast("tuple[Code, ...]", self._list("deviation_codes"))

    @property
    def deviation_address(self) -> str:
        """Give where reports of deviations go; '' where nobody has said it."""
        return self._words("deviation_address")

    @property
    def readiness_items(self) -> tuple[Code, ...]:
        """Give what has to be in place before a homecoming."""
        return cast("tuple[Code, ...]", self._list("readiness_items"))

    @property
    def meetings(self) -> tuple[Code, ...]:
        """Give the meetings of a day in which a team goes through its people, in their order."""
        return cast("tuple[Code, ...]", self._list("meetings"))

    @property
    def paused_services(self) -> tuple[Code, ...]:
        """Give the services that are paused at an admission and restarted at homecoming."""
        return cast("tuple[Code, ...]", self._list("paused_services"))

    @property
    def admission_causes(self) -> tuple[Code, ...]:
        """Give what can have led to an admission."""
        return cast("tuple[Code, ...]", self._list("admission_causes"))

    @property
    def packet_prefilled(self) -> tuple[PrefilledForm, ...]:
        """Give which forms are filled in beforehand for whom in the packet of a stop."""
        return cast("tuple[PrefilledForm, ...]", self._list("packet_prefilled"))

    @property
    def packet_blanks(self) -> tuple[BlankForms, ...]:
        """Give how many blank copies of which forms lie in the packet of a stop."""
        return cast("tuple[BlankForms, ...]", self._list("packet_blanks"))

    def codes(self, key: str) -> tuple[Code, ...]:
        """Give a list of choices that the profile holds under a key; empty where none is."""
        return cast("tuple[Code, ...]", self._list(key))

    @property
    def second_eyes_forms(self) -> frozenset[str]:
        """Give the forms whose entry somebody else is to check; none where nobody has said so."""
        return frozenset(map(str, self._list("second_eyes_forms")))

    def count(self, key: str) -> int | None:
        """Give a whole number that the profile holds under a key; None where none is confirmed."""
        return self._typed(key, int)

    def clock_times(self, key: str) -> tuple[time, ...]:
        """Give times of day that the profile holds under a key; empty where none is confirmed."""
        return cast("tuple[time, ...]", self._list(key))

    @property
    def signs_for_missing(self) -> frozenset[Role]:
        """Give who may sign for a missing number; empty where nobody is named: then anybody."""
        return frozenset(cast("tuple[Role, ...]", self._list("signs_for_missing")))

    @property
    def cut_off(self) -> time | None:
        """Give the time of day after which a readiness notice counts a day later."""
        return self._typed("payment.cut_off", time)

    @property
    def admission_notice_hours(self) -> int | None:
        """Give within how many elapsed hours the admission notice is to be sent."""
        return self._typed("admission_notice_hours", int)

    @property
    def _chosen(self) -> ProfileLayer:
        return [layer for layer in self.layers if layer.kind is not LayerKind.OWN][-1]

    def _holding(self, key: str, on: date | None) -> list[ProfileValue]:
        """Give the values of all layers that hold on a day, the nearest layer's last."""
        found = self.entries.get(key, ())
        if on is None:
            return [value for value in found if value.valid_to is None] or list(found)
        return [value for value in found if value.holds_on(on)]

    def _typed(self, key: str, shape: type[_T]) -> _T | None:
        value = self.value(key).value
        return value if isinstance(value, shape) else None

    def _words(self, key: str) -> str:
        return self._typed(key, str) or ""

    def _last_words(self, key: str) -> str:
        """Give the words of the last layer that has any: a name is never unconfirmed to nothing."""
        words = [value.value for value in self._holding(key, self.on) if value.value]
        return str(words[-1]) if words else ""

    def _all_words(self, key: str) -> tuple[str, ...]:
        """Give the words of every layer that has any, the nearest layer's first."""
        values = [value.value for value in reversed(self._holding(key, self.on)) if value.value]
        return tuple(
            words
            for value in values
            for words in (
                cast("tuple[str, ...]", value) if isinstance(value, tuple) else (str(value),)
            )
        )

    def _list(self, key: str) -> tuple[object, ...]:
        value = self.value(key).value
        return cast("tuple[object, ...]", value) if isinstance(value, tuple) else ()

    def _duty(self, key: str) -> tuple[DutyHour, ...] | None:
        value = self.value(key).value
        return cast("tuple[DutyHour, ...]", value) if isinstance(value, tuple) else None


def load_profile(texts: Sequence[str]) -> RuleProfile:
    """Build a profile from the TOML texts of its layers, the law's first; raises ProfileFault."""
    if not texts:
        raise ProfileFault(ProfileFaultReason.NO_LAYERS)
    read = [read_layer(text) for text in texts]
    layers = tuple(layer for layer, _ in read)
    _check_order(layers)
    entries: dict[str, tuple[ProfileValue, ...]] = {}
    for _, values in read:
        for value in values:
            entries[value.key] = (*entries.get(value.key, ()), value)
    return RuleProfile(layers=layers, entries=entries)


def _check_order(layers: tuple[ProfileLayer, ...]) -> None:
    """Hold the layers to their order: the law first and alone without parent, each on the last."""
    if layers[0].kind is not LayerKind.LAW or layers[0].parent:
        raise ProfileFault(ProfileFaultReason.WRONG_ORDER, layer=layers[0].key)
    for upper, lower in pairwise(layers):
        if _ORDER.index(lower.kind) <= _ORDER.index(upper.kind):
            raise ProfileFault(ProfileFaultReason.WRONG_ORDER, layer=lower.key)
        if lower.parent != upper.key:
            raise ProfileFault(ProfileFaultReason.WRONG_PARENT, layer=lower.key)
