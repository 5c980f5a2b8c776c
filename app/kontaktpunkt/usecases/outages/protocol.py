"""The protocol of a stop (driftstopp): what happened to it and to every number, with no names.

No person is named in it: free words that staff wrote on calls and papers are left out too, but
for what a signature stands on.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import cast

from msgspec import Struct

from kontaktpunkt.domain.events.office import SheetDirection
from kontaktpunkt.domain.events.outage import (
    OutageCall,
    OutageCallMade,
    OutageFaultReported,
    OutageOf,
    OutageTold,
)
from kontaktpunkt.domain.paper.exercise_number import show_number
from kontaktpunkt.domain.paper.printout import ListColumn, PrintFoot
from kontaktpunkt.domain.paper.sections import Section, SectionDocument, SectionTable
from kontaktpunkt.domain.states import SheetStage
from kontaktpunkt.domain.times import Instant, to_local
from kontaktpunkt.usecases.outages.account import OutageAccount
from kontaktpunkt.usecases.outages.rows import OutagePage, OutageSheetLine, OutageSigned
from kontaktpunkt.usecases.outages.spans import span
from kontaktpunkt.usecases.ports import Word

_NAMED = 3
"""So many numbers that were voided in one stroke are named; more are counted."""
_KEPT = "Förvaras med driftstoppets pärm. Gallras enligt kommunens plan."
_TOLD = (
    ListColumn(label="Vem", weight=5),
    ListColumn(label="Underrättad", weight=2),
    ListColumn(label="Noterat av", weight=3),
)
_CALLS = (
    ListColumn(label="Avdelning", weight=5),
    ListColumn(label="Ringd", weight=2),
    ListColumn(label="Svar", weight=2),
    ListColumn(label="Noterat av", weight=3),
)
_NUMBERS = (
    ListColumn(label="Nr", weight=5),
    ListColumn(label="Blankett", weight=3),
    ListColumn(label="Läge", weight=4),
    ListColumn(label="Väg", weight=17),
)
_FAULTS = (
    ListColumn(label="Nr", weight=3),
    ListColumn(label="Vad", weight=3),
    ListColumn(label="Varför", weight=6),
    ListColumn(label="Vem och när", weight=4),
)


class Around(Struct, frozen=True, kw_only=True):
    """What a protocol is made with: words of lists, the forms' titles, the foot."""

    word: Word
    titles: Mapping[str, str]
    foot: PrintFoot


def protocol(
    page: OutagePage, account: OutageAccount, around: Around, more: Iterable[Section] = ()
) -> SectionDocument:
    """Make the protocol of a stop as it stands; `more` comes before what is signed."""
    what = "övning" if page.stamp.exercise else "driftstopp"
    draft = "" if page.closed is not None and not page.left else "Utkast: inte avslutat. "
    return SectionDocument(
        title=f"Protokoll: {what}",
        subtitle=f"{draft}{_headline(page, around)}",
        sections=(
            _stop(page, account, around),
            _told(page),
            _calls(page, around),
            _by_form(page, around),
            _faults(page, around),
            _catching_up(account),
            *more,
            _signed(page),
        ),
        foot=around.foot,
        kept_note=_KEPT,
        appendix=(_every_number(page, around),),
        sign_lines=("Underskrift", "Namnförtydligande och datum"),
    )


def _headline(page: OutagePage, around: Around) -> str:
    facts = page.stamp.facts
    ended = f"–{_clock(page.over.at, facts.since)}" if page.over is not None else ", pågår"
    what = facts.system or around.word(facts.of)
    return f"{what[:1].upper()}{what[1:]}, {_moment(facts.since)}{ended}"


def _stop(page: OutagePage, account: OutageAccount, around: Around) -> Section:
    facts = page.stamp.facts
    what = facts.system if facts.of is OutageOf.SOURCE else around.word(facts.of)
    return Section(
        title="Stoppet",
        facts=(
            ("Vad låg nere", what),
            ("Planerat", "ja" if facts.planned else "nej"),
            ("Hur brett", around.word(facts.reach)),
            ("Började", _moment(facts.since)),
            ("Anmält här", _by(page.declared)),
            ("Över", _by(page.over) if page.over else "pågår"),
            ("Avslutat", _by(page.closed) if page.closed else "nej"),
            *((("Tillbakataget", _withdrawn(page.withdrawn)),) if page.withdrawn else ()),
            ("Längd", span(account.lasted)),
            *(("Felanmält", _fault(entry.said, entry.at)) for entry in page.faults),
            *(() if page.faults else (("Felanmält", "nej"),)),
        ),
    )


def _fault(said: object, at: Instant) -> str:
    fault = cast("OutageFaultReported", said)
    to = f" till {fault.to}" if fault.to else ""
    due = f", nästa besked {_moment(fault.next_word_at)}" if fault.next_word_at else ""
    return f"{_moment(at)}{to}, ärendenummer {fault.reference}{due}"


