"""The page of a paper to enter: what is known beforehand, or what was entered, and what is left."""

from collections.abc import Mapping
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.events.office import SheetDirection
from kontaktpunkt.domain.paper.exercise_number import show_number
from kontaktpunkt.domain.paper.form import FormDefinition, fields_of, is_hidden_for_protected
from kontaktpunkt.domain.paper.printout import PaperValue
from kontaktpunkt.domain.states import EnteredSheet, SheetStage, SheetState
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.back_entry.document_text import text_to_document
from kontaktpunkt.usecases.back_entry.rows import EarlierEntry, SheetEntryPage
from kontaktpunkt.usecases.back_entry.written import values_of

Names = Mapping[UUID, str]
"""Names of staff by id."""

_NOT_KNOWN_BEFORE = ("me.", "now.")
"""What a paper is filled with when it is printed says nothing of who wrote on it, or when."""


def known_beforehand(
    form: FormDefinition, values: Mapping[str, PaperValue], *, protected: bool
) -> dict[str, PaperValue]:
    """Give what the fields of a form are filled with, by field key."""
    found: dict[str, PaperValue] = {}
    for field in fields_of(form):
        value = values.get(field.source, "")
        hidden = protected and is_hidden_for_protected(field)
        if value and not hidden and not field.source.startswith(_NOT_KNOWN_BEFORE):
            found[field.key] = value
    return found


class Shown(Struct, frozen=True, kw_only=True):
    """Who is shown on the page of a paper, to whom, when, and under which names."""

    name: str
    masked: bool
    me: UUID | None
    names: Names
    now: Instant
    system: str

    def by(self, staff: UUID | None) -> str:
        """Name a colleague."""
        return self.names.get(staff, "") if staff is not None else ""


def entry_page(
    sheet: UUID,
    state: SheetState,
    form: FormDefinition,
    known: Mapping[str, PaperValue],
    shown: Shown,
) -> SheetEntryPage:
    """Put the page of a paper together, without what may be the same in the system."""
    issued, entry = state.issued, state.entry
    assert issued is not None, "only papers that were given out are read"  # noqa: S101 - ours
    values = known if entry is None else values_of(entry.said.values)
    if shown.masked:
        values = {}
    return SheetEntryPage(
        sheet=sheet,
        number=issued.number,
        number_shown=show_number(issued.number),
        form=form,
        direction=issued.direction,
        stage=state.stage,
        values=values,
        at=_proposed(state, shown.now) if entry is None else entry.at,
        outage=issued.outage,
        exercise=issued.exercise,
        case=state.case,
        person=state.person,
        name=shown.name,
        masked=shown.masked,
        for_whom=None if entry is None or shown.masked else entry.said.for_whom,
        entered_at=None if entry is None else entry.noted_at,
        entered_by_name="" if entry is None else shown.by(entry.by),
        not_understood=() if entry is None else entry.said.not_understood,
        messages=() if entry is None else entry.said.messages,
        set_aside=None if entry is None else entry.said.set_aside,
        earlier=() if shown.masked else tuple(_earlier(one, shown) for one in state.entries[:-1]),
        text="" if shown.masked else text_to_document(form, values, system=shown.system),
        asks_check=state.awaits_check,
        may_check=state.awaits_check
        and not shown.masked
        and shown.me not in (None, state.worked_by),
        checked_at=state.checked.at if state.checked else None,
        checked_by_name=shown.by(state.checked.by) if state.checked else "",
        may_become=frozenset(stage for stage in SheetStage if state.may_be_said(stage)),
    )


def _earlier(entry: EnteredSheet, shown: Shown) -> EarlierEntry:
    return EarlierEntry(
        values=values_of(entry.said.values),
        at=entry.at,
        noted_at=entry.noted_at,
        by_name=shown.by(entry.by),
        for_whom=entry.said.for_whom,
    )


def _proposed(state: SheetState, now: Instant) -> Instant:
    """Propose when it happened: when it was filled in, where somebody noted that, else now."""
    last = state.last
    filled = last is not None and last.to in (SheetStage.FILLED_IN, SheetStage.AWAITS_SENDER)
    return last.at if filled and last is not None else now


def settles_as(direction: SheetDirection, state: SheetState) -> SheetStage:
    """Say what a paper becomes when it stands in the region's system."""
    if direction is SheetDirection.TOLD_BY_PHONE or state.our_part is not None:
        return SheetStage.FOUND_AGAIN
    return SheetStage.DOCUMENTED
