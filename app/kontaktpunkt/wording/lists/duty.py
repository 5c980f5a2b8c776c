"""Swedish words about duty: kinds of duty, how a time is covered, and the feasts of storhelger."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from kontaktpunkt.domain.calendar.local_days import Feast
from kontaktpunkt.domain.profile.duty import Cover, DutyKind

DUTY: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    DutyKind: {
        DutyKind.PHONE: "telefon",
        DutyKind.WATCH: "bevakning av inkorgen",
        DutyKind.STEPS: "planeringens steg",
    },
    Cover: {
        Cover.NAMED: "utsedd",
        Cover.OTHERWISE: "övrig tid",
        Cover.UNCONFIRMED: "ej bekräftat",
        Cover.NOBODY: "ingen",
    },
    Feast: {
        Feast.NEW_YEAR: "nyår",
        Feast.EASTER: "påsk",
        Feast.WHITSUN: "pingst",
        Feast.MIDSUMMER: "midsommar",
        Feast.CHRISTMAS: "jul",
    },
}
