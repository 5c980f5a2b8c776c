"""What the top line says: where the work is kept, who I am, and who answers the phone now."""

from PySide6.QtCore import QObject

from kontaktpunkt.ui.frame.window import Window
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.desk import PhoneLine
from kontaktpunkt.wording.times import clock


class OnTop(QObject):
    """Follows the desk; the recovery sheet that nobody has taken out stands in the strip."""

    def __init__(self, workplace: Workplace, window: Window) -> None:
        super().__init__(window)
        self._workplace = workplace
        self._window = window
        workplace.told.connect(self.show_saved)
        workplace.learned.connect(self._show_store)
        workplace.user_changed.connect(self._show_user)
        workplace.minute.connect(self.ask_phone)

    def show_saved(self) -> None:
        """Say when and where the work was kept."""
        workplace = self._workplace
        at = clock(workplace.now())
        place = workplace.info.place if workplace.info is not None else ""
        details = f"Allt sparat på den här datorn. {place}".strip()
        self._window.top_line.show_saved(f"Sparat här {at}", details)

    def ask_phone(self) -> None:
        """Ask who answers the phone now."""
        workplace = self._workplace
        workplace.clerk.ask(workplace.desk.phone_line, self._show_phone, key="phone line")

    def _show_phone(self, line: PhoneLine) -> None:
        self._window.top_line.show_phone(line, self._workplace.now())

    def _show_store(self) -> None:
        info = self._workplace.info
        if info is None:
            return
        window = self._window
        window.top_line.show_store(info)
        window.demo.show_demo(demo=info.demo, old_day=info.demo_day_is_old)
        missing = not info.recovery_printed and not info.demo
        window.strip.stand("Återställningsbladet är inte uttaget" if missing else "", "settings")
        self._show_user()
        self.show_saved()

    def _show_user(self) -> None:
        self._window.top_line.show_user(self._workplace.me, self._workplace.staff)
