"""Column headings and labels by their many names: SAMSA's, Link's, Mina planer's and plain ones."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from kontaktpunkt.domain.overview import OverviewField

F = OverviewField

_NAMES: Final[Mapping[OverviewField, tuple[str, ...]]] = {
    F.NUMBER: (
        "personnummer", "persnr", "pers nr", "pnr", "person nr", "personnr", "personid",
        "person id", "patientid", "patient id", "patientnummer", "id nummer", "idnummer",
        "reservnummer", "samordningsnummer", "personnummer reservnummer", "identitet",
        "person identitet", "personidentitet", "födelsenummer",
    ),
    F.NAME: (
        "namn", "patient", "patientnamn", "patientens namn", "patient namn", "person",
        "personnamn", "invånare", "namn på patient", "efternamn förnamn", "för och efternamn",
        "förnamn efternamn", "fullständigt namn", "den enskilde",
    ),
    F.FAMILY_NAME: ("efternamn",),
    F.GIVEN_NAME: ("förnamn", "tilltalsnamn"),
    F.PLACE: (
        "sjukhus avdelning", "sjukhus och avdelning", "sjukhus enhet", "avdelning sjukhus",
        "klinik avdelning", "vårdas på", "inskriven på", "plats", "placering", "vårdplats",
    ),
    F.HOSPITAL: ("sjukhus", "lasarett", "vårdinrättning", "vårdgivare", "sjukhusnamn"),
    F.WARD: (
        "avdelning", "avd", "vårdavdelning", "enhet", "vårdenhet", "vårdande enhet",
        "slutenvårdsenhet", "slutenvårdsavdelning", "inskrivande enhet", "avsändande enhet",
        "ansvarig vårdenhet", "inskriven enhet", "avdelning enhet", "medverkande slutenvård",
        "slutenvård", "avdelningsnamn",
    ),
    F.ADMITTED: (
        "inskriven", "inskrivning", "inskrivningsdatum", "inskrivningstid", "inskr", "inlagd",
        "inskrivningsdag", "inskrivningstidpunkt", "inskrivningsmeddelande",
    ),
    F.EXPECTED_DISCHARGE: (
        "beräknad utskrivning", "beräknat utskrivningsdatum", "beräknad utskrivningsdag",
        "beräknad utskr", "ber utskrivning", "ber utskr", "ber utskrivningsdatum",
        "planerad utskrivning", "planerat utskrivningsdatum", "planerad utskrivningsdag",
        "planerad utskrivningsdatum", "beräknad utskrivningsdatum", "förväntad utskrivning",
        "förväntat utskrivningsdatum", "preliminär utskrivning", "prel utskrivning",
        "preliminärt utskrivningsdatum", "beräknad hemgång", "planerad hemgång",
    ),
    F.READY_SINCE: (
        "utskrivningsklar", "utskr klar", "utskrivningsklart", "utskrivningsklardatum",
        "utskrivningsklar från",
    ),
    F.READY_SENT: (
        "utskrivningsklar skickad", "utskrivningsklar skickat", "utskrivningsklar sänd",
        "utskrivningsklar sänt", "utskrivningsklar meddelad", "utskrivningsklar meddelat",
        "meddelande om utskrivningsklar", "meddelad utskrivningsklar",
    ),
    F.DISCHARGED: (
        "utskriven", "hemskriven", "hemgång", "faktisk utskrivning",
        "faktiskt utskrivningsdatum", "utskrivningsmeddelande",
    ),
    F.STATUS: (
        "status", "ärendestatus", "statusläge", "processteg", "steg", "skede", "fas", "läge",
        "ärendeläge", "ärendets status", "tillstånd",
    ),
}  # fmt: skip

_FIELDS: Final = {name: field for field, names in _NAMES.items() for name in names}
_SUFFIXES: Final = frozenset({"datum", "tid", "kl", "klockslag", "sedan", "tidpunkt", "dag", "den"})
_NOT_LETTERS: Final = re.compile(r"[^0-9a-zåäöéü]+")
_LONGEST: Final = 60

IDENTIFYING: Final = frozenset({F.NUMBER, F.NAME, F.FAMILY_NAME, F.GIVEN_NAME})
"""A heading with one of these is a heading of people."""


def field_of(label: str) -> OverviewField | None:
    """Say which field a heading or label names; None when it is not known."""
    if len(label) > _LONGEST:
        return None
    words = _plain(label).split()
    while words:
        found = _FIELDS.get(" ".join(words))
        if found is not None:
            return found
        if words[-1] not in _SUFFIXES:
            return None
        words.pop()
    return None


def _plain(label: str) -> str:
    """Write a label in small letters with single spaces, without dots, colons and arrows."""
    composed = unicodedata.normalize("NFKC", label).casefold()
    return _NOT_LETTERS.sub(" ", composed).strip()
