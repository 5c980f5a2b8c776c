"""What is said of a paper when it is protected, and when the printer does not take it."""

from collections.abc import Sequence

PROTECTED = (
    "Uppgifterna är skyddade. Adress och telefon står inte på papperet, men namnet kan göra det. "
    "Lämna det bara till den som ska ha det."
)
ANOTHER_PACKET = "Ett paket till?"
PRINTER_SAID_NO = "Skrivaren tog inte emot papperet"
NO_PRINTER = "Datorn har ingen skrivare. Spara som PDF i stället."
NUMBER_KEPT = "Numret är taget och bladet ej på papper: skriv det ur registret, eller makulera."


def protected_words(sheets: Sequence[str], left_out: int) -> str:
    """Say what is protected, and of many papers which they are and whose are written by hand."""
    said = [PROTECTED]
    if sheets:
        blad = "1 blad står" if len(sheets) == 1 else f"{len(sheets)} blad står"
        said.append(f"{blad} utan adress och telefon: {', '.join(sheets)}.")
    if left_out:
        people = "1 person" if left_out == 1 else f"{left_out} personer"
        said.append(f"{people} står utan namn, och blanketterna skrivs för hand.")
    return " ".join(said)


def already_out(numbers: int) -> str:
    """Say what one more packet of a stop means, where papers of it are out already."""
    out = f"{numbers} nummer är redan utlämnade" if numbers > 1 else "Ett nummer är redan utlämnat"
    return f"{out} i stoppet. Paketet får nya nummer, och vart och ett måste redovisas."
