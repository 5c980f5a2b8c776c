"""Renewing rows: what an act touched and what hangs together with it; or all, in a rebuild."""

from collections.abc import Iterable, Sequence
from itertools import islice
from uuid import UUID

from kontaktpunkt.domain.ledger.subjects import (
    Subject,
    SubjectKind,
    case_subject,
    message_subject,
    outage_subject,
    person_subject,
)
from kontaktpunkt.domain.person.facts import PersonNumber
from kontaktpunkt.domain.states import (
    CaseState,
    MessageState,
    PersonState,
    SheetState,
    StaffState,
)
from kontaktpunkt.usecases.answers import Changed
from kontaktpunkt.usecases.joining.joined import (
    cases_with,
    leading_case,
    leading_person,
    persons_with,
    whole_person,
)
from kontaktpunkt.usecases.keeping import project
from kontaktpunkt.usecases.keeping.lines import Lines
from kontaktpunkt.usecases.keeping.listing import LISTINGS, ROWS_SHAPE, listed_row
from kontaktpunkt.usecases.keeping.relating import of_case, relinked
from kontaktpunkt.usecases.keeping.spells import stay_rows
from kontaktpunkt.usecases.keeping.workroom import Workroom
from kontaktpunkt.usecases.rows import (
    SheetRow,
    StaffRow,
)

_EVERY_KIND = (
    SubjectKind.STAFF,
    SubjectKind.MESSAGE,
    SubjectKind.CASE,
    SubjectKind.PERSON,
    SubjectKind.SHEET,
    *(kind for kind in LISTINGS if kind is not SubjectKind.PERSON),
)

_MET_BEFORE = (SubjectKind.CASE, SubjectKind.PERSON)
_AT_A_TIME = 1000
_HELD_AT_MOST = 8000
"""So many subjects are kept at hand in a rebuild: some forty megabytes."""
_ALL_SHEETS = 100_000
"""More numbers than a workstation has."""


def renew(room: Workroom) -> Changed:
    """Write the rows of all that was touched, and say what changed."""
    link_new(room)
    wide = _widen(room, room.touched)
    _write(room, wide)
    policy = any(subject.kind is SubjectKind.POLICY for subject in room.touched)
    changed = Changed(
        messages=_ids(wide, SubjectKind.MESSAGE),
        cases=_ids(wide, SubjectKind.CASE),
        persons=_of_persons(wide),
        rounds=_ids(wide, SubjectKind.ROUND),
        watches=_ids(wide, SubjectKind.WATCH),
        contacts=_ids(wide, SubjectKind.CONTACT),
        reports=_of_reports(wide),
        shifts=_ids(wide, SubjectKind.SHIFT),
        packets=_ids(wide, SubjectKind.PACKET),
        places=_ids(wide, SubjectKind.PLACE),
        outages=_ids(wide, SubjectKind.OUTAGE),
        deviations=_ids(wide, SubjectKind.DEVIATION),
        everything=policy,
    )
    room.touched.clear()
    return changed


def link_new(room: Workroom) -> None:
    """Remember what hangs together with what just happened.

    The next message of the same transaction must find the case and person that this one opened.
    """
    _link(room, room.unlinked | relinked(room, room.unlinked))
    room.unlinked.clear()


def rebuild_rows(room: Workroom) -> int:
    """Throw all rows away and make them again from the ledger; gives the number of subjects.

    Messages are gone through in the order that they came, each with its case and person the first
    time these are met: what hangs together came close together, and so nearly all is read once.
    """
    room.store.drop_rows()
    met: set[Subject] = set()
    count = 0
    for kind in _EVERY_KIND:
        subjects = room.store.subjects(kind)
        while batch := set(islice(subjects, _AT_A_TIME)):
            count += len(batch)
            batch = {subject for subject in batch if subject not in met}
            batch |= {subject for subject in _fetch(room, batch) if subject not in met}
            met.update(subject for subject in batch if subject.kind in _MET_BEFORE)
            _link(room, batch)
            _write(room, batch)
            # Nothing was changed, so nothing is lost: the ledger may be larger than the memory.
            if room.held > _HELD_AT_MOST:
                room.forget()
    room.forget()
    room.store.note_rows_made(ROWS_SHAPE)
    return count


def _fetch(room: Workroom, batch: set[Subject]) -> set[Subject]:
    """Read in two goes what the rows of a batch are made of; gives its cases and persons."""
    room.fetch(batch)
    states = room.states(batch).values()
    messages = [state for state in states if isinstance(state, MessageState)]
    cases = [state for state in states if isinstance(state, CaseState)]
    around = {case_subject(state.case) for state in messages if state.case}
    around |= {person_subject(state.person) for state in (*messages, *cases) if state.person}
    room.fetch(around)
    return around


def _ids(subjects: Iterable[Subject], kind: SubjectKind) -> frozenset[UUID]:
    return frozenset(subject.id for subject in subjects if subject.kind is kind)


def _of_reports(subjects: set[Subject]) -> frozenset[UUID]:
    """Give the reports, questions and figures of the region that changed."""
    kinds = (SubjectKind.REPORT, SubjectKind.QUESTION, SubjectKind.REGION_FIGURES)
    return frozenset[UUID]().union(*(_ids(subjects, kind) for kind in kinds))


