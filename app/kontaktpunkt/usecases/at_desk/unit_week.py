"""A unit's week at a desk."""

from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.usecases.answers import PaperPreview
from kontaktpunkt.usecases.at_desk.papers import PaperDesk
from kontaktpunkt.usecases.contacts.register import lines_of, register_of
from kontaktpunkt.usecases.ports import StoreView
from kontaktpunkt.usecases.showing.masking import mask_case_row
from kontaktpunkt.usecases.unit_week.listing import unit_week_page
from kontaktpunkt.usecases.unit_week.papers import Words, unit_week_list
from kontaktpunkt.usecases.unit_week.rows import UnitWeekPage, UnitWeekQuery


class UnitWeekDesk(PaperDesk):
    """What is asked about a unit's week."""

    def unit_week(self, query: UnitWeekQuery) -> UnitWeekPage:
        """Give who comes to a unit and what it carries; one access event with unit and count."""
        page = self._unit_week(query, self.my_id)
        self._note_list(f"enhetens vecka {query.unit or 'alla'}", len(page.everybody))
        return page

    def unit_week_paper(self, query: UnitWeekQuery) -> tuple[PaperPreview, int]:
        """Make the list for paper, and say how many people stand on it.

        Protected persons are masked on paper whoever prints it.
        """
        page = self._unit_week(query, None)
        words = Words.of(self.profile(), self.outside.word)
        document = unit_week_list(page, words, self._foot())
        preview = PaperPreview(
            pdf=self.outside.paper.listing(document),
            protected=any(one.case.masked for one in page.everybody),
            title=document.title,
        )
        return preview, len(page.everybody)

    def _unit_week(self, query: UnitWeekQuery, me: UUID | None) -> UnitWeekPage:
        with self.outside.store.reading() as store:
            cases = store.open_cases()
            reached = _reached_by(store, query.unit)
        shown = (mask_case_row(case, me) for case in cases)
        page = unit_week_page(shown, query, self.profile(), self.now(), self.outside.is_red)
        return replace(page, reached_by=reached)


def _reached_by(store: StoreView, unit: str) -> tuple[str, ...]:
    """Say how to reach a unit that may have no program: its phone, its manager and nurse."""
    known = [line for line in register_of(store).units if line.facts.name == unit]
    if not unit or not known:
        return ()
    with_us = lines_of(known[0])
    named = (
        ("", with_us.unit_phone),
        (f"enhetschef {with_us.unit_manager}".strip(), with_us.unit_manager_phone),
        (f"sjuksköterska {with_us.nurse}".strip(), with_us.nurse_phone),
    )
    return tuple(f"{who} {phone}".strip() for who, phone in named if phone)
