"""The timeline's lines of places for a short stay, and of what a case says of one."""

from collections.abc import Mapping
from typing import Final

from kontaktpunkt.domain.events import place, short_term
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.profile.rule_profile import RuleProfile
from kontaktpunkt.wording.names import on_word_of
from kontaktpunkt.wording.telling import Line, Telling, at_time, tail
from kontaktpunkt.wording.words import word


def code_labels(profile: RuleProfile | None, key: str, codes: tuple[str, ...]) -> tuple[str, ...]:
    """Name codes of one of the profile's lists; one that it has no more is said as it is."""
    known = {one.code: one.label for one in profile.codes(key)} if profile is not None else {}
    return tuple(known.get(code, code) for code in codes)


def _said(telling: Telling, key: str, codes: tuple[str, ...]) -> str:
    return ", ".join(code_labels(telling.profile, key, codes))


def _listed(body: place.PlaceListed, _telling: Telling) -> str:
    facts = body.facts
    where = ", ".join(part for part in (facts.unit, facts.phone) if part)
    kind = word(facts.place_kind)
    return f"På tavlan: {facts.name}, {kind}{tail(where, ', ')}{on_word_of(body.on_word)}"


def _occupied(body: place.PlaceOccupied, _telling: Telling) -> str:
    rests = ", enligt korttidsbeslut" if body.decision is not None else ""
    until = at_time(body.until, " till ")
    return f"Belagd{until}{rests}{tail(body.note)}{on_word_of(body.on_word)}"


def _stay_changed(body: place.PlaceStayChanged, _telling: Telling) -> str:
    until = at_time(body.until, "till ") or "tills vidare"
    confirmed = ", bekräftat av handläggaren" if body.confirmed else ""
    return f"Vistelsen gäller {until}{confirmed}{on_word_of(body.on_word)}"


def _vacated(body: place.PlaceVacated, _telling: Telling) -> str:
    return f"Lämnad{tail(body.note)}{on_word_of(body.on_word)}"


def _reserved(body: place.PlaceReserved, _telling: Telling) -> str:
    until = at_time(body.until, " till ")
    return f"Hålls{until}{tail(body.words)}{on_word_of(body.on_word)}"


def _reservation_ended(body: place.PlaceReservationEnded, _telling: Telling) -> str:
    return f"Hålls inte längre{on_word_of(body.on_word)}"


def _out_of_use(body: place.PlaceTakenOutOfUse, _telling: Telling) -> str:
    return f"Ur bruk{at_time(body.until, ' till ')}{tail(body.reason)}{on_word_of(body.on_word)}"


def _in_use(body: place.PlacePutInUse, _telling: Telling) -> str:
    return f"I bruk igen{on_word_of(body.on_word)}"


def _checked(body: place.PlaceChecked, _telling: Telling) -> str:
    return f"Uppgiften stämmer{on_word_of(body.on_word)}"


def _retired(body: place.PlaceRetired, _telling: Telling) -> str:
    return f"Borttagen från tavlan{tail(body.reason)}"


def _applied(body: short_term.ShortTermApplied, _telling: Telling) -> str:
    return f"Ansökan om korttid{tail(body.need)}{on_word_of(body.on_word)}"


def _decided(body: short_term.ShortTermDecided, _telling: Telling) -> str:
    what = "Korttid beviljad" if body.granted else "Korttid avslagen"
    return f"{what}{tail(body.caseworker, ' av ')}{tail(body.note)}"


def _withdrawn(body: short_term.ShortTermWithdrawn, _telling: Telling) -> str:
    return f"Står inte längre i kön till korttid{tail(body.reason)}"


def _placed(body: short_term.ShortTermPlaced, _telling: Telling) -> str:
    return f"Plats på korttid{tail(body.name)}{at_time(body.until, ', till ')}"


def _left(body: short_term.ShortTermLeft, _telling: Telling) -> str:
    return f"Lämnat korttidsplatsen {body.name}".rstrip()


