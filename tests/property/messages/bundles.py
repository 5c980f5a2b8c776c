"""What property tests and the fuzz run are made of: generated notices, damaged originals."""

import random
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, cast

from hypothesis import strategies as st
from msgspec import json, structs

from kontaktpunkt.domain.message_kind import Change, MessageKind
from kontaktpunkt.domain.notice import (
    Attachment,
    CareSetting,
    Conversation,
    MessageIdentity,
    Notice,
    StayFacts,
    SummonsFacts,
)
from kontaktpunkt.domain.person.facts import Address, PersonFacts, Protection, Sex
from kontaktpunkt.domain.times import Instant
from unit.messages import danish
from unit.messages.invented import FOLDER, NOTICES

# 1900 to 2199: the years in which a time of a message can lie.
_INSTANTS = st.integers(-2_208_988_800_000_000, 7_258_118_399_999_999).map(Instant)
# A number is read by the day of sending: nobody has one before she is born.
_SENDINGS = st.integers(1_767_225_600_000_000, 7_258_118_399_999_999).map(Instant)
_LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp"), exclude_characters="<|")
_WORD = st.text(_LETTERS, min_size=1, max_size=12)
_WORDS = st.lists(_WORD, max_size=3).map(" ".join)
_SOME_WORDS = st.lists(_WORD, min_size=1, max_size=3).map(" ".join)
_TEXT = st.lists(_SOME_WORDS, max_size=3).map("\n".join)
_IDS = st.from_regex(r"[A-Za-z0-9.\-]{1,64}", fullmatch=True)
_NUMBERS = st.sampled_from([notice.person.numbers for notice in NOTICES.values()])

_ADDRESSES = st.builds(
    Address,
    lines=st.lists(_SOME_WORDS, min_size=1, max_size=3).map(tuple),
    postal_code=_WORDS,
    city=_WORDS,
    country=_WORDS,
    kind=st.sampled_from(["", "folkbokföringsadress", "särskild postadress", "egen sort"]),
)
_PEOPLE = st.builds(
    PersonFacts,
    numbers=_NUMBERS,
    given_name=_WORDS,
    family_name=_SOME_WORDS,
    birth_date=st.none() | st.dates(date(1850, 1, 1), date(2150, 1, 1)),
    sex=st.none() | st.sampled_from(Sex),
    addresses=st.lists(_ADDRESSES, max_size=2).map(tuple),
    phone=_WORDS,
    protection=st.sampled_from(Protection),
    home_municipality=_WORDS,
    deceased=st.booleans(),
)
_STAYS = st.builds(
    StayFacts,
    stay_ids=st.lists(_SOME_WORDS, unique=True, max_size=3).map(tuple),
    setting=st.none() | st.sampled_from(CareSetting),
    admitted_at=st.none() | _INSTANTS,
    expected_discharge=st.none() | _INSTANTS,
    ready_at=st.none() | _INSTANTS,
    discharged_at=st.none() | _INSTANTS,
    discharged_to=_WORDS,
    hospital=_WORDS,
    ward=_WORDS,
    ward_phone=_WORDS,
    track=_WORDS,
    consent=st.none() | st.booleans(),
    finished=st.booleans(),
)
_SUMMONS = st.builds(
    SummonsFacts,
    meeting_at=st.none() | _INSTANTS,
    form=_WORDS,
    place=_WORDS,
    participants=st.lists(_SOME_WORDS, max_size=3).map(tuple),
)
_TALKS = st.builds(
    Conversation,
    thread=_WORDS,
    subject_line=_WORDS,
    category=_WORDS,
    text=_TEXT,
    earlier_text=_TEXT,
    attachments=st.lists(
        st.builds(Attachment, _SOME_WORDS, _WORDS, st.integers(0, 2**31 - 1)), max_size=2
    ).map(tuple),
)
_IDENTITIES = st.builds(MessageIdentity, _SOME_WORDS, _SOME_WORDS, _SOME_WORDS)


