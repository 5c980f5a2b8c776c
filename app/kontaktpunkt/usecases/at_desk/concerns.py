"""Persons at home whom somebody is to look at, at a desk."""

from kontaktpunkt.domain.commands import RaiseConcern
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.usecases.answers import Done, PaperPreview
from kontaktpunkt.usecases.at_desk.care_requests import CareRequestDesk
from kontaktpunkt.usecases.at_desk.papers import PaperDesk
from kontaktpunkt.usecases.concerns.listing import concern_page
from kontaktpunkt.usecases.concerns.papers import concern_list
from kontaktpunkt.usecases.concerns.rows import ConcernPage, Seen
from kontaktpunkt.usecases.keeping.listing import listed


class ConcernDesk(PaperDesk, CareRequestDesk):
    """What is asked about persons at home whom somebody is to look at."""

    def concerns(self) -> ConcernPage:
        """Give what waits and what was settled lately; one access event with the count."""
        page = self._concerns()
        self._note_list("ska ses över", len(page.waiting) + len(page.settled))
        return page

    def raise_concern(self, seen: Seen) -> Done | Refused:
        """Note what was seen, making the person known if she is not."""
        known = self._known(seen.whom)
        if isinstance(known, Refused):
            return known
        person, described = known
        wish = RaiseConcern(
            person=person,
            concern=self.outside.tools.new_id(),
            about=seen.about,
            text=seen.text,
            to=seen.to,
            due=seen.due,
        )
        return self.act(*described, wish)

    def concern_paper(self) -> tuple[PaperPreview, int]:
        """Make the list for paper, and say how many stand on it; protected ones masked."""
        page = self._concerns()
        with self.outside.store.reading() as store:
            staff = {row.staff: row.name for row in store.staff_rows()}
        document = concern_list(page, staff, self.outside.word, self._foot())
        preview = PaperPreview(
            pdf=self.outside.paper.listing(document),
            protected=any(row.protection is not Protection.NONE for row in page.waiting),
            title=document.title,
        )
        return preview, len(page.waiting)

    def _concerns(self) -> ConcernPage:
        with self.reading() as reading:
            states = listed(reading.store, SubjectKind.CONCERN)
            requests = listed(reading.store, SubjectKind.CARE_REQUEST)
            return concern_page(reading, states, requests, local_day(self.now()))
