"""What is done in a stop, on one page and in its order: report, wait, tell, ring, over, close."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kontaktpunkt.domain.commands import LogOutageCall, TellOfOutage
from kontaktpunkt.domain.events.outage import OutageCall, OutageFaultReported
from kontaktpunkt.ui.screens.outage.acts import OutageActs
from kontaktpunkt.ui.screens.outage.declaring import DeclarePanel
from kontaktpunkt.ui.screens.outage.ending import Ending
from kontaktpunkt.ui.screens.outage.packet import Packet, PacketPanel
from kontaktpunkt.ui.screens.outage.panel import OutagePanel
from kontaktpunkt.ui.screens.outage.panels import (
    CallPanel,
    ClosePanel,
    ComparePanel,
    FaultPanel,
    OverPanel,
    WithdrawPanel,
)
from kontaktpunkt.ui.screens.outage.ringing import Calls, Ringing
from kontaktpunkt.ui.screens.outage.told import Told
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.layouts import GAP, Section, Sheet, empty
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.outages.rounds import Ward
from kontaktpunkt.usecases.outages.rows import OutagePhase
from kontaktpunkt.usecases.outages.work import OutageWork
from kontaktpunkt.wording.outages import fault_words, word_words
from kontaktpunkt.wording.words import word

_WIDE = 1000
"""From so many pixels at 100 percent the round stands beside the rest, else below it."""


class Now(Sheet):
    """Panels open at the top; below them the steps at the left, and the round at the right."""

    papers_wanted = Signal()
    panel_gone = Signal()  # saved or left: focus goes to what is next

    def __init__(self, workplace: Workplace, acts: OutageActs) -> None:
        super().__init__(margin=0, name="Nu")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._workplace = workplace
        self.work: OutageWork | None = None
        self.describe = DeclarePanel(workplace, "Ändra uppgifterna om stoppet", "Spara uppgifterna")
        self.describe.finish()
        self.fault, self.call = FaultPanel(workplace), CallPanel(workplace)
        self.over, self.withdraw = OverPanel(workplace), WithdrawPanel(workplace)
        self.close_panel, self.compare = ClosePanel(workplace), ComparePanel(workplace)
        self.packet_panel = PacketPanel(workplace)
        self.packet = Packet(acts.packet, acts.plan)
        self.ending = Ending(acts)
        self.ending.to_papers.clicked.connect(self.papers_wanted)
        self.faults = Section("Felanmält")
        self.word = Text("")
        self.report = KeyHintButton(acts.fault)
        self._fault_lines = QVBoxLayout()
        for part in (self._fault_lines, self.word, self.report):
            self.faults.add(part)
        self.until = Section("Tills blanketterna gäller")
        self.told = Told()
        self.ringing = Ringing(workplace)
        self.calls = Calls(workplace, self, acts.call)
        self._lay_out()
        self._wire()

    @property
    def panels(self) -> tuple[OutagePanel, ...]:
        """Give the panels; one at a time is open."""
        return (
            self.describe, self.fault, self.packet_panel, self.call, self.over, self.compare,
            self.withdraw, self.close_panel,
        )  # fmt: skip

    @property
    def is_panel_open(self) -> bool:
        """Say whether something is being written."""
        return any(not panel.isHidden() for panel in self.panels)

    def show_work(self, work: OutageWork) -> None:
        """Show a stop as it stands."""
        now = self._workplace.now()
        if self.work is not None and self.work.page.stamp.outage != work.page.stamp.outage:
            self.close_panels()
        self.work = work
        phase = work.page.stamp.phase
        goes_on = phase is OutagePhase.GOES_ON
        open_still = goes_on or phase is OutagePhase.DOCUMENTING
        self._show_faults(work)
        self.until.clear()
        for code in work.until_forms:
            self.until.add(Text(f"•  {code.label}"))
        waits = work.forms_at is None or work.forms_at > now
        self.until.setVisible(goes_on and waits and bool(work.until_forms))
        self.report.setVisible(open_still)
        self.packet.setVisible(goes_on)
        self.packet.show_work(work, now)
        self.told.show_lines(work.tell, now, open_still=open_still)
        self.ringing.show_page(work.rounds, now, goes_on=goes_on)
        self.calls.show_log(work.log, now, open_still=open_still)
        self.ending.show_work(work, now)

    def open_panel(self, panel: OutagePanel) -> None:
        """Open a panel, and close the one that was open; what was typed in it stays."""
        work = self.work
        if work is None:
            return
        for other in self.panels:
            if other is not panel and not other.isHidden():
                other.close_it()
        if not isinstance(panel, PacketPanel):  # that one opens with its plan
            _open(panel, work)
        self.begin_at_top()

    def close_panels(self) -> None:
        """Close what is open; what was typed stays."""
        for panel in self.panels:
            if not panel.isHidden():
                panel.close_it()

    def focus_round(self) -> None:
        """Begin with the round, where there are wards to ring."""
        if self.ringing.table.isVisible():
            self.ringing.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.told.focus_first_left()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the two columns beside each other where there is room."""
        super().resizeEvent(event)
        wide = self.width() >= self._workplace.theme.px(_WIDE)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self.columns.direction() is not way:
            self.columns.setDirection(way)

    def _show_faults(self, work: OutageWork) -> None:
        now = self._workplace.now()
        empty(self._fault_lines)
        for entry in reversed(work.page.faults):
            self._fault_lines.addWidget(Text(fault_words(entry, now)))
        at = work.next_word_at
        words = word_words(at, now)
        self.word.setText(words[:1].upper() + words[1:])
        self.word.set_role("wrong" if at is not None and at < now else "strong")
        self.word.setVisible(bool(words))

    def _tell(self, whom: str) -> None:
        if self.work is not None:
            wish = TellOfOutage(outage=self.work.page.stamp.outage, whom=whom)
            self._workplace.do(wish, told=f"Underrättad: {whom}")

    def _told_already(self) -> None:
        self._workplace.warned.emit("Det är noterat att de vet. Ta tillbaka med Ctrl+Z.")

    def _answered(self, ward: Ward, outcome: OutageCall) -> None:
        if self.work is None:
            return
        stop = self.work.page.stamp.outage
        wish = LogOutageCall(outage=stop, ward=ward.name, outcome=outcome, phone=ward.phone)
        self._workplace.do(wish, told=f"{ward.name}: {word(outcome)}")
        self.ringing.step_on()

    def _news(self, ward: Ward) -> None:
        if self.work is not None:
            self.open_panel(self.call)
            self.call.open_for(self.work.page.stamp.outage, ward)

    def _back(self, panel: OutagePanel) -> None:
        """Give focus back to where the panel was opened from."""
        if panel is self.call:
            self.focus_round()
        else:
            self.panel_gone.emit()

    def _wire(self) -> None:
        self.told.ticked.connect(self._tell)
        self.told.ticked_already.connect(self._told_already)
        self.ringing.answered.connect(self._answered)
        self.ringing.news.connect(self._news)
        for panel in self.panels:
            panel.saved.connect(partial(self._back, panel))
            panel.left.connect(partial(self._back, panel))

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        for column, parts in (
            (left, (self.faults, self.packet, self.told, self.until)),
            (right, (self.ringing, self.calls)),
        ):
            rows = QVBoxLayout(column)
            rows.setContentsMargins(0, 0, 0, 0)
            rows.setSpacing(GAP * 2)
            for part in parts:
                rows.addWidget(part)
            rows.addStretch(1)
        self.columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.columns.setSpacing(GAP * 3)
        self.columns.addWidget(left, 2)
        self.columns.addWidget(right, 3)
        for panel in self.panels:
            self.add(panel)
        self.add(self.ending)
        self.add(self.columns)
        self.rows.addStretch(1)


def _open(panel: OutagePanel, work: OutageWork) -> None:
    """Open a panel with what is known of the stop."""
    stop = work.page.stamp.outage
    match panel:
        case DeclarePanel():
            panel.open_for(work.page.stamp)
        case FaultPanel():
            panel.open_for(stop, *_last_fault(work))
        case ClosePanel():
            panel.open_for(work)
        case CallPanel():
            panel.open_for(stop, None)
        case _:
            panel.open_it(stop, {})


def _last_fault(work: OutageWork) -> tuple[str, str]:
    """Give the number of the last report and to whom: a new word is about the same fault."""
    said = work.page.faults[-1].said if work.page.faults else None
    return (said.reference, said.to) if isinstance(said, OutageFaultReported) else ("", "")
