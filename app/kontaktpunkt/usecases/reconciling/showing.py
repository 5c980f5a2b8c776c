"""The page of a round: findings with who they are about, as this user may see them."""

from collections.abc import Iterable, Mapping
from typing import Final
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.events.reconciliation import Finding, FindingDecision, FindingKind
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.overview import (
    Overview,
    OverviewField,
    OverviewLine,
    OverviewStatus,
    Piece,
    UnreadLine,
)
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.person.number import birth_date
from kontaktpunkt.domain.states import RoundState, Settlement
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.usecases.keeping.workroom import Workroom
from kontaktpunkt.usecases.reconciling.differing import may_be
from kontaktpunkt.usecases.reconciling.rows import FindingRow, RoundPage, RoundStamp, Settled
from kontaktpunkt.usecases.reconciling.settling import round_state, whose
from kontaktpunkt.usecases.reconciling.transcripts import can_take_over
from kontaktpunkt.usecases.rows import CaseRow
from kontaktpunkt.usecases.showing.masking import mask_case_row

_LOOKED_BACK: Final = 8
"""So many rounds back, nearly three days: what was kept then is told of now."""
_REMEMBERED: Final = (
    FindingDecision.AWAITS_MESSAGE,
    FindingDecision.OURS_KEPT,
    FindingDecision.STILL_HERE,
)


def round_page(room: Workroom, one_round: UUID, overview: Overview) -> RoundPage | None:
    """Put the page of a round together; None when there is no such round, or it was taken back."""
    state = round_state(room, one_round)
    if state is None or state.compared is None or state.voided:
        return None
    shown = _Showing(room, state, overview, one_round)
    names = shown.names
    return RoundPage(
        round=one_round,
        system=state.compared.system,
        at=state.compared_at,
        by_name=names.get(state.compared_by, "") if state.compared_by else "",
        findings=shown.rows(),
        others=shown.others(),
        headings=overview.headings,
        unused=(*overview.unused, *_unknown_statuses(overview)),
        passed_over=overview.passed_over,
        stated=overview.stated_count,
        people=len(overview.lines) + len(overview.unread),
        signed=state.reconciled,
        signed_at=state.reconciled_at,
        signed_by_name=names.get(state.reconciled_by, "") if state.reconciled_by else "",
    )


def latest_rounds(room: Workroom) -> list[UUID]:
    """Give the latest rounds, the newest first."""
    every = [subject.id for subject in room.store.subjects(SubjectKind.ROUND)]
    return every[: -_LOOKED_BACK - 1 : -1]


def open_round(room: Workroom) -> UUID | None:
    """Give the newest round of today if it is still going on."""
    today = local_day(room.tools.now())
    for one_round in latest_rounds(room):
        state = round_state(room, one_round)
        if state is not None and not state.voided:
            is_todays = local_day(state.compared_at) == today
            return one_round if is_todays and state.reconciled is None else None
    return None


def last_stamp(room: Workroom) -> RoundStamp | None:
    """Give the newest stamp."""
    names = {row.staff: row.name for row in room.store.staff_rows()}
    for one_round in latest_rounds(room):
        state = round_state(room, one_round)
        if state is not None and not state.voided and state.reconciled is not None:
            by = names.get(state.reconciled_by, "") if state.reconciled_by else ""
            return RoundStamp(
                stamp=state.reconciled, at=state.reconciled_at, by_name=by, round=one_round
            )
    return None