def _of_persons(subjects: set[Subject]) -> frozenset[UUID]:
    """Give the persons that changed, or of whom something did that goes by their own id."""
    kinds = (SubjectKind.PERSON, SubjectKind.CARE_REQUEST, SubjectKind.CONCERN)
    return frozenset[UUID]().union(*(_ids(subjects, kind) for kind in kinds))


def _link(room: Workroom, subjects: Iterable[Subject]) -> None:
    """Remember what hangs together, before rows are asked for by it."""
    for subject in subjects:
        match room.state(subject):
            case MessageState() as state:
                case, person = leading_case(room, state.case), leading_person(room, state.person)
                room.store.link_message(subject.id, case, person)
            case CaseState() as state:
                person = leading_person(room, state.person)
                room.store.link_case(subject.id, person, state.stay_ids)
            case PersonState() as state:
                room.store.link_numbers(subject.id, _leading_here(state))
            case _:
                pass


def _leading_here(state: PersonState) -> tuple[PersonNumber, ...]:
    """Give the numbers by which messages find a person.

    A reserve number that gave way still leads here. A personal number that was corrected away
    does not, for it may be somebody else's own; nor do those of an entry that was taken back.
    """
    if state.voided:
        return ()
    former = (one for one in state.former_numbers if one.kind not in project.OF_ONE_PERSON)
    return (*state.numbers, *former)


def _widen(room: Workroom, subjects: Iterable[Subject]) -> set[Subject]:
    """Add the subjects whose rows show something of a touched one."""
    touched = set(subjects)
    wide = touched.union(*(_stop_of(room, subject) for subject in touched))
    for subject in touched:
        if subject.kind is SubjectKind.PERSON:
            links = room.store.links_of_person(persons_with(room, subject.id)[0])
            wide.update(case_subject(case) for case in links.cases)
            wide.update(message_subject(message) for message in links.messages)
            wide.update(_sheets_of(room, links.cases))
        elif subject.kind is SubjectKind.CASE:
            wide.update(of_case(room, subject.id))
        elif subject.kind is SubjectKind.MESSAGE:
            state = room.message(subject.id)
            if state is not None and state.case is not None:
                wide.update(case_subject(case) for case in cases_with(room, state.case))
        elif subject.kind is SubjectKind.STAFF and len(room.events(subject)) > 1:
            # Somebody goes by another name now, and any row may tell it.
            for kind in _EVERY_KIND:
                wide.update(room.store.subjects(kind))
    return wide


def _sheets_of(room: Workroom, cases: Iterable[UUID]) -> Iterable[Subject]:
    """Name the papers of some cases: the register says whose they are."""
    for case in cases:
        for row in room.store.sheet_rows(case, _ALL_SHEETS):
            yield Subject(SubjectKind.SHEET, row.sheet)


def _stop_of(room: Workroom, sheet: Subject) -> Iterable[Subject]:
    """Name the stop that a paper was given out in: its register shows the paper."""
    state = room.state(sheet)
    if isinstance(state, SheetState) and state.issued and state.issued.outage:
        yield outage_subject(state.issued.outage)


def _write(room: Workroom, subjects: set[Subject]) -> None:
    """Write the rows of these subjects, staff first because others are named after them."""
    staff = [_staff_row(subject, room.state(subject)) for subject in subjects]
    room.store.put_staff_rows([row for row in staff if row is not None])
    names = {row.staff: row.name for row in room.store.staff_rows()}
    ordered = sorted(subjects)
    lines = Lines(room, names, room.rules)
    room.store.put_inbox_rows([row for each in ordered for row in lines.of_message(each)])
    room.store.put_case_rows([row for each in ordered for row in lines.of_case(each)])
    room.store.put_sheet_rows([row for each in ordered for row in _sheet_rows(room, each, names)])
    _write_lists(room, ordered)
    room.store.put_listed(stay_rows(room, ordered, lines.what_holds))


def _staff_row(subject: Subject, state: object) -> StaffRow | None:
    if not isinstance(state, StaffState):
        return None
    return StaffRow(staff=subject.id, name=state.name, role=state.role, unit=state.unit)


def _sheet_rows(room: Workroom, subject: Subject, names: project.Names) -> list[SheetRow]:
    state = room.state(subject)
    if subject.kind is not SubjectKind.SHEET or not isinstance(state, SheetState):
        return []
    if state.issued is not None and state.issued.exercise:
        return []  # practice stands in its own register only, and takes no serial
    about = state.issued.person if state.issued else None
    row = project.sheet_row(subject.id, state, whole_person(room, about), names)
    return [row] if row else []


def _write_lists(room: Workroom, subjects: Sequence[Subject]) -> None:
    """Write the rows of small subjects; who stands in a list no more is taken out of it."""
    for subject in subjects:
        state = room.state(subject) if subject.kind in LISTINGS else None
        row = listed_row(subject, state) if state is not None else None
        if row is not None:
            room.store.put_listed([row])
        elif state is not None:
            room.store.drop_listed(subject.kind, [subject.id])
