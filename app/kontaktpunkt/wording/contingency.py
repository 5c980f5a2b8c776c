"""What is said of the contingency copy (nödläge): its age, its use, what is the matter with it."""

from typing import Final

from kontaktpunkt.domain.events.contingency import ContingencyUsed
from kontaktpunkt.domain.times import MINUTE, Instant, local_day
from kontaktpunkt.usecases.contingency.rows import (
    LATE_AFTER,
    CopyPaper,
    CopyPlace,
    CopyStanding,
    PassphraseWay,
)
from kontaktpunkt.usecases.failures import Obstacle
from kontaktpunkt.wording.failures import obstacle_sentence
from kontaktpunkt.wording.times import clock, full_day, when, when_and_ago

NUMBER_BY_HAND: Final = "Nr (skriv för hand): ________________"
NUMBER_IN_EXERCISE: Final = "Övning, inget nummer"

WHAT_IT_IS: Final = (
    "Så länge allt fungerar gör programmet en krypterad kopia av det som behövs för att arbeta "
    "vidare med telefon och papper: vilka som är på sjukhus, telefonlistor och blanketter. "
    "Nödläge öppnar den utan nät, även när lagret är borta, skadat eller upptaget."
)

SINCE_THEN: Final = "Det som har hänt sedan dess står inte här."

NOT_NOTED: Final = (
    "Det går inte att skriva loggboken bredvid kopian. Skriv upp på papper vem som läser och "
    "tar ut vad, och när."
)
NUMBERS_BY_HAND: Final = (
    "Nummer kan inte tas för alla blad. Skriv ett eget nummer för hand på varje blad som saknar "
    "nummer, och skriv upp det."
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


def is_late(standing: CopyStanding) -> bool:
    """Say whether the copy beside the store is so old that something must be wrong."""
    if standing.minutes is None:
        return False
    made_at = standing.made_at
    return made_at is None or standing.now - made_at > LATE_AFTER * standing.minutes * MINUTE


def late_words(standing: CopyStanding) -> str:
    """Say everywhere in the program that the copy is old; nothing while it is not."""
    if not is_late(standing):
        return ""
    if standing.made_at is None:
        return "Nödkopian har inte gått att göra"
    return f"Nödkopian är gammal: {age_words(standing.made_at, standing.now)}"


def standing_words(standing: CopyStanding) -> str:
    """Say how old the copy is and how often it is made."""
    often = (
        "Den görs när programmet startas och stängs."
        if standing.minutes is None
        else f"Den görs om var {standing.minutes}:e minut, och när programmet stängs."
    )
    if standing.unread:
        often += (
            " En loggbok från ett tidigare lager går inte att läsa här; den ligger kvar bredvid "
            "kopian."
        )
    if standing.made_at is None:
        return f"Ingen kopia är gjord än. {often}"
    return f"Kopian gjordes {age_words(standing.made_at, standing.now)}. {often}"


def place_words(place: CopyPlace, now: Instant) -> str:
    """Say where a copy lies, how old it is, and what is the matter."""
    where = "Bredvid lagret" if place.beside_store else place.folder
    if not place.is_there:
        return f"{where}: går inte att nå nu (USB-minnet är inte i?)"
    age = "ingen kopia än" if place.made_at is None else age_words(place.made_at, now)
    wrong = "" if place.problem is None else f". {obstacle_sentence(place.problem)}"
    return f"{where}: {age}{wrong}"


_WAYS: Final = {
    PassphraseWay.NONE: (
        "Ingen lösenfras är vald: kopian går bara att öppna på den här datorn och med det här "
        "kontot. Välj en, skriv den på bladet till reservpärmen och försegla det."
    ),
    PassphraseWay.OF_THE_STORE: (
        "Kopian öppnas med samma lösenfras som lagret. Välj en egen för nödläget, så att lagrets "
        "inte behöver ligga i reservpärmen."
    ),
    PassphraseWay.OWN: "En egen lösenfras är vald. Den ska ligga förseglad i reservpärmen.",
    PassphraseWay.DEMO: "Demons kopia skyddar ingenting och behöver ingen lösenfras.",
}


def passphrase_words(standing: CopyStanding) -> str:
    """Say which passphrase opens the copy, and whether the key ring does."""
    ring = "\nPå den här datorn öppnar nyckelringen den utan lösenfras."
    return _WAYS[standing.passphrase] + (ring if standing.in_key_ring else "")


def tried_words(standing: CopyStanding) -> str:
    """Say when the passphrase was tried last."""
    if standing.tried_at is None:
        return "Lösenfrasen är inte prövad än. Pröva den vid nästa övning."
    by = f" av {standing.tried_by}" if standing.tried_by else ""
    day = full_day(local_day(standing.tried_at), local_day(standing.now))
    return f"Lösenfrasen prövades senast {day}{by}."


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
