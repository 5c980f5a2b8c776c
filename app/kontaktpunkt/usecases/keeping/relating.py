"""Which rows and links must follow when persons or cases are joined, or parted again."""

from collections.abc import Iterable
from uuid import UUID

from kontaktpunkt.domain.fold.joining import JOININGS
from kontaktpunkt.domain.ledger.subjects import (
    Subject,
    SubjectKind,
    case_subject,
    message_subject,
)
from kontaktpunkt.usecases.joining.joined import Looking, cases_with, persons_with
from kontaktpunkt.usecases.keeping.workroom import Workroom


def relinked(room: Workroom, subjects: Iterable[Subject]) -> set[Subject]:
    """Name what another id leads now, because one of these was joined or parted.

    Both ends of a joining are touched when it is made or taken back, and whoever led before is in
    the group of one of them: so all that hung together is found from there.
    """
    found: set[Subject] = set()
    for subject in subjects:
        if not any(isinstance(event.body, JOININGS) for event in room.events(subject)):
            continue
        if subject.kind is SubjectKind.PERSON:
            for person in persons_with(room, subject.id):
                links = room.store.links_of_person(person)
                found.update(case_subject(case) for case in links.cases)
                found.update(message_subject(message) for message in links.messages)
        elif subject.kind is SubjectKind.CASE:
            found |= of_case(room, subject.id)
    return found


def of_case(room: Looking, case: UUID) -> set[Subject]:
    """Name the cases that are one stay with this one, and the messages of all of them."""
    group = cases_with(room, case)
    found = {case_subject(one) for one in group}
    for one in group:
        found.update(message_subject(each) for each in room.store.links_of_case(one).messages)
    return found
