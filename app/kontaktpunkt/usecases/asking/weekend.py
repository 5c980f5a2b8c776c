"""What screens ask of Helg & jour: the page, the handover, the packet."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.staff import Receiver
from kontaktpunkt.usecases.answers import Done
from kontaktpunkt.usecases.weekend.rows import (
    HandoverWaits,
    Leaving,
    LineDraft,
    PacketPaper,
    PacketPreview,
    PacketRow,
    WeekendPage,
)


class Weekends(Protocol):
    """What screens ask of Helg & jour; lines are taken, asked about and done by commands."""

    def weekend(self) -> WeekendPage:
        """Give the page for now, masked for this user; noted as a list."""
        ...

    def handover_waits(self) -> HandoverWaits:
        """Count what waits in the handover: shown on every workstation; nobody is named in it."""
        ...

    def hand_over(self, lines: Sequence[LineDraft]) -> Done | Refused:
        """Hand lines to the shift that takes up duty next."""
        ...

    def pass_on_call(self, line: LineDraft, caller: str = "", phone: str = "") -> Done | Refused:
        """Pass a call on to whoever is manned now; in its case it stands as a call too."""
        ...

    def leaving(self) -> Leaving:
        """Give what I have open, and to whom it would be handed."""
        ...

    def hand_over_all(self, to: Receiver) -> Done | Refused:
        """Hand over all that I have open, in one act, with a line for each."""
        ...

    def make_packet(self, *, supplement: bool = False) -> PacketPaper | Refused:
        """Make the packet up to the next staffed weekday, or an addition with only what is new.

        Its forms take numbers and it is noted who made it: asked for when it is to leave the house.
        """
        ...

    def preview_packet(self, *, supplement: bool = False) -> PacketPreview | Refused:
        """Show what the packet, or an addition to it, would be: nothing is made."""
        ...

    def packets(self) -> tuple[PacketRow, ...]:
        """Give the packets of the last month, and older ones whose paper is not shredded."""
        ...

    def packet_lines(self, packet: UUID) -> int:
        """Count the rows that have come or changed since a packet and its additions were made."""
        ...
