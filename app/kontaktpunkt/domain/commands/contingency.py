"""What staff may want around the contingency copy (nödläge)."""

from kontaktpunkt.domain.commands.command import Command


class NoteContingencyTried(Command, frozen=True, kw_only=True):
    """Note that the passphrase in the downtime binder opened the copy, and is sealed again."""

    note: str = ""