def _told(page: OutagePage) -> Section:
    since = _told_by_clock(page)
    rows = tuple(
        (cast("OutageTold", one.said).whom, _clock(one.at, since), one.by_name) for one in page.told
    )
    return Section(
        title="Underrättade",
        sentences=() if rows else ("Ingen är antecknad.",),
        table=SectionTable(columns=_TOLD, rows=rows),
    )


def _calls(page: OutagePage, around: Around) -> Section:
    said = [(cast("OutageCallMade", one.said), one) for one in page.calls]
    count = Counter(call.outcome for call, _ in said)
    since = _told_by_clock(page)
    rows = tuple(
        (call.ward, _clock(one.at, since), around.word(call.outcome), one.by_name)
        for call, one in said
    )
    shares = ", ".join(f"{count[each]} {around.word(each)}" for each in OutageCall if count[each])
    told = f"{len(said)} samtal: {shares}." if said else "Inga samtal är antecknade."
    return Section(
        title="Ringrunda", sentences=(told,), table=SectionTable(columns=_CALLS, rows=rows)
    )


def _by_form(page: OutagePage, around: Around) -> Section:
    """Share the numbers out by form and direction; each row adds up, and so does the last."""
    stages = [stage for stage in SheetStage if page.balance.in_stage.get(stage)]
    columns = (
        ListColumn(label="Blankett", weight=9),
        ListColumn(label="Riktning", weight=4),
        ListColumn(label="Utlämnade", weight=2),
        *(ListColumn(label=_capital(around.word(stage)), weight=2) for stage in stages),
    )
    kinds: dict[tuple[str, SheetDirection], Counter[SheetStage]] = {}
    for line in page.lines:
        kinds.setdefault((line.form, line.direction), Counter())[line.stage] += 1
    rows = [
        (
            _titled(form, around),
            around.word(direction),
            str(count.total()),
            *(str(count[stage]) for stage in stages),
        )
        for (form, direction), count in sorted(kinds.items(), key=lambda one: _in_order(one[0]))
    ]
    whole = (str(page.balance.in_stage.get(stage, 0)) for stage in stages)
    total = ("Alla", "", str(page.balance.issued), *whole)
    unused = (
        f"{found} tomma blad är makulerade: {reason}."
        for reason, found in _unused(page.lines).items()
    )
    left = ", ".join(map(show_number, page.left))
    told = f"Kvar att redovisa: {left}." if left else "Alla nummer är redovisade."
    return Section(
        title="Blanketter",
        sentences=(told, *unused) if rows else ("Inga blanketter lämnades ut.",),
        table=SectionTable(columns=columns, rows=(*rows, total) if rows else ()),
    )


def _every_number(page: OutagePage, around: Around) -> Section:
    rows = tuple(
        (
            show_number(line.number),
            line.form,
            around.word(line.stage),
            _way(line, around, _told_by_clock(page)),
        )
        for line in page.lines
    )
    return Section(title="Bilaga: varje nummer", table=SectionTable(columns=_NUMBERS, rows=rows))


def _way(line: OutageSheetLine, around: Around, since: Instant | None) -> str:
    """Tell the way of a number: each step, when and by whom."""
    given = _step(around.word(SheetStage.GIVEN_OUT), line.given_at, line.given_by_name, since)
    steps = (_step(around.word(one.to), one.at, one.by_name, since) for one in line.way)
    return " · ".join((given, *steps))


def _step(what: str, at: Instant, by: str, since: Instant | None) -> str:
    """Tell a step; the clock alone on the day of a stop of one day."""
    return " ".join(part for part in (_clock(at, since), what, by) if part)


def _faults(page: OutagePage, around: Around) -> Section:
    since = _told_by_clock(page)
    told = (row for line in page.lines for row in _faults_of(line, around, since))
    rows = (*told, *_voided(page.lines, since))
    unheard = (
        (f"{page.unheard} nummer lämnades ut på en annan dator medan stoppet avslutades.",)
        if page.unheard
        else ()
    )
    return Section(
        title="Fel",
        sentences=unheard if rows or unheard else ("Inga nummer saknas eller har krockat.",),
        table=SectionTable(columns=_FAULTS, rows=rows),
    )


def _faults_of(
    line: OutageSheetLine, around: Around, since: Instant | None
) -> Iterable[tuple[str, ...]]:
    """Give what went wrong with a number: missing and who signed, voided, doubled, clashes."""
    number = show_number(line.number)
    at, by = line.stage_at or line.given_at, line.stage_by_name
    if line.stage is SheetStage.MISSING:
        why = line.signed_reason or "ingen har skrivit under"
        who = [_step("saknas", at, by, since)]
        if line.signed_at is not None:
            who.append(_step("underskrivet", line.signed_at, line.signed_by_name, since))
        yield (number, "saknas", why, " · ".join(who))
    if line.twins:
        yield (number, "dubblett", "samma meddelande kom också i systemet, förenade", "")
    if line.not_understood:
        fields = f"{line.not_understood} fält gick inte att läsa och står kvar som text"
        yield (number, "oläsligt", fields, "")
    for one in line.without_effect:
        what = f"utan verkan: {around.word(one.to)}"
        stood = f"stod redan som {around.word(line.stage)}"
        yield (number, what, stood, _step("", one.at, one.by_name, since))