class _Showing:
    """One look at a round."""

    def __init__(
        self, room: Workroom, state: RoundState, overview: Overview, one_round: UUID
    ) -> None:
        self._room = room
        self._state = state
        self._lines = {line.line: line for line in overview.lines}
        self._unread = {line.line: line for line in overview.unread}
        self._today = local_day(room.tools.now())
        self.names: Mapping[UUID, str] = {row.staff: row.name for row in room.store.staff_rows()}
        self._settled = {one.finding: self._told(one) for one in state.settled}
        self._before = self._earlier(one_round)

    def rows(self) -> tuple[FindingRow, ...]:
        """Give a row for each finding."""
        return tuple(self._row(finding) for finding in self._state.findings)

    def others(self) -> tuple[FindingRow, ...]:
        """Give a row for each line about somebody who has left and was not in hospital with us.

        Those without a case come first: a whole stay of theirs may have been missed.
        """
        found = {finding.line for finding in self._state.findings}
        rows = [self._other(line) for no, line in self._lines.items() if no not in found]
        return tuple(sorted(rows, key=lambda row: (row.case is not None, row.line or 0)))

    def _other(self, line: OverviewLine) -> FindingRow:
        person = whose(self._room, line.number)
        finding = Finding(no=-line.line, kind=FindingKind.NEW, line=line.line, person=person)
        row = replace(self._row(finding), aside=True, answered=False)
        cases = self._room.store.case_rows_of(person)
        return replace(row, case=cases[0].case if cases else None)

    def _row(self, finding: Finding) -> FindingRow:
        row = FindingRow(
            no=finding.no,
            kind=finding.kind,
            case=finding.case,
            line=finding.line,
            differences=finding.differences,
            can_take_over=can_take_over(finding),
            settled=self._settled.get(finding.no),
            before=self._before.get((finding.kind, finding.person)) if finding.person else None,
        )
        if finding.kind is FindingKind.UNREAD:
            return self._hidden(_with_unread(row, self._unread.get(finding.line or 0)))
        line = self._lines.get(finding.line or 0)
        row = _with_line(row, line)
        known = self._known(finding)
        if known is not None:
            row = _with_case(row, known)
        elif line is not None:
            row = self._of_stranger(row, line)
        if finding.kind is FindingKind.NEW:
            row = replace(row, answered=self._is_ours_now(finding))
        if finding.kind is FindingKind.GONE:
            row = replace(row, perhaps=self._perhaps(row))
        return _masked(row) if row.masked else row

    def _known(self, finding: Finding) -> CaseRow | None:
        """Give a case of the person, masked for this user."""
        if finding.case is not None:
            row = self._room.store.case_row(finding.case)
        elif finding.person is not None:
            row = next(iter(self._room.store.case_rows_of(finding.person)), None)
        else:
            row = None
        return mask_case_row(row, self._room.actor.staff) if row is not None else None

    def _of_stranger(self, row: FindingRow, line: OverviewLine) -> FindingRow:
        """Say who somebody unknown is by the line alone."""
        protection = Protection.SECRECY_MARKING if line.protected else Protection.NONE
        return replace(
            row,
            name=line.name,
            number=line.number,
            birth_date=birth_date(line.number, self._today),
            protection=protection,
            masked=line.protected,
        )

    def _is_ours_now(self, finding: Finding) -> bool:
        """Say whether somebody new stands on our list by now, by a message or by hand."""
        if finding.person is None or finding.no in self._settled:
            return False
        return any(row.in_hospital for row in self._room.store.case_rows_of(finding.person))

    def _perhaps(self, row: FindingRow) -> tuple[int, ...]:
        """Say which unread lines have the name or number of somebody who seems to be gone."""
        found: list[int] = []
        for finding in self._state.findings:
            unread = self._unread.get(finding.line or 0)
            if finding.kind is not FindingKind.UNREAD or unread is None:
                continue
            if may_be(row.name, row.number, unread.text):
                found.append(finding.no)
        return tuple(found)

    def _hidden(self, row: FindingRow) -> FindingRow:
        """Hide the text of an unread line that may be about somebody whom I may not see."""
        me = self._room.actor.staff
        for known in self._room.store.cases_in_hospital():
            masked = mask_case_row(known, me).masked
            if masked and may_be(known.name, known.number, row.text):
                return replace(row, masked=True, text="")
        return row

    def _told(self, one: Settlement) -> Settled:
        by = self.names.get(one.by, "") if one.by else ""
        return Settled(decision=one.decision, at=one.at, by_name=by)

    def _earlier(self, one_round: UUID) -> dict[tuple[FindingKind, UUID | None], Settled]:
        """Give how the same person's finding was left in the rounds before."""
        found: dict[tuple[FindingKind, UUID | None], Settled] = {}
        rounds = latest_rounds(self._room)
        for earlier in rounds[rounds.index(one_round) + 1 :] if one_round in rounds else ():
            state = round_state(self._room, earlier)
            if state is None or state.voided:
                continue
            settled = {one.finding: one for one in state.settled}
            for finding in state.findings:
                one = settled.get(finding.no)
                if one is not None and one.decision in _REMEMBERED:
                    found.setdefault((finding.kind, finding.person), self._told(one))
        return found


def _with_line(row: FindingRow, line: OverviewLine | None) -> FindingRow:
    if line is None:
        return row
    return replace(
        row,
        hospital=line.hospital,
        ward=line.ward,
        says=line.pieces,
        doubts=line.doubts,
        text=line.text,
        says_deceased=line.status is OverviewStatus.DECEASED,
    )


def _with_case(row: FindingRow, known: CaseRow) -> FindingRow:
    """Say who it is as we know her; somebody new stands where the overview says."""
    place = (row.hospital, row.ward)
    if row.kind is not FindingKind.NEW:
        place = (known.hospital, known.ward)
    return replace(
        row,
        name=known.name,
        number=known.number,
        birth_date=known.birth_date,
        protection=known.protection,
        masked=known.masked,
        is_known=True,
        hospital=place[0],
        ward=place[1],
    )


def _with_unread(row: FindingRow, unread: UnreadLine | None) -> FindingRow:
    if unread is None:
        return row
    return replace(row, text=unread.text, flaw=unread.flaw)


def _masked(row: FindingRow) -> FindingRow:
    """Hide who it is: name, number and every piece of the text that could say it."""
    safe = frozenset(OverviewField) - {
        OverviewField.NUMBER,
        OverviewField.NAME,
        OverviewField.FAMILY_NAME,
        OverviewField.GIVEN_NAME,
    }
    return replace(
        row,
        name="",
        number=None,
        birth_date=None,
        text="",
        says=_only(row.says, safe),
        doubts=_only(row.doubts, safe),
    )


def _only(pieces: Iterable[Piece], fields: frozenset[OverviewField]) -> tuple[Piece, ...]:
    return tuple(piece for piece in pieces if piece.field in fields)


def _unknown_statuses(overview: Overview) -> tuple[str, ...]:
    """Give the words of statuses that were not understood, each once."""
    found = (
        piece.text
        for line in overview.lines
        for piece in line.doubts
        if piece.field is OverviewField.STATUS
    )
    return tuple(dict.fromkeys(found))
