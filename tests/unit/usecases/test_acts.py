"""What acts do to the lists that staff work from."""

from uuid import UUID

from kontaktpunkt.domain.commands import (
    AcknowledgeMessage,
    AddNote,
    AddStaff,
    CloseCase,
    CorrectNumber,
    DeferMessage,
    DismissSetAside,
    FinishMessage,
    HandOverMessage,
    MarkMisdirected,
    ReopenMessage,
    RequestDocumentation,
    TakeMessage,
    TickDocumented,
    TickStep,
)
from kontaktpunkt.domain.events.message import Misdirection
from kontaktpunkt.domain.message_kind import MessageKind, SetAsideReason
from kontaktpunkt.domain.notice import SetAside
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.staff import OnWord, Receiver, Role
from kontaktpunkt.usecases.rows import DueReason, InboxView, Mark
from samples import a_house, a_notice, a_number, a_person, do, done, hours, id_of

_M = id_of("m")


def test_taking_a_message_takes_an_unowned_case() -> None:
    """Who takes the first message answers for the case too, in one act that one Ctrl+Z undoes."""
    house = a_house()
    case = house.take_in(a_notice(id="m"))[0].case

    do(house.bo, TakeMessage(message=_M))

    assert house.row(_M).owner_name == "Bo"
    assert house.case_row(case).responsible_name == "Bo"
    done(house.bo.undo())
    assert house.row(_M).owner is None
    assert house.case_row(case).responsible is None
    assert house.is_clean


def test_a_taken_message_cannot_be_taken_by_another() -> None:
    """The second one is told who has it."""
    house = a_house()
    house.take_in(a_notice(id="m"))
    do(house.bo, TakeMessage(message=_M))

    refused = house.anna.act(TakeMessage(message=_M))

    assert refused == Refused(reason=RefusalReason.ALREADY_TAKEN, values=("Bo",))


def test_deferred_to_a_time_stays_in_the_open_list_with_that_time() -> None:
    """Senare till en tid: still on everybody's list, due when I said."""
    house = a_house()
    house.take_in(a_notice(id="m"))

    do(house.anna, DeferMessage(message=_M, until=hours(2)))

    row = house.row(_M)
    assert (row.due_at, row.due_reason) == (hours(2), DueReason.DEFERRED)
    assert _M in house.listed(InboxView.ALL_OPEN)
    assert _M in house.listed(InboxView.UNTAKEN)
    assert _M not in house.listed(InboxView.WAITING)


def test_deferred_until_an_answer_waits_and_comes_back_with_it() -> None:
    """Senare tills svar kommer: under Väntar på andra until a message comes in the case."""
    house = a_house()
    house.take_in(a_notice(id="m"))
    do(house.anna, DeferMessage(message=_M))
    assert house.listed(InboxView.WAITING) == {_M}
    assert Mark.AWAITS_ANSWER in house.row(_M).marks

    house.take_in(a_notice(MessageKind.ADMINISTRATIVE_MESSAGE, id="svar"))

    assert house.listed(InboxView.WAITING) == set()
    assert {_M, id_of("svar")} <= house.listed(InboxView.UNTAKEN)
    assert Mark.AWAITS_ANSWER not in house.row(_M).marks
    assert house.is_clean


def test_a_message_moved_into_a_case_wakes_what_waits_there() -> None:
    """The answer that first landed on the wrong person is an answer all the same."""
    house = a_house()
    house.take_in(a_notice(id="m"))
    do(house.anna, DeferMessage(message=_M))
    house.take_in(a_notice(id="fel", person=a_person(2), stay={"stay_ids": ("stay-2",)}))
    assert house.listed(InboxView.WAITING) == {_M}

    done(house.anna.move_message(id_of("fel"), a_number(1).value, ""))

    assert house.listed(InboxView.WAITING) == set()


def test_a_message_leaves_the_list_only_when_somebody_says_that_it_is_done() -> None:
    """Reading, taking, acknowledging and handing over leave it there; X and F take it off."""
    house = a_house()
    house.take_in(a_notice(id="m"), a_notice(MessageKind.LEAVE_NOTICE, id="l"))
    house.anna.card(_M)
    do(house.anna, TakeMessage(message=_M))
    do(house.anna, AcknowledgeMessage(message=_M, system="SAMSA"))
    do(house.anna, HandOverMessage(message=_M, to=Receiver(unit="Hemvård Norr")))
    assert _M in house.listed()

    do(house.anna, FinishMessage(message=_M))
    do(house.anna, MarkMisdirected(message=id_of("l"), way=Misdirection.RETURNED))

    assert house.listed() == set()
    assert house.listed(InboxView.DONE_TODAY) == {_M, id_of("l")}
    do(house.anna, ReopenMessage(message=id_of("l")))
    assert house.listed() == {id_of("l")}
    assert Mark.MISDIRECTED not in house.row(id_of("l")).marks


