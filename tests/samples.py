"""Builders with good defaults: a desk with two colleagues, and any message about anybody."""

import hashlib
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

import msgspec

from fakes.paper import PaperInMemory
from fakes.store import StoreInMemory
from fakes.time_and_chance import FixedClock, SeededChance, SignerInMemory
from kontaktpunkt.bootstrap.shelf import DataShelf
from kontaktpunkt.domain.calendar.red_days import is_red_day
from kontaktpunkt.domain.commands import AddStaff, Command
from kontaktpunkt.domain.events.reconciliation import FindingDecision, FindingKind
from kontaktpunkt.domain.ledger.subjects import message_id
from kontaktpunkt.domain.message_kind import Carrier, Change, MessageKind, SetAsideReason
from kontaktpunkt.domain.notice import MessageIdentity, Notice, SetAside, StayFacts
from kontaktpunkt.domain.paper.printout import RecoverySheet
from kontaktpunkt.domain.pasted import PastedLabels
from kontaktpunkt.domain.person.check_digit import check_digit
from kontaktpunkt.domain.person.facts import Address, NumberKind, PersonFacts, PersonNumber
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.staff import Role
from kontaktpunkt.domain.times import HOUR, MINUTE, Instant
from kontaktpunkt.messages import legible, read_pasted
from kontaktpunkt.messages.overview import read_overview_file
from kontaktpunkt.messages.sheets import read_sheet
from kontaktpunkt.usecases.at_desk import Outside, StaffDesk
from kontaktpunkt.usecases.desk import Done, Fate, HandEntry
from kontaktpunkt.usecases.founding import Founding, found
from kontaktpunkt.usecases.ports import Store
from kontaktpunkt.usecases.reconciling.rows import RoundPage
from kontaktpunkt.usecases.rows import CaseRow, InboxQuery, InboxRow, InboxView
from kontaktpunkt.usecases.tools import Tools
from kontaktpunkt.usecases.verifying import verify
from kontaktpunkt.wording.words import word

NOW = Instant(1_774_338_000_000_000)
"""Tuesday 2026-03-24 08:40 in Sweden."""
_ENTRIES = 10_000


def hours(count: float, start: Instant = NOW) -> Instant:
    """Give the instant so many hours after the start (before it with a negative number)."""
    return Instant(start + int(count * HOUR))


def minutes(count: int, start: Instant = NOW) -> Instant:
    """Give the instant so many minutes after the start."""
    return Instant(start + count * MINUTE)


def a_number(nth: int = 1) -> PersonNumber:
    """Give a valid personnummer of somebody born in 1890, who can be nobody who lives."""
    body = f"90{1 + nth // 28 % 12:02}{1 + nth % 28:02}{980 + nth // 336 % 20}"
    return PersonNumber(NumberKind.PERSONAL, f"18{body}{check_digit(map(int, body))}")


def a_person(nth: int = 1, **said: Any) -> PersonFacts:
    """Give facts about an invented person."""
    facts: dict[str, Any] = {
        "numbers": (a_number(nth),),
        "given_name": f"Prov{nth}",
        "family_name": "Provsson",
        "birth_date": date(1890, 1, 1),
        "addresses": (Address(lines=(f"Hittepågatan {nth}",), postal_code="00000", city="Ort"),),
        "phone": f"070-000 00 {nth:02}",
    }
    return PersonFacts(**(facts | said))


_STAY = StayFacts(
    stay_ids=("stay-1",),
    admitted_at=hours(-20),
    expected_discharge=hours(48),
    hospital="Sjukhuset",
    ward="Avd 3",
    ward_phone="0500-00 00 00",
)


def a_notice(kind: MessageKind = MessageKind.ADMISSION_NOTICE, /, **said: Any) -> Notice:
    """Give a message as a reader understood it; `id` names it, `stay` may be a dict of changes."""
    name: str = said.pop("id", kind.value)
    stay: Any = said.pop("stay", None)
    facts: dict[str, Any] = {
        "identity": MessageIdentity(system="SAMSA", sender="sjukhuset", id=name),
        "kind": kind,
        "digest": b"",
        "sent_at": hours(-1),
        "person": a_person(),
        "stay": msgspec.structs.replace(_STAY, **stay) if isinstance(stay, dict) else stay or _STAY,
        "sender_name": "Sjukhuset",
    }
    notice = Notice(**(facts | said))
    return msgspec.structs.replace(notice, digest=hashlib.sha256(repr(notice).encode()).digest())


def a_correction(of: str, kind: MessageKind, /, **said: Any) -> Notice:
    """Give the correction of an earlier message."""
    return a_notice(kind, change=Change.CORRECTION, refers_to=(of,), **said)


def a_cancellation(of: str, kind: MessageKind, /, **said: Any) -> Notice:
    """Give the cancellation of an earlier message."""
    return a_notice(kind, change=Change.CANCELLATION, refers_to=(of,), **said)


def id_of(name: str) -> UUID:
    """Give the id of the message that goes by this name in a_notice."""
    return message_id("SAMSA", "sjukhuset", name)


class ReaderInMemory:
    """Understands what it has been told that some bytes mean, and nothing else."""

    def __init__(self) -> None:
        self.meanings: dict[bytes, Notice | SetAside] = {}

    def __call__(
        self,
        data: bytes,
        file_name: str = "",  # noqa: ARG002  the port has it
        labels: PastedLabels | None = None,  # noqa: ARG002  the port has it
    ) -> Notice | SetAside:
        """Give what the bytes mean."""
        return self.meanings.get(data) or SetAside(reason=SetAsideReason.NOT_JSON)


