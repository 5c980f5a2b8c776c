"""The sentences for what is wrong in a form's definition, for whoever writes one."""

from collections.abc import Mapping
from typing import Final

from kontaktpunkt.domain.paper.form_flaws import Flaw, FlawKind

_SENTENCES: Final[Mapping[FlawKind, str]] = {
    FlawKind.NOT_TOML: "texten är inte TOML",
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
    FlawKind.PERSON_NOT_FIRST: "personen ska stå först",
}


def sentence_form_flaw(flaw: Flaw) -> str:
    """Say where a definition is wrong, and how: 'rad 3: texten är inte TOML'."""
    places = (("rad", flaw.line), ("block", flaw.block), ("fält", flaw.field))
    place = ", ".join(f"{name} {number}" for name, number in places if number)
    named = f"{flaw.word} ”{flaw.value}”" if flaw.value else flaw.word
    said = f"{_SENTENCES[flaw.kind]}{f' ({named})' if named else ''}"
    return f"{place}: {said}" if place else said
