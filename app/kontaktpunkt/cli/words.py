"""The Swedish texts of the command line: what each command does and what its exit codes mean."""

from typing import Final

EXIT_CODES: Final = """\
slutkoder:
  0  klart
  1  fel i programmet
  2  fel i kommandot, eller en fil som inte går att öppna
  3  klart, men något behöver en människa (ej inläst, stämmer inte)
  4  inte nu (upptaget, nyckeln låst, disken full); inget är förlorat
"""

ABOUT: Final = "Kontaktpunkt: samordning när någon skrivs in på och ut från sjukhus."

COMMANDS: Final[dict[str, str]] = {
    "init": "skapa ett riktigt lager utan fönster",
    "take-in": "läs in meddelanden från filer",
    "inbox": "visa inkorgen",
    "case": "visa ett ärende",
    "check-id": "kontrollera ett personnummer, reservnummer, HSA-id eller organisationsnummer",
    "form": "gör en pappersblankett som PDF, eller lista blanketterna",
    "backup": "skriv en krypterad säkerhetskopia",
    "restore": "lägg tillbaka en säkerhetskopia",
    "verify": "kontrollera hela händelselistan och alla rader",
    "rebuild": "bygg om alla rader från händelselistan",
    "export-message": "skriv ett meddelande som fil (FHIR)",
    "self-test": "låt programmet prova sig självt",
    "liability": "fakturakontroll: betalningsansvar för en lista vårdtillfällen (CSV)",
    "demo": "öppna fönstret med en demodag",
    "tour": "gör bilder av varje skärm och PDF av varje blankett",
}

GROUPS: Final = "kommandon"
STORE: Final = "mappen där lagret ligger"
DEMO: Final = "arbeta på demolagret; det skapas om det saknas"
JSON: Final = "svara med JSON"
BY: Final = "vem som gör det: namn eller id; annars 'systemet' med datorns konto"
SHEET_FROM: Final = "läs återställningsbladets grupper från denna fildeskriptor"
PERSONS: Final = "visa namn och nummer; det noteras i åtkomstloggen"
SECRET_FROM: Final = "läs lösenfrasen från denna fildeskriptor"  # noqa: S105 - a help text
VIEW: Final = "untaken, mine, my_unit, all_open (om inget sägs), waiting eller done_today"
PROFILE: Final = "regelprofil, till exempel vgr; en okänd får listan till svar"
ROLE: Final = "din roll, till exempel kontaktpunkt; en okänd får listan till svar"
