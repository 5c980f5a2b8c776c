"""The promises of the ledger: it only grows, without gaps, all of an act or nothing of it."""

import pytest

from fakes.scribe import Scribe, hired
from kontaktpunkt.domain.events.office import AccessKind, AccessNoted
from kontaktpunkt.domain.ledger.envelope import FIRST_LINK, Stream, link
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.storage.ledger.chain import BrokenChain
from kontaktpunkt.usecases.ports import Original, SealedEvent, Store, Tail


def test_a_new_store_knows_its_municipality_and_has_an_empty_chain(store: Store) -> None:
    """The first act of a workstation is number one and names no predecessor."""
    with store.reading() as view:
        assert view.keys().tenant == "1494"
        assert view.keys().id_key == b"i" * 32
        assert view.tail() == Tail(1, 0, FIRST_LINK)


def test_what_happened_to_a_subject_is_told_in_the_order_it_happened(
    store: Store, scribe: Scribe
) -> None:
    """The history of one person or message reads from the first to the last."""
    anna, bo = scribe.subject(), scribe.subject()
    with store.writing() as act:
        first = scribe.append(act, [(anna, hired("Anna Berg")), (bo, hired("Bo Ek"))])
        second = scribe.append(act, [(anna, hired("Anna Berg-Ek"))])

    with store.reading() as view:
        assert view.events_of(anna) == [first[0], second[0]]
        assert view.events_of(bo) == [first[1]]


def test_the_events_of_many_subjects_come_sorted_to_each(store: Store, scribe: Scribe) -> None:
    """Somebody to whom nothing happened has an empty history, not a missing one."""
    subjects = [scribe.subject() for _ in range(3)]
    nobody = scribe.subject(SubjectKind.CASE)
    with store.writing() as act:
        events = [scribe.append(act, [(one, hired("A"))]) for one in subjects]

    with store.reading() as view:
        found = view.events_of_many([*subjects, nobody])
        assert found == {**dict(zip(subjects, events, strict=True)), nobody: []}
        assert view.events_of_many([]) == {}


def test_two_kinds_of_subject_with_the_same_id_are_two_subjects(
    store: Store, scribe: Scribe
) -> None:
    """What happened to a case is not told of a person, even if their ids were alike."""
    staff = scribe.subject()
    case = type(staff)(SubjectKind.CASE, staff.id)
    with store.writing() as act:
        scribe.append(act, [(staff, hired("Anna"))])

    with store.reading() as view:
        assert len(view.events_of(staff)) == 1
        assert view.events_of(case) == []
        assert view.events_of_many([case, staff])[case] == []


def test_subjects_come_in_the_order_of_their_first_event(store: Store, scribe: Scribe) -> None:
    """Everything can be gone through again from the beginning."""
    subjects = [scribe.subject() for _ in range(5)]
    access = scribe.subject(SubjectKind.ACCESS)
    with store.writing() as act:
        for one in subjects:
            scribe.append(act, [(one, hired("A"))])
        scribe.append(act, [(subjects[0], hired("B"))])
        scribe.append(act, [(access, AccessNoted(access=AccessKind.LIST))], stream=Stream.ACCESS)

    with store.reading() as view:
        assert list(view.subjects(SubjectKind.STAFF)) == subjects
        assert list(view.subjects(SubjectKind.ACCESS)) == [access]
        assert list(view.subjects(SubjectKind.CASE)) == []


def test_the_tail_follows_the_last_event_also_inside_the_transaction(
    store: Store, scribe: Scribe
) -> None:
    """The next act always knows what it follows on."""
    with store.writing() as act:
        (event,) = scribe.hire(act, "Anna Berg")
        expected = Tail(1, 1, link(event.envelope))
        assert act.tail() == expected

    with store.reading() as view:
        assert view.tail() == expected


def test_an_act_that_breaks_off_leaves_nothing(store: Store, scribe: Scribe) -> None:
    """If something goes wrong in the middle of an act, it is as if it had not been begun."""
    anna = scribe.subject()

    def break_off() -> None:
        with store.writing() as act:
            scribe.append(act, [(anna, hired("Anna"))])
            act.put_original(Original("aa", b"text", "a.json"))
            act.link_case(anna.id, anna.id, ["stay"])
            raise RuntimeError("power")

    with pytest.raises(RuntimeError, match="power"):
        break_off()

    with store.reading() as view:
        assert view.events_of(anna) == []
        assert view.tail().last_no == 0
        assert view.original("aa") is None
        assert view.cases_of_stay("stay") == ()