class SafeInMemory:
    """Knows the place of a store that lies nowhere."""

    def place(self) -> str:
        """Give the folder."""
        return "/minne"

    def passphrase_reason(self) -> None:
        """Give no reason: no passphrase is needed."""

    def recovery_facts(self) -> RecoverySheet:
        """Give a sheet without real keys."""
        return RecoverySheet(
            municipality="",
            store_name="minne",
            key_groups=("AAAA",),
            id_key_groups=("BBBB",),
            made_at="",
            made_by="",
        )


@dataclass
class House:
    """One store with Anna and Bo at work, each with a desk of her own."""

    store: Store
    clock: FixedClock
    reader: ReaderInMemory
    outside: Outside
    anna: StaffDesk
    bo: StaffDesk
    ids: dict[str, UUID] = field(default_factory=dict[str, UUID])

    def take_in(self, *notices: Notice | SetAside, name: str = "fil.json") -> list[Fate]:
        """Take messages in from files, one at a time."""
        return [self.anna.take_in(name, self.original(each), Carrier.FILE) for each in notices]

    def original(self, meaning: Notice | SetAside, data: bytes | None = None) -> bytes:
        """Give bytes that mean this."""
        written = data if data is not None else msgspec.json.encode(meaning)
        self.reader.meanings[written] = meaning
        return written

    def row(self, message: UUID) -> InboxRow:
        """Give a message's stored row, as nobody is shown it."""
        with self.store.reading() as view:
            row = view.inbox_row(message)
        assert row is not None
        return row

    def case_row(self, case: UUID | None) -> CaseRow:
        """Give a case's stored row, as nobody is shown it."""
        assert case is not None
        with self.store.reading() as view:
            row = view.case_row(case)
        assert row is not None
        return row

    def listed(self, view: InboxView = InboxView.ALL_OPEN) -> set[UUID]:
        """Give the messages that stand in a view for Anna."""
        return {row.message for row in self.anna.inbox(InboxQuery(view=view), 0, _ENTRIES).rows}

    @property
    def is_clean(self) -> bool:
        """Say whether the ledger holds and rebuilt rows equal grown ones."""
        return verify(self.anna).is_clean


def a_house(store: Store | None = None, profile: str = "lidkoping", seed: int = 1) -> House:
    """Give a store that has been founded, with Anna and Bo at the contact point."""
    kept: Store = StoreInMemory() if store is None else store
    clock, reader = FixedClock(NOW), ReaderInMemory()
    outside = Outside(
        store=kept,
        tools=Tools(clock=clock, chance=SeededChance(seed), signer=SignerInMemory()),
        reader=reader,
        read_overview=read_overview_file,
        read_pasted=read_pasted,
        read_sheet=read_sheet,
        legible=legible,
        paper=PaperInMemory(),
        shelf=DataShelf(),
        safe=SafeInMemory(),
        is_red=is_red_day,
        open_hatch=_no_hatch,
        word=word,
    )
    with StaffDesk(outside).room() as room:
        founding = Founding(
            municipality="Provköping", profile=profile, name="Anna", role=Role.CONTACT_POINT
        )
        anna = found(room, founding)
    desk = StaffDesk(outside, anna)
    bo = UUID(int=0xB0)
    done(desk.act(AddStaff(staff=bo, name="Bo", role=Role.CASEWORKER, unit="Hemvård Norr")))
    return House(kept, clock, reader, outside, StaffDesk(outside, anna), StaffDesk(outside, bo))


def _no_hatch(folder: str) -> Any:
    raise AssertionError(folder)


def done(answer: Done | Refused) -> Done:
    """Give an act that was done; fail when it was refused."""
    assert isinstance(answer, Done), answer
    return answer


def do(desk: StaffDesk, *wishes: Command) -> Done:
    """Do what is wished; fail when it is refused."""
    return done(desk.act(*wishes))


def a_chief(house: House) -> StaffDesk:
    """Give the desk of Cia, who leads a unit and may sign for what is missing."""
    cia = UUID(int=0xC1A)
    do(house.anna, AddStaff(staff=cia, name="Cia", role=Role.UNIT_MANAGER))
    return StaffDesk(house.outside, cia)


_ANSWERS = {
    FindingKind.NEW: FindingDecision.AWAITS_MESSAGE,
    FindingKind.CHANGED: FindingDecision.OURS_KEPT,
    FindingKind.GONE: FindingDecision.STILL_HERE,
    FindingKind.UNREAD: FindingDecision.SEEN,
    FindingKind.SAME: FindingDecision.ALL_SAME,
}


def a_round(desk: StaffDesk, system: str = "SAMSA", *, signed: bool = True) -> UUID:
    """Reconcile our list with the source's whole overview, changing nothing; gives the round."""
    number = a_number(700).value
    text = f"Personnummer\tNamn\tAvdelning\n{number[:8]}-{number[8:]}\tProv700 Provsson\tAvd 9\n"
    page = desk.compare_overview(text.encode(), system)
    assert isinstance(page, RoundPage), page
    for finding in page.findings if signed else ():
        done(desk.settle_findings(page.round, (finding.no,), _ANSWERS[finding.kind]))
    return page.round


def an_entry(kind: MessageKind = MessageKind.ADMISSION_NOTICE, /, **said: Any) -> HandEntry:
    """Give an entry by hand, as told by phone."""
    person = said.pop("person", a_person(1, numbers=()))
    facts: dict[str, Any] = {
        "number_text": a_number().value,
        "stay": StayFacts(hospital="Sjukhuset"),
    }
    return HandEntry(kind=kind, person=person, **(facts | said))
