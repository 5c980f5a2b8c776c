"""The lines of messages and cases, made of states; what holds in a case is worked out once."""

from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.events.shared import ActTakenBack
from kontaktpunkt.domain.fold.joining import JOININGS
from kontaktpunkt.domain.ledger.subjects import (
    Subject,
    SubjectKind,
    case_subject,
)
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.case_lines.short_term import short_term_line
from kontaktpunkt.usecases.follow_up.from_state import homecoming_line
from kontaktpunkt.usecases.joining.joined import (
    cases_with,
    leading_case,
    leading_person,
    whole_case,
    whole_person,
)
from kontaktpunkt.usecases.keeping import project
from kontaktpunkt.usecases.keeping.clocks import terms_of
from kontaktpunkt.usecases.keeping.workroom import Workroom
from kontaktpunkt.usecases.rows import (
    CaseRow,
    InboxRow,
)
from kontaktpunkt.usecases.tools import Rules


class Lines:
    """Makes the lines of messages and cases; what holds in a case is worked out once for all."""

    def __init__(self, room: Workroom, names: project.Names, rules: Rules) -> None:
        self._room = room
        self._names = names
        self._rules = rules
        self._around: dict[tuple[UUID | None, UUID | None], project.Around] = {}

    def of_message(self, subject: Subject) -> list[InboxRow]:
        """Give the inbox's line of a message."""
        own = self._room.message(subject.id) if subject.kind is SubjectKind.MESSAGE else None
        if own is None:
            return []
        case, person = leading_case(self._room, own.case), leading_person(self._room, own.person)
        state = own
        if (case, person) != (own.case, own.person):
            state = replace(own, case=case, person=person)
        around = self.what_holds(case, person)
        return [project.inbox_row(subject.id, state, around, self._names, self._rules)]

    def of_case(self, subject: Subject) -> list[CaseRow]:
        """Give the line of a case."""
        if subject.kind is not SubjectKind.CASE:
            return []
        group = cases_with(self._room, subject.id)
        state = whole_case(self._room, subject.id)
        if state is None:
            return []
        around = self.what_holds(group[0], state.person)
        latest = max(_latest(self._room, case_subject(case)) for case in group)
        row = project.case_row(group[0], state, around, self._names, latest)
        home_municipality = around.person.home_municipality if around.person else ""
        terms = terms_of(self._rules, home_municipality)
        home = homecoming_line(state, around.stay, terms)
        row = replace(row, homecoming=home, short_term=short_term_line(state))
        return [row if subject.id == group[0] else project.joined_row(row, subject.id)]

    def what_holds(self, case: UUID | None, person: UUID | None) -> project.Around:
        """Give what holds in a case, worked out once."""
        if (case, person) not in self._around:
            self._around[case, person] = project.around(
                whole_case(self._room, case),
                whole_person(self._room, person),
                self._rules.profile,
            )
        return self._around[case, person]


def _latest(room: Workroom, subject: Subject) -> Instant:
    """Say when something was last noted in a case; that it was joined says nothing of the stay."""
    events = room.events(subject)
    joining = {event.envelope.act_id for event in events if isinstance(event.body, JOININGS)}
    noted = (
        event.envelope.noted_at
        for event in events
        if event.envelope.act_id not in joining
        and not (isinstance(event.body, ActTakenBack) and event.body.act in joining)
    )
    return max(noted, default=Instant(0))
