"""The team's meetings at a desk."""

from typing import Final
from uuid import UUID

from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.states import MeetingState
from kontaktpunkt.domain.times import HOUR, Instant, local_day
from kontaktpunkt.usecases.answers import PaperPreview
from kontaktpunkt.usecases.at_desk.papers import PaperDesk
from kontaktpunkt.usecases.follow_up.listing import follow_up_page
from kontaktpunkt.usecases.follow_up.rows import FollowUpPage, FollowUpQuery
from kontaktpunkt.usecases.keeping.listing import listed
from kontaktpunkt.usecases.meetings import going_through, papers
from kontaktpunkt.usecases.meetings.rows import MeetingPage, MeetingStamp
from kontaktpunkt.usecases.showing.masking import mask_case_row

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
        document = make(page, self._foot(), self.now())
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
        around = going_through.Around(names=self._staff_names(), since=since)
        return going_through.meeting_page(meeting, state, self._people(unit, masked_for), around)

    def _people(self, unit: str, masked_for: UUID | None) -> FollowUpPage:
        with self.outside.store.reading() as store:
            cases = store.open_cases()
        shown = (mask_case_row(case, masked_for) for case in cases)
        return follow_up_page(shown, FollowUpQuery(unit=unit), self.profile(), self.now())

    def _staff_names(self) -> dict[UUID, str]:
        with self.outside.store.reading() as store:
            return {row.staff: row.name for row in store.staff_rows()}