@st.composite
def notices(draw: st.DrawFn) -> Notice:
    """Give notices of every kind, as a reader could have understood them."""
    kind = draw(st.sampled_from(MessageKind))
    happened = draw(_INSTANTS)
    plain = Notice(
        identity=draw(_IDENTITIES),
        kind=kind,
        digest=b"",
        change=draw(st.sampled_from(Change)),
        refers_to=tuple(draw(st.lists(_IDS, unique=True, min_size=1, max_size=3))),
        happened_at=happened,
        built_at=draw(st.none() | _INSTANTS),
        sent_at=draw(_SENDINGS),
        person=draw(_PEOPLE),
        stay=draw(_STAYS),
        summons=draw(_SUMMONS),
        conversation=draw(_TALKS),
        sender_name=draw(_SOME_WORDS),
        sender_unit=draw(_WORDS),
        recipient_name=draw(_WORDS),
    )
    if kind is MessageKind.LEAVE_NOTICE:
        leave = structs.replace(
            plain.stay, leave_started=draw(st.booleans()), leave_at=happened, finished=False
        )
        return structs.replace(plain, stay=leave)
    if kind is MessageKind.ACKNOWLEDGEMENT:
        answer = Conversation(category="ok", text=draw(_TEXT))
        return structs.replace(plain, stay=StayFacts(), summons=SummonsFacts(), conversation=answer)
    return plain


def originals() -> list[bytes]:
    """Give whole messages in both dialects, to be damaged."""
    head = danish.header("hospital-notification-message", "Encounter/ophold")
    own = danish.step(danish.ME, "admit-inpatient", "2026-03-02T09:05:02+01:00")
    stay = danish.encounter("in-progress", "IMP")
    notification = danish.message(head, danish.patient(), stay, own)
    return [path.read_bytes() for path in sorted(FOLDER.glob("*.json"))] + [notification]


_STRANGE: Sequence[Any] = (
    None, True, 0, -1, 10**30, 1.5, "", " ", "x", "\x00", "é" * 300, [], {}, [[]], [None], [{}],
    ["x"], {"resourceType": "Bundle"}, {"reference": "#"}, {"reference": "Patient/1"},
    {"coding": [{"code": "admit-inpatient"}]}, "2026-02-30", "2026-03-01T24:00:00Z", "9999",
    "urn:uuid:", "https://", "message", "Patient", "MessageHeader", {"value": {}}, [[[[]]]],
)  # fmt: skip


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Damage an original: some of its bytes, or some of its parts."""
    if chance.random() < 0.4:
        return bytes_damaged(data, chance)
    root = json.decode(data)
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        _part_damaged(root, chance)
    try:
        return json.encode(root)
    except UnicodeEncodeError:
        return b""


def bytes_damaged(data: bytes, chance: random.Random) -> bytes:
    """Damage some of the bytes of an original, of whatever form."""
    ways: Sequence[Callable[[bytearray, int, int], object]] = (
        lambda kept, start, end: kept.__delitem__(slice(start, end)),
        lambda kept, start, end: kept.__setitem__(slice(start, start), kept[start:end]),
        lambda kept, start, _: kept.__setitem__(start, chance.randrange(256)),
        lambda kept, start, _: kept.__delitem__(slice(start, None)),
        lambda kept, start, _: kept.__setitem__(slice(start, start), b"\\ud800"),
        lambda kept, start, _: kept.__setitem__(slice(start, start), b"[" * 70),
        lambda kept, start, _: kept.__setitem__(slice(start, start), b'"'),
    )
    kept = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 4))):
        if not kept:
            break
        start = chance.randrange(len(kept))
        chance.choice(ways)(kept, start, start + chance.randrange(1, 40))
    return bytes(kept)


def _part_damaged(root: Any, chance: random.Random) -> None:
    holder: Any = root
    key: Any = ""
    inner: Any = root
    while isinstance(inner, dict | list) and inner and (inner is root or chance.random() < 0.8):
        holder = cast("Any", inner)
        keys: list[Any] = [*(holder if isinstance(holder, dict) else range(len(holder)))]
        key = chance.choice(keys)
        inner = cast("Any", holder[key])
    if inner is root:
        return
    if chance.random() < 0.3:
        del holder[key]
    elif chance.random() < 0.2 and isinstance(holder, list):
        holder.append(json.decode(json.encode(inner)))
    else:
        # A copy each time: a part put in twice would change in both places.
        holder[key] = json.decode(json.encode(chance.choice(_STRANGE)))
