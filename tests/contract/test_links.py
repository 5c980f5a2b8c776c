"""The promises of the links: what hangs together is found from each end."""

from fakes.scribe import Scribe
from kontaktpunkt.domain.person.facts import NumberKind, PersonNumber
from kontaktpunkt.usecases.ports import Links, Store

NUMBER = PersonNumber(NumberKind.PERSONAL, "198503122384")
RESERVE = PersonNumber(NumberKind.LOCAL_RESERVE, "19850312TF12", "vgr")


def test_a_case_knows_its_messages_and_its_person(store: Store, scribe: Scribe) -> None:
    """Opening a case shows everything that came about this stay."""
    case, person = scribe.new_id(), scribe.new_id()
    messages = sorted(scribe.new_id() for _ in range(3))
    with store.writing() as act:
        act.link_case(case, person, ["stay 1"])
        for message in messages:
            act.link_message(message, case, person)

    with store.reading() as view:
        assert view.links_of_case(case) == Links(
            messages=tuple(messages), cases=(case,), person=person
        )
        assert view.links_of_case(scribe.new_id()).messages == ()


def test_a_person_knows_her_cases_and_the_messages_of_them(store: Store, scribe: Scribe) -> None:
    """A message that only names the case belongs to the person all the same, once."""
    person, case, other = scribe.new_id(), scribe.new_id(), scribe.new_id()
    by_case, by_person, both = (scribe.new_id() for _ in range(3))
    with store.writing() as act:
        act.link_case(case, person, [])
        act.link_case(other, person, [])
        act.link_message(by_case, case, None)
        act.link_message(by_person, None, person)
        act.link_message(both, case, person)

    with store.reading() as view:
        assert view.links_of_person(person) == Links(
            messages=tuple(sorted([by_case, by_person, both])),
            cases=tuple(sorted([case, other])),
            person=person,
        )


def test_a_moved_message_belongs_to_its_new_case_alone(store: Store, scribe: Scribe) -> None:
    """A message moved to another person is no longer shown on the wrong one."""
    wrong, right, message = (scribe.new_id() for _ in range(3))
    with store.writing() as act:
        act.link_message(message, wrong, None)
        act.link_message(message, right, None)

    with store.reading() as view:
        assert view.links_of_case(wrong).messages == ()
        assert view.links_of_case(right).messages == (message,)


def test_a_stay_id_finds_its_cases_until_it_is_taken_away(store: Store, scribe: Scribe) -> None:
    """The hospital's own id of a stay leads to the case, and to each of two that share it."""
    first, second = sorted([scribe.new_id(), scribe.new_id()])
    with store.writing() as act:
        act.link_case(second, None, ["S1", "S2"])
        act.link_case(first, None, ["S1"])
    with store.reading() as view:
        assert view.cases_of_stay("S1") == (first, second)
        assert view.cases_of_stay("S2") == (second,)
        assert view.cases_of_stay("s1") == ()

    with store.writing() as act:
        act.link_case(second, None, ["S2"])
    with store.reading() as view:
        assert view.cases_of_stay("S1") == (first,)


def test_a_person_is_found_by_any_of_her_numbers(store: Store, scribe: Scribe) -> None:
    """A reserve number from the emergency ward and the real number lead to one person."""
    person = scribe.new_id()
    with store.writing() as act:
        act.link_numbers(person, [NUMBER, RESERVE, NUMBER])

    with store.reading() as view:
        assert view.person_of_number(NUMBER) == person
        assert view.person_of_number(RESERVE) == person
        other_issuer = PersonNumber(RESERVE.kind, RESERVE.value, "skane")
        assert view.person_of_number(other_issuer) is None


def test_a_number_that_was_taken_off_a_person_no_longer_finds_her(
    store: Store, scribe: Scribe
) -> None:
    """A wrong number that was corrected does not lead the next message to the wrong person."""
    wrong_owner, owner = scribe.new_id(), scribe.new_id()
    with store.writing() as act:
        act.link_numbers(wrong_owner, [NUMBER])
        act.link_numbers(wrong_owner, [RESERVE])
        act.link_numbers(owner, [NUMBER])

    with store.reading() as view:
        assert view.person_of_number(NUMBER) == owner


def test_of_two_persons_with_one_number_it_is_always_the_same_that_is_found(
    store: Store, scribe: Scribe
) -> None:
    """Rebuilding everything from the ledger never swaps two persons who share a number."""
    first, second = sorted([scribe.new_id(), scribe.new_id()])
    with store.writing() as act:
        act.link_numbers(second, [NUMBER])
        act.link_numbers(first, [NUMBER])

    with store.reading() as view:
        assert view.person_of_number(NUMBER) == first


def test_a_number_that_two_persons_have_leads_to_both(store: Store, scribe: Scribe) -> None:
    """Somebody met twice is offered for joining by the number that both have."""
    first, second = sorted([scribe.new_id(), scribe.new_id()])
    with store.writing() as act:
        act.link_numbers(second, [RESERVE])
        act.link_numbers(first, [NUMBER, RESERVE])

    with store.reading() as view:
        assert view.persons_of_number(RESERVE) == (first, second)
        assert view.persons_of_number(NUMBER) == (first,)
        assert view.person_of_number(RESERVE) == first
