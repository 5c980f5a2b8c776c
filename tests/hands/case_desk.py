"""A desk with rich cases, set-aside originals, persons and papers, for the other screens."""
# ruff: noqa: D102 – each method is told by the Desk protocol

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from msgspec.structs import replace

from hands.clocks import some_clocks
from hands.desk import DeskInMemory
from hands.paper_out import A4_INCHES
from hands.rows import ANNA, BO, NOW, a_case, a_number, a_row
from kontaktpunkt.domain.commands import Command
from kontaktpunkt.domain.events.case import (
    CallDirection,
    CallLogged,
    DeviationNoted,
    NoteAdded,
    StepDone,
)
from kontaktpunkt.domain.events.message import MessageTaken, MessageTakenIn
from kontaktpunkt.domain.events.office import SheetDirection
from kontaktpunkt.domain.ledger.body import Body
from kontaktpunkt.domain.message_kind import Carrier, MessageKind, SetAsideReason
from kontaktpunkt.domain.notice import Conversation, MessageIdentity, StayFacts
from kontaktpunkt.domain.paper.form import Block, Field, FormDefinition
from kontaktpunkt.domain.paper.form_folder import BrokenForm
from kontaktpunkt.domain.paper.printout import PageImage
from kontaktpunkt.domain.paper.sheet_number import make, show
from kontaktpunkt.domain.person.facts import PersonFacts, PersonNumber, Protection
from kontaktpunkt.domain.person.number import NumberFault, read_number
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.staff import OnWord, WithUs
from kontaktpunkt.domain.states import DocumentationItem, PersonState, StepState
from kontaktpunkt.domain.times import HOUR, Instant, local_day
from kontaktpunkt.usecases.desk import (
    Changed,
    Done,
    Fate,
    FateKind,
    HandEntry,
    IssuedPaper,
    PaperPreview,
    PersonHit,
    SetAsidePage,
)
from kontaktpunkt.usecases.outages.packet.rows import IssuedPacket
from kontaktpunkt.usecases.paper_rows import PlacedSheet
from kontaktpunkt.usecases.rows import (
    CasePage,
    CaseRow,
    InboxRow,
    SheetRow,
    TimelineEntry,
)

CASE = UUID(int=500_001)
OTHER = UUID(int=500_002)
PROTECTED = UUID(int=500_003)
NUMBER = a_number(date(1938, 5, 14), 3)
SET_ASIDE = UUID(int=7001)
NOT_TEXT = UUID(int=7002)
HOUR_AGO = Instant(NOW - HOUR)

WITH_US = WithUs(
    unit="Hemtjänst Norr",
    unit_phone="0510-77 00 00",
    unit_manager="Cilla Åström",
    unit_manager_phone="0510-77 01 01",
    nurse="Nina Norén",
    nurse_phone="0510-77 01 02",
)


def entry(
    number: int, body: Body, *, by: UUID | None = ANNA.staff, **more: object
) -> TimelineEntry:
    """Make a line of a timeline, an hour older for each number."""
    at = Instant(NOW - number * HOUR)
    names = {ANNA.staff: ANNA.name, BO.staff: BO.name}
    made = TimelineEntry(
        event=UUID(int=3000 + number),
        act=UUID(int=4000 + number),
        at=at,
        noted_at=at,
        by=by,
        by_name=names.get(by, "") if by else "",
        body=body,
    )
    return replace(made, **more)


def a_message(number: int, kind: MessageKind, text: str = "") -> MessageTakenIn:
    """Make a message that came in."""
    return MessageTakenIn(
        identity=MessageIdentity("samsa", "avd", str(number)),
        message_kind=kind,
        carrier=Carrier.FOLDER,
        sent_at=Instant(NOW - number * HOUR),
        stay=StayFacts(
            hospital="Skaraborgs sjukhus Lidköping",
            ward="Avd 3 medicin",
            ward_phone="0510-850 30",
            admitted_at=Instant(NOW - 50 * HOUR),
            expected_discharge=Instant(NOW + 26 * HOUR),
            track="gul",
            consent=True,
        ),
        conversation=Conversation(text=text),
        sender_name="Avd 3 medicin",
    )


