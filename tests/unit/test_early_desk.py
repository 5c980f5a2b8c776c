"""The first page is painted before the desk is open, and is what the desk itself would show."""

from pathlib import Path
from typing import cast

from bench.traffic import messages
from fakes.time_and_chance import FixedClock, SeededChance
from kontaktpunkt.bootstrap.early_desk import EarlyDesk
from kontaktpunkt.bootstrap.stores import NewStore, Opened, begin
from kontaktpunkt.domain.message_kind import Carrier
from kontaktpunkt.domain.staff import Role
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.secrets.demo_key import DEMO_KEY
from kontaktpunkt.storage.first_page import first_page
from kontaktpunkt.usecases.desk import Desk
from kontaktpunkt.usecases.founding import Founding
from kontaktpunkt.usecases.rows import InboxQuery, InboxView

_NOW = Instant(1_774_338_000_000_000)


class _Waiting:
    """A desk that waits to be opened, and counts how often it was."""

    def __init__(self, folder: Path) -> None:
        founding = Founding(
            municipality="Ekeby",
            profile="lidkoping",
            name="A. Berg",
            role=Role.CONTACT_POINT,
            demo=True,
        )
        clock, chance = FixedClock(_NOW), SeededChance()
        new = NewStore(folder=folder, founding=founding, clock=clock, chance=chance)
        self.opened: Opened = begin(new)
        self.opened.desk.take_in_many(list(messages(12)), Carrier.FILE)
        self.times = 0
        early = EarlyDesk(
            self._open, lambda query, count: first_page(folder, DEMO_KEY, query, count), clock
        )
        self.desk = cast("Desk", early)

    def _open(self) -> Desk:
        self.times += 1
        return self.opened.desk


def test_the_first_page_does_not_wait_for_the_desk(tmp_path: Path) -> None:
    """The morning's messages stand in the window before the program has loaded the rest."""
    waiting = _Waiting(tmp_path / "store")
    with waiting.opened:
        later = waiting.desk.phone_line
        page = waiting.desk.inbox(InboxQuery(), 0, 5)

        assert waiting.times == 0
        assert callable(later), "naming a question opens nothing either"
        assert page == waiting.opened.desk.inbox(InboxQuery(), 0, 5)
        assert any(row.masked for row in page.rows), "a protected person is among them"


def test_anything_else_opens_the_desk_once(tmp_path: Path) -> None:
    """Whatever is asked next is answered by the whole desk, as if it had been there all along."""
    waiting = _Waiting(tmp_path / "store")
    with waiting.opened:
        desk, whole = waiting.desk, waiting.opened.desk
        before = desk.me, desk.now()
        desk.inbox(InboxQuery(), 0, 5)
        other = InboxQuery(view=InboxView.UNTAKEN)

        assert before == (desk.me, _NOW)
        assert desk.inbox(other, 5, 5) == whole.inbox(other, 5, 5)
        assert desk.counts(other) == whole.counts(other)
        assert desk.staff() == whole.staff()
        assert desk.me == whole.me
        assert waiting.times == 1


def test_rows_that_were_hidden_are_fetched_again_by_who_may_see_them(tmp_path: Path) -> None:
    """Whoever answers for a protected person sees the name as soon as the desk knows who it is."""
    waiting = _Waiting(tmp_path / "store")
    with waiting.opened:
        desk = waiting.desk
        desk.inbox(InboxQuery(), 0, 5)
        at_first = desk.change_mark()
        desk.staff()

        assert desk.change_mark() != at_first, "another one, so that the screens fetch again"
