"""What was written on a paper, read field by field; what cannot be read is told by its label."""

from collections.abc import Iterable, Mapping
from datetime import time
from typing import Final

from msgspec import Struct

from kontaktpunkt.domain.events.sheet import EnteredValue
from kontaktpunkt.domain.paper.form import Field, FormDefinition, fields_of
from kontaktpunkt.domain.paper.printout import PaperValue
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.times import Instant, at_local, local_day
from kontaktpunkt.usecases.arriving.entry_times import (
    Direction,
    TimeFault,
    TypedTime,
    read_time,
)

YES: Final = "ja"


class FieldFault(Struct, frozen=True):
    """A field that could not be read: its key and label, what stood there, and why."""

    key: str
    label: str
    typed: str
    reason: RefusalReason

    def refused(self) -> Refused:
        """Give the fault as an answer."""
        return Refused(reason=self.reason, values=(self.label, self.typed))


class Written:
    """The fields of a paper by the name under which they are entered (`back_entry`).

    Promise: every field that could not be read stands in `faults`, each once.
    """

    def __init__(
        self, form: FormDefinition, values: Mapping[str, PaperValue], at: Instant, now: Instant
    ) -> None:
        self.form = form
        self.values = values
        self.at = at
        self.faults: list[FieldFault] = []
        self._now = now
        self._fields = {one.back_entry: one for one in fields_of(form) if one.back_entry}

    def text(self, name: str) -> str:
        """Give the text of a field, '' where there is none."""
        field = self._fields.get(name)
        return "" if field is None else plain(field, self.values.get(field.key, ""))

    def label(self, name: str) -> str:
        """Give the label of a field."""
        field = self._fields.get(name)
        return name if field is None else field.label

    def ticked(self, name: str) -> bool:
        """Say whether a box is ticked."""
        field = self._fields.get(name)
        return field is not None and is_ticked(self.values.get(field.key, ""))

    def chosen(self, name: str) -> str:
        """Give the key of the box that is ticked among several, '' for none."""
        field = self._fields.get(name)
        keys = () if field is None else chosen_in(field, self.values.get(field.key, ""))
        return keys[0] if keys else ""

    def rows(self, name: str) -> tuple[tuple[str, ...], ...]:
        """Give the rows of a table in which anything stands beside the row's own label."""
        field = self._fields.get(name)
        return () if field is None else table_rows(field, self.values.get(field.key, ""))

    def any_of(self, *names: str) -> bool:
        """Say whether anything stands in one of the fields."""
        return any(self.text(name) for name in names)

    def moment(
        self, day: str, clock: str, direction: Direction = Direction.PAST
    ) -> TypedTime | None:
        """Read a day and a clock from two fields; a clock alone is of the paper's own day.

        A day alone is midnight where it speaks of what has been (only the day is known), noon of
        what is to come. What cannot be read is None, and a fault.
        """
        said_day, said_clock = self.text(day), self.text(clock)
        if not said_day and not said_clock:
            return None
        if said_clock and not said_day:
            said_day = local_day(self.at).isoformat()
        read = read_time(f"{said_day} {said_clock}".strip(), self._now, direction)
        if read is TimeFault.NEEDS_CLOCK:  # today, and nobody wrote when
            return TypedTime(at_local(local_day(self._now), time()), clock_given=False)
        if isinstance(read, TimeFault):
            self._fault_of_time(read, day, clock)
            return None
        if not read.clock_given and direction is Direction.PAST:
            return TypedTime(at_local(local_day(read.instant), time()), clock_given=False)
        return read

    def instant(
        self, day: str, clock: str, direction: Direction = Direction.PAST
    ) -> Instant | None:
        """Give the instant of a day and a clock in two fields, None where it cannot be read."""
        read = self.moment(day, clock, direction)
        return None if read is None else read.instant

    def fault(self, name: str, reason: RefusalReason, typed: str = "") -> None:
        """Note that a field could not be read."""
        field = self._fields.get(name)
        key = name if field is None else field.key
        if all(one.key != key for one in self.faults):
            self.faults.append(FieldFault(key, self.label(name), typed, reason))

    def _fault_of_time(self, read: TimeFault, day: str, clock: str) -> None:
        """Blame the field that is wrong: the clock where it is that, else the day."""
        is_clock = read in (TimeFault.NO_SUCH_CLOCK, TimeFault.IN_FUTURE) and self.text(clock)
        if read is TimeFault.NOT_UNDERSTOOD and self.text(day) and self.text(clock):
            alone = read_time(self.text(day), self._now, Direction.COMING)
            is_clock = isinstance(alone, TypedTime)
        name = clock if is_clock or not self.text(day) else day
        future = read is TimeFault.IN_FUTURE
        reason = RefusalReason.FIELD_IN_FUTURE if future else RefusalReason.FIELD_NOT_UNDERSTOOD
        self.fault(name, reason, self.text(name))


