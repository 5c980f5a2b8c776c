"""The team's meetings at a desk."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Final
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.states import MeetingState, ReviewState
from kontaktpunkt.domain.times import HOUR, Instant, local_day
from kontaktpunkt.usecases.answers import PaperPreview
from kontaktpunkt.usecases.at_desk.papers import PaperDesk
from kontaktpunkt.usecases.follow_up.listing import follow_up_page
from kontaktpunkt.usecases.follow_up.rows import FollowUpQuery
from kontaktpunkt.usecases.joining.joined import leading_case, whole_case
from kontaktpunkt.usecases.keeping.listing import listed
from kontaktpunkt.usecases.meetings import going_through, papers
from kontaktpunkt.usecases.meetings.rows import MeetingPage, MeetingStamp
from kontaktpunkt.usecases.showing.masking import mask_case_row
from kontaktpunkt.usecases.showing.pages import Reading

_FORTNIGHT: Final = 14 * 24 * HOUR


class MeetingDesk(PaperDesk):
    """What is asked of the team's meetings."""

    def new_meeting(self) -> UUID:
        """Give the id of a meeting that is about to begin."""
        return self.outside.tools.new_id()

    def open_meeting(self) -> MeetingPage | None:
        """Give the newest meeting of today that goes on, wherever it was begun; noted as a list."""
        today = local_day(self.now())
        goes_on = [
            (meeting, state)
            for meeting, state in self._meetings()
            if state.goes_on and local_day(state.began_at) == today
        ]
        page = self._meeting_page(*goes_on[-1], masked_for=self.my_id) if goes_on else None
        self._note_meeting(page)
        return page

    def meeting(self, meeting: UUID) -> MeetingPage | None:
        """Give a meeting as it stands; noted as a list, as when it is opened."""
        found = dict(self._meetings()).get(meeting)
        page = self._meeting_page(meeting, found, masked_for=self.my_id) if found else None
        self._note_meeting(page)
        return page

    def meetings(self) -> tuple[MeetingStamp, ...]:
        """Give the meetings of the last fortnight, the newest first."""
        names = self._staff_names()
        stamps = [
            going_through.stamp(meeting, state, names)
            for meeting, state in self._meetings()
            if not state.voided
        ]
        return tuple(reversed(stamps))

    def meeting_paper(self, meeting: UUID, *, to_work_by: bool) -> PaperPreview | None:
        """Make a meeting's list for paper, or the list to work by after it.

        Protected persons are masked on paper whoever prints it.
        """
        found = dict(self._meetings()).get(meeting)
        page = self._meeting_page(meeting, found, masked_for=None) if found else None
        if page is None:
            return None
        self._note_meeting(page)
        make = papers.work_list if to_work_by else papers.meeting_list
        names = {one.code: one.label.casefold() for one in self.profile().meetings}
        named = replace(page, name=names.get(page.name, page.name))
        document = make(named, self._foot(), self.now())
        return PaperPreview(
            pdf=self.outside.paper.listing(document),
            protected=any(line.row.case.masked for line in page.lines),
            title=document.title,
        )

    def _note_meeting(self, page: MeetingPage | None) -> None:
        """Note that those of a meeting were shown, once in half an hour."""
        if page is not None:
            self._note_list(f"avstämning {page.name}", len(page.lines))

    def _meetings(self) -> list[tuple[UUID, MeetingState]]:
        since = Instant(self.now() - _FORTNIGHT)
        with self.outside.store.reading() as store:
            return list(listed(store, SubjectKind.MEETING, since))

    def _meeting_page(
        self, meeting: UUID, state: MeetingState, *, masked_for: UUID | None
    ) -> MeetingPage | None:
        unit = state.began.unit if state.began else ""
        since = going_through.last_signed(self._meetings(), state.began_at, unit)
        with self.reading() as reading:
            state = _as_joined(reading, state)
            spoken_of = {*dict(state.reviewed), *state.left_out}
            said = dict(_said(reading, meeting, spoken_of))
            cases = {row.case: row for row in reading.store.open_cases()}
            # Who was gone through stands in the meeting whatever has become of her case since.
            since_closed = (reading.store.case_row(each) for each in spoken_of - cases.keys())
            cases |= {row.case: row for row in since_closed if row is not None}
        shown = (mask_case_row(case, masked_for) for case in cases.values())
        query = FollowUpQuery(unit=unit)
        people = follow_up_page(shown, query, self.profile(), self.now(), spoken_of)
        around = going_through.Around(names=self._staff_names(), since=since, said=said)
        return going_through.meeting_page(meeting, state, people, around)

    def _staff_names(self) -> dict[UUID, str]:
        with self.outside.store.reading() as store:
            return {row.staff: row.name for row in store.staff_rows()}


def _as_joined(reading: Reading, state: MeetingState) -> MeetingState:
    """Let a meeting speak of the cases that lead now: some may have been joined since."""
    lead = partial(leading_case, reading)
    return replace(
        state,
        reviewed=tuple((lead(case) or case, decision) for case, decision in state.reviewed),
        left_out=tuple(lead(case) or case for case in state.left_out),
    )


def _said(
    reading: Reading, meeting: UUID, cases: Iterable[UUID]
) -> Iterator[tuple[UUID, ReviewState]]:
    """Give what a meeting said of each case, as it stands there."""
    for case in cases:
        state = whole_case(reading, case)
        for review in state.reviews if state is not None else ():
            if review.meeting == meeting:
                yield case, review
