"""The work of a stop at a desk: its clock, whom to tell, the round of calls, what is next."""

from uuid import UUID

from kontaktpunkt.usecases.at_desk.outages import OutageDesk
from kontaktpunkt.usecases.contacts.register import register_of
from kontaktpunkt.usecases.outages.rows import OutagePage, OutagePhase
from kontaktpunkt.usecases.outages.work import (
    Around,
    OutageWatch,
    OutageWork,
    watch_of,
    work_of,
)
from kontaktpunkt.usecases.reconciling.rows import RoundStamp
from kontaktpunkt.usecases.reconciling.showing import last_stamp
from kontaktpunkt.usecases.showing.masking import mask_case_row


class OutageWorkDesk(OutageDesk):
    """What is asked of the work in a stop."""

    def outage_work(self, outage: UUID) -> OutageWork | None:
        """Give a stop with everything that is done in it; noted as a list in the access log."""
        page = self.outage(outage)
        return self._work_of(page) if page is not None else None

    def outage_watches(self) -> tuple[OutageWatch, ...]:
        """Give what every screen tells of the stops that are open, the oldest first.

        No person stands in it, so nothing is noted in the access log.
        """
        now = self.now()
        pages = (self._outage_page(one.outage) for one in self.outages(only_open=True))
        watches = [watch_of(self._work_of(page), now) for page in pages if page is not None]
        return tuple(sorted(watches, key=lambda one: one.stamp.facts.since))

    def _work_of(self, page: OutagePage) -> OutageWork:
        with self.outside.store.reading() as store:
            cases = store.cases_in_hospital()
            register = register_of(store)
        around = Around(
            profile=self.profile(),
            register=register,
            cases=tuple(mask_case_row(case, None) for case in cases),
            now=self.now(),
            last_round=self._last_round(page),
        )
        return work_of(page, around)

    def _last_round(self, page: OutagePage) -> RoundStamp | None:
        """Give the last signed round where it matters: when the stop is over and not closed."""
        if page.stamp.phase is not OutagePhase.DOCUMENTING:
            return None
        with self.room() as room:
            return last_stamp(room)
