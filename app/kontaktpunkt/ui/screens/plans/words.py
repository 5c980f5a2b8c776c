"""What a SIP says, in words: a line of the week, a line of the case."""

from datetime import date
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.ui.widgets.grouped_table import GroupLine, heading
from kontaktpunkt.ui.widgets.text import unbroken
from kontaktpunkt.usecases.plans.rows import (
    AwaitsSummons,
    PlanDay,
    PlanEntry,
    PlanStanding,
    PlanWeek,
)
from kontaktpunkt.usecases.rows import CaseRow
from kontaktpunkt.wording.names import identity, person_name
from kontaktpunkt.wording.plans import CONSENT, names_line
from kontaktpunkt.wording.times import clock, day, full_day
from kontaktpunkt.wording.words import word

COLUMNS = (
    "Tid",
    "Person · hos oss",
    "Form · plats",
    "Deltar",
    "Samtycke",
    "Avdelning · telefon",
    "Ansvarig",
)
WEIGHTS = (13, 18, 16, 22, 11, 16, 11)


class OfCase(Struct, frozen=True):
    """A line that stands for a case, and for a meeting of it where there is one."""

    case: UUID
    plan: UUID | None = None


def week_lines(week: PlanWeek) -> list[GroupLine]:
    """Say a week: every day with its meetings, then who has no time and who is to be summoned."""
    today = local_day(week.at)
    lines: list[GroupLine] = []
    for each in week.days:
        lines.append(heading(_day(each, today)))
        lines += [_line(entry, week.at) for entry in each.entries]
    if week.untimed:
        lines.append(heading(f"Kallade, tid saknas ({len(week.untimed)})"))
        lines += [_waits(case, "tid saknas", today) for case in week.untimed]
    if week.awaiting:
        lines.append(heading(f"Väntar på regionens kallelse ({len(week.awaiting)})"))
        lines += [_awaits(one, today) for one in week.awaiting]
    return lines


def state_words(week: PlanWeek) -> str:
    """Say how many meetings, how many clash, and from when."""
    coming = [one for one in week.entries if one.standing is not PlanStanding.CANCELLED]
    clashing = sum(one.clash for one in coming)
    clash = f", {clashing} krockar" if clashing else ""
    meetings = "1 möte" if len(coming) == 1 else f"{len(coming)} möten"
    return f"{meetings}{clash}. Uppgifter från {clock(week.at)}."


def title_words(week: PlanWeek) -> str:
    """Name a week by its number and days."""
    first, last = week.days[0].day, week.days[-1].day
    days = f"{first.day}/{first.month} till {last.day}/{last.month}"
    return f"SIP vecka {first.isocalendar().week}, {days}"


def _day(each: PlanDay, today: date) -> str:
    named, near = full_day(each.day, today), day(each.day, today)
    words = named if named == near else f"{near}, {named}"
    count = f" ({len(each.entries)})" if each.entries else ": inga möten"
    free = ", ledig dag" if each.is_free else ""
    return f"{words[0].upper()}{words[1:]}{free}{count}"


def _line(entry: PlanEntry, now: Instant) -> GroupLine:
    said = word(entry.standing)
    marks = (said, "krock" if entry.clash else "")
    when = f"{clock(entry.at)}–{clock(entry.ends_at)}"
    times = "\n".join(part for part in (when, *marks) if part)
    form = word(entry.form) if entry.form is not None else entry.form_words
    moved = "kallelsen säger annan tid" if entry.moved_from_summons else ""
    is_off = entry.standing is PlanStanding.CANCELLED
    is_missed = entry.standing is PlanStanding.SET and entry.ends_at < now
    look = "soft" if is_off else "wrong" if entry.clash else "today" if is_missed else ""
    return GroupLine(
        cells=(
            times,
            _person(entry.case, local_day(now)),
            "\n".join(part for part in (form, entry.place, moved) if part),
            names_line(entry.participants),
            CONSENT[entry.consent],
            _ward(entry.case),
            entry.case.responsible_name or "ingen",
        ),
        key=OfCase(entry.case.case, entry.plan),
        look=look,
        tips=("", "", "", "\n".join(entry.participants)),
    )


def _awaits(one: AwaitsSummons, today: date) -> GroupLine:
    return _waits(one.case, f"senast\n{day(one.due, today)}", today)


def _waits(case: CaseRow, what: str, today: date) -> GroupLine:
    cells = (what, _person(case, today), "", "", "", _ward(case), case.responsible_name or "ingen")
    return GroupLine(cells, OfCase(case.case))


def _person(case: CaseRow, today: date) -> str:
    number = "" if case.masked else identity(case.number, case.birth_date, today, whole=False)
    who = person_name(case.name, masked=case.masked)
    parts = (who, number.replace("född ", "f. "), case.unit or "okänd hos oss")
    return "\n".join(part for part in parts if part)


def _ward(case: CaseRow) -> str:
    parts = (case.ward, case.hospital, unbroken(case.ward_phone))
    return "\n".join(part for part in parts if part)