def _granted(body: short_term.ShortTermGranted, telling: Telling) -> str:
    by = f" {body.representative}" if body.representative else ""
    doctor = f" ({body.doctor_name})" if body.doctor_name else ""
    tried = ", ".join(
        part for part in (_said(telling, "short_term_tried", body.tried), body.tried_note) if part
    )
    parts = [
        f"Korttidsbeslut{tail(body.place_name)}, gäller till{at_time(body.valid_until)}",
        _with("Skäl: ", body.reason),
        f"Vill ha platsen: {word(body.wish)}{by}",
        _with("Bedömning: ", body.assessment),
        f"Läkare: {word(body.doctor)}{doctor}",
        _with("Prövat: ", tried),
        _with("Chef i beredskap: ", body.manager),
        _with("Med: ", _said(telling, "short_term_handed_over", body.handed_over)),
        _with("Underrättade: ", _said(telling, "short_term_told", body.told)),
    ]
    return ". ".join(part for part in parts if part)


def _with(lead: str, text: str) -> str:
    return f"{lead}{text}" if text else ""


def _told(body: short_term.ShortTermTold, telling: Telling) -> str:
    told = _said(telling, "short_term_told", body.told)
    along = _said(telling, "short_term_handed_over", body.handed_over)
    parts = (_with("underrättade ", told), _with("klart ", along))
    said = ", ".join(part for part in parts if part)
    return f"Korttidsbeslutet, mer noterat{tail(said)}"


def _asked(body: short_term.ManagerOnCallAsked, _telling: Telling) -> str:
    phone = f" ({body.phone})" if body.phone else ""
    answer = tail(body.answer, " Svar: ")
    asked = f"{tail(body.manager)}{phone}{tail(body.question, '. ')}"
    return f"Chef i beredskap tillfrågad{asked}{answer}"


def _confirmed(body: short_term.ShortTermConfirmed, _telling: Telling) -> str:
    until = at_time(body.until, ", till ")
    return f"Korttidsbeslutet bekräftat{tail(body.caseworker, ' av ')}{until}{tail(body.note)}"


def _ended(body: short_term.ShortTermEnded, _telling: Telling) -> str:
    return f"Korttidsbeslutet avslutat{tail(body.caseworker, ' av ')}{tail(body.reason)}"


def _arrival(body: short_term.ShortTermArrivalPlanned, _telling: Telling) -> str:
    along = {
        "rapport tagen": body.report_taken,
        "läkemedel med": body.medicines_along,
        "lista med": body.list_along,
    }
    said = [f"{what}: {'ja' if yes else 'nej'}" for what, yes in along.items() if yes is not None]
    said += [_with("smitta: ", body.infection), _with("hjälpmedel: ", body.aids)]
    more = ", ".join(part for part in said if part)
    where = tail(body.place_name, " ")
    when = at_time(body.arrives_at)
    return f"Kommer till korttid{where}{when}{tail(more, '. ')}{on_word_of(body.on_word)}"


LINES: Final[Mapping[type[Body], Line]] = {
    place.PlaceListed: _listed,
    place.PlaceOccupied: _occupied,
    place.PlaceStayChanged: _stay_changed,
    place.PlaceVacated: _vacated,
    place.PlaceReserved: _reserved,
    place.PlaceReservationEnded: _reservation_ended,
    place.PlaceTakenOutOfUse: _out_of_use,
    place.PlacePutInUse: _in_use,
    place.PlaceChecked: _checked,
    place.PlaceRetired: _retired,
    short_term.ShortTermApplied: _applied,
    short_term.ShortTermDecided: _decided,
    short_term.ShortTermWithdrawn: _withdrawn,
    short_term.ShortTermPlaced: _placed,
    short_term.ShortTermLeft: _left,
    short_term.ShortTermGranted: _granted,
    short_term.ShortTermTold: _told,
    short_term.ManagerOnCallAsked: _asked,
    short_term.ShortTermConfirmed: _confirmed,
    short_term.ShortTermEnded: _ended,
    short_term.ShortTermArrivalPlanned: _arrival,
}
"""A line for each kind of event of places and short stays."""
