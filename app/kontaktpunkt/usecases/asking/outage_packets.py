"""What screens ask of the packet of a stop (driftstoppspaketet)."""

from typing import Protocol
from uuid import UUID

from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.usecases.outages.packet.rows import IssuedPacket, OutagePacketPlan, PacketShown


class OutagePackets(Protocol):
    """What screens ask of packets: planned, looked at, and made with one print."""

    def outage_packet(self, outage: UUID) -> OutagePacketPlan | Refused:
        """Give what the packet of a stop would hold now; noted as a list in the access log."""
        ...

    def preview_outage_packet(self, plan: OutagePacketPlan) -> PacketShown | Refused:
        """Show the packet as planned, made of what is known now; no number is taken."""
        ...

    def issue_outage_packet(self, plan: OutagePacketPlan, *, saved: bool) -> IssuedPacket | Refused:
        """Make the packet as planned: all its numbers are taken in one act, or none."""
        ...
