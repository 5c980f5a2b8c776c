"""Back-entry at a desk: papers found by number, entered, and settled many at once."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.commands import Command, DocumentSheet, FindSheetAgain
from kontaktpunkt.domain.events.office import AccessKind, AccessNoted
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.paper.exercise_number import (
    exercise_digits,
    is_exercise_number,
    show_number,
)
from kontaktpunkt.domain.paper.form import FormDefinition
from kontaktpunkt.domain.paper.printout import PaperValue
from kontaktpunkt.domain.paper.sheet_number import NumberFlaw, parse
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.states import GivenSheet, OutageState, SheetStage, SheetState
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.usecases.at_desk.exercises import ExerciseDesk
from kontaktpunkt.usecases.at_desk.outages import read_outages
from kontaktpunkt.usecases.back_entry import page as pages
from kontaktpunkt.usecases.back_entry.entering import Entering
from kontaktpunkt.usecases.back_entry.offering import joined, offered
from kontaktpunkt.usecases.back_entry.rows import SheetEntry, SheetEntryPage
from kontaktpunkt.usecases.contacts.register import filled_person
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.joining.joined import whole_case, whole_person
from kontaktpunkt.usecases.keeping import access
from kontaktpunkt.usecases.keeping.listing import listed
from kontaktpunkt.usecases.keeping.renew import renew
from kontaktpunkt.usecases.outages.page import read_sheet
from kontaktpunkt.usecases.outages.rows import OutageSheetLine
from kontaktpunkt.usecases.ports import StoreView
from kontaktpunkt.usecases.showing.filling import values_of_case, values_of_ours
from kontaktpunkt.usecases.showing.masking import mask_person, may_see
from kontaktpunkt.usecases.showing.pages import Reading
from kontaktpunkt.usecases.spreading import owners_in, sees_sheet

_ALL_SHEETS: Final = 100_000
_EXERCISE: Final = "öÖ"


class BackEntryDesk(ExerciseDesk):
    """What is asked of back-entry."""

    def sheet_entry(self, sheet: UUID) -> SheetEntryPage | None:
        """Give a paper to enter, or as it was entered; noted in the access log."""
        with self.reading() as reading:
            state = read_sheet(reading.store, sheet)
            form = self._form(state.issued.form) if state and state.issued else None
            if state is None or form is None:
                return None
            shown = self._shown_on_paper(reading, state)
            known = {} if shown.masked else self._known_on_paper(reading, state, form)
            twins = offered(reading, state, name=shown.name, masked=shown.masked)
            same = joined(reading, state)
            day = self._day_of_stop(reading, state)
        person, case = state.person, state.case
        if person is not None:
            self._note_sheet(person, case, masked=shown.masked)
        page = pages.entry_page(sheet, state, form, known, shown)
        return replace(page, twins=tuple(twins), joined=tuple(same), outage_day=day)

    def find_sheet(self, typed: str, outage: UUID | None = None) -> OutageSheetLine | Refused:
        """Find a paper by its number as typed or scanned, or say what is wrong with the number."""
        digits = _digits_of(typed)
        if isinstance(digits, NumberFlaw):
            return Refused(reason=RefusalReason.NOT_A_SHEET_NUMBER, values=(digits.value,))
        line = self.outage_sheet(outage, digits) if outage is not None else None
        if line is None:
            line = self._line_of_sheet(digits)
        if line is None:
            return Refused(reason=RefusalReason.UNKNOWN_SHEET, values=(show_number(digits),))
        return line

    def enter_sheet(self, entry: SheetEntry) -> Done | Refused:
        """Enter a paper: it becomes what a message would have, and is kept whole as written."""
        self.follow_day()
        with self.reading() as reading:
            state = read_sheet(reading.store, entry.sheet)
        if state is None or state.issued is None:
            return Refused(reason=RefusalReason.NOT_FOUND)
        form = self._form(state.issued.form)
        if form is None:
            return Refused(reason=RefusalReason.UNKNOWN_FORM, values=(state.issued.form,))
        with self.room() as room:
            if state.entry is not None and not sees_sheet(room, entry.sheet):
                # Who sees nothing of what was entered would put it right blindly.
                return Refused(reason=RefusalReason.NOT_YOURS_TO_SEE)
            act = Entering(room, form, entry).enter()
            if isinstance(act, Refused):
                return act
            changed = renew(room)
        return Done(act=act, changed=changed)

    def document_sheets(
        self,
        sheets: Sequence[UUID],
        system: str,
        *,
        at: Instant | None = None,
        on_word: OnWord | None = None,
    ) -> Done | Refused:
        """Note of several papers in one act that they stand in the region's system.

        Ours as documented, what we were told by phone as found again; a refusal names the number.
        """
        wishes: list[Command] = []
        for sheet in dict.fromkeys(sheets):
            with self.reading() as reading:
                state = read_sheet(reading.store, sheet)
            if state is None or state.issued is None:
                return Refused(reason=RefusalReason.NOT_FOUND)
            to = pages.settles_as(state.issued.direction, state)
            if not state.may_become(to):
                number = show_number(state.issued.number)
                return Refused(reason=RefusalReason.SHEET_NOT_THERE_YET, values=(number,))
            if to is SheetStage.FOUND_AGAIN:
                wishes.append(FindSheetAgain(sheet=sheet, system=system, at=at))
            else:
                wishes.append(DocumentSheet(sheet=sheet, system=system, on_word=on_word, at=at))
        if not wishes:
            return Refused(reason=RefusalReason.NOT_FOUND)
        return self.act(*wishes)

    def _known_on_paper(
        self, reading: Reading, state: SheetState, form: FormDefinition
    ) -> dict[str, PaperValue]:
        """Give what is known beforehand of whom a paper was given out for, by field key."""
        values: dict[str, PaperValue] = dict(values_of_ours(self._ours()))
        case = whole_case(reading, state.case)
        person = whole_person(reading, case.person) if case is not None else None
        protected = person is not None and person.is_protected
        if case is not None and person is not None:
            # Who may not see her gets a page without values: nothing is masked here.
            shown = mask_person(filled_person(person, reading.store), may=True)
            values.update(values_of_case(case, shown, self.today()))
        values.update(self._known_of_dummy(state))
        return pages.known_beforehand(form, values, protected=protected)

    def _known_of_dummy(self, state: SheetState) -> Mapping[str, PaperValue]:
        """Give what the paper of an exercise was filled in with; nothing of any other."""
        issued = state.issued
        if issued is None or issued.outage is None or not issued.dummy:
            return {}
        stop = self._stop_state(issued.outage)
        people = self.dummies_of(stop) if stop is not None else ()
        values: dict[str, PaperValue] = {}
        for one in people:
            if one.name == issued.dummy:
                values.update(one.values or {})
        return values

    def _shown_on_paper(self, reading: Reading, state: SheetState) -> pages.Shown:
        """Say whose a paper is, when this user may see it."""
        case = state.case
        person = whole_person(reading, state.person)
        owners = owners_in(reading, case) if case is not None else frozenset[UUID]()
        masked = person is not None and not may_see(person, self.my_id, owners)
        name = "" if masked else person.name if person is not None else _dummy_of(state)
        return pages.Shown(
            name=name,
            masked=masked,
            me=self.my_id,
            names=reading.names,
            now=self.now(),
            system=self.profile().system_short_name,
        )

    def _day_of_stop(self, reading: Reading, state: SheetState) -> date | None:
        """Give the day that a paper's stop lies within; None for one that goes on into another."""
        outage = state.issued.outage if state.issued is not None else None
        stop = dict(read_outages(reading.store)).get(outage) if outage is not None else None
        if stop is None or stop.facts is None:
            return None
        day = local_day(stop.facts.since)
        return day if day == local_day(stop.over.at if stop.over else self.now()) else None

    def _line_of_sheet(self, digits: str) -> OutageSheetLine | None:
        """Find a paper that was given out in another stop, or in none."""
        with self.outside.store.reading() as store:
            sheet = _sheet_of(store, digits)
        return self._sheet_line(GivenSheet(sheet, digits)) if sheet is not None else None

    def _note_sheet(self, person: UUID, case: UUID | None, *, masked: bool) -> None:
        """Note that the paper of somebody was looked at, or that it was asked for in vain."""
        if not masked:
            self._note_reading(person, case)
            return
        with self.room() as room:
            denied = AccessNoted(
                access=AccessKind.DENIED, person=person, case=case, filter="blankett"
            )
            access.note(room, denied)


def _dummy_of(state: SheetState) -> str:
    return state.issued.dummy if state.issued is not None else ""


def _digits_of(typed: str) -> str | NumberFlaw:
    """Read a number as typed or scanned; those of exercises begin with Ö, in their code with 0."""
    text = typed.strip()
    if text[:1] in _EXERCISE and text:
        read = parse(text[1:])
        return read if isinstance(read, NumberFlaw) else exercise_digits(read)
    whole = "".join(sign for sign in text if sign.isdecimal())
    if is_exercise_number(whole):
        read = parse(whole[1:])
        return read if isinstance(read, NumberFlaw) else whole
    read = parse(text)
    return read if isinstance(read, NumberFlaw) else read.digits


def _sheet_of(store: StoreView, digits: str) -> UUID | None:
    """Find a paper by its number: in the stops, those of exercises too, else in the register."""
    stops: tuple[tuple[UUID, OutageState], ...] = listed(store, SubjectKind.OUTAGE)
    given = (one for _, state in stops for one in state.sheets)
    found = next((one.sheet for one in given if one.number == digits), None)
    if found is not None:
        return found
    rows = store.sheet_rows(None, _ALL_SHEETS)
    return next((row.sheet for row in rows if row.number == digits), None)