def a_timeline() -> tuple[TimelineEntry, ...]:
    """Make a timeline of a stay: messages, acts, notes, calls, one withdrawn, one taken back."""
    words = "Behöver hjälp vid förflyttning. Bor ensam, dottern har nyckel. Vill gärna komma hem."
    ready = a_message(3, MessageKind.READINESS_NOTICE)
    admitted = a_message(46, MessageKind.ADMISSION_NOTICE, words)
    called = CallLogged(
        direction=CallDirection.OUT,
        counterpart="Avd 3 medicin",
        phone="0510-850 30",
        read_back=True,
        text="Medicinlista följer med hem.",
    )
    return (
        entry(1, NoteAdded(text="Dottern möter upp hemma."), can_take_back=True),
        entry(2, called, can_take_back=True),
        entry(
            3, ready, by=None, message=UUID(int=8003), message_kind=ready.message_kind, struck=True
        ),
        entry(5, StepDone(step="planning_caseworker"), by=BO.staff),
        entry(9, NoteAdded(text="Skrevs på fel person."), struck=True),
        entry(11, DeviationNoted(code="late", text="Kom sent")),
        entry(30, MessageTaken(staff=ANNA.staff)),
        entry(46, admitted, by=None, message=UUID(int=8046), message_kind=admitted.message_kind),
    )


def a_page(case: UUID = CASE, **changes: object) -> CasePage:
    """Make the page of a case in hospital; what is given replaces what is invented."""
    row = a_row(3, case=case, name="Karin Övergaard", number=NUMBER)
    page = CasePage(
        row=replace(
            a_case(row),
            admitted_at=Instant(NOW - 50 * HOUR),
            expected_discharge=Instant(NOW + 26 * HOUR),
            expected_before=Instant(NOW + 2 * HOUR),
        ),
        person=PersonState(
            numbers=(NUMBER,),
            given_name="Karin",
            family_name="Övergaard",
            birth_date=date(1938, 5, 14),
            with_us=WITH_US,
        ),
        clocks=some_clocks(NOW),
        messages=(row,),
        timeline=a_timeline(),
        steps=(
            StepState("planning_caseworker", done=True, by=BO.staff, at=HOUR_AGO),
            StepState(
                "call_home",
                done=True,
                by=ANNA.staff,
                at=HOUR_AGO,
                on_word=OnWord(name="Cilla Åström", phone="0510-77 01 01"),
            ),
        ),
        documentation=(
            DocumentationItem(
                UUID(int=61),
                "SAMSA",
                "Hemtjänst startar 4 mars kl 12, fyra besök per dag.",
                HOUR_AGO,
            ),
        ),
        other_cases=(replace(a_case(a_row(4, case=OTHER)), is_open=False),),
        sheets=(SheetRow(sheet=UUID(int=71), number="001000017", form="R2", issued_at=HOUR_AGO),),
    )
    return replace(page, **changes)


def a_form() -> FormDefinition:
    """Make a small form."""
    return FormDefinition(
        number="R2",
        version="1",
        title="Inskrivningsmeddelande, mottaget per telefon",
        direction=SheetDirection.TOLD_BY_PHONE,
        block=(Block(key="person", title="Person", field=(Field(key="name", label="Namn"),)),),
    )


