"""Evidence in words: what was sent when, and what a statute makes of it; never a reproach."""

from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.usecases.rows import Evidence, EvidenceKind
from kontaktpunkt.wording.times import ago, day, span, when


def evidence_words(evidence: Evidence, now: Instant) -> tuple[str, str]:
    """Say a line of evidence, and the rule that it comes from ('' when there is none)."""
    rule = f"Enligt {evidence.rule}" if evidence.rule else ""
    if evidence.kind is EvidenceKind.ADMISSION_NOTICE_IN_TIME:
        return _in_time(evidence), rule
    if evidence.kind is EvidenceKind.READINESS_AGE:
        if evidence.at is None:
            return f"Utskrivningsklar: {evidence.missing or 'tiden saknas'}", rule
        return f"Utskrivningsklar sedan {when(evidence.at, now)}, {ago(evidence.at, now)}", rule
    if evidence.day is None:
        missing = evidence.missing or "underlag saknas"
        return f"Betalningsansvar räknas inte: {missing}", rule
    first = f"Betalningsansvar tidigast {day(evidence.day, local_day(now))}"
    return first, f"{rule}, avtal kan gälla" if rule else "Avtal kan gälla"


def _in_time(evidence: Evidence) -> str:
    if evidence.holds is None:
        return f"Inskrivningsmeddelande inom 24 tim: går inte att säga, {evidence.missing}"
    if evidence.minutes is not None and evidence.minutes < 0:
        return "Inskrivningsmeddelandet sändes före inskrivningen, inom 24 tim"
    after = f" efter {span(evidence.minutes)}" if evidence.minutes is not None else ""
    within = "inom 24 tim" if evidence.holds else "senare än 24 tim"
    return f"Inskrivningsmeddelandet sändes{after}, {within}"
