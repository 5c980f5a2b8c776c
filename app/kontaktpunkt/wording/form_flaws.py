"""The sentences for what is wrong in a form's definition, for whoever writes one."""

from collections.abc import Mapping
from typing import Final

from kontaktpunkt.domain.paper.form_flaws import Flaw, FlawKind
from kontaktpunkt.domain.paper.form_folder import BrokenForm

_SENTENCES: Final[Mapping[FlawKind, str]] = {
    FlawKind.NOT_TOML: "raden går inte att läsa; jämför med en rad som fungerar",
    FlawKind.MISSING: "en inställning saknas",
    FlawKind.UNKNOWN_WORD: "inställningen finns inte",
    FlawKind.WRONG_VALUE: "värdet går inte att använda",
    FlawKind.OUT_OF_RANGE: "värdet är för litet eller för stort",
    FlawKind.BAD_KEY: "nyckeln får bara ha a-z, siffror och understreck",
    FlawKind.SAME_KEY_TWICE: "samma nyckel står två gånger",
    FlawKind.UNKNOWN_SOURCE: "uppgiften att fylla i finns inte",
    FlawKind.UNKNOWN_PLACEHOLDER: "platshållaren finns inte",
    FlawKind.TOO_FEW_OPTIONS: "ett val behöver minst två alternativ",
    FlawKind.OPTIONS_WITHOUT_CHOICE: "alternativ hör bara till ett val",
    FlawKind.TABLE_WITHOUT_COLUMNS: "tabellen saknar kolumner",
    FlawKind.COLUMNS_WITHOUT_TABLE: "kolumner hör bara till en tabell",
    FlawKind.PERSON_NOT_FIRST: 'blocket med key = "person" ska stå först',
    FlawKind.MISSING_QUOTE: 'ett citattecken saknas; text ska stå mellan två raka ("…")',
    FlawKind.CURLY_QUOTE: 'böjda citattecken; skriv raka (") i stället',
    FlawKind.HARD_SPACE: "ett hårt mellanslag som inte syns; sudda det och skriv ett vanligt",
    FlawKind.MISSING_COMMA: "ett kommatecken saknas mellan två värden",
    FlawKind.MISSING_EQUALS: "likhetstecknet saknas efter ordet",
    FlawKind.YES_OR_NO: "skriv true för ja och false för nej, med små bokstäver",
    FlawKind.ONE_BRACKET: "skriv två hakparenteser på varje sida: [[block]] eller [[block.field]]",
    FlawKind.SAID_TWICE: "samma ord står två gånger i samma fält eller block",
    FlawKind.NOT_UTF8: "filen är inte sparad som UTF-8; spara om den med den kodningen",
    FlawKind.NUMBER_NOT_FILE: "numret ska vara detsamma som filens namn",
    FlawKind.NUMBER_TAKEN: "en annan blankett har redan numret",
    FlawKind.MESSAGE_TAKEN: "en annan blankett ersätter redan det meddelandet",
}
_WANTED: Final[Mapping[str, str]] = {
    "str": "text mellan citattecken",
    "int": "ett tal utan citattecken",
    "bool": "true eller false, utan citattecken",
    "array": "en lista inom hakparenteser, [ ]",
}
_IN_THE_WAY: Final = (FlawKind.NUMBER_TAKEN, FlawKind.MESSAGE_TAKEN)


def sentence_form_flaw(flaw: Flaw) -> str:
    """Say where a definition is wrong, and how: 'rad 3: ett citattecken saknas'."""
    places = (("rad", flaw.line), ("block", flaw.block), ("fält", flaw.field))
    place = ", ".join(f"{name} {number}" for name, number in places if number)
    named = f"{flaw.word} ”{flaw.value}”".strip() if flaw.value else flaw.word
    said = f"{_SENTENCES[flaw.kind]}{f' ({named})' if named else ''}{_remedy(flaw)}"
    return f"{place}: {said}" if place else said


def _remedy(flaw: Flaw) -> str:
    """Say what may stand there instead, or what is in the way."""
    if flaw.kind in _IN_THE_WAY:
        return f": {flaw.instead}"
    if flaw.kind is FlawKind.NUMBER_NOT_FILE:
        return f": skriv ”{flaw.instead}”, eller byt namn på filen"
    if flaw.instead:
        return f"; menade du ”{flaw.instead}”?"
    wants = _WANTED.get(flaw.wants, f"något av {flaw.wants}" if flaw.wants else "")
    return f"; här ska stå {wants}" if wants else ""


def sentence_broken_form(broken: BrokenForm) -> str:
    """Say which form is left out, and the first thing to mend: 'R5.toml kan inte användas: …'."""
    more = len(broken.flaws) - 1
    said = sentence_form_flaw(broken.flaws[0])
    return f"{broken.file} kan inte användas: {said}{f' (och {more} fel till)' if more else ''}"


def sentence_entry_hint(hint: Flaw) -> str:
    """Say of a word that leads nowhere that it is no fault, and which was perhaps meant."""
    meant = f"; menade du ”{hint.instead}”?" if hint.instead else ""
    told = f"{hint.word} ”{hint.value}” är ett eget ord, så fältet sparas som text{meant}"
    return f"rad {hint.line}: {told}" if hint.line else told