def test_a_gap_or_a_foreign_number_is_refused(store: Store, scribe: Scribe) -> None:
    """Nobody can put an event into the history that does not follow on the last one."""
    happening = [(scribe.subject(), hired("Anna"))]
    with store.writing() as act:
        scribe.hire(act, "Bo")
        tail = act.tail()
        wrong = [
            Tail(1, tail.last_no + 1, tail.last_link),
            Tail(1, tail.last_no - 1, tail.last_link),
            Tail(2, tail.last_no, tail.last_link),
            Tail(1, tail.last_no, FIRST_LINK),
        ]
        for each in wrong:
            with pytest.raises(BrokenChain):
                act.append(scribe.seal(each, happening), b"")

    with store.reading() as view:
        assert view.tail() == tail


def test_events_of_two_acts_and_empty_acts_are_refused(store: Store, scribe: Scribe) -> None:
    """What was signed together is kept together, and nothing is signed for nothing."""
    with store.writing() as act:
        first = scribe.seal(act.tail(), [(scribe.subject(), hired("Anna"))])
        after = Tail(1, 1, link(first[0].event.envelope))
        second = scribe.seal(after, [(scribe.subject(), hired("Bo"))])

        with pytest.raises(BrokenChain):
            act.append([*first, *second], b"")
        with pytest.raises(BrokenChain):
            act.append([], b"")


def test_a_chain_that_breaks_inside_an_act_is_refused(store: Store, scribe: Scribe) -> None:
    """The events of one act follow on each other as well."""
    with store.writing() as act:
        events = scribe.seal(act.tail(), [(scribe.subject(), hired(one)) for one in "AB"])

        with pytest.raises(BrokenChain):
            act.append(list(reversed(events)), b"")


def test_every_own_event_can_be_walked_with_text_and_salt(store: Store, scribe: Scribe) -> None:
    """Whoever checks the history gets each event exactly as it was sealed."""
    with store.writing() as act:
        sealed = scribe.seal(act.tail(), [(scribe.subject(), hired(one)) for one in "ABC"])
        act.append(sealed, b"signed")

    with store.reading() as view:
        found: list[tuple[SealedEvent, bool]] = list(view.all_sealed())
        assert found == [(one, True) for one in sealed]


def test_an_act_is_found_with_its_signature(store: Store, scribe: Scribe) -> None:
    """An act can be shown whole, with the workstation's signature, and an unknown one has none."""
    with store.writing() as act:
        events = scribe.append(act, [(scribe.subject(), hired(one)) for one in "AB"])
        scribe.hire(act, "C")
    of_act = events[0].envelope.act_id

    with store.reading() as view:
        assert view.act_events(of_act) == events
        assert view.signature(of_act) == b"signature " + of_act.bytes
        assert view.act_events(scribe.new_id()) == []
        assert view.signature(scribe.new_id()) is None
        assert view.verifying_keys() == {1: b"p" * 32}


def test_somebodys_last_acts_come_newest_first(store: Store, scribe: Scribe) -> None:
    """Undo begins with the latest thing I did, and never with what only the access log holds."""
    anna, bo = scribe.new_id(), scribe.new_id()
    with store.writing() as act:
        acts = [
            scribe.append(act, [(scribe.subject(), hired(one)) for one in "AB"], by=anna)[0]
            for _ in range(3)
        ]
        scribe.append(act, [(scribe.subject(), hired("C"))], by=bo)
        looked = [(scribe.subject(SubjectKind.ACCESS), AccessNoted(access=AccessKind.READ))]
        scribe.append(act, looked, by=anna, stream=Stream.ACCESS)
    newest_first = [event.envelope.act_id for event in reversed(acts)]

    with store.reading() as view:
        assert view.last_acts_by(anna, 2) == newest_first[:2]
        assert view.last_acts_by(anna, 9) == newest_first
        assert view.last_acts_by(scribe.new_id(), 9) == []


def test_the_same_original_is_kept_once(store: Store) -> None:
    """A message that comes in twice is one message, under the name it first had."""
    original = Original("ab12", b"\x00\xffbytes", "meddelande.json")
    with store.writing() as act:
        act.put_original(original)
        act.put_original(Original("ab12", b"\x00\xffbytes", "copy.json"))

    with store.reading() as view:
        assert view.original("ab12") == original
        assert view.original("other") is None


def test_a_reading_sees_one_moment(store: Store, scribe: Scribe) -> None:
    """What a colleague writes while a page is being read does not tear the page."""
    with store.reading() as view:
        before = view.tail()
        with store.writing() as act:
            scribe.hire(act, "Anna")
        assert view.tail() == before

    with store.reading() as view:
        assert view.tail().last_no == 1
