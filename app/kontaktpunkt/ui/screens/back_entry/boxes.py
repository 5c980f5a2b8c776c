"""Boxes to choose among, as on the paper: one or several, ticked by first letter or space."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QCheckBox, QRadioButton, QWidget

from kontaktpunkt.domain.paper.form import Option
from kontaktpunkt.ui.widgets.layouts import GAP, Flow


class Boxes(QWidget):
    """A box for each option; a first letter ticks, Delete empties all; digits are a scanner's."""

    changed = Signal()

    def __init__(self, options: Sequence[Option], *, many: bool) -> None:
        super().__init__()
        self._many = many
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self.boxes: dict[str, QAbstractButton] = {}
        flow = Flow(self, GAP * 2)
        kind = QCheckBox if many else QRadioButton
        for option in options:
            box = kind(option.label)
            box.setAutoExclusive(False)
            box.installEventFilter(self)
            box.clicked.connect(partial(self._clicked, option.key))
            self.boxes[option.key] = box
            flow.addWidget(box)
        if self.boxes:
            self.setFocusProxy(next(iter(self.boxes.values())))

    @property
    def chosen(self) -> tuple[str, ...]:
        """Give the keys that are ticked."""
        return tuple(key for key, box in self.boxes.items() if box.isChecked())

    def choose(self, keys: Sequence[str]) -> None:
        """Tick these and no others."""
        for key, box in self.boxes.items():
            box.setChecked(key in keys)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tick by first letter."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                self.choose(())
                self.changed.emit()
                return True
            key = self._meant(event.text())
            if key:
                self.boxes[key].setFocus(Qt.FocusReason.OtherFocusReason)
                self._clicked(key, not (self._many and self.boxes[key].isChecked()))
                return True
        return super().eventFilter(watched, event)

    def _meant(self, text: str) -> str:
        """Give the option that a key means; a letter that begins several means the next of them."""
        keys = list(self.boxes)
        if len(text) != 1 or not text.isalpha():
            return ""
        begins = [k for k in keys if self.boxes[k].text().casefold().startswith(text.casefold())]
        here = next((key for key in begins if self.boxes[key].hasFocus()), "")
        after = begins[begins.index(here) + 1 :] if here and self.boxes[here].isChecked() else []
        return next(iter((*after, *begins)), "")

    def _clicked(self, key: str, on: bool = True) -> None:  # noqa: FBT001, FBT002  what the signal sends
        if not self._many:
            self.choose((key,))
        else:
            self.boxes[key].setChecked(on)
        self.changed.emit()
