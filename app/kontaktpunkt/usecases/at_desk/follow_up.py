"""The daily follow-up at a desk."""

from kontaktpunkt.usecases.at_desk.people import PeopleDesk
from kontaktpunkt.usecases.follow_up.listing import follow_up_page
from kontaktpunkt.usecases.follow_up.rows import FollowUpPage, FollowUpQuery, FollowUpWaiting
from kontaktpunkt.usecases.showing.masking import mask_case_row


class FollowUpDesk(PeopleDesk):
    """What is asked of the daily follow-up."""

    def follow_up(self, query: FollowUpQuery) -> FollowUpPage:
        """Give everybody in hospital or just home; one access event with filter and count."""
        with self.outside.store.reading() as store:
            cases = store.open_cases()
        shown = (mask_case_row(case, self.my_id) for case in cases)
        page = follow_up_page(shown, query, self.profile(), self.now())
        filters = (query.unit, query.track, query.hospital)
        said = ", ".join(("daglig uppföljning", *(one for one in filters if one)))
        self._note_list(said, len(page.rows))
        return page

    def follow_up_waiting(self) -> FollowUpWaiting:
        """Count, for the rail, who is ready and whether somebody is not confirmed home."""
        with self.outside.store.reading() as store:
            cases = store.open_cases()
        return follow_up_page(cases, FollowUpQuery(), self.profile(), self.now()).waiting
