"""Short stays at a desk: the board of places, the queue, decisions, papers."""

from typing import Final, TypeVar
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.calendar.office_hours import office_clock
from kontaktpunkt.domain.commands import (
    ApplyForShortTerm,
    AskManagerOnCall,
    Command,
    GrantShortTerm,
    ListPlace,
    OccupyPlace,
    ReservePlace,
    VacatePlace,
)
from kontaktpunkt.domain.events.place import (
    PlaceOccupied,
    PlaceReserved,
    PlaceStayChanged,
    PlaceVacated,
)
from kontaktpunkt.domain.ledger.subjects import SubjectKind, place_subject
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.short_term import search_order, validity
from kontaktpunkt.domain.states import PlaceState, ShortTermState
from kontaktpunkt.domain.times import HOUR, Instant
from kontaktpunkt.usecases.answers import Done, PaperPreview
from kontaktpunkt.usecases.at_desk.care_requests import CareRequestDesk
from kontaktpunkt.usecases.at_desk.papers import PaperDesk
from kontaktpunkt.usecases.joining.joined import leading_case, leading_person, whole_case
from kontaktpunkt.usecases.keeping.listing import listed
from kontaktpunkt.usecases.ports import StoreView
from kontaktpunkt.usecases.rows import TimelineEntry
from kontaktpunkt.usecases.short_term import papers
from kontaktpunkt.usecases.short_term.board import Around, Places, board, past
from kontaktpunkt.usecases.short_term.decision_paper import (
    DecisionWords,
    blank_decision,
    decision_paper,
)
from kontaktpunkt.usecases.short_term.page import short_term_page, waiting_until
from kontaktpunkt.usecases.short_term.people import People
from kontaktpunkt.usecases.short_term.rows import (
    ForWhom,
    PlaceCard,
    ShortTermCase,
    ShortTermPage,
    ShortTermPaper,
)
from kontaktpunkt.usecases.showing.bare import bare
from kontaktpunkt.usecases.showing.masking import mask_case_row
from kontaktpunkt.usecases.showing.pages import Reading
from kontaktpunkt.usecases.showing.timeline import timeline

_EVER: Final = Instant(0)
_FREE_SOON: Final = 4 * 24 * HOUR
"""Places that become free within a long weekend stand on the list of free ones too."""
_ABOUT_HER: Final = (PlaceOccupied, PlaceStayChanged, PlaceVacated, PlaceReserved)
"""Events of a place whose words may tell who was there; the others are about the place alone."""
_InCase = TypeVar("_InCase", ApplyForShortTerm, GrantShortTerm, AskManagerOnCall)


