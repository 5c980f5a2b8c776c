"""Sentences about changed rules: what a change does, and what was changed from what to what."""

from datetime import date

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.rule_rows import EffectLine, RuleChange, RuleEffect
from kontaktpunkt.wording.times import full_day, when
from kontaktpunkt.wording.words import word

HIDDEN = "Skyddad identitet"


def count_words(cases: int, loose: int) -> str:
    """Count what is touched: "3 ärenden och 1 meddelande utan ärende"; '' for nothing."""
    said = [
        f"{cases} {'ärende' if cases == 1 else 'ärenden'}" if cases else "",
        f"{loose} meddelande{'' if loose == 1 else 'n'} utan ärende" if loose else "",
    ]
    return " och ".join(part for part in said if part)


def effect_words(effect: RuleEffect) -> str:
    """Say what a change would do: "3 ärenden räknas om"."""
    counted = count_words(len(effect.cases), len(effect.loose))
    if not effect.later:
        return f"{counted} räknas om." if counted else "Inget öppet ärende räknas om."
    begins = f"Börjar gälla {full_day(effect.on, date.min)}. "
    if not counted:
        return begins + "Som det ser ut nu räknas inget öppet ärende om då."
    return begins + f"Som det ser ut nu räknas {counted} om då, och inget i dag."


def effect_line_words(line: EffectLine, now: Instant) -> str:
    """Say of one case what comes out otherwise: "Karin Ek: sent efter 09:10, blir 09:40"."""
    who = HIDDEN if line.masked else line.name or "Namn saknas"
    said = ", ".join(part for part in (who, line.hospital) if part)
    changes: list[str] = []
    if line.due_before != line.due_after:
        was = when(line.due_before, now) if line.due_before is not None else "ingen tid"
        then = when(line.due_after, now) if line.due_after is not None else "ingen tid"
        changes.append(f"sent efter {was}, blir {then}")
    changes += [f"{word(kind).lower()} räknas annorlunda" for kind in line.clocks]
    return f"{said}: {'; '.join(changes)}" if changes else said


def begins_words(valid_from: date | None) -> str:
    """Say from when a value holds: "från och med 2026-03-01"."""
    return f"från och med {valid_from.isoformat()}" if valid_from is not None else "från början"


def saved_words(changed_cases: int) -> str:
    """Say after saving how many cases were counted anew."""
    counted = count_words(changed_cases, 0)
    return f"Sparat. {counted} räknades om." if counted else "Sparat. Inget ärende räknades om."


def change_words(change: RuleChange, now: Instant) -> str:
    """Say who changed a rule, when and on what grounds."""
    parts = [
        f"{change.by_name or 'systemet'}, {when(change.at, now)}",
        f"bekräftat av {change.confirmed_by}" if change.confirmed_by else "",
        change.source,
        "ångrad" if change.struck else "",
        "ersatt av en senare ändring för samma dag" if change.replaced else "",
    ]
    return " · ".join(part for part in parts if part)
