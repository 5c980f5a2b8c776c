"""The work of a stop at a desk: its clock, whom to tell, the round of calls, what is next."""

from collections.abc import Sequence
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.usecases.at_desk.exercises import ExerciseDesk
from kontaktpunkt.usecases.contacts.register import register_of
from kontaktpunkt.usecases.contacts.rows import Register
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


class OutageWorkDesk(ExerciseDesk):
    """What is asked of the work in a stop."""

    def outage_work(self, outage: UUID) -> OutageWork | None:
        """Give a stop with everything that is done in it; noted as a list in the access log."""
        page = self.outage(outage)
        return self._works_of((page,))[0] if page is not None else None

    def outage_watches(self) -> tuple[OutageWatch, ...]:
        """Give what every screen tells of the stops that are open, the oldest first.

        No person stands in it, so nothing is noted in the access log.
        """
        now = self.now()
        found = (self._outage_page(one.outage) for one in self.outages(only_open=True))
        works = self._works_of(tuple(page for page in found if page is not None))
        watches = (watch_of(work, now) for work in works)
        return tuple(sorted(watches, key=lambda one: one.stamp.facts.since))

    def _works_of(self, pages: Sequence[OutagePage]) -> tuple[OutageWork, ...]:
        """Work several stops with one reading of what is around them; nothing is read for none."""
        if not pages:
            return ()
        with self.outside.store.reading() as store:
            cases = store.cases_in_hospital()
            register = register_of(store)
        around = Around(
            profile=self.profile(),
            register=register,
            cases=tuple(mask_case_row(case, None) for case in cases),
            now=self.now(),
        )
        return tuple(work_of(page, self._around(page, around)) for page in pages)

    def _around(self, page: OutagePage, around: Around) -> Around:
        """Give what is around one of them: in an exercise its dummies, and nobody real."""
        if not page.stamp.exercise:
            return replace(around, last_round=self._last_round(page))
        state = self._stop_state(page.stamp.outage)
        dummies = self.dummies_of(state) if state is not None else ()
        return replace(around, register=Register(), cases=tuple(one.row for one in dummies))

    def _last_round(self, page: OutagePage) -> RoundStamp | None:
        """Give the last signed round where it matters: when the stop is over and not closed."""
        if page.stamp.phase is not OutagePhase.DOCUMENTING:
            return None
        with self.room() as room:
            return last_stamp(room)
