"""Reports of deviations at a desk: the list, one whole, its form, and counts."""

from collections.abc import Sequence
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.clocks.deviation_due import answer_due
from kontaktpunkt.domain.commands import IssueSheet, PutDeviationOnPaper
from kontaktpunkt.domain.events.deviation import DeviationContent
from kontaktpunkt.domain.events.office import SheetMedium
from kontaktpunkt.domain.figures.spell import Period
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.paper.form import FormDefinition
from kontaktpunkt.domain.paper.printout import SheetValues
from kontaktpunkt.domain.paper.sheet_number import show
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import DeviationReportState, DeviationStage, PersonState
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.usecases import acting
from kontaktpunkt.usecases.answers import IssuedPaper, PaperPreview
from kontaktpunkt.usecases.at_desk.papers import PaperDesk, numbered
from kontaktpunkt.usecases.deviations import papers, starting
from kontaktpunkt.usecases.deviations.consent import parts_that_tell
from kontaktpunkt.usecases.deviations.counting import deviation_counts
from kontaktpunkt.usecases.deviations.listing import (
    Reports,
    card_of,
    deviation_page,
    is_protected,
    row_of,
    whose,
)
from kontaktpunkt.usecases.deviations.rows import (
    DeviationCard,
    DeviationCounts,
    DeviationPage,
    DeviationRow,
    DeviationStanding,
    DeviationStart,
)
from kontaktpunkt.usecases.joining.joined import leading_case, whole_case
from kontaktpunkt.usecases.keeping.clocks import evidence_of
from kontaktpunkt.usecases.keeping.listing import listed
from kontaktpunkt.usecases.keeping.renew import renew
from kontaktpunkt.usecases.outages.numbering import next_number
from kontaktpunkt.usecases.outages.packet.rows import IssuedPacket
from kontaktpunkt.usecases.ports import StoreView
from kontaktpunkt.usecases.showing.filling import values_of_ours
from kontaktpunkt.usecases.showing.pages import Reading

_R = RefusalReason


