"""The sentence for each refusal: what could not be done, and what to do instead."""

from collections.abc import Mapping
from typing import Final

from kontaktpunkt.domain.paper.sheet_number import NumberFlaw
from kontaktpunkt.domain.person.number.fault import NumberFaultReason
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.staff import Role
from kontaktpunkt.wording.lists.people import PEOPLE
from kontaktpunkt.wording.lists.rules import RULES

R = RefusalReason
_SENTENCES: Final[Mapping[RefusalReason, str]] = {
    R.ALREADY_TAKEN: "Det är redan taget{av}. Öppna det för att se vem som har det.",
    R.ALREADY_DONE: "Det är redan klart{av}. Det ligger under Klara i dag.",
    R.ALREADY_ACKNOWLEDGED: "Det är redan kvitterat{av}.",
    R.STEP_DONE: "Steget är redan klart{av}. Ta bort bocken först om det ska ändras.",
    R.NOT_DONE: "Det är inte klarmarkerat, så det finns inget att öppna igen.",
    R.CASE_CLOSED: "Ärendet är avslutat. Öppna det igen först.",
    R.NO_CONSENT: "Utan personens samtycke blir det ingen SIP. Skriv ner svaret som en notering.",
    R.PLAN_STANDS: (
        "En SIP står kvar i ärendet. Notera att den är hållen eller ställ in den. Avsluta sedan."
    ),
    R.NOT_SENT: "Avvikelsen är inte markerad som skickad än.",
    R.DEVIATION_SENT: (
        "Rapporten är redan sänd, avslutad eller återkallad. Öppna den för att se vad som står."
    ),
    R.DEVIATION_ARRIVED: (
        "När rapporten togs emot är redan noterat. Ångra det först om dagen var fel."
    ),
    R.DEVIATION_WENT_ON: (
        "Rapporten har gått vidare sedan dess, och det går inte att ångra. Återkalla den i stället."
    ),
    R.NO_DEVIATION_POINT: "Välj vad som inte följdes.",
    R.NO_ADDRESS: "Skriv adressen som rapporten skickas till.",
    R.BEFORE_SENT: "Dagen är före den då rapporten skickades. Kontrollera dagen.",
    R.TELLS_OF_PROTECTED: (
        "Personen har skyddad identitet, och namn, nummer eller adress står i texten. Ta bort det "
        "först."
    ),
    R.TELLS_WITHOUT_CONSENT: (
        "Texten säger vem det gäller, men samtycke är inte noterat. Skriv om texten, eller fråga "
        "personen och notera svaret."
    ),
    R.NOT_PAUSABLE: "Den tiden stannar inte: den räknas enligt lag eller är någon annans.",
    R.ALREADY_PAUSED: "Tiden står redan stilla.",
    R.NOT_PAUSED: "Tiden går redan.",
    R.NOT_FOUND: "Det finns inte här längre. Uppdatera listan med F5.",
    R.NOTHING_TO_TAKE_BACK: "Det finns inget att ångra.",
    R.CANNOT_TAKE_BACK: (
        "Det går inte att ångra: ett uttaget papper, en export eller en gallring rättas i stället."
    ),
    R.ANOTHERS_ACT: "En kollega har gjort det. Den som gjorde det kan ångra det.",
    R.ALREADY_TAKEN_BACK: "Det är redan ångrat.",
    R.NEEDS_NEWER_PROGRAM: (
        "Det har ändrats med ett nyare program. Uppdatera Kontaktpunkt på den här datorn först."
    ),
    R.EMPTY_TEXT: "Skriv något först.",
    R.SAYS_WHEN_SENT: "Meddelandet säger själv när det sändes. Den tiden gäller.",
    R.DECEASED: "Enligt ett meddelande är personen avliden. Stämmer det inte: rätta det först.",
    R.TIME_IN_FUTURE: "Tiden ligger framåt i tiden. Skriv när det hände.",
    R.TIME_IN_PAST: "Tiden har redan varit. Välj en tid som kommer.",
    R.BEFORE_ADMISSION: "Tiden är före inskrivningen på sjukhuset. Kontrollera dag och klockslag.",
    R.BEFORE_CALL: (
        "Tiden är före samtalet då personen kallades hem. Kontrollera dag och klockslag."
    ),
    R.BEFORE_LEAVING: (
        "Tiden är före den då personen lämnade avdelningen. Kontrollera dag och klockslag."
    ),
    R.NO_CASE: "Meddelandet hör inte till något ärende än. Fyll i det först.",
    R.NO_PERSON: "Det saknas en person. Skriv personnumret först.",
    R.NO_USER: "Välj först vem som arbetar här, uppe till höger.",
    R.NO_RECEIVER: "Välj vem det lämnas till: en person, en enhet eller en roll.",
    R.BAD_NUMBER: "Numret stämmer inte{varför}. Kontrollera det mot källan.",
    R.SAME_NUMBER: "Det är samma nummer som förut.",
    R.SAME_PERSON: "Meddelandet hör redan till den personen.",
    R.ANOTHERS_NUMBER: (
        "Numret hör till en annan person som redan är känd här. Är det samma person: förena dem. "
        "Annars: flytta meddelandet dit."
    ),
    R.NOT_PROTECTED: "Personen har ingen skyddad identitet här.",
    R.NOT_SAME_PERSON: (
        "De kan inte vara samma person: personnummer, födelsedatum eller kön skiljer sig. "
        "Rätta uppgiften först om den är fel."
    ),
    R.ALREADY_JOINED: "De är redan förenade.",
    R.ALREADY_APART: "Det är redan noterat att de är två.",
    R.UNKNOWN_STEP: "Det steget finns inte i den här kommunens regler.",
    R.ALREADY_DOCUMENTED: "Det är redan markerat som dokumenterat.",
    R.IS_SET_ASIDE: "Originalet är inte inläst. Fyll i det för hand under Ej inläst först.",
    R.NOT_SET_ASIDE: "Meddelandet är redan inläst.",
    R.UNKNOWN_FORM: "Den blanketten finns inte.",
    R.NUMBERS_USED_UP: "Blankettnumren är slut på den här datorn. Ring den som sköter programmet.",
    R.NO_LINES: ("Ingen person gick att läsa ut. Kopiera hela ärendeöversikten, även rubrikraden."),
    R.NO_SUCH_ANSWER: "Så går den raden inte att avgöra.",
    R.NOT_SETTLED: "Allt är inte avgjort än{varför}. Gå igenom raderna som är kvar först.",
    R.ALREADY_SETTLED: "Raden är redan avgjord. Ångra med Ctrl+Z om den ska avgöras på nytt.",
    R.ALREADY_SIGNED: "Avstämningen är redan klar och ändras inte mer. Börja en ny.",
    R.CARE_REQUEST_WAITS: (
        "Personen är redan skickad till akuten, och vårdbegäran väntar på att sändas. "
        "Bocka av den först."
    ),
    R.BOTH_NAMES: "Ställningstagandet görs tillsammans. Skriv namnet på båda.",
    R.PROTECTED_ASKS_FIRST: (
        "Personen har skyddad identitet. Lägg till --protected om meddelandet ändå ska skrivas."
    ),
    R.NOT_YOURS_TO_SEE: (
        "Personen har skyddad identitet. Bara den som svarar för ärendet kan lämna ut det."
    ),
    R.NOT_WRITABLE: (
        "Meddelandet saknar något som en meddelandefil måste ha: "
        "när det skickades, eller vilket meddelande det besvarar."
    ),
    R.NO_DAYS: "Välj vilka dagar beskedet gäller.",
    R.NO_DECIDER: "Skriv vem som har bestämt: enhetschef eller legitimerad.",
    R.NO_REASON: "Skriv vad som krävs, eller varför det inte går.",
    R.ALREADY_CONFIRMED: "Det namnet står redan under beskedet.",
    R.ALREADY_ACCEPTED: "Raden är redan tagen emot.",
    R.ONE_BY_ONE: "Rader som behöver dig tas emot en i taget, så att de blir lästa.",
    R.NOTHING_ASKED: "Ingen fråga väntar på svar på den raden.",
    R.LINE_DONE: "Raden är redan klar.",
    R.ALREADY_SHREDDED: "Paketet är redan noterat som förstört.",
    R.NOTHING_TO_HAND_OVER: "Du har inget öppet att lämna över.",
    R.NOTHING_SINCE_PACKET: "Inget är nytt sedan paketet gjordes.",
    R.NO_PACKET: "Det finns inget helgpaket att lägga till i. Gör paketet först.",
    R.NOTHING_NEW: "Listan säger inget nytt: allt som gick att läsa står redan här.",
    R.PLACE_OUT_OF_USE: "Platsen är ur bruk. Ta den i bruk först, eller välj en annan.",
    R.PLACE_TAKEN: "Någon har platsen. Notera först att den är lämnad, eller välj en annan.",
    R.PLACE_RESERVED: "Platsen hålls för någon annan. Släpp den först, eller välj en annan.",
    R.PLACE_MISSING: "Välj en plats på tavlan, eller skriv vilken plats det är.",
    R.ALREADY_IN_QUEUE: "Personen står redan i kön till korttid.",
    R.NOT_IN_QUEUE: "Personen står inte i kön till korttid.",
    R.CASEWORKER_MISSING: "Skriv vilken handläggare som beslutar.",
    R.WISH_MISSING: (
        "Personen själv ska vilja, eller en legal företrädare. Skriv företrädarens namn."
    ),
    R.DELEGATION_MISSING: (
        "Utan delegation beslutar inte sjuksköterskan. Ring chef i beredskap och notera svaret."
    ),
    R.ASSESSMENT_MISSING: "Skriv varför platsen behövs och sjuksköterskans bedömning.",
    R.STEPS_LEFT: ("Svara först på om läkare är tillfrågad, och på vad som är prövat i hemmet."),
    R.MANAGER_DECIDES: (
        "En permanent plats beslutar chef i beredskap om. Ring, och skriv vem som beslutade."
    ),
    R.DECISION_CONFIRMED: (
        "Handläggaren har tagit över korttidsbeslutet. Notera i stället att platsen är lämnad."
    ),
    R.DECISION_WAITS: (
        "Ett korttidsbeslut väntar på handläggaren. Bekräfta eller avsluta det först."
    ),
    R.NO_PHONE: "Raden har inget telefonnummer att ringa.",
    R.BAD_PHONE: (
        "Telefonnumret går inte att ringa{varför}. Skriv siffror, mellanrum och bindestreck."
    ),
    R.NOT_EMERGENCY: "Ärendet är inte ett 23-timmarsärende.",
    R.SAME_KIND: "Ärendet är redan av det slaget.",
    R.ADMISSION_STANDS: (
        "Sjukhuset har meddelat en inskrivning. Är det fel ska meddelandet rättas eller makuleras."
    ),
    R.NO_SYSTEM: "Skriv vilket system som ligger nere.",
    R.OUTAGE_ENDED: "Driftstoppet är avslutat eller tillbakataget. Inget ändras i det.",
    R.OVER_ALREADY: "Stoppet är redan över. Införandet pågår.",
    R.STILL_GOES_ON: "Stoppet pågår. Säg först att stoppet är över.",
    R.ENDS_BEFORE_IT_BEGAN: "Stoppet kan inte vara över innan det började. Kontrollera tiderna.",
    R.SHEETS_ARE_OUT: (
        "Blanketter är utlämnade i stoppet. Makulera dem först, eller avsluta stoppet i stället."
    ),
    R.NUMBERS_LEFT: (
        "Registret går inte jämnt ut. Varje nummer ska vara dokumenterat, återfunnet eller "
        "makulerat, eller saknas med någons underskrift."
    ),
    R.NOT_RECONCILED: "Stäm först av mot källans hela ärendeöversikt.",
    R.TOLD_ALREADY: "Det är redan noterat att de vet.",
    R.NUMBER_TAKEN: "Numret är redan utlämnat i stoppet.",
    R.EXERCISE_NUMBER: "Övningens nummer och de riktiga blandas aldrig.",
    R.EXERCISE_PERSON: "En övning rör inga riktiga personer, ärenden eller avstämningar.",
    R.SHEET_THERE_ALREADY: "Blanketten står redan så.",
    R.SHEET_SETTLED: "Numret är redan klart. Den som klarmarkerade det kan ångra.",
    R.SHEET_FURTHER_ON: "Blanketten har kommit längre än så.",
    R.SHEET_NOT_MISSING: "Numret är inte noterat som saknat.",
    R.SENDER_DOCUMENTS: (
        "Avsändaren dokumenterar den blanketten. Notera den som återfunnen när den finns i "
        "systemet."
    ),
    R.WE_DOCUMENT: "Den blanketten dokumenterar vi själva.",
    R.NOT_YOURS_TO_SIGN: (
        "Ett nummer som saknas skriver bara den under som får det{varför}. Vem det är står i "
        "reglerna."
    ),
    R.NO_ROUND: (
        "Stäm av mot källans hela ärendeöversikt efter stoppet, och peka på den avstämningen."
    ),
    R.ROUND_NOT_SIGNED: "Avstämningen är inte klar. Avgör raderna som är kvar först.",
    R.ROUND_TOO_EARLY: (
        "Avstämningen gjordes innan stoppet var över. Hämta översikten igen och stäm av en gång "
        "till."
    ),
    R.ROUND_OF_ANOTHER: "Avstämningen gäller ett annat system än det som låg nere{varför}.",
    R.SAY_WHY: "Skriv varför numret saknas och vad som är gjort åt det, så att andra förstår.",
    R.NEVER_ON_PAPER: (
        "Bladet kom aldrig ut på papper. För in det som sades, eller skriv ut bladet igen."
    ),
    R.SAY_WHAT_INSTEAD: (
        "Det finns ingen översikt att stämma av mot. Skriv med ord vad som kontrollerats i stället."
    ),
    R.SHEET_NOT_THERE_YET: "Blankett{nr} kan inte klarmarkeras så. Öppna den och se vad som står.",
    R.OUR_PART_FIRST: "Dokumentera vår del först. Sedan väntar blanketten på sjukhusets del.",
    R.NOT_ENTERED: "Blanketten är inte införd än, så det finns inget att kontrollera.",
    R.CHECKED_ALREADY: "Införandet är redan kontrollerat.",
    R.CHECK_BY_ANOTHER: "Någon annan än den som förde in blanketten ska kontrollera den.",
    R.NOT_A_SHEET_NUMBER: "Det är inget blankettnummer. Läs av numret igen.",
    R.UNKNOWN_SHEET: "Numret{nr} är inte utlämnat här. Kontrollera numret på pappret.",
    R.FIELD_NOT_UNDERSTOOD: "Fältet{fält} går inte att läsa. Rätta det, eller spara som det står.",
    R.FIELD_BAD_NUMBER: "Fältet{fält} stämmer inte. Rätta numret, eller spara som det står.",
    R.FIELD_IN_FUTURE: "Fältet{fält} ligger framåt i tiden. Rätta det, eller spara som det står.",
    R.FIELD_MISSING: "Fältet{fält} saknas. Fyll i fältet, eller spara som det står.",
    R.NO_SUCH_TWIN: (
        "Meddelandet är av ett annat slag än blanketten, eller blanketten är inte införd."
    ),
    R.NOT_ELECTRONIC: "Meddelandet är infört för hand. Bara ett elektroniskt kan vara detsamma.",
    R.TWIN_TAKEN: "Meddelandet eller blanketten är redan förenad med en annan.",
    R.NOT_ONE_CASE: (
        "De ligger i två ärenden. Slå ihop ärendena först, om det är samma vårdtillfälle."
    ),
    R.SHEET_EMPTY: "Inget är skrivet på bladet. Makulera det, om det är oanvänt.",
    R.TWINS_STAND: "Meddelandet är förenat med en blankett. Ångra det först.",
    R.BAD_VALUE: "Värdet går inte att använda{varför}.",
    R.AMOUNT_NOT_CONFIRMED: (
        "Ett belopp behöver föreskriften det står i och namnet på den som bekräftar det. "
        "Utan dem räknas inget belopp."
    ),
}

