"""What happens at the desk when a paper leaves the house (clerk's lane): number, register, log."""

from msgspec import Struct

from kontaktpunkt.domain.paper.sheet_number import show
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.ui.screens.paper.choices import Choice
from kontaktpunkt.usecases.desk import Desk, PaperPreview


class Order(Struct, frozen=True, kw_only=True):
    """A paper that is on its way out; `number` is empty for a list."""

    pdf: bytes
    title: str
    number: str = ""


def fill_order(
    desk: Desk, choice: Choice, preview: PaperPreview, told: tuple[str, int], *, saved: bool
) -> Order | Refused:
    """Give a form its number; a list has none, but that it went out is noted.

    `told` is the purpose for the register, and how many people a list holds.
    """
    purpose, count = told
    if choice.form is None and choice.document.issue is not None:
        made = choice.document.issue(desk)
        if isinstance(made, Refused):
            return made
        return Order(pdf=made.pdf, title=made.title)
    if choice.form is None:
        desk.print_noted(preview.title, None, count)
        return Order(pdf=preview.pdf, title=preview.title)
    issued = desk.issue(choice.form.number, choice.case, saved=saved, purpose=purpose)
    if isinstance(issued, Refused):
        return issued
    number = show(issued.number)
    return Order(pdf=issued.pdf, title=f"{choice.form.number} nr {number}", number=number)
