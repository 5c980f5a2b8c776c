"""The window of the first start: asks, has the store made on a lane of its own, then closes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow

from kontaktpunkt.domain.profile import ProfileChoice
from kontaktpunkt.ui.alerts import Alerts
from kontaktpunkt.ui.application import application
from kontaktpunkt.ui.care import KeyPlace, StartWish
from kontaktpunkt.ui.clerk import Clerk
from kontaktpunkt.ui.screens.start.panel import StartPanel
from kontaktpunkt.ui.theme.theme import Theme
from kontaktpunkt.usecases.failures import Unavailable
from kontaktpunkt.wording.failures import sentence_unavailable

FIRST_SIZE = (760, 700)


class StartWindow(QMainWindow):
    """Shows the panel until the store is made or somebody leaves; `begun` says which."""

    def __init__(
        self,
        choices: Sequence[ProfileChoice],
        key: KeyPlace,
        make: Callable[[StartWish], None],
    ) -> None:
        super().__init__()
        self.begun = False
        self._make = make
        self._loop = QEventLoop(self)
        self.clerk = Clerk(self)
        self.alerts = Alerts(self)
        self.clerk.broke.connect(self._broke)
        self.panel = StartPanel(choices, key)
        self.setCentralWidget(self.panel)
        self.setWindowTitle("Kontaktpunkt")
        self.resize(*FIRST_SIZE)
        self.panel.begin_wanted.connect(self._begin)
        self.panel.left.connect(self.close)

    def run(self) -> bool:
        """Show the window until it is closed; True when the store was made."""
        self.show()
        self.panel.municipality.setFocus()
        self._loop.exec()
        return self.begun

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let what was begun be done, then leave."""
        self.clerk.stop()
        self._loop.quit()
        super().closeEvent(event)

    def _begin(self, wish: StartWish) -> None:
        # A passphrase is slow to work into a key, by design: not on the Qt thread.
        self.clerk.ask(lambda: self._make(wish), self._made, failed=self._failed)

    def _made(self, _answer: None) -> None:
        self.begun = True
        self.close()

    def _failed(self, problem: Unavailable) -> None:
        self.panel.say_failure(sentence_unavailable(problem))

    def _broke(self, problem: BaseException) -> None:
        self.panel.say_failure("")
        self.alerts.fault(problem)


def ask_start(
    choices: Sequence[ProfileChoice], key: KeyPlace, make: Callable[[StartWish], None]
) -> bool:
    """Begin for real: `make` makes the store on a lane of its own and may raise Unavailable.

    True when the store was made, False when the user left.
    """
    theme = Theme(application())
    window = StartWindow(choices, key, make)
    begun = window.run()
    window.deleteLater()
    theme.deleteLater()
    return begun
