"""From a case's state to its stay as key figures know it, found again by when it ended."""

from collections.abc import Callable, Iterable
from typing import Final
from uuid import UUID

import msgspec

from kontaktpunkt.domain.emergency import is_in_hospital
from kontaktpunkt.domain.events.case import CaseKind
from kontaktpunkt.domain.events.homecoming import AdmissionCauseNoted, ReadinessMark
from kontaktpunkt.domain.events.meeting import ReviewDecision
from kontaktpunkt.domain.figures.spell import (
    InPlace,
    NotedCause,
    ObstacleSpan,
    PromisedHome,
    Spell,
)
from kontaktpunkt.domain.leaving import first_known
from kontaktpunkt.domain.ledger.subjects import Subject, SubjectKind
from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.domain.states import CaseState, PersonState
from kontaktpunkt.domain.stay import Stay, kind_of_case
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.invoice_control.own_stays import left_hospital, stay_of_case
from kontaktpunkt.usecases.joining.joined import cases_with, whole_case
from kontaktpunkt.usecases.keeping.project import Around
from kontaktpunkt.usecases.keeping.workroom import Workroom
from kontaktpunkt.usecases.ports.lists import ListedRow, ListedView

GOES_ON: Final = Instant(1 << 60)
"""A stay that goes on ends after every period."""
_NEVER: Final = Instant(-(1 << 61))
"""What is no stay of its own ended before every period."""
_ALL: Final = Instant(-(1 << 60))

_encode = msgspec.json.Encoder(order="sorted").encode
_decode = msgspec.json.Decoder(Spell).decode


def spell_of(case: UUID, state: CaseState, around: Around, profile: RuleProfile) -> Spell | None:
    """Make the stay of a case; None where it is none that a figure could count."""
    stay, person = around.stay, around.person or PersonState()
    kind = kind_of_case(state, stay)
    if state.voided or state.person is None or kind is CaseKind.MATTER:
        return None
    home = state.homecoming
    spoken_of_readiness = stay.ready_message is not None or bool(stay.withdrawn_readiness)
    return Spell(
        case=case,
        person=state.person,
        protected=person.is_protected,
        case_kind=kind,
        in_hospital=state.closed_at is None and is_in_hospital(state, stay),
        admitted_at=stay.admitted_at,
        ready_at=stay.ready_since,
        left_at=_left_at(state, stay),
        called_home=home.called is not None,
        closed_at=state.closed_at,
        deceased=stay.deceased,
        # Which municipality pays is nobody's figure, and would tell where a protected person is.
        paid=stay_of_case(state, PersonState(), profile, "") if spoken_of_readiness else None,
        obstacles=tuple(
            ObstacleSpan(
                one.obstacle,
                one.code,
                one.side,
                one.since,
                one.until,
                "" if one.code else one.text,
            )
            for one in home.obstacles
        ),
        promised=tuple(
            PromisedHome(one.name, one.at)
            for one in state.reviews
            if one.decision is ReviewDecision.GOES_HOME_TODAY
        ),
        marks=tuple(
            InPlace(one.item, one.mark in (ReadinessMark.DONE, ReadinessMark.NOT_NEEDED), one.at)
            for one in home.readiness
        ),
        cause=_cause(home.cause),
    )


def _cause(said: AdmissionCauseNoted | None) -> NotedCause | None:
    """Give the cause without the words of its note."""
    if said is None:
        return None
    return NotedCause(
        code=said.cause,
        nurse_assessed=said.nurse_assessed,
        doctor_asked=said.doctor_asked,
        place_tried=said.place_tried,
    )


def _left_at(state: CaseState, stay: Stay) -> Instant | None:
    """Give when the person left: by the region's message or our own note."""
    home = state.homecoming
    return first_known(
        left_hospital(stay),
        None if home.left is None else home.left.left_at,
        None if home.reached is None else home.reached.reached_at,
    )


def stay_rows(
    room: Workroom, subjects: Iterable[Subject], what_holds: Callable[[UUID, UUID | None], Around]
) -> list[ListedRow]:
    """Make the rows of the stays among some subjects; one that another stands for has none."""
    rows: list[ListedRow] = []
    for subject in subjects:
        state = whole_case(room, subject.id) if subject.kind is SubjectKind.CASE else None
        if state is None:
            continue
        case = cases_with(room, subject.id)[0]
        around = what_holds(case, state.person)
        leads = subject.id == case
        found = spell_of(case, state, around, room.rules.profile) if leads else None
        rows.append(spell_row(subject.id, found))
    return rows


def spell_row(case: UUID, spell: Spell | None) -> ListedRow:
    """Make the row of a stay; of what is none, a row that no period finds."""
    ended = None if spell is None else spell.ended_at
    return ListedRow(
        kind=SubjectKind.CASE,
        id=case,
        is_open=spell is not None and ended is None,
        at=_NEVER if spell is None else GOES_ON if ended is None else ended,
        row=b"" if spell is None else _encode(spell),
    )


def spells_since(store: ListedView, since: Instant | None = None) -> list[Spell]:
    """Give the stays that ended from a time on, and all that go on."""
    rows = store.listed(SubjectKind.CASE, _ALL if since is None else since)
    return [_decode(row.row) for row in rows]
