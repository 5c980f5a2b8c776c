"""What was renewed after an act is what a rebuild of everything would have made."""

from pathlib import Path

from bench.traffic import messages
from fakes.time_and_chance import FixedClock, SeededChance
from kontaktpunkt.bootstrap.stores import NewStore, Opened, begin
from kontaktpunkt.domain.commands import DescribePerson
from kontaktpunkt.domain.message_kind import Carrier
from kontaktpunkt.domain.person.facts import PersonFacts
from kontaktpunkt.domain.staff import Role
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.desk import IssuedPaper
from kontaktpunkt.usecases.founding import Founding
from kontaktpunkt.usecases.rows import InboxQuery
from kontaktpunkt.usecases.verifying import bring_rows_up, verify

_NOW = Instant(1_774_338_000_000_000)


def _opened(folder: Path) -> Opened:
    founding = Founding(
        municipality="Ekeby",
        profile="lidkoping",
        name="A. Berg",
        role=Role.CONTACT_POINT,
        demo=True,
    )
    clock, chance = FixedClock(_NOW), SeededChance()
    return begin(NewStore(folder=folder, founding=founding, clock=clock, chance=chance))


def test_the_register_of_papers_goes_by_the_name_that_holds(tmp_path: Path) -> None:
    """When a name is put right, the paper that was printed before stands under the right name."""
    with _opened(tmp_path / "store") as opened:
        desk = opened.desk
        desk.take_in_many(list(messages(3)), Carrier.FILE)
        row = desk.inbox(InboxQuery(), 1, 1).rows[0]
        issued = desk.issue("R2", row.case, saved=True, purpose="prov")

        assert row.person is not None
        renamed = PersonFacts(family_name="Nysläkt")
        desk.act(DescribePerson(person=row.person, facts=renamed))

        assert isinstance(issued, IssuedPaper)
        assert [sheet.name.endswith("Nysläkt") for sheet in desk.sheets()] == [True]
        assert verify(desk).is_clean


def test_a_store_that_an_earlier_program_made_rows_for_gets_its_rows_anew(tmp_path: Path) -> None:
    """After an upgrade the lists hold all that they did, made as the new program makes them."""
    with _opened(tmp_path / "store") as opened:
        desk = opened.desk
        desk.take_in_many(list(messages(3)), Carrier.FILE)
        with opened.store.writing() as act:
            act.drop_rows()
            act.note_rows_made(1)

        assert bring_rows_up(desk)
        assert desk.inbox(InboxQuery(), 0, 9).total == 3
        assert not bring_rows_up(desk)
        assert verify(desk).is_clean
