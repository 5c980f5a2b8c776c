"""One transaction: all of an act is kept with its rows, or nothing of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fakes.failing import FailingStore
from fakes.stores import new_store
from fakes.time_and_chance import SignerInMemory
from kontaktpunkt.domain.commands import AddNote, FinishMessage, HandOverMessage, TakeMessage
from kontaktpunkt.domain.ledger.envelope import link
from kontaktpunkt.domain.message_kind import Carrier, MessageKind
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.staff import Receiver
from kontaktpunkt.usecases.failures import Unavailable
from kontaktpunkt.usecases.verifying import verify
from samples import House, a_house, a_notice, an_entry, do, id_of

_M = id_of("m")

_ACTS: dict[str, Callable[[House], Any]] = {
    "take": lambda house: house.anna.act(TakeMessage(message=_M)),
    "hand over two": lambda house: house.anna.act(
        HandOverMessage(message=_M, to=Receiver(unit="Norr")),
        HandOverMessage(message=id_of("l"), to=Receiver(unit="Norr")),
    ),
    "undo": lambda house: house.anna.undo(),
    "take in": lambda house: house.take_in(a_notice(MessageKind.READINESS_NOTICE, id="r")),
    "take in many": lambda house: house.anna.take_in_many(
        [
            (f"{n}", house.original(a_notice(MessageKind.LEAVE_NOTICE, id=f"x{n}")))
            for n in range(3)
        ],
        Carrier.FOLDER,
    ),
    "enter": lambda house: house.anna.enter(an_entry()),
    "print": lambda house: house.anna.issue("R2", house.row(_M).case, saved=True, purpose=""),
    "read": lambda house: house.anna.card(_M),
}


def _a_house_that_may_fail(folder: Path) -> tuple[House, FailingStore]:
    store = FailingStore(new_store(folder))
    house = a_house(store.as_store())
    case = house.take_in(a_notice(id="m"), a_notice(MessageKind.LEAVE_NOTICE, id="l"))[0].case
    assert case is not None
    do(house.anna, AddNote(case=case, text="ord"))
    return house, store


def _kept(house: House) -> tuple[Any, ...]:
    with house.store.reading() as view:
        return view.tail(), view.row_digest(), view.last_sheet_serial()


@pytest.mark.parametrize("name", sorted(_ACTS))
def test_whichever_write_fails_nothing_of_the_act_is_left(tmp_path: Path, name: str) -> None:
    """The disk that fills up midway leaves ledger, links and rows as they were; then all goes."""
    house, store = _a_house_that_may_fail(tmp_path / "store")
    before, failed = _kept(house), 0

    while True:
        store.fail_at(failed + 1)
        try:
            _ACTS[name](house)
        except Unavailable:
            failed += 1
            assert _kept(house) == before
        else:
            break

    store.fail_at(0)
    assert failed >= 2
    assert _kept(house) != before
    assert verify(house.anna).is_clean
    store.close()


def test_a_refused_act_leaves_nothing_also_of_what_was_decided_before_it(tmp_path: Path) -> None:
    """The second of two wishes is refused: the first is not done either, and the chain goes on."""
    house, store = _a_house_that_may_fail(tmp_path / "store")
    before = _kept(house)

    refused = house.anna.act(FinishMessage(message=_M), FinishMessage(message=_M))

    assert isinstance(refused, Refused)
    assert _kept(house) == before
    do(house.anna, FinishMessage(message=_M))
    assert house.is_clean
    store.close()


def test_one_act_over_several_subjects_travels_together_under_one_signature() -> None:
    """Message and case change in one act; its signature is over all its envelopes, in order."""
    house = a_house()
    house.take_in(a_notice(id="m"))

    act = do(house.anna, TakeMessage(message=_M)).act

    with house.store.reading() as view:
        events, signature = view.act_events(act), view.signature(act)
    assert [event.envelope.kind for event in events] == ["MessageTaken", "CaseTaken"]
    numbers = [event.envelope.origin_no for event in events]
    assert numbers == list(range(numbers[0], numbers[0] + 2))
    assert signature == SignerInMemory().sign(b"".join(link(each.envelope) for each in events))


def test_an_act_says_who_and_when_it_happened_and_when_it_was_noted() -> None:
    """A call at eight, noted at twenty to nine, stands as both."""
    house = a_house()
    case = house.take_in(a_notice(id="m"))[0].case
    assert case is not None
    at = house.clock.now()
    house.clock.advance(40)

    act = do(house.bo, AddNote(case=case, text="ringde", at=at)).act

    with house.store.reading() as view:
        (event,) = view.act_events(act)
    envelope = event.envelope
    assert (envelope.at, envelope.noted_at) == (at, house.clock.now())
    assert (envelope.by, envelope.base_position) == (house.bo.me.staff, 0)


def test_every_body_has_a_salt_of_its_own() -> None:
    """Two notes of the same words cannot be known by their hashes to be the same."""
    house = a_house()
    case = house.take_in(a_notice(id="m"))[0].case
    assert case is not None
    acts = [do(house.anna, AddNote(case=case, text="samma")).act for _ in range(2)]

    with house.store.reading() as view:
        hashes = {view.act_events(act)[0].envelope.body_hash for act in acts}
    assert len(hashes) == 2
