"""The access log: who saw, searched, listed and printed (HSLF-FS 2016:40 4 kap. 9 §)."""

from kontaktpunkt.domain.commands import TakeMessage
from kontaktpunkt.domain.events.office import AccessKind, AccessNoted
from kontaktpunkt.domain.ledger.envelope import KnownBy, Stream
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.message_kind import SetAsideReason
from kontaktpunkt.domain.notice import SetAside
from kontaktpunkt.usecases.at_desk import StaffDesk
from kontaktpunkt.usecases.desk import IssuedPaper
from kontaktpunkt.usecases.keeping.access import FOLLOW_UP
from kontaktpunkt.usecases.rows import InboxQuery, InboxView
from samples import House, a_house, a_notice, a_number, a_person, do, done, id_of

_M = id_of("m")


def _log(house: House, kind: AccessKind) -> list[AccessNoted]:
    with house.store.reading() as view:
        subjects = list(view.subjects(SubjectKind.ACCESS))
        found = [event.body for each in subjects for event in view.events_of(each)]
    return [one for one in found if isinstance(one, AccessNoted) and one.access is kind]


def test_a_reading_is_noted_once_in_half_an_hour_for_each_reader_and_person() -> None:
    """Opening the card again, or the case after the card, is the same reading."""
    house = a_house()
    case = house.take_in(a_notice(id="m"))[0].case
    assert case is not None

    house.anna.card(_M)
    house.anna.card(_M)
    house.clock.advance(29)
    house.anna.case(case)
    assert len(_log(house, AccessKind.READ)) == 1
    house.bo.card(_M)
    assert len(_log(house, AccessKind.READ)) == 2
    house.clock.advance(1)
    house.anna.case(case)

    noted = _log(house, AccessKind.READ)
    assert len(noted) == 3
    person = house.row(_M).person
    assert {(one.person, one.purpose) for one in noted} == {(person, FOLLOW_UP)}
    assert [one.case for one in noted] == [case, case, case]


def test_two_persons_are_two_readings() -> None:
    """Each person that was looked at can be told of it."""
    house = a_house()
    house.take_in(a_notice(id="m"))
    house.take_in(a_notice(id="n", person=a_person(2), stay={"stay_ids": ("stay-2",)}))

    house.anna.card(_M)
    house.anna.card(id_of("n"))

    assert len({one.person for one in _log(house, AccessKind.READ)}) == 2


def test_looking_somebody_up_by_number_is_a_reading_of_her() -> None:
    """A number that leads to nobody is no reading of anybody."""
    house = a_house()
    house.take_in(a_notice(id="m"))

    house.anna.find_person(a_number(2).value)
    assert _log(house, AccessKind.READ) == []
    house.anna.find_person(a_number(1).value)

    assert [one.person for one in _log(house, AccessKind.READ)] == [house.row(_M).person]


def test_a_search_is_noted_with_its_words_and_count() -> None:
    """One event says what was searched for and how much was found."""
    house = a_house()
    house.take_in(a_notice(id="m"))

    house.anna.search("provsson")
    house.anna.search("finns inte")

    assert [(one.filter, one.count) for one in _log(house, AccessKind.SEARCH)] == [("provsson", 1)]


def test_a_list_is_noted_with_its_count_once_in_half_an_hour() -> None:
    """Scrolling and refreshing the same list is one looking at it; another view is another."""
    house = a_house()
    house.anna.inbox(InboxQuery(), 0, 50)
    assert _log(house, AccessKind.LIST) == []
    house.take_in(a_notice(id="m"))

    for _ in range(3):
        house.anna.inbox(InboxQuery(), 0, 50)
        house.anna.in_hospital()
    house.anna.inbox(InboxQuery(view=InboxView.UNTAKEN), 0, 50)
    house.clock.advance(31)
    house.anna.inbox(InboxQuery(), 0, 50)

    noted = [(one.filter, one.count) for one in _log(house, AccessKind.LIST)]
    assert noted == [
        ("inkorg all_open", 1),
        ("på sjukhus", 1),
        ("inkorg untaken", 1),
        ("inkorg all_open", 1),
    ]


