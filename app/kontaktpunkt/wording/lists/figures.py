"""Words of the key figures."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from kontaktpunkt.domain.events.report import ReportKind
from kontaktpunkt.domain.figures.figure import Figure, FigureGap, FigureUnit, Measure, Split
from kontaktpunkt.domain.figures.slices import Step

FIGURES: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    Figure: {
        Figure.READY_NOW: "Utskrivningsklara nu",
        Figure.READY_OVER_TIME: "Utskrivningsklara, i medel per dygn",
        Figure.MEAN_DAYS: "Dagar i medel efter utskrivningsklar",
        Figure.MEDIAN_DAYS: "Dagar i median efter utskrivningsklar",
        Figure.MEAN_DAYS_WITHOUT_ZERO: "Dagar i medel, utan dag noll (SKR)",
        Figure.MEDIAN_DAYS_WITHOUT_ZERO: "Dagar i median, utan dag noll",
        Figure.HOME_WITHIN_DAY: "Andel hem inom 24 timmar",
        Figure.LUNCH_MISSES: "Sagt hem i dag, inte hemma",
        Figure.LIABILITY_DAYS: "Dagar med betalningsansvar",
        Figure.OBSTACLE_HOURS: "Hinder i timmar",
        Figure.READY_IN_TIME: "Kommunen klar i tid",
        Figure.READMISSIONS: "Återinskrivna",
        Figure.ACKNOWLEDGE_TIME: "Tid till kvittens",
        Figure.WATCH_KEPT: "Bevakning i tid",
        Figure.MEDICAL_PLAN: "Medicinsk vårdplan finns",
    },
    Measure: {
        Measure.SUM: "summa",
        Measure.MEAN: "medel",
        Measure.MEDIAN: "median",
        Measure.SHARE: "andel",
        Measure.PER_DAY: "i medel per dygn",
    },
    FigureUnit: {
        FigureUnit.PERSONS: "personer",
        FigureUnit.DAYS: "dagar",
        FigureUnit.HOURS: "timmar",
        FigureUnit.PERCENT: "procent",
    },
    Split: {
        Split.NOTHING: "inte uppdelat",
        Split.WEEKDAY: "veckodag",
        Split.DAY_KIND: "vardag eller helg",
        Split.SIDE: "vems hinder",
        Split.MEETING: "avstämning",
        Split.SPEED: "hur snabbt",
        Split.PLAN: "hur det är med vårdplanen",
    },
    FigureGap: {
        FigureGap.AVERAGE_MODEL: "Avtalet räknar i medel: se Fakturakontroll.",
        FigureGap.MODEL_NOT_CONFIRMED: "Ej bekräftat vilken modell avtalet har.",
        FigureGap.WATCH_NOT_CONFIRMED: "Ej bekräftat när inkorgen ska bevakas.",
        FigureGap.ITEMS_NOT_CONFIRMED: "Ej bekräftat vad kommunen ska ha klart.",
        FigureGap.NO_FINISHED_DAY: "Inget dygn i perioden är slut än.",
        FigureGap.BEFORE_PROGRAM: "Programmet var inte i bruk då.",
        FigureGap.ONLY_TODAY: "Visar läget i dag och inget annat.",
    },
    ReportKind: {
        ReportKind.SURVEY: "kartläggning",
        ReportKind.WEEKLY: "veckorapport",
    },
    Step: {
        Step.DAY: "dag",
        Step.WEEK: "vecka",
        Step.MONTH: "månad",
    },
}
"""The words of the lists, by list."""