@dataclass
class CaseDesk(DeskInMemory):
    """The desk in memory, with more behind each door."""

    pages: dict[UUID, CasePage] = field(default_factory=lambda: {CASE: a_page()})
    sheet_forms: tuple[FormDefinition, ...] = field(default_factory=lambda: (a_form(),))
    broken: tuple[BrokenForm, ...] = ()
    entered: list[HandEntry] = field(default_factory=list[HandEntry])
    moved: list[tuple[UUID, str, str]] = field(default_factory=list[tuple[UUID, str, str]])
    known: dict[str, PersonHit] = field(default_factory=dict[str, PersonHit])
    noted: list[tuple[str, UUID | None, int]] = field(
        default_factory=list[tuple[str, UUID | None, int]]
    )
    given_in: list[UUID | None] = field(default_factory=list[UUID | None])
    issued: list[tuple[str, UUID | None, bool]] = field(
        default_factory=list[tuple[str, UUID | None, bool]]
    )
    originals: dict[UUID, SetAsidePage] = field(default_factory=lambda: dict(_originals()))
    protected_paper: bool = False
    paper_sizes: tuple[tuple[float, float], ...] = (A4_INCHES,)
    folder: str = ""

    def act(self, *commands: Command) -> Done | Refused:
        done = super().act(*commands)
        if isinstance(done, Refused):
            return done
        return replace(
            done, changed=Changed(cases=frozenset(self.pages), messages=done.changed.messages)
        )

    def case(self, case: UUID) -> CasePage | None:
        self._note(f"case {case.int}")
        return self.pages.get(case) or super().case(case)

    def enter(self, entry: HandEntry) -> Done | Refused:
        if self.refuses is not None:
            return Refused(reason=self.refuses)
        self.entered.append(entry)
        return Done(act=uuid4(), changed=Changed())

    def read_number(self, number_text: str) -> PersonNumber | Refused:
        read = read_number(number_text, local_day(self.time))
        if isinstance(read, NumberFault):
            return Refused(reason=RefusalReason.BAD_NUMBER, values=(read.reason.value,))
        return read

    def find_person(self, number_text: str) -> PersonHit | None:
        self._note(f"person {number_text}")
        read = self.read_number(number_text)
        return self.known.get(read.value) if isinstance(read, PersonNumber) else None

    def move_message(self, message: UUID, number_text: str, name: str) -> Done | Refused:
        read = self.read_number(number_text)
        if isinstance(read, Refused):
            return read
        self.moved.append((message, number_text, name))
        return Done(act=uuid4(), changed=Changed(everything=True))

    def set_aside_rows(self) -> tuple[InboxRow, ...]:
        self._note("set aside rows")
        return tuple(
            a_row(
                6,
                message=page.message,
                kind=None,
                set_aside=page.reason,
                case=None,
                person=None,
                name="",
                number=None,
                birth_date=None,
                file_name=page.file_name,
                received_at=page.received_at,
            )
            for page in self.originals.values()
        )

    def set_aside(self, message: UUID) -> SetAsidePage | None:
        self._note(f"set aside {message.int}")
        return self.originals.get(message)

    def try_again(self, message: UUID) -> Fate | Refused:
        self._note(f"try again {message.int}")
        page = self.originals.get(message)
        if page is None:
            return Refused(reason=RefusalReason.NOT_SET_ASIDE)
        return Fate(
            name=page.file_name,
            outcome=FateKind.KNOWN_SET_ASIDE,
            message=message,
            reason=page.reason,
        )

    def broken_forms(self) -> tuple[BrokenForm, ...]:
        """Give the forms that are left out."""
        return self.broken

    def forms(self) -> tuple[FormDefinition, ...]:
        return self.sheet_forms

    def preview(self, form: str, case: UUID | None) -> PaperPreview | Refused:
        self._note(f"preview {form} {case.int if case else ''}".rstrip())
        return PaperPreview(
            pdf=b"%PDF-preview", protected=self.protected_paper and case is not None, title=form
        )

    def issue(
        self,
        form: str,
        case: UUID | None,
        *,
        saved: bool,
        purpose: str,
        outage: UUID | None = None,
    ) -> IssuedPaper | Refused:
        self.given_in.append(outage)
        self._note(f"issue {form}")
        if self.refuses is not None:
            return Refused(reason=self.refuses)
        self.issued.append((form, case, saved))
        return IssuedPaper(
            pdf=b"%PDF-1.7 issued " + purpose.encode(),
            number="001 00002 5",
            sheet=UUID(int=72),
            title=f"{form} nr 001000025",
            file_name="R2-001000025.pdf",
            sheets=(PlacedSheet(sheet=UUID(int=72), number="001000025", first_page=0, pages=1),),
        )

    def issue_fillable(
        self, form: str, case: UUID | None, *, purpose: str, outage: UUID | None = None
    ) -> IssuedPaper | Refused:
        issued = self.issue(form, case, saved=True, purpose=f"fillable {purpose}", outage=outage)
        self._note(f"fillable {form}")
        return issued

    def preview_many(self, form: str, cases: Sequence[UUID]) -> PaperPreview | Refused:
        self._note(f"preview {form} for {len(cases)}")
        return PaperPreview(pdf=b"%PDF-1.7", protected=False, title=f"{form} för {len(cases)}")

    def issue_many(
        self,
        form: str,
        cases: Sequence[UUID],
        *,
        saved: bool,
        purpose: str,
        outage: UUID | None = None,
    ) -> IssuedPacket | Refused:
        self.given_in.append(outage)
        self._note(f"issue {form} for {len(cases)} {purpose}")
        if self.refuses is not None:
            return Refused(reason=self.refuses)
        self.issued.extend((form, case, saved) for case in cases)
        return a_packet(self.paper_sizes)

    def paper_again(self, sheet: UUID) -> IssuedPaper | Refused:
        self._note(f"again {sheet.int}")
        number = next(row.number for row in self.sheets() if row.sheet == sheet)
        return IssuedPaper(
            pdf=b"%PDF-1.7 again",
            number=show(number),
            sheet=sheet,
            title="R2",
            file_name="R2.pdf",
            sheets=(PlacedSheet(sheet=sheet, number=number, first_page=0, pages=1),),
        )

    def print_noted(self, title: str, case: UUID | None, count: int) -> None:
        self.noted.append((title, case, count))

    def sheets(self) -> tuple[SheetRow, ...]:
        return (
            SheetRow(
                sheet=UUID(int=71),
                number="001000017",
                form="R2",
                name="Karin Övergaard",
                issued_at=HOUR_AGO,
                issued_by_name=ANNA.name,
            ),
            SheetRow(
                sheet=UUID(int=70),
                number="001000009",
                form="R2",
                blank=True,
                issued_at=HOUR_AGO,
                voided=True,
            ),
            SheetRow(
                sheet=UUID(int=69),
                number="001000033",
                form="R2",
                blank=True,
                issued_at=HOUR_AGO,
                not_on_paper=True,
            ),
        )

    def page_sizes(self, pdf: bytes) -> Sequence[tuple[float, float]]:
        del pdf
        return self.paper_sizes

    def page_image(self, pdf: bytes, page: int, dpi: int) -> PageImage:
        self._note(f"page {page} {dpi} {len(pdf)}")
        width, height = (round(inches * dpi) for inches in self.paper_sizes[page])
        return PageImage(width, height, bytes((250,)) * (width * height * 3), width * 3)

    def drop_folder(self) -> str:
        return self.folder

    def watch_folder(self, folder: str) -> None:
        self.folder = folder

    def in_hospital(self) -> tuple[CaseRow, ...]:
        self._note("in hospital")
        return super().in_hospital()


