"""Where a stop is declared, and where what is known about one is changed."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QWidget

from kontaktpunkt.domain.commands import DeclareOutage, DescribeOutage
from kontaktpunkt.domain.events.outage import OutageDescribed, OutageOf, OutageReach
from kontaktpunkt.domain.profile.shapes import Code
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.times import Instant, to_local
from kontaktpunkt.ui.screens.outage.panel import OutagePanel
from kontaktpunkt.ui.widgets.fields import Labelled, narrow_choice
from kontaktpunkt.ui.widgets.ticks import Ticks
from kontaktpunkt.ui.widgets.typed_time import TimeField
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.outages.rows import OutageStamp
from kontaktpunkt.wording.words import word

_SOURCE, _OTHER, _OWN = "source", "other", "own"
_PLANNED, _EXERCISE = "planned", "exercise"
_KINDS = (Code(_PLANNED, "planerat"), Code(_EXERCISE, "övning"))


class DeclarePanel(OutagePanel):
    """Which system, since when, planned or not, how wide, practice or not; all on one page."""

    name = "declare"

    def __init__(self, workplace: Workplace, heading: str, save: str) -> None:
        super().__init__(workplace, heading, save)
        self.declared: UUID | None = None
        self._exercise = False
        self.what, self.reach = narrow_choice(), narrow_choice()
        for reach in OutageReach:
            self.reach.addItem(word(reach), reach.value)
        self.system, self.note = QLineEdit(), QLineEdit()
        self.kind = Ticks("Slags stopp")
        self.kind.offer(_KINDS)
        self.system_field = Labelled("Vilket", self.system)
        self.since = TimeField(workplace, "Sedan när, tomt betyder nu", ahead=False, empty="nu")
        self.begins = TimeField(workplace, "Börjar", ahead=True, empty="till exempel 13:00")
        self.begins.lacks_clock = "Skriv klockslaget också."
        self.line(
            Labelled("Vad är nere", self.what),
            self.system_field,
            self.since,
            self.begins,
            Labelled("Hur brett", self.reach),
        )
        self.line(Labelled("Slags stopp", self.kind), Labelled("Notering", self.note))
        self.keep(
            {
                "what": self.what,
                "system": self.system,
                "since": self.since.text,
                "begins": self.begins.text,
                "reach": self.reach,
                "kind": self.kind,
                "note": self.note,
            }
        )
        self.what.currentIndexChanged.connect(self._fit)
        self.kind.changed.connect(self._fit)
        self.kind.changed.connect(self._carry_time)
        workplace.learned.connect(self._offer)
        self._offer()

    def first(self) -> QWidget:
        """Begin with what is down."""
        return self.what

    def open_for(self, stamp: OutageStamp | None) -> None:
        """Open for a new stop, or to change what is known about one."""
        self._exercise = stamp is not None and stamp.exercise
        self.kind.box(_EXERCISE).setVisible(stamp is None)
        self.open_it(stamp.outage if stamp else None, self._known(stamp))
        self._fit()

    def save(self) -> None:
        """Declare the stop, or say anew what is known about it."""
        self.system_field.refuse("")
        facts = self._facts()
        if facts is None:
            return
        name = facts.system or word(facts.of)
        if self.outage is not None:
            self.do(_described(self.outage, facts), told=f"Uppgifterna om {name} är ändrade")
            return
        exercise = _EXERCISE in self.kind.chosen
        said = f"Övning begonnen: {name}" if exercise else f"Driftstopp anmält: {name}"

        def answer(outcome: Done | Refused) -> None:
            if isinstance(outcome, Refused):
                self.refuse(outcome)
                return
            # Told without Ångra: it is taken back with a reason, on the page of the stop.
            self.workplace.noted.emit(said)
            self.workplace.changed.emit(outcome.changed)
            self.done(outcome)

        self.workplace.clerk.ask(lambda: self._declare(facts, exercise=exercise), answer)

    def _declare(self, facts: OutageDescribed, *, exercise: bool) -> Done | Refused:
        """Declare it, on the clerk's lane."""
        desk = self.workplace.desk
        self.declared = desk.new_outage()
        return desk.act(
            DeclareOutage(
                outage=self.declared,
                of=facts.of,
                since=facts.since,
                system=facts.system,
                planned=facts.planned,
                reach=facts.reach,
                exercise=exercise,
                note=facts.note,
            )
        )

    def done(self, done: Done) -> None:
        """Empty the form: the next stop is another one."""
        super().done(done)
        if self.fields is not None:
            self.fields.fill({})
        self._fit()

    def _facts(self) -> OutageDescribed | None:
        """Read the fields; None where a field says what is wrong."""
        chosen = self.what.currentData()
        system = self.workplace.system_name if chosen == _SOURCE else self.system.text().strip()
        if chosen == _OTHER and not system:
            self.system_field.refuse("Skriv vilket system som är nere.")
            self.system.setFocus()
            return None
        planned = _PLANNED in self.kind.chosen
        field = self.begins if planned else self.since
        whole, at = field.checked()
        if not whole or (planned and at is None):
            if planned and at is None and whole:
                field.refuse("Skriv när stoppet börjar.")
            field.text.setFocus()
            return None
        own = chosen == _OWN
        return OutageDescribed(
            of=OutageOf.OWN_COMPUTERS if own else OutageOf.SOURCE,
            since=at if at is not None else self.workplace.now(),
            system="" if own else system,
            planned=planned,
            reach=OutageReach(self.reach.currentData()),
            note=self.note.text().strip(),
        )

    def _known(self, stamp: OutageStamp | None) -> Mapping[str, str]:
        if stamp is None:
            return {}
        facts = stamp.facts
        source = facts.system == self.workplace.system_name
        what = _OWN if facts.of is OutageOf.OWN_COMPUTERS else _SOURCE if source else _OTHER
        return {
            "what": what,
            "system": "" if source else facts.system,
            "since": "" if facts.planned else _typed(facts.since),
            "begins": _typed(facts.since) if facts.planned else "",
            "reach": facts.reach.value,
            "kind": _PLANNED if facts.planned else "",
            "note": facts.note,
        }

    def _offer(self) -> None:
        """Offer the region's system by its name."""
        chosen = self.what.currentData() or _SOURCE
        self.what.blockSignals(True)  # noqa: FBT003  Qt's own shape
        self.what.clear()
        self.what.addItem(self.workplace.system_name, _SOURCE)
        self.what.addItem("Annat system …", _OTHER)
        self.what.addItem("Våra egna datorer", _OWN)
        self.what.setCurrentIndex(max(0, self.what.findData(chosen)))
        self.what.blockSignals(False)  # noqa: FBT003  Qt's own shape
        self._fit()

    def _fit(self) -> None:
        """Show what belongs to the choices made."""
        self.system_field.setVisible(self.what.currentData() == _OTHER)
        planned = _PLANNED in self.kind.chosen
        self.since.setVisible(not planned)
        self.begins.setVisible(planned)

    def _carry_time(self) -> None:
        """Keep the time that was typed before the stop was said to be planned, or not to be."""
        planned = _PLANNED in self.kind.chosen
        here, there = (self.begins, self.since) if planned else (self.since, self.begins)
        typed = there.text.text()
        if typed and not here.text.text():
            here.text.setText(typed)
            there.text.clear()


def _described(outage: UUID, facts: OutageDescribed) -> DescribeOutage:
    return DescribeOutage(
        outage=outage,
        of=facts.of,
        since=facts.since,
        system=facts.system,
        planned=facts.planned,
        reach=facts.reach,
        note=facts.note,
    )


def _typed(at: Instant) -> str:
    """Write a time as it can be typed again, wherever the day is."""
    return f"{to_local(at):%Y-%m-%d %H:%M}"
