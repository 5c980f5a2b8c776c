"""What staff may want when they have looked in the region's inbox."""

from uuid import UUID

from kontaktpunkt.domain.commands.command import Command


class NoteInboxWatched(Command, frozen=True, kw_only=True):
    """Note that I looked in the region's inbox; `watch` is the subject of system and local day."""

    watch: UUID
    system: str
    municipality: str
    found_new: bool
    note: str = ""
