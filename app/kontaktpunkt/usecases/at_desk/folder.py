"""The drop folder at a desk: looked in often, each file durable before it is moved."""

from typing import Final

from kontaktpunkt.domain.message_kind import Carrier
from kontaktpunkt.usecases.at_desk.acts import ActDesk
from kontaktpunkt.usecases.desk import Fate, FateKind, FolderLook
from kontaktpunkt.usecases.ports import Hatch

_WORKSTATION: Final = "workstation"
_KEY: Final = "drop_folder"
_AT_A_LOOK: Final = 50
"""So many files at one look, so that a full folder never keeps a person waiting."""


class FolderDesk(ActDesk):
    """What watches the drop folder; the folder is the workstation's, not the user's."""

    _hatch: Hatch | None = None
    _hatch_folder = ""

    def drop_folder(self) -> str:
        """Give the folder that this workstation watches for files ('' when none)."""
        return self.outside.store.preference(_WORKSTATION, _KEY)

    def watch_folder(self, folder: str) -> None:
        """Watch this folder for files from now on; '' watches none."""
        self.outside.store.keep_preference(_WORKSTATION, _KEY, folder.strip())

    def look_in_folder(self) -> FolderLook:
        """Take in the whole files of the drop folder, then move them.

        A file whose move fails is met again at the next look and recognised as known.
        """
        hatch = self._opened()
        if hatch is None:
            return FolderLook(watched=False)
        found = hatch.look()
        if found is None:
            return FolderLook(watched=True, reached=False)
        if not found:
            return FolderLook(watched=True)
        fates = self.take_in_many(found[:_AT_A_LOOK], Carrier.FOLDER)
        for fate in fates:
            hatch.settle(fate.name, taken=_is_taken(fate))
        return FolderLook(watched=True, fates=tuple(fates))

    def _opened(self) -> Hatch | None:
        folder = self.drop_folder()
        if folder != self._hatch_folder:
            self._hatch = self.outside.open_hatch(folder) if folder else None
            self._hatch_folder = folder
        return self._hatch


def _is_taken(fate: Fate) -> bool:
    return fate.outcome in (FateKind.TAKEN_IN, FateKind.KNOWN)
