"""Gives the logbook of Nödläge to the ledger when a store can be opened again: exactly once."""

from collections.abc import Callable, Sequence
from typing import Final
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.commands import (
    Command,
    DeclareOutage,
    IssueSheet,
    NoteSheetNotOnPaper,
    NoteSheetPrinted,
)
from kontaktpunkt.domain.decide import Ground, Happening, decide
from kontaktpunkt.domain.events.contingency import ContingencyUsed
from kontaktpunkt.domain.events.office import AccessKind, AccessNoted
from kontaktpunkt.domain.events.outage import OutageOf
from kontaktpunkt.domain.ledger.envelope import KnownBy
from kontaktpunkt.domain.ledger.subjects import Subject, SubjectKind, outage_subject
from kontaktpunkt.domain.paper import sheet_number
from kontaktpunkt.domain.paper.exercise_number import show_number
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.states import ContingencyState, OutageState, PolicyState, SheetState
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.acting import POLICY
from kontaktpunkt.usecases.contingency.logbook import CameOut, Gave, NotOut, Saw, Session
from kontaktpunkt.usecases.keeping.listing import listed
from kontaktpunkt.usecases.keeping.workroom import Workroom
from kontaktpunkt.usecases.outages.work import FROM_LOGBOOK
from kontaktpunkt.usecases.rows import StaffRow
from kontaktpunkt.usecases.tools import Actor

PURPOSE: Final = "nödläge"
BY_HAND: Final = "nödläge, numret skrivs för hand på bladet"


def known_uses(room: Workroom) -> ContingencyState:
    """Give the uses that the ledger knows."""
    policy = room.state(POLICY)
    return policy.contingency if isinstance(policy, PolicyState) else ContingencyState()


def actor_of(session: Session, staff: Sequence[StaffRow]) -> Actor:
    """Say who used the copy: staff by the name that was given, else nobody but that name."""
    began = session.began
    if began is None:
        return Actor(known_by=KnownBy.SYSTEM)
    name = began.name.strip()
    for row in staff:
        if row.name.casefold() == name.casefold():
            return Actor(staff=row.staff, unit=row.unit, os_account=began.os_account)
    said = ", ".join(part for part in (name, began.os_account) if part)
    return Actor(known_by=KnownBy.SYSTEM, os_account=said)


def give_back(room: Workroom, session: Session) -> ContingencyUsed | None:
    """Put what is new in one use's logbook in the ledger, as one act; None where nothing is.

    Accesses and papers get the time they happened. Papers belong to the newest open stop of our own
    computers, else to one that is declared here. Which lines are in stands in the same act, so that
    a crash between any two steps neither loses nor doubles one.
    """
    fresh = session.entries[known_uses(room).lines_of(session.session) :]
    if not fresh:
        return None
    giving = _Giving(room, session)
    real = set(session.sheets)
    for entry in fresh:
        if isinstance(entry, Saw):
            giving.seen(entry)
        elif isinstance(entry, Gave):
            giving.sheet(entry) if entry in real else giving.tried(entry)
        elif isinstance(entry, NotOut):
            giving.moved(entry.sheets, lambda sheet: NoteSheetNotOnPaper(sheet=sheet), entry.at)
        elif isinstance(entry, CameOut):
            giving.moved(entry.sheets, lambda sheet: NoteSheetPrinted(sheet=sheet), entry.at)
    return giving.end()


