"""What of a person may stand in a report: nothing without her consent, never if protected."""

import re
from typing import Final

from msgspec.structs import replace

from kontaktpunkt.domain.events.deviation import DataConsent, DeviationContent
from kontaktpunkt.domain.states import PersonState

_TEXTS: Final = ("place", "description", "consequence", "action")
_LEAST: Final = 3
"""A shorter piece of a name is found in too many other words."""
_WORD: Final = re.compile(r"\w+")
_DIGITS: Final = re.compile(r"\D+")
_OF_NUMBER: Final = 10
_OF_PHONE: Final = 7


def may_go_along(content: DeviationContent, person: PersonState | None) -> bool:
    """Say whether name and number go along: she was asked and agreed, and is not protected."""
    agreed = content.consent is DataConsent.YES
    return agreed and person is not None and not person.is_protected


def parts_that_tell(content: DeviationContent, person: PersonState) -> tuple[str, ...]:
    """Name the texts in which somebody stands who has not agreed to it, or is protected."""
    if may_go_along(content, person):
        return ()
    return tuple(part for part in _TEXTS if _tells(getattr(content, part), person))


def without_words(content: DeviationContent) -> DeviationContent:
    """Give a report without the texts that could tell whom it is about."""
    return replace(content, **dict.fromkeys(_TEXTS, ""))


def _tells(text: str, person: PersonState) -> bool:
    words = {word.casefold() for word in _WORD.findall(text)}
    names = {name.casefold() for name in _WORD.findall(person.name) if len(name) >= _LEAST}
    if words & names:
        return True
    digits = _DIGITS.sub("", text)
    numbers = (_DIGITS.sub("", one.value)[-_OF_NUMBER:] for one in person.numbers)
    phone = _DIGITS.sub("", person.phone)
    found = any(len(one) == _OF_NUMBER and one in digits for one in numbers)
    if found or (len(phone) >= _OF_PHONE and phone in digits):
        return True
    lines = (line for address in person.addresses for line in address.lines)
    return any(len(line) > _LEAST and line.casefold() in text.casefold() for line in lines)