def a_packet(sizes: Sequence[tuple[float, float]]) -> IssuedPacket:
    """Give a packet whose first page is a list and whose others are numbered sheets."""
    return IssuedPacket(
        pdf=b"%PDF-1.7 packet",
        title="Paketet",
        file_name="paketet.pdf",
        pages=len(sizes),
        persons=1,
        protected=False,
        sheets=tuple(
            PlacedSheet(sheet=UUID(int=80 + at), number=make(1, at).digits, first_page=at, pages=1)
            for at in range(1, len(sizes))
        ),
    )


def known_person(number: PersonNumber, **changes: object) -> PersonHit:
    """Make a person that is known by her number, with a case going on."""
    hit = PersonHit(
        person=UUID(int=901),
        facts=PersonFacts(
            given_name="Karin", family_name="Övergaard", birth_date=date(1938, 5, 14)
        ),
        cases=(replace(a_case(a_row(3, case=CASE)), number=number),),
    )
    return replace(hit, **changes)


def _originals() -> tuple[tuple[UUID, SetAsidePage], ...]:
    text = '{\n  "resourceType": "Patient",\n  "name": [{"text": "Sven Ek"}]\n}'
    seen = PersonFacts(
        numbers=(NUMBER,), given_name="Sven", family_name="Ek", protection=Protection.NONE
    )
    return (
        (
            SET_ASIDE,
            SetAsidePage(
                message=SET_ASIDE,
                reason=SetAsideReason.NO_EVENT,
                place="entry[0]",
                file_name="patient.json",
                size=1840,
                received_at=HOUR_AGO,
                text=text,
                seen_person=seen,
            ),
        ),
        (
            NOT_TEXT,
            SetAsidePage(
                message=NOT_TEXT,
                reason=SetAsideReason.NOT_TEXT,
                place="",
                file_name="inskannat_meddelande_fran_avdelning_51_ortopedi_2026-03-03.pdf",
                size=240_000,
                received_at=HOUR_AGO,
                text="",
            ),
        ),
    )
