"""Words about our own care requests: how one stands, and the text that is sent with the person."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from kontaktpunkt.domain.events.care_request import (
    CareRequestContent,
    MedicalPlan,
    PrimaryCareDecided,
)
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.usecases.care_request_rows import CareRequestRow, Standing
from kontaktpunkt.wording.times import full_day, when
from kontaktpunkt.wording.words import word

HEADINGS: Final = {
    Standing.TO_SEND: "Ska sändas",
    Standing.MISSING: "Saknas",
    Standing.OLD: "Ska ses över",
    Standing.KEPT: "Finns",
}


def standing_words(row: CareRequestRow, system: str, now: Instant) -> str:
    """Say in a line how it stands: "Ska sändas i SAMSA, väntar sedan 02:10"."""
    today = local_day(now)
    match row.standing:
        case Standing.TO_SEND:
            since = f", väntar sedan {when(row.since, now)}" if row.since is not None else ""
            return f"Ska sändas i {system}{since}"
        case Standing.MISSING:
            return "Saknas" + (", på sjukhus" if row.in_hospital else ", har ett pågående ärende")
        case _:
            return _kept(row, today)


def _kept(row: CareRequestRow, today: date) -> str:
    read = ""
    if row.looked_over_at is not None:
        read = f"läst {full_day(local_day(row.looked_over_at), today)}"
    by = row.look_over_by
    again = ""
    if by is not None:
        late = row.standing is Standing.OLD
        again = f"{'skulle ses över' if late else 'ses över'} {full_day(by, today)}"
    consent = ""
    if row.consent is not None:
        consent = f"samtycke {word(row.consent)}"
    plan = ""
    if row.medical_plan is MedicalPlan.MISSING:
        plan = "medicinsk vårdplan saknas"
    return ", ".join(part for part in (read, again, consent, plan) if part).capitalize()


def consent_words(content: CareRequestContent) -> str:
    """Say the consent whole: "lämnat till SAMSA, 2026-03-02, enligt dottern"."""
    parts = [word(content.consent), content.consent_scope]
    if content.consent_on is not None:
        parts.append(content.consent_on.isoformat())
    if content.consent_told_by:
        parts.append(f"enligt {content.consent_told_by}")
    return ", ".join(part for part in parts if part)


def text_to_send(content: CareRequestContent | None, note: str = "") -> str:
    """Write the text that is copied into the region's system; it names nobody.

    The person is chosen there. What is not known is said to be not known.
    """
    kept = content or CareRequestContent()
    lines = [f"Insatser: {kept.services or 'inte angivna'}"]
    lines += [f"Socialt status: {kept.social_status or 'inte angivet'}"]
    lines += [f"Samtycke: {consent_words(kept)}"]
    lines += [f"Medicinsk vårdplan: {word(kept.medical_plan)}"]
    if note.strip():
        lines.append(f"Nu: {note.strip()}")
    return "\n".join(lines)


def counted(rows: Sequence[CareRequestRow]) -> str:
    """Say how many stand how: "Ska sändas 1 · Saknas 3 · Ska ses över 2 · Finns 40"."""
    found = dict.fromkeys(Standing, 0)
    for row in rows:
        found[row.standing] += 1
    parts = [f"{HEADINGS[one]} {count}" for one, count in found.items() if count]
    return " · ".join((*parts, *_plans(rows)))


def _plans(rows: Iterable[CareRequestRow]) -> tuple[str, ...]:
    """Say for how many there is a medical plan, of those whose care request says how it stands."""
    known = [row.medical_plan for row in rows if row.medical_plan is not None]
    if not known:
        return ()
    have = sum(one is MedicalPlan.EXISTS for one in known)
    return (f"Medicinsk vårdplan {have} av {len(known)} ({round(100 * have / len(known))} %)",)


def decision_words(body: PrimaryCareDecided, at: str) -> str:
    """Say what was decided together: "Inskriven i kommunal primärvård, 09:10 av A och B."."""
    names = " och ".join(name for name in (body.ours, body.theirs) if name)
    by = f" av {names}" if names else ""
    note = f" {body.note}" if body.note else ""
    return f"{word(body.decision).capitalize()}, {at}{by}.{note}"
