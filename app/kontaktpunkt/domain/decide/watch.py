"""Rules for noting that somebody looked in the region's inbox."""

from typing import Final

from kontaktpunkt.domain.commands.watch import NoteInboxWatched
from kontaktpunkt.domain.decide.ground import Decision, Ground, Happening, Rules, refuse
from kontaktpunkt.domain.events.watch import InboxWatched
from kontaktpunkt.domain.ledger.subjects import watch_subject
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states.watch import WatchState


def note_watched(ground: Ground, wish: NoteInboxWatched) -> Decision:
    """Stamp a look, now or earlier; who it was must be known, for a stamp is somebody's word."""
    if ground.me is None:
        return refuse(RefusalReason.NO_USER)
    subject = watch_subject(wish.watch)
    state = ground.states.get(subject)
    if isinstance(state, WatchState) and state.frozen:
        return refuse(RefusalReason.NEEDS_NEWER_PROGRAM)
    at = ground.moment(wish.at)
    if isinstance(at, Refused):
        return at
    body = InboxWatched(
        system=wish.system,
        municipality=wish.municipality,
        found_new=wish.found_new,
        note=wish.note.strip(),
    )
    return (Happening(subject, body, at),)


RULES: Final[Rules] = {NoteInboxWatched: note_watched}
"""The rule of each wish about this."""
