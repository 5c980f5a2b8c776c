"""What may be the same as a paper told by phone: offered to somebody, never joined by itself."""

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.events.message import MessageTakenIn
from kontaktpunkt.domain.message_kind import Carrier, MessageKind
from kontaktpunkt.domain.paper.on_paper import NEAR, said
from kontaktpunkt.domain.states import Fact, MessageState, SheetState
from kontaktpunkt.domain.stay import valid_facts
from kontaktpunkt.domain.times import Instant, local_day, to_local
from kontaktpunkt.usecases.back_entry.rows import JoinedTwin, SheetTwin, TwinDifference
from kontaktpunkt.usecases.joining.joined import whole_case
from kontaktpunkt.usecases.showing.filling import day_of, moment_of
from kontaktpunkt.usecases.showing.pages import Reading

_DAY_ONLY: Final = "Beräknad utskrivning"
"""What many papers and systems give as a day; without a clock it is kept at noon or midnight."""

_NO_CLOCK: Final = ("00:00", "12:00")

_COMPARED: Final = (
    ("admitted_at", "Inskriven"),
    ("expected_discharge", _DAY_ONLY),
    ("ready_at", "Utskrivningsklar"),
    ("discharged_at", "Utskriven"),
    ("leave_at", "Permission"),
    ("hospital", "Sjukhus"),
    ("ward", "Avdelning"),
    ("ward_phone", "Avdelningens telefon"),
    ("track", "Processpår"),
    ("consent", "Samtycke"),
    ("discharged_to", "Till"),
)
"""What is said of the stay that is held against each other, with its labels."""


_WHEN_ONLY: Final = (MessageKind.READINESS_WITHDRAWN_NOTICE, MessageKind.DEATH_NOTICE)
"""Kinds that say when it happened, and nothing of the stay."""


def offered(reading: Reading, state: SheetState, *, name: str, masked: bool) -> list[SheetTwin]:
    """Give the messages of the same case and kind around the call, the nearest first."""
    found: dict[UUID, tuple[int, SheetTwin]] = {}
    for message in dict.fromkeys(one for entry in state.entries for one in entry.said.messages):
        for far, offer in _of_message(reading, message):
            shown = replace(offer, differences=()) if masked else replace(offer, person=name)
            found[offer.message] = (far, shown)
    nearest = sorted(found.values(), key=lambda one: (one[0], one[1].message.int))
    return [offer for _, offer in nearest]


def _of_message(reading: Reading, message: UUID) -> Iterable[tuple[int, SheetTwin]]:
    """Give what may be the same as one message of a paper, and how far from it in time."""
    paper = reading.message(message)
    if paper is None or paper.taken_in is None or not _is_open(paper):
        return
    case = whole_case(reading, paper.case)
    facts = valid_facts(case) if case is not None else ()
    here = next((fact for fact in facts if fact.body.message == message), None)
    for fact in _near(here, facts) if here is not None else ():
        twin = reading.message(fact.body.message)
        if here is not None and twin is not None and _may_be(twin, paper.taken_in):
            yield abs(said(fact) - said(here)), _offer(paper.taken_in, twin, fact.body.message)


def joined(reading: Reading, state: SheetState) -> list[JoinedTwin]:
    """Give the messages that were found to be the same."""
    found: list[JoinedTwin] = []
    for one in state.twins:
        twin = reading.message(one.said.message)
        taken = twin.taken_in if twin is not None else None
        found.append(
            JoinedTwin(
                message=one.said.message,
                act=one.act,
                kind=taken.message_kind if taken else None,
                sent_at=taken.sent_at if taken else None,
                told_at=one.said.told_at,
            )
        )
    return found


def _near(here: Fact, facts: Iterable[Fact]) -> Iterable[Fact]:
    return (
        fact
        for fact in facts
        if type(fact.body) is type(here.body)
        and fact.body.sheet is None
        and abs(said(fact) - said(here)) <= NEAR
    )


def _is_open(paper: MessageState) -> bool:
    """Say whether a message of a paper stands and has not been found yet."""
    gone = paper.voided or paper.corrected_by or paper.cancelled_by
    return paper.matched_into is None and not gone


def _may_be(twin: MessageState, paper: MessageTakenIn) -> bool:
    if twin.taken_in is None or twin.twin is not None or twin.voided:
        return False
    taken = twin.taken_in
    return taken.carrier is not Carrier.HAND and taken.message_kind is paper.message_kind


def _offer(paper: MessageTakenIn, twin: MessageState, message: UUID) -> SheetTwin:
    taken = twin.taken_in
    assert taken is not None, "asked of those that were taken in"  # noqa: S101 - ours
    return SheetTwin(
        message=message,
        kind=taken.message_kind,
        person="",
        sent_at=taken.sent_at,
        received_at=twin.received_at,
        differences=tuple(_differences(paper, taken)),
    )


def _differences(paper: MessageTakenIn, message: MessageTakenIn) -> Iterable[TwinDifference]:
    """Tell field by field where the two say otherwise; what one leaves empty is no difference."""
    pairs = [
        ("Underrättade", paper.sent_at, message.sent_at),
        *(
            (label, getattr(paper.stay, name), getattr(message.stay, name))
            for name, label in _COMPARED
        ),
        ("SIP", paper.summons.meeting_at, message.summons.meeting_at),
        ("Plats", paper.summons.place, message.summons.place),
    ]
    if paper.message_kind in _WHEN_ONLY:
        pairs.append(("Hände", paper.happened_at, message.happened_at))
    for label, one, other in pairs:
        if one not in (None, "") and other not in (None, "") and not _is_same(label, one, other):
            yield TwinDifference(label, _shown(label, one), _shown(label, other))


def _is_same(label: str, one: object, other: object) -> bool:
    """Say whether the two say the same; where one has only the day, the day is all there is."""
    if label == _DAY_ONLY and isinstance(one, int) and isinstance(other, int):
        days = local_day(Instant(one)), local_day(Instant(other))
        if _is_a_day(one) or _is_a_day(other):
            return days[0] == days[1]
    return one == other


def _is_a_day(value: int) -> bool:
    return to_local(Instant(value)).strftime("%H:%M") in _NO_CLOCK


def _shown(label: str, value: object) -> str:
    if label == _DAY_ONLY and isinstance(value, int) and _is_a_day(value):
        return day_of(Instant(value))
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return moment_of(Instant(value)) if isinstance(value, int) else str(value)
