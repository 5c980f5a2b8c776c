"""Finds a known person while her number is typed, and fills in what is known about her."""

from PySide6.QtCore import QObject

from kontaktpunkt.domain.person.facts import PersonFacts, PersonNumber, Protection
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.times import local_day
from kontaktpunkt.ui.screens.entry.compose import YES
from kontaktpunkt.ui.screens.entry.fields import EntryField
from kontaktpunkt.ui.screens.entry.form import EntryForm
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import PersonHit
from kontaktpunkt.usecases.rows import CaseRow
from kontaktpunkt.wording.names import century_words
from kontaktpunkt.wording.refusals import sentence

_DIGITS = 10
"""A number is asked about when this many digits are typed: fewer is no number yet."""

_Found = PersonHit | Refused | None
F = EntryField


class PersonFinder(QObject):
    """Asks the desk who has the number, and never writes over what was typed by hand."""

    def __init__(self, workplace: Workplace, form: EntryForm) -> None:
        super().__init__(form)
        self._workplace = workplace
        self._form = form
        self._filled: dict[EntryField, str] = {}

    def look(self) -> None:
        """Look the typed number up when it is long enough to be one."""
        number = self._form.typed()[F.NUMBER].strip()
        if sum(character.isdigit() for character in number) < _DIGITS:
            self._workplace.clerk.forget("entry.person")
            self._form.hint(F.NUMBER, "")
            self.take_back()
            return
        self._workplace.clerk.ask(lambda: self._ask(number), self._answer, key="entry.person")

    def fill_seen(self, seen: PersonFacts) -> None:
        """Fill in whom a set-aside original speaks of."""
        number = next((each.value for each in seen.numbers), "")
        known = {F.NUMBER: number, F.GIVEN_NAME: seen.given_name, F.FAMILY_NAME: seen.family_name}
        if seen.protection is not Protection.NONE:
            known[F.PROTECTED] = YES
        self._fill(known)
        # That stands in the original: it is no guess to take back when the number is found.
        self._filled = {}

    def forget(self) -> None:
        """Say nothing about anybody."""
        self._workplace.clerk.forget("entry.person")
        self._filled = {}
        self._form.hint(F.NUMBER, "")

    def _ask(self, number: str) -> _Found:
        """Ask the desk (the clerk's lane): is it a number, and whose."""
        read = self._workplace.desk.read_number(number)
        if not isinstance(read, PersonNumber):
            return read
        return self._workplace.desk.find_person(number)

    def _answer(self, found: _Found) -> None:
        self._form.refuse_one(F.NUMBER, "")
        self.take_back()
        if found is None:
            other = century_words(self._form.typed()[F.NUMBER], local_day(self._workplace.now()))
            self._form.hint(F.NUMBER, f"Inte känd här sedan tidigare. {other}".strip())
        elif isinstance(found, Refused):
            self._form.hint(F.NUMBER, "")
            self._form.refuse_one(F.NUMBER, sentence(found))
        else:
            self._show(found)

    def _show(self, hit: PersonHit) -> None:
        facts = hit.facts
        known = {F.GIVEN_NAME: facts.given_name, F.FAMILY_NAME: facts.family_name}
        if facts.protection is not Protection.NONE:
            known[F.PROTECTED] = YES
        going_on = next((case for case in hit.cases if case.is_open), None)
        if going_on is not None:
            known |= {
                F.HOSPITAL: going_on.hospital,
                F.WARD: going_on.ward,
                F.WARD_PHONE: going_on.ward_phone,
            }
        self._fill(known)
        self._form.hint(F.NUMBER, _said(facts, going_on))

    def _fill(self, known: dict[EntryField, str]) -> None:
        """Fill fields that are empty; remember with what, to take back if the number changes."""
        typed = self._form.typed()
        fresh = {field: text for field, text in known.items() if text and not typed[field].strip()}
        self._filled |= fresh
        if fresh:
            self._form.fill(typed | fresh)
            for field in fresh:
                self._form.edited.emit(field)

    def take_back(self) -> None:
        """Empty what was filled for another number and has not been changed since."""
        typed = self._form.typed()
        stale = {field: "" for field, text in self._filled.items() if typed[field] == text}
        self._filled = {}
        if stale:
            self._form.fill(typed | stale)


def _said(facts: PersonFacts, going_on: CaseRow | None) -> str:
    """Say in a line who it is and where."""
    parts = ["Känd här"]
    if facts.birth_date is not None:
        parts.append(f"född {facts.birth_date.isoformat()}")
    if going_on is not None:
        place = " · ".join(part for part in (going_on.hospital, going_on.ward) if part)
        parts.append(f"pågående ärende: {place}" if place else "har ett pågående ärende")
    return ", ".join(parts) + "."
