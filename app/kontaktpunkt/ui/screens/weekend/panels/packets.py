"""Packets of paper: those that lie about, to be ticked off when they are shredded."""

from functools import partial

from PySide6.QtWidgets import QWidget

from kontaktpunkt.domain.commands import ShredPacket
from kontaktpunkt.ui.screens.weekend.panels.panel import Panel
from kontaktpunkt.ui.widgets.buttons import button
from kontaktpunkt.ui.widgets.layouts import Section
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.usecases.weekend.rows import PacketRow
from kontaktpunkt.wording.times import when


class PacketsPanel(Panel):
    """Each packet with when, by whom, how much, and a button while its paper lies about."""

    name = "packets"
    title = "Papper att förstöra"
    confirm = "Klart"

    def build(self) -> None:
        """Place the list."""
        self.list = Section("")
        self.add(self.list)
        self._first: QWidget = self.no

    @property
    def first(self) -> QWidget:
        """Begin with the first packet to tick."""
        return self._first

    def open_now(self) -> None:
        """Ask which packets there are."""
        self.workplace.clerk.ask(self.workplace.desk.packets, self._show, key="packets")

    def save(self) -> None:
        """Nothing more is to be saved: close."""
        self.close_panel()

    def _show(self, rows: tuple[PacketRow, ...]) -> None:
        now = self.workplace.now()
        self.list.clear()
        self._first = self.yes
        for row in rows:
            name = f"Tillägg {row.supplement}" if row.supplement else "Helgpaket"
            by = f" av {row.made_by_name}" if row.made_by_name else ""
            gone = f", förstört {when(row.shredded_at, now)}" if row.shredded_at is not None else ""
            words = (
                f"{name} {when(row.made_at, now)}{by}, {row.pages} sidor,"
                f" {row.persons} personer{gone}"
            )
            self.list.add(Text(words, "today" if row.to_shred else ""))
            if row.shredded_at is None:
                self._offer(row)
        if not rows:
            self.list.add(Text("Inga paket är gjorda.", "soft"))
        self.begin("packets")

    def _offer(self, row: PacketRow) -> None:
        tick = button("Bocka av som förstört", "link")
        tick.clicked.connect(partial(self._shred, row))
        self.list.add(tick)
        if self._first is self.yes:
            self._first = tick

    def _shred(self, row: PacketRow) -> None:
        self.workplace.do(
            ShredPacket(packet=row.packet),
            told="Papperet är noterat som förstört",
            then=lambda _done: self.open_now(),
            refused=self.refused,
        )