class DeviationDesk(PaperDesk):
    """What is asked about reports of deviations."""

    def deviations(self) -> DeviationPage:
        """Give what waits and what was done lately; one access event with the count."""
        page = self._deviations()
        self._note_list("avvikelser", len(page.noted) + len(tuple(page)))
        return page

    def deviation_standing(self) -> DeviationStanding:
        """Count what waits for us, and the answers that are late; nobody is named in it."""
        today = self.today()
        with self.outside.store.reading() as store:
            states = [state for _, state in _reports(store, only_open=True)]
            noted = sum(len(row.noted_deviations) for row in store.open_cases())
        mine = (DeviationStage.TO_SEND, DeviationStage.ANSWERED)
        dues = (
            answer_due(state, self.profile())
            for state in states
            if state.stage is DeviationStage.AWAITING
        )
        return DeviationStanding(
            ours=noted + sum(state.stage in mine for state in states),
            late=sum(due is not None and due < today for due in dues),
        )

    def deviation(self, report: UUID) -> DeviationCard | None:
        """Show one whole; noted in the access log where it is about somebody."""
        with self.reading() as reading:
            state = _report(reading.store, report)
            card = card_of(reading, report, state) if state is not None else None
        if card is not None and card.row.person is not None:
            self._note_reading(card.row.person, card.row.case)
        return card

    def new_deviation(self) -> UUID:
        """Give the id of a report that is about to be written."""
        return self.outside.tools.new_id()

    def deviation_start(self, case: UUID | None, noted: UUID | None) -> DeviationStart | Refused:
        """Give what a new report begins with, from a case and what was noted in it, or without.

        Who asks is shown whom the case is about: it is noted as a reading.
        """
        with self.reading() as reading:
            if case is not None and reading.case(case) is None:
                return Refused(reason=RefusalReason.NO_CASE)
            start = self._start(reading, case, noted)
            state = whole_case(reading, case)
        if state is not None and state.person is not None:
            self._note_reading(state.person, case)
        return start

    def deviation_telling(self, case: UUID | None, content: DeviationContent) -> tuple[str, ...]:
        """Name the texts in which the person stands though she has not agreed to it."""
        with self.reading() as reading:
            person, _ = whose(reading, case)
        return parts_that_tell(content, person) if person is not None else ()

    def deviation_paper(self, report: UUID) -> PaperPreview | Refused:
        """Show how the report's form looks; takes no number."""
        made = self._form_of(report)
        if isinstance(made, Refused):
            return made
        pdf = self.outside.paper.form(made.definition, (made.values,))
        return PaperPreview(pdf=pdf, protected=made.protected, title=made.title)

    def issue_deviation(self, report: UUID, *, saved: bool) -> IssuedPacket | Refused:
        """Give the form its number, enter it in the register and tie it to the report.

        The paper is made before the number is durable: what fails to become a PDF takes none.
        """
        made = self._form_of(report)
        if isinstance(made, Refused):
            return made
        with self.room() as room:
            number = next_number(room, None)
            if isinstance(number, Refused):
                return number
            pdf = self.outside.paper.form(made.definition, (numbered(made.values, number),))
            sheet = room.tools.new_id()
            issue = IssueSheet(
                sheet=sheet,
                number=number,
                form=made.definition.number,
                form_version=made.definition.version,
                direction=made.definition.direction,
                medium=SheetMedium.SAVED if saved else SheetMedium.PRINTED,
                case=made.case,
                person=made.person,
                blank=False,
                purpose="avvikelse",
            )
            noted = PutDeviationOnPaper(deviation_report=report, form_sheet=sheet, number=number)
            act = acting.perform(room, (issue, noted))
            if isinstance(act, Refused):
                return act
            self._note_print(room, made.person, made.case, f"{papers.FORM} {show(number)}", 1)
            renew(room)
        issued = self._issued(made.definition, number, sheet, pdf)
        return IssuedPacket(
            pdf=pdf,
            title=f"{papers.FORM} nr {issued.number}",
            file_name=issued.file_name,
            pages=sum(one.pages for one in issued.sheets),
            persons=0 if made.person is None else 1,
            protected=made.protected,
            sheets=issued.sheets,
        )

    def paper_again(self, sheet: UUID) -> IssuedPaper | Refused:
        """Make a numbered paper again that never came out; that of a report with its own words."""
        report = self._report_on(sheet)
        if report is None:
            return super().paper_again(sheet)
        made = self._form_of(report)
        if isinstance(made, Refused):
            return made
        with self.room() as room:
            issued = self._never_out(room, sheet)
            if isinstance(issued, Refused):
                return issued
            values = numbered(made.values, issued.number)
            pdf = self.outside.paper.form(made.definition, (values,))
            title = f"{papers.FORM} {show(issued.number)}"
            self._note_print(room, made.person, made.case, title, 1)
        return self._issued(made.definition, issued.number, sheet, pdf)

    def deviation_list(self) -> tuple[PaperPreview, int]:
        """Make the list for paper, and say how many stand on it; protected ones masked."""
        page = self._deviations()
        document = papers.deviation_list(page, self.profile(), self.outside.word, self._foot())
        waiting = (*page.to_send, *page.answered, *page.awaiting)
        preview = PaperPreview(
            pdf=self.outside.paper.listing(document),
            protected=any(is_protected(row) for row in waiting),
            title=document.title,
        )
        return preview, sum(row.case is not None for row in waiting)

    def deviation_counts(self, period: Period) -> DeviationCounts:
        """Count the reports of a period by point and counterpart; nobody is named in it."""
        with self.outside.store.reading() as store:
            reports = _reports(store)
        return deviation_counts(reports, period, self.profile(), self.now())

    def deviations_behind(self, reports: Sequence[UUID], shown: str) -> tuple[DeviationRow, ...]:
        """Give the reports behind a number; noted in the access log as a list named `shown`."""
        with self.reading() as reading:
            found = dict(_reports(reading.store))
            rows = [row_of(reading, one, found[one]) for one in reports if one in found]
        self._note_list(shown, len(rows))
        return tuple(sorted(rows, key=lambda row: (row.written_at, row.report.bytes)))

    def _report_on(self, sheet: UUID) -> UUID | None:
        """Give the report that stands on a numbered form, if one does."""
        with self.outside.store.reading() as store:
            for report, state in _reports(store):
                if any(paper.sheet == sheet for paper in state.papers):
                    return report
        return None

    def _deviations(self) -> DeviationPage:
        with self.reading() as reading:
            return deviation_page(reading, _reports(reading.store))

    def _start(self, reading: Reading, case: UUID | None, noted: UUID | None) -> DeviationStart:
        unit = self.me.unit or "Kontaktpunkten"
        reports, state = _reports(reading.store), whole_case(reading, case)
        person, may = whose(reading, case)
        content, broken = DeviationContent(address=self.profile().deviation_address), ()
        if state is not None and person is not None and may:
            clocks = evidence_of(state, person, reading.rules)
            broken = starting.broken_by_region(clocks, reading.now)
            known = next(
                (one for one in state.clock_facts.deviations if one.deviation == noted), None
            )
            content = starting.content_from_case(state, known, broken, self.profile())
        before = starting.before_it(reports, content.counterpart, unit)
        return DeviationStart(
            content=replace(
                content,
                unit=unit,
                phone=before.phone,
                reporter=self.me.name,
                role=self.outside.word(self.me.role) if self.me.name else "",
                address=before.address or content.address,
                copy_to_mas=before.copy_to_mas,
            ),
            case=leading_case(reading, case),
            noted=noted,
            name=person.name if person is not None and may else "",
            masked=person is not None and not may,
            protection=person.protection if person is not None else Protection.NONE,
            broken=broken,
        )

    def _form_of(self, report: UUID) -> "_FormOf | Refused":
        definition = self._form(papers.FORM)
        if definition is None:
            return Refused(reason=RefusalReason.UNKNOWN_FORM, values=(papers.FORM,))
        with self.reading() as reading:
            state = _report(reading.store, report)
            if state is None:
                return Refused(reason=RefusalReason.NOT_FOUND)
            person, may = whose(reading, state.case)
            case = whole_case(reading, state.case)
        if not may:
            return Refused(reason=RefusalReason.NOT_YOURS_TO_SEE)
        if person is not None and parts_that_tell(state.content, person):
            protected = person.is_protected
            reason = _R.TELLS_OF_PROTECTED if protected else _R.TELLS_WITHOUT_CONSENT
            return Refused(reason=reason)
        if person is not None and case is not None and case.person is not None:
            self._note_reading(case.person, state.case)
        return _FormOf(
            definition,
            self._values(definition, state, person),
            (state.case, case.person if case is not None else None),
            protected=person is not None and person.is_protected,
        )

    def _values(
        self, definition: FormDefinition, state: DeviationReportState, person: PersonState | None
    ) -> SheetValues:
        today = local_day(self.now())
        own = papers.form_values(definition, state, person, self.profile(), today)
        values = {**values_of_ours(self._ours()), **own}
        return SheetValues(values=values, foot=self._foot(definition.version))


class _FormOf:
    """A report as its form shows it, with whom it is about."""

    def __init__(
        self,
        definition: FormDefinition,
        values: SheetValues,
        about: tuple[UUID | None, UUID | None],
        *,
        protected: bool,
    ) -> None:
        self.definition = definition
        self.values = values
        self.case, self.person = about
        self.protected = protected
        self.title = f"{definition.number} {definition.title}"


def _reports(store: StoreView, *, only_open: bool = False) -> Reports:
    return listed(store, SubjectKind.DEVIATION, only_open=only_open)


def _report(store: StoreView, report: UUID) -> DeviationReportState | None:
    found = dict(_reports(store)).get(report)
    return found if found is not None and found.written is not None else None
