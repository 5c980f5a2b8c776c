"""What a reconciliation with the region's system came to, in one line."""

from kontaktpunkt.domain.events.reconciliation import SourceReconciled
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.reconciling.rows import RoundStamp
from kontaktpunkt.wording.times import when


def outcome(stamp: SourceReconciled) -> str:
    """Say what was found: "nya 3 · ändrade 2 · borta 1 · lika 34"."""
    parts = [f"nya {stamp.new}", f"ändrade {stamp.changed}", f"borta {stamp.gone}"]
    parts += [f"ej lästa {stamp.unread}"] if stamp.unread else []
    return " · ".join([*parts, f"lika {stamp.same}"])


def stamp_words(stamp: RoundStamp, now: Instant) -> str:
    """Say who reconciled, when, with what: "Avstämt 08:40 av A. Berg mot SAMSA: nya 3 · …"."""
    by = f" av {stamp.by_name}" if stamp.by_name else ""
    return f"Avstämt {when(stamp.at, now)}{by} mot {stamp.stamp.system}: {outcome(stamp.stamp)}"