def test_a_print_is_noted_for_whom_and_why() -> None:
    """A paper with a number, and a list that left the printer (PDL 3 kap. 11 §)."""
    house = a_house()
    case = house.take_in(a_notice(id="m"))[0].case

    issued = house.anna.issue("R2", case, saved=False, purpose="reserv")
    house.anna.print_noted("På sjukhus", None, 12)

    assert isinstance(issued, IssuedPaper)
    paper, listed = _log(house, AccessKind.PRINT)
    assert (paper.person, paper.case) == (house.row(_M).person, case)
    assert paper.filter == f"R2 {issued.number}"
    assert (listed.filter, listed.count, listed.person) == ("På sjukhus", 12, None)
    assert house.is_clean


def test_looking_at_a_paper_before_it_is_printed_is_a_reading() -> None:
    """The preview shows who it is about; a blank one shows nobody."""
    house = a_house()
    case = house.take_in(a_notice(id="m"))[0].case

    house.anna.preview("R2", None)
    assert _log(house, AccessKind.READ) == []
    house.anna.preview("R2", case)

    assert [one.case for one in _log(house, AccessKind.READ)] == [case]


def test_a_person_seen_in_a_set_aside_original_is_noted() -> None:
    """What could not be read may still show somebody."""
    house = a_house()
    seen = SetAside(reason=SetAsideReason.NO_EVENT, person=a_person(1))
    first = house.take_in(seen, SetAside(reason=SetAsideReason.NO_EVENT))
    for fate in first:
        assert fate.message is not None
        house.anna.set_aside(fate.message)

    assert [one.filter for one in _log(house, AccessKind.READ)] == ["ej inläst"]


def test_the_log_is_a_stream_of_its_own_with_unit_and_user() -> None:
    """It is kept apart, says from which unit and who; the system says its account."""
    house = a_house()
    house.take_in(a_notice(id="m"))
    system = StaffDesk(house.outside, os_account="drift")

    house.bo.card(_M)
    system.card(_M)

    with house.store.reading() as view:
        subjects = list(view.subjects(SubjectKind.ACCESS))
        events = [event for each in subjects for event in view.events_of(each)]
    assert {event.envelope.stream for event in events} == {Stream.ACCESS}
    told = [
        (event.envelope.by, event.envelope.known_by, event.body.unit, event.body.os_account)
        for event in events
        if isinstance(event.body, AccessNoted)
    ]
    assert told == [
        (house.bo.me.staff, KnownBy.CHOSEN, "Hemvård Norr", ""),
        (None, KnownBy.SYSTEM, "", "drift"),
    ]


def test_the_log_does_not_stand_in_the_way_of_ctrl_z() -> None:
    """What I looked at since is no act of mine to undo."""
    house = a_house()
    house.take_in(a_notice(id="m"))
    do(house.anna, TakeMessage(message=_M))
    house.anna.card(_M)
    house.anna.search("provsson")
    house.anna.in_hospital()

    done(house.anna.undo())

    assert house.row(_M).owner is None
    assert house.is_clean


def test_a_colleagues_draft_is_told_by_name_and_not_shown() -> None:
    """A. Berg har ett utkast: I see that she writes, not what; mine is not told to me."""
    house = a_house()
    case = house.take_in(a_notice(id="m"))[0].case
    house.anna.keep_draft(f"case:{case}", "note", "hemligt utkast")
    house.bo.keep_draft(f"message:{_M}", "defer.note", "mitt eget")

    card = house.bo.card(_M)

    assert card is not None
    assert card.colleagues_drafts == ("Anna",)
    assert "hemligt" not in repr(card)
    assert house.bo.draft(f"case:{case}", "note") == ""
