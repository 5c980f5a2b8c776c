"""A paper of somebody who cannot be placed: set aside whole until somebody has found who it is."""

from collections.abc import Iterator
from typing import Final
from uuid import UUID

from kontaktpunkt.domain.commands import Command, DismissSetAside
from kontaktpunkt.domain.message_kind import Carrier, SetAsideReason
from kontaktpunkt.domain.notice import SetAside
from kontaktpunkt.domain.paper.exercise_number import show_number
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.states import MessageStage, SheetState
from kontaktpunkt.usecases.arriving.intake import Arrival
from kontaktpunkt.usecases.back_entry.document_text import text_to_document
from kontaktpunkt.usecases.back_entry.whose import named
from kontaktpunkt.usecases.back_entry.written import Written
from kontaktpunkt.usecases.keeping.workroom import Workroom

_PUT_RIGHT: Final = "Bladet är infört på nytt."


def as_set_aside(written: Written, number: str, by: OnWord | None) -> Arrival:
    """Make of a paper what waits among what was not read: its whole text, and the name on it."""
    form = written.form
    paper = f"{form.number} nr {show_number(number)}"
    wrote = f"Skrivet av {by.name}" if by is not None and by.name else ""
    parts = (f"{paper}: {form.title}", wrote, text_to_document(form, written.values))
    name = written.text("person.name")
    return Arrival(
        name=paper,
        data="\n\n".join(part for part in parts if part).encode(errors="replace"),
        carrier=Carrier.HAND,
        read=SetAside(
            reason=SetAsideReason.NUMBER_ON_PAPER,
            person=named(name, written.text("person.address")) if name else None,
        ),
    )


def waits_aside(room: Workroom, sheet: SheetState) -> UUID | None:
    """Give what lies set aside of a paper since it was entered before, while it waits."""
    aside = sheet.entry.said.set_aside if sheet.entry is not None else None
    state = room.message(aside) if aside is not None else None
    return aside if state is not None and state.stage is MessageStage.OPEN else None


def not_aside_any_more(sheet: SheetState, aside: UUID | None) -> Iterator[Command]:
    """Dismiss what the entry before set aside, unless it waits still under the same words."""
    before = sheet.entry.said.set_aside if sheet.entry is not None else None
    if before is not None and before != aside:
        yield DismissSetAside(message=before, note=_PUT_RIGHT)
