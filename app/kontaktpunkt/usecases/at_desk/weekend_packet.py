"""The packet for unstaffed time at a desk: made, added to, listed until its paper is gone."""

import hashlib
from typing import Final, TypedDict
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from kontaktpunkt.domain.commands import IssueSheet, MakePacket
from kontaktpunkt.domain.events.office import SheetMedium
from kontaktpunkt.domain.events.packet import PacketItem, PacketMade
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.paper import sheet_number
from kontaktpunkt.domain.paper.form import FormDefinition
from kontaktpunkt.domain.paper.printout import SheetValues
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.times import to_local
from kontaktpunkt.usecases import acting
from kontaktpunkt.usecases.at_desk.weekend import WeekendDesk
from kontaktpunkt.usecases.keeping.listing import listed
from kontaktpunkt.usecases.keeping.renew import renew
from kontaktpunkt.usecases.keeping.workroom import Workroom
from kontaktpunkt.usecases.weekend.page import packet_rows
from kontaktpunkt.usecases.weekend.papers import Binding, Part, packet_title, parts_of
from kontaktpunkt.usecases.weekend.rows import (
    PacketPaper,
    PacketPreview,
    PacketRow,
    WeekendPage,
)

_BLANKS: Final = 2
_FILLED: Final = frozenset({"R5", "R10"})
"""What goes with a homecoming is filled in for those who are ready or called home."""

_BLANK: Final = frozenset({"R1", "R2", "R5", "R7", "R10"})
"""What somebody alone may need for anybody: sent in, admitted, ready, discharged, called home."""


class _Earlier(Struct, frozen=True):
    """What the packet of this time and its additions have said; none of them before the first."""

    packet: UUID | None = None
    additions: int = 0
    items: frozenset[PacketItem] = frozenset()
    cases: frozenset[UUID] = frozenset()


class _Draft(Struct, frozen=True, kw_only=True):
    """A packet before it is made: of which page, after what, and its parts; `no` of an addition."""

    page: WeekendPage
    earlier: _Earlier
    no: int
    title: str
    parts: tuple[Part, ...]

    @property
    def name(self) -> str:
        """Give the name that stands on each sheet."""
        return f"Tillägg {self.no}" if self.no else "Helgpaket"

    @property
    def cases(self) -> tuple[UUID, ...]:
        """Give those whom it is about."""
        return tuple(dict.fromkeys(case for part in self.parts for case in part.cases))


class _Sheets(Struct, frozen=True):
    """Forms of a packet, ready to be drawn, and the wishes that enter them in the register."""

    drawn: tuple[tuple[FormDefinition, tuple[SheetValues, ...]], ...]
    wishes: tuple[IssueSheet, ...]


