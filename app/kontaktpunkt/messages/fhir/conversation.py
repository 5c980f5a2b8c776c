"""Reads the words of a Communication, and tells those that this message adds from earlier ones."""

import re
from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from msgspec import Struct

from kontaktpunkt.domain.notice import Attachment, Conversation
from kontaktpunkt.domain.times import Instant, to_local
from kontaktpunkt.messages.fhir import codes
from kontaktpunkt.messages.fhir.bundle import (
    Reading,
    Resource,
    plain_value,
    words_of,
)
from kontaktpunkt.messages.fhir.bundle import codes as codes_of
from kontaktpunkt.messages.fhir.provenance import Trail
from kontaktpunkt.messages.fhir.remarks import Remark
from kontaktpunkt.messages.found import Node, extension, flag, node, nodes, text, texts, word

_NEW: Final = ("new-message", "carboncopy-message")
_LINE_BREAK = re.compile(r"<br\s?/?>", re.IGNORECASE)
_URGENT: Final = ("asap", "urgent", "stat")


class Part(Struct, frozen=True, kw_only=True):
    """One payload of a Communication: words or an attachment, who added it and when."""

    words: str = ""
    attachment: Attachment | None = None
    id: str = ""
    at: Instant | None = None
    author: str = ""
    phone: str = ""
    is_earlier: bool = False


class Talk(Struct, frozen=True, kw_only=True):
    """A conversation with what surrounds this message's own words: author, phone, when written."""

    conversation: Conversation = Conversation()
    author: str = ""
    phone: str = ""
    written_at: Instant | None = None


Choice: TypeAlias = Callable[[Reading, Sequence[Part]], Sequence[Part]]
"""Gives those of the parts that this very message adds."""


def read_talk(reading: Reading, communication: Resource | None, own_of: Choice) -> Talk:
    """Read the words; none when there is no Communication."""
    if communication is None:
        return Talk()
    data = communication.data
    if word(data, "priority") in _URGENT:
        reading.remark(Remark.URGENT)
    parts = [_part(reading, payload, communication) for payload in nodes(data, "payload")]
    own = own_of(reading, parts)
    earlier = [part for part in parts if all(part is not one for one in own)]
    threads = (plain_value(text(one, "value")) for one in nodes(data, "identifier"))
    conversation = Conversation(
        thread=next((thread for thread in threads if thread), ""),
        subject_line=words_of(node(data, "topic")),
        category=_category(data),
        text="\n\n".join(part.words for part in own if part.words),
        earlier_text="\n\n".join(_told(part) for part in earlier),
        attachments=tuple(part.attachment for part in own if part.attachment is not None),
    )
    written = [part.at for part in own if part.at is not None]
    return Talk(
        conversation=conversation,
        author=next((part.author for part in own if part.author), ""),
        phone=next((part.phone for part in own if part.phone), ""),
        written_at=reading.moment(data, "sent") or max(written, default=None),
    )


def unmarked(_: Reading, parts: Sequence[Part]) -> Sequence[Part]:
    """Choose as our own carrier does: the parts that are not marked as earlier."""
    return [part for part in parts if not part.is_earlier]


def by_trail(trail: Trail) -> Choice:
    """Choose as MedCom does: the parts that the message's own Provenance names as its sources.

    Real senders name ids that no part bears, so parts that nobody has claimed are judged by time.
    """

    def choose(reading: Reading, parts: Sequence[Part]) -> Sequence[Part]:
        step = trail.own
        if step is None or step.activity in _NEW:
            return parts
        claimed = {name for earlier in trail.before.values() for name in earlier.parts}
        free = [part for part in parts if part.id not in claimed and part.id not in step.parts]
        named = [part for part in parts if part.id and part.id in step.parts]
        if named:
            since = min((part.at for part in named if part.at is not None), default=None)
            return [p for p in parts if _is_in(p, named) or (_is_in(p, free) and _later(p, since))]
        return _by_time(reading, parts, free, trail)

    return choose


def _by_time(
    reading: Reading, parts: Sequence[Part], free: Sequence[Part], trail: Trail
) -> Sequence[Part]:
    sent = [step.sent_at for step in trail.before.values() if step.sent_at is not None]
    if sent:
        last = max(sent)
        free = [part for part in free if part.at is not None and part.at > last]
    if free and (sent or len(free) == 1):
        return free
    if not parts:
        return parts
    reading.remark(Remark.OWN_WORDS_UNCLEAR)
    newest = max((part.at for part in parts if part.at is not None), default=None)
    return [part for part in parts if part.at == newest]


def _is_in(part: Part, parts: Sequence[Part]) -> bool:
    return any(part is one for one in parts)


def _later(part: Part, since: Instant | None) -> bool:
    return part.at is not None and since is not None and part.at >= since


def _part(reading: Reading, payload: Node, within: Resource) -> Part:
    at = reading.moment(extension(payload, "datetime-extension"), "valueDateTime")
    identifier = node(extension(payload, "identifier-extension"), "valueIdentifier")
    contact = node(extension(payload, "contact-extension"), "valueContactPoint")
    writer = reading.meant(extension(payload, "practitioner-extension"), "valueReference", within)
    marked = extension(payload, codes.OWN_EXTENSION + codes.EARLIER)
    return Part(
        words=_LINE_BREAK.sub("\n", text(payload, "contentString")),
        attachment=_attachment(node(payload, "contentAttachment")),
        id=plain_value(text(identifier, "value")),
        at=at,
        author=_author(reading, writer),
        phone=text(contact, "value") if word(contact, "system") in ("phone", "") else "",
        is_earlier=flag(marked, "valueBoolean") is True,
    )


def _attachment(data: Node) -> Attachment | None:
    if not data:
        return None
    title, link, size = text(data, "title"), text(data, "url"), data.get("size")
    encoded = data.get("data")
    if not isinstance(size, int) or isinstance(size, bool):
        size = 0
    if isinstance(encoded, str) and not size:
        size = len(encoded) * 3 // 4 - encoded[-2:].count("=")
    shown = f"{title} ({link})" if title and link else title or link
    return Attachment(title=shown, content_type=text(data, "contentType"), size=max(size, 0))


def _author(reading: Reading, writer: Resource | None) -> str:
    """Give the name and the title of whoever wrote."""
    if writer is None:
        return ""
    person = writer
    role = ""
    if writer.kind == "PractitionerRole":
        person = reading.meant(writer.data, "practitioner", writer)
        role = next((words_of(code) for code in nodes(writer.data, "code")), "")
    name = "" if person is None else _person_name(person.data)
    return f"{name} ({role})" if name and role else name or role


def _person_name(data: Node) -> str:
    for name in nodes(data, "name"):
        said = " ".join((*texts(name, "given"), text(name, "family"))).strip()
        if words := said or text(name, "text"):
            return words
    return ""


def _told(part: Part) -> str:
    """Give an earlier part as staff read it: when, who, what."""
    when = "" if part.at is None else to_local(part.at).strftime("%Y-%m-%d %H:%M")
    head = ", ".join(word for word in (when, part.author, part.phone) if word)
    body = part.words if part.attachment is None else f"Bilaga: {part.attachment.title}"
    return f"{head}\n{body}" if head else body


def _category(data: Node) -> str:
    for concept in nodes(data, "category"):
        for code in codes_of(concept, codes.MEDCOM_MARK):
            if words := codes.MEDCOM_CATEGORIES.get(code.lower()):
                return words
        if words := words_of(concept):
            return words
    return ""
