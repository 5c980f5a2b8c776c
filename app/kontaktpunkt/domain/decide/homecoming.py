"""Rules for what may be done for a homecoming."""

from typing import Final

from kontaktpunkt.domain.commands.homecoming import (
    CallHome,
    ChangeService,
    FollowUp,
    MarkReadiness,
    MeetObstacle,
    NoteAdmissionCause,
    NoteHomeReached,
    NoteWardLeft,
    RemoveObstacle,
    SetDestination,
    WithdrawCallHome,
)
from kontaktpunkt.domain.decide.ground import Decision, Ground, Rules, in_case, refuse
from kontaktpunkt.domain.events.homecoming import (
    AdmissionCauseNoted,
    CalledHome,
    CallHomeWithdrawn,
    DestinationSet,
    FollowedUp,
    HomeReached,
    ObstacleMet,
    ObstacleRemoved,
    ReadinessMarked,
    ReadinessUnmarked,
    ServiceChanged,
    ServiceStage,
    WardLeft,
)
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import CaseState
from kontaktpunkt.domain.stay import current
from kontaktpunkt.domain.times import Instant, local_day


def mark_readiness(ground: Ground, wish: MarkReadiness) -> Decision:
    """Say how far a thing is; saying nothing of what nobody has spoken of changes nothing."""
    found = ground.case_at(wish.case, wish.at)
    if isinstance(found, Refused):
        return found
    state, at = found
    if not wish.item:
        return refuse(RefusalReason.EMPTY_TEXT)
    if wish.mark is None:
        known = any(one.item == wish.item for one in state.homecoming.readiness)
        body = ReadinessUnmarked(item=wish.item)
        return in_case(wish.case, body, at) if known else refuse(RefusalReason.NOT_DONE)
    return in_case(
        wish.case,
        ReadinessMarked(
            item=wish.item,
            mark=wish.mark,
            on_word=wish.on_word,
            due_at=wish.due_at,
            note=wish.note.strip(),
        ),
        at,
    )


def meet_obstacle(ground: Ground, wish: MeetObstacle) -> Decision:
    """Note an obstacle; the same one twice at a time would count its hours twice."""
    found = ground.case_at(wish.case, wish.at)
    if isinstance(found, Refused):
        return found
    state, at = found
    if not wish.code and not wish.text.strip():
        return refuse(RefusalReason.EMPTY_TEXT)
    standing = state.homecoming.open_obstacles
    if wish.code and any((one.code, one.side) == (wish.code, wish.side) for one in standing):
        return refuse(RefusalReason.ALREADY_DONE)
    body = ObstacleMet(
        obstacle=wish.obstacle, code=wish.code, side=wish.side, since=at, text=wish.text.strip()
    )
    return in_case(wish.case, body, at)


def remove_obstacle(ground: Ground, wish: RemoveObstacle) -> Decision:
    """Note that an obstacle is gone, not before it came."""
    found = ground.case_at(wish.case, wish.at)
    if isinstance(found, Refused):
        return found
    state, at = found
    known = [one for one in state.homecoming.obstacles if one.obstacle == wish.obstacle]
    if not known:
        return refuse(RefusalReason.NOT_FOUND)
    if known[0].until is not None:
        return refuse(RefusalReason.ALREADY_DONE)
    if at < known[0].since:
        return refuse(RefusalReason.TIME_IN_PAST)
    body = ObstacleRemoved(obstacle=wish.obstacle, until=at, note=wish.note.strip())
    return in_case(wish.case, body, at)


def change_service(ground: Ground, wish: ChangeService) -> Decision:
    """Pause, restart, decline or end a service; a restart names the visit that it begins with."""
    found = ground.case_at(wish.case, wish.at)
    if isinstance(found, Refused):
        return found
    restarts = wish.stage is ServiceStage.RESTARTED
    if not wish.service or (restarts and not wish.from_visit.strip() and wish.first_at is None):
        return refuse(RefusalReason.EMPTY_TEXT)
    body = ServiceChanged(
        service=wish.service,
        stage=wish.stage,
        on_word=wish.on_word,
        from_visit=wish.from_visit.strip(),
        first_at=wish.first_at,
        note=wish.note.strip(),
    )
    return in_case(wish.case, body, found[1])


def set_destination(ground: Ground, wish: SetDestination) -> Decision:
    """Write down where the person goes."""
    found = ground.case_at(wish.case)
    if isinstance(found, Refused):
        return found
    body = DestinationSet(destination=wish.destination, place=wish.place.strip())
    return in_case(wish.case, body, found[1])


