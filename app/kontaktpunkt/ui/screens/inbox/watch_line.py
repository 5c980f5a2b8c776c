"""One calm line in the inbox's head: who looked last in the region's inbox, and what is next."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.text import Elided, repolish
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.duty.rows import WatchPage
from kontaktpunkt.wording.duty import coming_words, last_words, missed_words


class WatchLine(QWidget):
    """Says how the region's inbox is watched; red only when a look has been missed."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self.words = Elided("", "soft")
        self.stamp = button("Bevakat   Ctrl+B", "link")
        self.stamp.clicked.connect(workplace.watching.panel_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.stamp)
        workplace.watching.told.connect(self._show)

    def _show(self, page: WatchPage) -> None:
        now = self._workplace.now()
        missed = missed_words(page, now)
        self.words.set_text(missed or watch_words(page, now))
        is_due = page.coming is not None and page.coming.due <= now
        self.words.setProperty("role", "wrong" if missed else "today" if is_due else "soft")
        repolish(self.words)
        self.stamp.setText(f"Bevakat {page.system}   Ctrl+B")
        self.stamp.setAccessibleName(f"Bevakat {page.system}")
        self.stamp.setToolTip(f"Säg att du har tittat i {page.system} (Ctrl+B)")


def watch_words(page: WatchPage, now: Instant) -> str:
    """Say who looked last and when the next look is expected."""
    parts = (last_words(page, now), coming_words(page, now))
    return " · ".join(part for part in parts if part)
