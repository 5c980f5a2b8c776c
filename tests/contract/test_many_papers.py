"""One form for several people on a real store, and a paper that came out late."""

from uuid import UUID

import pytest

from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.events.outage import OutageOf
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.usecases.desk import IssuedPaper, PaperPreview
from kontaktpunkt.usecases.outages.packet.rows import IssuedPacket
from kontaktpunkt.usecases.ports import Store
from kontaktpunkt.usecases.verifying import rebuild
from samples import House, a_house, a_notice, a_person, do, id_of


@pytest.fixture
def house(store: Store) -> House:
    """Give a house with two people in hospital."""
    house = a_house(store)
    for nth in (1, 2):
        stay = {"stay_ids": (f"stay-{nth}",)}
        house.take_in(a_notice(id=f"in-{nth}", person=a_person(nth), stay=stay))
    return house


def _cases(house: House) -> list[UUID]:
    found = [house.row(id_of(f"in-{nth}")).case for nth in (1, 2)]
    return [case for case in found if case is not None]


def test_one_form_for_two_people_takes_its_numbers_in_one_act(house: House) -> None:
    """Seen together first, then given out together; each has a number and a line of her own."""
    cases = _cases(house)
    shown = house.anna.preview_many("R5", cases)
    assert isinstance(shown, PaperPreview)
    assert house.anna.sheets() == ()

    made = house.anna.issue_many("R5", cases, saved=False, purpose="avstämning")

    assert isinstance(made, IssuedPacket)
    assert b"Prov1 Provsson" in made.pdf
    assert b"Prov2 Provsson" in made.pdf
    assert [one.number for one in made.sheets] == ["001000015", "001000028"]
    assert {row.name for row in house.anna.sheets()} == {"Prov1 Provsson", "Prov2 Provsson"}
    with house.store.reading() as view:
        (act,) = set(view.last_acts_by(house.anna.me.staff, 1))
        assert len(view.act_events(act)) == 2
    assert house.is_clean


@pytest.mark.parametrize(
    ("form", "chosen", "reason"),
    [
        ("R99", 2, RefusalReason.UNKNOWN_FORM),
        ("R5", 0, RefusalReason.NO_CASE),
        ("R5", -1, RefusalReason.NO_CASE),
    ],
)
def test_what_cannot_be_made_for_all_is_made_for_nobody(
    house: House, form: str, chosen: int, reason: RefusalReason
) -> None:
    """No form, nobody chosen, or somebody who is not there: no number is taken."""
    cases = [UUID(int=9)] if chosen < 0 else _cases(house)[:chosen]

    made = house.anna.issue_many(form, cases, saved=True, purpose="prov")

    assert isinstance(made, Refused)
    assert made.reason is reason
    assert house.anna.sheets() == ()


def test_protected_among_several_is_asked_about(house: House) -> None:
    """One of them is protected: the paper of all says so, and hers is without address."""
    hidden = a_person(2, protection=Protection.SECRECY_MARKING)
    house.take_in(a_notice(MessageKind.READINESS_NOTICE, id="ready", person=hidden))
    shown = house.anna.preview_many("R5", _cases(house))

    assert isinstance(shown, PaperPreview)
    assert shown.protected
    assert "Hittepågatan 2".encode() not in shown.pdf


def test_a_paper_that_never_came_out_is_made_again_with_its_number(house: House) -> None:
    """The printer jammed: ej på papper in the register, printed days later, and given out then."""
    made = house.anna.issue("R5", _cases(house)[0], saved=False, purpose="prov")
    assert isinstance(made, IssuedPaper)
    assert isinstance(house.anna.paper_again(made.sheet), Refused)
    do(house.anna, c.NoteSheetNotOnPaper(sheet=made.sheet, note="papperet fastnade"))
    (row,) = house.anna.sheets()
    assert row.not_on_paper

    again = house.anna.paper_again(made.sheet)

    assert isinstance(again, IssuedPaper)
    assert (again.number, again.sheet) == (made.number, made.sheet)
    assert b"001000015" in again.pdf
    do(house.anna, c.NoteSheetPrinted(sheet=made.sheet))
    (row,) = house.anna.sheets()
    assert not row.not_on_paper
    rebuild(house.anna)
    assert house.is_clean
    assert isinstance(house.anna.paper_again(UUID(int=9)), Refused)


def test_that_a_paper_did_not_come_out_is_not_taken_back_by_ctrl_z(house: House) -> None:
    """Or it would stand as given out, and lie nowhere."""
    made = house.anna.issue("R5", _cases(house)[0], saved=False, purpose="prov")
    assert isinstance(made, IssuedPaper)
    do(house.anna, c.NoteSheetNotOnPaper(sheet=made.sheet))

    house.anna.undo()

    assert house.anna.sheets()[0].not_on_paper


def test_forms_for_several_people_stand_in_the_register_of_their_stop(house: House) -> None:
    """Given out while something is down, each number is to be accounted for in that stop."""
    stop = house.anna.new_outage()
    of = OutageOf.SOURCE
    do(house.anna, c.DeclareOutage(outage=stop, of=of, since=house.anna.now(), system="SAMSA"))

    made = house.anna.issue_many("R5", _cases(house), saved=False, purpose="prov", outage=stop)

    assert isinstance(made, IssuedPacket)
    page = house.anna.outage(stop)
    assert page is not None
    assert [line.number for line in page.lines] == [one.number for one in made.sheets]
    assert house.is_clean


def test_a_copy_to_fill_in_is_one_of_the_numbered_papers(house: House) -> None:
    """It has a number like any other, stands in the register, and was saved."""
    made = house.anna.issue_fillable("R5", _cases(house)[0], purpose="prov")

    assert isinstance(made, IssuedPaper)
    assert made.pdf.startswith(b"fillable R5")
    assert made.number == "001 00001 5"
    (row,) = house.anna.sheets()
    assert row.number == "001000015"
    assert row.name == "Prov1 Provsson"
    refused = house.anna.issue_fillable("R99", None, purpose="prov")
    assert isinstance(refused, Refused)
