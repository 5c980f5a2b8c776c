"""B: the helgbesked of one person: which days, yes, if or no, whom to ring, and the two names."""

import re
from datetime import date, time, timedelta
from typing import Final

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLineEdit, QRadioButton, QWidget

from kontaktpunkt.domain.commands import DecideWeekend
from kontaktpunkt.domain.events.weekend import WeekendAnswer
from kontaktpunkt.domain.staff import Role
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.ui.screens.weekend.lines import who_whole
from kontaktpunkt.ui.screens.weekend.panels.panel import Panel, side_by_side
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.layouts import Flow, empty
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.usecases.rows import CaseRow
from kontaktpunkt.usecases.weekend.people import said_for
from kontaktpunkt.usecases.weekend.rows import WeekendPage
from kontaktpunkt.wording.times import full_day
from kontaktpunkt.wording.words import word

_LABELS: Final = {
    WeekendAnswer.YES: "Noterat (kan vara tomt)",
    WeekendAnswer.YES_IF: "Om …",
    WeekendAnswer.NO: "Därför att …",
}
_DAYS_AT_MOST: Final = 7
_CLOCK: Final = re.compile(r"([01]?[0-9]|2[0-3])(?:[:. ]?([0-5][0-9]))?")


class DecidePanel(Panel):
    """Everything that somebody alone at the weekend has to know about taking one person home."""

    name = "weekend"
    title = "Helgbesked"
    confirm = "Spara besked"

    def build(self) -> None:
        """Place days, answers, fields and names."""
        self._case: CaseRow | None = None
        self.where = Text("", "soft")
        self.days: dict[date, QCheckBox] = {}
        self._days = QWidget()
        self._day_row = Flow(self._days)
        self.answers: dict[WeekendAnswer, QRadioButton] = {}
        self._group = QButtonGroup(self)
        answers = QWidget()
        row = Flow(answers)
        for answer in WeekendAnswer:
            made = QRadioButton(word(answer))
            made.toggled.connect(self._name_text)
            self._group.addButton(made)
            self.answers[answer] = made
            row.addWidget(made)
        self.text = QLineEdit()
        self.earliest = QLineEdit()
        self.earliest.setPlaceholderText("13:00")
        self.ring, self.ring_phone = QLineEdit(), QLineEdit()
        self.manager, self.licensed = QLineEdit(), QLineEdit()
        self._put_in_place(answers)

    def _put_in_place(self, answers: QWidget) -> None:
        """Put everything below each other."""
        self.add(self.where)
        self.add(Text("Gäller", "label"))
        self.add(self._days)
        self.add(Text("Får tas hem", "label"))
        self.add(answers)
        self.text_field = self.add_typed("text", _LABELS[WeekendAnswer.YES], self.text)
        self.earliest_field = Labelled("Tidigast", self.earliest)
        for name, field in (
            ("earliest", self.earliest),
            ("ring", self.ring),
            ("phone", self.ring_phone),
            ("manager", self.manager),
            ("licensed", self.licensed),
        ):
            self.watch(name, field)
        self.add(
            side_by_side(
                self.earliest_field,
                Labelled("Ring", self.ring),
                Labelled("På nummer", self.ring_phone),
            )
        )
        self.add(
            side_by_side(
                Labelled("Enhetschef", self.manager), Labelled("Legitimerad", self.licensed)
            )
        )
        self.add(Text("Båda namnen behövs.", "soft"))

    @property
    def first(self) -> QWidget:
        """Begin with the answer."""
        return next((one for one in self.answers.values() if one.isChecked()), self.text)

    def open_for(self, case: CaseRow, page: WeekendPage) -> None:
        """Open for a person; what was said before stands filled in."""
        self._case = case
        self.head.setText(f"Helgbesked: {who_whole(case, page.at)}")
        parts = (case.unit or "okänd hos oss", case.hospital, case.ward, case.ward_phone)
        self.where.setText(" · ".join(part for part in parts if part))
        self._offer_days(page)
        said = case.weekend if said_for(case, page.period) else None
        answer = said.answer if said is not None else WeekendAnswer.YES
        self.answers[answer].setChecked(True)
        me = self.workplace.me
        mine = {Role.UNIT_MANAGER: "manager", Role.LICENSED_STAFF: "licensed"}.get(me.role, "")
        phones = next((row.phones for row in page.phones if row.name == case.unit), ())
        known = {
            "text": said.text if said else "",
            "earliest": f"{said.earliest:%H:%M}" if said and said.earliest else "",
            "ring": said.ring if said else case.unit,
            "phone": said.ring_phone if said else (phones[0] if phones else ""),
            "manager": said.unit_manager if said else "",
            "licensed": said.licensed if said else "",
        }
        if mine and not known[mine]:
            known[mine] = me.name
        for name, text in known.items():
            self.put(name, text)
        if said is not None:
            for day, box in self.days.items():
                box.setChecked(day in said.days)
        self.begin(f"case:{case.case}")

    def save(self) -> None:
        """Note what was decided."""
        if self._case is None:
            return
        earliest = _clock(self.text_of("earliest"))
        if earliest is None and self.text_of("earliest"):
            self.earliest_field.refuse("Skriv klockslaget som 13:00.")
            return
        self.earliest_field.refuse("")
        self.workplace.do(
            DecideWeekend(
                case=self._case.case,
                days=tuple(day for day, box in self.days.items() if box.isChecked()),
                answer=self._answer(),
                text=self.text_of("text"),
                earliest=earliest,
                ring=self.text_of("ring"),
                ring_phone=self.text_of("phone"),
                unit_manager=self.text_of("manager"),
                licensed=self.text_of("licensed"),
            ),
            told="Helgbeskedet är sparat",
            then=self.finished,
            refused=self.refused,
        )

    def _answer(self) -> WeekendAnswer:
        return next(one for one, box in self.answers.items() if box.isChecked())

    def _name_text(self) -> None:
        if any(box.isChecked() for box in self.answers.values()) and hasattr(self, "text_field"):
            self.text_field.rename(_LABELS[self._answer()])

    def _offer_days(self, page: WeekendPage) -> None:
        """Offer the days of the time, all chosen; of a night the evening and the morning."""
        empty(self._day_row)
        evening = local_day(page.period.begins)
        days = page.period.days[:_DAYS_AT_MOST] or (evening, evening + timedelta(days=1))
        self.days = {}
        for day in days:
            box = QCheckBox(full_day(day))
            box.setChecked(bool(page.period.days) or day == evening)
            self.days[day] = box
            self._day_row.addWidget(box)


def _clock(text: str) -> time | None:
    """Read a clock time as it is typed: 13:00, 13.00, 1300, 13."""
    found = _CLOCK.fullmatch(text.strip())
    return time(int(found[1]), int(found[2] or 0)) if found is not None else None
