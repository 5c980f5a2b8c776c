"""Makes the demo's store: a day at an invented contact point, played through the real road."""

from pathlib import Path

from kontaktpunkt import assets
from kontaktpunkt.bootstrap.clocks import SetClock, SystemChance
from kontaktpunkt.bootstrap.stores import NewStore, make_store
from kontaktpunkt.messages import write
from kontaktpunkt.usecases.demo import DemoPeople, founding_of, perform, read_people
from kontaktpunkt.usecases.ports import Chance, Clock


def make_demo(folder: Path, clock: Clock, chance: Chance | None = None) -> None:
    """Make a demo store in an empty folder, its day built around the clock's present time."""
    people = demo_people()
    hands = SetClock(clock.now())
    new = NewStore(
        folder=folder,
        founding=founding_of(people),
        clock=hands,
        chance=chance or SystemChance(),
    )
    store, world = make_store(new)
    try:
        perform(world, people, clock.now(), set_clock=hands.set, write=write)
    finally:
        store.close()


def demo_people() -> DemoPeople:
    """Read the invented people, wards and colleagues of the demo."""
    folder = assets.resources() / "demo"
    return read_people([path.read_text("utf-8") for path in sorted(folder.glob("*.toml"))])
