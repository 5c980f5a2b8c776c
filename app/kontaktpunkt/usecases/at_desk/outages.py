"""Stops (driftstopp) at a desk: their list, their register, and papers given out in them."""

from typing import Final
from uuid import UUID

from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.states import GivenSheet, OutageState
from kontaktpunkt.domain.times import HOUR, Instant
from kontaktpunkt.usecases.answers import IssuedPaper
from kontaktpunkt.usecases.at_desk.papers import PaperDesk
from kontaktpunkt.usecases.joining.joined import whole_person
from kontaktpunkt.usecases.keeping.listing import listed
from kontaktpunkt.usecases.outages import page as pages
from kontaktpunkt.usecases.outages.rows import OutagePage, OutagePhase, OutageSheetLine, OutageStamp
from kontaktpunkt.usecases.ports import StoreView
from kontaktpunkt.usecases.showing.masking import may_see
from kontaktpunkt.usecases.showing.pages import Reading
from kontaktpunkt.usecases.spreading import owners_in

# The Ö that marks a number of an exercise stands for the nought that its code begins with.
_AS_DIGITS: Final = str.maketrans("öÖ", "00", " \t\r\n-.\u00a0\u2009\u202f\u2013")


_GOING_ON: Final = (OutagePhase.GOES_ON, OutagePhase.DOCUMENTING)
_APART: Final = 14 * 24 * HOUR
"""For how long after it was declared a closed stop is looked at for numbers that are left."""


class OutageDesk(PaperDesk):
    """What is asked of stops."""

    def new_outage(self) -> UUID:
        """Give the id of a stop that is about to be declared."""
        return self.outside.tools.new_id()

    def outages(self, *, only_open: bool = False) -> tuple[OutageStamp, ...]:
        """Give the stops, the newest first; all that go on or are being documented, or all.

        One that was closed while another desk worked apart is among them when numbers are left.
        """
        with self.outside.store.reading() as store:
            states = _with_work_left(store, self.now()) if only_open else read_outages(store)
            sheets = pages.read_sheets(store, (state for _, state in states))
        stamps = (pages.stamp(outage, state, sheets) for outage, state in reversed(states))
        found = (one for one in stamps if one is not None)
        return tuple(one for one in found if not only_open or one.phase in _GOING_ON)

    def outage(self, outage: UUID) -> OutagePage | None:
        """Give a stop with its register; noted as a list in the access log."""
        found = self._outage_page(outage)
        if found is not None:
            self._note_list("driftstopp", sum(bool(line.name) for line in found.lines))
        return found

    def outage_sheet(self, outage: UUID, number: str) -> OutageSheetLine | None:
        """Find a number in a stop's register, as typed or scanned; noted when it names someone."""
        digits = number.translate(_AS_DIGITS)
        with self.outside.store.reading() as store:
            state = dict(read_outages(store)).get(outage)
        given = state.sheets if state is not None else ()
        found = next((one for one in given if one.number == digits), None)
        return self._sheet_line(found) if found is not None else None

    def issue_in_outage(
        self, outage: UUID, form: str, case: UUID | None, *, saved: bool
    ) -> IssuedPaper | Refused:
        """Give a form its number and make the paper, for a stop that answers for it."""
        return self.issue(form, case, saved=saved, purpose="driftstopp", outage=outage)

    def _outage_page(self, outage: UUID) -> OutagePage | None:
        with self.reading() as reading:
            state = dict(read_outages(reading.store)).get(outage)
            if state is None:
                return None
            sheets = pages.read_sheets(reading.store, (state,))
            stamp = pages.stamp(outage, state, sheets)
            if stamp is None:
                return None
            return pages.page(stamp, state, sheets, reading.names, self._namer(reading))

    def _sheet_line(self, given: GivenSheet) -> OutageSheetLine | None:
        """Give one number's line; whom it names is noted in the access log."""
        with self.reading() as reading:
            state = pages.read_sheet(reading.store, given.sheet)
            if state is None:
                return None
            line = pages.sheet_line(given, state, reading.names, self._namer(reading))
        if state.person is not None and line.name:
            self._note_reading(state.person, state.case)
        return line

    def _namer(self, reading: Reading) -> pages.NameOf:
        """Say whose a paper is, when this user may see it."""

        def name_of(person: UUID | None, case: UUID | None) -> str:
            found = whole_person(reading, person) if person is not None else None
            owners = owners_in(reading, case) if case is not None else frozenset[UUID]()
            if found is None or not may_see(found, self.my_id, owners):
                return ""
            return found.name

        return name_of


def _with_work_left(store: StoreView, now: Instant) -> tuple[tuple[UUID, OutageState], ...]:
    """Give the open stops, and those closed so late that a desk apart may not have heard of it."""
    since = Instant(now - _APART)
    late = listed(store, SubjectKind.OUTAGE, since)
    older = read_outages(store, only_open=True)
    known = {outage for outage, _ in late}
    return (*(one for one in older if one[0] not in known), *late)


def read_outages(
    store: StoreView, *, only_open: bool = False
) -> tuple[tuple[UUID, OutageState], ...]:
    """Give the stops as they stand, by when they were declared; all, or those still open."""
    return listed(store, SubjectKind.OUTAGE, only_open=only_open)