class ShortTermDesk(PaperDesk, CareRequestDesk):
    """What is asked of places and short stays."""

    def short_term(self) -> ShortTermPage:
        """Give the board with all that waits; noted in the access log as a list."""
        page = self._short_term(self.my_id)
        people = [one for row in page.places for one in row.holders if one.person is not None]
        shown = (*people, *page.queue, *page.decisions, *page.arrivals, *page.history)
        self._note_list("korttid", len(shown))
        return page

    def short_term_waiting(self) -> tuple[Instant, ...]:
        """Give until when each decision that waits for the caseworker holds."""
        with self.outside.store.reading() as store:
            return waiting_until(store.open_cases())

    def short_term_validity(self) -> tuple[Instant, bool | None]:
        """Give until when a decision made now holds, and whether caseworkers are at work now."""
        return self._valid_until(self.now()), self._office_open()

    def short_term_place(self, place: UUID) -> PlaceCard | None:
        """Show one place with its history; who is there is noted as read."""
        with self.reading() as reading:
            card = self._place_card(reading, place)
        for one in card.row.holders if card is not None else ():
            if one.person is not None:
                self._note_reading(one.person, one.case)
        return card

    def short_term_case(self, case: UUID) -> ShortTermCase | None:
        """Show what a case says of short stays; noted in the access log as read."""
        with self.reading() as reading:
            lead = leading_case(reading, case)
            row = reading.store.case_row(lead) if lead is not None else None
            state = whole_case(reading, case)
        if row is None or state is None:
            return None
        if row.person is not None:
            self._note_reading(row.person, row.case)
        row = mask_case_row(row, self.my_id)
        said = ShortTermState() if row.masked else state.short_term
        return ShortTermCase(
            row=row,
            said=said,
            waiting=said.waiting_decision,
            valid_until=self._valid_until(self.now()),
            office_open=self._office_open(),
        )

    def short_term_paper(
        self, paper: ShortTermPaper, case: UUID | None = None
    ) -> PaperPreview | None:
        """Make one of the papers; a decision is that of a case, its latest.

        Protected persons are masked on paper whoever prints it.
        """
        if paper is ShortTermPaper.DECISION:
            return self._decision_paper(case) if case is not None else None
        foot, page = self._foot(), self._short_term(None)
        masked = False
        match paper:
            case ShortTermPaper.BLANK:
                document = blank_decision(self.profile(), self._valid_until(self.now()), foot)
            case ShortTermPaper.FREE:
                document = papers.free_places(
                    page, self.outside.word, foot, Instant(self.now() + _FREE_SOON)
                )
            case ShortTermPaper.QUEUE:
                document = papers.queue_list(page, foot)
                masked = any(row.masked for row in page.queue)
            case ShortTermPaper.BOARD:
                document = papers.whole_board(page, self.outside.word, foot)
                masked = any(one.masked for row in page.places for one in row.holders)
        pdf = self.outside.paper.listing(document)
        return PaperPreview(pdf=pdf, protected=masked, title=document.title)

    def list_place(self, draft: ListPlace) -> Done | Refused:
        """Put a new place on the board."""
        return self.act(replace(draft, place=self.outside.tools.new_id()))

    def place_person(self, whom: ForWhom, draft: OccupyPlace) -> Done | Refused:
        """Let somebody have a place; the one she had before is left in the same act."""
        stay = self.outside.tools.new_id()
        if whom.is_nobody:
            return self.act(replace(draft, stay=stay))
        if whom.case is not None:
            before = self._left_by(whom.case, None, draft)
            return self.act(*before, replace(draft, stay=stay, case=whom.case))
        known = self._known(whom.whom)
        if isinstance(known, Refused):
            return known
        person, described = known
        before = self._left_by(None, person, draft)
        return self.act(*described, *before, replace(draft, stay=stay, person=person))

    def reserve_place(self, draft: ReservePlace) -> Done | Refused:
        """Hold a place."""
        return self.act(replace(draft, reservation=self.outside.tools.new_id()))

    def apply_for_short_term(self, whom: ForWhom, draft: ApplyForShortTerm) -> Done | Refused:
        """Put somebody in the queue; who has no open case gets one."""
        return self._in_case(whom, draft)

    def grant_short_term(self, whom: ForWhom, draft: GrantShortTerm) -> Done | Refused:
        """Grant a place outside office hours until the next weekday's forenoon."""
        new_id = self.outside.tools.new_id
        until = self._valid_until(self.now() if draft.at is None else draft.at)
        whole = replace(draft, decision=new_id(), stay=new_id(), valid_until=until)
        return self._in_case(whom, whole)

    def ask_manager_on_call(self, whom: ForWhom, draft: AskManagerOnCall) -> Done | Refused:
        """Note that the manager on call was asked."""
        return self._in_case(whom, draft)

    def _in_case(self, whom: ForWhom, draft: _InCase) -> Done | Refused:
        """Wish it in her case: the named one, the open one that she has, or a new one."""
        if whom.case is not None:
            return self.act(replace(draft, case=whom.case))
        if whom.is_nobody:
            return Refused(reason=RefusalReason.NO_PERSON)
        known = self._known(whom.whom)
        if isinstance(known, Refused):
            return known
        person, described = known
        with self.reading() as reading:
            lead = leading_person(reading, person) or person
            rows = reading.store.case_rows_of(lead)
        case = next((row.case for row in rows if row.is_open), None)
        wish = replace(
            draft,
            case=case or self.outside.tools.new_id(),
            person=person,
            opens_case=case is None,
        )
        return self.act(*described, wish)

    def _left_by(
        self, case: UUID | None, person: UUID | None, draft: OccupyPlace
    ) -> tuple[Command, ...]:
        """Give what leaves the places that somebody has when she gets another one."""
        with self.reading() as reading:
            state = whole_case(reading, case)
            whose = leading_person(reading, state.person if state is not None else person)
            here = _places(reading.store)
            return tuple(
                VacatePlace(place=place, stay=stay.stay, at=draft.at, on_word=draft.on_word)
                for place, place_state in here
                for stay in place_state.present
                if place != draft.place
                and whose is not None
                and leading_person(reading, stay.person) == whose
            )

    def _short_term(self, me: UUID | None) -> ShortTermPage:
        with self.reading() as reading:
            return short_term_page(reading, _places(reading.store), me)

    def _place_card(self, reading: Reading, place: UUID) -> PlaceCard | None:
        places = _places(reading.store)
        people = People(reading, self.my_id)
        around = Around(people, reading.names, search_order(self.profile()), self.now())
        row = next((one for one in board(places, around) if one.place == place), None)
        if row is None:
            return None
        only = [one for one in places if one[0] == place]
        events = reading.store.events_of(place_subject(place))
        told = timeline([events], reading.names, self.my_id, frozenset())
        before = past(only, around, _EVER)
        hidden = any(one.masked for one in (*row.holders, *row.held_for, *before))
        return PlaceCard(
            row=row,
            past=before,
            timeline=tuple(_of_nobody(one) for one in told) if hidden else told,
        )

    def _decision_paper(self, case: UUID) -> PaperPreview | None:
        with self.reading() as reading:
            state = whole_case(reading, case)
            lead = leading_case(reading, case)
            row = reading.store.case_row(lead) if lead is not None else None
            names = reading.names
        if state is None or row is None or not state.short_term.decisions:
            return None
        made = state.short_term.decisions[-1]
        by = names.get(made.by, "") if made.by is not None else ""
        words = DecisionWords(profile=self.profile(), made_by=by)
        row = mask_case_row(row, None)
        document = decision_paper(made, row, words, self._foot())
        pdf = self.outside.paper.listing(document)
        return PaperPreview(pdf=pdf, protected=row.masked, title=document.title)

    def _valid_until(self, at: Instant) -> Instant:
        return validity(self.profile(), at, self.rules.days)

    def _office_open(self) -> bool | None:
        hours = self.profile().office_hours
        if hours is None:
            return None
        days = self.rules.days
        return office_clock(hours, days.closed, (), days.half_days).is_open(self.now())


def _of_nobody(entry: TimelineEntry) -> TimelineEntry:
    """Take the words out of what was said of somebody who may not be known."""
    return replace(entry, body=bare(entry.body)) if isinstance(entry.body, _ABOUT_HER) else entry


def _places(store: StoreView) -> Places:
    return tuple(
        (place, state)
        for place, state in listed(store, SubjectKind.PLACE)
        if isinstance(state, PlaceState)
    )
