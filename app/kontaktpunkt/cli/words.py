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

STAY_LIST: Final = """\
listan: CSV med rubrikrad; komma, semikolon eller tab; UTF-8 (eller Excels cp1252, UTF-16)
  id                      vårdtillfället, en rad var
  admission_notice_sent   inskrivningsmeddelandet sändes
  ready_notice_sent       utskrivningsklar sändes; flera tider med | emellan
  ready_withdrawn         utskrivningsklar återtogs; flera tider med | emellan; får saknas
  sip_needed              SIP behövs: ja/nej, yes/no, true/false, 1/0; tomt är nej
  summons_sent            kallelse till SIP sändes
  regional_services       available, unavailable eller unclear; tomt är available
  discharged              utskriven; tomt är kvar på sjukhuset
  home_municipality       folkbokföringskommun
  placing_municipality    kommun som beslutat om placering, om någon; får saknas
  care                    somatic, psychiatric eller opt; tomt är somatic; får saknas
tider skrivs med zon: 2026-03-02T10:00:00+01:00 eller 2026-03-02T09:00:00Z

svaret med --json: kind ("underlag"), profile, layers och
  stays            id, start, payer, days, amount, reason, code, year, individual,
                   needs_judgement, days_after_notice, days_so_far,
                   discharge_day_confirmed, spans (first, days, kronor, amount)
  municipalities   municipality, month, persons, days, mean, counts_zero, mean_with_zero,
                   mean_without_zero, pooled_persons, pooled_days, pooled_mean, level,
                   level_certainty, exceeds, no_verdict, excess_days, kronor, amount, no_sum
  payers           payer, stays, days, amount, days_without_amount, by_hand, ongoing,
                   individual, undecided
det som inte finns är null; alla summor är underlag, aldrig en faktura

"""

ABOUT: Final = "Kontaktpunkt: samordning när någon skrivs in på och ut från sjukhus."

COMMANDS: Final[dict[str, str]] = {
    "init": "skapa ett riktigt lager utan fönster",
    "take-in": "läs in meddelanden från filer",
    "inbox": "visa inkorgen",
    "case": "visa ett ärende",
    "import": "läs in en lista över enheter och kontakter, eller vem personer är hos oss",
    "check-id": "kontrollera ett personnummer, reservnummer, HSA-id eller organisationsnummer",
    "form": "gör en pappersblankett som PDF, eller lista blanketterna",
    "backup": "skriv en krypterad säkerhetskopia",
    "restore": "lägg tillbaka en säkerhetskopia",
    "verify": "kontrollera hela händelselistan och alla rader",
    "rebuild": "bygg om alla rader från händelselistan",
    "export-message": "skriv ett meddelande som fil (FHIR)",
    "self-test": "låt programmet prova sig självt",
    "liability": "fakturakontroll: betalningsansvar för en lista vårdtillfällen (CSV)",
    "weekend": "visa helg och jour: vem som svarar, vad som väntar, överlämningen",
    "packet": "gör helgpaketet (eller ett tillägg) eller driftstoppspaketet som PDF",
    "nöd": "nödläge: nödkopian på skärm och papper, också när lagret är nere (även: nod)",
    "icons": "lägg ikonerna Kontaktpunkt och Nödläge på skrivbordet och i startmenyn",
    "demo": "öppna fönstret med en demodag",
    "tour": "gör bilder av varje skärm och PDF av varje blankett",
}

GROUPS: Final = "kommandon"
STORE: Final = "mappen där lagret ligger"
DEMO: Final = "arbeta på demolagret; det skapas om det saknas"
JSON: Final = "svara med JSON"
BY: Final = "vem som gör det: namn eller id; annars 'systemet' med datorns konto"
SHEET_FROM: Final = "läs återställningsbladets grupper från denna fildeskriptor"
OUT: Final = "mappen som PDF-filen skrivs i"
PACKET: Final = "vilket paket: helg eller driftstopp"
SUPPLEMENT: Final = "helg: bara det som är nytt sedan paketet gjordes"
OUTAGE: Final = "driftstopp: vilket stopp, när flera pågår"
PROTECTED_FORMS: Final = "driftstopp: ta med blad för den med skyddad identitet som du ansvarar för"
COPY: Final = "nödkopian: dess fil, eller mappen den ligger i; annars lagrets egen"
COPY_OUT: Final = "skriv allt som PDF i mappen i stället för att öppna fönstret"
EXERCISE: Final = "övning: inga nummer tas, och pappret märks"
PERSONS: Final = "visa namn och nummer; det noteras i åtkomstloggen"
SECRET_FROM: Final = "läs lösenfrasen från denna fildeskriptor"  # noqa: S105 - a help text
VIEW: Final = "untaken, mine, my_unit, all_open (om inget sägs), waiting eller done_today"
PROFILE: Final = "regelprofil, till exempel vgr; en okänd får listan till svar"
ROLE: Final = "din roll, till exempel kontaktpunkt; en okänd får listan till svar"
