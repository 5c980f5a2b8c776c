"""What is left once a stop is over: the papers, the source's whole overview, and to close it."""

from kontaktpunkt.domain.paper.exercise_number import show_number
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screens.outage.acts import (
    OutageActs,
    may_note_compared,
    must_compare,
    needs_round,
)
from kontaktpunkt.ui.widgets.buttons import KeyHintButton, button
from kontaktpunkt.ui.widgets.layouts import Flow, Section
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.usecases.outages.rows import OutagePhase, OutageSigned
from kontaktpunkt.usecases.outages.work import OutageWork
from kontaktpunkt.wording.outages import system_words
from kontaktpunkt.wording.times import when

_HEADINGS = {
    OutagePhase.DOCUMENTING: "Införande pågår",
    OutagePhase.CLOSED: "Avslutat",
    OutagePhase.WITHDRAWN: "Anmälan är tillbakatagen",
}
_NAMED = 6
"""So many numbers are named; the others stand in the register."""


class Ending(Section):
    """Three steps, each with how it stands and the way to it; hidden while the stop goes on."""

    def __init__(self, acts: OutageActs) -> None:
        super().__init__("Införande pågår")
        self.papers = Text("", "strong")
        self.to_papers = button("Till bladen", tip="Registret över stoppets blad")
        self.compared = Text("", "strong")
        self.closed = Text("", "strong")
        self.reconcile = KeyHintButton(acts.reconcile)
        self.use_round = KeyHintButton(acts.use_round)
        self.close_stop = KeyHintButton(acts.close)
        self.protocol = KeyHintButton(acts.protocol)
        for words, *ways in (
            (self.papers, self.to_papers),
            (self.compared, self.reconcile, self.use_round),
            (self.closed, self.close_stop, self.protocol),
        ):
            self.add(words)
            row = Flow()
            for way in ways:
                row.addWidget(way)
            self.add(row)
        self.hide()

    def show_work(self, work: OutageWork, now: Instant) -> None:
        """Say how each step stands."""
        page = work.page
        phase = page.stamp.phase
        self.setVisible(phase is not OutagePhase.GOES_ON)
        is_open, taken_back = phase is OutagePhase.DOCUMENTING, page.withdrawn
        self.heading.setText(_HEADINGS.get(phase, ""))
        self.compared.setVisible(taken_back is None)
        self.closed.setVisible(taken_back is None)
        self.papers.setText(
            f"{_signed(taken_back, now)}: {taken_back.note}"
            if taken_back is not None
            else _papers(page.left, page.balance.issued)
        )
        self.to_papers.setVisible(bool(page.balance.issued))
        self.protocol.setVisible(taken_back is None)
        name = system_words(page.stamp)
        self.compared.setText(_compared(work, name, now))
        self.reconcile.setVisible(is_open and must_compare(work))
        self.use_round.setVisible(is_open and may_note_compared(work))
        self.closed.setText(_closed(work, now))
        self.close_stop.setVisible(is_open)


def _papers(left: tuple[str, ...], issued: int) -> str:
    if not issued:
        return "1. Bladen: inget blad lämnades ut i stoppet."
    if not left:
        whole = f"alla {issued} är klara" if issued > 1 else "det enda är klart"
        return f"1. Bladen: {whole}."
    named = ", ".join(map(show_number, left[:_NAMED]))
    more = f" och {len(left) - _NAMED} till" if len(left) > _NAMED else ""
    return f"1. Bladen: {len(left)} av {issued} är kvar ({named}{more})."


def _compared(work: OutageWork, name: str, now: Instant) -> str:
    page = work.page
    if page.reconciled is not None:
        against = f"mot {name}" if needs_round(work) else f"mot: {page.reconciled.note}"
        return f"2. Avstämt {against}, {_signed(page.reconciled, now)}."
    if not needs_round(work):
        return "2. Stäm av: skriv vad listan stämdes av mot."
    if work.round is not None:
        by = f" av {work.round.by_name}" if work.round.by_name else ""
        return f"2. Stäm av: listan stämdes av {when(work.round.at, now)}{by}, efter stoppet."
    return f"2. Stäm av mot hela ärendeöversikten i {name}: det som kom sent syns bara där."


def _closed(work: OutageWork, now: Instant) -> str:
    page = work.page
    if page.closed is not None:
        return f"3. Avslutat {_signed(page.closed, now)}. {page.closed.note}".rstrip()
    if page.can_close:
        return "3. Avsluta: varje nummer är redovisat."
    count, uncompared = len(page.left), page.reconciled is None
    if not count:
        return "3. Avsluta: det går när avstämningen är klar."
    if uncompared:
        return f"3. Avsluta: det går när {count} blad och avstämningen är klara."
    return f"3. Avsluta: det går när {count} blad är {'klart' if count == 1 else 'klara'}."


def _signed(sign: OutageSigned, now: Instant) -> str:
    return when(sign.at, now) + (f" av {sign.by_name}" if sign.by_name else "")
