"""Reads an SDK message (Säker digital kommunikation): the letter, and a message attached to it.

Source: DIGG's schema urn:riv:infrastructure:messaging:MessageWithAttachments:3 (version 3.0) and
the envelope XHE 1.0 (OASIS). A readable attachment is the message; otherwise the letter itself is
an administrative message. Whom it is about stands only in its references: the persons that it
names are staff.
"""

import binascii
from collections.abc import Iterator
from datetime import date
from typing import Final, TypeAlias

from msgspec import structs

from kontaktpunkt.domain.message_kind import MessageKind, SetAsideReason
from kontaktpunkt.domain.notice import (
    Attachment,
    Conversation,
    MessageIdentity,
    Notice,
    SetAside,
)
from kontaktpunkt.domain.person.facts import PersonFacts, PersonNumber
from kontaktpunkt.domain.person.number import ReserveIssuer, number_from_system
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.messages.fhir.moments import read_moment
from kontaktpunkt.messages.fhir.remarks import Remark
from kontaktpunkt.messages.found import NotUnderstood, cleaned
from kontaktpunkt.messages.markup.strict_xml import Element
from kontaktpunkt.messages.parcels.contents import MAX_PARTS, Inner, Opened, message_in
from kontaktpunkt.messages.parcels.mail import TextReader
from kontaktpunkt.messages.strict_json import digest_of

MESSAGE: Final = "urn:riv:infrastructure:messaging:MessageWithAttachments:3"
ENVELOPE: Final = "http://docs.oasis-open.org/bdxr/ns/XHE/1/ExchangeHeaderEnvelope"
SYSTEM: Final = "sdk"

_PARTS_OF_ENVELOPE: Final = "http://docs.oasis-open.org/bdxr/ns/XHE/1/AggregateComponents"
_FAMILY: Final = "urn:riv:infrastructure:messaging:MessageWithAttachments:"
_OID: Final = "urn:oid:"
_PERSON_ROOTS: Final = frozenset(
    {"1.2.752.129.2.1.3.1", "1.2.752.129.2.1.3.3", "1.2.752.74.9.1", *ReserveIssuer}
)
_READ_WITHOUT_TIME: Final = date(2026, 1, 1)
_LONGEST_ID: Final = 500
_TRUE: Final = ("true", "1")

Content: TypeAlias = tuple[Attachment, bytes]


def is_sdk(root: Element) -> bool:
    """Say whether this is an SDK message, of any version, or an envelope that one may lie in."""
    return root.namespace.startswith(_FAMILY) or root.namespace == ENVELOPE


def read_sdk(root: Element, inner: Inner, read_words: TextReader) -> Notice | SetAside:
    """Read the message; `inner` reads what is attached, `read_words` its own text.

    Raises `NotUnderstood` when it is sealed, or is no message of the known version.
    """
    payload = _payload(root)
    message = payload.first("message")
    header = message.first("messageHeader") if message is not None else None
    if message is None or header is None:
        raise NotUnderstood(SetAsideReason.NO_HEADER, "messagePayload.message")
    _check_single(header)
    files, texts = _contents(message)
    opened = [Opened(number, inner(data)) for number, (_, data) in enumerate(files, start=1)]
    answer = message_in(opened, Remark.FROM_SDK)
    if isinstance(answer, Notice):
        return answer
    if answer is None and texts:
        told = read_words("\n".join(texts))
        if isinstance(told, Notice):
            return structs.replace(told, remarks=(*told.remarks, *_remarks(header)))
    if answer is not None and answer.reason is SetAsideReason.SEVERAL_MESSAGES:
        return answer
    return _letter(payload, header, tuple(file for file, _ in files), texts)


def _payload(root: Element) -> Element:
    """Give the message itself, out of its envelope when it has one."""
    if root.namespace == MESSAGE and root.name == "messagePayload":
        return root
    if root.namespace != ENVELOPE:
        raise NotUnderstood(SetAsideReason.UNKNOWN_KIND, "messagePayload")
    parts = _below(root, _PARTS_OF_ENVELOPE, "Payloads", "Payload", "PayloadContent")
    elements = [element for part in parts for element in part.children]
    if any(element.name == "EncryptedData" for element in elements):
        raise NotUnderstood(SetAsideReason.ENCRYPTED, "XHE.Payload")
    found = [
        element
        for element in elements
        if element.namespace == MESSAGE and element.name == "messagePayload"
    ]
    if len(found) != 1:
        reason = SetAsideReason.SEVERAL_MESSAGES if found else SetAsideReason.UNKNOWN_KIND
        raise NotUnderstood(reason, "XHE.Payload")
    return found[0]


def _check_single(header: Element) -> None:
    """Hold the header to its schema: of two senders or two ids nobody can say which one counts."""
    seen: set[str] = set()
    for child in header.children:
        if child.namespace == MESSAGE and child.name in seen:
            raise NotUnderstood(SetAsideReason.DUPLICATE_KEY, f"messageHeader.{child.name}"[:80])
        seen.add(child.name)


