"""Where a report is written: what is known is filled in, consent is asked, drafts are kept."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

from kontaktpunkt.domain.commands import WriteDeviationReport
from kontaktpunkt.domain.events.deviation import AlsoConsider, DataConsent, DeviationContent
from kontaktpunkt.domain.person.facts import Protection
from kontaktpunkt.domain.profile.shapes import Code
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.ui.drafted_fields import DraftedFields
from kontaktpunkt.ui.drafted_form import DraftedForm
from kontaktpunkt.ui.widgets.column import bring_in_sight
from kontaktpunkt.ui.widgets.fields import Labelled, TextBox, narrow_choice
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.widgets.ticks import Ticks
from kontaktpunkt.ui.widgets.typed_time import PastDayField
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.deviations.rows import DeviationCard, DeviationStart
from kontaktpunkt.wording.evidence import clock_line
from kontaktpunkt.wording.refusals import sentence
from kontaktpunkt.wording.words import word

_MAS: Final = "mas"
_WITHOUT: Final = (
    "Utan samtycke står varken namn, nummer eller adress på bladet. Skriv det inte i texten heller."
)
_WITH: Final = "Namn och personnummer följer med på bladet. Adress och telefon gör det aldrig."
_PROTECTED: Final = (
    "Skyddad identitet: personen står aldrig på bladet, inte heller med samtycke. Skriv inget i "
    "texten som visar vem det är."
)
_NOBODY: Final = "Rapporten gäller ingen enskild. Skriv inga namn i texten."


class WritingForm(DraftedForm):
    """A new report, or one that is written anew before it is sent."""

    saved = Signal(object)  # UUID of the report

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, "Spara rapporten")
        self._report: UUID | None = None
        self._case: UUID | None = None
        self._noted: UUID | None = None
        self._protected = False
        self.head = Text("", "section")
        self.unit, self.phone, self.reporter, self.role = (QLineEdit() for _ in range(4))
        self.counterpart, self.counterpart_unit, self.place = (QLineEdit() for _ in range(3))
        self.address = TextBox(2)
        self.mas, self.points = Ticks("Kopia"), Ticks("Det som inte följdes")
        self.consider = Ticks("Överväg också")
        self.when = PastDayField(workplace, "När det hände", "t.ex. i går 21:40, eller bara dagen")
        self.description, self.consequence, self.action = TextBox(4), TextBox(2), TextBox(2)
        self.consent = narrow_choice()
        self.about = Text("", "soft")
        self._offer()
        self.points_field = Labelled("Det som inte följdes", self.points)
        self.text_field = Labelled("Vad som hände, inte vem som gjorde det", self.description)
        self.consent_field = Labelled("Får namn och nummer följa med? Fråga personen", self.consent)
        self.fields = DraftedFields(workplace, self, {
            "unit": self.unit,
            "phone": self.phone,
            "reporter": self.reporter,
            "role": self.role,
            "counterpart": self.counterpart,
            "counterpart_unit": self.counterpart_unit,
            "address": self.address,
            "mas": self.mas,
            "when": self.when.text,
            "place": self.place,
            "points": self.points,
            "description": self.description,
            "consequence": self.consequence,
            "action": self.action,
            "consent": self.consent,
            "consider": self.consider,
        })  # fmt: skip
        self._lay_out()
        self.consent.currentIndexChanged.connect(self._say_consent)
        workplace.learned.connect(self._offer)
        self.hide()

    def open_new(self, report: UUID, start: DeviationStart) -> None:
        """Begin a report with what is known; what was typed before for this case comes back."""
        now, telling = self._workplace.now(), self._workplace.telling
        grounds = ". ".join(clock_line(clock, now, telling).said for clock in start.broken)
        known = _known(start.content)
        if not known["description"] and grounds:
            known["description"] = f"{grounds}."
        self._case, self._noted = start.case, start.noted
        subject = start.noted or start.case or "new"
        self._open(report, f"deviation:{subject}", known, start.protection)
        self.head.setText(f"Ny avvikelserapport{_of(start.name, masked=start.masked)}")

    def open_again(self, card: DeviationCard) -> None:
        """Write one anew that is not sent."""
        row = card.row
        self._case, self._noted = row.case, card.noted
        self._open(row.report, f"deviation:{row.report}", _known(card.content), row.protection)
        self.head.setText(f"Skriv om rapporten{_of(row.name, masked=row.masked)}")

    def save(self) -> None:
        """Save it as one to send, or say what needs another look."""
        self._refuse_nothing()
        content, report = self._content(), self._report
        if content is None or report is None:
            bring_in_sight(self.when)
            return
        wish = WriteDeviationReport(
            deviation_report=report, content=content, case=self._case, noted=self._noted
        )
        self._workplace.do(
            wish,
            told="Rapporten är sparad, att skicka",
            then=self._done,
            refused=self._refused,
        )

    def _open(
        self, report: UUID, subject: str, known: Mapping[str, str], protection: Protection
    ) -> None:
        self._report = report
        self._protected = protection is not Protection.NONE
        self._refuse_nothing()
        self._offer()
        self.fields.open(subject, known)
        self.consent_field.setVisible(self._case is not None and not self._protected)
        self._say_consent()
        self.show()
        self.description.setFocus(Qt.FocusReason.OtherFocusReason)

    def _content(self) -> DeviationContent | None:
        """Read the fields; None where the time cannot be understood."""
        good, on, at = self.when.day()
        if not good:
            return None
        typed = self.fields.typed()
        may_name = self._case is not None and not self._protected
        consent = DataConsent(typed["consent"]) if may_name else DataConsent.NOT_ASKED
        return DeviationContent(
            unit=typed["unit"],
            phone=typed["phone"],
            reporter=typed["reporter"],
            role=typed["role"],
            counterpart=typed["counterpart"],
            counterpart_unit=typed["counterpart_unit"],
            address=typed["address"],
            copy_to_mas=bool(typed["mas"]),
            happened_on=on,
            happened_time=at,
            place=typed["place"],
            points=tuple(typed["points"].split()),
            description=typed["description"],
            consequence=typed["consequence"],
            action=typed["action"],
            consent=consent,
            consider=tuple(AlsoConsider(one) for one in typed["consider"].split()),
        )

    def _say_consent(self) -> None:
        if self._case is None:
            said = _NOBODY
        elif self._protected:
            said = _PROTECTED
        else:
            said = _WITH if self.consent.currentData() == DataConsent.YES.value else _WITHOUT
        self.about.setText(said)

    def _offer(self) -> None:
        """Offer the points of the profile, and the rest of the choices."""
        self.points.offer(self._workplace.deviation_codes)
        self.mas.offer((Code(code=_MAS, label="kopia till MAS"),))
        self.consider.offer(tuple(Code(code=one.value, label=word(one)) for one in AlsoConsider))
        _fill(self.consent)

    def _done(self, _done: Done) -> None:
        report = self._report
        self.end()
        self.saved.emit(report)

    def _refused(self, refused: Refused) -> None:
        if refused.reason is RefusalReason.NO_DEVIATION_POINT:
            self.points_field.refuse(sentence(refused))
            bring_in_sight(self.points_field)
        elif refused.reason is RefusalReason.EMPTY_TEXT:
            self.text_field.refuse(sentence(refused))
            bring_in_sight(self.text_field)
        else:
            self.fail(sentence(refused))

    def _refuse_nothing(self) -> None:
        self.failure.hide()
        for field in (self.points_field, self.text_field, self.when):
            field.refuse("")

    def _lay_out(self) -> None:
        self.lay_out(
            (
                (self.head,),
                (Labelled("Enhet", self.unit), Labelled("Telefon", self.phone)),
                (Labelled("Namn", self.reporter), Labelled("Roll", self.role)),
                (
                    Labelled("Till huvudman", self.counterpart),
                    Labelled("Enhet hos motparten", self.counterpart_unit),
                ),
                (Labelled("Adress som rapporten skickas till", self.address),),
                (self.mas,),
                (self.when, Labelled("Var", self.place)),
                (self.points_field,),
                (self.text_field,),
                (Labelled("Följd och risk för den enskilde", self.consequence),),
                (Labelled("Det vi gjorde genast", self.action),),
                (self.consent_field,),
                (self.about,),
                (self.consider,),
            )
        )


def _of(name: str, *, masked: bool) -> str:
    if masked:
        return ", skyddade personuppgifter"
    return f", {name}" if name else ""


def _fill(box: QComboBox) -> None:
    if not box.count():
        for one in DataConsent:
            box.addItem(word(one).capitalize(), one.value)


def _known(content: DeviationContent) -> dict[str, str]:
    """Write what a report says as the fields keep it."""
    on, at = content.happened_on, content.happened_time
    when = " ".join(
        (on.isoformat() if on is not None else "", f"{at:%H:%M}" if at is not None else "")
    )
    return {
        "unit": content.unit,
        "phone": content.phone,
        "reporter": content.reporter,
        "role": content.role,
        "counterpart": content.counterpart,
        "counterpart_unit": content.counterpart_unit,
        "address": content.address,
        "mas": _MAS if content.copy_to_mas else "",
        "when": when.strip(),
        "place": content.place,
        "points": " ".join(content.points),
        "description": content.description,
        "consequence": content.consequence,
        "action": content.action,
        "consent": content.consent.value,
        "consider": " ".join(one.value for one in content.consider),
    }
