"""One report whole, beside the list: what it says, what is to be looked at, and what came of it."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kontaktpunkt.domain.paper.sheet_number import show
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.ui.widgets.layouts import GAP, Fact, Section
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.deviations.rows import DeviationCard
from kontaktpunkt.wording.deviations import (
    about_words,
    points_words,
    standing_words,
    warning_words,
)
from kontaktpunkt.wording.timeline import tell
from kontaktpunkt.wording.times import full_day, when
from kontaktpunkt.wording.words import word


class ReportCard(QWidget):
    """Says nothing until a report is chosen."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self.points = Text("", "heading")
        self.stands = Text("", "strong")
        self.warning = Text("", "wrong")
        self.facts = Section()
        self.answer = Section("Svaret")
        self.history = Section("Det som hänt")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP)
        for part in (
            self.points,
            self.stands,
            self.warning,
            self.facts,
            self.answer,
            self.history,
        ):
            rows.addWidget(part)

    def show_card(self, card: DeviationCard) -> None:
        """Show a report."""
        place = self._workplace
        now, telling = place.now(), place.telling
        today = local_day(now)
        self.points.setText(points_words(card.row.points, telling))
        self.stands.setText(standing_words(card.row, today).replace("\n", ", ").capitalize())
        warning = warning_words(card)
        self.warning.setText(warning)
        self.warning.setVisible(bool(warning))
        self._facts(card, today)
        self._answer(card, today)
        self.history.clear()
        for entry in card.timeline:
            by = f", {entry.by_name}" if entry.by_name else ""
            gone = "Ångrat: " if entry.struck else ""
            said = f"{when(entry.at, now)}{by}: {gone}{tell(entry.body, telling)}"
            self.history.add(Text(said, "soft"))
        self.history.setVisible(bool(card.timeline))

    def _facts(self, card: DeviationCard, today: date) -> None:
        content, row = card.content, card.row
        at = f" {content.happened_time:%H:%M}" if content.happened_time is not None else ""
        happened = f"{full_day(row.happened_on, today)}{at}" if row.happened_on is not None else ""
        consent = "" if row.case is None or row.masked else word(content.consent)
        received = full_day(row.received_on, today) if row.received_on is not None else ""
        self._fill(
            self.facts,
            (
                ("Gäller", about_words(row, today).replace("\n", ", ")),
                ("Hände", ", ".join(part for part in (happened, content.place) if part)),
                ("Motpart", row.other_side),
                ("Beskrivning", content.description),
                ("Följd och risk", content.consequence),
                ("Gjort genast", content.action),
                ("Samtycke", consent),
                ("Skickas till", content.address.replace("\n", ", ")),
                ("Kopia", "till MAS" if content.copy_to_mas else ""),
                ("Rapporterad av", _reporter(card)),
                ("Blad", ", ".join(f"nr {show(number)}" for number in card.papers)),
                ("Mottagen", received),
                ("Vad det ledde till", card.followed_up.text if card.followed_up else ""),
                ("Återkallad", card.withdrawn.text if card.withdrawn else ""),
            ),
        )

    def _answer(self, card: DeviationCard, today: date) -> None:
        answer = card.answer
        self.answer.setVisible(answer is not None)
        if answer is None:
            return
        came = ", ".join(
            part for part in (full_day(answer.answered_on, today), answer.answered_by) if part
        )
        self._fill(
            self.answer,
            (
                ("Kom", came),
                ("Orsak", answer.cause),
                ("Åtgärder", answer.measures),
                ("Följder", answer.consequences),
                ("Följs upp", answer.follow_up),
            ),
        )

    def _fill(self, section: Section, facts: tuple[tuple[str, str], ...]) -> None:
        section.clear()
        for label, text in facts:
            if text:
                section.add(Fact(label, text))


def _reporter(card: DeviationCard) -> str:
    content = card.content
    said = (content.reporter, content.role, content.unit, content.phone)
    return ", ".join(part for part in said if part)
