"""Below the lists: the chosen place with its history, and need against places week by week."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.ui.widgets.layouts import GAP, Fact, Section
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.short_term.rows import PlaceCard, ShortTermPage
from kontaktpunkt.wording.short_term import (
    past_words,
    place_head,
    said_of,
    standing_of,
    until_of,
    week_words,
    who_of,
)
from kontaktpunkt.wording.timeline import tell
from kontaktpunkt.wording.times import when

_PAST_SHOWN = 5
_TOLD_SHOWN = 8


class PlaceDetails(Section):
    """All that is known of the chosen place."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("Vald plats")
        self._workplace = workplace
        self.head = Text("", "strong")
        self.facts = {
            label: Fact(label)
            for label in ("Läge", "Vem", "Till", "Uppgift från", "Tidigare", "Händelser")
        }
        self.add(self.head)
        for fact in self.facts.values():
            self.add(fact)
        self.hide()

    def show_card(self, card: PlaceCard | None, now: Instant) -> None:
        """Show a place; nothing hides it all."""
        self.setVisible(card is not None)
        if card is None:
            return
        row = card.row
        self.head.setText(place_head(row))
        told = [
            f"{when(one.at, now)} {tell(one.body, self._workplace.telling)}"
            + (f", {one.by_name}" if one.by_name else "")
            + (" (ångrat)" if one.struck else "")
            for one in card.timeline[:_TOLD_SHOWN]
        ]
        said = {
            "Läge": standing_of(row, now),
            "Vem": who_of(row),
            "Till": until_of(row, now),
            "Uppgift från": said_of(row, now),
            "Tidigare": "\n".join(past_words(one, now) for one in card.past[:_PAST_SHOWN]),
            "Händelser": "\n".join(told),
        }
        for label, words in said.items():
            self.facts[label].set_text(words)


class Weeks(QWidget):
    """Needed against available, and how long those waited who have got a place."""

    def __init__(self) -> None:
        super().__init__()
        self.section = Section("Behov mot platser")
        self.text = Text("")
        self.note = Text(
            "Behövs: alla som har, väntar på eller är utlovade en plats någon dag i veckan. "
            "Permanenta platser räknas inte.",
            "soft",
        )
        self.past = Section("Har lämnat, senaste 90 dagarna")
        self.left = Text("")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP)
        self.section.add(self.text)
        self.section.add(self.note)
        self.past.add(self.left)
        rows.addWidget(self.section)
        rows.addWidget(self.past)

    def show_page(self, page: ShortTermPage, now: Instant) -> None:
        """Show the weeks of a page."""
        today = local_day(now)
        self.text.setText("\n".join(week_words(line, today) for line in page.weeks))
        lines = [f"{one.place_name}: {past_words(one, now)}" for one in page.history]
        self.left.setText("\n".join(lines[:_TOLD_SHOWN]))
        self.past.setVisible(bool(lines))
