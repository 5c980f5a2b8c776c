"""Evidence in words: what was sent when, and what a statute makes of it; grey, never red."""

from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.ui.widgets.layouts import Section
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.rows import CasePage, CaseRow, Evidence, EvidenceKind
from kontaktpunkt.wording.times import ago, day, planned, span, when


class ClocksPanel(Section):
    """The times of the stay and the evidence from its messages, said anew every minute."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("Tider och underlag")
        self._workplace = workplace
        self._page: CasePage | None = None

    def show_page(self, page: CasePage) -> None:
        """Show the times and the evidence of a case."""
        self._page = page
        self.tick(self._workplace.now())

    def tick(self, now: Instant) -> None:
        """Say the spans anew."""
        if self._page is None:
            return
        self.clear()
        lines = stay_lines(self._page.row, now)
        for line in lines:
            self.add(Text(line))
        for evidence in self._page.evidence:
            said, rule = evidence_words(evidence, now)
            self.add(Text(said))
            if rule:
                self.add(Text(rule, "soft"))
        self.setVisible(bool(lines or self._page.evidence))


def stay_lines(row: CaseRow, now: Instant) -> tuple[str, ...]:
    """Say when the stay began, when it is to end and when it ended; readiness is evidence."""
    lines = [
        _line("Kom in", row.admitted_at, now),
        _expected(row, now),
        _line("Utskriven", row.discharged_at, now),
        "Avliden" if row.deceased else "",
        "På permission" if row.on_leave else "",
    ]
    return tuple(line for line in lines if line)


def _line(label: str, at: Instant | None, now: Instant) -> str:
    return f"{label} {when(at, now)}, {ago(at, now)}" if at is not None else ""


def _expected(row: CaseRow, now: Instant) -> str:
    """Say the planned discharge, and from when it was moved."""
    if row.expected_discharge is None:
        return ""
    said = f"Beräknad utskrivning {planned(row.expected_discharge, now)}"
    if row.expected_before is None:
        return said
    return f"{said}, flyttad från {planned(row.expected_before, now)}"


def evidence_words(evidence: Evidence, now: Instant) -> tuple[str, str]:
    """Say a line of evidence, and below it the rule it comes from."""
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
    after = f" efter {span(evidence.minutes)}" if evidence.minutes is not None else ""
    within = "inom 24 tim" if evidence.holds else "senare än 24 tim"
    return f"Inskrivningsmeddelandet sändes{after}, {within}"