class PacketDesk(WeekendDesk):
    """What is asked of packets for unstaffed time."""

    def make_packet(self, *, supplement: bool = False) -> PacketPaper | Refused:
        """Make the packet up to the next staffed weekday, or an addition with only what is new.

        Protected persons are masked on paper whoever makes it. The paper is made before anything
        is durable: what fails to become a PDF takes no number.
        """
        draft = self._draft(supplement=supplement)
        if isinstance(draft, Refused):
            return draft
        with self.room() as room:
            sheets = self._sheets(room, draft)
            if isinstance(sheets, Refused):
                return sheets
            pdf, pages = self._bound(draft, sheets, draft.name)
            wish = MakePacket(
                packet=room.tools.new_id(),
                ends=draft.page.period.ends,
                pages=pages,
                supplement=draft.no,
                of=draft.earlier.packet if draft.no else None,
                sha256=hashlib.sha256(pdf).hexdigest(),
                cases=draft.cases,
                items=tuple(item for part in draft.parts for item in part.items),
            )
            act = acting.perform(room, (*sheets.wishes, wish))
            if isinstance(act, Refused):
                return act
            self._note_print(room, None, None, draft.title, len(wish.cases))
            renew(room)
        return PacketPaper(packet=wish.packet, **_told_of(draft, pdf, pages))

    def preview_packet(self, *, supplement: bool = False) -> PacketPreview | Refused:
        """Show what the packet, or an addition to it, would be: no number is taken, none is made.

        Each sheet says that it is no more than that.
        """
        draft = self._draft(supplement=supplement)
        if isinstance(draft, Refused):
            return draft
        with self.room() as room:
            sheets = self._sheets(room, draft)
        if isinstance(sheets, Refused):
            return sheets
        drawn = tuple(
            (form, tuple(replace(one, number="") for one in values))
            for form, values in sheets.drawn
        )
        shown = replace(sheets, drawn=drawn)
        pdf, pages = self._bound(draft, shown, f"Förhandsvisning, {draft.name}")
        self._note_list("helgpaket", len(draft.cases))
        return PacketPreview(**_told_of(draft, pdf, pages))

    def _draft(self, *, supplement: bool) -> _Draft | Refused:
        page = self._weekend_page(None)
        earlier = self._earlier(page)
        if supplement and earlier.packet is None:
            return Refused(reason=RefusalReason.NO_PACKET)
        no = earlier.additions + 1 if supplement else 0
        title = packet_title(page.period, page.at, no)
        known = earlier.items if supplement else frozenset[PacketItem]()
        parts = parts_of(page, self._binding(title, known))
        if supplement and not parts:
            return Refused(reason=RefusalReason.NOTHING_SINCE_PACKET)
        return _Draft(page=page, earlier=earlier, no=no, title=title, parts=parts)

    def packets(self) -> tuple[PacketRow, ...]:
        """Give the packets of the last month, and older ones whose paper is not shredded."""
        with self.outside.store.reading() as store:
            return packet_rows(store, self.now())

    def packet_lines(self, packet: UUID) -> int:
        """Count the rows that have come or changed since a packet and its additions were made."""
        page = self._weekend_page(None)
        earlier = self._earlier(page)
        if earlier.packet != packet:
            return 0
        parts = parts_of(page, self._binding("", earlier.items))
        return sum(len(part.items) for part in parts)

    def _binding(self, title: str, known: frozenset[PacketItem]) -> Binding:
        return Binding(foot=self._foot(), word=self.outside.word, title=title, known=known)

    def _earlier(self, page: WeekendPage) -> _Earlier:
        """Give the newest packet that holds as long as this one would, with its additions."""
        with self.outside.store.reading() as store:
            states = listed(store, SubjectKind.PACKET)
        made: list[tuple[UUID, PacketMade]] = [
            (one, state.made) for one, state in states if state.made is not None
        ]
        of_now = [(one, body) for one, body in made if body.ends == page.period.ends]
        first = next((one for one, body in reversed(of_now) if not body.supplement), None)
        if first is None:
            return _Earlier()
        whole = [body for one, body in of_now if first in (one, body.of)]
        return _Earlier(
            first,
            len(whole) - 1,
            frozenset(item for body in whole for item in body.items),
            frozenset(case for body in whole for case in body.cases),
        )

    def _sheets(self, room: Workroom, draft: _Draft) -> _Sheets | Refused:
        """Fill in forms for those who may need one, and some blank ones, each with its number."""
        skipped = draft.earlier.cases if draft.no else frozenset[UUID]()
        blanks = 0 if draft.no else _BLANKS
        drawn: list[tuple[FormDefinition, tuple[SheetValues, ...]]] = []
        wishes: list[IssueSheet] = []
        serial, origin = room.store.last_sheet_serial(), room.store.tail().origin
        for form in self.forms():
            filled: list[SheetValues] = []
            blank = (None,) * (blanks if form.number in _BLANK else 0)
            for case in (*_filled_for(form, draft.page, skipped), *blank):
                made = self._sheet_values(room, form, case)
                if isinstance(made, Refused):
                    continue
                serial += 1
                if serial > sheet_number.HIGHEST_ORDINARY:
                    return Refused(reason=RefusalReason.NUMBERS_USED_UP)
                number = sheet_number.make(origin, serial).digits
                filled.append(replace(made.values, number=number))
                wishes.append(
                    IssueSheet(
                        sheet=room.tools.new_id(),
                        number=number,
                        form=form.number,
                        form_version=form.version,
                        direction=form.direction,
                        medium=SheetMedium.PRINTED,
                        case=case,
                        person=made.person,
                        blank=case is None,
                        purpose="helgpaket",
                    )
                )
            if filled:
                drawn.append((form, tuple(filled)))
        return _Sheets(tuple(drawn), tuple(wishes))

    def _bound(self, draft: _Draft, sheets: _Sheets, name: str) -> tuple[bytes, int]:
        paper = self.outside.paper
        made = [paper.listing(part.document) for part in draft.parts]
        made += [paper.form(form, values) for form, values in sheets.drawn]
        return paper.bound(made, name)


class _Told(TypedDict):
    pdf: bytes
    title: str
    file_name: str
    pages: int
    persons: int
    protected: bool


def _told_of(draft: _Draft, pdf: bytes, pages: int) -> _Told:
    """Say what must be known of a packet before it leaves the house."""
    return _Told(
        pdf=pdf,
        title=draft.title,
        file_name=_file_name(draft.page, draft.no),
        pages=pages,
        persons=len(draft.cases),
        protected=any(case.masked for case in draft.page.people),
    )


def _filled_for(
    form: FormDefinition, page: WeekendPage, skipped: frozenset[UUID]
) -> tuple[UUID, ...]:
    """Give those for whom a form is filled in beforehand; never for a protected person."""
    if form.number not in _FILLED:
        return ()
    return tuple(
        one.case
        for one in (*page.home_before, *page.homeward, *page.to_short_term)
        if (one.ready_sent_at is not None or one.homecoming.called_at is not None)
        and not one.masked
        and one.case not in skipped
    )


def _file_name(page: WeekendPage, supplement: int) -> str:
    stamp = f"{to_local(page.at):%Y-%m-%d-%H%M}"
    return f"tillagg-{supplement}-{stamp}.pdf" if supplement else f"helgpaket-{stamp}.pdf"
