"""What a reader has to say about a message that it did understand: short sentences for the card."""

from enum import StrEnum


class Remark(StrEnum):
    """Something in the message that staff should know before they trust it."""

    UNREADABLE_TIME = "En tid i meddelandet saknar klockslag eller tidszon och är utelämnad."
    FINISHED_ADMISSION = "Meddelandet säger inskrivning, men vistelsen anges som avslutad."
    DEATH_WITHOUT_END = "Personen anges som avliden, men vistelsen som pågående."
    SETTING_DIFFERS = "Meddelandets typ och den angivna vårdformen stämmer inte överens."
    NO_NUMBER = "Personnummer saknas i meddelandet."
    OTHER_PATIENTS = "Meddelandet innehåller uppgifter om fler personer än den det gäller."
    OWN_WORDS_UNCLEAR = "Det går inte att skilja meddelandets egna ord från tidigare meddelandens."
    NOTHING_POINTED_AT = "Meddelandet ändrar eller makulerar ett annat, men säger inte vilket."
    URGENT = "Avsändaren har märkt meddelandet som brådskande."
    REPORT_WANTED = "Sjukhuset ber om en rapport om personen (inläggningsrapport)."
    COPY = "Meddelandet är en kopia för kännedom."
    EXPECTED_DAY_ONLY = "Beräknad utskrivning är angiven utan klockslag: {day}."
    NOT_RECEIVED = "Mottagaren kunde inte ta emot meddelandet."
    NOT_ALL_UNDERSTOOD = "Delar av texten kunde inte tolkas. Läs originalet."
    FROM_MAIL = "Meddelandet låg i ett e-postbrev. Läs även brevet i originalet."
    FROM_SDK = "Meddelandet kom som bilaga i ett SDK-meddelande. Läs även det i originalet."
    CONFIDENTIAL = "Avsändaren har märkt att innehållet omfattas av sekretess."
