"""What is said of a list that is read in: of the file, and of each line with its number."""

from collections.abc import Mapping
from typing import Final

from kontaktpunkt.domain.contacts.phone import PhoneFaultReason
from kontaktpunkt.domain.person.number.fault import NumberFaultReason
from kontaktpunkt.usecases.contacts.rows import (
    ImportLine,
    ImportPage,
    LineFate,
    LineFault,
    LineFaultReason,
    LineNote,
    ListKind,
)
from kontaktpunkt.usecases.contacts.sheets import SheetFault
from kontaktpunkt.wording.words import word

_R = LineFaultReason
_SHEETS: Final[Mapping[SheetFault, str]] = {
    SheetFault.EMPTY: "Filen är tom. Inget är ändrat.",
    SheetFault.TOO_LARGE: "Filen är för stor för att vara en lista. Inget är ändrat.",
    SheetFault.LOCKED: (
        "Filen är låst med lösenord. Spara den utan lösenord, eller som CSV. Inget är ändrat."
    ),
    SheetFault.OLD_WORKBOOK: (
        "Filen är i Excels gamla format (.xls). Spara den som .xlsx eller CSV. Inget är ändrat."
    ),
    SheetFault.BROKEN_WORKBOOK: (
        "Filen går inte att läsa som kalkylblad. Öppna den i Excel och spara den på nytt, "
        "eller spara den som CSV. Inget är ändrat."
    ),
    SheetFault.NOT_A_TABLE: (
        "Filen är ingen tabell. Det som går att läsa är .xlsx och CSV. Inget är ändrat."
    ),
    SheetFault.NO_HEADING: (
        "Ingen rubrikrad hittades. En rad ska ha minst rubriken Enhet och en till, "
        "till exempel Telefon. Inget är ändrat."
    ),
}
_LINES: Final[Mapping[LineFaultReason, str]] = {
    _R.NO_UNIT: "enheten saknas",
    _R.UNKNOWN_KIND: "typen ”{0}” är okänd",
    _R.PHONE_WITHOUT_NAME: "ett telefonnummer står utan namn i kolumnen {0}",
    _R.BAD_AREA: "området ”{0}” är varken postnummer, gata eller ort",
    _R.BAD_DATE: "datumet ”{0}” går inte att läsa; skriv det som 2026-03-24",
    _R.FORMULA: "kolumnen {0} har en formel utan svar; öppna filen i Excel och spara den på nytt",
    _R.NO_SUCH_UNIT: "enheten ”{0}” finns inte i registret; läs in den först",
    _R.SAID_TWICE: "personen står redan på rad {0}",
    _R.TOO_LATE: "här slutar det som läses på en gång; dela listan",
}
_NOTES: Final[Mapping[LineNote, str]] = {
    LineNote.ZERO_ADDED: "första nollan i telefonnumret är tillagd",
    LineNote.TWO_NUMBERS: "samma namn har olika nummer i listan; alla är med",
    LineNote.NEW_PERSON: "personen är ny hos oss",
    LineNote.SAME_UNIT: "enheten står på flera rader; de läggs ihop",
}
_FATES: Final[Mapping[LineFate, str]] = {
    LineFate.NEW: "ny",
    LineFate.CHANGED: "ändras",
    LineFate.SAME: "lika",
    LineFate.FAULTY: "kan inte läsas",
}


def sheet_fault(fault: SheetFault) -> str:
    """Say why a file is no list, and what to do."""
    return _SHEETS[fault]


def fate_word(fate: LineFate) -> str:
    """Say what a line gives, in a word or two."""
    return _FATES[fate]


def line_fault(fault: LineFault) -> str:
    """Say what is wrong with a line, without its number."""
    if fault.reason is _R.BAD_PHONE:
        text, reason = fault.values
        return f"telefonnumret ”{text}” {word(PhoneFaultReason(reason))}"
    if fault.reason is _R.BAD_NUMBER:
        why = word(NumberFaultReason(fault.values[0])) if fault.values else ""
        return f"personnumret stämmer inte. {why}".strip()
    return _LINES[fault.reason].format(*fault.values)


def line_words(line: ImportLine) -> str:
    """Say what is wrong, what changes and what was understood with care, in one line."""
    parts = [line_fault(fault) for fault in line.faults]
    if line.changes:
        parts.append(", ".join(line.changes))
    parts += [_NOTES[note] for note in line.notes]
    return "; ".join(parts)


def page_words(page: ImportPage) -> str:
    """Count the lines: "12 nya · 3 ändras · 40 lika · 2 kan inte läsas"."""
    named = {
        LineFate.NEW: "nya" if page.kind is ListKind.UNITS else "får en enhet",
        LineFate.CHANGED: "ändras",
        LineFate.SAME: "lika",
        LineFate.FAULTY: "kan inte läsas",
    }
    return " · ".join(f"{page.count(fate)} {words}" for fate, words in named.items())


def columns_words(page: ImportPage) -> str:
    """Say which columns and sheets were passed over; nothing when none was."""
    parts: list[str] = []
    if page.unread_columns:
        parts.append(f"Kolumner som inte läses: {', '.join(page.unread_columns)}.")
    if page.other_sheets:
        parts.append(f"Bladet {page.sheet} läses, inte {', '.join(page.other_sheets)}.")
    return " ".join(parts)
