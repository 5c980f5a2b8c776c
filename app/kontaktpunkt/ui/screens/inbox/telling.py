"""What the card says of a message, in words: facts, evidence, timeline; pure, now handed in."""

from collections.abc import Iterable
from html import escape

from kontaktpunkt.domain.events.message import MessageSetAside, MessageTakenIn
from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.paper.exercise_number import show_number
from kontaktpunkt.domain.staff import WithUs
from kontaktpunkt.domain.states import PersonState
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.ui.theme.tokens import Tokens
from kontaktpunkt.ui.widgets.text import unbroken
from kontaktpunkt.usecases.rows import InboxRow, TimelineEntry
from kontaktpunkt.wording.names import identity, on_word_of
from kontaktpunkt.wording.telling import Telling
from kontaktpunkt.wording.timeline import entry_words
from kontaktpunkt.wording.times import clock, full_day, when
from kontaktpunkt.wording.words import word

Facts = list[tuple[str, str]]


def message_facts(body: MessageTakenIn, now: Instant) -> Facts:
    """Say what the message says, in the municipality's words; what it does not say is left out."""
    stay, summons = body.stay, body.summons
    facts: list[tuple[str, str]] = [
        (_admitted(body.message_kind), _when(stay.admitted_at, now)),
        ("Utskrivningsklar", _when(stay.ready_at, now)),
        ("Beräknad utskrivning", _when(stay.expected_discharge, now)),
        ("Utskriven", _when(stay.discharged_at, now)),
        ("Till", stay.discharged_to),
        (_leave_label(leave_started=stay.leave_started), _when(stay.leave_at, now)),
        ("Processpår", stay.track),
        ("Samtycke", {True: "ja", False: "nej", None: ""}[stay.consent]),
        ("SIP", _when(summons.meeting_at, now)),
        ("Form", summons.form),
        ("Plats", summons.place),
        ("Deltagare", ", ".join(summons.participants)),
        ("Ärendemening", body.conversation.subject_line),
        ("Bilagor", ", ".join(part.title for part in body.conversation.attachments)),
        ("Uppgift från", on_word_of(body.on_word).removeprefix(" enligt uppgift från ")),
        ("Avsändare", ", ".join(part for part in (body.sender_name, body.sender_unit) if part)),
        ("Sänt", _when(body.sent_at, now)),
        ("Inkom", word(body.carrier)),
    ]
    return [(label, text) for label, text in facts if text]


def paper_facts(row: InboxRow, now: Instant) -> Facts:
    """Say on which numbered paper a message came too, or may have."""
    paper = row.on_paper
    if paper is None:
        return []
    told = f", underrättade {when(paper.told_at, now)}" if paper.told_at is not None else ""
    head = "samma som" if paper.joined else "har kommit på papper,"
    return [("Papper", f"{head} blankett nr {show_number(paper.number)}{told}")]


def _admitted(kind: MessageKind) -> str:
    """Name the time when she came: who is on the emergency ward is not admitted."""
    return "Kom in" if kind is MessageKind.EMERGENCY_STAY_NOTICE else "Inskriven"


def set_aside_facts(body: MessageSetAside) -> Facts:
    """Say why an original could not be read, and where."""
    facts = [("Varför", word(body.reason)), ("Var", body.place), ("Fil", body.file_name)]
    return [(label, text) for label, text in facts if text]


def person_facts(person: PersonState, now: Instant) -> Facts:
    """Say who the person is, as far as this reader may see."""
    today = local_day(now)
    address = next((one for one in person.addresses), None)
    shown = ""
    if address is not None and not person.is_protected:
        place = f"{address.postal_code} {address.city}".strip()
        shown = ", ".join(part for part in (*address.lines, place) if part)
    facts = [
        ("Nummer", identity(person.number, person.birth_date, today, whole=True)),
        ("Adress", shown),
        ("Telefon", "" if person.is_protected else person.phone),
        ("Folkbokförd", person.home_municipality),
    ]
    return [(label, text) for label, text in facts if text]


def with_us_facts(with_us: WithUs) -> Facts:
    """Say whom to ring here, by role, name and number."""
    roles = (
        ("Enhet", with_us.unit, with_us.unit_phone),
        ("Enhetschef", with_us.unit_manager, with_us.unit_manager_phone),
        ("Sjuksköterska", with_us.nurse, with_us.nurse_phone),
        ("Arbetsterapeut/fysioterapeut", with_us.therapist, with_us.therapist_phone),
        ("Handläggare", with_us.caseworker, with_us.caseworker_phone),
        ("Fast vårdkontakt", with_us.named_care_contact, with_us.named_care_contact_phone),
    )
    return [
        (label, "  ".join(part for part in (name, unbroken(phone)) if part))
        for label, name, phone in roles
        if name or phone
    ]


def facts_html(facts: Iterable[tuple[str, str]], tokens: Tokens) -> str:
    """Lay facts in two columns as rich text."""
    rows = "".join(
        f'<tr><td style="color:{tokens.text_soft}; padding-right:10px;" valign="top">'
        f"{escape(label)}</td><td>{_lines(text)}</td></tr>"
        for label, text in facts
    )
    return f'<table cellspacing="0" cellpadding="1">{rows}</table>' if rows else ""


def timeline_html(
    entries: Iterable[TimelineEntry], telling: Telling, now: Instant, tokens: Tokens
) -> str:
    """Lay the timeline, newest first: when, what, who; what was withdrawn is struck through."""
    rows: list[str] = []
    day = ""
    for entry in entries:
        this_day = full_day(local_day(entry.at), local_day(now))
        if this_day != day:
            day = this_day
            shown = "i dag" if local_day(entry.at) == local_day(now) else day
            rows.append(
                f'<tr><td colspan="2" style="color:{tokens.text_soft};">{escape(shown)}</td></tr>'
            )
        what = _lines(entry_words(entry, telling))
        if entry.struck:
            what = f'<s style="color:{tokens.text_soft};">{what}</s>'
        who = f' <span style="color:{tokens.text_soft};">{escape(entry.by_name)}</span>'
        rows.append(
            f'<tr><td style="color:{tokens.text_soft}; padding-right:10px;" valign="top">'
            f"{clock(entry.at)}</td><td>{what}{who if entry.by_name else ''}</td></tr>"
        )
    return f'<table cellspacing="0" cellpadding="1">{"".join(rows)}</table>' if rows else ""


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _when(at: Instant | None, now: Instant) -> str:
    return when(at, now) if at is not None else ""


def _leave_label(*, leave_started: bool | None) -> str:
    return "Åter från permission" if leave_started is False else "Permission från"
