"""What a reconciliation with the region's system came to, in one line."""

from kontaktpunkt.domain.events.reconciliation import SourceReconciled
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.reconciling.rows import RoundStamp
from kontaktpunkt.wording.times import when


def outcome(stamp: SourceReconciled) -> str:
    """Say what was found: "nya 3 · ändrade 2 · borta 1 · lika 34"."""
    parts = [f"nya {stamp.new}", f"ändrade {stamp.changed}", f"borta {stamp.gone}"]
    parts += [f"ej lästa {stamp.unread}"] if stamp.unread else []
    parts += [f"lika {stamp.same}"]
    parts += [others_words(stamp.others)] if stamp.others else []
    return " · ".join(parts)


def others_words(count: int) -> str:
    """Say how many have left hospital by the overview without having been there by our list."""
    return (
        f"{count} utskriven som inte är vår"
        if count == 1
        else f"{count} utskrivna som inte är våra"
    )


def stamp_words(stamp: RoundStamp, now: Instant) -> str:
    """Say who reconciled, when, with what: "Avstämt 08:40 av A. Berg mot SAMSA: nya 3 · …"."""
    by = f" av {stamp.by_name}" if stamp.by_name else ""
    return f"Avstämt {when(stamp.at, now)}{by} mot {stamp.stamp.system}: {outcome(stamp.stamp)}"
