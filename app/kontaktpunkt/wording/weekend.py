"""Helg & jour in words: which time it is, who answers, what was decided, what was handed over."""

from collections.abc import Iterable
from typing import Final

from kontaktpunkt.domain.events.weekend import WeekendAnswer
from kontaktpunkt.domain.profile import DutyHour
from kontaktpunkt.domain.profile.unstaffed import PeriodKind, Unstaffed
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.usecases.case_lines.weekend import WeekendLine
from kontaktpunkt.usecases.duty.rows import DayName, DutyDay
from kontaktpunkt.usecases.weekend.rows import (
    HandoverRow,
    HandoverWaits,
    NextShift,
    PhoneRow,
    WeekendPage,
)
from kontaktpunkt.wording.duty import NOT_CONFIRMED, holiday_name, manning_words
from kontaktpunkt.wording.times import clock, day, full_day, moment, short_day, when
from kontaktpunkt.wording.words import word

_HEADS: Final = {
    PeriodKind.EVENING: "Kväll och natt",
    PeriodKind.WEEKEND: "Helg",
    PeriodKind.RED_DAY: "Röda dagar",
    PeriodKind.MAJOR_HOLIDAY: "Storhelg",
}
_DID: Final = {
    PeriodKind.EVENING: "Vad kvällen och natten gjorde",
    PeriodKind.WEEKEND: "Vad helgen gjorde",
    PeriodKind.RED_DAY: "Vad de röda dagarna gjorde",
    PeriodKind.MAJOR_HOLIDAY: "Vad storhelgen gjorde",
}


def period_words(page: WeekendPage) -> str:
    """Say which unstaffed time it is: "Storhelg, påsk, fre 3 april–mån 6 april"."""
    period = page.period
    head = _HEADS[period.kind]
    feasts = dict.fromkeys(name for on in page.days if (name := holiday_name(on.major)))
    reds = dict.fromkeys(on.name for on in page.days if on.name and on.name != "Söndag")
    named = ", ".join(feasts) or (", ".join(reds) if period.kind is PeriodKind.RED_DAY else "")
    days = [full_day(one) for one in (period.days[:1] + period.days[-1:])]
    span = "–".join(dict.fromkeys(days))
    return ", ".join(part for part in (head, named, span) if part)


def until_words(page: WeekendPage) -> str:
    """Say until when: "till mån 30 mars 07:00", with how sure that is."""
    unsure = "" if page.period.confirmed else f" ({NOT_CONFIRMED})"
    begins = "" if page.begun else f"börjar {when(page.period.begins, page.at)}, "
    return f"{begins}till {moment(page.period.ends)}{unsure}"


def did_heading(period: Unstaffed) -> str:
    """Head what an unstaffed time did."""
    return _DID[period.kind]


def came_heading(page: WeekendPage) -> str:
    """Head what came since the office closed, with how many that have been done already."""
    done = f", {page.came_done} klara" if page.came_done else ""
    since = page.since
    return f"Kom sedan {when(since, page.at)}{done}"


def must_heading(page: WeekendPage) -> str:
    """Head what must be done before the watch of today ends."""
    if page.until is None:
        return f"Ska vara gjort före {when(page.period.ends, page.at)}"
    return f"Ska vara gjort före {clock(page.until)}"


def now_words(page: WeekendPage, system: str) -> tuple[str, str]:
    """Say who answers and who watches now."""
    phone, watch = manning_words(page.phone_now), manning_words(page.watch_now)
    return f"Telefon nu: {phone}", f"Bevakar {system} nu: {watch}"


def duty_words(duty: DutyDay, at: Instant, system: str) -> tuple[str, str]:
    """Say a day's hours: the day, and who watches and answers when."""
    name = on_words(duty.on, at)
    if duty.watch is None and duty.phone is None:
        return name, f"telefon och {system} {NOT_CONFIRMED}"
    same = dict.fromkeys(one.label for one in (*(duty.watch or ()), *(duty.phone or ())))
    if len(same) == 1 and duty.watch and duty.phone:
        watch, phone = _spans(duty.watch), _spans(duty.phone)
        return name, f"{next(iter(same))}: {system} {watch}, telefon {phone}"
    return name, f"{system} {_hours(duty.watch)} · telefon {_hours(duty.phone)}"


def on_words(on: DayName, at: Instant) -> str:
    """Name a day: "I dag, lördag", "sön 29 mars", with its name where it has one."""
    said = day(on.day, local_day(at))
    named = on.name if on.name not in ("", "Söndag") else holiday_name(on.major)
    return f"{said[:1].upper()}{said[1:]}{f', {named}' if named else ''}"