def test_done_here_is_not_acknowledged_there() -> None:
    """The row says Ej kvitterat i SAMSA until somebody has done so, also when it is done here."""
    house = a_house()
    house.take_in(a_notice(id="m"))
    do(house.anna, FinishMessage(message=_M))
    assert Mark.NOT_ACKNOWLEDGED in house.row(_M).marks

    do(house.anna, AcknowledgeMessage(message=_M, system="SAMSA", at=hours(-0.5)))

    assert Mark.NOT_ACKNOWLEDGED not in house.row(_M).marks
    assert house.row(_M).acknowledged_at == hours(-0.5)


def test_what_could_not_be_read_is_dismissed_with_a_word_and_can_come_back() -> None:
    """Hör inte hit needs a reason; it is found again among what was done today."""
    house = a_house()
    aside = house.take_in(SetAside(reason=SetAsideReason.NO_EVENT))[0].message
    assert aside is not None
    refused = house.anna.act(DismissSetAside(message=aside, note=""))
    assert isinstance(refused, Refused)

    do(house.anna, DismissSetAside(message=aside, note="reklam"))

    assert aside not in house.listed()
    assert house.listed(InboxView.DONE_TODAY) == {aside}
    do(house.anna, ReopenMessage(message=aside))
    assert aside in house.listed()
    assert house.is_clean


def test_several_rows_are_one_act_and_all_or_nothing() -> None:
    """Two chosen rows of one case are taken by one key; one that may not be stops both."""
    house = a_house()
    case = house.take_in(a_notice(id="m"), a_notice(MessageKind.LEAVE_NOTICE, id="l"))[0].case
    both = (TakeMessage(message=_M), TakeMessage(message=id_of("l")))

    do(house.anna, *both)

    assert house.case_row(case).responsible_name == "Anna"
    done(house.anna.undo())
    assert house.row(_M).owner is None
    assert house.row(id_of("l")).owner is None
    do(house.bo, TakeMessage(message=id_of("l")))
    assert isinstance(house.anna.act(*both), Refused)
    assert house.row(_M).owner is None
    assert house.is_clean


def test_each_command_of_an_act_stands_on_the_ones_before_it() -> None:
    """The same wish twice in one act is refused as it would be in two; nothing of it is kept."""
    house = a_house()
    case = house.take_in(a_notice(id="m"))[0].case
    assert case is not None
    item = UUID(int=7)
    do(house.anna, RequestDocumentation(case=case, item=item, system="SAMSA", text="Ring Bo"))
    before = house.case_row(case).latest_at
    house.clock.advance(1)

    twice = house.anna.act(
        TickDocumented(case=case, item=item), TickDocumented(case=case, item=item)
    )

    assert twice == Refused(reason=RefusalReason.ALREADY_DOCUMENTED)
    page = house.anna.case(case)
    assert page is not None
    assert page.documentation[0].documented_at is None
    assert house.case_row(case).latest_at == before
    do(house.anna, TickDocumented(case=case, item=item))
    assert house.is_clean


def test_a_step_is_ticked_once_also_on_somebodys_word() -> None:
    """Who ticked it, and on whose word, stands until it is unticked."""
    house = a_house()
    case = house.take_in(a_notice(id="m"))[0].case
    assert case is not None
    key = house.anna.profile().steps[0].key

    do(house.anna, TickStep(case=case, step=key, on_word=OnWord(name="Utföraren", phone="0500")))

    page = house.anna.case(case)
    assert page is not None
    assert page.steps[0].on_word == OnWord(name="Utföraren", phone="0500")
    assert house.case_row(case).steps_done == (key,)
    assert house.bo.act(TickStep(case=case, step=key)) == Refused(
        reason=RefusalReason.STEP_DONE, values=("Anna",)
    )


def test_handing_to_a_colleague_is_hers_and_handing_to_a_unit_is_nobodys_yet() -> None:
    """Lämna till Bo puts it under Bo's own; lämna till en enhet under that unit's."""
    house = a_house()
    case = house.take_in(a_notice(id="m"))[0].case
    do(house.anna, TakeMessage(message=_M))

    do(house.anna, HandOverMessage(message=_M, to=Receiver(staff=house.bo.me.staff)))
    assert house.row(_M).owner_name == "Bo"
    assert house.case_row(case).responsible_name == "Bo"

    do(house.bo, HandOverMessage(message=_M, to=Receiver(unit="Hemvård Norr")))
    assert house.row(_M).owner is None
    assert house.row(_M).receiver_name == "Hemvård Norr"
    assert house.case_row(case).responsible is None
    assert _M in house.listed(InboxView.UNTAKEN)


