"""One line of the timeline for each kind of event: what happened, without who and when."""

from collections.abc import Mapping
from typing import Final

from kontaktpunkt.domain.events import case, message, office, person, reconciliation, shared
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.message_kind import Change
from kontaktpunkt.domain.paper.exercise_number import show_number
from kontaktpunkt.usecases.rows import TimelineEntry
from kontaktpunkt.wording.lines import homecoming as homecoming_lines
from kontaktpunkt.wording.lines import joining as joining_lines
from kontaktpunkt.wording.lines import meeting as meeting_lines
from kontaktpunkt.wording.lines import report as report_lines
from kontaktpunkt.wording.lines.care_requests import LINES as CARE_REQUEST_LINES
from kontaktpunkt.wording.lines.clock import LINES as CLOCK_LINES
from kontaktpunkt.wording.lines.concerns import LINES as CONCERN_LINES
from kontaktpunkt.wording.lines.contacts import LINES as CONTACT_LINES
from kontaktpunkt.wording.lines.contingency import LINES as CONTINGENCY_LINES
from kontaktpunkt.wording.lines.deviations import LINES as DEVIATION_LINES
from kontaktpunkt.wording.lines.emergency import LINES as EMERGENCY_LINES
from kontaktpunkt.wording.lines.outages import LINES as OUTAGE_LINES
from kontaktpunkt.wording.lines.plans import LINES as PLAN_LINES
from kontaktpunkt.wording.lines.short_term import LINES as SHORT_TERM_LINES
from kontaktpunkt.wording.lines.watches import LINES as WATCH_LINES
from kontaktpunkt.wording.lines.weekend import LINES as WEEKEND_LINES
from kontaktpunkt.wording.names import on_word_of, receiver_name
from kontaktpunkt.wording.rounds import outcome
from kontaktpunkt.wording.telling import Line, Telling, at_time, place_of, tail
from kontaktpunkt.wording.times import moment
from kontaktpunkt.wording.words import kind_name, word


def tell(body: Body, telling: Telling | None = None) -> str:
    """Tell in one line what an event says; every kind of event has its line."""
    return _LINES[type(body)](body, telling or Telling())


def entry_words(entry: TimelineEntry, telling: Telling | None = None) -> str:
    """Tell in one line what an entry of the timeline says, with the paper that it came on too."""
    told = tell(entry.body, telling)
    if entry.twin is None:
        return told
    at = at_time(entry.twin.told_at, ", underrättade ")
    return f"{told}. Kom också på papper, blankett nr {show_number(entry.twin.number)}{at}"


def _taken_in(body: message.MessageTakenIn, telling: Telling) -> str:
    head = {
        Change.NEW: "",
        Change.CORRECTION: "Rättelse av ",
        Change.CANCELLATION: "Makulering av ",
    }[body.change]
    name = kind_name(body.message_kind, telling.profile)
    if head:
        name = name[0].lower() + name[1:] if name[0].isalpha() and name[1:2].islower() else name
    back = ", återläst" if body.read_back else ""
    paper = f", blankett nr {show_number(body.paper_number)}" if body.paper_number else ""
    return f"{head}{name} kom in {word(body.carrier)}{paper}{on_word_of(body.on_word)}{back}"


def _set_aside(body: message.MessageSetAside, _telling: Telling) -> str:
    return f"Kunde inte läsas in. {word(body.reason)}"


def _deferred(body: message.MessageDeferred, _telling: Telling) -> str:
    wait = (
        f"Väntar till {moment(body.until)}"
        if body.until is not None
        else "Väntar tills svar kommer"
    )
    return wait + tail(body.note)


def _misdirected(body: message.MessageMisdirected, telling: Telling) -> str:
    system = telling.profile.system_short_name if telling.profile is not None else ""
    where = f" i {system}" if system else ""
    return f"Felsänt, {word(body.way)}{where}{tail(body.to, ' till ')}{tail(body.note)}"


def _admission(body: case.AdmissionNoticed, _telling: Telling) -> str:
    place = place_of(body.hospital, body.ward)
    planned = at_time(body.expected_discharge, ", beräknad utskrivning ")
    return f"Inskriven{at_time(body.admitted_at)}{tail(place, ' på ')}{planned}"


def _emergency(body: case.EmergencyStayNoticed, _telling: Telling) -> str:
    place = tail(place_of(body.hospital, body.ward), ", ")
    return f"På akutmottagning{at_time(body.arrived_at, ' sedan ')}{place}"


