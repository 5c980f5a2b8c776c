"""Decides what stands in each field of one copy: given values, nothing, or words that hide."""

from msgspec import Struct

from kontaktpunkt.domain.paper.form import (
    PLACEHOLDERS,
    Field,
    FieldKind,
    FormDefinition,
    fields_of,
    is_about_us,
    is_hidden_for_protected,
)
from kontaktpunkt.domain.paper.printout import PaperValue, SheetValues

_HIDDEN = "Skyddade personuppgifter – {}kontakta ansvarig"
_HIDDEN_THING = {
    "person.address": "adress: ",
    "person.phone": "telefon: ",
    "person.next_of_kin": "närstående: ",
    "person.next_of_kin_phone": "telefon: ",
}
_NEVER_FILLED = (FieldKind.SIGNATURE, FieldKind.WORDS)


class Filling(Struct, frozen=True):
    """One copy's values, as the fields of its form may show them."""

    sheet: SheetValues

    def value(self, field: Field) -> PaperValue:
        """Give what stands in a field; empty text where nothing does."""
        if field.kind in _NEVER_FILLED:
            return ""
        if self.sheet.protected and is_hidden_for_protected(field):
            # Also on a blank copy: nobody shall write an address there by hand.
            return _HIDDEN.format(_HIDDEN_THING.get(field.source, ""))
        if self.sheet.blank and not is_about_us(field):
            return ""
        values = self.sheet.values
        return values.get(field.key, values.get(field.source, ""))

    def words(self, text: str) -> str:
        """Give a form's own text with the words in braces replaced."""
        if "{" not in text:
            return text
        for name, (source, otherwise) in PLACEHOLDERS.items():
            text = text.replace(f"{{{name}}}", self._text(source) or otherwise)
        return text

    def ours(self) -> tuple[str, ...]:
        """Say who we are, for the top of the paper."""
        phone = self._text("our.phone")
        lines = (
            self._text("our.municipality"),
            self._text("our.unit"),
            f"Telefon {phone}" if phone else "",
        )
        return tuple(line for line in lines if line)

    def concerns(self, definition: FormDefinition) -> str:
        """Say whom the paper is about, for pages that do not hold the person's block."""
        told = {
            field.source: self.value(field)
            for field in fields_of(definition)
            if field.source in ("person.name", "person.number")
        }
        return ", ".join(str(told[key]) for key in sorted(told) if told[key])

    def _text(self, source: str) -> str:
        value = self.sheet.values.get(source, "")
        return value if isinstance(value, str) else ""
