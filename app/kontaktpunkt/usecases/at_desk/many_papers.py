"""One form for several people at a desk: seen together, given out with all numbers in one act."""

from collections.abc import Sequence
from uuid import UUID

from kontaktpunkt.domain.commands import IssueSheet
from kontaktpunkt.domain.events.office import SheetMedium
from kontaktpunkt.domain.paper.form import FormDefinition
from kontaktpunkt.domain.paper.printout import BoundPapers, FormCopies, SheetValues
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.usecases import acting
from kontaktpunkt.usecases.answers import PaperPreview
from kontaktpunkt.usecases.at_desk.papers import Made, PaperDesk, numbered
from kontaktpunkt.usecases.keeping import access
from kontaktpunkt.usecases.keeping.renew import renew
from kontaktpunkt.usecases.keeping.workroom import Workroom
from kontaktpunkt.usecases.outages.numbering import next_numbers
from kontaktpunkt.usecases.outages.packet.placing import placed
from kontaktpunkt.usecases.outages.packet.rows import IssuedPacket


class ManyPapersDesk(PaperDesk):
    """What is asked about one form for several people."""

    def preview_many(self, form: str, cases: Sequence[UUID]) -> PaperPreview | Refused:
        """Show a form filled in for each of the cases, one after the other; takes no number."""
        with self.room() as room:
            found = self._copies(room, form, cases)
            if isinstance(found, Refused):
                return found
            definition, copies = found
            for case, made in zip(cases, copies, strict=True):
                if made.person is not None:
                    access.note_read(room, made.person, case)
        bound = self._together(definition, [made.values for made in copies])
        protected = any(made.values.protected for made in copies)
        return PaperPreview(pdf=bound.pdf, protected=protected, title=_title(definition, cases))

    def issue_many(
        self,
        form: str,
        cases: Sequence[UUID],
        *,
        saved: bool,
        purpose: str,
        outage: UUID | None = None,
    ) -> IssuedPacket | Refused:
        """Give a form out for each of the cases: all numbers in one act, or none."""
        with self.room() as room:
            found = self._copies(room, form, cases)
            if isinstance(found, Refused):
                return found
            definition, copies = found
            numbers = next_numbers(room, outage, len(copies))
            if isinstance(numbers, Refused):
                return numbers
            sheets = [
                numbered(made.values, number) for made, number in zip(copies, numbers, strict=True)
            ]
            bound = self._together(definition, sheets)
            wishes = tuple(
                IssueSheet(
                    sheet=room.tools.new_id(),
                    number=number,
                    form=definition.number,
                    form_version=definition.version,
                    direction=definition.direction,
                    medium=SheetMedium.SAVED if saved else SheetMedium.PRINTED,
                    case=case,
                    person=made.person,
                    purpose=purpose,
                    outage=outage,
                )
                for case, made, number in zip(cases, copies, numbers, strict=True)
            )
            act = acting.perform(room, wishes)
            if isinstance(act, Refused):
                return act
            self._note_print(room, None, None, _title(definition, cases), len(cases))
            renew(room)
        return IssuedPacket(
            pdf=bound.pdf,
            title=_title(definition, cases),
            file_name=f"{definition.number}-{numbers[0]}-{numbers[-1]}.pdf",
            pages=sum(bound.pages),
            persons=len(cases),
            protected=any(made.values.protected for made in copies),
            sheets=placed(bound, 0, wishes),
        )

    def _copies(
        self, room: Workroom, form: str, cases: Sequence[UUID]
    ) -> tuple[FormDefinition, list[Made]] | Refused:
        definition = self._form(form)
        if definition is None:
            return Refused(reason=RefusalReason.UNKNOWN_FORM, values=(form,))
        if not cases:
            return Refused(reason=RefusalReason.NO_CASE)
        found: list[Made] = []
        for case in cases:
            made = self._sheet_values(room, definition, case)
            if isinstance(made, Refused):
                return made
            found.append(made)
        return definition, found

    def _together(self, form: FormDefinition, sheets: Sequence[SheetValues]) -> BoundPapers:
        title = f"{form.number} {form.title}"
        return self.outside.paper.packet([FormCopies(form=form, sheets=tuple(sheets))], title, "")


def _title(form: FormDefinition, cases: Sequence[UUID]) -> str:
    return f"{form.number} för {len(cases)} personer"
