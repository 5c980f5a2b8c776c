"""SIP at a desk: the calendar, on screen, on paper and as a calendar file."""

from uuid import UUID

from kontaktpunkt.domain.events.office import AccessKind, AccessNoted
from kontaktpunkt.usecases.answers import PaperPreview
from kontaktpunkt.usecases.at_desk.papers import PaperDesk
from kontaktpunkt.usecases.keeping import access
from kontaktpunkt.usecases.plans.calendar_file import calendar_file
from kontaktpunkt.usecases.plans.listing import plan_week
from kontaktpunkt.usecases.plans.papers import plan_list
from kontaktpunkt.usecases.plans.rows import PlanQuery, PlanWeek
from kontaktpunkt.usecases.showing.masking import mask_case_row


class PlanDesk(PaperDesk):
    """What is asked about SIP."""

    def plan_week(self, query: PlanQuery) -> PlanWeek:
        """Give a week of meetings; one access event with week and count."""
        week = self._plan_week(query, self.my_id)
        said = ", ".join(part for part in (f"SIP {week.days[0].day}", query.unit) if part)
        self._note_list(said, week.people)
        return week

    def plan_paper(self, query: PlanQuery) -> tuple[PaperPreview, int]:
        """Make the week for paper, and say how many people stand on it; protected ones masked."""
        week = self._plan_week(query, None)
        document = plan_list(week, self.outside.word, self._foot())
        cases = [entry.case for entry in week.entries]
        cases += [*week.untimed, *(one.case for one in week.awaiting)]
        preview = PaperPreview(
            pdf=self.outside.paper.listing(document),
            protected=any(case.masked for case in cases),
            title=document.title,
        )
        return preview, week.people

    def plan_file(self, query: PlanQuery, plan: UUID | None = None) -> bytes:
        """Make a calendar file (.ics) of a week, or of one meeting in it; noted as an export."""
        week = self._plan_week(query, None)
        entries = [one for one in week.entries if plan is None or one.plan == plan]
        one = entries[0].case if plan is not None and entries else None
        noted = AccessNoted(
            access=AccessKind.EXPORT,
            person=None if one is None else one.person,
            case=None if one is None else one.case,
            filter=f"SIP som kalenderfil {week.days[0].day}",
            count=len(entries),
        )
        with self.room() as room:
            access.note(room, noted)
        return calendar_file(entries, self.now())

    def _plan_week(self, query: PlanQuery, me: UUID | None) -> PlanWeek:
        with self.outside.store.reading() as store:
            cases = store.open_cases()
        shown = (mask_case_row(case, me) for case in cases)
        return plan_week(shown, query, self.now(), self.outside.is_red)