def test_a_corrected_number_is_the_one_she_goes_by() -> None:
    """The right number stands on every row, the wrong one is readable, and undo restores it."""
    house = a_house()
    wrong, right = a_number(1), a_number(9)
    fate = house.take_in(a_notice(id="m"))[0]
    person = house.row(_M).person
    assert person is not None

    do(house.anna, CorrectNumber(person=person, wrong=wrong, right=right))

    assert house.row(_M).number == house.case_row(fate.case).number == right
    page = house.anna.case(fate.case) if fate.case else None
    assert page is not None
    assert page.person.former_numbers == (wrong,)
    done(house.anna.undo())
    assert house.row(_M).number == wrong
    assert house.is_clean


def test_a_number_that_is_somebody_elses_is_no_correction() -> None:
    """Two persons never go by one number: the message is moved to her instead."""
    house = a_house()
    house.take_in(
        a_notice(id="m"), a_notice(id="n", person=a_person(2), stay={"stay_ids": ("stay-2",)})
    )
    person = house.row(_M).person
    assert person is not None

    refused = house.anna.act(CorrectNumber(person=person, wrong=a_number(1), right=a_number(2)))

    assert refused == Refused(reason=RefusalReason.ANOTHERS_NUMBER)


def test_a_number_that_was_corrected_away_may_be_anothers_own() -> None:
    """The real owner of the number gets a case of her own; the same stay goes on where it was."""
    house = a_house()
    fate = house.take_in(a_notice(id="m"))[0]
    person = house.row(_M).person
    assert person is not None
    do(house.anna, CorrectNumber(person=person, wrong=a_number(1), right=a_number(9)))

    same = house.take_in(a_notice(MessageKind.READINESS_NOTICE, id="r"))[0]
    other = house.take_in(a_notice(id="o", stay={"stay_ids": ("stay-2",)}))[0]
    again = house.take_in(
        a_notice(MessageKind.LEAVE_NOTICE, id="p", stay={"stay_ids": ("stay-2",)})
    )

    assert same.case == fate.case
    assert other.case != fate.case
    assert house.row(id_of("o")).person != person
    assert again[0].case == other.case
    assert house.is_clean


def test_a_moved_message_takes_its_facts_to_the_right_person_and_undo_brings_them_back() -> None:
    """Who was never in hospital leaves the list; who is there comes on it."""
    house = a_house()
    old = house.take_in(a_notice(id="m"))[0].case
    assert old is not None

    done(house.anna.move_message(_M, a_number(2).value, "Rätt Person"))

    new = house.row(_M).case
    assert new != old
    assert house.row(_M).name == "Rätt Person"
    assert (house.case_row(old).in_hospital, house.case_row(new).in_hospital) == (False, True)
    assert house.case_row(new).ward == "Avd 3"
    done(house.anna.undo())
    assert house.row(_M).case == old
    assert (house.case_row(old).in_hospital, house.case_row(new).in_hospital) == (True, False)
    assert not house.case_row(new).is_open
    assert house.is_clean


def test_a_message_moved_there_and_back_holds_again() -> None:
    """Moving it back by hand is as good as undoing the move."""
    house = a_house()
    old = house.take_in(a_notice(id="m"))[0].case
    done(house.anna.move_message(_M, a_number(2).value, "Fel Person"))

    done(house.bo.move_message(_M, a_number(1).value, ""))

    assert house.row(_M).case == old
    assert house.case_row(old).in_hospital
    assert house.is_clean


def test_a_colleagues_new_name_stands_on_every_row() -> None:
    """Somebody who marries is not two persons in the list."""
    house = a_house()
    house.take_in(a_notice(id="m"))
    do(house.bo, TakeMessage(message=_M))

    do(house.anna, AddStaff(staff=house.bo.me.staff, name="Bo Ny", role=Role.CASEWORKER))

    assert house.row(_M).owner_name == "Bo Ny"
    assert house.is_clean


def test_a_note_on_a_closed_matter_is_welcome_and_a_closed_case_opens_with_a_new_message() -> None:
    """Nothing comes in behind our back: a new message opens its closed case again."""
    house = a_house()
    case = house.take_in(a_notice(id="m"))[0].case
    assert case is not None
    do(house.anna, CloseCase(case=case))
    do(house.anna, AddNote(case=case, text="ringde efteråt"))
    assert not house.case_row(case).is_open

    house.take_in(a_notice(MessageKind.LEAVE_NOTICE, id="l"))

    assert house.case_row(case).is_open
    assert house.row(id_of("l")).case == case
