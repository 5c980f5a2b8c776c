"""When what a paper tells of happened and who wrote it, as the paper itself says."""

from datetime import date, time
from typing import Final

from kontaktpunkt.domain.times import Instant, at_local
from kontaktpunkt.ui.screens.back_entry.form import PaperForm
from kontaktpunkt.ui.screens.back_entry.head import PaperHead
from kontaktpunkt.usecases.back_entry.rows import SheetEntryPage
from kontaktpunkt.wording.times import when

_PAIRS: Final = (
    ("call.date", "call.time"),
    ("told.date", "told.time"),
    ("meeting.date", "meeting.time"),
    ("deviation.happened_on", "deviation.happened_at"),
    ("outage.began_on", "outage.began_at"),
)
"""Fields by where they go: the day and the clock time of what the paper tells of."""


def happened(form: PaperForm, now: Instant) -> Instant | None:
    """Give the time that the paper itself says; None where it is not whole, or ahead of now."""
    for pair in _PAIRS:
        parts = [form.to_entry(name) for name in pair]
        said = [str(value) for part in parts if part is not None for value in part.read(now)[:1]]
        if len(said) == len(pair) and all(said):
            try:
                at = at_local(date.fromisoformat(said[0]), time.fromisoformat(said[1]))
            except ValueError:
                continue
            if at <= now:
                return at
    return None


def is_doubtful(form: PaperForm, now: Instant) -> bool:
    """Say whether a time stands on the paper that is not whole, or ahead: then none is guessed."""
    parts = [form.to_entry(name) for pair in _PAIRS for name in pair]
    written = any(part is not None and not part.is_empty for part in parts)
    return written and happened(form, now) is None


def propose_day(form: PaperForm, page: SheetEntryPage) -> None:
    """Propose the stop's day as that of the call: Enter writes it, nothing does it unseen."""
    parts = [form.to_entry(name) for name in ("call.date", "told.date")]
    day = page.outage_day
    for part in parts:
        if part is not None and day is not None and not page.is_entered:
            part.propose(f"{day.day}/{day.month}")


def propose(head: PaperHead, form: PaperForm, page: SheetEntryPage, now: Instant) -> None:
    """Take from the paper when it happened and who wrote it, unless that is typed."""
    if (at := happened(form, now)) is not None:
        head.propose_at(f"{when(at, now)}, som på pappret")
    elif is_doubtful(form, now):
        head.propose_at("står inte helt på pappret")
    elif page.is_entered:
        head.propose_at(f"{when(page.at, now)}, som infört")
    else:
        head.propose_at("nu")
    wrote = form.to_entry("received.name")
    head.propose_who(str(wrote.typed) if wrote is not None else "")
