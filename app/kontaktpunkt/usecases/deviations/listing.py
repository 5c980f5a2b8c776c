"""Puts the list of reports of deviations together, and one whole, as one reader may see them."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.clocks.deviation_due import answer_due
from kontaktpunkt.domain.ledger.subjects import deviation_subject
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.states import (
    DeviationReportState,
    DeviationStage,
    PersonState,
    ReportSaid,
)
from kontaktpunkt.domain.times import HOUR, Instant
from kontaktpunkt.usecases.case_lines.deviations import NotedDeviation
from kontaktpunkt.usecases.deviations.consent import parts_that_tell, without_words
from kontaktpunkt.usecases.deviations.rows import (
    DeviationCard,
    DeviationPage,
    DeviationPart,
    DeviationRow,
    NotedRow,
)
from kontaktpunkt.usecases.joining.joined import leading_case, whole_case, whole_person
from kontaktpunkt.usecases.rows import CaseRow
from kontaktpunkt.usecases.showing.masking import mask_case_row, may_see
from kontaktpunkt.usecases.showing.pages import Reading
from kontaktpunkt.usecases.showing.timeline import timeline
from kontaktpunkt.usecases.spreading import owners_in

_SHOWN: Final = 90 * 24 * HOUR
"""What was done or withdrawn within three months stands below what waits."""

Reports = Sequence[tuple[UUID, DeviationReportState]]


def deviation_page(reading: Reading, reports: Reports) -> DeviationPage:
    """Put the list together: oldest first, but what is done newest first."""
    shown = [(report, state) for report, state in reports if _is_shown(state, reading.now)]
    rows = [row_of(reading, report, state) for report, state in shown]
    by_stage = {stage: [row for row in rows if row.stage is stage] for stage in DeviationStage}
    done = (*by_stage[DeviationStage.DONE], *by_stage[DeviationStage.WITHDRAWN])
    return DeviationPage(
        at=reading.now,
        noted=noted_rows(reading),
        to_send=_oldest(by_stage[DeviationStage.TO_SEND]),
        answered=_oldest(by_stage[DeviationStage.ANSWERED]),
        awaiting=tuple(sorted(by_stage[DeviationStage.AWAITING], key=_by_due)),
        done=tuple(sorted(done, key=lambda row: (-(row.ended_at or 0), row.report.bytes))),
    )


def noted_rows(reading: Reading) -> tuple[NotedRow, ...]:
    """Give what was noted in open cases and has no report, the oldest first."""
    rows = (mask_case_row(row, reading.me) for row in reading.store.open_cases())
    found = [_noted(row, one) for row in rows for one in row.noted_deviations]
    return tuple(sorted(found, key=lambda row: (row.at, row.deviation.bytes)))


def _noted(row: CaseRow, one: NotedDeviation) -> NotedRow:
    return NotedRow(
        deviation=one.deviation,
        case=row.case,
        at=one.at,
        code=one.code,
        hospital=row.hospital,
        ward=row.ward,
        name=row.name,
        number=row.number,
        birth_date=row.birth_date,
        protection=row.protection,
        masked=row.masked,
    )


def row_of(reading: Reading, report: UUID, state: DeviationReportState) -> DeviationRow:
    """Make the row of one report; whom it is about is seen by who may see the case's person."""
    content, answer = state.content, state.answer
    ended = state.withdrawn or state.followed_up
    row = DeviationRow(
        report=report,
        stage=state.stage,
        written_at=state.written.at if state.written else Instant(0),
        written_by_name=_name(reading, state.written),
        points=content.points,
        counterpart=content.counterpart,
        counterpart_unit=content.counterpart_unit,
        happened_on=content.happened_on,
        consent=content.consent,
        case=leading_case(reading, state.case),
        paper=state.papers[-1].number if state.papers else "",
        sent_at=state.sent_at,
        received_on=state.received_on,
        due=answer_due(state, reading.rules.profile),
        reminded_at=state.reminders[-1].at if state.reminders else None,
        answered_on=answer.answered_on if answer else None,
        ended_at=ended.at if ended else None,
    )
    person, may = whose(reading, state.case)
    if person is None:
        return row
    shown = replace(row, person=_person_of(reading, state.case), protection=person.protection)
    if not may:
        return replace(shown, masked=True)
    return replace(shown, name=person.name, number=person.number, birth_date=person.birth_date)


def card_of(reading: Reading, report: UUID, state: DeviationReportState) -> DeviationCard:
    """Show one report whole; of a person that I may not see, without the words that could tell."""
    row = row_of(reading, report, state)
    person, may = whose(reading, state.case)
    hidden = person is not None and not may
    answer, content = state.answer, state.content
    told = parts_that_tell(content, person) if person is not None and may else ()
    streams = [reading.store.events_of(deviation_subject(report))]
    return DeviationCard(
        row=row,
        content=without_words(content) if hidden else content,
        noted=state.noted,
        telling=told,
        papers=tuple(paper.number for paper in state.papers),
        sent=state.sent,
        answer=None if hidden else answer,
        reminders=tuple(_part(reading, one, hidden=hidden) for one in state.reminders),
        followed_up=_part(reading, state.followed_up, hidden=hidden) if state.followed_up else None,
        withdrawn=_part(reading, state.withdrawn, hidden=hidden) if state.withdrawn else None,
        timeline=() if hidden else timeline(streams, reading.names, reading.me, frozenset()),
    )


def whose(reading: Reading, case: UUID | None) -> tuple[PersonState | None, bool]:
    """Give whom a case is about, and whether this reader may see it; the rules of cases hold."""
    state = whole_case(reading, case)
    person = whole_person(reading, state.person) if state is not None else None
    if case is None or person is None:
        return None, True
    return person, may_see(person, reading.me, owners_in(reading, case))


def is_protected(row: DeviationRow) -> bool:
    """Say whether it is about somebody with a protected identity."""
    return row.protection is not Protection.NONE


def masked(row: DeviationRow) -> DeviationRow:
    """Hide whom it is about."""
    return replace(row, name="", number=None, birth_date=None, masked=True)


def _person_of(reading: Reading, case: UUID | None) -> UUID | None:
    state = whole_case(reading, case)
    return state.person if state is not None else None


def _is_shown(state: DeviationReportState, now: Instant) -> bool:
    ended = state.withdrawn or state.followed_up
    return ended is None or now - ended.at < _SHOWN


def _oldest(rows: Iterable[DeviationRow]) -> tuple[DeviationRow, ...]:
    return tuple(sorted(rows, key=lambda row: (row.written_at, row.report.bytes)))


def _by_due(row: DeviationRow) -> tuple[date, Instant, bytes]:
    return (row.due or date.max, row.sent_at or Instant(0), row.report.bytes)


def _name(reading: Reading, said: ReportSaid | None) -> str:
    return reading.names.get(said.by, "") if said is not None and said.by is not None else ""


def _part(reading: Reading, said: ReportSaid, *, hidden: bool) -> DeviationPart:
    return DeviationPart(at=said.at, by_name=_name(reading, said), text="" if hidden else said.text)