def _hours(hours: tuple[DutyHour, ...] | None) -> str:
    if hours is None:
        return NOT_CONFIRMED
    labels = dict.fromkeys(one.label for one in hours)
    return f"{_spans(hours)} {', '.join(labels)}" if hours else "ingen"


def _spans(hours: Iterable[DutyHour]) -> str:
    return " och ".join(
        f"{one.opens:%H:%M}–{'24:00' if one.closes == one.closes.min else f'{one.closes:%H:%M}'}"
        for one in hours
    )


def answer_words(line: WeekendLine) -> str:
    """Say a helgbesked: "ja, tidigast 13:00", "ja, om larmet är på plats", "nej, därför att …"."""
    text = line.text
    if line.answer is WeekendAnswer.YES:
        said = f"ja, {text}" if text else "ja"
    elif line.answer is WeekendAnswer.YES_IF:
        said = f"ja, om {text.removeprefix('om ')}"
    else:
        said = f"nej, därför att {text.removeprefix('därför att ')}" if text else "nej"
    earliest = f", tidigast {line.earliest:%H:%M}" if line.earliest is not None else ""
    return said + earliest


def behind_words(line: WeekendLine, today: Instant) -> str:
    """Say for which days, whom to ring, and who stands behind it or is waited for."""
    days = ", ".join(short_day(one, local_day(today)) for one in line.days)
    ring = " ".join(part for part in (line.ring, line.ring_phone) if part)
    names = ", ".join(name for name in (line.unit_manager, line.licensed) if name)
    awaited = " och ".join(word(side) for side in line.awaited)
    parts = (
        f"väntar på {awaited}" if awaited else "",
        days,
        f"ring {ring}" if ring else "",
        names,
    )
    return " · ".join(part for part in parts if part)


def handover_words(row: HandoverRow, at: Instant) -> str:
    """Say how far a line has come: by whom, whether taken, asked about, done."""
    line = row.handed
    if line.done_at is not None:
        onward = "lämnad vidare" if line.carried_to is not None else "klar"
        return f"{onward} {when(line.done_at, at)}{_by(row.done_by_name)}"
    parts = [f"från {row.by_name or 'systemet'} {when(line.written_at, at)}"]
    if line.accepted_at is not None:
        parts.append(f"tagen {when(line.accepted_at, at)}{_by(row.accepted_by_name)}")
    elif row.late:
        parts.append(f"inte tagen, skulle tas {when(line.begins, at)}")
    elif at < line.begins:
        parts.append(
            f"tas {when(line.begins, at)}{f' av {line.to_words}' if line.to_words else ''}"
        )
    else:
        parts.append("inte tagen")
    if line.talk and not row.masked:
        last = line.talk[-1]
        parts.append(f"{'svar' if last.is_answer else 'fråga'}: {last.text}")
    return " · ".join(parts)


def _by(name: str) -> str:
    return f" av {name}" if name else ""


def receiver_words(shift: NextShift, at: Instant) -> str:
    """Say who takes up duty next: "Sjuksköterska korttid, i morgon 08:30"."""
    who = shift.who.label if shift.who is not None else "ingen utsedd"
    unsure = "" if shift.confirmed else f" ({NOT_CONFIRMED})"
    return f"{who}{unsure}, {when(shift.begins, at)}"


def late_words(waits: HandoverWaits) -> str:
    """Say on every workstation that lines have not been taken, and who is manned; '' when none."""
    late = waits.late
    if not late:
        return ""
    rows = (
        "1 överlämnad rad är inte tagen" if late == 1 else f"{late} överlämnade rader är inte tagna"
    )
    return f"{rows}. Nu bemannat: {waits.manned.label}" if waits.manned is not None else rows


def phone_age_words(row: PhoneRow, at: Instant) -> str:
    """Say how old a number is: "kontrollerad 4/3", "aldrig kontrollerad", "gammal"; '' of none."""
    if row.by_rule or not row.phones:
        return ""
    if row.verified_on is None:
        return "aldrig kontrollerad"
    said = f"kontrollerad {short_day(row.verified_on, local_day(at))}"
    return f"{said}, gammal" if row.outdated else said


def packet_words(page: WeekendPage) -> str:
    """Say when the packet of this time was made, and how much paper is to be shredded."""
    row = page.packet
    made = ""
    if row is not None:
        name = f"Tillägg {row.supplement}" if row.supplement else "Helgpaket"
        made = f"{name} gjort {when(row.made_at, page.at)}{_by(row.made_by_name)}"
    old = "gammalt paket" if page.to_shred == 1 else "gamla paket"
    shred = f"{page.to_shred} {old} att förstöra" if page.to_shred else ""
    return " · ".join(part for part in (made, shred) if part)
