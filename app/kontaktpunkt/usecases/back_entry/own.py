"""What a paper that only we send or keep says that we did: noted in the case as that, too."""

from collections.abc import Callable, Iterator, Mapping
from datetime import time
from typing import Final
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.commands import (
    AnswerPlanning,
    CallHome,
    ChangeService,
    Command,
    HoldPlanMeeting,
    MarkReadiness,
    SendToEmergency,
    SetPlanMeeting,
)
from kontaktpunkt.domain.events.homecoming import ReadinessMark, ServiceStage, Travel
from kontaktpunkt.domain.events.plan import MeetingForm
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.paper.form import FormDefinition, fields_of
from kontaktpunkt.domain.profile.shapes import Code
from kontaktpunkt.domain.states import CaseState
from kontaktpunkt.domain.times import Instant, at_local, local_day
from kontaktpunkt.usecases.arriving.entry_times import Direction
from kontaktpunkt.usecases.back_entry.written import Written

_NOON: Final = time(12)
_FORMS: Final[Mapping[str, MeetingForm]] = {
    "phone": MeetingForm.PHONE,
    "meeting": MeetingForm.IN_PERSON,
    "video": MeetingForm.VIDEO,
}
_DONE, _NOT, _WHO = 1, 2, 3
"""Where in a row of a checklist the boxes and the words stand."""


class Own(Struct, frozen=True, kw_only=True):
    """What a paper of ours is entered on: in which case, by which profile, with which ids to give.

    `opens_case`: `case` is the id of one that is to be opened.
    """

    case: UUID
    person: UUID
    state: CaseState
    opens_case: bool
    items: tuple[Code, ...]
    services: tuple[Code, ...]
    system: str
    text: str
    new_id: Callable[[], UUID]


def acts_of(written: Written, own: Own, *, first: bool) -> tuple[Command, ...]:
    """Give what the paper says that we did; what happens once is said by its first entry only."""
    once = happens_once(written, own) if first else ()
    return (
        *once,
        *_called_home(written, own),
        *_planning_answered(written, own),
        *_in_place(written, own),
        *_restarted(written, own),
    )


def happens_once(written: Written, own: Own) -> tuple[Command, ...]:
    """Give what the paper says that was done once and for all: sent to hospital, a SIP held."""
    return (*_sent_to_hospital(written, own), *_plan_held(written, own))


def opens_case(form: FormDefinition) -> bool:
    """Say whether a paper opens a case for somebody who has none: she went to hospital."""
    return MessageKind.CARE_REQUEST_OUT in form.stands_for


def _has(written: Written, name: str) -> bool:
    return any(field.back_entry == name for field in fields_of(written.form))


def _sent_to_hospital(written: Written, own: Own) -> Iterator[Command]:
    if not opens_case(written.form):
        return
    yield SendToEmergency(
        at=written.instant("went.date", "went.time") or written.at,
        person=own.person,
        case=own.case,
        opens_case=own.opens_case,
        item=own.new_id(),
        system=own.system,
        text=own.text,
        hospital=written.text("went.where"),
        by=written.text("filled.name"),
        note=written.text("went.why"),
    )


def _called_home(written: Written, own: Own) -> Iterator[Command]:
    """Call her home where the paper says when; a message of words alone is only noted."""
    if not written.any_of("home.date", "home.time"):
        return
    travel = written.chosen("home.travel")
    yield CallHome(
        at=_told_at(written),
        case=own.case,
        told=written.text("told.name") or written.text("to.unit"),
        expected_home=written.instant("home.date", "home.time", Direction.COMING),
        travel=Travel(travel) if travel in set(Travel) else None,
        met_by=written.text("home.met_by"),
        starts=written.text("home.starts"),
        read_back=written.ticked("told.read_back"),
    )


def _planning_answered(written: Written, own: Own) -> Iterator[Command]:
    if _has(written, "plan.how"):
        yield AnswerPlanning(at=_told_at(written), case=own.case)


def _told_at(written: Written) -> Instant:
    return written.instant("told.date", "told.time") or written.at


def _in_place(written: Written, own: Own) -> Iterator[Command]:
    """Mark what the checklist says is in place or not, where the profile has it by that label."""
    for name in ("home.hospital_parts", "home.our_parts"):
        for row in written.rows(name):
            item = _code_of(row[0], own.items)
            if item and len(row) > _WHO and bool(row[_DONE]) != bool(row[_NOT]):
                mark = ReadinessMark.DONE if row[_DONE] else ReadinessMark.MISSING
                yield MarkReadiness(
                    at=written.at, case=own.case, item=item, mark=mark, note=row[_WHO]
                )


def _restarted(written: Written, own: Own) -> Iterator[Command]:
    for row in written.rows("home.restarts"):
        service = _code_of(row[0], own.services)
        if service and len(row) > 1 and row[1]:
            yield ChangeService(
                at=written.at,
                case=own.case,
                service=service,
                stage=ServiceStage.RESTARTED,
                from_visit=row[1],
                note=", ".join(row[2:]),
            )


def _code_of(label: str, codes: tuple[Code, ...]) -> str:
    """Find a code by its label; a label on paper may go on after a comma ("bokad, tid")."""
    said = label.casefold().strip()
    for one in codes:
        known = one.label.casefold()
        if said == known or said.startswith(f"{known},"):
            return one.code
    return ""


def _plan_held(written: Written, own: Own) -> Iterator[Command]:
    """Note that a SIP was held: the one that stands, else one that is set by the paper itself."""
    if not _has(written, "plan.main_responsible"):
        return
    read = written.moment("meeting.date", "meeting.time")
    if read is None:
        return
    at = read.instant if read.clock_given else _within(read.instant, written.at)
    standing = [one.plan for one in own.state.plan_meetings if one.stands]
    plan = standing[0] if standing else own.new_id()
    if not standing:
        form = _FORMS.get(written.chosen("meeting.form"), MeetingForm.IN_PERSON)
        people = tuple(row[0] for row in written.rows("plan.participants") if row[0])
        yield SetPlanMeeting(
            case=own.case, plan=plan, meeting_at=at, form=form, participants=people
        )
    yield HoldPlanMeeting(at=at, case=own.case, plan=plan)


def _within(day: Instant, at: Instant) -> Instant:
    """Give a time on a day of which no clock was written: the paper's own, else noon."""
    said = local_day(day)
    return at if local_day(at) == said else at_local(said, _NOON)
