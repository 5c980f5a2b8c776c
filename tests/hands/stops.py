"""Hands in a stop (driftstopp) at a real window: declare, packet, scanner, register, protocol."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QSpinBox, QWidget

from e2e.office import text_of
from hands.eyes import rows_of
from hands.rooms import Rooms
from hands.workstation import Workstation
from kontaktpunkt.ui.screens.back_entry.screen import BackEntryScreen
from kontaktpunkt.ui.screens.outage.screen import OutageScreen

NUMBER: Final = re.compile(r"(?:Ö )?\d{3} \d{5} \d")
"""A number as it stands in the register; that of an exercise begins with Ö."""


@dataclass(frozen=True)
class Stops:
    """Somebody who works through a stop."""

    at: Workstation

    @property
    def rooms(self) -> Rooms:
        """Give the other screens."""
        return Rooms(self.at)

    @property
    def room(self) -> OutageScreen:
        """Give Driftstopp."""
        return cast("OutageScreen", self.at.screen("outage"))

    @property
    def entry(self) -> BackEntryScreen:
        """Give Inför blad."""
        return cast("BackEntryScreen", self.at.screen("back_entry"))

    @property
    def bar(self) -> str:
        """Give what stands over every screen; nothing when nothing is down."""
        bar = self.at.window.outage_bar
        return bar.words.accessibleName() if bar.isVisible() else ""

    @property
    def balance(self) -> str:
        """Give the sum of the register."""
        return self.room.papers.balance.text()

    def go(self) -> None:
        """Click on Driftstopp in the rail."""
        self.rooms.go_to("outage")

    def turn_to(self, words: str) -> None:
        """Click on the stop that begins so, among those that are open."""
        tabs = self.room.stop_tabs.tabs.values()
        self.at.click(next(tab for tab in tabs if tab.text().startswith(words)))

    def to_now(self) -> None:
        """Click on what is to be done now."""
        self.at.click(self.room.tabs[0])

    def to_papers(self) -> None:
        """Click on the register."""
        self.at.click(self.room.tabs[1])

    # --- typing
    def write(self, field: QWidget, text: str) -> None:
        """Click in a field, and type in the place of what stands there."""
        field.setFocus(Qt.FocusReason.MouseFocusReason)
        if isinstance(field, QLineEdit | QSpinBox):
            field.selectAll()
        self.at.type(text)

    def choose(self, box: QComboBox, words: str) -> None:
        """Go down a list of choices by keys until it says this."""
        box.setFocus(Qt.FocusReason.TabFocusReason)
        self.at.press("Home")
        for _ in range(box.count()):
            if box.currentText().startswith(words):
                return
            self.at.press("Down")
        raise AssertionError(f"nothing says {words!r}")

    def scan(self, number: str) -> None:
        """Let the scanner type a number and Enter, wherever the focus is."""
        # The code of an exercise begins with a nought where the eye reads Ö.
        self.at.type("".join(number.split()).replace("Ö", "0"))
        self.at.press("Return")

    # --- papers
    def take_packet(self, counts: Mapping[str, int], to: Path) -> str:
        """Choose how many blank ones go along, save the packet, and read it."""
        self.at.press("Ctrl+Shift+P")
        panel = self.room.now.packet_panel
        assert panel.isVisible()
        for form, count in counts.items():
            self.write(panel.blanks[form].lineEdit(), str(count))
            self.at.press("Tab")
        self.at.shot("vad-ska-med")
        self.at.press("Ctrl+Return")
        return self.save(to)

    def save(self, to: Path) -> str:
        """Save the paper that is shown on Papper, and read it."""
        assert self.at.top is self.rooms.paper
        self.at.press("Ctrl+S")
        self.at.choose_file(to)
        assert self.at.said == f"Sparat: {to}", self.at.said
        return text_of(to)

    def numbers(self, words: str) -> list[str]:
        """Give the numbers of the rows of the register that say something."""
        rows = rows_of(self.room.papers.table)
        return [found[0] for row in rows if words in row and (found := NUMBER.search(row))]

    def show(self, words: str) -> None:
        """Let the register show what is left, all, or one stage; then stand in it."""
        self.choose(self.room.papers.filter, words)
        self.room.papers.table.setFocus(Qt.FocusReason.TabFocusReason)
        self.at.settle()

    def mark(self, number: str) -> None:
        """Click on a number in the register."""
        self.at.click_row(self.room.papers.table, number)

    def mark_too(self, number: str) -> None:
        """Click on one more number, with Ctrl."""
        table = self.room.papers.table
        cell = table.model().index(self.at.row_saying(table, number), 0)
        table.scrollTo(cell)
        where = table.visualRect(cell).center()
        held = Qt.KeyboardModifier.ControlModifier
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, held, where)
        self.at.settle()

    def answer(self, *texts: str) -> None:
        """Type what an act asks, and Enter."""
        assert self.room.papers.asking.isVisible()
        for text in texts:
            self.at.type(text)
        self.at.press("Return")

    # --- entering
    def type_paper(self, *texts: str) -> None:
        """Type in one field after the other, Enter after each; an empty text passes a field."""
        for text in texts:
            if text:
                self.at.type(text)
            # Over a list of names that is offered, keys go to the list first.
            offered = QApplication.activePopupWidget()
            if offered is None:
                self.at.press("Return")
                continue
            QTest.keyClick(offered, Qt.Key.Key_Return)
            self.at.keys += 1
            self.at.settle()

    def fill(self, values: Mapping[str, str]) -> None:
        """Click in each of these fields of a paper, and type."""
        for key, text in values.items():
            self.write(self.entry.form.parts[key].widget, text)
