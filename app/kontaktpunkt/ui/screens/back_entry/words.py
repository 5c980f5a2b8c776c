"""What is said of a paper that has been entered: what is left, what may be the same, what was."""

from kontaktpunkt.domain.events.office import SheetDirection
from kontaktpunkt.domain.paper.form import fields_of
from kontaktpunkt.domain.profile.rule_profile import RuleProfile
from kontaktpunkt.domain.states.sheet import ACCOUNTED_FOR
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.back_entry.rows import (
    EarlierEntry,
    JoinedTwin,
    SheetEntryPage,
    SheetTwin,
)
from kontaktpunkt.wording.times import when
from kontaktpunkt.wording.words import kind_name, word


def what_is_left(page: SheetEntryPage, system: str) -> str:
    """Say what is left to do with the paper."""
    parts = ["Införd."]
    if page.not_understood:
        parts.append(f"{len(page.not_understood)} fält gick inte att tolka och sparades som text.")
    if page.set_aside is not None:
        parts.append("Personnumret stämmer inte: bladet ligger i Ej inläst tills det är rättat.")
    if page.asks_check:
        parts.append(f"Någon annan än {page.entered_by_name} ska hålla det mot pappret.")
    if page.stage in ACCOUNTED_FOR:
        parts.append(f"Numret är {word(page.stage)}.")
    elif page.direction is SheetDirection.TOLD_BY_PHONE:
        parts.append(f"Sjukhuset dokumenterar i {system}: notera som återfunnen när det står där.")
    elif not page.text:
        parts.append("Inget att kopiera står på den.")
    elif page.direction is SheetDirection.OWN_USE:
        parts.append("Kopiera texten dit den ska, och notera som dokumenterad.")
    else:
        parts.append(f"Klistra in texten i {system}, och notera som dokumenterad.")
    return " ".join(parts)


def unread_words(page: SheetEntryPage) -> str:
    """Say which fields could not be read, with what stands in them."""
    told = [
        f"{field.label}: {_plain(page.values.get(field.key, ''))}"
        for field in fields_of(page.form)
        if field.key in page.not_understood
    ]
    return f"Gick inte att tolka: {'; '.join(told)}" if told else ""


def twin_words(twin: SheetTwin, profile: RuleProfile | None, came: str) -> str:
    """Say which message it is, and in what it differs from the paper."""
    kind = kind_name(twin.kind, profile)
    head = " · ".join(part for part in (kind, twin.person, f"kom {came}") if part)
    lines = [
        f"{one.label}: {one.on_paper or 'tomt'} på pappret, {one.in_message or 'tomt'} i systemet"
        for one in twin.differences
    ]
    return "\n".join([head, *(lines or ["Inget skiljer."])])


def joined_words(twin: JoinedTwin, profile: RuleProfile | None, now: Instant) -> str:
    """Say which message is one with the paper's, and from when we are held to have known."""
    kind = kind_name(twin.kind, profile) if twin.kind is not None else "ett meddelande"
    sent = f", sänt {when(twin.sent_at, now)}" if twin.sent_at is not None else ""
    told = f" Underrättade {when(twin.told_at, now)}." if twin.told_at is not None else ""
    return f"Samma som {kind} i systemet{sent}.{told}"


def earlier_words(entry: EarlierEntry, page: SheetEntryPage, now: Instant) -> str:
    """Say what an earlier entry said otherwise than the one that holds."""
    by = f" av {entry.by_name}" if entry.by_name else ""
    told = [
        f"{field.label}: {_plain(entry.values.get(field.key, ''))}"
        for field in fields_of(page.form)
        if entry.values.get(field.key, "") != page.values.get(field.key, "")
    ]
    return f"Infört tidigare {when(entry.noted_at, now)}{by}. {'; '.join(told) or 'Lika.'}"


def _plain(value: object) -> str:
    if isinstance(value, str):
        return value or "tomt"
    return "ikryssad" if value is True else "annat"
