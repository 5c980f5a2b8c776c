"""The sentences for a key typed from the recovery sheet: which group to compare with the sheet."""

from kontaktpunkt.usecases.recovery_fault import RecoveryFault, RecoveryFlaw


def sentence_recovery(fault: RecoveryFault) -> str:
    """Say which group to look at, or what the whole lacks."""
    match fault.flaw:
        case RecoveryFlaw.OTHER_KEY:
            return "Det här är den andra av bladets två nycklar. Skriv den som efterfrågas."
        case RecoveryFlaw.WRONG_GROUP:
            return f"Grupp {fault.group} stämmer inte. Jämför den tecken för tecken med bladet."
        case RecoveryFlaw.WRONG_LENGTH if fault.group:
            return f"Grupp {fault.group} saknas, är en för mycket eller har inte fem tecken."
        case RecoveryFlaw.WRONG_LENGTH:
            return "Antalet tecken stämmer inte. Nyckeln är tretton grupper om fem tecken."
