"""The drop folder, looked in now and then on the clerk's lane; what came of it is told."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer

from kontaktpunkt.ui.frame.dropped import fate_words
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import Changed, Fate, FateKind, FolderLook
from kontaktpunkt.wording.words import word

PAUSE_MS: Final = 15_000
"""A file is taken in when it looks the same at two looks: at most half a minute after it came."""

NOT_REACHED: Final = (
    "Den bevakade mappen går inte att nå. Filer som läggs där läses inte in förrän den är tillbaka."
)
REACHED: Final = "Den bevakade mappen går att nå igen"


class FolderWatch(QObject):
    """Asks the desk to look in the drop folder, and tells of what it took in or could not reach."""

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._reached = True
        self.timer = QTimer(self)
        self.timer.setInterval(PAUSE_MS)
        self.timer.timeout.connect(self.look)
        workplace.stopped.connect(self.timer.stop)

    def begin(self) -> None:
        """Begin to look."""
        self.timer.start()

    def look(self) -> None:
        """Look once; a clerk who is busy looks the next time instead, and keeps nobody waiting."""
        clerk = self._workplace.clerk
        if clerk.is_idle:
            clerk.ask(self._workplace.desk.look_in_folder, self._tell, key="folder")

    def _tell(self, look: FolderLook) -> None:
        reached = look.reached or not look.watched
        if reached != self._reached:
            self._reached = reached
            say = self._workplace.noted if reached else self._workplace.warned
            say.emit(REACHED if reached else NOT_REACHED)
        if look.fates:
            self._workplace.noted.emit(fates_words(look.fates))
            self._workplace.changed.emit(changed_by(look.fates))


def fates_words(fates: Sequence[Fate]) -> str:
    """Say what became of one file, or of several: "3 filer ur mappen: 2 intaget, 1 ej inläst"."""
    if len(fates) == 1:
        return fate_words(fates[0])
    counts = Counter(fate.outcome for fate in fates)
    parts = [f"{counts[kind]} {word(kind)}" for kind in FateKind if counts[kind]]
    return f"{len(fates)} filer ur den bevakade mappen: {', '.join(parts)}"


def changed_by(fates: Sequence[Fate]) -> Changed:
    """Put together what several originals changed."""
    every = [fate.changed for fate in fates]
    return Changed(
        messages=frozenset(one for each in every for one in each.messages),
        cases=frozenset(one for each in every for one in each.cases),
        persons=frozenset(one for each in every for one in each.persons),
        everything=any(each.everything for each in every),
    )
