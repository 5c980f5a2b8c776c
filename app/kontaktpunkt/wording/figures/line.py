"""The four figures above the follow-up list in words, with goal and comparison where confirmed."""

from kontaktpunkt.domain.figures.days_after_ready import CALLED
from kontaktpunkt.domain.figures.figure import Figure, FigureValue
from kontaktpunkt.usecases.figures.rows import KeyLine
from kontaktpunkt.wording.figures.saying import NOBODY, days, decimal


def said(figure: Figure, line: KeyLine) -> str:
    """Say one of the four: "1,9 dagar i medel i månaden (mål 1,7)"."""
    found = line.figures[figure]
    value = found.value
    match figure:
        case Figure.READY_NOW:
            return f"{found.total} utskrivningsklara nu{_called(found)}"
        case Figure.MEAN_DAYS:
            goal = f" (mål {decimal(line.goal)})" if line.goal is not None else ""
            mean = f"{NOBODY} dagar" if value is None else days(value)
            return f"{mean} i medel denna månad{goal}"
        case Figure.HOME_WITHIN_DAY:
            share = NOBODY if value is None else f"{value:.0f} %"
            beside = line.comparison
            compared = f" (jämförelse {beside:.0f} %)" if beside is not None else ""
            return f"{share} hem inom 24 timmar{compared}"
        case _:
            paid = f"{NOBODY} dagar" if found.gap is not None or value is None else days(value)
            law = ", enligt lagen" if found.by_law is not None else ""
            return f"{paid} med betalningsansvar denna månad{law}"


def _called(figure: FigureValue) -> str:
    """Say how many of the ready are called home: the list has them under another heading."""
    count = sum(part.detail == CALLED for part in figure.parts)
    called = "kallad" if count == 1 else "kallade"
    return f" ({count} {called} hem)" if count else ""
