"""What the list is narrowed by: my unit or mine, track, hospital; never by what help one has."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.follow_up.rows import FollowUpPage, FollowUpQuery

_MINE = "mina"


class FollowUpFilters(QWidget):
    """A line of choices; what is chosen says itself, and one button takes all of it away."""

    changed = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._filling = False
        self.whose = _choice("Vems")
        self.unit = _choice("Enhet")
        self.track = _choice("Processpår")
        self.hospital = _choice("Sjukhus")
        self.everything = button("Visa alla", "link")
        self.everything.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for one in (self.whose, self.unit, self.track, self.hospital):
            row.addWidget(one)
            one.currentIndexChanged.connect(self._tell)
        row.addWidget(self.everything)
        row.addStretch(1)
        _fill(self.whose, "Alla ansvariga", ((_MINE, "Mina"),))
        self._tell()

    def offer(self, page: FollowUpPage) -> None:
        """Offer what there is to choose from; what is chosen stays chosen."""
        self._filling = True
        _fill(self.unit, "Alla enheter", _named(page.units))
        _fill(self.track, "Alla spår", _named(page.tracks))
        _fill(self.hospital, "Alla sjukhus", _named(page.hospitals))
        self.track.setVisible(bool(page.tracks))
        self._filling = False

    def query(self) -> FollowUpQuery:
        """Give what is asked for."""
        mine = self.whose.currentData() == _MINE
        return FollowUpQuery(
            unit=self.unit.currentData() or "",
            track=self.track.currentData() or "",
            hospital=self.hospital.currentData() or "",
            responsible=self._workplace.me.staff if mine else None,
        )

    def clear(self) -> None:
        """Show everybody again."""
        self._filling = True
        for one in (self.whose, self.unit, self.track, self.hospital):
            one.setCurrentIndex(0)
        self._filling = False
        self._tell()

    @property
    def is_narrow(self) -> bool:
        """Say whether anybody may be left out."""
        choices = (self.whose, self.unit, self.track, self.hospital)
        return any(one.currentIndex() > 0 for one in choices)

    def _tell(self) -> None:
        self.everything.setVisible(self.is_narrow)
        if not self._filling:
            self.changed.emit()


def _choice(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    box.setMaximumWidth(220)
    return box


def _named(values: Sequence[str]) -> Sequence[tuple[str, str]]:
    return [(value, value) for value in values]


def _fill(box: QComboBox, everybody: str, values: Sequence[tuple[str, str]]) -> None:
    """Offer other values; one that is chosen stays, also when nobody has it just now."""
    chosen: str = box.currentData() or ""
    wanted = [("", everybody), *values]
    if chosen and chosen not in dict(wanted):
        wanted.append((chosen, chosen))
    box.blockSignals(True)  # noqa: FBT003 - Qt's own
    box.clear()
    for data, words in wanted:
        box.addItem(words, data)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)  # noqa: FBT003 - Qt's own
