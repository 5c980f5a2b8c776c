"""A stop for the tour's picture: the region's system down since a while, reported and told of."""

from collections.abc import Callable
from typing import Final
from uuid import UUID

from kontaktpunkt.domain.commands import (
    Command,
    DeclareOutage,
    ReportFault,
    TellOfOutage,
    WithdrawOutage,
)
from kontaktpunkt.domain.events.outage import OutageOf, OutageReach
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.times import MINUTE, Instant
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Done

_BEGAN: Final = 85 * MINUTE
_NEXT_WORD: Final = 25 * MINUTE
_REPORTED: Final = 78 * MINUTE


def begin_stop(place: Workplace, settle: Callable[[], None]) -> None:
    """Let the system be down, and go to the stop."""
    desk, profile = place.desk, place.profile
    codes = profile.codes("tell_of_outage") if profile is not None else ()
    told = tuple(code.label for code in codes[:2])
    place.clerk.ask(
        lambda: desk.act(*_a_stop(desk.new_outage(), place.system_name, told, desk.now())),
        lambda _done: place.refresh(),
    )
    settle()
    place.screen_wanted.emit("outage")


def end_stop(place: Workplace, settle: Callable[[], None]) -> None:
    """Take the stop back: the other pictures show a morning on which all works."""
    desk = place.desk

    def withdraw() -> Done | Refused:
        (stop,) = desk.outages(only_open=True)
        return desk.act(WithdrawOutage(outage=stop.outage, reason="systemet svarade igen"))

    place.clerk.ask(withdraw, lambda _done: place.refresh())
    settle()


def _a_stop(outage: UUID, system: str, told: tuple[str, ...], now: Instant) -> tuple[Command, ...]:
    return (
        DeclareOutage(
            outage=outage,
            of=OutageOf.SOURCE,
            since=Instant(now - _BEGAN),
            system=system,
            reach=OutageReach.REGION,
        ),
        ReportFault(
            outage=outage,
            reference="INC-20417",
            to_whom="regionens it-support",
            next_word_at=Instant(now + _NEXT_WORD),
            note="felsökning pågår",
            at=Instant(now - _REPORTED),
        ),
        *(TellOfOutage(outage=outage, whom=whom) for whom in told),
    )