def _expected(body: case.ExpectedDischargeNoticed, _telling: Telling) -> str:
    return f"Beräknad utskrivning{at_time(body.expected_discharge) or ' är inte angiven'}"


def _leave(body: case.LeaveNoticed, _telling: Telling) -> str:
    return ("Permission" if body.started else "Åter från permission") + at_time(body.leave_at)


def _summoned(body: case.PlanSummoned, _telling: Telling) -> str:
    meeting = body.summons
    parts = [at_time(meeting.meeting_at, ""), meeting.form, meeting.place]
    return "Kallelse till SIP" + tail(", ".join(part for part in parts if part))


def _call(body: case.CallLogged, _telling: Telling) -> str:
    who = body.counterpart or body.phone or "okänd"
    phone = f" ({body.phone})" if body.phone and body.counterpart else ""
    head = f"{word(body.direction).capitalize()}: {who}{phone}"
    answered = "" if body.answered else ", ej svar"
    return f"{head}{answered}{', återläst' if body.read_back else ''}{tail(body.text, '. ')}"


def _step_done(body: case.StepDone, telling: Telling) -> str:
    return f"Klart: {telling.step(body.step)}{on_word_of(body.on_word)}"


def _care_request(body: case.CareRequestSent, _telling: Telling) -> str:
    if body.item is not None:
        return f"Vårdbegäran sänd{at_time(body.sent_at)}"
    return "Förberedd vårdbegäran sänd" if body.prepared else "Vårdbegäran sänd"


def _described(body: person.PersonDescribed, _telling: Telling) -> str:
    facts = body.facts
    new = {
        "nummer": bool(facts.numbers),
        "namn": bool(facts.given_name or facts.family_name),
        "adress": bool(facts.addresses),
        "telefon": bool(facts.phone),
        "skyddad identitet": facts.protection.value != "none",
        "avliden": facts.deceased,
    }
    return "Uppgifter om personen" + tail(", ".join(name for name, is_new in new.items() if is_new))


def _corrected(body: person.PersonNumberCorrected, _telling: Telling) -> str:
    return f"Numret rättat: {body.wrong.value} var fel, {body.right.value} är rätt"


def _sheet(body: office.SheetIssued, _telling: Telling) -> str:
    blank = "tom, " if body.blank else ""
    return f"Blankett {body.form} nr {show_number(body.number)} ({blank}{word(body.medium)})"


def _access(body: office.AccessNoted, _telling: Telling) -> str:
    return f"Åtkomst: {word(body.access)}{tail(body.purpose)}"


