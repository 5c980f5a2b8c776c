"""Lämna över allt mitt: what I have open, to whom, in one act."""

from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QWidget

from kontaktpunkt.domain.staff import Receiver, Role
from kontaktpunkt.ui.screens.weekend.lines import who
from kontaktpunkt.ui.screens.weekend.panels.panel import Panel
from kontaktpunkt.ui.widgets.fields import Labelled, narrow_choice
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.weekend.rows import Leaving
from kontaktpunkt.wording.weekend import receiver_words
from kontaktpunkt.wording.words import word

_SHOWN = 12


@dataclass(frozen=True, slots=True)
class _To:
    """Somebody who can receive, in words."""

    words: str
    to: Receiver


class LeavingPanel(Panel):
    """A list of what is mine, and one choice that is mostly right from the start."""

    name = "leaving"
    title = "Lämna över allt mitt"
    confirm = "Lämna över"

    def build(self) -> None:
        """Place what there is and to whom it goes."""
        self._offered: list[_To] = []
        self.what = Text("", "soft")
        self.to: QComboBox = narrow_choice()
        self.add(self.what)
        self.add(Labelled("Till", self.to))
        self.next = Text("", "soft")
        self.add(self.next)

    @property
    def first(self) -> QWidget:
        """Begin with to whom."""
        return self.to

    def open_now(self) -> None:
        """Ask what I have, and show it."""
        self.what.setText("Hämtar …")
        self.yes.setEnabled(False)
        self.workplace.clerk.ask(self.workplace.desk.leaving, self._show, key="leaving")

    def _show(self, leaving: Leaving) -> None:
        me = self.workplace.me
        roles = dict.fromkeys((leaving.role, *Role))
        self._offered = [
            *(_To(word(role).capitalize(), Receiver(role=role)) for role in roles if role),
            *(
                _To(f"{row.name}, {word(row.role)}", Receiver(staff=row.staff))
                for row in self.workplace.staff
                if row.staff != me.staff
            ),
            *(_To(unit, Receiver(unit=unit)) for unit in self.workplace.units),
        ]
        self.to.clear()
        self.to.addItems([one.words for one in self._offered])
        said = [f"{who(row)}: meddelande" for row in leaving.messages]
        said += [f"{who(case)}: ärende" for case in leaving.cases]
        said += [f"Rad: {row.text or 'skyddad identitet'}" for row in leaving.lines]
        more = len(said) - _SHOWN
        shown = said[:_SHOWN] + ([f"och {more} till"] if more > 0 else [])
        self.what.setText("\n".join(shown) or "Du har inget öppet.")
        self.next.setText(
            f"Raderna tas emot av {receiver_words(leaving.receiving, self.workplace.now())}."
        )
        self.yes.setEnabled(bool(leaving.count))
        self.begin("leaving")

    def save(self) -> None:
        """Hand everything over."""
        place = self.to.currentIndex()
        if not self.yes.isEnabled() or not 0 <= place < len(self._offered):
            return
        chosen, desk = self._offered[place], self.workplace.desk
        self.workplace.settle(
            lambda: desk.hand_over_all(chosen.to),
            told=f"Allt ditt är lämnat till {chosen.words}",
            then=self._left,
            refused=self.refused,
        )

    def _left(self, done: Done) -> None:
        self.yes.setEnabled(False)
        self.finished(done)
