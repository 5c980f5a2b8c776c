"""What happens at the desk when a paper leaves the house (clerk's lane): number, register, log."""

from msgspec import Struct

from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.ui.printing.order import Order
from kontaktpunkt.ui.screens.paper.choices import Choice
from kontaktpunkt.usecases.desk import Desk, IssuedPaper, PaperPreview
from kontaktpunkt.usecases.outages.packet.rows import IssuedPacket


class Going(Struct, frozen=True, kw_only=True):
    """What is said of a paper that goes out: why, how many stand on it, and if it is saved.

    `fillable`: it is saved to be filled in on the screen, and never printed as it is.
    """

    purpose: str
    count: int
    saved: bool
    fillable: bool = False


def fill_order(desk: Desk, choice: Choice, preview: PaperPreview, going: Going) -> Order | Refused:
    """Give a form its number; a list has none, but that it went out is noted."""
    if choice.form is None:
        return _list(desk, choice, preview, going)
    form, saved, purpose = choice.form.number, going.saved, going.purpose
    stop = choice.outage
    if choice.cases:
        packet = desk.issue_many(form, choice.cases, saved=saved, purpose=purpose, outage=stop)
        return packet if isinstance(packet, Refused) else _of_packet(packet)
    if going.fillable:
        copy = desk.issue_fillable(form, choice.case, purpose=purpose, outage=stop)
        return copy if isinstance(copy, Refused) else order_of(form, copy)
    issued = desk.issue(form, choice.case, saved=saved, purpose=purpose, outage=stop)
    return issued if isinstance(issued, Refused) else order_of(form, issued)


def order_of(form: str, issued: IssuedPaper, *, again: bool = False) -> Order:
    """Make the order of a single numbered paper."""
    title = f"{form} nr {issued.number}"
    return Order(pdf=issued.pdf, title=title, sheets=issued.sheets, again=again)


def _list(desk: Desk, choice: Choice, preview: PaperPreview, going: Going) -> Order | Refused:
    document = choice.document
    if document.give_out is not None:
        packet = document.give_out(desk, going.saved)
        return packet if isinstance(packet, Refused) else _of_packet(packet)
    if document.issue is not None:
        made = document.issue(desk)
        return made if isinstance(made, Refused) else Order(pdf=made.pdf, title=made.title)
    desk.print_noted(preview.title, None, going.count)
    return Order(pdf=preview.pdf, title=preview.title)


def _of_packet(packet: IssuedPacket) -> Order:
    return Order(pdf=packet.pdf, title=packet.title, sheets=packet.sheets)
