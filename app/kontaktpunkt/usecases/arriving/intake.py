"""Taking messages in: each original ends as a message, as known already, or set aside whole."""

import hashlib
import uuid
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from kontaktpunkt.domain.decide import Happening
from kontaktpunkt.domain.decide.facts import case_kind_of, fact_of
from kontaktpunkt.domain.decide.take_back import can_be_taken_back
from kontaktpunkt.domain.events.case import CaseOpened
from kontaktpunkt.domain.events.message import (
    MessageSetAside,
    MessageTakenIn,
    SetAsideCompleted,
)
from kontaktpunkt.domain.events.person import PersonDescribed
from kontaktpunkt.domain.fold import fold
from kontaktpunkt.domain.fold.person import only_new
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.ledger.envelope import Event
from kontaktpunkt.domain.ledger.subjects import (
    Subject,
    SubjectKind,
    case_subject,
    message_id,
    message_subject,
    person_subject,
)
from kontaktpunkt.domain.message_kind import Carrier, MessageKind, SetAsideReason
from kontaktpunkt.domain.notice import Notice, SetAside
from kontaktpunkt.domain.person.facts import PersonFacts
from kontaktpunkt.domain.staff import OnWord
from kontaktpunkt.domain.states import MessageState, PersonState
from kontaktpunkt.usecases.answers import Fate, FateKind
from kontaktpunkt.usecases.arriving.consequences import consequences
from kontaktpunkt.usecases.arriving.matching import (
    CaseMatch,
    case_for,
    is_hers,
    person_for,
    person_of,
)
from kontaktpunkt.usecases.keeping.renew import link_new
from kontaktpunkt.usecases.keeping.workroom import Workroom
from kontaktpunkt.usecases.ports import Original

_SET_ASIDE_SPACE = UUID("0a1f4c7e-58ab-5d0f-8b6c-3a54a8f7b0c2")


class Arrival(Struct, frozen=True, kw_only=True):
    """One original with what a reader made of it; `on_word` for what was told by phone.

    `sheet` and `paper_number` are the paper that it was written on in a stop.
    """

    name: str
    data: bytes
    carrier: Carrier
    read: Notice | SetAside
    on_word: OnWord | None = None
    read_back: bool = False
    completes: UUID | None = None
    into_case: UUID | None = None
    sheet: UUID | None = None
    paper_number: str = ""


def take_in(room: Workroom, arrival: Arrival) -> Fate:
    """Put one arrival in the ledger; total: whatever it is, it ends in one of the fates."""
    sha256 = hashlib.sha256(arrival.data).hexdigest()
    match arrival.read:
        case Notice() as notice:
            return _take_notice(room, arrival, notice, sha256)
        case SetAside() as aside:
            return _set_aside(room, arrival, aside, sha256)


def _take_notice(room: Workroom, arrival: Arrival, notice: Notice, sha256: str) -> Fate:
    identity = notice.identity
    message = message_id(identity.system, identity.sender, identity.id)
    known = room.message(message)
    if known is not None:
        return _met_again(room, arrival, notice, known, (message, sha256))
    earlier = tuple(message_id(identity.system, identity.sender, each) for each in notice.refers_to)
    if notice.person == PersonFacts():
        return _take_bare(room, arrival, notice, (message, earlier, sha256))
    person = person_of(room, notice, earlier, arrival.into_case)
    found = case_for(room, notice, person, earlier)
    if arrival.into_case is not None and is_hers(room, arrival.into_case, person):
        found = CaseMatch(arrival.into_case, is_new=False)
    case = found.case
    taken = _taken_in(arrival, notice, earlier, (case, person, sha256))
    happenings = [_now(room, message_subject(message), taken)]
    happenings += _about_person(room, person, notice, message)
    if found.is_new:
        opened = CaseOpened(
            person=person,
            case_kind=case_kind_of(notice.kind),
            stay_ids=notice.stay.stay_ids,
        )
        happenings.append(_now(room, case_subject(case), opened))
    happenings.append(_now(room, case_subject(case), fact_of(message, taken)))
    happenings += consequences(room, message, taken, case)
    if arrival.completes is not None:
        completed = SetAsideCompleted(message=message)
        happenings.append(_now(room, message_subject(arrival.completes), completed))
    _keep(room, arrival, sha256)
    room.perform(room.tools.new_id(), happenings)
    link_new(room)
    return Fate(
        name=arrival.name,
        outcome=FateKind.TAKEN_IN,
        message=message,
        case=case,
        kind=notice.kind,
        change=notice.change,
    )


def _take_bare(
    room: Workroom, arrival: Arrival, notice: Notice, ids: tuple[UUID, tuple[UUID, ...], str]
) -> Fate:
    """Take in a message about nobody (a kvittens names no person): on the case that it refers to.

    Without one it belongs to no case; a person is never made up for it.
    """
    message, earlier, sha256 = ids
    referred = (room.message(each) for each in earlier)
    about = next((state for state in referred if state is not None), MessageState())
    taken = _taken_in(arrival, notice, earlier, (about.case, about.person, sha256))
    happenings = [_now(room, message_subject(message), taken)]
    if about.case is not None:
        happenings.append(_now(room, case_subject(about.case), fact_of(message, taken)))
    happenings += consequences(room, message, taken, about.case)
    _keep(room, arrival, sha256)
    room.perform(room.tools.new_id(), happenings)
    link_new(room)
    return Fate(
        name=arrival.name,
        outcome=FateKind.TAKEN_IN,
        message=message,
        case=about.case,
        kind=notice.kind,
        change=notice.change,
    )


