"""The acts of the screen with their keys, and which of them fit how far a stop has come."""

from PySide6.QtCore import QObject, Qt

from kontaktpunkt.domain.events.outage import OutageOf
from kontaktpunkt.domain.states import SheetStage
from kontaktpunkt.ui.screen import Screen
from kontaktpunkt.ui.widgets.acts import act_within
from kontaktpunkt.usecases.outages.rows import OutagePhase
from kontaktpunkt.usecases.outages.work import NextStep, OutageWork


class OutageActs(QObject):
    """Each act works wherever focus is on the screen; what does not fit now is not offered."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self.next = act_within(screen, "Gör nästa", "Ctrl+G")
        self.next.setShortcutContext(Qt.ShortcutContext.WindowShortcut)  # also from the rail
        self.over = act_within(screen, "Stoppet är över …", "Ctrl+Shift+S")
        self.fault = act_within(screen, "Felanmält …", "Ctrl+Shift+F")
        self.packet = act_within(screen, "Skriv paketet på papper nu", "Ctrl+P")
        self.plan = act_within(screen, "Välj vad som ska med …", "Ctrl+Shift+P")
        self.protocol = act_within(screen, "Protokoll")
        self.call = act_within(screen, "Nytt samtal …", "Ctrl+R")
        self.edit = act_within(screen, "Ändra uppgifterna …")
        self.withdraw = act_within(screen, "Det var inget stopp …")
        self.reconcile = act_within(screen, "Stäm av …")
        self.use_round = act_within(screen, "Avstämningen är gjord")
        self.close = act_within(screen, "Avsluta stoppet …", "Ctrl+Shift+C")
        self.new = act_within(screen, "Nytt driftstopp", "Ctrl+Shift+N")

    def offer(self, work: OutageWork | None) -> None:
        """Offer what can be done with a stop now; with none, nothing but a new one."""
        phase = work.page.stamp.phase if work is not None else None
        goes_on, over = phase is OutagePhase.GOES_ON, phase is OutagePhase.DOCUMENTING
        step = work.next_step if work is not None else NextStep.NOTHING
        for act, fits in (
            (self.next, step is not NextStep.NOTHING),
            (self.over, goes_on),
            (self.edit, goes_on or over),
            (self.withdraw, goes_on or over),
            (self.fault, goes_on or over),
            (self.call, goes_on or over),
            (self.packet, goes_on),
            (self.plan, goes_on),
            (self.protocol, over or phase is OutagePhase.CLOSED),
            (self.reconcile, over and must_compare(work)),
            (self.use_round, over and may_note_compared(work)),
            (self.close, over),
        ):
            act.setEnabled(fits)
            act.setVisible(fits)
        self.close.setEnabled(work is not None and over and work.page.can_close)


def needs_round(work: OutageWork) -> bool:
    """Say whether a signed round must show that the list was held against the source.

    In practice, and when our own computers were down, words say what was looked at instead.
    """
    stamp = work.page.stamp
    return not stamp.exercise and stamp.facts.of is OutageOf.SOURCE


def must_compare(work: OutageWork | None) -> bool:
    """Say whether the list is still to be held against the source in a round."""
    return work is not None and work.page.reconciled is None and needs_round(work)


def may_note_compared(work: OutageWork | None) -> bool:
    """Say whether it can be noted as reconciled now: by a round signed since, or in words."""
    if work is None or work.page.reconciled is not None:
        return False
    return work.round is not None or not needs_round(work)


def blanks_out(work: OutageWork, form: str) -> int:
    """Count the blank copies of a form that are given out and not written on."""
    out = (line for line in work.page.lines if line.stage is SheetStage.GIVEN_OUT)
    return sum(line.form == form and line.case is None and not line.name for line in out)
