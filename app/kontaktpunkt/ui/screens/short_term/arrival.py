"""Who comes to a short stay: when, the nurse's report, medicines, list, infection, aids."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from kontaktpunkt.domain.commands import PlanShortTermArrival
from kontaktpunkt.domain.events.short_term import ShortTermArrivalPlanned
from kontaktpunkt.domain.times import to_local
from kontaktpunkt.ui.screens.short_term.panel import ShortTermPanel, on_word
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.arriving.entry_times import TimeFault
from kontaktpunkt.usecases.short_term.rows import ForWhom

_ANSWERS = (("Ej sagt", ""), ("Ja", "yes"), ("Nej", "no"))
_KNOWN = {"yes": True, "no": False}


class ArrivalPanel(ShortTermPanel):
    """What the nurse who receives her has to know."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, "Spara ankomsten")
        self.heading.setText("Kommer till korttid")
        self.at, self.place, self.infection, self.aids = (QLineEdit() for _ in range(4))
        self.told_by = QLineEdit()
        self.report, self.medicines, self.list_along = (_answers() for _ in range(3))
        self.at_field = Labelled("Kommer", self.at)
        self.at.setPlaceholderText("lör 1400")
        self.line(self.at_field, Labelled("Till", self.place))
        self.line(
            Labelled("Rapport tagen", self.report),
            Labelled("Läkemedel med", self.medicines),
            Labelled("Lista med", self.list_along),
        )
        self.line(Labelled("Smitta", self.infection), Labelled("Hjälpmedel", self.aids))
        self.line(Labelled("Uppgift från, om det inte är du", self.told_by))
        self.keep(
            {
                "at": self.at,
                "place": self.place,
                "report": self.report,
                "medicines": self.medicines,
                "list": self.list_along,
                "infection": self.infection,
                "aids": self.aids,
                "told_by": self.told_by,
            }
        )
        self.finish()

    def open_for(
        self, whom: ForWhom, who: str, planned: ShortTermArrivalPlanned | None = None
    ) -> None:
        """Begin for a case, with what has been said before."""
        said = planned or ShortTermArrivalPlanned()
        known = {
            "at": f"{to_local(said.arrives_at):%d/%m %H%M}" if said.arrives_at is not None else "",
            "place": said.place_name,
            "report": _said(said.report_taken),
            "medicines": _said(said.medicines_along),
            "list": _said(said.list_along),
            "infection": said.infection,
            "aids": said.aids,
        }
        self.open_it(f"arrival:{whom.case}", whom, who, known)
        self.at.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Write it down."""
        at = self.read_coming(self.at_field, self.at.text())
        if isinstance(at, TimeFault) or self.whom.case is None:
            return
        self.workplace.do(
            PlanShortTermArrival(
                case=self.whom.case,
                arrives_at=at,
                place_name=self.place.text().strip(),
                report_taken=_KNOWN.get(self.report.currentData()),
                medicines_along=_KNOWN.get(self.medicines.currentData()),
                list_along=_KNOWN.get(self.list_along.currentData()),
                infection=self.infection.text().strip(),
                aids=self.aids.text().strip(),
                on_word=on_word(self.told_by.text()),
            ),
            told="Ankomsten till korttid är noterad",
            then=self.done,
            refused=self.refuse,
        )


def _answers() -> QComboBox:
    box = QComboBox()
    for words, value in _ANSWERS:
        box.addItem(words, value)
    return box


def _said(answer: bool | None) -> str:  # noqa: FBT001 - an answer, not a switch
    return "" if answer is None else "yes" if answer else "no"
