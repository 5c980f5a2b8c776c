"""Uses a contingency copy with nothing else alive: no store, no network, no settings."""

from collections.abc import Sequence
from getpass import getuser
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec

from kontaktpunkt.bootstrap.clocks import SystemChance, SystemClock
from kontaktpunkt.bootstrap.contingency import places
from kontaktpunkt.bootstrap.contingency.drawing import Drawing
from kontaktpunkt.bootstrap.shelf import DataShelf, PdfPaper
from kontaktpunkt.domain.events.office import SheetMedium
from kontaktpunkt.domain.ledger.subjects import time_ordered_id
from kontaktpunkt.domain.paper import sheet_number
from kontaktpunkt.domain.paper.printout import PageImage
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.secrets.contingency import locks
from kontaktpunkt.secrets.contingency.copy_file import CopyHead, SealedCopy, with_before
from kontaktpunkt.secrets.contingency.locks import FindKeyRing
from kontaktpunkt.secrets.contingency.logbook_file import (
    LOGBOOK_FILE,
    append_lines,
    read_logbook,
)
from kontaktpunkt.secrets.contingency.numbers import take_numbers
from kontaktpunkt.secrets.key_ring import system_key_ring
from kontaktpunkt.usecases.contingency.logbook import (
    Began,
    CameOut,
    Ended,
    Entry,
    Gave,
    NotOut,
    Saw,
)
from kontaktpunkt.usecases.contingency.packet import ContingencyPacket, PersonKept, read_packet
from kontaktpunkt.usecases.contingency.practice import practice_packet
from kontaktpunkt.usecases.contingency.rows import (
    CopyFound,
    CopyPage,
    CopyPaper,
    CopyWish,
    FormInCopy,
)
from kontaktpunkt.usecases.failures import Obstacle, Unavailable
from kontaktpunkt.usecases.ports import Chance, Clock
from kontaktpunkt.wording.contingency import (
    NOT_NOTED,
    NUMBERS_BY_HAND,
    flaw_words,
)

_THOUSAND: Final = 1000
_ID: Final = 10


