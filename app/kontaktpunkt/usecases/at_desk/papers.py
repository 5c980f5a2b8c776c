"""Paper at a desk: a preview takes no number; print and save take, register and log one."""

from collections.abc import Sequence
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from kontaktpunkt.domain.commands import IssueSheet
from kontaktpunkt.domain.events.office import AccessKind, AccessNoted, SheetIssued, SheetMedium
from kontaktpunkt.domain.ledger.subjects import Subject, SubjectKind
from kontaktpunkt.domain.paper.exercise_number import is_exercise_number, show_number
from kontaktpunkt.domain.paper.form import FormDefinition
from kontaktpunkt.domain.paper.form_folder import BrokenForm
from kontaktpunkt.domain.paper.printout import PageImage, PrintFoot, SheetValues
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import SheetStage, SheetState
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.usecases import acting
from kontaktpunkt.usecases.at_desk.people import PeopleDesk, in_order
from kontaktpunkt.usecases.contacts.register import filled_person
from kontaktpunkt.usecases.desk import IssuedPaper, PaperPreview
from kontaktpunkt.usecases.joining.joined import whole_case, whole_person
from kontaktpunkt.usecases.keeping import access
from kontaktpunkt.usecases.keeping.renew import renew
from kontaktpunkt.usecases.keeping.workroom import Workroom
from kontaktpunkt.usecases.outages.numbering import next_number
from kontaktpunkt.usecases.paper_rows import PlacedSheet
from kontaktpunkt.usecases.rows import SheetRow
from kontaktpunkt.usecases.showing import todays_list
from kontaktpunkt.usecases.showing.filling import Ours, moment_of, values_of_case, values_of_ours
from kontaktpunkt.usecases.showing.masking import mask_case_row, mask_person, may_see
from kontaktpunkt.usecases.spreading import owners_in


