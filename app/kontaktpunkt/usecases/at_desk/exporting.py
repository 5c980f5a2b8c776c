"""Export at a desk: one message out again, noted in the access log before it is given."""

from uuid import UUID

from kontaktpunkt.domain.events.office import AccessKind, AccessNoted
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import MessageState, PersonState
from kontaktpunkt.usecases.at_desk.office import Office
from kontaktpunkt.usecases.export import Exported, can_be_written, rebuilt
from kontaktpunkt.usecases.joining.joined import whole_person
from kontaktpunkt.usecases.keeping import access
from kontaktpunkt.usecases.keeping.workroom import Workroom
from kontaktpunkt.usecases.showing.masking import mask_person, may_see, owners_of
from kontaktpunkt.usecases.spreading import owners_in


class ExportDesk(Office):
    """What gives data out of the program."""

    def export_message(self, message: UUID, *, protected: bool) -> Exported | Refused:
        """Give a message to be written as a file; noted in the access log.

        `protected` answers the question that comes before a protected person's message is given
        out. Only who answers for her gets it, and never with address or phone.
        """
        with self.room() as room:
            state = room.message(message)
            if state is None:
                return Refused(reason=RefusalReason.NOT_FOUND)
            if state.taken_in is None:
                return Refused(reason=RefusalReason.IS_SET_ASIDE)
            # What is protected in anybody who is one with her is protected here too.
            person = whole_person(room, state.person) or PersonState()
            refused = self._may_not(room, state, person, protected=protected)
            if refused is not None:
                return refused
            earlier = {
                each: found.taken_in.identity.id
                for each in state.taken_in.refers_to
                if (found := room.message(each)) is not None and found.taken_in is not None
            }
            exported = rebuilt(state.taken_in, mask_person(person, may=True), earlier)
            if not can_be_written(exported.notice):
                return Refused(reason=RefusalReason.NOT_WRITABLE)
            self._note(room, AccessKind.EXPORT, state)
        return exported

    def _may_not(
        self, room: Workroom, state: MessageState, person: PersonState, *, protected: bool
    ) -> Refused | None:
        if not person.is_protected:
            return None
        owners = owners_in(room, state.case) if state.case else owners_of(None, (state,))
        if not may_see(person, self.my_id, owners):
            self._note(room, AccessKind.DENIED, state)
            return Refused(reason=RefusalReason.NOT_YOURS_TO_SEE)
        return None if protected else Refused(reason=RefusalReason.PROTECTED_ASKS_FIRST)

    def _note(self, room: Workroom, kind: AccessKind, state: MessageState) -> None:
        noted = AccessNoted(
            access=kind, person=state.person, case=state.case, filter="meddelande", count=1
        )
        access.note(room, noted)