def plain(field: Field, value: PaperValue) -> str:
    """Give a field's value as text: boxes by their labels, rows of a table on their own lines."""
    match value:
        case bool():
            return YES if value else ""
        case str():
            keys = {one.key: one.label for one in field.options}
            return keys.get(value, value).strip()
        case _:
            pass
    if field.options:
        labels = {one.key: one.label for one in field.options}
        return ", ".join(labels.get(key, key) for key in chosen_in(field, value))
    return "\n".join(row_text(field, row) for row in table_rows(field, value))


def is_ticked(value: PaperValue) -> bool:
    """Say whether a box is ticked."""
    return value is True or (isinstance(value, str) and value.casefold() in {"x", YES, "true"})


def chosen_in(field: Field, value: PaperValue) -> tuple[str, ...]:
    """Give the keys of the boxes that are ticked, as keys or as the labels that were typed."""
    keys = {one.label.casefold(): one.key for one in field.options}
    said = (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ()
    texts = (one.strip() for one in said if isinstance(one, str))
    return tuple(keys.get(one.casefold(), one) for one in texts if one)


def table_rows(field: Field, value: PaperValue) -> tuple[tuple[str, ...], ...]:
    """Give the rows of a table in which anything is written, each as wide as the table."""
    if not isinstance(value, tuple):
        return ()
    width = len(field.columns)
    rows: list[tuple[str, ...]] = []
    for at, row in enumerate(value):
        if not isinstance(row, tuple):
            continue
        cells = tuple(cell.strip() for cell in (*row, *("",) * width)[:width])
        label = field.row_labels[at] if at < len(field.row_labels) else ""
        if label and not cells[0]:
            cells = (label, *cells[1:])
        if any(cells[1:] if label else cells):
            rows.append(cells)
    return tuple(rows)


def row_text(field: Field, row: tuple[str, ...]) -> str:
    """Give a row of a table as text: what stands in a box is said by the box's label."""
    parts = (
        (column.label.casefold() if column.box else cell)
        for column, cell in zip(field.columns, row, strict=True)
        if cell
    )
    return ", ".join(parts)


def entered_values(form: FormDefinition, values: Mapping[str, PaperValue]) -> list[EnteredValue]:
    """Give all that was written, in the order of the paper, with the labels of today.

    What stands under a key that the form does not have is kept last, under its key.
    """
    fields = {field.key: field for field in fields_of(form)}
    known = [(key, values[key]) for key in fields if key in values]
    others = [(key, value) for key, value in values.items() if key not in fields]
    found = (_entered(key, fields.get(key), value) for key, value in (*known, *others))
    return [one for one in found if one != EnteredValue(key=one.key, label=one.label)]


def _entered(key: str, field: Field | None, value: PaperValue) -> EnteredValue:
    label = field.label if field is not None else key
    match value:
        case bool():
            return EnteredValue(key=key, label=label, ticked=value)
        case str():
            return EnteredValue(key=key, label=label, text=value)
        case _:
            texts = tuple(one for one in value if isinstance(one, str) and one)
            rows = tuple(one for one in value if isinstance(one, tuple))
            return EnteredValue(
                key=key, label=label, chosen=texts, rows=rows if any(map(any, rows)) else ()
            )


def values_of(entered: Iterable[EnteredValue]) -> dict[str, PaperValue]:
    """Give what was entered back as values by field key."""
    return {one.key: _value(one) for one in entered}


def _value(one: EnteredValue) -> PaperValue:
    if one.rows:
        return one.rows
    return one.chosen or (True if one.ticked else one.text)