class PaperDesk(PeopleDesk):
    """What is asked about paper."""

    def forms(self) -> tuple[FormDefinition, ...]:
        """Give the forms that exist."""
        return self.outside.shelf.forms()

    def broken_forms(self) -> tuple[BrokenForm, ...]:
        """Give the files among the forms that are left out, and why."""
        return self.outside.shelf.broken_forms()

    def preview(self, form: str, case: UUID | None) -> PaperPreview | Refused:
        """Show how a form would look, blank or for a case; takes no number."""
        definition = self._form(form)
        if definition is None:
            return Refused(reason=RefusalReason.UNKNOWN_FORM, values=(form,))
        with self.room() as room:
            made = self._sheet_values(room, definition, case)
            if isinstance(made, Refused):
                return made
            if made.person is not None:
                access.note_read(room, made.person, case)
        pdf = self.outside.paper.form(definition, (made.values,))
        return PaperPreview(pdf=pdf, protected=made.values.protected, title=_title(definition))

    def issue(
        self,
        form: str,
        case: UUID | None,
        *,
        saved: bool,
        purpose: str,
        outage: UUID | None = None,
    ) -> IssuedPaper | Refused:
        """Give a form its number, enter it in the register and make the paper.

        The paper is made before the number is durable: what fails to become a PDF takes none.
        `outage` is the stop that it is given out in, which then answers for its number.
        """
        medium = SheetMedium.SAVED if saved else SheetMedium.PRINTED
        return self._give_out(form, case, _How(medium=medium, purpose=purpose, outage=outage))

    def issue_fillable(
        self, form: str, case: UUID | None, *, purpose: str, outage: UUID | None = None
    ) -> IssuedPaper | Refused:
        """Give a form its number as a copy to fill in on the screen: for saving, never to print."""
        how = _How(medium=SheetMedium.SAVED, purpose=purpose, outage=outage, fillable=True)
        return self._give_out(form, case, how)

    def _give_out(self, form: str, case: UUID | None, how: "_How") -> IssuedPaper | Refused:
        definition = self._form(form)
        if definition is None:
            return Refused(reason=RefusalReason.UNKNOWN_FORM, values=(form,))
        with self.room() as room:
            made = self._sheet_values(room, definition, case)
            if isinstance(made, Refused):
                return made
            number = next_number(room, how.outage)
            if isinstance(number, Refused):
                return number
            values = numbered(made.values, number)
            pdf = self._drawn(definition, values, how)
            sheet = room.tools.new_id()
            wish = IssueSheet(
                sheet=sheet,
                number=number,
                form=definition.number,
                form_version=definition.version,
                direction=definition.direction,
                medium=how.medium,
                case=case,
                person=made.person,
                blank=case is None,
                purpose=how.purpose,
                outage=how.outage,
            )
            act = acting.perform(room, (wish,))
            if isinstance(act, Refused):
                return act
            self._note_print(room, made.person, case, f"{form} {show_number(number)}", 1)
            renew(room)
        return self._issued(definition, number, sheet, pdf)

    def _drawn(self, definition: FormDefinition, values: SheetValues, how: "_How") -> bytes:
        paper = self.outside.paper
        if how.fillable:
            return paper.fillable(definition, values)
        return paper.form(definition, (values,))

    def paper_again(self, sheet: UUID) -> IssuedPaper | Refused:
        """Make a numbered paper again that never came out, with what is known now.

        It takes no new number; that it is out is noted when it is.
        """
        with self.room() as room:
            issued = self._never_out(room, sheet)
            if isinstance(issued, Refused):
                return issued
            definition = self._form(issued.form)
            if definition is None:
                return Refused(reason=RefusalReason.UNKNOWN_FORM, values=(issued.form,))
            made = self._sheet_values(room, definition, issued.case)
            if isinstance(made, Refused):
                return made
            values = numbered(made.values, issued.number)
            pdf = self.outside.paper.form(definition, (values,))
            title = f"{issued.form} {show_number(issued.number)}"
            self._note_print(room, made.person, issued.case, title, 1)
        return self._issued(definition, issued.number, sheet, pdf)

    def _never_out(self, room: Workroom, sheet: UUID) -> SheetIssued | Refused:
        """Give how a numbered paper was issued that never came out on paper."""
        state = room.state(Subject(SubjectKind.SHEET, sheet))
        if not isinstance(state, SheetState) or state.issued is None:
            return Refused(reason=RefusalReason.NOT_FOUND)
        if state.stage is not SheetStage.NOT_ON_PAPER:
            return Refused(reason=RefusalReason.SHEET_FURTHER_ON)
        return state.issued

    def _issued(
        self, definition: FormDefinition, number: str, sheet: UUID, pdf: bytes
    ) -> IssuedPaper:
        pages = len(self.outside.paper.page_sizes(pdf))
        return IssuedPaper(
            pdf=pdf,
            number=show_number(number),
            sheet=sheet,
            title=_title(definition),
            file_name=f"{definition.number}-{number}.pdf",
            sheets=(PlacedSheet(sheet=sheet, number=number, first_page=0, pages=pages),),
        )

    def todays_list(self) -> PaperPreview:
        """Make today's list of people in hospital for printing (noted by `print_noted`)."""
        with self.outside.store.reading() as store:
            rows = store.cases_in_hospital()
        masked = in_order(tuple(mask_case_row(row, None) for row in rows))
        document = todays_list.document(masked, self._foot(), self.now())
        return PaperPreview(
            pdf=self.outside.paper.listing(document),
            protected=any(row.masked for row in masked),
            title=document.title,
        )

    def print_noted(self, title: str, case: UUID | None, count: int) -> None:
        """Note in the access log that something was printed or saved."""
        with self.room() as room:
            self._note_print(room, None, case, title, count)

    def recovery_sheet(self) -> PaperPreview:
        """Make the recovery sheet of the store."""
        sheet = replace(
            self.outside.safe.recovery_facts(),
            municipality=self.policy().municipality,
            made_at=moment_of(self.now()),
            made_by=self.me.name,
            demo=self.policy().demo,
        )
        pdf = self.outside.paper.recovery_sheet(sheet)
        return PaperPreview(pdf=pdf, protected=False, title="Återställningsblad")

    def sheets(self) -> tuple[SheetRow, ...]:
        """Give the register of numbered papers, newest first."""
        with self.outside.store.reading() as store:
            return store.sheet_rows(None)

    def page_sizes(self, pdf: bytes) -> Sequence[tuple[float, float]]:
        """Give the width and height of each page in inches."""
        return self.outside.paper.page_sizes(pdf)

    def page_image(self, pdf: bytes, page: int, dpi: int) -> PageImage:
        """Draw one page of a PDF, counted from 0, as a picture."""
        return self.outside.paper.page_image(pdf, page, dpi)

    def _form(self, number: str) -> FormDefinition | None:
        return next((one for one in self.forms() if one.number == number), None)

    def _foot(self, version: str = "") -> PrintFoot:
        now = moment_of(self.now())
        return PrintFoot(
            printed_at=now,
            printed_by=self.me.name,
            data_from=now,
            form_version=version,
            demo=self.policy().demo,
        )

    def _ours(self) -> Ours:
        return Ours(
            municipality=self.policy().municipality,
            system=self.profile().system_short_name,
            me=self.me,
            my_role=self.outside.word(self.me.role),
            now=self.now(),
        )

    def _sheet_values(
        self, room: Workroom, definition: FormDefinition, case: UUID | None
    ) -> "Made | Refused":
        values = dict(values_of_ours(self._ours()))
        foot = self._foot(definition.version)
        if case is None:
            return Made(SheetValues(values=values, foot=foot, blank=True), None)
        state = whole_case(room, case)
        person = whole_person(room, state.person) if state else None
        if state is None or person is None:
            return Refused(reason=RefusalReason.NO_CASE)
        may = may_see(person, self.my_id, owners_in(room, case))
        shown = mask_person(filled_person(person, room.store), may=may)
        values.update(values_of_case(state, shown, local_day(self.now())))
        sheet = SheetValues(values=values, foot=foot, protected=person.is_protected)
        return Made(sheet, state.person)

    def _note_print(
        self, room: Workroom, person: UUID | None, case: UUID | None, title: str, count: int
    ) -> None:
        noted = AccessNoted(
            access=AccessKind.PRINT, person=person, case=case, filter=title, count=count
        )
        access.note(room, noted)


class _How(Struct, frozen=True, kw_only=True):
    """How a paper leaves the house: on what, why, in which stop, and if it is filled in there."""

    medium: SheetMedium
    purpose: str
    outage: UUID | None = None
    fillable: bool = False


class Made:
    """Values for a sheet, and the person they are about."""

    def __init__(self, values: SheetValues, person: UUID | None) -> None:
        self.values = values
        self.person = person


def _title(definition: FormDefinition) -> str:
    return f"{definition.number} {definition.title}"


def numbered(values: SheetValues, number: str) -> SheetValues:
    """Give a copy its number; that of an exercise says so on the paper."""
    foot = replace(values.foot, exercise=is_exercise_number(number))
    return replace(values, number=number, foot=foot)
