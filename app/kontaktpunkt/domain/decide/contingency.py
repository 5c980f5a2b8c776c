"""Rules around the contingency copy (nödläge)."""

from typing import Final

from kontaktpunkt.domain.commands import NoteContingencyTried
from kontaktpunkt.domain.decide.ground import Decision, Ground, Happening, Rules
from kontaktpunkt.domain.events.contingency import ContingencyTried


def note_tried(ground: Ground, wish: NoteContingencyTried) -> Decision:
    """Note that the copy was tried with the passphrase from the binder."""
    return (Happening(ground.tenant, ContingencyTried(note=wish.note.strip()), ground.now),)


RULES: Final[Rules] = {NoteContingencyTried: note_tried}
"""The rule of each wish about this."""
