"""What each key figure means: who is counted, from when to when, and what is left out."""

from collections.abc import Mapping
from typing import Final

from kontaktpunkt.domain.figures.figure import Figure

_NOTICE: Final = (
    "från det att meddelandet utskrivningsklar sändes (där tiden saknas: när det kom till oss) "
    "till utskrivningen"
)
_ENDED: Final = "Vistelser som avslutades i perioden med ett utskrivningsklar som stod fast"
_NOT_EMERGENCY: Final = "23-timmarspatienter räknas inte."

DEFINITIONS: Final[Mapping[Figure, str]] = {
    Figure.READY_NOW: (
        "Alla som är på sjukhus nu och är meddelade utskrivningsklara, vilken period som än visas. "
        "Den som är kallad hem är med tills hemresan är noterad. "
        "Över tid: de som var det vid midnatt när dagen, veckan eller månaden var slut, sist de "
        f"som är det nu. {_NOT_EMERGENCY}"
    ),
    Figure.READY_OVER_TIME: (
        "Dygn i perioden då någon var utskrivningsklar och kvar på sjukhuset vid midnatt, delat "
        f"med de dygn i perioden som är slut. {_NOT_EMERGENCY}"
    ),
    Figure.MEAN_DAYS: (
        f"{_ENDED}, kalenderdagar {_NOTICE}. Dag noll (hem samma dag) räknas med, som i Västra "
        f"Götaland, Skåne och Stockholm. {_NOT_EMERGENCY}"
    ),
    Figure.MEDIAN_DAYS: (
        f"{_ENDED}, kalenderdagar {_NOTICE}. Det mittersta värdet, dag noll räknas med."
    ),
    Figure.MEAN_DAYS_WITHOUT_ZERO: (
        f"{_ENDED} och minst en dag, kalenderdagar {_NOTICE}. Så räknar SKR (vantetider.se): den "
        "som gick hem samma dag är inte med."
    ),
    Figure.MEDIAN_DAYS_WITHOUT_ZERO: (
        f"{_ENDED} och minst en dag, kalenderdagar {_NOTICE}. Det mittersta värdet."
    ),
    Figure.HOME_WITHIN_DAY: (
        f"{_ENDED}: hur stor del som lämnade sjukhuset inom 24 timmar {_NOTICE}. Avlidna räknas "
        "inte. Jämförelsen 74 procent är Jönköpings län, januari till april 2018."
    ),
    Figure.LUNCH_MISSES: (
        "Av de gånger en avstämning sa ”går hem i dag”: hur ofta personen inte hade lämnat "
        "sjukhuset när dagen var slut. Dagens sista besked gäller, och en dag som inte är slut "
        "räknas inte."
    ),
    Figure.LIABILITY_DAYS: (
        "Dygn i perioden med betalningsansvar efter regelprofilen, även för den som ligger kvar. "
        "Underlag, aldrig en faktura. Vistelser som någon måste bedöma för hand är inte med."
    ),
    Figure.OBSTACLE_HOURS: (
        "Timmar i perioden då något stod i vägen för hemgång, fördelade på vems hindret var. "
        "Timmar med flera hinder delas lika mellan dem, så summan blir aldrig mer än vistelsen."
    ),
    Figure.READY_IN_TIME: (
        "Av dem som blev utskrivningsklara i perioden: hur ofta allt på kommunens sida var noterat "
        "klart när meddelandet sändes. Ärenden där inget av vårt är noterat är inte med."
    ),
    Figure.READMISSIONS: (
        "Av dem som lämnade sjukhuset levande i perioden: hur många som var inskrivna igen inom "
        "{readmission_days} dagar. Tillbaka samma dag är samma vistelse. Om det var planerat står "
        "inte i meddelandena. De sista dagarna i en ny period har ännu inte hunnit visa allt."
    ),
    Figure.ACKNOWLEDGE_TIME: (
        "Tiden från det att ett meddelande kom till oss till kvittensen i regionens system, det "
        "mittersta värdet. Nätter och helger räknas med. Det som inte är kvitterat är inte med."
    ),
    Figure.WATCH_KEPT: (
        "Av de gånger regelprofilen säger att regionens inkorg ska bevakas: hur ofta någon "
        "stämplade senast en halvtimme efter tiden. Det räknas från det att programmet togs i bruk "
        "eller den första stämpeln."
    ),
    Figure.MEDICAL_PLAN: (
        "Av personer med en förberedd vårdbegäran nu: hur många som har en medicinsk vårdplan. "
        "Hur det stod en annan dag sparas inte, så andelen visas bara när i dag är i perioden."
    ),
}
"""The definition of each figure; what stands in braces is the profile's."""


def definition(figure: Figure, readmission_days: int) -> str:
    """Say what a figure means."""
    return DEFINITIONS[figure].format(readmission_days=readmission_days)
