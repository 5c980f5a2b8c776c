"""The timeline: told once, newest first, struck when it no longer holds, never gone."""

from kontaktpunkt.domain.commands import AddNote, CloseCase, TakeCase, TakeMessage
from kontaktpunkt.domain.events.case import AdmissionNoticed, NoteAdded, NoticeMovedAway
from kontaktpunkt.domain.events.message import MessageMoved, MessageTaken, MessageTakenIn
from kontaktpunkt.domain.events.shared import ActTakenBack
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.usecases.rows import TimelineEntry
from samples import (
    House,
    a_cancellation,
    a_house,
    a_notice,
    a_number,
    an_entry,
    do,
    done,
    hours,
    id_of,
)

_M = id_of("m")


def _timeline(house: House) -> tuple[TimelineEntry, ...]:
    case = house.row(_M).case
    page = house.anna.case(case) if case else None
    assert page is not None
    return page.timeline


def test_a_message_is_told_once_where_it_was_sent() -> None:
    """The opened case, the described person and the fact are the message's, not lines beside it."""
    house = a_house()
    house.take_in(a_notice(id="m", sent_at=hours(-3)))

    (entry,) = _timeline(house)

    assert isinstance(entry.body, MessageTakenIn)
    assert (entry.at, entry.noted_at) == (hours(-3), house.clock.now())
    assert (entry.message, entry.message_kind) == (_M, MessageKind.ADMISSION_NOTICE)


def test_taking_is_told_once_though_the_case_comes_along() -> None:
    """One act, one line; taking the case alone is a line of its own."""
    house = a_house()
    case = house.take_in(a_notice(id="m"))[0].case
    assert case is not None
    house.clock.advance(1)
    do(house.anna, TakeMessage(message=_M))
    assert [type(entry.body) for entry in _timeline(house)] == [MessageTaken, MessageTakenIn]
    house.clock.advance(1)

    do(house.bo, TakeCase(case=case))

    assert _timeline(house)[0].by_name == "Bo"


def test_what_was_taken_back_is_struck_and_told() -> None:
    """Both the note and that it was taken back stand there."""
    house = a_house()
    case = house.take_in(a_notice(id="m"))[0].case
    assert case is not None
    house.clock.advance(1)
    do(house.anna, AddNote(case=case, text="fel"))
    house.clock.advance(1)
    done(house.anna.undo())

    told = [(type(entry.body), entry.struck) for entry in _timeline(house)]

    assert told == [(ActTakenBack, False), (NoteAdded, True), (MessageTakenIn, False)]


def test_what_the_hospital_cancelled_is_struck_until_that_is_cancelled() -> None:
    """Struck through, never gone; and whole again when the cancellation was wrong."""
    house = a_house()
    house.take_in(
        a_notice(id="m"),
        a_cancellation("m", MessageKind.ADMISSION_NOTICE, id="c", sent_at=hours(0)),
    )
    struck = {entry.message: entry.struck for entry in _timeline(house)}
    assert struck == {_M: True, id_of("c"): False}

    house.take_in(a_cancellation("c", MessageKind.ADMISSION_NOTICE, id="c2", sent_at=hours(0.1)))

    struck = {entry.message: entry.struck for entry in _timeline(house)}
    assert struck == {_M: False, id_of("c"): True, id_of("c2"): False}


def test_what_was_moved_away_is_struck_where_it_was() -> None:
    """The case that it left still tells that it was there; the other one tells that it came."""
    house = a_house()
    old = house.take_in(a_notice(id="m"))[0].case
    assert old is not None
    house.clock.advance(1)

    done(house.anna.move_message(_M, a_number(2).value, "Rätt Person"))

    left = house.anna.case(old)
    assert left is not None
    told = {type(entry.body): entry.struck for entry in left.timeline}
    assert told[AdmissionNoticed] is True
    assert told[NoticeMovedAway] is False
    assert left.messages == ()
    assert MessageMoved in {type(entry.body) for entry in _timeline(house)}


def test_only_my_own_acts_offer_to_be_taken_back() -> None:
    """A button that would be refused is not shown."""
    house = a_house()
    case = house.take_in(a_notice(id="m"))[0].case
    assert case is not None
    do(house.anna, TakeMessage(message=_M))
    do(house.bo, AddNote(case=case, text="Bos"))
    done(house.anna.enter(an_entry(MessageKind.LEAVE_NOTICE)))
    do(house.anna, CloseCase(case=case))

    for entry in _timeline(house):
        if entry.can_take_back:
            assert entry.by == house.anna.my_id
    offered = [entry.act for entry in _timeline(house) if entry.can_take_back]
    assert len(offered) == 3
    for _ in offered:
        done(house.anna.undo())
    assert not any(entry.can_take_back for entry in _timeline(house))
