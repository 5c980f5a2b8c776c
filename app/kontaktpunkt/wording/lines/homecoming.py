"""The timeline's lines of a homecoming."""

from collections.abc import Mapping
from typing import Final

from kontaktpunkt.domain.commands import CallHome
from kontaktpunkt.domain.events import homecoming
from kontaktpunkt.domain.events.homecoming import ServiceStage
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.profile.shapes import Code
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.wording.names import on_word_of
from kontaktpunkt.wording.telling import Line, Telling, at_time, tail
from kontaktpunkt.wording.times import planned
from kontaktpunkt.wording.words import word


def _label(codes: tuple[Code, ...], code: str) -> str:
    return next((one.label for one in codes if one.code == code), code)


def readiness_label(telling: Telling, item: str) -> str:
    """Name a thing that has to be in place, as the profile does."""
    return _label(telling.profile.readiness_items if telling.profile else (), item)


def obstacle_label(telling: Telling, code: str) -> str:
    """Name an obstacle, as the profile does."""
    return _label(telling.profile.obstacle_codes if telling.profile else (), code)


def service_label(telling: Telling, code: str) -> str:
    """Name a service that can be paused, as the profile does."""
    return _label(telling.profile.paused_services if telling.profile else (), code)


def _marked(body: homecoming.ReadinessMarked, telling: Telling) -> str:
    item = readiness_label(telling, body.item)
    due = at_time(body.due_at, ", väntas ")
    return f"{item}: {word(body.mark)}{on_word_of(body.on_word)}{due}{tail(body.note)}"


def _unmarked(body: homecoming.ReadinessUnmarked, telling: Telling) -> str:
    return f"{readiness_label(telling, body.item)}: inte känt"


def _met(body: homecoming.ObstacleMet, telling: Telling) -> str:
    what = obstacle_label(telling, body.code) or body.text
    more = body.text if body.code else ""
    return f"Hinder sedan{at_time(body.since)}, {word(body.side)}: {what}{tail(more, '. ')}"


def _removed(body: homecoming.ObstacleRemoved, _telling: Telling) -> str:
    return f"Hindret borta{at_time(body.until)}{tail(body.note)}"


def _service(body: homecoming.ServiceChanged, telling: Telling) -> str:
    from_when = ""
    if body.stage is ServiceStage.RESTARTED:
        from_when = f"{tail(body.from_visit, ' från ')}{at_time(body.first_at, ', ')}"
    name = service_label(telling, body.service)
    return f"{name}: {word(body.stage)}{from_when}{on_word_of(body.on_word)}{tail(body.note)}"


def _destination(body: homecoming.DestinationSet, _telling: Telling) -> str:
    return f"Ska till: {word(body.destination)}{tail(body.place, ', ')}"


def _called(body: homecoming.CalledHome, _telling: Telling) -> str:
    phone = f" ({body.phone})" if body.phone else ""
    parts = [
        f"Kallad hem, sagt till {body.told}{phone}",
        f"hemma{at_time(body.expected_home)}" if body.expected_home is not None else "",
        word(body.travel) if body.travel is not None else "",
        f"möts av {body.met_by}" if body.met_by else "",
        "återläst" if body.read_back else "",
    ]
    return ", ".join(part for part in parts if part) + tail(body.starts, ". ")


def _called_off(body: homecoming.CallHomeWithdrawn, _telling: Telling) -> str:
    return f"Hemgången inställd{tail(body.reason)}"


def _left(body: homecoming.WardLeft, _telling: Telling) -> str:
    travel = f", {word(body.travel)}" if body.travel is not None else ""
    return f"Lämnat avdelningen{at_time(body.left_at)}{travel}{on_word_of(body.on_word)}"


def _reached(body: homecoming.HomeReached, _telling: Telling) -> str:
    received = f", mottagen av {body.received_by}" if body.received_by else ""
    return f"Hemma{at_time(body.reached_at)}{received}{on_word_of(body.on_word)}"


def _followed(body: homecoming.FollowedUp, _telling: Telling) -> str:
    return f"Uppföljt: {body.text}{tail(body.handed_to, '. Lämnad till ')}"


def _cause(body: homecoming.AdmissionCauseNoted, telling: Telling) -> str:
    causes = telling.profile.admission_causes if telling.profile else ()
    tried = {
        "bedömd av sjuksköterska": body.nurse_assessed,
        "läkare tillfrågad": body.doctor_asked,
        "sviktplats prövad": body.place_tried,
    }
    done = [f"{what}: {'ja' if yes else 'nej'}" for what, yes in tried.items() if yes is not None]
    said = f" ({', '.join(done)})" if done else ""
    return f"Orsak till inskrivningen: {_label(causes, body.cause)}{said}{tail(body.note, '. ')}"


def call_home_text(agreed: CallHome, now: Instant) -> str:
    """Write what is to be put into the region's system when somebody is called home."""
    expected = agreed.expected_home
    travel = f", färdsätt {word(agreed.travel)}" if agreed.travel is not None else ""
    lines = [
        f"Välkommen hem{f' {planned(expected, now)}' if expected is not None else ''}{travel}.",
        f"Möts av {agreed.met_by}." if agreed.met_by else "",
        f"{agreed.starts.rstrip('.')}." if agreed.starts else "",
        f"Besked per telefon till {agreed.told}{', återläst' if agreed.read_back else ''}.",
    ]
    return " ".join(line for line in lines if line)


LINES: Final[Mapping[type[Body], Line]] = {
    homecoming.ReadinessMarked: _marked,
    homecoming.ReadinessUnmarked: _unmarked,
    homecoming.ObstacleMet: _met,
    homecoming.ObstacleRemoved: _removed,
    homecoming.ServiceChanged: _service,
    homecoming.DestinationSet: _destination,
    homecoming.CalledHome: _called,
    homecoming.CallHomeWithdrawn: _called_off,
    homecoming.WardLeft: _left,
    homecoming.HomeReached: _reached,
    homecoming.FollowedUp: _followed,
    homecoming.AdmissionCauseNoted: _cause,
}
"""A line for each kind of event of a homecoming."""
