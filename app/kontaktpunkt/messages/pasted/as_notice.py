"""Makes a notice of a text that says what message it is and about whom, else says why not."""

import hashlib
import re
from datetime import date
from functools import lru_cache
from typing import Final

from kontaktpunkt import assets
from kontaktpunkt.domain.message_kind import MessageKind, SetAsideReason
from kontaktpunkt.domain.notice import MessageIdentity, Notice, SetAside
from kontaktpunkt.domain.pasted import Pasted, PastedCertainty, PastedField, PastedLabels
from kontaktpunkt.domain.profile import ProfileFault, load_profile
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.messages.fhir.remarks import Remark
from kontaktpunkt.messages.fhir.stay import what_happened_at
from kontaktpunkt.messages.pasted.understanding import LONGEST_TEXT, read_pasted

SYSTEM: Final = "text"
"""The source system of messages that came as plain text."""

_READ_WITHOUT_TIME: Final = date(2026, 1, 1)
"""The day by which numbers are read in a text that says no time of sending."""

_CHANGES: Final = re.compile(r"(?:makuler|rättel|rättad|rättat|återkall)", re.IGNORECASE)
_LAW: Final = "lag-2017-612.toml"


@lru_cache(maxsize=1)
def plain_labels() -> PastedLabels:
    """Give the labels of the law's own layer, for whoever has no profile at hand."""
    try:
        text = (assets.resources() / "profiles" / _LAW).read_text("utf-8")
        return load_profile([text]).pasted_labels
    except (OSError, UnicodeDecodeError, ProfileFault):
        # Without labels nothing is understood, and each text is set aside: never a crash.
        return PastedLabels()


def read_text(text: str, labels: PastedLabels | None = None) -> Notice | SetAside:
    """Read a whole text as one message: it must name the kind and the person by their labels."""
    if len(text) > LONGEST_TEXT:
        return SetAside(reason=SetAsideReason.NOTHING_UNDERSTOOD)
    known = plain_labels() if labels is None else labels
    pasted = read_pasted(text, known, _READ_WITHOUT_TIME)
    if pasted.sent_at is not None:
        pasted = read_pasted(text, known, local_day(pasted.sent_at))
    digest = hashlib.sha256(" ".join(text.split()).encode(errors="replace")).digest()
    reason = _why_not(text, pasted)
    if reason is not None:
        seen = pasted.person if pasted.person.numbers else None
        return SetAside(reason=reason, person=seen, digest=digest)
    return _notice(pasted, digest)


def _why_not(text: str, pasted: Pasted) -> SetAsideReason | None:
    """Say why the text cannot stand as a message, None when it can."""
    if not any(piece.certainty is PastedCertainty.UNDERSTOOD for piece in pasted.pieces):
        return SetAsideReason.NOTHING_UNDERSTOOD
    numbers = {
        piece.words
        for piece in pasted.pieces
        if piece.field is PastedField.NUMBER and piece.certainty is PastedCertainty.OFFERED
    }
    if numbers:
        several = len(numbers) > 1 or pasted.person.numbers
        return SetAsideReason.SEVERAL_PERSONS if several else SetAsideReason.NO_PERSON
    if pasted.kind is None:
        return SetAsideReason.UNKNOWN_KIND
    return _what_is_missing(text, pasted, pasted.kind)


def _what_is_missing(text: str, pasted: Pasted, kind: MessageKind) -> SetAsideReason | None:
    """Say what a text of a known kind lacks."""
    if not pasted.person.numbers:
        return SetAsideReason.NO_PERSON
    changed = any(_CHANGES.match(text, start, end) for start, end in pasted.rest)
    if changed or kind is MessageKind.ACKNOWLEDGEMENT:
        # A text can say that it corrects another message, but not which one.
        return SetAsideReason.UNKNOWN_ACTIVITY
    if kind is MessageKind.READINESS_NOTICE and pasted.sent_at is None:
        # Lag 2017:612 5 kap. 4 §: the days are counted from when the notice was sent.
        return SetAsideReason.BAD_TIME
    if kind is MessageKind.LEAVE_NOTICE and pasted.stay.leave_at is None:
        return SetAsideReason.BAD_TIME
    return None


def _notice(pasted: Pasted, digest: bytes) -> Notice:
    kind = pasted.kind
    assert kind is not None, "only a text that names its kind is made a notice"  # noqa: S101 - ours
    return Notice(
        identity=MessageIdentity(SYSTEM, pasted.sender_name, digest.hex()),
        kind=kind,
        digest=digest,
        happened_at=what_happened_at(kind, pasted.stay),
        sent_at=pasted.sent_at,
        person=pasted.person,
        stay=pasted.stay,
        summons=pasted.summons,
        conversation=pasted.conversation,
        sender_name=pasted.sender_name,
        recipient_name=pasted.recipient_name,
        remarks=(Remark.NOT_ALL_UNDERSTOOD.value,) if pasted.rest else (),
    )
