"""The card beside the list: what the message says, who it is about, and what to do next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screens.inbox.about_person import AboutPerson, show_facts
from kontaktpunkt.ui.screens.inbox.acts import WORDS, Act, InboxActs, next_act
from kontaktpunkt.ui.screens.inbox.asked import asked_facts
from kontaktpunkt.ui.screens.inbox.lines import Line, Urgency, line_of
from kontaktpunkt.ui.screens.inbox.primary_care import decision_facts
from kontaktpunkt.ui.screens.inbox.telling import (
    Facts,
    message_facts,
    paper_facts,
    set_aside_facts,
    timeline_html,
)
from kontaktpunkt.ui.widgets.buttons import KeyHintButton, button
from kontaktpunkt.ui.widgets.layouts import Flow, Section, Sheet
from kontaktpunkt.ui.widgets.rich import RichText
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.rows import InboxRow, Mark, MessageCard, TimelineEntry
from kontaktpunkt.wording.emergency import line_words
from kontaktpunkt.wording.evidence import clock_line, is_running
from kontaktpunkt.wording.timeline import entry_words
from kontaktpunkt.wording.words import word

_ORIGINAL_LINES = 16
_NARROW, _WIDE, _LABEL_AND_WORD = 300, 370, 246
"""Logical pixels: the last one at 100 %."""
_PATIENCE = 50
"""Milliseconds that a card may take before the row alone is shown."""
_BUTTONS = tuple(act for act in Act if act is not Act.OPEN)


class Card(QFrame):
    """Shows one message; its parts are made once and filled, so that no arrow key waits."""

    original_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, workplace: Workplace, acts: InboxActs) -> None:
        super().__init__()
        self._workplace = workplace
        self._acts = acts
        self._row: InboxRow | None = None
        self._card: MessageCard | None = None
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Valt meddelande")
        self._measure()
        self.sheet = Sheet(margin=14, name="Valt meddelande")
        self._panel_place = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.addWidget(self.sheet)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._say_again)
        self._build()
        workplace.theme.changed.connect(self._look_changed)
        self.show_row(None)

    @property
    def card(self) -> MessageCard | None:
        """Give the card that is shown, when it has come."""
        return self._card

    def show_row(self, row: InboxRow | None, *, several: int = 0) -> None:
        """Show another row; its card is waited for a moment, so that all is painted only once."""
        same = row is not None and self._row is not None and row.message == self._row.message
        self._row = row
        self._several.setText(f"{several} valda. Åtgärder gäller alla." if several > 1 else "")
        self._several.setVisible(several > 1)
        if same:
            return
        self._card = None
        self._about.joining.ask_about(None)
        self.show_original("")
        self.sheet.verticalScrollBar().setValue(0)
        self.sheet.setVisible(row is not None)
        self._patience.start()

    def show_card(self, card: MessageCard | None) -> None:
        """Show the whole card."""
        if card is None or self._row is None or card.row.message != self._row.message:
            return
        self._patience.stop()
        self._row, self._card = card.row, card
        self._about.joining.ask_about(card.state.case)
        self.say(self._workplace.now())

    def show_original(self, text: str) -> None:
        """Show the message as it came; an empty text hides it."""
        self.original.setPlainText(text)
        self.original.setVisible(bool(text))
        self._toggle.setText("Dölj originalet" if text else "Som det kom")

    def say(self, now: Instant) -> None:
        """Say everything as of now."""
        if self._row is None:
            return
        self.setUpdatesEnabled(False)
        try:
            self._say(self._row, now)
        finally:
            self.setUpdatesEnabled(True)

    def _say(self, row: InboxRow, now: Instant) -> None:
        line = line_of(row, now, self._workplace.profile, whole=True)
        self._say_head(row, line, now)
        self._about.say(row, line, self._card, now)
        card = self._card
        taken_in = card.state.taken_in if card is not None else None
        facts: Facts = []
        words = ""
        if taken_in is not None:
            facts = [
                *paper_facts(row, now),
                *message_facts(taken_in, now),
                *decision_facts(card, now),
            ]
            words = taken_in.conversation.text
        elif card is not None and card.state.set_aside is not None:
            facts = set_aside_facts(card.state.set_aside)
        show_facts(self._facts, facts, self._workplace)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._remarks.setText("\n".join(taken_in.remarks) if taken_in is not None else "")
        self._remarks.setVisible(bool(self._remarks.text()))
        self._say_asked(row, card)
        self._say_evidence(card, now)
        self._say_timeline(card.timeline if card is not None else (), now)

    def _say_head(self, row: InboxRow, line: Line, now: Instant) -> None:
        self._kind.setText(line.kind)
        self._when.setText(f"Kom {line.came}")
        self._due.setText(line.due)
        self._due.set_role(
            {Urgency.LATE: "wrong", Urgency.TODAY: "today", Urgency.CALM: "soft"}[line.urgency]
        )
        self._due.setVisible(bool(line.due))
        emergency = line_words(row.emergency, now) if row.emergency is not None else ()
        self._emergency.setText("\n".join(emergency))
        self._emergency.setVisible(bool(emergency))
        handed = f"lämnat till {row.receiver_name}" if row.receiver_name else ""
        # That it waits for an answer stands in the line above, and no more when it is done.
        marks = [word(mark) for mark in row.marks if mark is not Mark.AWAITS_ANSWER]
        said = [line.owner, handed, row.track, *marks]
        self._marks.setText(" · ".join(words for words in said if words))
        self._next_button(next_act(row))

    def _next_button(self, act: Act) -> None:
        for known, made in self.buttons.items():
            look = "primary" if known is act else ""
            if made.property("look") != look:
                made.setProperty("look", look)
                made.style().unpolish(made)
                made.style().polish(made)
            if made.isHidden() == self._acts.actions[known].isVisible():
                made.setVisible(made.isHidden())

    def _say_asked(self, row: InboxRow, card: MessageCard | None) -> None:
        """Say who is asked to do what upon this message today."""
        page = self._workplace.watching.page
        facts = asked_facts(
            self._workplace.profile,
            row.kind,
            page.today.kind if page is not None else None,
            card.steps if card is not None else (),
        )
        show_facts(self._asked, facts, self._workplace)
        self._asked_section.setVisible(bool(facts))

    def _say_evidence(self, card: MessageCard | None, now: Instant) -> None:
        clocks = card.clocks if card is not None else ()
        telling = self._workplace.telling
        said = [clock_line(one, now, telling) for one in clocks if is_running(one, now)]
        lines = [f"{one.said} ({one.turn})" if one.turn else one.said for one in said]
        self._evidence.setText("\n".join(lines))
        self._evidence_section.setVisible(bool(lines))

    def _say_timeline(self, entries: Sequence[TimelineEntry], now: Instant) -> None:
        telling = self._workplace.telling
        html = timeline_html(entries, telling, now, self._workplace.theme.tokens)
        spoken = ". ".join(entry_words(entry, telling) for entry in entries)
        self._timeline.show_html(html, spoken)
        self._timeline_section.setVisible(bool(html))

    def _say_again(self) -> None:
        self.say(self._workplace.now())

    def _look_changed(self) -> None:
        """Say all in the new look, from the top: what can be done stands there."""
        self._measure()
        self._say_again()
        self.sheet.begin_at_top()

    def _measure(self) -> None:
        """Be as wide as a label and a long word beside it, also in large text."""
        self.setMinimumWidth(max(_NARROW, min(_WIDE, self._workplace.theme.px(_LABEL_AND_WORD))))

    def put_panel(self, panel: QWidget) -> None:
        """Take in where panels open; the whole of them is brought in sight, with their buttons."""
        self._panel_place.addWidget(panel)
        self.sheet.keep_in_sight(panel)

    def _build(self) -> None:
        self._several = Text("", "today")
        self._kind = Text("", "heading")
        self._when = Text("", "soft", wrap=False)
        self._due = Text("", "soft")
        self._emergency = Text("", "strong")
        self._marks = Text("", "soft")
        head = Section()
        for part in (
            self._several,
            self._kind,
            self._when,
            self._due,
            self._emergency,
            self._marks,
        ):
            head.add(part)
        head.add(self._build_buttons())
        self.sheet.add(head)
        self.sheet.add(self._panel_place)
        self._about = AboutPerson(self._workplace, self)
        self._about.compare_wanted.connect(self._acts.actions[Act.OPEN].trigger)
        for part in self._about.sections:
            self.sheet.add(part)
        self.sheet.add(self._build_message())
        self._asked = RichText("Vem gör vad")
        self._asked_section = self._section("Vem gör vad", self._asked)
        self._evidence = Text("", "soft")
        self._evidence_section = self._section("Underlag", self._evidence)
        self._timeline = RichText("Tidslinje")
        self._timeline_section = self._section("Tidslinje", self._timeline)
        self.sheet.rows.addStretch(1)

    def _section(self, title: str, part: QWidget) -> Section:
        section = Section(title)
        section.add(part)
        self.sheet.add(section)
        return section

    def _build_buttons(self) -> QWidget:
        place = QWidget()
        flow = Flow(place, gap=5)
        self.buttons: dict[Act, KeyHintButton] = {}
        for act in (*_BUTTONS, Act.OPEN):
            made = KeyHintButton(self._acts.actions[act], key=WORDS[act].key)
            self.buttons[act] = made
            flow.addWidget(made)
        return place

    def _build_message(self) -> QWidget:
        section = Section("Vad meddelandet säger")
        self._facts = RichText("Vad meddelandet säger")
        self._words = Text("")
        self._remarks = Text("", "soft")
        self._toggle = button("Som det kom", "link", "Visa meddelandet precis som det kom")
        self._toggle.clicked.connect(self._toggle_original)
        self.original = QPlainTextEdit()
        self.original.setReadOnly(True)
        self.original.setAccessibleName("Originalet som det kom")
        self.original.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        height = self.original.fontMetrics().lineSpacing() * _ORIGINAL_LINES
        self.original.setFixedHeight(height)
        self.original.hide()
        for part in (self._facts, self._words, self._remarks, self._toggle, self.original):
            section.add(part)
        return section

    def _toggle_original(self) -> None:
        if self.original.isVisible():
            self.show_original("")
        else:
            self.original_wanted.emit()