def _voided(lines: Iterable[OutageSheetLine], since: Instant | None) -> Iterable[tuple[str, ...]]:
    """Tell of those that were voided; many in one stroke on one row, each stands in the annex."""
    lines = tuple(lines)
    unused = _unused(lines)
    strokes: dict[tuple[str, str], list[str]] = {}
    for line in lines:
        if line.stage is SheetStage.VOIDED and _reason(line) not in unused:
            who = _step("", line.stage_at or line.given_at, line.stage_by_name, since)
            strokes.setdefault((line.text, who), []).append(show_number(line.number))
    for (why, who), numbers in strokes.items():
        if len(numbers) > _NAMED:
            yield (f"{len(numbers)} nummer", "makulerade", why, who)
        else:
            yield from ((number, "makulerad", why, who) for number in numbers)


def _unused(lines: Iterable[OutageSheetLine]) -> Mapping[str, int]:
    """Count by reason the blank sheets that several of were voided, at once or one by one.

    They were given out to be at hand and nothing came of them: that is no fault.
    """
    count = Counter(
        _reason(line) for line in lines if line.stage is SheetStage.VOIDED and _is_unused(line)
    )
    return {reason: found for reason, found in count.items() if reason and found > 1}


def _is_unused(line: OutageSheetLine) -> bool:
    straight = all(one.to is SheetStage.VOIDED for one in line.way)
    return straight and line.case is None and not line.name and not line.is_entered


def _reason(line: OutageSheetLine) -> str:
    """Give why a blank sheet was voided, alike however it was written; nothing of any other."""
    return line.text.strip().rstrip(".").casefold() if _is_unused(line) else ""


def _catching_up(account: OutageAccount) -> Section:
    late = "inte färdigt" if account.left else "inga blanketter"
    whole = span(account.catch_up) if account.catch_up is not None else late
    each = span(account.per_sheet) if account.per_sheet is not None else late
    return Section(
        title="Att komma ikapp",
        facts=(
            ("Sista numret klart", f"{whole} efter att stoppet var över"),
            ("Per blankett (median)", f"{each} efter att stoppet var över"),
        )
        if account.catch_up is not None
        else (("Sista numret klart", whole),),
    )


def _signed(page: OutagePage) -> Section:
    done = page.reconciled
    by = f"{_by(done)}, hela ärendeöversikten" if page.source_round else _by(done)
    words = done.note if done is not None else ""
    label = "Noterat vid avstämningen" if page.source_round else "Kontrollerat i stället"
    signers = sorted({line.signed_by_name for line in page.lines if line.signed_by_name})
    missing = any(line.stage is SheetStage.MISSING for line in page.lines)
    nobody = "ingen har skrivit under" if missing else "inga saknade"
    return Section(
        title="Avstämt och avslutat",
        facts=(
            ("Avstämt mot källan", by if done is not None else "nej"),
            *(((label, words),) if words else ()),
            ("Saknade undertecknade av", ", ".join(signers) or nobody),
            ("Avslutat av", _by(page.closed) if page.closed else "inte avslutat"),
            *((("Noterat", page.closed.note),) if page.closed and page.closed.note else ()),
        ),
    )


def _by(signed: OutageSigned | None) -> str:
    if signed is None:
        return ""
    return f"{_moment(signed.at)}{f' av {signed.by_name}' if signed.by_name else ''}"


def _withdrawn(signed: OutageSigned) -> str:
    return f"{_by(signed)}: {signed.note}"


def _titled(form: str, around: Around) -> str:
    return f"{form} {around.titles.get(form, '')}".strip()


def _in_order(kind: tuple[str, SheetDirection]) -> tuple[str, int, str, str]:
    """Order forms as one counts them: R2 before R10, and the slips last."""
    form, direction = kind
    digits = "".join(sign for sign in form if sign.isdigit())
    return (form[:1], int(digits or 0), form, direction)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _told_by_clock(page: OutagePage) -> Instant | None:
    """Give the start of a stop that began and ended on one day: of that day the clock is enough."""
    since, over = page.stamp.facts.since, page.over
    whole = over is None or to_local(over.at).date() == to_local(since).date()
    return since if whole else None


def _clock(at: Instant, since: Instant | None) -> str:
    """Give the clock alone where the day is the same."""
    if since is not None and to_local(at).date() == to_local(since).date():
        return to_local(at).strftime("%H:%M")
    return _moment(at)


def _moment(at: Instant) -> str:
    return to_local(at).strftime("%Y-%m-%d %H:%M")