def _below(element: Element, namespace: str, *path: str) -> Iterator[Element]:
    if not path:
        yield element
        return
    for child in element.children:
        if child.name == path[0] and child.namespace == namespace:
            yield from _below(child, namespace, *path[1:])


def _contents(message: Element) -> tuple[list[Content], list[str]]:
    """Give the attached files with their bytes, and the texts, in the order of the documents."""
    files: list[Content] = []
    texts: list[str] = []
    documents = [one for body in message.all("messageBody") for one in body.all("documents")]
    if len(documents) > MAX_PARTS:
        raise NotUnderstood(SetAsideReason.TOO_MANY_PARTS, "messageBody.documents")
    for document in sorted(documents, key=_place_in_order):
        contents = document.all("ContentFiles")
        if len(files) + len(contents) > MAX_PARTS:
            raise NotUnderstood(SetAsideReason.TOO_MANY_PARTS, "messageBody.documents")
        texts += filter(None, map(_words_of, document.all("ContentText")))
        files += map(_file, contents)
    return files, texts


def _place_in_order(document: Element) -> int:
    index = document.words("index")
    return int(index) if index.isascii() and index.isdigit() and len(index) < _LONGEST_ID else 0


def _words_of(text: Element) -> str:
    return cleaned(text.words("characterSequence"))


def _file(file: Element) -> Content:
    content = file.words("content")
    try:
        data = binascii.a2b_base64(content.encode())
    except (binascii.Error, UnicodeEncodeError):
        raise NotUnderstood(SetAsideReason.BAD_SHAPE, "ContentFiles.content") from None
    title, kind = cleaned(file.words("fileName")), cleaned(file.words("contentType"))
    return Attachment(title=title, content_type=kind, size=len(data)), data


def _letter(
    payload: Element, header: Element, files: tuple[Attachment, ...], texts: list[str]
) -> Notice:
    """Make an administrative message of the letter itself."""
    sent_at = read_moment(header.words("creationDateTime"))
    identity = MessageIdentity(
        SYSTEM, cleaned(header.words("sender", "senderID", "extension")), _id(header)
    )
    remarks = [*_remarks(header)]
    if sent_at is None:
        remarks.append(Remark.UNREADABLE_TIME)
    earlier = cleaned(header.words("refToMessageId"))
    return Notice(
        identity=identity,
        kind=MessageKind.ADMINISTRATIVE_MESSAGE,
        digest=digest_of(_plain(payload)),
        refers_to=(earlier,) if earlier else (),
        happened_at=sent_at,
        built_at=sent_at,
        sent_at=sent_at,
        person=_person(header, sent_at),
        conversation=Conversation(
            thread=cleaned(header.words("conversationId")),
            subject_line=cleaned(header.words("label")),
            text="\n\n".join(texts),
            attachments=files,
        ),
        sender_name=_party(header, "sender", "senderID"),
        sender_unit=_unit(header, "sender"),
        recipient_name=" · ".join(
            filter(None, (_party(header, "recipient", "recipientID"), _unit(header, "recipient")))
        ),
        remarks=tuple(str(remark) for remark in remarks),
    )


def _id(header: Element) -> str:
    name = cleaned(header.words("messageId"))
    if not name or len(name) > _LONGEST_ID:
        raise NotUnderstood(SetAsideReason.NO_IDENTITY, "messageHeader.messageId")
    return name


def _remarks(header: Element) -> Iterator[str]:
    if header.words("confidentiality") in _TRUE:
        yield Remark.CONFIDENTIAL


def _party(header: Element, role: str, identifier: str) -> str:
    """Give an organisation's name, else the id that the federation knows it by."""
    return cleaned(header.words(role, "label") or header.words(role, identifier, "extension"))


def _unit(header: Element, role: str) -> str:
    return cleaned(header.words(role, "attention", "subOrganization", "label"))


def _person(header: Element, sent_at: Instant | None) -> PersonFacts:
    """Give whom the letter is about; nobody when no reference is a number of a person.

    Raises `NotUnderstood` when the references are to several.
    """
    on = _READ_WITHOUT_TIME if sent_at is None else local_day(sent_at)
    found: dict[PersonNumber, str] = {}
    for role in ("recipient", "sender"):
        party = header.first(role)
        attention = party.first("attention") if party is not None else None
        for reference in attention.all("reference") if attention is not None else ():
            root = reference.words("referenceId", "root").removeprefix(_OID)
            value = cleaned(reference.words("referenceId", "extension"))
            if root in _PERSON_ROOTS and value:
                number = number_from_system(_OID + root, value, on)
                found[number] = found.get(number) or cleaned(reference.words("label"))
    if len(found) > 1:
        raise NotUnderstood(SetAsideReason.SEVERAL_PERSONS, "attention.reference")
    return next(
        (PersonFacts(numbers=(number,), family_name=name) for number, name in found.items()),
        PersonFacts(),
    )


def _plain(element: Element) -> list[object]:
    """Give the element as lists: what counts when two messages are held against each other."""
    inner = [_plain(child) for child in element.children]
    return [element.namespace, element.name, element.attributes, element.text.strip(), inner]
