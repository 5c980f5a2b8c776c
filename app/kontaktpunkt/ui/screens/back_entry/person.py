"""Who a blank paper is about, found by number while it is typed: what is known fills the rest."""

from uuid import UUID

from PySide6.QtCore import QObject

from kontaktpunkt.domain.person.facts import PersonNumber, Protection, full_name
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.ui.screens.back_entry.form import PaperForm
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import PersonHit
from kontaktpunkt.usecases.rows import CaseRow
from kontaktpunkt.wording.names import century_words
from kontaktpunkt.wording.refusals import sentence

_DIGITS = 10
"""A number is asked about when this many digits are typed: fewer is no number yet."""

_Found = PersonHit | Refused | None


class PersonOfPaper(QObject):
    """Asks the desk who has the number; never writes over what was typed by hand."""

    def __init__(self, workplace: Workplace, form: PaperForm) -> None:
        super().__init__(form)
        self._workplace = workplace
        self._form = form
        self._filled: dict[str, str] = {}
        self.case: UUID | None = None

    def forget(self, case: UUID | None = None) -> None:
        """Begin with another paper, which may be of a case already."""
        self._workplace.clerk.forget("back_entry.person")
        self._filled = {}
        self.case = case

    def look(self) -> None:
        """Look the typed number up when it is long enough to be one."""
        part = self._form.walking.number()
        typed = part.typed if part is not None else ""
        if not isinstance(typed, str):
            return
        if sum(character.isdigit() for character in typed) < _DIGITS:
            self._workplace.clerk.forget("back_entry.person")
            self._say("")
            self._take_back()
            return
        self._workplace.clerk.ask(lambda: self._ask(typed), self._answer, key="back_entry.person")

    def _ask(self, number: str) -> _Found:
        """Ask the desk (the clerk's lane): is it a number, and whose."""
        read = self._workplace.desk.read_number(number)
        if not isinstance(read, PersonNumber):
            return read
        return self._workplace.desk.find_person(number)

    def _answer(self, found: _Found) -> None:
        self._take_back()
        part = self._form.walking.number()
        if part is None:
            return
        if isinstance(found, Refused):
            self._say("")
            part.refuse(sentence(found))
            return
        part.refuse("")
        if found is None:
            other = century_words(str(part.typed), local_day(self._workplace.now()))
            self._say(f"Inte känd här sedan tidigare. {other}".strip())
            return
        going_on = next((case for case in found.cases if case.is_open), None)
        self.case = going_on.case if going_on is not None else None
        self._fill(_known(found, going_on))
        self._say("Känd här" + (", pågående ärende." if going_on is not None else "."))

    def _say(self, words: str) -> None:
        part = self._form.walking.number()
        if part is not None:
            part.hint(words)

    def _fill(self, known: dict[str, str]) -> None:
        """Fill fields that are empty; remember with what, to take back if the number changes."""
        for source, text in known.items():
            part = self._form.from_source(source)
            if part is not None and text and part.is_empty:
                part.fill(text)
                self._filled[part.field.key] = text

    def _take_back(self) -> None:
        """Empty what was filled for another number and has not been changed since."""
        for key, text in self._filled.items():
            part = self._form.parts.get(key)
            if part is not None and part.typed == text:
                part.fill("")
        self._filled = {}
        self.case = None


def _known(hit: PersonHit, going_on: CaseRow | None) -> dict[str, str]:
    """Give what is known, by the sources of a form; nothing that tells where a protected one is."""
    facts = hit.facts
    known = {"person.name": full_name(facts)}
    if facts.protection is Protection.NONE and facts.addresses:
        address = facts.addresses[0]
        town = " ".join(part for part in (address.postal_code, address.city) if part)
        lines = (*address.lines, town)
        known["person.address"] = ", ".join(line for line in lines if line)
    if facts.protection is Protection.NONE:
        known["person.phone"] = facts.phone
    if going_on is not None:
        known |= {
            "stay.hospital": going_on.hospital,
            "stay.ward": going_on.ward,
            "stay.ward_phone": going_on.ward_phone,
            "with_us.unit": going_on.unit,
        }
    return known
