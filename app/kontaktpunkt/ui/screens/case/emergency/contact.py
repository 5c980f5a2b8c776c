"""The caseworker's contact with the person: stamped by one key, or with all that was said."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kontaktpunkt.domain.commands import NotePatientContact
from kontaktpunkt.domain.events.emergency import ContactWay
from kontaktpunkt.domain.staff import OnWord, Role, WithUs
from kontaktpunkt.ui.screens.case.drafts import TextField
from kontaktpunkt.ui.screens.case.note_and_call import NOT_READ
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.fields import Labelled, TextBox, narrow_choice
from kontaktpunkt.ui.widgets.layouts import GAP
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.arriving.entry_times import TimeFault, TypedTime, read_time
from kontaktpunkt.usecases.rows import CasePage
from kontaktpunkt.wording.times import clock
from kontaktpunkt.wording.words import word

_WAYS: Final = tuple(ContactWay)


def stamp(workplace: Workplace, page: CasePage, *, answered: bool) -> None:
    """Stamp a contact, or a try at one, as of now."""
    at = clock(workplace.now())
    said = f"Kontakt med patienten stämplad {at}" if answered else f"Sökt utan svar {at}"
    wish = NotePatientContact(
        case=page.row.case,
        answered=answered,
        on_word=_caseworker(workplace, page.person.with_us),
    )
    workplace.do(wish, told=said)


def _caseworker(workplace: Workplace, with_us: WithUs | None) -> OnWord | None:
    """Give the caseworker on whose word it is noted, where somebody else than she sits here."""
    if workplace.me.role is Role.CASEWORKER or with_us is None or not with_us.caseworker:
        return None
    return OnWord(name=with_us.caseworker, phone=with_us.caseworker_phone)


class ContactForm(QWidget):
    """All about one contact: who, when, how, with whom, and what was said."""

    closed = Signal()
    saved = Signal()  # it is an act: what was typed is no draft any more

    name = "contact"

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._page: CasePage | None = None
        self.who = QLineEdit()
        self.at = QLineEdit()
        self.at.setPlaceholderText("nu")
        self.at_field = Labelled("När", self.at)
        self.way = narrow_choice()
        self.way.addItems([word(way).capitalize() for way in _WAYS])
        self.counterpart = QLineEdit()
        self.counterpart.setPlaceholderText("patienten")
        self.phone = QLineEdit()
        self.text = TextBox(2)
        self.unanswered = QCheckBox("Ej svar")
        self._lay_out()
        self.first: QWidget = self.who
        self.hide()

    @property
    def fields(self) -> dict[str, TextField]:
        """Give the fields that are kept as they are typed, by name."""
        return {
            "who": self.who,
            "at": self.at,
            "counterpart": self.counterpart,
            "phone": self.phone,
            "text": self.text,
        }

    def open_for(self, page: CasePage) -> None:
        """Open for a case; the caseworker whom we know is filled in."""
        self._page = page
        known = _caseworker(self._workplace, page.person.with_us)
        if not self.who.text():
            self.who.setText(known.name if known is not None else "")
        self.who.setPlaceholderText(self._workplace.me.name)
        self.at_field.refuse("")
        self.show()
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Note the contact, unless the time can't be read."""
        if self._page is None:
            return
        typed = self.at.text().strip()
        at = read_time(typed, self._workplace.now()) if typed else None
        if isinstance(at, TimeFault):
            self.at_field.refuse(NOT_READ)
            self.at.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        name = self.who.text().strip()
        answered = not self.unanswered.isChecked()
        self._workplace.do(
            NotePatientContact(
                case=self._page.row.case,
                at=at.instant if isinstance(at, TypedTime) else None,
                answered=answered,
                way=_WAYS[self.way.currentIndex()],
                counterpart=self.counterpart.text().strip(),
                phone=self.phone.text().strip(),
                text=self.text.toPlainText().strip(),
                on_word=OnWord(name=name) if name else None,
            ),
            told="Kontakten med patienten är noterad" if answered else "Försöket är noterat",
            then=lambda _done: self._saved(),
        )

    def _saved(self) -> None:
        self.unanswered.setChecked(False)
        self.saved.emit()
        self.close_form()

    def close_form(self) -> None:
        """Go away and give focus back."""
        self.hide()
        self.closed.emit()

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP // 2)
        rows.addLayout(_row((Labelled("Handläggare", self.who), 3), (self.at_field, 2)))
        rows.addLayout(
            _row((Labelled("Hur", self.way), 2), (Labelled("Talade med", self.counterpart), 3))
        )
        rows.addWidget(Labelled("Telefon", self.phone))
        rows.addWidget(Labelled("Vad som sades", self.text))
        foot = QHBoxLayout()
        save, leave = button("Spara kontakten", "primary"), button("Stäng", "plain")
        save.clicked.connect(self.save)
        leave.clicked.connect(self.close_form)
        for part in (self.unanswered, save, leave):
            foot.addWidget(part)
        foot.addStretch(1)
        rows.addLayout(foot)
        for field in (self.who, self.at, self.counterpart, self.phone):
            field.returnPressed.connect(self.save)


def _row(*parts: tuple[QWidget, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GAP)
    for part, share in parts:
        row.addWidget(part, share, Qt.AlignmentFlag.AlignTop)
    return row
