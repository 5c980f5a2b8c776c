"""Papers written in a stop: what a call said, given out, entered, and looked at again."""

from collections.abc import Mapping
from uuid import UUID

from kontaktpunkt.domain import commands as c
from kontaktpunkt.domain.events.outage import OutageOf
from kontaktpunkt.domain.paper.printout import PaperValue
from kontaktpunkt.domain.states import MessageState
from kontaktpunkt.usecases.back_entry.rows import SheetEntry, SheetEntryPage
from kontaktpunkt.usecases.desk import Done, IssuedPaper
from kontaktpunkt.wording.timeline import entry_words
from samples import House, a_number, do, done, hours

TOLD: Mapping[str, PaperValue] = {
    "name": "Prov1 Provsson",
    "person_number": a_number().value,
    "call_date": "2026-03-24",
    "call_time": "0812",
    "caller_name": "Åsa Öberg",
    "caller_title": "ssk",
    "caller_phone": "0500-00 00 00",
    "read_back": True,
    "called_back": True,
    "hospital": "Sjukhuset",
    "ward": "Avd 3",
    "free_text": "Dottern vet",
}


def a_sheet(house: House, form: str, case: UUID | None = None) -> UUID:
    """Give out a paper in a stop."""
    stop = house.anna.new_outage()
    do(
        house.anna,
        c.DeclareOutage(outage=stop, of=OutageOf.SOURCE, since=hours(-3), system="SAMSA"),
    )
    paper = house.anna.issue_in_outage(stop, form, case, saved=False)
    assert isinstance(paper, IssuedPaper), paper
    return paper.sheet


def page_of(house: House, sheet: UUID) -> SheetEntryPage:
    """Give the page of a paper."""
    page = house.anna.sheet_entry(sheet)
    assert page is not None
    return page


def enter(house: House, sheet: UUID, /, **written: PaperValue) -> Done:
    """Enter a paper as the call said it, with other fields beside."""
    entry = SheetEntry(sheet=sheet, values={**TOLD, **written}, at=hours(-0.5))
    return done(house.anna.enter_sheet(entry))


def state_of(house: House, message: UUID) -> MessageState:
    """Give a message as it stands."""
    card = house.anna.card(message)
    assert card is not None
    return card.state


def timeline_of(house: House, case: UUID | None) -> list[str]:
    """Tell a case's timeline in words, the newest first, without what is struck."""
    assert case is not None
    page = house.anna.case(case)
    assert page is not None
    return [entry_words(one) for one in page.timeline if not one.struck]
