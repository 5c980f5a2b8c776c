"""What is said of a 23-timmars matter: its clock, the contact, and who takes it when."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from kontaktpunkt.domain.emergency import EmergencySpan
from kontaktpunkt.domain.events.emergency import EmergencyOutcome
from kontaktpunkt.domain.profile import Answerer
from kontaktpunkt.domain.profile.emergency import EmergencyWatch
from kontaktpunkt.domain.states import DecisionState, NotedOutcome, PatientContact
from kontaktpunkt.domain.times import Instant, minutes_between
from kontaktpunkt.usecases.case_lines.emergency import EmergencyLine
from kontaktpunkt.wording.times import ago, span, when
from kontaktpunkt.wording.words import word

NO_CONTACT = "Ingen kontakt ännu"
NOBODY = "Ingen utsedd"
WAITS_FOR_ADMISSION = "väntar på inskrivningsmeddelande"


def clock_words(span_of: EmergencySpan | EmergencyLine, now: Instant) -> str:
    """Say when the 23 hours run out, or that they have: "23 timmar går ut …"."""
    hours = (span_of.due_at - span_of.started_at) // 3_600_000_000
    if span_of.ended_at is not None:
        stayed = span(minutes_between(span_of.started_at, span_of.ended_at))
        return f"Var där {stayed}, till {when(span_of.ended_at, now)}"
    if now > span_of.due_at:
        over = span(minutes_between(span_of.due_at, now))
        return f"{hours} timmar gick ut {when(span_of.due_at, now)}, {over} över"
    return f"{hours} timmar går ut {when(span_of.due_at, now)}, {ago(span_of.due_at, now)}"


def no_contact_words(told_at: Instant, tries: int, now: Instant) -> str:
    """Say that nobody has reached her, for how long, and how often it was tried."""
    tried = {0: "", 1: ", sökt en gång utan svar"}.get(tries, f", sökt {tries} gånger utan svar")
    return f"{NO_CONTACT}, {span(minutes_between(told_at, now))} sedan beskedet{tried}"


def line_words(line: EmergencyLine, now: Instant) -> tuple[str, ...]:
    """Say a matter in two short lines, for the card beside the inbox and for tooltips."""
    if line.outcome is not None:
        return (clock_words(line, now), outcome_of_line(line.outcome))
    if line.ended_at is not None:
        return (clock_words(line, now),)
    if line.contacted_at is None:
        return (clock_words(line, now), no_contact_words(line.told_at, line.tries, now))
    return (clock_words(line, now), f"Första kontakten {when(line.contacted_at, now)}")


def short_words(line: EmergencyLine, now: Instant) -> str:
    """Say in a few words what stands out: no contact first, else what is left of the time."""
    if line.outcome is EmergencyOutcome.ADMITTED:
        return WAITS_FOR_ADMISSION
    if line.ended_at is not None:
        return ""
    if line.contacted_at is None:
        return "ingen kontakt"
    left = span(minutes_between(now, line.due_at))
    return f"{left} över" if now > line.due_at else f"{left} kvar"


def outcome_of_line(outcome: EmergencyOutcome) -> str:
    """Say where the person went; of an admission also what we wait for."""
    said = word(outcome)
    said = f"{said[:1].upper()}{said[1:]}"
    return f"{said}: {WAITS_FOR_ADMISSION}" if outcome is EmergencyOutcome.ADMITTED else said


def outcome_words(noted: NotedOutcome, names: Mapping[UUID, str], now: Instant) -> str:
    """Say where the person went, when and by whose note."""
    text = f". {noted.text}" if noted.text else ""
    return f"{outcome_of_line(noted.outcome)}, {_noted(noted.at, noted.by, names, now)}{text}"


def contact_words(contact: PatientContact, names: Mapping[UUID, str], now: Instant) -> str:
    """Say one contact: when, by whom, how, and whether there was an answer."""
    who = contact.on_word.name if contact.on_word is not None else ""
    noted = _noted(contact.at, contact.by, names, now)
    by = (
        f"{when(contact.at, now)} av {who}, noterat av {_name(contact.by, names)}" if who else noted
    )
    how = word(contact.way) if contact.answered else "ej svar"
    whom = f", talade med {contact.counterpart}" if contact.counterpart else ""
    phone = f", {_unbroken(contact.phone)}" if contact.phone else ""
    text = f". {contact.text}" if contact.text else ""
    return f"{by}, {how}{whom}{phone}{text}"


def decision_words(decided: DecisionState, names: Mapping[UUID, str], now: Instant) -> str:
    """Say what was decided together on enrolment, by whom on each side, and who noted it."""
    body = decided.body
    said = word(body.decision)
    both = ", ".join(
        part
        for part in (
            f"för kommunen {body.ours}" if body.ours else "",
            f"för regionen {body.theirs}" if body.theirs else "",
        )
        if part
    )
    note = f". {body.note}" if body.note else ""
    noted = _noted(decided.at, decided.by, names, now)
    return f"{said[:1].upper()}{said[1:]}{f': {both}' if both else ''}. Noterat {noted}{note}"


def watch_words(
    watches: Sequence[EmergencyWatch], manager: Answerer | None, now: Instant
) -> tuple[str, ...]:
    """Say who takes it now and after that; never silent where nobody is named."""
    lines: list[str] = []
    for place, watch in enumerate(watches):
        until = f" till {when(watch.until, now)}" if watch.until is not None else ""
        time = f"Nu{until}" if place == 0 else f"Efter {when(watch.since, now)}"
        if place and watch.until is not None:
            time += f",{until}"
        lines.append(f"{time}: {_holder(watch, manager)}")
    return tuple(lines)


def _holder(watch: EmergencyWatch, manager: Answerer | None) -> str:
    if watch.at_office:
        return "ni på kontaktpunkten, det är kontorstid."
    if watch.holder is not None:
        return f"{watch.holder.label}."
    if manager is None:
        return f"{NOBODY}. Ring chef i beredskap (numret är inte ifyllt i reglerna)."
    phone = (
        f", {_unbroken(manager.note)}" if manager.note else " (numret är inte ifyllt i reglerna)"
    )
    return f"{NOBODY}. Ring {manager.label[:1].lower()}{manager.label[1:]}{phone}."


def _noted(at: Instant, by: UUID | None, names: Mapping[UUID, str], now: Instant) -> str:
    name = _name(by, names)
    return when(at, now) + (f" av {name}" if name else "")


def _name(staff: UUID | None, names: Mapping[UUID, str]) -> str:
    return names.get(staff, "") if staff is not None else ""


def _unbroken(phone: str) -> str:
    """Keep a phone number on one line: broken over two it is dialled wrong."""
    return phone.replace(" ", "\N{NO-BREAK SPACE}")