class _Giving:
    """One act under way: what one use of the copy left, put in the ledger piece by piece."""

    def __init__(self, room: Workroom, session: Session) -> None:
        self._room = room
        self._session = session
        self._name = session.began.name.strip() if session.began is not None else ""
        self._act = room.tools.new_id()
        self._outage: UUID | None = None
        self._sheets = 0
        self._last = room.store.last_sheet_serial()

    def seen(self, entry: Saw) -> None:
        """Note a list or somebody's card that was shown, or a list on paper."""
        kind = AccessKind.READ if entry.case is not None else AccessKind.LIST
        noted = AccessNoted(
            access=AccessKind.PRINT if entry.on_paper else kind,
            person=entry.persons[0] if entry.case is not None and entry.persons else None,
            case=entry.case,
            filter=entry.title,
            count=entry.count or len(entry.persons),
        )
        self._note(noted, entry.at)

    def sheet(self, entry: Gave) -> None:
        """Enter a paper; one without a number, or with one that is taken, gets the next free."""
        if self._outage is None:
            self._outage = self._own_outage()
        number = entry.number
        made = self._issued(entry, number) if number else None
        if not isinstance(made, tuple):
            number = self._next()
            made = self._issued(entry, number)
        if isinstance(made, tuple):
            self._plan(made)
            self._sheets += 1
        self._on_paper(entry, show_number(number))

    def tried(self, entry: Gave) -> None:
        """Note a paper of an exercise: somebody's name was on it, but it is in no register."""
        self._on_paper(entry, "övning")

    def moved(
        self, sheets: Sequence[UUID], wish_of: Callable[[UUID], Command], at: Instant
    ) -> None:
        """Note of papers that are in the register that they did not come out, or now did."""
        for each in sheets:
            made = self._decided(wish_of(each), each, at)
            if isinstance(made, tuple):
                self._plan(made)

    def end(self) -> ContingencyUsed:
        """Note how far the logbook is in, and keep the act."""
        session, began = self._session, self._session.began
        used = ContingencyUsed(
            session=session.session,
            lines=len(session.entries),
            began=session.first_at,
            ended=session.last_at,
            name=began.name if began is not None else "",
            sheets=self._sheets,
            persons=len({one for entry in session.entries for one in _persons(entry)}),
            copy_made_at=began.copy_made_at if began is not None else None,
            by_passphrase=began is not None and began.by_passphrase,
            exercise=began is not None and began.exercise,
            outage=self._outage,
        )
        self._plan((Happening(POLICY, used, self._at(session.last_at)),))
        self._room.keep()
        return used

    def _own_outage(self) -> UUID | None:
        """Find the stop that the papers belong to, or declare it as it was."""
        states: tuple[tuple[UUID, OutageState], ...] = listed(
            self._room.store, SubjectKind.OUTAGE, only_open=True
        )
        for outage, state in reversed(states):
            ours = state.facts is not None and state.facts.of is OutageOf.OWN_COMPUTERS
            if ours and not state.exercise and not state.frozen:
                return outage
        began = self._at(self._session.first_at)
        outage = self._room.tools.new_id()
        wish = DeclareOutage(
            outage=outage, of=OutageOf.OWN_COMPUTERS, since=began, note=FROM_LOGBOOK
        )
        made = decide(Ground(now=began, me=self._room.actor.staff, states={}), wish)
        if isinstance(made, Refused):
            return None
        self._plan(made)
        return outage

    def _issued(self, entry: Gave, number: str) -> tuple[Happening, ...] | Refused:
        outage = self._outage
        wish = IssueSheet(
            sheet=entry.sheet,
            number=number,
            form=entry.form,
            form_version=entry.form_version,
            direction=entry.direction,
            medium=entry.medium,
            case=entry.case,
            person=entry.person,
            blank=entry.case is None,
            purpose=PURPOSE if entry.number == number else BY_HAND,
            outage=outage,
            by_name=self._name,
        )
        return self._decided(wish, entry.sheet, entry.at)

    def _decided(self, wish: Command, sheet: UUID, at: Instant) -> tuple[Happening, ...] | Refused:
        known = self._room.state(Subject(SubjectKind.SHEET, sheet))
        issued = known.issued if isinstance(known, SheetState) else None
        stops = {self._outage, issued.outage if issued is not None else None}
        subjects = [outage_subject(stop) for stop in stops if stop is not None]
        ground = Ground(
            now=self._at(at),
            me=self._room.actor.staff,
            states=self._room.states([Subject(SubjectKind.SHEET, sheet), *subjects]),
            second_eyes=self._room.rules.profile.second_eyes_forms,
        )
        return decide(ground, wish)

    def _next(self) -> str:
        """Give the next number of the program's own row."""
        self._last += 1
        return sheet_number.make(self._room.store.tail().origin, self._last).digits

    def _on_paper(self, entry: Gave, number: str) -> None:
        noted = AccessNoted(
            access=AccessKind.PRINT,
            person=entry.person,
            case=entry.case,
            filter=f"{entry.form} {number}",
            count=1,
        )
        self._note(noted, entry.at)

    def _note(self, noted: AccessNoted, at: Instant) -> None:
        actor = self._room.actor
        whole = replace(noted, unit=actor.unit, purpose=PURPOSE, os_account=actor.os_account)
        subject = Subject(SubjectKind.ACCESS, self._room.tools.new_id())
        self._plan((Happening(subject, whole, self._at(at)),))

    def _plan(self, happenings: Sequence[Happening]) -> None:
        self._room.plan(self._act, happenings)

    def _at(self, at: Instant) -> Instant:
        """Say when it happened; a clock that ran ahead while we were down is not believed."""
        return min(at, self._room.tools.now())


def _persons(entry: object) -> tuple[UUID, ...]:
    match entry:
        case Saw(persons=persons):
            return persons
        case Gave(person=UUID() as person):
            return (person,)
        case _:
            return ()