_LINES: Final[Mapping[type[Body], Line]] = {
    message.MessageTakenIn: _taken_in,
    message.MessageSetAside: _set_aside,
    message.SetAsideCompleted: lambda _body, _telling: "Ifyllt för hand",
    message.SetAsideDismissed: lambda body, _telling: "Hör inte hit" + tail(body.note),
    # By whom stands beside every line: whoever takes a message takes it for herself.
    message.MessageTaken: lambda _body, _telling: "Taget",
    message.MessageHandedOver: lambda body, telling: (
        f"Lämnat till {receiver_name(body.to, telling.staff)}{tail(body.note)}"
    ),
    message.MessageAcknowledged: lambda body, _telling: (
        f"Kvitterat i {body.system}{at_time(body.acknowledged_at)}"
    ),
    message.MessageDeferred: _deferred,
    message.MessageMisdirected: _misdirected,
    message.MessageDone: lambda body, _telling: "Klart" + tail(body.note),
    message.MessageReopened: lambda body, _telling: "Öppnat igen" + tail(body.note),
    message.SendingTimeNoted: lambda body, _telling: (
        f"Sändes{at_time(body.sent_at)}{on_word_of(body.on_word)}"
    ),
    message.MessageMoved: lambda _body, _telling: "Flyttat till rätt person",
    message.MessageCorrectedLater: lambda body, _telling: (
        "Makulerat av avsändaren"
        if body.change is Change.CANCELLATION
        else "Rättat av avsändaren i ett senare meddelande"
    ),
    message.AnswerArrived: lambda _body, _telling: "Svar har kommit",
    case.CaseOpened: lambda body, _telling: f"Ärendet öppnat, {word(body.case_kind)}",
    case.AdmissionNoticed: _admission,
    case.EmergencyStayNoticed: _emergency,
    case.ExpectedDischargeNoticed: _expected,
    case.LeaveNoticed: _leave,
    case.PlanSummoned: _summoned,
    case.ReadinessNoticed: lambda body, _telling: f"Utskrivningsklar{at_time(body.ready_at)}",
    case.ReadinessWithdrawn: lambda body, _telling: (
        f"Utskrivningsklar återtagen{at_time(body.withdrawn_at)}"
    ),
    case.Discharged: lambda body, _telling: (
        f"Utskriven{at_time(body.discharged_at)}{tail(body.to, ', till ')}"
    ),
    case.DischargeInformed: lambda _body, _telling: "Information vid utskrivning",
    case.DeathNoticed: lambda body, _telling: f"Avliden{at_time(body.died_at)}",
    case.CareRequestSent: _care_request,
    case.PrimaryCareRequested: lambda _body, _telling: "Vårdbegäran till kommunal primärvård",
    case.AdministrativeMessageNoted: lambda _body, _telling: "Administrativt meddelande",
    case.NoticeCancelled: lambda _body, _telling: "Tidigare meddelande makulerat",
    case.NoticeTimed: lambda body, _telling: f"Tid för avsändande{at_time(body.sent_at)}",
    case.NoticeMovedAway: lambda _body, _telling: "Ett meddelande flyttades härifrån",
    case.CaseTaken: lambda body, telling: f"Ansvarig: {telling.name(body.staff)}",
    case.CaseHandedOver: lambda body, telling: (
        f"Ansvaret lämnat till {receiver_name(body.to, telling.staff)}"
    ),
    case.StepDone: _step_done,
    case.StepUndone: lambda body, telling: f"Inte klart: {telling.step(body.step)}",
    case.CallLogged: _call,
    case.NoteAdded: lambda body, _telling: f"Notering: {body.text}",
    case.DeviationNoted: lambda body, telling: (
        f"Avvikelse: {telling.deviation(body.code)}{tail(body.text, '. ')}"
    ),
    case.DocumentationDue: lambda body, _telling: f"Att dokumentera i {body.system}: {body.text}",
    case.Documented: lambda body, _telling: f"Dokumenterat{at_time(body.documented_at)}",
    case.CaseClosed: lambda body, _telling: "Ärendet avslutat" + tail(body.note),
    case.CaseReopened: lambda _body, _telling: "Ärendet öppnat igen",
    person.PersonDescribed: _described,
    person.PersonNumberCorrected: _corrected,
    person.WithUsSet: lambda body, _telling: "Hos oss" + tail(body.with_us.unit or "ändrat"),
    office.StaffAdded: lambda body, _telling: f"Ny medarbetare: {body.name}, {word(body.role)}",
    office.StoreFounded: lambda body, _telling: f"Lagret skapat för {body.municipality}",
    office.SettingChanged: lambda body, _telling: f"Inställning ändrad: {body.key}",
    office.RecoverySheetPrinted: lambda _body, _telling: "Återställningsbladet uttaget",
    office.SheetIssued: _sheet,
    office.SheetVoided: lambda body, _telling: "Blanketten makulerad" + tail(body.reason),
    office.AccessNoted: _access,
    reconciliation.OverviewCompared: lambda body, _telling: (
        f"Ärendeöversikten i {body.system} jämförd med vår lista"
    ),
    reconciliation.FindingsSettled: lambda body, _telling: f"Avstämt: {word(body.decision)}",
    reconciliation.SourceReconciled: lambda body, _telling: (
        f"Avstämt mot {body.system}: {outcome(body)}"
    ),
    **CONTACT_LINES,
    **CONTINGENCY_LINES,
    **CLOCK_LINES,
    **homecoming_lines.LINES,
    **meeting_lines.LINES,
    **report_lines.LINES,
    **CARE_REQUEST_LINES,
    **EMERGENCY_LINES,
    **WATCH_LINES,
    **WEEKEND_LINES,
    **SHORT_TERM_LINES,
    **PLAN_LINES,
    **OUTAGE_LINES,
    **CONCERN_LINES,
    **DEVIATION_LINES,
    **joining_lines.LINES,
    shared.ActTakenBack: lambda _body, _telling: "Ångrat",
}
"""A line for each kind of event; a test demands that none is missing."""