def call_home(ground: Ground, wish: CallHome) -> Decision:
    """Call the person home; who on the ward was told has a name (local routine: by telephone).

    Nobody is called home of whom a message says that she has died: that is put right first.
    """
    found = ground.case_at(wish.case, wish.at)
    if isinstance(found, Refused):
        return found
    state, at = found
    if state.closed_at is not None:
        return refuse(RefusalReason.ALREADY_DONE)
    if current(state).deceased:
        return refuse(RefusalReason.DECEASED)
    if not wish.told.strip():
        return refuse(RefusalReason.EMPTY_TEXT)
    if wish.expected_home is not None and wish.expected_home < at:
        return refuse(RefusalReason.TIME_IN_PAST)
    body = CalledHome(
        told=wish.told.strip(),
        phone=wish.phone.strip(),
        expected_home=wish.expected_home,
        travel=wish.travel,
        met_by=wish.met_by.strip(),
        starts=wish.starts.strip(),
        read_back=wish.read_back,
    )
    return in_case(wish.case, body, at)


def withdraw_call_home(ground: Ground, wish: WithdrawCallHome) -> Decision:
    """Call a homecoming off that was called."""
    found = ground.case_at(wish.case, wish.at)
    if isinstance(found, Refused):
        return found
    state, at = found
    if state.homecoming.called is None:
        return refuse(RefusalReason.NOT_DONE)
    return in_case(wish.case, CallHomeWithdrawn(reason=wish.reason.strip()), at)


def note_ward_left(ground: Ground, wish: NoteWardLeft) -> Decision:
    """Note that the person has left the ward, also when nobody had called her home.

    Not before she was admitted, nor on a day before the call: earlier on its day she may have, as
    a call that the ward made in a hurry is noted afterwards.
    """
    found = ground.case_at(wish.case, wish.at)
    if isinstance(found, Refused):
        return found
    state, at = found
    called = state.homecoming.called
    if _is_before_admission(state, at):
        return refuse(RefusalReason.BEFORE_ADMISSION)
    if called is not None and local_day(at) < local_day(called.at):
        return refuse(RefusalReason.BEFORE_CALL)
    body = WardLeft(left_at=at, travel=wish.travel, on_word=wish.on_word)
    return in_case(wish.case, body, at)


def note_home_reached(ground: Ground, wish: NoteHomeReached) -> Decision:
    """Note that the person has come home, not before she was admitted, was called or left."""
    found = ground.case_at(wish.case, wish.at)
    if isinstance(found, Refused):
        return found
    state, at = found
    called, left = state.homecoming.called, state.homecoming.left
    if _is_before_admission(state, at):
        return refuse(RefusalReason.BEFORE_ADMISSION)
    if left is not None and at < left.left_at:
        return refuse(RefusalReason.BEFORE_LEAVING)
    if left is None and called is not None and at < called.at:
        return refuse(RefusalReason.BEFORE_CALL)
    body = HomeReached(reached_at=at, received_by=wish.received_by.strip(), on_word=wish.on_word)
    return in_case(wish.case, body, at)


def _is_before_admission(state: CaseState, at: Instant) -> bool:
    """Say whether a time is a slip: by it she would be home before the stay began, and unseen."""
    admitted_at = current(state).admitted_at
    return admitted_at is not None and at < admitted_at


def follow_up(ground: Ground, wish: FollowUp) -> Decision:
    """Look back on the time after a homecoming, in words."""
    found = ground.case_at(wish.case, wish.at)
    if isinstance(found, Refused):
        return found
    if not wish.text.strip():
        return refuse(RefusalReason.EMPTY_TEXT)
    body = FollowedUp(text=wish.text.strip(), handed_to=wish.handed_to.strip())
    return in_case(wish.case, body, found[1])


def note_admission_cause(ground: Ground, wish: NoteAdmissionCause) -> Decision:
    """Note what led to the admission."""
    found = ground.case_at(wish.case, wish.at)
    if isinstance(found, Refused):
        return found
    if not wish.cause.strip():
        return refuse(RefusalReason.EMPTY_TEXT)
    body = AdmissionCauseNoted(
        cause=wish.cause.strip(),
        nurse_assessed=wish.nurse_assessed,
        doctor_asked=wish.doctor_asked,
        place_tried=wish.place_tried,
        note=wish.note.strip(),
    )
    return in_case(wish.case, body, found[1])


RULES: Final[Rules] = {
    MarkReadiness: mark_readiness,
    MeetObstacle: meet_obstacle,
    RemoveObstacle: remove_obstacle,
    ChangeService: change_service,
    SetDestination: set_destination,
    CallHome: call_home,
    WithdrawCallHome: withdraw_call_home,
    NoteWardLeft: note_ward_left,
    NoteHomeReached: note_home_reached,
    FollowUp: follow_up,
    NoteAdmissionCause: note_admission_cause,
}
"""The rule of each wish about this."""
