"""Evidence in words: what was sent when, and what a statute makes of it; grey, never red."""

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.widgets.layouts import Section
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.rows import CasePage, CaseRow
from kontaktpunkt.wording.evidence import evidence_words
from kontaktpunkt.wording.times import ago, planned, when


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
