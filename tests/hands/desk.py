"""A desk in memory: enough of a morning to drive every screen, and a record of what was asked."""
# ruff: noqa: D102 – each method is told by the Desk protocol

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID, uuid4

from msgspec.structs import replace

from hands.cards import a_card
from hands.control import ControlInMemory
from hands.duty_desk import DutyInMemory
from hands.figures import A_KEY_LINE
from hands.joining_desk import JoiningInMemory
from hands.paper_out import A4_INCHES
from hands.pasting import PastingInMemory
from hands.rows import ANNA, NOW, STAFF, a_case, a_morning
from kontaktpunkt.domain.commands import (
    AcknowledgeMessage,
    Command,
    DeferMessage,
    FinishMessage,
    HandOverMessage,
    MarkMisdirected,
    TakeMessage,
)
from kontaktpunkt.domain.message_kind import Carrier, MessageKind
from kontaktpunkt.domain.paper.form import FormDefinition
from kontaktpunkt.domain.paper.form_folder import BrokenForm
from kontaktpunkt.domain.paper.printout import PageImage
from kontaktpunkt.domain.person.facts import PersonNumber
from kontaktpunkt.domain.profile import RuleProfile, layer_texts, load_profile
from kontaktpunkt.domain.profile.emergency import EmergencyWatch
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import MessageStage, PersonState, PolicyState
from kontaktpunkt.domain.times import HOUR, MINUTE, Instant
from kontaktpunkt.usecases.case_lines.emergency import EmergencyDuty
from kontaktpunkt.usecases.contacts.rows import Proposed, Register, WithUsPage
from kontaktpunkt.usecases.desk import (
    Changed,
    Done,
    Fate,
    FateKind,
    FolderLook,
    HandEntry,
    IssuedPaper,
    PaperPreview,
    PersonHit,
    PhoneLine,
    SetAsidePage,
    StoreInfo,
)
from kontaktpunkt.usecases.deviations.rows import DeviationPage, DeviationStanding
from kontaktpunkt.usecases.figures.rows import KeyLine
from kontaktpunkt.usecases.follow_up.listing import follow_up_page
from kontaktpunkt.usecases.follow_up.rows import FollowUpPage, FollowUpQuery, FollowUpWaiting
from kontaktpunkt.usecases.outages.work import OutageWatch
from kontaktpunkt.usecases.phone_lists.numbers import (
    NumbersPage,
    NumbersWaiting,
    numbers_waiting,
)
from kontaktpunkt.usecases.phone_lists.papers import PhoneListKind
from kontaktpunkt.usecases.reconciling.rows import RoundStamp
from kontaktpunkt.usecases.rows import (
    CasePage,
    CaseRow,
    InboxCounts,
    InboxPage,
    InboxQuery,
    InboxRow,
    InboxView,
    MessageCard,
    SearchHits,
    SheetRow,
    StaffRow,
)
from kontaktpunkt.usecases.weekend.rows import HandoverWaits

PROFILES = Path(__file__).parents[2] / "resources" / "profiles"


