"""Where a prepared care request is written: services, social status, consent, medical plan."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

from kontaktpunkt.domain.events.care_request import (
    CareRequestContent,
    MedicalPlan,
    SharingConsent,
)
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.ui.drafted_fields import DraftedFields
from kontaktpunkt.ui.drafted_form import DraftedForm
from kontaktpunkt.ui.widgets.fields import Labelled, TextBox
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.care_request_rows import Whom
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.wording.refusals import sentence
from kontaktpunkt.wording.words import word

LOOKED_OVER_EVERY: Final = timedelta(days=182)
"""Half a year, where nobody writes another day (practice; the day can be changed each time)."""
_DAY_FAULT: Final = "Skriv dagen som 2026-09-01."
_NUMBER_REASONS: Final = (RefusalReason.BAD_NUMBER, RefusalReason.NO_PERSON)


class ContentEditor(DraftedForm):
    """Writes one; for somebody new with number and name first."""

    saved = Signal(object)  # UUID | None of the person

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, "Spara vårdbegäran")
        self._whom = Whom()
        self.number, self.name = QLineEdit(), QLineEdit()
        self.services = TextBox(3, "Hemtjänst tre gånger om dagen, larm, delegerad insulin …")
        self.social_status = TextBox(2, "Bor ensam, dottern nära, hund hemma …")
        self.consent = _choices(SharingConsent)
        self.scope, self.told_by = QLineEdit(), QLineEdit()
        self.consent_on, self.look_over_by = QLineEdit(), QLineEdit()
        self.plan = _choices(MedicalPlan)
        self.written_by = QLineEdit()
        self.number_field = Labelled("Personnummer eller reservnummer", self.number)
        self.name_field = Labelled("Namn, om personen inte är känd här", self.name)
        self.services_field = Labelled("Insatser, med egna ord", self.services)
        self.consent_on_field = Labelled("Samtyckets dag", self.consent_on)
        self.look_over_field = Labelled("Ses över igen", self.look_over_by)
        self.fields = DraftedFields(
            workplace,
            self,
            {
                "number": self.number,
                "name": self.name,
                "services": self.services,
                "social_status": self.social_status,
                "consent": self.consent,
                "scope": self.scope,
                "told_by": self.told_by,
                "consent_on": self.consent_on,
                "plan": self.plan,
                "written_by": self.written_by,
                "look_over_by": self.look_over_by,
            },
        )
        self._lay_out()
        self.hide()

    def open_for(self, whom: Whom, content: CareRequestContent | None) -> None:
        """Begin to write for somebody; without a person her number is asked for."""
        self._whom = whom
        new = whom.person is None
        self.number_field.setVisible(new)
        self.name_field.setVisible(new)
        self._refuse_nothing()
        today = local_day(self._workplace.now())
        known = _written(content or CareRequestContent())
        known["look_over_by"] = (today + LOOKED_OVER_EVERY).isoformat()
        self.fields.open(f"care_request:{whom.person or 'new'}", known)
        self.show()
        first = self.number if new else self.services
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Save it, or say what needs another look."""
        self._refuse_nothing()
        typed = self.fields.typed()
        if not self._days_are_days(typed):
            return
        content = CareRequestContent(
            services=typed["services"],
            social_status=typed["social_status"],
            consent=SharingConsent(typed["consent"]),
            consent_scope=typed["scope"],
            consent_on=_day(typed["consent_on"]),
            consent_told_by=typed["told_by"],
            medical_plan=MedicalPlan(typed["plan"]),
            written_by=typed["written_by"],
        )
        whom = self._whom
        if whom.person is None:
            whom = Whom(number_text=typed["number"], name=typed["name"])
        by = _day(typed["look_over_by"])
        desk = self._workplace.desk
        self._workplace.settle(
            lambda: desk.prepare_care_request(whom, content, by),
            told="Förberedd vårdbegäran är sparad",
            then=self._saved,
            refused=self._refused,
        )

    def _days_are_days(self, typed: Mapping[str, str]) -> bool:
        """Say beside the field what is no day."""
        good = True
        for name, field in (
            ("consent_on", self.consent_on_field),
            ("look_over_by", self.look_over_field),
        ):
            try:
                _day(typed[name])
            except ValueError:
                field.refuse(_DAY_FAULT)
                good = False
        return good

    def _saved(self, done: Done) -> None:
        self.end()
        self.saved.emit(self._whom.person or next(iter(done.changed.persons), None))

    def _refused(self, refused: Refused) -> None:
        if refused.reason is RefusalReason.EMPTY_TEXT:
            self.services_field.refuse("Skriv insatserna eller socialt status.")
            self.services.setFocus(Qt.FocusReason.OtherFocusReason)
        elif refused.reason in _NUMBER_REASONS and self._whom.person is None:
            self.number_field.refuse(sentence(refused))
            self.number.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.fail(sentence(refused))

    def _refuse_nothing(self) -> None:
        self.failure.hide()
        for field in (
            self.number_field,
            self.services_field,
            self.consent_on_field,
            self.look_over_field,
        ):
            field.refuse("")

    def _lay_out(self) -> None:
        self.lay_out(
            (
                (self.number_field, self.name_field),
                (self.services_field,),
                (Labelled("Socialt status", self.social_status),),
                (Labelled("Samtycke", self.consent), Labelled("Gäller", self.scope)),
                (self.consent_on_field, Labelled("Samtycket enligt", self.told_by)),
                (Labelled("Medicinsk vårdplan", self.plan), self.look_over_field),
                (Labelled("Skriven av, om någon annan än du", self.written_by),),
            )
        )


def _choices(kinds: type[StrEnum]) -> QComboBox:
    box = QComboBox()
    for member in kinds:
        box.addItem(word(member).capitalize(), member.value)
    return box


def _written(content: CareRequestContent) -> dict[str, str]:
    return {
        "services": content.services,
        "social_status": content.social_status,
        "consent": content.consent.value,
        "scope": content.consent_scope,
        "told_by": content.consent_told_by,
        "consent_on": content.consent_on.isoformat() if content.consent_on else "",
        "plan": content.medical_plan.value,
    }


def _day(typed: str) -> date | None:
    """Read a day; ValueError for what is none, None for nothing."""
    return date.fromisoformat(typed) if typed else None
