"""The sentences for what is unavailable: what happened, that nothing is lost, what to do now."""

from collections.abc import Mapping
from typing import Final

from kontaktpunkt.usecases.failures import Obstacle, PassphraseReason, Unavailable

O = Obstacle  # noqa: E741  one letter keeps the table readable
_SENTENCES: Final[Mapping[Obstacle, str]] = {
    O.DISK_FULL: (
        "Disken är full, så det senaste sparades inte. Allt tidigare är sparat. "
        "Frigör plats och gör om det."
    ),
    O.DISK_FAILS: (
        "Datorn kunde inte läsa eller skriva på disken. Det som visades som sparat är sparat. "
        "Kontrollera att det finns plats på disken och gör om det senaste."
    ),
    O.IN_USE: "Lagret är upptaget just nu. Det som var sparat är sparat. Försök igen om en stund.",
    O.STORE_DAMAGED: (
        "Lagret går inte att läsa: det är skadat. Det ligger kvar som det är, och inget har "
        "raderats. Ring den som sköter programmet, som kan läsa in den senaste säkerhetskopian."
    ),
    O.WRONG_KEY: (
        "Nyckeln passar inte till lagret. Lagret är orört. "
        "Kontrollera lösenfrasen eller använd återställningsbladet."
    ),
    O.KEY_LOCKED: (
        "Lagret är låst: nyckelringen är låst, eller lösenfrasen är inte angiven. Inget är "
        "förlorat. Lås upp nyckelringen, till exempel genom att logga in på datorn igen, eller "
        "ange lösenfrasen."
    ),
    O.KEY_MISSING: (
        "Nyckeln till lagret finns inte på den här datorn. Lagret är orört. "
        "Skriv in nyckeln från återställningsbladet."
    ),
    O.NO_KEY_RING: (
        "Datorn har ingen nyckelring som går att lita på. Inget är förlorat. "
        "Välj en lösenfras i stället."
    ),
    O.NEWER_STORE: (
        "Lagret är skapat med ett nyare program. Det är orört. Uppdatera Kontaktpunkt."
    ),
    O.NO_STORE: "Det finns inget lager på den platsen. Börja på riktigt eller öppna demon.",
    O.STORE_EXISTS: "Det finns redan ett lager på den platsen. Det är orört. Välj en annan mapp.",
    O.NETWORK_PATH: (
        "Lagret ligger på en nätverksenhet, och där kan sparat arbete gå förlorat. "
        "Välj en mapp på datorns egen disk."
    ),
    O.READ_ONLY: (
        "Det går inte att skriva på den platsen. Allt tidigare är sparat. Välj en annan mapp."
    ),
    O.NO_PRINTER: (
        "Ingen skrivare svarar. Blanketten är inte förlorad: spara den som PDF eller försök igen."
    ),
    O.BAD_BACKUP: "Säkerhetskopian är inte hel. Inget har ändrats. Välj en annan kopia.",
}


_PASSPHRASE: Final[Mapping[PassphraseReason, str]] = {
    PassphraseReason.NO_KEY_RING: (
        "Datorn har ingen nyckelring som går att lita på. "
        "Därför skyddas lagrets nyckel av en lösenfras."
    ),
    PassphraseReason.CHOSEN: "Lagrets nyckel skyddas av den lösenfras som valdes.",
}


def passphrase_sentence(reason: PassphraseReason) -> str:
    """Say why a passphrase is asked for."""
    return _PASSPHRASE[reason]


def sentence_unavailable(problem: Unavailable) -> str:
    """Say what the outside world refuses, that work is safe, and what to do now."""
    return _SENTENCES[problem.obstacle]


def obstacle_sentence(obstacle: Obstacle) -> str:
    """Give the sentence of an obstacle alone."""
    return _SENTENCES[obstacle]
