"""Swedish words about rules, forms, papers and typed times."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from kontaktpunkt.domain.events.office import SheetDirection, SheetMedium
from kontaktpunkt.domain.paper.form import FieldKind
from kontaktpunkt.domain.paper.form_flaws import FlawKind
from kontaktpunkt.domain.paper.sheet_number import NumberFlaw
from kontaktpunkt.domain.profile.fault import ProfileFaultReason
from kontaktpunkt.domain.profile.shapes import (
    AverageWindow,
    Certainty,
    DayKind,
    LayerKind,
    PaymentModel,
    TimeUnit,
)
from kontaktpunkt.usecases.arriving.entry_times import Direction, TimeFault

P = ProfileFaultReason
RULES: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    SheetDirection: {
        SheetDirection.WE_SEND: "vi skickar",
        SheetDirection.TOLD_BY_PHONE: "mottaget per telefon",
        SheetDirection.OWN_USE: "eget bruk",
        SheetDirection.SHARED: "vår del och sjukhusets del",
    },
    SheetMedium: {SheetMedium.PRINTED: "på papper", SheetMedium.SAVED: "sparad som fil"},
    FieldKind: {
        FieldKind.TEXT: "text",
        FieldKind.DATE: "datum",
        FieldKind.TIME: "tid",
        FieldKind.PHONE: "telefon",
        FieldKind.PERSON_NUMBER: "personnummer",
        FieldKind.CHECK: "kryss",
        FieldKind.CHOICE: "val",
        FieldKind.CHOICES: "flera val",
        FieldKind.SIGNATURE: "underskrift",
        FieldKind.TABLE: "tabell",
        FieldKind.WORDS: "fast text",
    },
    FlawKind: {
        FlawKind.NOT_TOML: "Filen är inte TOML.",
        FlawKind.MISSING: "Något som behövs saknas.",
        FlawKind.UNKNOWN_WORD: "Inställningen finns inte.",
        FlawKind.WRONG_VALUE: "Värdet är av fel slag.",
        FlawKind.OUT_OF_RANGE: "Värdet är för stort eller för litet.",
        FlawKind.BAD_KEY: "Nyckeln får bara ha små bokstäver, siffror och understreck.",
        FlawKind.SAME_KEY_TWICE: "Samma nyckel står två gånger.",
        FlawKind.UNKNOWN_SOURCE: "Källan till värdet finns inte.",
        FlawKind.UNKNOWN_PLACEHOLDER: "Platshållaren finns inte.",
        FlawKind.TOO_FEW_OPTIONS: "Ett val behöver minst två alternativ.",
        FlawKind.OPTIONS_WITHOUT_CHOICE: "Alternativ hör bara till val.",
        FlawKind.TABLE_WITHOUT_COLUMNS: "Tabellen saknar kolumner.",
        FlawKind.COLUMNS_WITHOUT_TABLE: "Kolumner hör bara till tabeller.",
        FlawKind.PERSON_NOT_FIRST: "Personens ruta ska stå först.",
        FlawKind.MISSING_QUOTE: "citattecken saknas",
        FlawKind.CURLY_QUOTE: "böjda citattecken",
        FlawKind.HARD_SPACE: "hårt mellanslag",
        FlawKind.MISSING_COMMA: "kommatecken saknas",
        FlawKind.MISSING_EQUALS: "likhetstecken saknas",
        FlawKind.YES_OR_NO: "ja eller nej i ord",
        FlawKind.ONE_BRACKET: "för få hakparenteser",
        FlawKind.SAID_TWICE: "ordet står två gånger",
        FlawKind.NOT_UTF8: "inte sparad som UTF-8",
        FlawKind.NUMBER_NOT_FILE: "numret är inte filens namn",
        FlawKind.NUMBER_TAKEN: "numret är upptaget",
        FlawKind.MESSAGE_TAKEN: "meddelandet har redan en blankett",
    },
    ProfileFaultReason: {
        P.NO_LAYERS: "Profilen är tom.",
        P.NOT_TOML: "Filen är inte TOML.",
        P.NOT_JSON: "Värdet är inte JSON.",
        P.BAD_SHAPE: "Något i profilen har fel form.",
        P.UNKNOWN_KEY: "Värdet finns inte.",
        P.BAD_VALUE: "Värdet går inte att använda.",
        P.MISSING_VALUE: "Värdet saknas.",
        P.MISSING_SOURCE: "Källan saknas.",
        P.UNVERIFIED_WITH_VALUE: "Ett obekräftat värde ska vara tomt.",
        P.DUPLICATE: "Samma sak står två gånger.",
        P.BAD_PERIOD: "Tidsperioden slutar innan den börjar.",
        P.WRONG_ORDER: "Nivåerna står i fel ordning.",
        P.WRONG_PARENT: "Nivån bygger på en annan än den som står före.",
        P.UNKNOWN_PROFILE: "Profilen finns inte.",
    },
    Certainty: {
        Certainty.VERIFIED: "bekräftat",
        Certainty.SUMMARY: "ur sammanfattning",
        Certainty.INFERENCE: "slutsats",
        Certainty.UNVERIFIED: "ej bekräftat",
    },
    LayerKind: {
        LayerKind.LAW: "lag",
        LayerKind.REGION: "region",
        LayerKind.SUBREGION: "delregion",
        LayerKind.MUNICIPALITY: "kommun",
        LayerKind.OWN: "egna värden",
    },
    DayKind: {
        DayKind.WEEKDAY: "vardag",
        DayKind.SATURDAY: "lördag",
        DayKind.SUNDAY: "söndag",
        DayKind.RED_DAY: "röd vardag",
        DayKind.MAJOR_HOLIDAY: "storhelg",
    },
    PaymentModel: {
        PaymentModel.INDIVIDUAL: "individuell",
        PaymentModel.AVERAGE: "genomsnitt",
        PaymentModel.AVERAGE_WITH_CAP: "genomsnitt med tak",
    },
    AverageWindow: {
        AverageWindow.MONTH: "en månad",
        AverageWindow.THREE_MONTHS_POOLED: "tre månader tillsammans",
    },
    TimeUnit: {TimeUnit.DAYS: "dagar", TimeUnit.MONTHS: "månader"},
    NumberFlaw: {
        NumberFlaw.NOT_DIGITS: "Ett blankettnummer har bara siffror.",
        NumberFlaw.WRONG_LENGTH: "Ett blankettnummer har nio siffror.",
        NumberFlaw.WRONG_CHECK_DIGIT: "Kontrollsiffran stämmer inte: något är felskrivet.",
    },
    Direction: {Direction.PAST: "har hänt", Direction.COMING: "kommer"},
    TimeFault: {
        TimeFault.NOT_UNDERSTOOD: "Tiden går inte att läsa. Skriv som 0840 eller 3/3 1200.",
        TimeFault.NO_SUCH_DAY: "Den dagen finns inte.",
        TimeFault.NO_SUCH_CLOCK: "Det klockslaget finns inte.",
        TimeFault.NEEDS_CLOCK: "Skriv även klockslaget.",
        TimeFault.IN_FUTURE: "Tiden ligger framåt i tiden.",
    },
}
