"""The protocol of a stop as a document for the Papper screen."""

from uuid import UUID

from kontaktpunkt.ui.printing.document import Document, Made
from kontaktpunkt.usecases.desk import Desk


def protocol_of(outage: UUID) -> Document:
    """Give the protocol of a stop, a draft until it is closed; no person stands in it."""

    def make(desk: Desk) -> Made | None:
        made = desk.outage_protocol(outage)
        return (made, 0) if made is not None else None

    return Document(
        key=f"outage protocol {outage}",
        title="Protokoll över driftstoppet",
        file_name="driftstopp-protokoll.pdf",
        make=make,
    )
