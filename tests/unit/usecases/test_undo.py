"""Ångra: my own last act, then the one before; never what left the house or came from outside."""

from kontaktpunkt.domain.commands import (
    AddNote,
    AddStaff,
    ChangeSetting,
    FinishMessage,
    TakeBack,
    TakeMessage,
)
from kontaktpunkt.domain.message_kind import MessageKind, SetAsideReason
from kontaktpunkt.domain.notice import SetAside
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.staff import Role
from kontaktpunkt.domain.states import MessageStage
from kontaktpunkt.usecases.at_desk import StaffDesk
from kontaktpunkt.usecases.desk import IssuedPaper
from kontaktpunkt.usecases.rows import InboxView, Mark
from samples import a_house, a_notice, a_number, a_person, an_entry, do, done, id_of

_M = id_of("m")
_NOTHING = Refused(reason=RefusalReason.NOTHING_TO_TAKE_BACK)


def test_ctrl_z_walks_back_through_my_acts() -> None:
    """Each press takes back one more, the newest first, and no colleague's."""
    house = a_house()
    case = house.take_in(a_notice(id="m"))[0].case
    assert case is not None
    do(house.bo, TakeMessage(message=_M))
    do(house.anna, AddNote(case=case, text="först"))
    do(house.bo, AddNote(case=case, text="Bos"))
    do(house.anna, FinishMessage(message=_M))

    done(house.anna.undo())
    assert house.row(_M).stage is MessageStage.OPEN
    done(house.anna.undo())
    assert house.anna.undo() == _NOTHING
    page = house.anna.case(case)
    assert page is not None
    struck = {getattr(each.body, "text", ""): each.struck for each in page.timeline}
    assert (struck["först"], struck["Bos"]) == (True, False)
    assert house.row(_M).owner_name == "Bo"


def test_reading_searching_and_printing_do_not_stand_in_the_way_of_ctrl_z() -> None:
    """What the access log notes and what is on paper are stepped over, not taken back."""
    house = a_house()
    case = house.take_in(a_notice(id="m"))[0].case
    do(house.anna, TakeMessage(message=_M))
    house.clock.advance(60)
    house.anna.card(_M)
    house.anna.search("provsson")
    issued = house.anna.issue("R2", case, saved=False, purpose="")
    assert isinstance(issued, IssuedPaper)

    assert house.anna.my_id is not None
    with house.store.reading() as view:
        printed = view.last_acts_by(house.anna.my_id, 1)[0]
    assert house.anna.act(TakeBack(act=printed)) == Refused(reason=RefusalReason.CANNOT_TAKE_BACK)
    done(house.anna.undo())

    assert house.row(_M).owner is None
    assert len(house.anna.sheets()) == 1
    assert house.anna.undo() == _NOTHING


def test_ctrl_z_reaches_past_a_folder_of_files() -> None:
    """Sixty files taken in after my act do not hide it."""
    house = a_house()
    house.take_in(a_notice(id="m"))
    do(house.anna, FinishMessage(message=_M))
    house.take_in(*(a_notice(MessageKind.LEAVE_NOTICE, id=f"l{n}") for n in range(60)))

    done(house.anna.undo())

    assert house.row(_M).stage is MessageStage.OPEN


def test_what_came_from_outside_is_never_taken_back() -> None:
    """A file that was taken in or set aside stays, whoever asks; so does a colleague."""
    house = a_house()
    house.take_in(a_notice(id="m"), SetAside(reason=SetAsideReason.NO_EVENT))
    do(house.anna, AddStaff(staff=id_of("c"), name="Cia", role=Role.CASEWORKER))

    assert house.anna.undo() == _NOTHING
    card = house.anna.card(_M)
    assert card is not None
    assert not any(each.can_take_back for each in card.timeline)
    for act in {each.act for each in card.timeline}:
        assert house.anna.act(TakeBack(act=act)) == Refused(reason=RefusalReason.CANNOT_TAKE_BACK)


def test_nobody_takes_back_a_colleagues_act() -> None:
    """Who did it can undo it; nobody else, and not twice."""
    house = a_house()
    house.take_in(a_notice(id="m"))
    taken = do(house.anna, TakeMessage(message=_M)).act

    assert house.bo.act(TakeBack(act=taken)) == Refused(reason=RefusalReason.ANOTHERS_ACT)
    assert house.bo.undo() == _NOTHING
    do(house.anna, TakeBack(act=taken))
    assert house.anna.act(TakeBack(act=taken)) == Refused(reason=RefusalReason.ALREADY_TAKEN_BACK)
    assert house.anna.act(TakeBack(act=id_of("x"))) == _NOTHING


