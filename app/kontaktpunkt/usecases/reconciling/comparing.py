"""Comparing an overview with our list: who is new, changed, gone, the same, or was not read."""

from collections.abc import Callable, Sequence
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from kontaktpunkt.domain.events.reconciliation import Difference, Finding, FindingKind
from kontaktpunkt.domain.overview import Overview, OverviewField, OverviewLine, OverviewStatus
from kontaktpunkt.domain.person.facts import PersonNumber
from kontaktpunkt.usecases.reconciling.differing import Ours, differences, said

F = OverviewField


class Comparison(Struct, frozen=True):
    """What comparing found; `others` counts lines about people who have left and are not ours."""

    findings: tuple[Finding, ...]
    others: int = 0


def compare(
    overview: Overview, ours: Sequence[Ours], person_of: Callable[[PersonNumber], UUID]
) -> Comparison:
    """Compare a whole overview with everybody in hospital; `person_of` gives whose a number is.

    A 23-timmars matter is not expected in the overview: nobody has been admitted.
    """
    found: list[Finding] = []
    others = 0
    by_person: dict[UUID, list[Ours]] = {}
    for mine in ours:
        if mine.person is not None:
            by_person.setdefault(mine.person, []).append(mine)
    met: set[UUID] = set()
    tells = tells_readiness(overview)
    for line in overview.lines:
        person = person_of(line.number)
        hers = by_person.get(person, [])
        met.update(mine.case for mine in hers)
        if not hers and line.has_left:
            others += 1
        elif not hers:
            found.append(Finding(no=0, kind=FindingKind.NEW, line=line.line, person=person))
        else:
            found += [_finding(line, mine, tells=tells) for mine in hers]
    found += [
        Finding(no=0, kind=FindingKind.GONE, case=mine.case, person=mine.person)
        for mine in ours
        if mine.case not in met and not mine.is_emergency
    ]
    found += [Finding(no=0, kind=FindingKind.UNREAD, line=one.line) for one in overview.unread]
    return Comparison(_numbered(found), others)


def tells_readiness(overview: Overview) -> bool:
    """Say whether "inskriven" in this overview means that the person is not ready."""
    columns = {piece.field for piece in overview.headings}
    ready = any(line.status is OverviewStatus.READY for line in overview.lines)
    return ready or bool(columns & {F.READY_SINCE, F.READY_SENT})


def _finding(line: OverviewLine, mine: Ours, *, tells: bool) -> Finding:
    if line.has_left:
        left = line.discharged
        gone = Difference(
            field=F.DISCHARGED,
            theirs=said(line, F.DISCHARGED) or said(line, F.STATUS),
            theirs_at=left.at if left else None,
            day_only=left is not None and not left.has_clock,
        )
        kind, differ = FindingKind.GONE, (gone,)
    else:
        differ = differences(line, mine, tells=tells)
        kind = FindingKind.CHANGED if differ else FindingKind.SAME
    return Finding(
        no=0, kind=kind, line=line.line, case=mine.case, person=mine.person, differences=differ
    )


def _numbered(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """Give the findings their numbers, in the order that they are worked through."""
    order = {kind: place for place, kind in enumerate(FindingKind)}
    ranked = sorted(found, key=lambda one: (order[one.kind], one.line or 0))
    return tuple(replace(one, no=no) for no, one in enumerate(ranked, start=1))
