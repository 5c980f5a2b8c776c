"""The whole demo in one go: founds the demo's store for a day and plays the day into it."""

from collections.abc import Callable
from uuid import UUID

from kontaktpunkt.domain.notice import Notice
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.at_desk import Outside, StaffDesk
from kontaktpunkt.usecases.demo.playing import play
from kontaktpunkt.usecases.demo.shapes import DemoPeople
from kontaktpunkt.usecases.demo.stage import DeskStage
from kontaktpunkt.usecases.demo.telling import demo_script
from kontaktpunkt.usecases.founding import Founding, found


def founding_of(people: DemoPeople) -> Founding:
    """Say what the demo's store is founded with; the first colleague is its user."""
    first = people.colleagues[0]
    return Founding(
        municipality=people.municipality,
        profile=people.profile,
        name=first.name,
        role=first.role,
        unit=first.unit,
        demo=True,
    )


def perform(
    outside: Outside,
    people: DemoPeople,
    now: Instant,
    *,
    set_clock: Callable[[Instant], None],
    write: Callable[[Notice], bytes],
) -> UUID:
    """Found an empty store for the demo and play the day; gives the first user's id.

    `set_clock` sets the clock that `outside.tools` goes by; it is left at `now`. The founding
    itself is of now: that is what tells on another day that this demo day is old.
    """
    set_clock(now)
    empty = StaffDesk(outside)
    with empty.room() as room:
        first = found(room, founding_of(people))
    desk = StaffDesk(outside, first)
    stage = DeskStage(desk, set_clock, write)
    play(demo_script(now, people), stage, first, people.colleagues[0].key)
    set_clock(now)
    return first
