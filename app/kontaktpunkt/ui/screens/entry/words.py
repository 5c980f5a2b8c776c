"""The labels of a message by hand, and the sentences beside a field that needs another look."""

from typing import Final

from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.domain.profile import RuleProfile
from kontaktpunkt.domain.times import Instant, to_local
from kontaktpunkt.ui.screens.entry.compose import Fault, Missing
from kontaktpunkt.ui.screens.entry.fields import EntryField
from kontaktpunkt.usecases.arriving.entry_times import TimeFault, TypedTime
from kontaktpunkt.usecases.pasted_rows import KnownAs
from kontaktpunkt.wording.times import when
from kontaktpunkt.wording.words import kind_name

_DAYS: Final = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
_MONTHS: Final = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
    "oktober", "november", "december",
)  # fmt: skip
_NEAR: Final = {
    -2: "i förrgår, ",
    -1: "i går, ",
    0: "i dag, ",
    1: "i morgon, ",
    2: "i övermorgon, ",
}

LABELS: Final = {
    EntryField.NUMBER: "Personnummer eller reservnummer",
    EntryField.GIVEN_NAME: "Förnamn",
    EntryField.FAMILY_NAME: "Efternamn",
    EntryField.PROTECTED: "Skyddade personuppgifter",
    EntryField.HOSPITAL: "Sjukhus",
    EntryField.WARD: "Avdelning",
    EntryField.WARD_PHONE: "Telefon till avdelningen",
    EntryField.ADMITTED_AT: "Kom in",
    EntryField.EXPECTED_DISCHARGE: "Beräknad utskrivning",
    EntryField.TRACK: "Processpår",
    EntryField.CONSENT: "Samtycke till informationsdelning",
    EntryField.READY_AT: "Utskrivningsklar sedan",
    EntryField.DISCHARGED_AT: "Utskriven",
    EntryField.DISCHARGED_TO: "Utskriven till",
    EntryField.LEAVE_STARTED: "Permission",
    EntryField.LEAVE_AT: "Tid för permissionen",
    EntryField.MEETING_AT: "Mötets tid",
    EntryField.MEETING_FORM: "Form (på plats, video, telefon)",
    EntryField.MEETING_PLACE: "Plats eller länk",
    EntryField.PARTICIPANTS: "Deltagare",
    EntryField.HAPPENED_AT: "När det hände",
    EntryField.SENT_AT: "Underrättade oss",
    EntryField.TEXT: "Vad som sades, med egna ord",
    EntryField.TOLD_BY: "Uppgift från, namn",
    EntryField.TOLD_BY_TITLE: "Titel",
    EntryField.TOLD_BY_PHONE: "Telefon",
    EntryField.READ_BACK: "Återläst för den som ringde",
}

_OF_EMERGENCY: Final = {
    EntryField.WARD: "Akutmottagning",
    EntryField.WARD_PHONE: "Telefon till akutmottagningen",
    EntryField.ADMITTED_AT: "Kom till akuten",
}


_OF_TEXT: Final = {EntryField.SENT_AT: "Sändes, enligt meddelandet"}


def label_of(kind: MessageKind | None, field: EntryField, *, of_text: bool = False) -> str:
    """Name a field as it is called for a kind: nobody is admitted to an emergency ward.

    `of_text`: the fields come from a text, which was sent; nobody rang.
    """
    own = _OF_EMERGENCY if kind is MessageKind.EMERGENCY_STAY_NOTICE else {}
    copied = _OF_TEXT if of_text else {}
    return own.get(field) or copied.get(field) or LABELS[field]


def hint_of(kind: MessageKind | None, field: EntryField, *, of_text: bool = False) -> str:
    """Say what is good to know of a field of a kind ('' when nothing is)."""
    if field is not EntryField.SENT_AT:
        return HINTS.get(field, "")
    if of_text or kind is MessageKind.READINESS_NOTICE:
        return _UNKNOWN_SENDING
    return _TOLD_NOW


HINTS: Final = {EntryField.PARTICIPANTS: "Skilj åt med kommatecken."}
_TOLD_NOW: Final = "Tomt betyder nu."
_UNKNOWN_SENDING: Final = "Tomt betyder okänd tid. Den går att fylla i senare."
"""What an unknown time of sending is: the payment clock hangs on it, so it is never guessed."""

TIME_PLACEHOLDER: Final = "0812, i går 14:30, 3/3 1200"
COMING_PLACEHOLDER: Final = "fre 11, i morgon 10, 14/3"

_FAULTS: Final = {
    Missing.MISSING: "Fyll i det här fältet.",
    Missing.NUMBER_OR_NAME: "Skriv numret, eller åtminstone namnet.",
    TimeFault.NOT_UNDERSTOOD: "Tiden gick inte att tolka. Skriv till exempel 0812 eller 3/3 1200.",
    TimeFault.NO_SUCH_DAY: "Den dagen finns inte i kalendern.",
    TimeFault.NO_SUCH_CLOCK: "Det klockslaget finns inte den dagen.",
    TimeFault.NEEDS_CLOCK: "Skriv också ett klockslag, till exempel i går 14:30.",
    TimeFault.IN_FUTURE: "Tiden ligger framåt. Här gäller det något som redan har hänt.",
}


MARK: Final = "✓ Förstått ur texten"
NO_KIND: Final = "Välj först slag av meddelande."


def counted(understood: int, left: int) -> str:
    """Say how much of a text was understood: "Inklistrat. 8 uppgifter förstådda, 2 rader kvar."."""
    if not understood:
        return "Inklistrat. Inget förstods. Fyll i för hand, texten sparas som original."
    facts = "1 uppgift förstådd" if understood == 1 else f"{understood} uppgifter förstådda"
    if not left:
        return f"Inklistrat. {facts}, inget kvar."
    lines = "1 rad kvar åt dig" if left == 1 else f"{left} rader kvar åt dig"
    return f"Inklistrat. {facts}, {lines}."


def several_words(persons: int) -> str:
    """Say that a text speaks of several persons."""
    return (
        f"Texten har {persons} personnummer. Är det en lista, stäm av den i stället. "
        "Inget är ifyllt."
    )


def known_words(known: KnownAs, profile: RuleProfile | None, now: Instant) -> str:
    """Say that a message is here already."""
    name = kind_name(known.kind, profile)
    return f"Meddelandet finns redan här: {name}, kom {when(known.received_at, now)}."


def fault_sentence(fault: Fault) -> str:
    """Say what is wrong and what to type instead."""
    return _FAULTS[fault]


def time_words(found: TypedTime, now: Instant) -> str:
    """Say a typed time back so that a slip is seen: "i går, måndag 9 mars kl. 14:30"."""
    then, today = to_local(found.instant), to_local(now)
    year = f" {then.year}" if then.year != today.year else ""
    near = _NEAR.get((then.date() - today.date()).days, "")
    day = f"{near}{_DAYS[then.weekday()]} {then.day} {_MONTHS[then.month - 1]}{year}"
    if not found.clock_given:
        return f"{day}, utan klockslag (sparas som kl 12:00)"
    return f"{day} kl. {then:%H:%M}"
