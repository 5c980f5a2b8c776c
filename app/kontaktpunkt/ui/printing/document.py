"""A list or packet that can be put on paper from anywhere: its name, and how it is made."""

from collections.abc import Callable
from uuid import UUID

from msgspec import Struct

from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.usecases.desk import Changed, Desk, PaperPreview
from kontaktpunkt.usecases.outages.packet.rows import IssuedPacket, OutagePacketPlan

Made = tuple[PaperPreview, int]
"""A paper, and how many people stand on it (for the access log)."""


def _whatever(_changed: Changed) -> bool:
    """Let a list be made anew by any change: it has not said what stands on it."""
    return True


def _people_or_phones(changed: Changed) -> bool:
    """Say whether who is in hospital, or a phone number, has changed."""
    return bool(changed.cases or changed.persons or changed.contacts)


class Document(Struct, frozen=True, kw_only=True):
    """A list without a number; `key` tells it from others, `make` runs on the clerk's lane.

    `make` gives None when there is nothing to put on paper any more. `issue` makes what leaves the
    house where that is another thing than was shown, as a packet with numbers, and notes it;
    `give_out` does so with papers that each have a number, and is told whether they are saved.
    `outage` is the stop whose packet it is: it is asked before one more is made for the same stop.
    `concerned_by` says whether a change can have altered what stands on it.
    """

    key: str
    title: str
    file_name: str
    make: Callable[[Desk], Made | None]
    issue: Callable[[Desk], PaperPreview | Refused] | None = None
    give_out: Callable[[Desk, bool], IssuedPacket | Refused] | None = None
    outage: UUID | None = None
    concerned_by: Callable[[Changed], bool] = _whatever


def outage_packet_document(plan: OutagePacketPlan) -> Document:
    """Give the packet of a stop as planned: previewed without numbers, given out with all."""

    def make(desk: Desk) -> Made | None:
        shown = desk.preview_outage_packet(plan)
        if isinstance(shown, Refused):
            return None
        preview = PaperPreview(
            pdf=shown.pdf,
            protected=shown.protected,
            title=shown.title,
            protected_sheets=shown.protected_sheets,
            left_out=shown.left_out,
        )
        return preview, shown.persons

    title, file_name = f"Driftstoppspaketet, {plan.name}", "driftstoppspaket.pdf"
    if plan.exercise:
        title, file_name = f"ÖVNING: {title}", "ovning-driftstoppspaket.pdf"
    return Document(
        key=f"outage packet {plan.outage}",
        title=title,
        file_name=file_name,
        make=make,
        outage=plan.outage,
        concerned_by=lambda changed: plan.outage in changed.outages or _people_or_phones(changed),
        give_out=lambda desk, saved: desk.issue_outage_packet(plan, saved=saved),
    )


def _make_todays_list(desk: Desk) -> Made:
    """Make today's list, and say how many people stand in it.

    Asking who is in hospital also notes in the access log that their names were shown.
    """
    return desk.todays_list(), len(desk.in_hospital())


TODAYS_LIST = Document(
    key="todays list",
    title="Dagens lista: alla på sjukhus",
    file_name="dagens-lista.pdf",
    make=_make_todays_list,
    concerned_by=_people_or_phones,
)
"""The list that the morning begins with."""
