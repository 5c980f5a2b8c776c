"""Draws paper from a contingency copy: lists as they were, forms with what was known."""

from collections.abc import Iterator, Sequence
from typing import Final
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from kontaktpunkt.domain.paper.exercise_number import show_number
from kontaktpunkt.domain.paper.form import FormDefinition
from kontaktpunkt.domain.paper.printout import FormCopies, PacketPart, PrintFoot, SheetValues
from kontaktpunkt.domain.times import Instant, to_local
from kontaktpunkt.usecases.contingency.packet import ContingencyPacket, on_paper
from kontaktpunkt.usecases.contingency.rows import CopyPaper, CopyWish
from kontaktpunkt.usecases.paper_rows import PlacedSheet
from kontaktpunkt.usecases.ports import Paper
from kontaktpunkt.usecases.showing.filling import clock_of, day_of, moment_of
from kontaktpunkt.wording.contingency import NUMBER_BY_HAND, NUMBER_IN_EXERCISE

_NAME: Final = "Nödläge"


class Drawing(Struct, frozen=True):
    """Whose paper it is: the copy, who prints it, and whether that is only practice."""

    paper: Paper
    packet: ContingencyPacket
    name: str
    exercise: bool = False

    def titles(self, now: Instant) -> tuple[str, ...]:
        """Give the titles of the lists, in their places."""
        return tuple(one.title for one in self.packet.papers(self._foot(now), now))

    def sheets_of(self, wish: CopyWish) -> Iterator[tuple[FormDefinition, UUID | None]]:
        """Give the sheets of a wish in the order that they are drawn and numbered."""
        for form in self.packet.forms:
            for number, case in wish.filled:
                if number == form.number and self.packet.of(case) is not None:
                    yield form, case
            for number, count in wish.blanks:
                if number == form.number:
                    for _ in range(count):
                        yield form, None

    def draw(
        self, wish: CopyWish, now: Instant, numbers: Sequence[str] = (), ids: Sequence[UUID] = ()
    ) -> CopyPaper:
        """Draw a wish, as a preview without ids; what has no number says so where that stands."""
        papers = self.packet.papers(self._foot(now), now)
        parts: list[PacketPart] = [papers[place] for place in wish.lists]
        copies: dict[str, list[SheetValues]] = {}
        drawn: list[SheetValues] = []
        given = iter(numbers)
        for form, case in self.sheets_of(wish):
            values = self._sheet(form, case, now, next(given, ""))
            if not ids:
                values = replace(values, foot=replace(values.foot, no_number=""))
            copies.setdefault(form.number, []).append(values)
            drawn.append(values)
        held = (form for form in self.packet.forms if form.number in copies)
        parts += [FormCopies(form=form, sheets=tuple(copies[form.number])) for form in held]
        title = self._title(wish, now)
        bound = self.paper.packet(parts, title, _NAME if len(parts) > 1 else "")
        return CopyPaper(
            pdf=bound.pdf,
            title=title,
            file_name=f"{_file_stem(wish)}-{to_local(now):%Y-%m-%d-%H%M}.pdf",
            pages=sum(bound.pages),
            numbers=tuple(show_number(one) for one in numbers),
            by_hand=0 if self.exercise or not ids else sum(not one.number for one in drawn),
            sheets=_placed(drawn, ids, bound.pages[len(wish.lists) :], sum(bound.pages)),
        )

    def _sheet(
        self, form: FormDefinition, case: UUID | None, now: Instant, number: str
    ) -> SheetValues:
        person = self.packet.of(case) if case is not None else None
        ours = {
            **on_paper(self.packet.ours),
            "me.name": self.name,
            "me.role": self._role(),
            "now.date": day_of(now),
            "now.time": clock_of(now),
        }
        known = on_paper(person.values) if person is not None else {}
        return SheetValues(
            values={**ours, **known},
            foot=replace(self._foot(now), form_version=form.version),
            number=number,
            protected=person is not None and person.protected,
            blank=person is None,
        )

    def _foot(self, now: Instant) -> PrintFoot:
        return PrintFoot(
            printed_at=moment_of(now),
            printed_by=self.name,
            data_from=moment_of(self.packet.made_at),
            demo=self.packet.demo,
            exercise=self.exercise,
            no_number=NUMBER_IN_EXERCISE if self.exercise else NUMBER_BY_HAND,
        )

    def _role(self) -> str:
        wanted = self.name.strip().casefold()
        return next((one.role for one in self.packet.staff if one.name.casefold() == wanted), "")

    def _title(self, wish: CopyWish, now: Instant) -> str:
        if wish.lists and not wish.sheets and len(wish.lists) == 1:
            return self.titles(now)[wish.lists[0]]
        forms = {number for number, _ in (*wish.filled, *wish.blanks)}
        if len(forms) == 1 and not wish.lists:
            form = self.packet.form(next(iter(forms)))
            return f"{form.number} {form.title}" if form is not None else _NAME
        return f"{_NAME}: allt"


def _placed(
    drawn: Sequence[SheetValues], ids: Sequence[UUID], pages: Sequence[int], total: int
) -> tuple[PlacedSheet, ...]:
    """Say on which pages each sheet stands; they come after the lists."""
    first = total - sum(pages)
    found: list[PlacedSheet] = []
    for values, sheet, count in zip(drawn, ids, pages, strict=False):
        found.append(PlacedSheet(sheet=sheet, number=values.number, first_page=first, pages=count))
        first += count
    return tuple(found)


def _file_stem(wish: CopyWish) -> str:
    forms = {number for number, _ in (*wish.filled, *wish.blanks)}
    if len(forms) == 1 and not wish.lists:
        return f"nodlage-{next(iter(forms))}"
    return "nodlage-lista" if len(wish.lists) == 1 and not forms else "nodlage"
