"""A stop (driftstopp) in words: its name, its clock, its banner, its round of calls."""

from collections.abc import Sequence

from kontaktpunkt.domain.events.outage import OutageFaultReported, OutageOf, OutageReach
from kontaktpunkt.domain.states import SheetStage
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.outages.rounds import RoundsPage
from kontaktpunkt.usecases.outages.rows import OutageEntry, OutagePhase, OutageStamp
from kontaktpunkt.usecases.outages.work import NextStep, OutageWatch, OutageWork
from kontaktpunkt.wording.times import ago, late, span, when, when_and_ago
from kontaktpunkt.wording.words import word

EXERCISE = "ÖVNING"
_ROUNDS = 6
"""So many past rounds are told one by one: over a weekend they are twenty."""


def system_words(stamp: OutageStamp) -> str:
    """Name what is down: the system, or our own computers."""
    facts = stamp.facts
    if facts.of is OutageOf.OWN_COMPUTERS:
        return capital(word(facts.of))
    return facts.system or "Regionens system"


def _capital(words: str) -> str:
    """Begin a sentence: a system without a name of its own is written small within one."""
    return words[:1].upper() + words[1:]


def head_words(stamp: OutageStamp, now: Instant) -> str:
    """Say what is down since when: "SAMSA nere sedan 08:40"; practice says so first."""
    name, facts = _capital(system_words(stamp)), stamp.facts
    if stamp.phase is OutagePhase.WITHDRAWN:
        said = f"{name}: anmälan är tillbakatagen"
    elif stamp.phase is OutagePhase.GOES_ON and stamp.is_ahead(now):
        said = f"{name} stängs {when_and_ago(facts.since, now)}"
    elif stamp.phase is OutagePhase.GOES_ON:
        said = f"{name} nere sedan {when(facts.since, now)}"
    else:
        over = f" till {when(stamp.over_at, now)}" if stamp.over_at is not None else ""
        said = f"{name} nere {when(facts.since, now)}{over}"
    return f"{EXERCISE}: {said}" if stamp.exercise else said


def kind_words(stamp: OutageStamp, now: Instant) -> str:
    """Say the rest of what is known: planned or not, how wide, how far it has come, the note."""
    facts = stamp.facts
    reach = "" if facts.reach is OutageReach.UNKNOWN else word(facts.reach)
    length = ""
    if stamp.phase is OutagePhase.GOES_ON and facts.since < now:
        length = f"i {span((now - facts.since) // 60_000_000)}"
    parts = (
        "planerat" if facts.planned else "oplanerat",
        reach,
        length,
        word(stamp.phase) if stamp.phase is not OutagePhase.GOES_ON else "",
        facts.note,
    )
    return " · ".join(part for part in parts if part)


def forms_words(forms_at: Instant | None, stamp: OutageStamp, now: Instant) -> str:
    """Say from when the forms are used: "Blanketterna gäller från 10:40, om 35 min"."""
    if stamp.phase is not OutagePhase.GOES_ON:
        return ""
    if forms_at is None:
        return "När blanketterna börjar gälla är ej bekräftat hos er"
    if forms_at > now:
        return f"Blanketterna gäller från {when(forms_at, now)}, {ago(forms_at, now)}"
    return f"Blanketterna gäller nu, sedan {when(forms_at, now)}"


def sheets_words(stamp: OutageStamp) -> str:
    """Say how many papers nobody has accounted for yet, as the register counts them."""
    return f"{stamp.left} blad kvar" if stamp.left else ""


def next_words(step: NextStep) -> str:
    """Say what is next to do."""
    return f"Nästa: {word(step)}"


NOTE_COMPARED = "Nästa: notera att avstämningen är gjord"
SAY_COMPARED = "Nästa: skriv vad listan stämdes av mot"
"""What is next once a signed round shows it, and where words do instead of a round."""


def banner_words(watches: Sequence[OutageWatch], now: Instant) -> str:
    """Say on one line what every screen tells: each stop with its clock, and what is late."""
    return "   |   ".join(_banner(watch, now) for watch in watches)


