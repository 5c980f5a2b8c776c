"""Who has been told of the stop: a box for each, with the numbers, and who ticked it when."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.layouts import GAP, Section, empty
from kontaktpunkt.ui.widgets.text import Text, unbroken
from kontaktpunkt.usecases.outages.telling import TellLine, ToRing
from kontaktpunkt.wording.outages import noted_words

_SHOWN = 2
"""So many numbers stand on a line; the others are in its tooltip."""


class Told(Section):
    """Ticked once it is done; a slip is taken back with Ctrl+Z."""

    ticked = Signal(str)
    ticked_already = Signal()

    def __init__(self) -> None:
        super().__init__("Underrättade")
        self.boxes: dict[str, QCheckBox] = {}
        self._beside: dict[str, tuple[Text, Text]] = {}
        self._place = QWidget()
        self._grid = QGridLayout(self._place)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self.other = QLineEdit()
        self.other.setPlaceholderText("Någon annan som fått veta")
        self.other.setAccessibleName("Någon annan som fått veta")
        self.other.returnPressed.connect(self._add)
        self.add_other = button("Lägg till")
        self.add_other.clicked.connect(self._add)
        foot = QHBoxLayout()
        foot.addWidget(self.other, 1)
        foot.addWidget(self.add_other)
        self._foot = QWidget()
        self._foot.setLayout(foot)
        foot.setContentsMargins(0, 0, 0, 0)
        self.add(self._place)
        self.add(self._foot)

    def show_lines(self, lines: tuple[TellLine, ...], now: Instant, *, open_still: bool) -> None:
        """Show whom to tell, and who has been told."""
        if list(self.boxes) != [line.whom for line in lines]:
            self._make(lines)
        for line in lines:
            box, (numbers, when) = self.boxes[line.whom], self._beside[line.whom]
            box.blockSignals(True)  # noqa: FBT003  Qt's own shape
            box.setChecked(line.told is not None)
            box.blockSignals(False)  # noqa: FBT003  Qt's own shape
            box.setEnabled(open_still)
            numbers.setText(_numbers(line.to_ring))
            numbers.setToolTip("\n".join(f"{one.name} {one.phone}" for one in line.to_ring))
            when.setText(noted_words(line.told, now) if line.told else "")
            box.setAccessibleDescription(f"{numbers.text()} {when.text()}".strip())
        self._foot.setVisible(open_still)

    def focus_first_left(self) -> None:
        """Begin with the first who has not been told."""
        left = [box for box in self.boxes.values() if not box.isChecked()]
        (left[0] if left else self.other).setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, lines: tuple[TellLine, ...]) -> None:
        empty(self._grid)
        self.boxes, self._beside = {}, {}
        for place, line in enumerate(lines):
            box = QCheckBox(line.whom[:1].upper() + line.whom[1:])
            box.toggled.connect(partial(self._toggled, line.whom))
            numbers, when = Text("", "soft"), Text("", "soft", wrap=False)
            for column, part in enumerate((box, numbers, when)):
                self._grid.addWidget(part, place, column)
            self.boxes[line.whom] = box
            self._beside[line.whom] = numbers, when

    def _toggled(self, whom: str, on: bool) -> None:  # noqa: FBT001  what the signal sends
        if on:
            self.ticked.emit(whom)
            return
        box = self.boxes[whom]
        box.blockSignals(True)  # noqa: FBT003  Qt's own shape
        box.setChecked(True)
        box.blockSignals(False)  # noqa: FBT003  Qt's own shape
        self.ticked_already.emit()

    def _add(self) -> None:
        whom = self.other.text().strip()
        if whom:
            self.other.clear()
            self.ticked.emit(whom)


def _numbers(to_ring: tuple[ToRing, ...]) -> str:
    shown = ", ".join(f"{one.name} {unbroken(one.phone)}" for one in to_ring[:_SHOWN])
    more = len(to_ring) - _SHOWN
    return f"{shown} och {more} till" if more > 0 else shown
