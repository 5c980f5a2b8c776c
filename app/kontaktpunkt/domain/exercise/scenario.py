"""The script of an exercise as data: dummies, and phone calls with what is right to write."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

import msgspec
from msgspec import Struct, structs

MARK: Final = "Övning "
"""How the name of everybody in an exercise begins: nobody real is called so."""

Written = str | bool
"""What stands in a field: words or the key of a choice, or whether a box is ticked."""

RightAnswer = Written | tuple[str, ...]
"""What is right in a field: words, whether a box is ticked, or words of which any will do."""

_PLACE: Final = re.compile(r"\{(dag|sägs)([+-]\d+)\}")
_DAYS: Final = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
MONTHS: Final = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip


class ExerciseDummy(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody who does not exist (övningsperson): in hospital when `ward` says where.

    Days are counted from the day of the exercise.
    """

    key: str
    name: str
    number: str
    unit: str = ""
    phone_with_us: str = ""
    hospital: str = ""
    ward: str = ""
    ward_phone: str = ""
    admitted_days_ago: int = 0
    expected_in_days: int | None = None
    ready: bool = False

    @property
    def in_hospital(self) -> bool:
        """Say whether she is in hospital when the exercise begins."""
        return bool(self.ward)


class ExerciseCall(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A phone call of the script: when, who rings, what is said, on which form it belongs.

    `right` is keyed by the fields of the form; a field that it does not name is not judged.
    """

    key: str
    after_minutes: int
    caller: str
    says: str
    form: str
    dummy: str
    right: Mapping[str, RightAnswer]
    phone: str = ""


class ExerciseScenario(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A whole exercise: what its leader is told, how long it takes, dummies and calls in order."""

    key: str
    title: str
    minutes: int
    told: str
    dummy: tuple[ExerciseDummy, ...]
    call: tuple[ExerciseCall, ...]

    def on_day(self, day: date) -> "ExerciseScenario":
        """Give the script with the dates of a day of exercise in the place of {dag+2}."""
        return structs.replace(self, call=tuple(_dated(call, day) for call in self.call))

    def dummy_of(self, call: ExerciseCall) -> ExerciseDummy | None:
        """Give whom a call is about."""
        return next((one for one in self.dummy if one.key == call.dummy), None)


def read_scenario(text: str) -> ExerciseScenario | str:
    """Read a script from its TOML text, or say what is wrong with it in the parser's words.

    Everybody in it bears the mark of an exercise in her name, and each call is about one of them.
    """
    try:
        raw = tomllib.loads(text.removeprefix("\ufeff"))
        found = msgspec.convert(raw, ExerciseScenario)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as fault:
        return str(fault)
    known = {one.key for one in found.dummy}
    unmarked = [one.name for one in found.dummy if not one.name.startswith(MARK)]
    stray = [call.key for call in found.call if call.dummy not in known]
    if unmarked or stray or not found.call:
        return f"unmarked {unmarked}, calls about nobody {stray}, {len(found.call)} calls"
    return found


def _dated(call: ExerciseCall, day: date) -> ExerciseCall:
    right = {key: _answer(answer, day) for key, answer in call.right.items()}
    return structs.replace(call, says=_filled(call.says, day), right=right)


def _answer(answer: RightAnswer, day: date) -> RightAnswer:
    if isinstance(answer, str):
        return _filled(answer, day)
    return answer if isinstance(answer, bool) else tuple(_filled(one, day) for one in answer)


def _filled(text: str, day: date) -> str:
    def in_place(found: re.Match[str]) -> str:
        that = day + timedelta(days=int(found[2]))
        return that.isoformat() if found[1] == "dag" else spoken(that)

    return _PLACE.sub(in_place, text)


def spoken(day: date) -> str:
    """Say a day as one says it on the phone: torsdag 26 mars."""
    return f"{_DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
