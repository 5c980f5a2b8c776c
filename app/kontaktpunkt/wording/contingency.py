"""What is said of the contingency copy (nödläge): its age, its use, what is the matter with it."""

from typing import Final

from kontaktpunkt.domain.events.contingency import ContingencyUsed
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.usecases.contingency.rows import CopyPaper
from kontaktpunkt.usecases.failures import Obstacle
from kontaktpunkt.wording.failures import obstacle_sentence
from kontaktpunkt.wording.times import clock, when, when_and_ago

NUMBER_BY_HAND: Final = "Nr (skriv för hand): ________________"
NUMBER_IN_EXERCISE: Final = "Övning, inget nummer"

SINCE_THEN: Final = "Det som har hänt sedan dess står inte här."

NOT_NOTED: Final = (
    "Det går inte att skriva loggboken bredvid kopian. Anteckna på papper vem som läser och "
    "skriver ut vad, och när."
)
NUMBERS_BY_HAND: Final = (
    "Nummer kan inte tas för alla blad. Skriv ett eget nummer för hand på varje blad som saknar "
    "nummer, och anteckna det."
)

NO_COPY: Final = (
    "Ingen nödkopia går att använda där. Prova en annan: på ett USB-minne eller i en annan mapp, "
    "med --copy FIL eller Välj en annan kopia."
)

_OBSTACLES: Final = {
    Obstacle.WRONG_KEY: "Lösenfrasen är inte den rätta. Den ligger förseglad i reservpärmen.",
    Obstacle.KEY_LOCKED: (
        "Kopian behöver sin lösenfras. Den ligger förseglad i reservpärmen. På kommandoraden ges "
        "den med --passphrase-fd N."
    ),
    Obstacle.KEY_MISSING: (
        "Kopian öppnas bara av nyckelringen på den dator och det konto som gjorde den: ingen "
        "lösenfras var vald. Prova en annan kopia."
    ),
    Obstacle.STORE_DAMAGED: (
        "Kopian är skadad eller öppnas inte av den nyckeln. Prova en annan kopia."
    ),
    Obstacle.NO_STORE: NO_COPY,
}

_FLAWS: Final = {
    "missing": "Det finns ingen kopia där",
    "unreadable": "Kopian går inte att läsa från disken",
    "not_a_copy": "Filen är ingen nödkopia som det här programmet kan läsa",
    "damaged": "Den senaste kopian är skadad eller bara delvis skriven",
}


def flaw_words(flaw: str, *, has_other: bool) -> str:
    """Say what is wrong with a copy, and that the one before it is used."""
    after = ". Kopian före den används i stället." if has_other else "."
    return _FLAWS[flaw] + after


def made_words(paper: CopyPaper, became: str) -> str:
    """Say what became of a paper, and which numbers it has."""
    numbers = ""
    if len(paper.numbers) == 1:
        numbers = f", nummer {paper.numbers[0]}"
    elif paper.numbers:
        numbers = f", nummer {paper.numbers[0]} till {paper.numbers[-1]}"
    by_hand = f" {paper.by_hand} blad saknar nummer." if paper.by_hand else ""
    return f"{paper.title}{numbers} {became}.{by_hand}"


def copy_obstacle_words(obstacle: Obstacle) -> str:
    """Say why a copy does not open, and what to do now."""
    return _OBSTACLES.get(obstacle) or obstacle_sentence(obstacle)


def age_words(made_at: Instant, now: Instant) -> str:
    """Say when a copy was made: "i dag 08:40, för 35 min sedan"; a clock that is wrong, too."""
    if made_at > now:
        return f"{when(made_at, now)}, alltså efter den tid som datorns klocka visar nu"
    said = when_and_ago(made_at, now)
    today = local_day(made_at) == local_day(now)
    return f"{'i dag ' if today else ''}{said}{'' if said.endswith('nyss') else ' sedan'}"


def used_words(used: ContingencyUsed) -> str:
    """Say when Nödläge was used and what it left: "Nödläget användes 08:40–11:15: 6 blad"."""
    span = f"{clock(used.began)}–{clock(used.ended)}"
    if used.exercise:
        return f"Nödläget prövades {span} (övning)"
    return f"Nödläget användes {span}: {sheets_words(used.sheets)}"


def sheets_words(count: int) -> str:
    """Count papers that are to be entered: "6 blad att föra in"."""
    return "inga blad att föra in" if count == 0 else f"{count} blad att föra in"
