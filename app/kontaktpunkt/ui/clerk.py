"""The clerk: one thread that does a person's own short errands at the desk, in order."""

import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from kontaktpunkt.usecases.failures import Unavailable

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Errand:
    """One thing to do on the clerk's thread and whom to tell afterwards."""

    work: Callable[[], Any]
    then: Callable[[Any], None]
    failed: Callable[[Unavailable], None] | None
    key: str
    number: int


class Clerk(QObject):
    """Does errands one at a time on a thread of its own and answers on the Qt thread.

    Errands with a key are readings that a later one replaces: a late answer never wins, and an
    overtaken errand that has not begun is not done at all. Errands without a key are always done.
    """

    unavailable = Signal(object)  # Unavailable: the outside world says no, nothing is lost
    broke = Signal(object)  # BaseException: a fault of ours
    idle = Signal()
    _answered = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._errands: SimpleQueue[_Errand | None] = SimpleQueue()
        self._numbers: Counter[str] = Counter()
        self._under_way = 0
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._work, name="clerk")
        self._thread.start()

    def ask(
        self,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        *,
        failed: Callable[[Unavailable], None] | None = None,
        key: str = "",
    ) -> None:
        """Let the clerk do `work`; `then` gets its answer on the Qt thread.

        `failed` is told when the desk is Unavailable; without it the window's strip is.
        """
        if key:
            self._numbers[key] += 1
        self._under_way += 1
        self._errands.put(_Errand(work, then or _nothing, failed, key, self._numbers[key]))

    def forget(self, key: str) -> None:
        """Let no answer under this key come any more."""
        self._numbers[key] += 1

    @property
    def is_idle(self) -> bool:
        """Say whether every errand has been done and answered."""
        return self._under_way == 0

    def stop(self) -> None:
        """Finish what has been asked for, end the thread, and drop the answers."""
        self._answered.disconnect(self._deliver)
        self._errands.put(None)
        self._thread.join()

    def _work(self) -> None:
        """Do errands until told to stop (the clerk's thread)."""
        while (errand := self._errands.get()) is not None:
            if self._is_overtaken(errand):
                self._answered.emit(errand, None, None)
                continue
            answer: object = None
            fault: BaseException | None = None
            try:
                answer = errand.work()
            except Exception as problem:  # noqa: BLE001  one of the house's three catch-alls: the clerk
                fault = problem
            self._answered.emit(errand, answer, fault)
            del errand, answer, fault

    def _is_overtaken(self, errand: _Errand) -> bool:
        return bool(errand.key) and errand.number != self._numbers[errand.key]

    @Slot(object, object, object)
    def _deliver(self, errand: _Errand, answer: object, fault: BaseException | None) -> None:
        """Hand over an answer on the Qt thread, unless it is late or its receiver is gone."""
        self._under_way -= 1
        try:
            self._tell(errand, answer, fault)
        finally:
            if self.is_idle:
                self.idle.emit()

    def _tell(self, errand: _Errand, answer: object, fault: BaseException | None) -> None:
        if isinstance(fault, Unavailable):
            (errand.failed or self.unavailable.emit)(fault)
        elif fault is not None:
            self.broke.emit(fault)
        elif not self._is_overtaken(errand) and _is_there(errand.then):
            errand.then(answer)


def _nothing(_answer: object) -> None:
    """Take an answer that nobody waits for."""


def _is_there(receiver: Callable[[Any], None]) -> bool:
    """Say whether the widget that a bound method belongs to still lives in Qt."""
    owner = getattr(receiver, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
