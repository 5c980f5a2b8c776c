"""What is kept for me and for this workstation."""

from typing import Protocol

from kontaktpunkt.usecases.answers import (
    FolderLook,
)


class OwnThings(Protocol):
    """What is kept for me and for this workstation."""

    def draft(self, subject: str, field: str) -> str:
        """Give my draft."""
        ...

    def keep_draft(self, subject: str, field: str, text: str) -> None:
        """Keep my draft; an empty text forgets it."""
        ...

    def preference(self, key: str) -> str:
        """Give something remembered for me."""
        ...

    def keep_preference(self, key: str, value: str) -> None:
        """Remember something for me."""
        ...

    def drop_folder(self) -> str:
        """Give the folder that this workstation watches for files ('' when none)."""
        ...

    def watch_folder(self, folder: str) -> None:
        """Watch this folder for files from now on; '' watches none."""
        ...

    def look_in_folder(self) -> FolderLook:
        """Take in the whole files of the drop folder and move them; asked every 15 s or so."""
        ...

    def change_mark(self) -> int:
        """Give a number that differs when another process has written."""
        ...
