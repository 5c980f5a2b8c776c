"""The packet of a stop on the page: printed with one key, or first chosen part by part."""

from functools import partial
from uuid import UUID

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QSpinBox, QWidget

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screens.outage.panel import OutagePanel
from kontaktpunkt.ui.widgets.buttons import KeyHintButton
from kontaktpunkt.ui.widgets.column import tab_in_reading_order
from kontaktpunkt.ui.widgets.fields import Labelled
from kontaktpunkt.ui.widgets.layouts import GAP, Flow, Section, empty
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.outages.packet.rows import OutagePacketPlan, PlannedForm
from kontaktpunkt.usecases.outages.work import OutageWork
from kontaktpunkt.wording.names import person_name
from kontaktpunkt.wording.words import word

_MOST = 99
_SHOWN = 7
_COUNT = 60
"""Room for the digits: what the edges of a field take of its width is not asked for by itself."""
_CHECKED, _NOT = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class Packet(Section):
    """What the packet is for, and the ways to it; nobody waits for the clock with this."""

    def __init__(self, write: QAction, choose: QAction) -> None:
        super().__init__("Paketet")
        self.words = Text("")
        self.write = KeyHintButton(write)
        self.choose = KeyHintButton(choose, look="link")
        row = Flow()
        row.addWidget(self.write)
        row.addWidget(self.choose)
        row.setAlignment(self.choose, Qt.AlignmentFlag.AlignVCenter)
        self.add(self.words)
        self.add(row)

    def show_work(self, work: OutageWork, now: Instant) -> None:
        """Say whether papers have been given out, and when to make the packet."""
        stamp = work.page.stamp
        when_to = (
            "Skriv det strax innan stoppet börjar, så stämmer det då."
            if stamp.is_ahead(now)
            else "Skriv det nu: det går inte om datorn också stannar."
        )
        self.words.setText(
            f"{stamp.numbers} numrerade blad är utlämnade i stoppet."
            if stamp.numbers
            else f"Listan över inneliggande, telefonlistor och blanketter. {when_to}"
        )


class PacketPanel(OutagePanel):
    """Each list and each filled form can be left out, and blank ones counted."""

    name = "packet"
    planned = Signal(object)  # OutagePacketPlan

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, "Vad ska med i paketet", "Visa paketet på Papper")
        self.plan: OutagePacketPlan | None = None
        self.count = Text("", "strong")
        self.lists: dict[str, QCheckBox] = {}
        self.blanks: dict[str, QSpinBox] = {}
        self.filled = QListWidget()
        self.filled.setAccessibleName("Ifyllda blad")
        self.filled_field = Labelled(
            "Ifyllda blad, mellanslag tar bort eller lägger till", self.filled
        )
        self._list_place, self._blank_place = QWidget(), QWidget()
        self._list_row, self._blank_row = Flow(self._list_place, GAP * 2), Flow(self._blank_place)
        self._blank_place.setAccessibleName("Tomma blad")
        self.blank_field = Labelled("Tomma blad", self._blank_place)
        for part in (self.count, self._list_place, self.filled_field, self.blank_field):
            self.box.addWidget(part)
        self.filled.itemChanged.connect(self._say)
        self.finish()

    def first(self) -> QWidget:
        """Begin with the lists."""
        return next(iter(self.lists.values()), self)

    def open_plan(self, outage: UUID, plan: OutagePacketPlan) -> None:
        """Open with what the packet would hold now."""
        self.plan = plan
        self._make_lists(plan)
        self._make_filled(plan)
        self._make_blanks(plan)
        tab_in_reading_order(self)
        self.open_it(outage, {})
        self._say()

    def save(self) -> None:
        """Show the packet as chosen."""
        chosen = self._chosen()
        if chosen is not None:
            self.close_it()
            self.planned.emit(chosen)

    def _chosen(self) -> OutagePacketPlan | None:
        plan = self.plan
        if plan is None:
            return None
        return replace(
            plan,
            lists=tuple(replace(one, chosen=self.lists[one.key].isChecked()) for one in plan.lists),
            filled=tuple(
                replace(one, chosen=self.filled.item(place).checkState() is _CHECKED)
                for place, one in enumerate(plan.filled)
            ),
            blanks=tuple(replace(one, count=self.blanks[one.form].value()) for one in plan.blanks),
        )

    def _say(self, _changed: object = None) -> None:
        chosen = self._chosen() if self.isVisible() else None
        if chosen is None:
            return
        filled = sum(one.chosen for one in chosen.filled)
        blank = sum(one.count for one in chosen.blanks)
        words = f"{filled} ifyllda och {blank} tomma blad, {chosen.numbers} nummer."
        if chosen.left_out:
            words += f" {chosen.left_out} med skyddad identitet skrivs för hand."
        self.count.setText(words)

    def _make_lists(self, plan: OutagePacketPlan) -> None:
        empty(self._list_row)
        self.lists = {}
        for one in plan.lists:
            box = QCheckBox(f"{one.title} ({one.rows})")
            box.setChecked(one.chosen)
            self.lists[one.key] = box
            self._list_row.addWidget(box)

    def _make_filled(self, plan: OutagePacketPlan) -> None:
        self.filled.blockSignals(True)  # noqa: FBT003  Qt's own shape
        self.filled.clear()
        for one in plan.filled:
            item = QListWidgetItem(_filled_words(one))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_CHECKED if one.chosen else _NOT)
            self.filled.addItem(item)
        self.filled.blockSignals(False)  # noqa: FBT003  Qt's own shape
        rows = max(1, min(_SHOWN, len(plan.filled)))
        height = self.filled.sizeHintForRow(0) if plan.filled else 0
        self.filled.setFixedHeight(rows * height + GAP)
        self.filled_field.setVisible(bool(plan.filled))

    def _make_blanks(self, plan: OutagePacketPlan) -> None:
        empty(self._blank_row)
        self.blanks = {}
        for one in plan.blanks:
            number = QSpinBox()
            number.setRange(0, _MOST)
            number.setValue(one.count)
            number.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
            number.setMinimumWidth(self.workplace.theme.px(_COUNT))
            number.valueChanged.connect(partial(self._say))
            self.blanks[one.form] = number
            field = Labelled(one.form, number)
            number.setAccessibleName(f"{one.form} {one.title}, antal tomma")
            number.setToolTip(one.title)
            self._blank_row.addWidget(field)


def _filled_words(one: PlannedForm) -> str:
    name = person_name(one.name, masked=one.is_protected and not one.name)
    return f"{name}: {one.form} {one.title} ({word(one.people)})"