def _taken_in(
    arrival: Arrival,
    notice: Notice,
    earlier: tuple[UUID, ...],
    belongs: tuple[UUID | None, UUID | None, str],
) -> MessageTakenIn:
    case, person, sha256 = belongs
    return MessageTakenIn(
        identity=notice.identity,
        message_kind=notice.kind,
        change=notice.change,
        refers_to=earlier,
        carrier=arrival.carrier,
        original=sha256,
        digest=notice.digest.hex(),
        case=case,
        person=person,
        happened_at=notice.happened_at,
        built_at=notice.built_at,
        sent_at=notice.sent_at,
        stay=notice.stay,
        summons=notice.summons,
        conversation=notice.conversation,
        sender_name=notice.sender_name,
        sender_unit=notice.sender_unit,
        recipient_name=notice.recipient_name,
        on_word=arrival.on_word,
        read_back=arrival.read_back,
        remarks=notice.remarks,
        sheet=arrival.sheet,
        paper_number=arrival.paper_number,
    )


def _about_person(room: Workroom, person: UUID, notice: Notice, message: UUID) -> list[Happening]:
    """Note about the person what is new beside what nobody can take back any more.

    A death notice says its death in the stay, where its cancellation reaches it.
    """
    facts = notice.person
    if notice.kind is MessageKind.DEATH_NOTICE:
        facts = replace(facts, deceased=False)
    fresh = only_new(_firmly_known(room, person), facts)
    if fresh is None:
        return []
    body = PersonDescribed(facts=fresh, message=message, said_at=notice.sent_at)
    return [_now(room, person_subject(person), body)]


def _firmly_known(room: Workroom, person: UUID) -> PersonState:
    """Give what is known of a person beside what somebody entered and may yet take back.

    Else a message that only repeats an entry by hand would lose its person with that entry.
    """
    events = room.events(person_subject(person))
    firm = [event for event in events if not _may_be_taken_back(room, event)]
    state = fold(SubjectKind.PERSON, firm)
    return state if isinstance(state, PersonState) else PersonState()


def _may_be_taken_back(room: Workroom, event: Event) -> bool:
    if not isinstance(event.body, PersonDescribed):
        return False
    told = room.message(event.body.message) if event.body.message else None
    return told is None or told.taken_in is None or can_be_taken_back(told.taken_in)


def _met_again(
    room: Workroom,
    arrival: Arrival,
    notice: Notice,
    known: MessageState,
    ids: tuple[UUID, str],
) -> Fate:
    """Call the same content known; set aside other content under the same id: it is no update."""
    message, sha256 = ids
    if known.taken_in is not None and known.taken_in.digest == notice.digest.hex():
        if arrival.completes is not None:
            completed = SetAsideCompleted(message=message)
            room.note(room.tools.new_id(), message_subject(arrival.completes), completed)
        return Fate(
            name=arrival.name,
            outcome=FateKind.KNOWN,
            message=message,
            case=known.case,
            kind=notice.kind,
            change=notice.change,
        )
    aside = SetAside(
        reason=SetAsideReason.SAME_IDENTITY_OTHER_CONTENT,
        person=notice.person,
        identity=notice.identity,
        digest=notice.digest,
    )
    return _set_aside(room, arrival, aside, sha256)


def _set_aside(room: Workroom, arrival: Arrival, aside: SetAside, sha256: str) -> Fate:
    message = uuid.uuid5(_SET_ASIDE_SPACE, sha256)
    outcome = FateKind.SET_ASIDE
    if room.message(message) is not None:
        outcome = FateKind.KNOWN_SET_ASIDE
    else:
        numbers = aside.person.numbers if aside.person else ()
        body = MessageSetAside(
            reason=aside.reason,
            place=aside.place,
            carrier=arrival.carrier,
            original=sha256,
            file_name=arrival.name,
            size=len(arrival.data),
            digest=aside.digest.hex(),
            seen_person=aside.person,
            person=person_for(room, numbers) if numbers else None,
            identity=aside.identity,
        )
        if aside.reason is not SetAsideReason.TOO_LARGE:
            # Of a file over the cap only the first part was read: the file itself stays where it
            # is (drop folder: ej-inlast), and half an original is never kept as if it were whole.
            _keep(room, arrival, sha256)
        room.perform(room.tools.new_id(), (_now(room, message_subject(message), body),))
    return Fate(
        name=arrival.name,
        outcome=outcome,
        message=message,
        reason=aside.reason,
        place=aside.place,
    )


def _keep(room: Workroom, arrival: Arrival, sha256: str) -> None:
    room.store.put_original(Original(sha256, arrival.data, arrival.name))


def _now(room: Workroom, subject: Subject, body: Body) -> Happening:
    return Happening(subject, body, room.tools.now())
