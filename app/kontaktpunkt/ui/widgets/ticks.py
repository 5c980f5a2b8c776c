"""Boxes to tick, one for each choice of a list of the municipality's own."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from kontaktpunkt.domain.profile.shapes import Code
from kontaktpunkt.ui.widgets.layouts import GAP, Flow


class Ticks(QWidget):
    """A box for each choice; what was ticked stays ticked when the same choices come again."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._boxes: dict[str, QCheckBox] = {}
        self._flow = Flow(self, GAP * 2)
        self.setAccessibleName(name)

    def offer(self, codes: Sequence[Code]) -> None:
        """Offer these choices."""
        if list(self._boxes) == [code.code for code in codes]:
            return
        ticked = self.chosen
        for box in self._boxes.values():
            self._flow.removeWidget(box)
            box.deleteLater()
        self._boxes = {}
        for code in codes:
            box = QCheckBox(code.label[:1].upper() + code.label[1:])
            box.toggled.connect(lambda _on=False: self.changed.emit())
            self._boxes[code.code] = box
            self._flow.addWidget(box)
        self.choose(ticked)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Give the codes that are ticked."""
        return tuple(code for code, box in self._boxes.items() if box.isChecked())

    @property
    def left(self) -> tuple[str, ...]:
        """Give the words of what is not ticked."""
        return tuple(box.text() for box in self._boxes.values() if not box.isChecked())

    def choose(self, codes: Iterable[str]) -> None:
        """Tick these and no others."""
        wanted = set(codes)
        for code, box in self._boxes.items():
            box.setChecked(code in wanted)

    def box(self, code: str) -> QCheckBox:
        """Give one of the boxes."""
        return self._boxes[code]