def _banner(watch: OutageWatch, now: Instant) -> str:
    stamp = watch.stamp
    if stamp.phase is OutagePhase.DOCUMENTING:
        over = when(stamp.over_at, now) if stamp.over_at is not None else ""
        name = f"{EXERCISE}: " if stamp.exercise else ""
        name += f"{_capital(system_words(stamp))} är igång igen sedan {over}"
        parts = (name, "införande pågår", sheets_words(stamp))
    else:
        clock = forms_words(watch.forms_at, stamp, now) if watch.forms_at is not None else ""
        parts = (
            head_words(stamp, now),
            clock[:1].lower() + clock[1:],
            sheets_words(stamp),
            word_words(watch.next_word_at, now) if _has_passed(watch, now) else "",
            f"ringrundan {late(watch.ring_due_at, now)}"
            if watch.ring_late and watch.ring_due_at is not None
            else "",
        )
    return " · ".join(part for part in parts if part)


def _has_passed(watch: OutageWatch, now: Instant) -> bool:
    return watch.next_word_at is not None and watch.next_word_at < now


def word_words(at: Instant | None, now: Instant) -> str:
    """Say when the next word of the fault is due, or that it is late."""
    if at is None:
        return ""
    said = f"nästa besked {when(at, now)}"
    return f"{said}, {late(at, now)}" if at < now else f"{said}, {ago(at, now)}"


def undone_words(work: OutageWork) -> str:
    """Say what was never done in a stop, for whoever signs that it is closed; "" of nothing."""
    page = work.page
    untold = [line.whom for line in work.tell if line.told is None]
    wards = work.rounds.wards
    silent = sum(one.now is None and one.before is None for one in wards)
    voided = page.balance.in_stage.get(SheetStage.VOIDED, 0)
    parts = (
        "inte felanmält" if not page.faults and not page.stamp.facts.planned else "",
        f"inte underrättade: {', '.join(untold)}" if untold else "",
        f"{silent} av {len(wards)} avdelningar ringdes aldrig" if silent else "",
        f"{voided} av {page.balance.issued} blad makulerade" if voided else "",
    )
    said = "; ".join(part for part in parts if part)
    return f"Att veta innan du skriver under: {said}." if said else ""


def capital(said: str) -> str:
    """Begin a sentence: "felsökning pågår" after a full stop is "Felsökning pågår"."""
    return said[:1].upper() + said[1:]


def fault_words(entry: OutageEntry, now: Instant) -> str:
    """Say a report of the fault: "INC-12 till it-supporten, 08:50 av A. Berg"."""
    said = entry.said
    if not isinstance(said, OutageFaultReported):
        return ""
    to = f" till {said.to}" if said.to else ""
    note = f". {capital(said.note)}" if said.note else ""
    return f"{said.reference}{to}, {noted_words(entry, now)}{note}"


def noted_words(entry: OutageEntry, now: Instant) -> str:
    """Say when something was noted and by whom."""
    by = f" av {entry.by_name}" if entry.by_name else ""
    return f"{when(entry.at, now)}{by}"


def round_words(page: RoundsPage, now: Instant) -> str:
    """Say which round is due, how many wards are left in it, and whether it is late."""
    if page.due_at is None:
        if page.next_at is None:
            return "Ringrunda: inga tider är bestämda"
        return f"Första ringrundan {when_and_ago(page.next_at, now)}"
    count = len(page.wards)
    head = f"Ringrundan {when(page.due_at, now)}"
    after = f", nästa {when(page.next_at, now)}" if page.next_at is not None else ""
    if not page.left:
        return f"{head}: alla {count} har svarat{after}" if count else f"{head}: ingen att ringa"
    slow = f", {late(page.due_at, now)}" if page.is_late(now) else ""
    return f"{head}: {page.left} av {count} kvar{slow}{after}"


def past_words(page: RoundsPage, now: Instant) -> str:
    """Say how the rounds before this one went; one that nobody rang is said."""
    said = [
        f"{when(one.due_at, now)} "
        + (f"{one.answered} svarade" if one.answered or one.no_answer else "ringdes inte")
        + (f", {one.no_answer} ej svar" if one.no_answer else "")
        for one in list(reversed(page.past))[:_ROUNDS]
    ]
    older = page.past[: max(0, len(page.past) - _ROUNDS)]
    if older:
        rung = sum(bool(one.answered or one.no_answer) for one in older)
        said.append(f"före det {len(older)} till, {rung} av dem ringda")
    return f"Tidigare rundor: {'; '.join(said)}." if said else ""