@dataclass
class DeskInMemory(ControlInMemory, DutyInMemory, JoiningInMemory, PastingInMemory):
    """Answers as the real desk does.

    `commands` is what was wished, `refuses` what it says no to, `before` a hook on each question.
    """

    rows: list[InboxRow] = field(default_factory=lambda: list(a_morning()))
    follow_ups: tuple[CaseRow, ...] = ()
    me: StaffRow = ANNA
    commands: list[Command] = field(default_factory=list[Command])
    refuses: RefusalReason | None = None
    drafts: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    preferences: dict[str, str] = field(default_factory=dict[str, str])
    stamp: RoundStamp | None = None
    asked: list[str] = field(default_factory=list[str])
    before: Callable[[str], None] = lambda _what: None
    demo: bool = True
    time: Instant = NOW
    taken_in: list[str] = field(default_factory=list[str])
    folder_looks: list[FolderLook] = field(default_factory=list[FolderLook])
    contacts: Register = field(default_factory=Register)
    numbers_page: NumbersPage = field(default_factory=NumbersPage)
    with_us_page: WithUsPage = field(default_factory=WithUsPage)
    proposed: tuple[Proposed, ...] = ()
    _undo: list[list[InboxRow]] = field(default_factory=list[list[InboxRow]])
    _profile: RuleProfile | None = None

    def _note(self, what: str) -> None:
        self.asked.append(what)
        self.before(what)

    def now(self) -> Instant:
        return self.time

    def be(self, staff: UUID) -> StaffRow:
        self.me = next(row for row in STAFF if row.staff == staff)
        return self.me

    def staff(self) -> tuple[StaffRow, ...]:
        return STAFF

    def info(self) -> StoreInfo:
        return StoreInfo(
            municipality="Lidköping",
            profile_title="Västra Götaland",
            system_name="SAMSA",
            demo=self.demo,
            recovery_printed=self.demo,
        )

    def profile(self) -> RuleProfile:
        if self._profile is None:
            texts = {place.stem: place.read_text("utf-8") for place in PROFILES.glob("*.toml")}
            self._profile = load_profile(layer_texts("lidkoping", texts))
        return self._profile

    def policy(self) -> PolicyState:
        return PolicyState(municipality="Lidköping", profile="lidkoping", demo=self.demo)

    def phone_line(self) -> PhoneLine:
        return PhoneLine(is_open=True, until=Instant(NOW + 170 * MINUTE))

    def emergency_duty(self) -> EmergencyDuty:
        watch = EmergencyWatch(since=NOW, until=Instant(NOW + 8 * HOUR), at_office=True)
        return EmergencyDuty(watches=(watch, EmergencyWatch(since=Instant(NOW + 8 * HOUR))))

    def handover_waits(self) -> HandoverWaits:
        return HandoverWaits()

    def outage_watches(self) -> tuple[OutageWatch, ...]:
        return ()

    def register(self) -> Register:
        return self.contacts

    def numbers(self) -> NumbersPage:
        return self.numbers_page

    def numbers_waiting(self) -> NumbersWaiting:
        return numbers_waiting(self.numbers_page)

    def phone_list(self, kind: PhoneListKind, unit: UUID | None = None) -> PaperPreview:
        return PaperPreview(pdf=f"{kind} {unit}".encode(), protected=False, title="Telefonlista")

    def with_us(self, person: UUID) -> WithUsPage:
        del person
        return self.with_us_page

    def proposed_receivers(self, person: UUID, kind: MessageKind | None) -> tuple[Proposed, ...]:
        del person, kind
        return self.proposed

    def key_line(self) -> KeyLine:
        return A_KEY_LINE

    def receivers(self) -> tuple[str, ...]:
        return ("Hemtjänst Centrum", "Hemtjänst Norr", "Vipans äldreboende")

    # --- inbox
    def inbox(self, query: InboxQuery, start: int, count: int) -> InboxPage:
        self._note(f"inbox {query.view.value} {query.text} {start}".rstrip())
        rows = self._matching(query)
        return InboxPage(start, tuple(rows[start : start + count]), len(rows))

    def inbox_place(self, query: InboxQuery, message: UUID) -> int | None:
        places = (
            place for place, row in enumerate(self._matching(query)) if row.message == message
        )
        return next(places, None)

    def last_reconciled(self) -> RoundStamp | None:
        return self.stamp

    def counts(self, query: InboxQuery) -> InboxCounts:
        by_view = {view: len(self._matching(replace(query, view=view))) for view in InboxView}
        untaken = self._matching(replace(query, view=InboxView.UNTAKEN))
        late = sum(1 for row in untaken if row.due_at is not None and row.due_at <= self.time)
        return InboxCounts(by_view=by_view, late=late, set_aside=1)

    def _matching(self, query: InboxQuery) -> list[InboxRow]:
        words = query.text.casefold().split()
        return [
            row
            for row in self.rows
            if self._stands_in(row, query.view) and all(word in _findable(row) for word in words)
        ]

    def _stands_in(self, row: InboxRow, view: InboxView) -> bool:
        is_open = row.stage is MessageStage.OPEN
        return {
            InboxView.UNTAKEN: is_open and row.owner is None,
            InboxView.MINE: is_open and row.owner == self.me.staff,
            InboxView.MY_UNIT: is_open and row.unit == self.me.unit,
            InboxView.ALL_OPEN: is_open,
            InboxView.WAITING: row.stage is MessageStage.WAITING,
            InboxView.DONE_TODAY: row.stage is MessageStage.DONE,
        }[view]

    def card(self, message: UUID) -> MessageCard | None:
        self._note(f"card {message.int}")
        row = next((row for row in self.rows if row.message == message), None)
        return a_card(row) if row is not None else None

    def original_text(self, message: UUID) -> str:
        self._note(f"original {message.int}")
        return '{\n  "resourceType": "Bundle",\n  "type": "message"\n}'

    # --- acts
    def act(self, *commands: Command) -> Done | Refused:
        self._note("act")
        self.commands.extend(commands)
        if self.refuses is not None:
            return Refused(reason=self.refuses)
        self._undo.append(list(self.rows))
        touched = {message for one in commands if (message := getattr(one, "message", None))}
        self.rows = [
            self._after(row, commands) if row.message in touched else row for row in self.rows
        ]
        return Done(
            act=uuid4(), changed=Changed(messages=frozenset(touched)), commands=tuple(commands)
        )

    def _after(self, row: InboxRow, commands: Sequence[Command]) -> InboxRow:
        for command in commands:
            if getattr(command, "message", None) == row.message:
                row = replace(row, **self._changes(command))
        return row

    def _changes(self, command: Command) -> dict[str, object]:
        """Give what a command changes in its row."""
        match command:
            case TakeMessage():
                return {"owner": self.me.staff, "owner_name": self.me.name, "due_at": None}
            case AcknowledgeMessage():
                return {"acknowledged_at": command.at or self.time, "marks": ()}
            case HandOverMessage():
                return {"owner": None, "owner_name": "", "receiver": command.to}
            case DeferMessage():
                return {"stage": MessageStage.WAITING, "due_at": command.until}
            case FinishMessage() | MarkMisdirected():
                return {"stage": MessageStage.DONE, "done_at": self.time}
            case _:
                return {"stage": MessageStage.OPEN, "done_at": None}

    def undo(self) -> Done | Refused:
        if not self._undo:
            return Refused(reason=RefusalReason.NOTHING_TO_TAKE_BACK)
        self.rows = self._undo.pop()
        return Done(act=uuid4(), changed=Changed(everything=True))

    def take_in(self, name: str, data: bytes, carrier: Carrier) -> Fate:
        del data, carrier
        self.taken_in.append(name)
        return Fate(name=name, outcome=FateKind.TAKEN_IN, kind=MessageKind.ADMISSION_NOTICE)

    def enter(self, entry: HandEntry) -> Done | Refused:
        del entry
        return Done(act=uuid4(), changed=Changed())

    def set_aside_rows(self) -> tuple[InboxRow, ...]:
        return tuple(row for row in self.rows if row.set_aside is not None and _is_open(row))

    def set_aside(self, message: UUID) -> SetAsidePage | None:
        del message
        return None

    def try_again(self, message: UUID) -> Fate | Refused:
        del message
        return Refused(reason=RefusalReason.NOT_SET_ASIDE)

    # --- persons and cases
    def case(self, case: UUID) -> CasePage | None:
        row = next((row for row in self.rows if row.case == case), None)
        if row is None:
            return None
        card = a_card(row)
        return CasePage(
            row=a_case(row),
            person=card.person or PersonState(),
            clocks=card.clocks,
            messages=(row,),
            timeline=card.timeline,
            steps=(),
            documentation=(),
        )

    def find_person(self, number_text: str) -> PersonHit | None:
        del number_text
        return None

    def read_number(self, number_text: str) -> PersonNumber | Refused:
        return Refused(reason=RefusalReason.BAD_NUMBER, values=(number_text,))

    def move_message(self, message: UUID, number_text: str, name: str) -> Done | Refused:
        del message, number_text, name
        return Refused(reason=RefusalReason.BAD_NUMBER)

    def search(self, text: str) -> SearchHits:
        self._note(f"search {text}")
        rows = [row for row in self.rows if row.case and text.casefold() in _findable(row)]
        return SearchHits(cases=tuple(map(a_case, rows[:50])), total=len(rows))

    def in_hospital(self) -> tuple[CaseRow, ...]:
        return tuple(a_case(row) for row in self.rows if row.case is not None)

    def follow_up(self, query: FollowUpQuery) -> FollowUpPage:
        cases = self.follow_ups or self.in_hospital()
        return follow_up_page(cases, query, self.profile(), self.now())

    def deviation_standing(self) -> DeviationStanding:
        return DeviationStanding()

    def deviations(self) -> DeviationPage:
        return DeviationPage(at=self.now())

    def follow_up_waiting(self) -> FollowUpWaiting:
        """Count as the screen would without a filter."""
        return self.follow_up(FollowUpQuery()).waiting

    # --- paper
    def broken_forms(self) -> tuple[BrokenForm, ...]:
        """Give the forms that are left out."""
        return ()

    def forms(self) -> tuple[FormDefinition, ...]:
        return ()

    def preview(self, form: str, case: UUID | None) -> PaperPreview | Refused:
        del form, case
        return Refused(reason=RefusalReason.UNKNOWN_FORM)

    def issue(
        self,
        form: str,
        case: UUID | None,
        *,
        saved: bool,
        purpose: str,
        outage: UUID | None = None,
    ) -> IssuedPaper | Refused:
        del form, case, saved, purpose, outage
        return Refused(reason=RefusalReason.UNKNOWN_FORM)

    def todays_list(self) -> PaperPreview:
        return PaperPreview(pdf=b"%PDF-", protected=True, title="Dagens lista")

    def print_noted(self, title: str, case: UUID | None, count: int) -> None:
        self._note(f"printed {title} {case} {count}")

    def recovery_sheet(self) -> PaperPreview:
        return PaperPreview(pdf=b"%PDF-", protected=False, title="Återställningsblad")

    def contingency_sheet(self) -> PaperPreview:
        return PaperPreview(pdf=b"%PDF-", protected=False, title="Nödläge: blad till reservpärmen")

    def sheets(self) -> tuple[SheetRow, ...]:
        return ()

    def page_sizes(self, pdf: bytes) -> Sequence[tuple[float, float]]:
        del pdf
        return (A4_INCHES,)

    def page_image(self, pdf: bytes, page: int, dpi: int) -> PageImage:
        del pdf, page, dpi
        return PageImage(width=2, height=2, rgb=bytes(12), stride=6)

    # --- drafts and preferences
    def draft(self, subject: str, field: str) -> str:
        return self.drafts.get((subject, field), "")

    def keep_draft(self, subject: str, field: str, text: str) -> None:
        self._note(f"draft {field}")
        if text:
            self.drafts[subject, field] = text
        else:
            self.drafts.pop((subject, field), None)

    def preference(self, key: str) -> str:
        return self.preferences.get(key, "")

    def keep_preference(self, key: str, value: str) -> None:
        self.preferences[key] = value

    def look_in_folder(self) -> FolderLook:
        self._note("look in folder")
        return self.folder_looks.pop(0) if self.folder_looks else FolderLook(watched=False)

    def change_mark(self) -> int:
        return 1


def _is_open(row: InboxRow) -> bool:
    return row.stage in (MessageStage.OPEN, MessageStage.WAITING)


def _findable(row: InboxRow) -> str:
    return f"{row.name} {row.hospital} {row.ward} {row.unit} {row.ward_phone}".casefold()