def test_any_act_of_mine_can_be_chosen() -> None:
    """An act further back is taken back alone; what was done since stands."""
    house = a_house()
    case = house.take_in(a_notice(id="m"))[0].case
    assert case is not None
    first = do(house.anna, TakeMessage(message=_M)).act
    do(house.anna, AddNote(case=case, text="kvar"))

    do(house.anna, TakeBack(act=first))

    assert house.row(_M).owner is None
    page = house.anna.case(case)
    assert page is not None
    assert {getattr(each.body, "text", "") for each in page.timeline if not each.struck} >= {"kvar"}


def test_an_entry_taken_back_stays_readable_and_its_case_is_not_open() -> None:
    """Struck through, never gone: it is found among what was done today, with name and text."""
    house = a_house()
    done(house.anna.enter(an_entry(text="muntligt")))
    (message,) = house.listed()
    case = house.row(message).case

    done(house.anna.undo())

    assert house.listed() == set()
    assert house.listed(InboxView.DONE_TODAY) == {message}
    row, card = house.row(message), house.anna.card(message)
    assert Mark.VOIDED in row.marks
    assert (row.name, row.number, row.done_by_name) == ("Prov1 Provsson", a_number(1), "Anna")
    assert card is not None
    assert card.state.taken_in is not None
    assert card.state.taken_in.conversation.text == "muntligt"
    assert all(each.struck for each in card.timeline if each.message == message)
    assert not house.case_row(case).is_open
    assert house.anna.in_hospital() == ()
    assert house.anna.find_person(a_number(1).value) is None
    assert house.is_clean


def test_an_entry_taken_back_leaves_the_case_to_what_others_put_in_it() -> None:
    """The hospital's own message and a colleague's note are not lost by my regret."""
    house = a_house()
    done(house.anna.enter(an_entry()))
    fate = house.take_in(a_notice(MessageKind.READINESS_NOTICE, id="r", stay={"stay_ids": ()}))[0]
    (entered,) = house.listed() - {id_of("r")}
    assert house.row(entered).case == fate.case

    done(house.anna.undo())

    row = house.row(id_of("r"))
    assert (row.name, row.number) == ("Prov1 Provsson", a_number(1))
    assert house.case_row(fate.case).is_open
    assert house.case_row(fate.case).in_hospital
    hit = house.anna.find_person(a_number(1).value)
    assert hit is not None
    assert hit.facts.given_name == "Prov1"
    assert house.is_clean


def test_a_protection_that_was_entered_and_taken_back_still_protects() -> None:
    """What may have been a slip is not shown to everybody by undoing it."""
    house = a_house()
    person = a_person(1, numbers=(), protection=Protection.SECRECY_MARKING)
    done(house.bo.enter(an_entry(person=person)))
    (message,) = house.listed()
    done(house.bo.undo())

    assert house.row(message).protection is Protection.SECRECY_MARKING


def test_an_entry_that_was_moved_and_taken_back_holds_nowhere() -> None:
    """Choosing the entry in the timeline takes its words from the case that it was moved to."""
    house = a_house()
    entered = done(house.anna.enter(an_entry())).act
    (message,) = house.listed()
    old = house.row(message).case
    done(house.anna.move_message(message, a_number(2).value, "Rätt Person"))
    new = house.row(message).case

    do(house.anna, TakeBack(act=entered))

    assert house.anna.in_hospital() == ()
    assert not house.case_row(old).is_open
    assert not house.case_row(new).in_hospital
    assert house.is_clean


def test_completing_a_set_aside_original_can_be_taken_back() -> None:
    """The original stands under Ej inläst again, to be completed anew."""
    house = a_house()
    aside = house.take_in(SetAside(reason=SetAsideReason.NO_EVENT))[0].message
    assert aside is not None
    done(house.anna.enter(an_entry(completes=aside)))
    assert aside not in house.listed()
    again = house.anna.enter(an_entry(completes=aside))
    assert again == Refused(reason=RefusalReason.ALREADY_DONE)

    done(house.anna.undo())

    assert house.listed() == {aside}
    done(house.anna.enter(an_entry(completes=aside)))
    assert aside not in house.listed()
    assert house.is_clean


def test_a_setting_taken_back_is_in_force_no_more() -> None:
    """The rules follow the undo at once, and open messages with them."""
    house = a_house()
    house.take_in(a_notice(id="m"))
    do(house.anna, ChangeSetting(key="untaken_minutes", value="30"))
    assert house.row(_M).due_at is not None

    changed = done(house.anna.undo()).changed

    assert changed.everything
    assert house.anna.profile().untaken_minutes is None
    assert house.row(_M).due_at is None
    assert house.is_clean


def test_nobody_chosen_takes_nothing_back() -> None:
    """The system with no user at it has no last act to undo."""
    house = a_house()
    nobody = StaffDesk(house.outside)
    house.take_in(a_notice(id="m"))
    act = do(nobody, FinishMessage(message=_M)).act

    assert nobody.undo() == _NOTHING
    assert nobody.act(TakeBack(act=act)) == Refused(reason=RefusalReason.ANOTHERS_ACT)
