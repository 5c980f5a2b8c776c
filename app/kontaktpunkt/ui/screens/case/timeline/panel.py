"""All that has happened in the case, newest first, with what can be done to one line of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kontaktpunkt.domain.commands import TakeBack
from kontaktpunkt.domain.events.case import CallLogged, NoteAdded
from kontaktpunkt.domain.events.message import MessageTakenIn
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screens.case.timeline.list_view import TimelineList
from kontaktpunkt.ui.screens.case.timeline.model import Line, lines_of
from kontaktpunkt.ui.widgets.acts import act_within
from kontaktpunkt.ui.widgets.buttons import KeyHintButton, button
from kontaktpunkt.ui.widgets.layouts import GAP, Flow
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.rows import CasePage, TimelineEntry

_VIEWS = (
    ("Allt", ()),
    ("Meddelanden", (MessageTakenIn,)),
    ("Samtal och noteringar", (CallLogged, NoteAdded)),
)
_ORIGINAL_LINES = 12


class TimelinePanel(QWidget):
    """The timeline with its views; own acts can be taken back, messages shown and moved."""

    move_wanted = Signal(object)  # UUID of a message that belongs to somebody else
    sending_wanted = Signal(object)  # UUID of a message that does not say when it was sent

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._entries: tuple[TimelineEntry, ...] = ()
        self._view = 0
        self.list = TimelineList(workplace.theme)
        self.tabs: list[QPushButton] = []
        self.take_back_act = act_within(self, "Ta tillbaka", "Del", self.take_back)
        self.original_act = act_within(self, "Visa originalet", "Ctrl+O", self.show_original)
        self.move_act = act_within(self, "Flytta …", "", self.want_move)
        self.sending_act = act_within(self, "Fyll i när det sändes …", "", self.want_sending)
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(self._follow)
        self.list.model().modelReset.connect(self._follow)
        self._follow()

    def show_page(self, page: CasePage) -> None:
        """Show what has happened in a case."""
        self._entries = page.timeline
        self.close_original()
        self.tick(self._workplace.now())

    def tick(self, now: Instant) -> None:
        """Say the times anew."""
        kinds = _VIEWS[self._view][1]
        entries = [entry for entry in self._entries if not kinds or isinstance(entry.body, kinds)]
        self.list.show_lines(lines_of(entries, self._workplace.telling, now))
        self.nothing.setVisible(not entries)

    def take_back(self) -> None:
        """Take back the chosen act of mine."""
        line = self.list.chosen
        if line is not None and line.entry.can_take_back:
            self._workplace.do(TakeBack(act=line.entry.act), told=f"Taget tillbaka: {line.title}")

    def show_original(self) -> None:
        """Show the chosen message as it was received."""
        line = self.list.chosen
        if line is None or line.entry.message is None:
            return
        message = line.entry.message
        desk = self._workplace.desk
        self._workplace.clerk.ask(
            lambda: desk.original_text(message), self._show_text, key="case.original"
        )

    def close_original(self) -> None:
        """Put the original away."""
        self._workplace.clerk.forget("case.original")
        self.original.hide()

    def want_move(self) -> None:
        """Ask to move the chosen message."""
        line = self.list.chosen
        if line is not None and line.entry.message is not None:
            self.move_wanted.emit(line.entry.message)

    def want_sending(self) -> None:
        """Ask for when the chosen message was sent."""
        line = self.list.chosen
        if line is not None and line.entry.message is not None:
            self.sending_wanted.emit(line.entry.message)

    def _show_text(self, text: str) -> None:
        self.original_text.setPlainText(text or "Originalet är inte text som går att visa.")
        self.original.show()
        self.original_text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self) -> None:
        """Let the acts be those of the chosen line."""
        line: Line | None = self.list.chosen
        entry = line.entry if line is not None else None
        is_message = entry is not None and isinstance(entry.body, MessageTakenIn)
        self.take_back_act.setEnabled(entry is not None and entry.can_take_back)
        self.original_act.setEnabled(is_message and entry is not None and entry.message is not None)
        self.move_act.setEnabled(self.original_act.isEnabled())
        body = entry.body if entry is not None else None
        untimed = isinstance(body, MessageTakenIn) and body.sent_at is None
        self.sending_act.setEnabled(untimed)
        self._sending_button.setVisible(untimed)

    def _choose_view(self, view: int) -> None:
        self._view = view
        self.tick(self._workplace.now())

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP // 2)
        rows.addWidget(self._make_tabs())
        self.nothing = Text("Inget har hänt här än.", "soft")
        rows.addWidget(self.nothing)
        rows.addWidget(self.list, 1)
        acts = QWidget()
        flow = Flow(acts)
        for act in (self.original_act, self.take_back_act, self.move_act):
            flow.addWidget(KeyHintButton(act, look="plain"))
        self._sending_button = KeyHintButton(self.sending_act, look="plain")
        flow.addWidget(self._sending_button)
        rows.addWidget(acts)
        rows.addWidget(self._make_original())

    def _make_tabs(self) -> QWidget:
        tabs = QWidget()
        row = Flow(tabs, gap=0)
        group = QButtonGroup(self)
        for place, (title, _) in enumerate(_VIEWS):
            tab = button(title, "tab")
            tab.setCheckable(True)
            tab.setChecked(place == 0)
            group.addButton(tab, place)
            self.tabs.append(tab)
            row.addWidget(tab)
        group.idClicked.connect(self._choose_view)
        return tabs

    def _make_original(self) -> QWidget:
        self.original = QWidget()
        rows = QVBoxLayout(self.original)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP // 2)
        head = QHBoxLayout()
        head.addWidget(Text("Originalet, som det kom", "section", wrap=False), 1)
        close = button("Stäng originalet", "link")
        close.clicked.connect(self.close_original)
        head.addWidget(close)
        self.original_text = QPlainTextEdit()
        self.original_text.setReadOnly(True)
        self.original_text.setTabChangesFocus(True)
        self.original_text.setAccessibleName("Originalets text")
        line = self.original_text.fontMetrics().lineSpacing()
        self.original_text.setFixedHeight(line * _ORIGINAL_LINES)
        rows.addLayout(head)
        rows.addWidget(self.original_text)
        self.original.hide()
        return self.original
