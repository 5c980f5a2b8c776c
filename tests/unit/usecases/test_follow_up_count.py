"""The number beside the follow-up in the rail: everybody counts, and nobody is noted as read."""

from kontaktpunkt.domain.events.office import AccessNoted
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.notice import StayFacts
from kontaktpunkt.usecases.follow_up.rows import FollowUpQuery, FollowUpWaiting
from samples import House, a_house, a_notice, a_person, hours


def _house() -> House:
    house = a_house()
    house.take_in(
        a_notice(id="a", person=a_person(1), sent_at=hours(-30)),
        a_notice(
            MessageKind.READINESS_NOTICE,
            id="r",
            person=a_person(1),
            sent_at=hours(-3),
            stay=StayFacts(ready_at=hours(-3)),
        ),
        a_notice(id="b", person=a_person(2), sent_at=hours(-3)),
    )
    return house


def _noted(house: House) -> int:
    with house.store.reading() as view:
        subjects = list(view.subjects(SubjectKind.ACCESS))
        found = [event.body for each in subjects for event in view.events_of(each)]
    return sum(isinstance(one, AccessNoted) for one in found)


def test_the_count_is_that_of_the_list() -> None:
    """One is ready; who is merely planned for does not count."""
    house = _house()

    before = _noted(house)
    waiting = house.anna.follow_up_waiting()
    after = _noted(house)

    assert after == before
    assert waiting == FollowUpWaiting(ready=1, late=False)
    assert waiting == house.anna.follow_up(FollowUpQuery()).waiting
