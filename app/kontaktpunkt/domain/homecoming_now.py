"""Which homecoming holds: who is back in hospital has not come home by the call before."""

from typing import TypeGuard

from msgspec.structs import replace

from kontaktpunkt.domain.events.homecoming import ServiceStage
from kontaktpunkt.domain.states import CaseState, Homecoming
from kontaktpunkt.domain.stay import Stay, current
from kontaktpunkt.domain.times import Instant, local_day


def with_homecoming_now(case: CaseState) -> CaseState:
    """Give a case without the call, the leaving and the homecoming from before she came in again.

    The same case goes on when somebody comes back (domain facts 3.4: the same day is the same
    stay). What was in place, in the way or paused stands; a service that had started again belongs
    to the homecoming before.
    """
    home = case.homecoming
    if home.left is None and home.reached is None:  # a call alone has brought nobody home
        return case
    since = _back_since(home, current(case))
    return case if since is None else replace(case, homecoming=_after(home, since))


def _back_since(home: Homecoming, stay: Stay) -> Instant | None:
    """Give since when she is, or was, in hospital again; None while all of the homecoming holds.

    By when she was admitted. Where that is not told, an admission notice or a readiness notice of
    a later day tells of it: one of the same day may have been written afterwards.
    """
    times = [home.left.left_at] if home.left is not None else []
    times += [home.reached.reached_at] if home.reached is not None else []
    gone = min(times, default=None)
    if gone is None:
        return None
    if stay.admitted_at is not None and stay.admitted_at > gone:
        return stay.admitted_at
    if stay.is_discharged and not _is_later(stay.discharged_at, gone):
        return None
    told = stay.admission_sent_at if stay.admitted_at is None else None
    return next((at for at in (told, stay.ready_sent_at) if _is_later(at, gone)), None)


def _is_later(at: Instant | None, gone: Instant) -> TypeGuard[Instant]:
    return at is not None and local_day(at) > local_day(gone)


def _after(home: Homecoming, since: Instant) -> Homecoming:
    called, left, reached = home.called, home.left, home.reached
    return replace(
        home,
        called=called if called is not None and called.at > since else None,
        left=left if left is not None and left.left_at > since else None,
        reached=reached if reached is not None and reached.reached_at > since else None,
        services=tuple(
            one
            for one in home.services
            if one.stage is not ServiceStage.RESTARTED or one.at > since
        ),
    )
