"""Files dropped on the window: read on the clerk's lane and taken in, told of one by one."""

from collections.abc import Sequence

from PySide6.QtCore import QFileInfo, QObject

from kontaktpunkt.domain.message_kind import Carrier
from kontaktpunkt.ui.widgets.given_files import bytes_of
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Fate, FateKind
from kontaktpunkt.wording.words import kind_name, word

CAP = 30 * 1024 * 1024
"""A message is never larger; a larger file is left where it is (design section 3)."""
TOO_LARGE = "är större än 30 MB och läses inte in. Filen är orörd."


class DroppedFiles(QObject):
    """Takes dropped files in, one errand each, so that other errands get their turn between."""

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace

    def take_in(self, paths: Sequence[str]) -> None:
        """Take files in by their paths."""
        for path in paths:
            self._workplace.clerk.ask(lambda path=path: self._read(path), self._tell)

    def _read(self, path: str) -> Fate | str:
        """Read one file and give it to the desk, or say why not (the clerk's lane)."""
        name = QFileInfo(path).fileName()
        if QFileInfo(path).isDir():
            return f"{name} är en mapp. Släpp filerna i stället."
        data = bytes_of(path, CAP, TOO_LARGE)
        if isinstance(data, str):
            return data
        return self._workplace.desk.take_in(name, data, Carrier.FILE)

    def _tell(self, outcome: Fate | str) -> None:
        if isinstance(outcome, str):
            self._workplace.warned.emit(outcome)
            return
        self._workplace.noted.emit(fate_words(outcome))
        self._workplace.changed.emit(outcome.changed)


def fate_words(fate: Fate) -> str:
    """Say what became of a file: "avd3.json: intaget, Inskrivningsmeddelande"."""
    words = f"{fate.name}: {word(fate.outcome)}"
    if fate.kind is not None and fate.outcome is FateKind.TAKEN_IN:
        words += f", {kind_name(fate.kind)}"
    if fate.reason is not None:
        words += f". {word(fate.reason)} Den ligger hel under Ej inläst."
    return words