class CopyRoom:
    """One use of one copy; everything is written beside the copy, and said where it cannot be."""

    def __init__(
        self,
        named: Path,
        clock: Clock | None = None,
        chance: Chance | None = None,
        find_ring: FindKeyRing = system_key_ring,
    ) -> None:
        """`named` is the copy's file, or the folder or store that it lies in."""
        self._file = places.copy_file(named)
        self._clock = clock or SystemClock()
        self._chance = chance or SystemChance()
        self._find_ring = find_ring
        self._paper = PdfPaper()
        self._found: SealedCopy | None = None
        self._key = b""
        self._drawing: Drawing | None = None
        self._session = self._new_id()
        self._ended = True
        self._exercise = False
        self._told: dict[str, None] = {}

    def now(self) -> Instant:
        """Give the present."""
        return self._clock.now()

    def look(self) -> CopyFound:
        """Say which copy there is, before it is opened."""
        found, flaw = with_before(self._file)
        self._found = found
        said = flaw_words(flaw.value, has_other=found is not None) if flaw is not None else ""
        if found is None:
            return CopyFound(place=str(self._file), flaw=said)
        return CopyFound(
            place=str(found.file),
            made_at=found.head.made_at,
            flaw=said,
            needs_passphrase=self._free_key(found) is None,
        )

    def open(self, passphrase: str, name: str, *, exercise: bool) -> CopyPage:
        """Open the copy for somebody, note that, and that the list was shown."""
        if self._found is None:
            self.look()
        found = self._found
        if found is None:
            raise Unavailable(Obstacle.NO_STORE, "NO_COPY")
        packet, by_passphrase = self._unsealed(found, passphrase)
        if exercise:
            packet = practice_packet(packet, next(iter(DataShelf().exercises()), None), self.now())
        self._drawing = Drawing(self._paper, packet, name, exercise=exercise)
        self._exercise = exercise
        self._ended = False
        began = Began(
            session=self._session,
            at=self.now(),
            name=name,
            os_account=_account(),
            copy_made_at=packet.made_at,
            by_passphrase=by_passphrase,
            exercise=exercise,
        )
        self._note(began, self._saw("nödläge: på sjukhus", packet.people, on_paper=False))
        return _page(packet, self._drawing.titles(self.now()), exercise=exercise)

    def told(self) -> tuple[str, ...]:
        """Say what must be told of what could not be written so far."""
        return tuple(self._told)

    def show(self, case: UUID) -> None:
        """Note that somebody was looked at."""
        person = self._packet.of(case)
        if person is not None and not self._exercise:
            persons = () if person.person is None else (person.person,)
            saw = Saw(
                session=self._session, at=self.now(), title="nödläge", persons=persons, case=case
            )
            self._note(saw)

    def everything(self) -> CopyWish:
        """Give every list, the forms filled in for whom they are meant, and the stock of blanks."""
        packet = self._packet
        return CopyWish(
            lists=tuple(range(1 + len(packet.phone_lists))),
            filled=tuple((form, one.case) for one in packet.people for form in one.forms),
            blanks=tuple(packet.blanks.items()),
        )

    def preview(self, wish: CopyWish) -> CopyPaper:
        """Show what would be put on paper; takes no number."""
        return self._drawing_now.draw(wish, self.now())

    def make(self, wish: CopyWish, medium: SheetMedium) -> CopyPaper:
        """Put on paper: numbers are taken before it is drawn, and noted when it is."""
        numbers = () if self._exercise else self._numbers(wish.sheets)
        packet, now = self._packet, self.now()
        sheets = list(self._drawing_now.sheets_of(wish))
        ids = [self._new_id() for _ in sheets]
        paper = self._drawing_now.draw(wish, now, numbers, ids)
        entries: list[Entry] = [self._listed(packet, place) for place in wish.lists]
        given = iter(numbers)
        for sheet, (form, whom) in zip(ids, sheets, strict=True):
            # A dummy is nobody's case: the ledger is told of the paper alone.
            case = None if self._exercise else whom
            person = packet.of(case) if case is not None else None
            entries.append(
                Gave(
                    session=self._session,
                    at=now,
                    sheet=sheet,
                    form=form.number,
                    form_version=form.version,
                    direction=form.direction,
                    medium=medium,
                    number=next(given, ""),
                    case=case,
                    person=person.person if person is not None else None,
                )
            )
        self._note(*entries)
        return msgspec.structs.replace(paper, told=self.told())

    def note_out(self, sheets: Sequence[UUID], *, out: bool) -> None:
        """Note of papers that were made that they did not come out; or, later, that they did."""
        kind = CameOut if out else NotOut
        if sheets and not self._exercise:
            self._note(kind(session=self._session, at=self.now(), sheets=tuple(sheets)))

    def page_sizes(self, pdf: bytes) -> Sequence[tuple[float, float]]:
        """Give the width and height of each page in inches."""
        return self._paper.page_sizes(pdf)

    def page_image(self, pdf: bytes, page: int, dpi: int) -> PageImage:
        """Draw one page, counted from 0, as a picture."""
        return self._paper.page_image(pdf, page, dpi)

    def end(self) -> None:
        """Note that the copy is closed again; once is enough."""
        if not self._ended:
            self._ended = True
            self._note(Ended(session=self._session, at=self.now()))

    # --- opening -----------------------------------------------------------------------------
    @property
    def _drawing_now(self) -> Drawing:
        if self._drawing is None:
            raise Unavailable(Obstacle.KEY_LOCKED, "COPY_NOT_OPEN")
        return self._drawing

    @property
    def _packet(self) -> ContingencyPacket:
        return self._drawing_now.packet

    def _free_key(self, found: SealedCopy) -> bytes | None:
        """Give the key that needs no passphrase, if it opens this copy."""
        key = locks.key_of(found.head.locks, self._find_ring)
        return key if key is not None and found.opened(key) is not None else None

    def _unsealed(self, found: SealedCopy, passphrase: str) -> tuple[ContingencyPacket, bool]:
        key = self._free_key(found)
        by_passphrase = key is None or bool(passphrase)
        if key is None or passphrase:
            # Typed although the key ring would do: the passphrase is being tried.
            key = locks.key_under(found.head.locks, passphrase)
        content = found.opened(key)
        packet = None if content is None else read_packet(content)
        if packet is None:
            raise Unavailable(Obstacle.STORE_DAMAGED, "COPY")
        self._key = key
        return packet, by_passphrase

    # --- numbers and notes -------------------------------------------------------------------
    def _numbers(self, count: int) -> tuple[str, ...]:
        """Take numbers; those that cannot be kept count of are left to write by hand."""
        found = self._found
        if count == 0 or found is None:
            return ()
        head = found.head
        least = max(head.next_number, self._highest_noted() + 1)
        serials = take_numbers(found.file.parent, count, least, head.last_number)
        if len(serials) < count:
            self._told[NUMBERS_BY_HAND] = None
        return tuple(sheet_number.make(head.workstation, one).digits for one in serials)

    def _highest_noted(self) -> int:
        """Give the highest serial in the logbook: a count that was lost never starts over."""
        head = self._found.head if self._found is not None else None
        book = read_logbook(self._file.with_name(LOGBOOK_FILE))
        if head is None or book is None or book.locks.label != head.locks.label:
            return 0
        texts, _lost = book.opened(self._key)
        serials = [0]
        for text in texts:
            entry = _gave(text)
            number = sheet_number.parse(entry.number) if entry is not None else None
            if isinstance(number, sheet_number.SheetNumber) and _is_of(head, number):
                serials.append(number.serial)
        return max(serials)

    def _note(self, *entries: Entry) -> None:
        found = self._found
        if found is None:
            return
        texts = tuple(msgspec.json.encode(entry) for entry in entries)
        try:
            append_lines(found.file.parent, found.head.locks, self._key, texts, self._chance)
        except Unavailable:
            self._told[NOT_NOTED] = None

    def _saw(self, title: str, people: Sequence[PersonKept], *, on_paper: bool) -> Saw:
        persons = tuple(one.person for one in people if one.person is not None)
        return Saw(
            session=self._session,
            at=self.now(),
            title=title,
            persons=persons,
            count=0 if self._exercise else len(people),
            on_paper=on_paper,
        )

    def _listed(self, packet: ContingencyPacket, place: int) -> Saw:
        people = packet.people if place == 0 else ()
        return self._saw(self._drawing_now.titles(self.now())[place], people, on_paper=True)

    def _new_id(self) -> UUID:
        return time_ordered_id(self._clock.now() // _THOUSAND, self._chance.draw(_ID))


def _is_of(head: CopyHead, number: sheet_number.SheetNumber) -> bool:
    in_range = head.first_number <= number.serial <= head.last_number
    return in_range and number.workstation == head.workstation


def _gave(text: bytes) -> Gave | None:
    try:
        entry: Entry = msgspec.json.decode(text, type=Entry)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return entry if isinstance(entry, Gave) else None


def _page(packet: ContingencyPacket, titles: tuple[str, ...], *, exercise: bool) -> CopyPage:
    return CopyPage(
        made_at=packet.made_at,
        made_by=packet.made_by,
        municipality=packet.municipality,
        demo=packet.demo,
        exercise=exercise,
        people=packet.people,
        lists=titles,
        forms=tuple(
            FormInCopy(
                number=form.number, title=form.title, blanks=packet.blanks.get(form.number, 0)
            )
            for form in packet.forms
        ),
    )


def _account() -> str:
    try:
        return getuser()
    except (OSError, KeyError):
        # An account without a name, as in a bare container.
        return ""
