"""Vem gör vad: who answers now, roles by messages, hours, days ahead, and the watch."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kontaktpunkt.domain.profile import DayKind, ProfileValue
from kontaktpunkt.domain.profile.gaps import entered_in
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.screens.duty import words
from kontaktpunkt.ui.screens.duty.table import WordTable
from kontaktpunkt.ui.widgets.buttons import KeyHintButton, button
from kontaktpunkt.ui.widgets.layouts import GAP, Flow, Section, Sheet
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Changed
from kontaktpunkt.usecases.duty.rows import DutyPage, KindPage
from kontaktpunkt.wording.duty import (
    calendar_words,
    coming_words,
    duty_words,
    gap_words,
    kind_of_day,
    last_words,
    missed_words,
    missing_words,
    value_source,
)
from kontaktpunkt.wording.times import full_day

_WIDE = 1000
"""From so many pixels at 100 percent the days ahead stand beside the table, else below it."""


class DutyScreen(Screen):
    """All that the profile says of duty, visible without code; it is changed in the settings."""

    key = "duty"
    title = "Vem gör vad"
    icon = "unit"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        theme = workplace.theme
        self.page: DutyPage | None = None
        self.kind: DayKind | None = None
        self.heading = Text(self.title, "title", wrap=False)
        self.today = Text("", "soft")
        self.now = Text("", "strong")
        self.watch_act = QAction("Bevakat", self)
        self.watch_act.triggered.connect(workplace.watching.panel_wanted)
        self.gaps = Section("Ingen utsedd")
        self.matrix = WordTable(theme, "Vem som gör vad vid vilket meddelande", (3, 4))
        self.notes = Text("", "soft")
        self.silent = Text("", "soft")
        self.hours_heading = Text("", "section")
        self.hours = WordTable(theme, "Telefon och bevakning timme för timme", (3, 4))
        self.week = WordTable(theme, "Dagarna framåt", (2, 3, 3))
        self.log = WordTable(theme, "Bevakningen de senaste dagarna", (2, 6, 2))
        self.watch_now = Text("")
        self.missed = Text("", "wrong")
        self.sources = Text("", "soft")
        self.calendar = Text("", "soft")
        self.tabs: dict[DayKind, QPushButton] = {}
        self._lay_out()
        workplace.learned.connect(self._say)

    def begin(self) -> None:
        """Fetch everything."""
        desk = self.workplace.desk
        self.workplace.clerk.ask(desk.duty_page, self._show, key="duty")

    def refresh(self, changed: Changed) -> None:
        """Fetch anew when the rules have changed, or somebody has looked in the inbox."""
        if changed.everything or changed.watches:
            self.begin()

    def tick(self, now: Instant) -> None:
        """Fetch anew: who answers now may be somebody else."""
        del now
        if self.isVisible():
            self.begin()

    def focus(self) -> None:
        """Begin on the kind of day that is shown."""
        self.tabs[self.kind or DayKind.WEEKDAY].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_kind(self, kind: DayKind) -> None:
        """Show the table and hours of a kind of day."""
        self.kind = kind
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the two columns beside each other where there is room."""
        super().resizeEvent(event)
        self._fit()

    def _show(self, page: DutyPage) -> None:
        self.page = page
        if self.kind is None:
            self.kind = page.today.kind
            if any(tab.hasFocus() for tab in self.tabs.values()):
                self.focus()
        self._say()

    def _say(self) -> None:
        page, profile = self.page, self.workplace.profile
        if page is None or profile is None or self.kind is None:
            return
        now, system = self.workplace.now(), self.workplace.system_name
        self.today.setText(f"{full_day(page.today.day)}, {kind_of_day(page.today)}")
        self.now.setText("\n".join(words.now_words(page, system, now)))
        self.watch_act.setText(f"Bevakat {system}")
        for kind, tab in self.tabs.items():
            is_today = kind is page.today.kind
            tab.setText(words.kind_heading(kind) + (" (i dag)" if is_today else ""))
            tab.setAccessibleName(tab.text())
            tab.setChecked(kind is self.kind)
        self._say_gaps(page, system)
        self._say_kind(next(one for one in page.kinds if one.kind is self.kind), page)
        self._say_days(page, system)

    def _say_gaps(self, page: DutyPage, system: str) -> None:
        """Say what nobody is named for, each with the way to where it is entered."""
        today = page.today.day
        self.gaps.clear()
        for gap in page.watch.gaps:
            line = f"{gap_words(gap)}: {missing_words(gap.gap.duties, system)}."
            self.gaps.add(Text(line, "today" if gap.on.day <= today else "strong"))
            ways = Flow()
            for duty, key in zip(gap.gap.duties, gap.gap.keys, strict=True):
                ways.addWidget(self._way(f"Ange {duty_words(duty, system)}", key))
            self.gaps.add(ways)
        for duty in page.unplanned:
            line = f"{duty_words(duty, system).capitalize()}: ej bekräftat för någon slags dag."
            self.gaps.add(Text(line))
            self.gaps.add(self._way("Ange för vardag", entered_in(duty, DayKind.WEEKDAY)))
        self.gaps.setVisible(bool(page.watch.gaps or page.unplanned))

    def _way(self, words: str, key: str) -> QPushButton:
        """Make the way to a rule."""
        made = button(words, "link", "Öppna regeln i Inställningar")
        made.clicked.connect(lambda: self.workplace.rule_wanted.emit(key))
        return made

    def _say_kind(self, found: KindPage, page: DutyPage) -> None:
        profile = self.workplace.profile
        if profile is None:
            return
        now = self.workplace.now()
        matrix = found.matrix
        self.silent.setText("" if matrix.confirmed else words.unconfirmed_words(found.kind))
        self.silent.setVisible(not matrix.confirmed)
        self.matrix.setVisible(matrix.confirmed and bool(matrix.rows))
        self.matrix.show_rows(words.matrix_heads(matrix), words.matrix_rows(matrix, profile))
        notes = words.notes_of(matrix)
        self.notes.setText(notes)
        self.notes.setVisible(bool(notes))
        is_today = found.next_day is not None and found.next_day.day == page.today.day
        self.hours_heading.setText(words.next_words(found.kind, page, page.today.day))
        self.hours.show_rows(
            ("Tid", "Telefon", f"Bevakar {self.workplace.system_name}"),
            words.piece_rows(found.pieces, now if is_today else None),
        )
        self.hours.setVisible(bool(found.pieces))
        self.sources.setText(_sources(found.sources, self.workplace.system_name))
        self.calendar.setText("\n".join(map(calendar_words, page.calendar)))

    def _say_days(self, page: DutyPage, system: str) -> None:
        now, today = self.workplace.now(), page.today.day
        watch = page.watch
        said = (last_words(watch, now), coming_words(watch, now))
        self.watch_now.setText(", ".join(part for part in said if part) + ".")
        missed = missed_words(watch, now)
        self.missed.setText(f"{missed}." if missed else "")
        self.missed.setVisible(bool(missed))
        self.week.show_rows(
            ("Dag", "Telefon", f"Bevakar {system}"), words.week_rows(page.week, today)
        )
        self.log.show_rows(
            ("Dag", f"{system} bevakat", "Missat"), words.log_rows(watch.log, now, today)
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 14, 0)
        head.addWidget(self.heading)
        head.addSpacing(12)
        head.addWidget(self.today, 1)
        head.addWidget(KeyHintButton(self.watch_act, key="Ctrl+B"))
        tabs = Flow(gap=0)
        self._group = QButtonGroup(self)
        for kind in DayKind:
            tab = button(words.kind_heading(kind), "tab")
            tab.setCheckable(True)
            tab.clicked.connect(lambda _on=False, kind=kind: self.show_kind(kind))
            self._group.addButton(tab)
            self.tabs[kind] = tab
            tabs.addWidget(tab)
        self.columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.columns.setSpacing(GAP * 3)
        self.columns.addWidget(self._column(
            self.now, self.gaps, tabs, self.silent, self.matrix, self.notes,
            self.hours_heading, self.hours,
            Text("Varifrån", "section"), self.sources,
        ), 5)  # fmt: skip
        self.columns.addWidget(self._column(
            Text("Dagarna framåt", "section"), self.week,
            Text("Bevakningen", "section"), self.watch_now, self.missed, self.log,
            Text("Röda dagar och storhelger", "section"), self.calendar,
        ), 4)  # fmt: skip
        self.sheet = Sheet(margin=0, name="Vem gör vad")
        self.sheet.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sheet.add(self.columns, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 8, 0, 10)
        rows.addLayout(head)
        rows.addWidget(self.sheet, 1)

    @staticmethod
    def _column(*parts: QWidget | Flow) -> QWidget:
        column = QWidget()
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, 0, 14, 0)
        rows.setSpacing(GAP)
        for part in parts:
            if isinstance(part, Flow):
                rows.addLayout(part)
            else:
                rows.addWidget(part)
        rows.addStretch(1)
        return column

    def _fit(self) -> None:
        wide = self.width() >= self.workplace.theme.px(_WIDE)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self.columns.direction() is not way:
            self.columns.setDirection(way)


def _sources(values: tuple[ProfileValue, ...], system: str) -> str:
    """Say of each value where it comes from, each source once."""
    found: dict[str, list[str]] = {}
    for value in values:
        found.setdefault(value_source(value), []).append(words.key_words(value.key, system))
    lines = (f"{', '.join(keys)}: {source}." for source, keys in found.items())
    return "\n".join(line[:1].upper() + line[1:] for line in lines)