_FAULTS: Final[Mapping[str, str]] = {
    str(reason): words for reason, words in PEOPLE[NumberFaultReason].items()
}
_FLAWS: Final[Mapping[str, str]] = {str(flaw): words for flaw, words in RULES[NumberFlaw].items()}

_WORDS_OF_ROLES: Final[Mapping[str, str]] = {
    str(role): words for role, words in PEOPLE[Role].items()
}


def sentence(refused: Refused) -> str:
    """Say why a wish was refused, as one or two sentences."""
    if refused.reason is RefusalReason.BAD_NUMBER and refused.values:
        return _FAULTS.get(refused.values[0], _SENTENCES[refused.reason].replace("{varför}", ""))
    if refused.reason is RefusalReason.NOT_A_SHEET_NUMBER and refused.values:
        return _FLAWS.get(refused.values[0], _SENTENCES[refused.reason])
    value = ", ".join(_WORDS_OF_ROLES.get(value, value) for value in refused.values if value)
    if "{fält}" in _SENTENCES[refused.reason]:
        return _SENTENCES[refused.reason].replace("{fält}", _field(refused.values))
    by = f" av {value}" if value else ""
    why = f" ({value})" if value else ""
    shown = f" {value}" if value else ""
    told = _SENTENCES[refused.reason].replace("{av}", by).replace("{varför}", why)
    return told.replace("{nr}", shown)


def _field(values: tuple[str, ...]) -> str:
    """Name a field by its label, with what was written in it."""
    label, *written = (*values, "")
    text = next((one for one in written if one), "")
    said = f" {label}" if label else ""
    return f"{said} (”{text}”)" if text else said
