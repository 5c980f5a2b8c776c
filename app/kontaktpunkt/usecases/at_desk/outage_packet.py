"""The packet of a stop at a desk: planned, previewed without numbers, made in one act."""

from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from kontaktpunkt.domain.commands import IssueSheet
from kontaktpunkt.domain.events.office import SheetMedium
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.paper.exercise_number import show_number
from kontaktpunkt.domain.paper.form import FormDefinition
from kontaktpunkt.domain.paper.printout import (
    BoundPapers,
    FormCopies,
    ListDocument,
    PacketPart,
    SheetValues,
)
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.states import OutageState
from kontaktpunkt.domain.times import Instant, to_local
from kontaktpunkt.usecases import acting
from kontaktpunkt.usecases.at_desk.exercises import ExerciseDesk
from kontaktpunkt.usecases.joining.joined import Looking
from kontaktpunkt.usecases.keeping.listing import listed
from kontaktpunkt.usecases.keeping.renew import renew
from kontaktpunkt.usecases.keeping.workroom import Workroom
from kontaktpunkt.usecases.outages.numbering import next_numbers
from kontaktpunkt.usecases.outages.packet.contents import (
    EXPECTED_DAYS,
    PEOPLE,
    FilledForm,
    PacketContents,
    Recipe,
    packet_contents,
)
from kontaktpunkt.usecases.outages.packet.knowledge import moment_words
from kontaktpunkt.usecases.outages.packet.lists import contents_list, people_list
from kontaktpunkt.usecases.outages.packet.people import PacketPerson
from kontaktpunkt.usecases.outages.packet.placing import placed
from kontaktpunkt.usecases.outages.packet.rows import (
    IssuedPacket,
    OutagePacketPlan,
    PacketShown,
    PlannedBlanks,
    PlannedForm,
    PlannedList,
)
from kontaktpunkt.usecases.outages.packet.stop_log import values_of_stop
from kontaktpunkt.usecases.showing.filling import moment_of, values_of_ours

_PURPOSE: Final = "driftstoppspaket"


class _Copy(Struct, frozen=True):
    """One copy of a form in a packet, and whom it is for."""

    form: FormDefinition
    values: SheetValues
    for_whom: FilledForm | None = None


class _Draft(Struct, frozen=True, kw_only=True):
    """A packet before it is drawn: its first page and lists by key, and each copy of a form.

    `people` are those of the list, which tells the numbers of their forms once they are taken.
    """

    title: str
    first: ListDocument
    lists: Mapping[str, ListDocument]
    people: tuple[PacketPerson, ...]
    copies: tuple[_Copy, ...]
    exercise: bool
    persons: int
    protected: bool
    left_out: int


class OutagePacketDesk(ExerciseDesk):
    """What is asked of the packet of a stop."""

    def outage_packet(self, outage: UUID) -> OutagePacketPlan | Refused:
        """Give what the packet of a stop would hold now; noted as a list in the access log."""
        with self.reading() as reading:
            state = _open_stop(reading, outage)
            if isinstance(state, Refused):
                return state
            contents = self._contents(reading, state)
        self._note_list(_PURPOSE, contents.persons)
        return _plan(outage, state, contents, self.now())

    def preview_outage_packet(self, plan: OutagePacketPlan) -> PacketShown | Refused:
        """Show the packet as planned, made of what is known now; no number is taken."""
        with self.reading() as reading:
            state = _open_stop(reading, plan.outage)
            if isinstance(state, Refused):
                return state
            draft = self._packet_draft(reading, plan, state)
        bound = self._packet_drawn(draft, draft.copies, "Förhandsvisning")
        self._note_list(_PURPOSE, draft.persons)
        return PacketShown(
            pdf=bound.pdf,
            title=draft.title,
            pages=sum(bound.pages),
            persons=draft.persons,
            protected=draft.protected,
            protected_sheets=tuple(
                f"{one.form.number} {one.for_whom.name}"
                for one in draft.copies
                if one.for_whom is not None and one.values.protected
            ),
            left_out=draft.left_out,
        )

    def issue_outage_packet(self, plan: OutagePacketPlan, *, saved: bool) -> IssuedPacket | Refused:
        """Make the packet as planned: all its numbers are taken in one act, or none.

        It is drawn before anything is durable: what fails to become a PDF takes no number.
        """
        with self.room() as room:
            state = _open_stop(room, plan.outage)
            if isinstance(state, Refused):
                return state
            draft = self._packet_draft(room, plan, state)
            numbers = next_numbers(room, plan.outage, len(draft.copies))
            if isinstance(numbers, Refused):
                return numbers
            copies = [
                replace(one, values=replace(one.values, number=number))
                for one, number in zip(draft.copies, numbers, strict=True)
            ]
            bound = self._packet_drawn(draft, copies, "Driftstoppspaket")
            stop = (plan.outage, state)
            wishes = tuple(self._wish(room, stop, one, saved=saved) for one in copies)
            if wishes:
                act = acting.perform(room, wishes)
                if isinstance(act, Refused):
                    return act
            self._note_print(room, None, None, draft.title, draft.persons)
            renew(room)
        return IssuedPacket(
            pdf=bound.pdf,
            title=draft.title,
            file_name=_file_name(state, self.now()),
            pages=sum(bound.pages),
            persons=draft.persons,
            protected=draft.protected,
            sheets=placed(bound, 1 + len(draft.lists), wishes),
        )

    def _contents(self, looking: Looking, state: OutageState) -> PacketContents:
        people = self.dummies_of(state) if state.exercise else None
        return packet_contents(looking, self._recipe(state), people)

    def _recipe(self, state: OutageState) -> Recipe:
        return Recipe(
            forms=self.forms(),
            profile=self.profile(),
            ours=values_of_ours(self._ours()),
            foot=replace(self._foot(), exercise=state.exercise),
            now=self.now(),
            days=self.rules.days,
            word=self.outside.word,
            me=self.my_id,
            stop=values_of_stop(state, self.profile().count("fallback_after_minutes")),
        )

    def _packet_draft(self, looking: Looking, plan: OutagePacketPlan, state: OutageState) -> _Draft:
        """Choose from what is known now what the plan names; not who has come since."""
        contents = self._contents(looking, state)
        lists = {one.key for one in plan.lists if one.chosen}
        filled = {(one.form, one.case) for one in plan.filled if one.chosen}
        counts = {one.form: one.count for one in plan.blanks}
        kept = {key: document for key, document in contents.lists if key in lists}
        copies = [
            _Copy(one.form, one.values, one)
            for one in contents.filled
            if (one.form.number, one.case) in filled
        ]
        for stock in contents.blanks:
            copies += [_Copy(stock.form, stock.values)] * counts.get(stock.form.number, 0)
        # Filled in and blank copies of a form lie together, in the order of the forms.
        order = {form.number: at for at, form in enumerate(self.forms())}
        copies.sort(key=lambda one: order[one.form.number])
        first = self._first_page(state, tuple(kept.values()), copies)
        return _Draft(
            title=_title(state),
            first=first,
            lists=kept,
            people=contents.people,
            copies=tuple(copies),
            exercise=state.exercise,
            persons=contents.persons if PEOPLE in lists else len({c for _, c in filled}),
            protected=contents.protected,
            left_out=contents.left_out,
        )

    def _first_page(
        self, state: OutageState, lists: Sequence[ListDocument], copies: Sequence[_Copy]
    ) -> ListDocument:
        held = [(one.title, sum(len(group.rows) for group in one.groups)) for one in lists]
        for form in self.forms():
            mine = [one for one in copies if one.form.number == form.number]
            named = f"{form.number} {form.title}"
            filled = sum(one.for_whom is not None for one in mine)
            counted = ((f"{named}, ifyllda", filled), (f"{named}, tomma", len(mine) - filled))
            held += [(title, count) for title, count in counted if count]
        foot = replace(self._foot(), exercise=state.exercise)
        return contents_list(_what(state, self.now()), held, foot, exercise=state.exercise)

    def _packet_drawn(self, draft: _Draft, copies: Sequence[_Copy], name: str) -> BoundPapers:
        parts: list[PacketPart] = [draft.first]
        for key, document in draft.lists.items():
            parts.append(self._with_sheets(draft, copies) if key == PEOPLE else document)
        for form in self.forms():
            mine = tuple(one.values for one in copies if one.form.number == form.number)
            if mine:
                parts.append(FormCopies(form=form, sheets=mine))
        return self.outside.paper.packet(parts, draft.title, name)

    def _with_sheets(self, draft: _Draft, copies: Sequence[_Copy]) -> ListDocument:
        """Make the list of who is in hospital, each with her forms and their numbers."""
        sheets: dict[UUID, list[str]] = {}
        for one in copies:
            if one.for_whom is not None:
                number = show_number(one.values.number) if one.values.number else ""
                sheets.setdefault(one.for_whom.case, []).append(f"{one.form.number} {number}")
        days = self.profile().count(EXPECTED_DAYS)
        return people_list(draft.people, draft.first.foot, self.now(), days, sheets)

    def _wish(
        self, room: Workroom, outage: tuple[UUID, OutageState], one: _Copy, *, saved: bool
    ) -> IssueSheet:
        # Whom practice is about exists nowhere: its papers concern no case.
        whom = None if outage[1].exercise else one.for_whom
        return IssueSheet(
            sheet=room.tools.new_id(),
            number=one.values.number,
            form=one.form.number,
            form_version=one.form.version,
            direction=one.form.direction,
            medium=SheetMedium.SAVED if saved else SheetMedium.PRINTED,
            case=whom.case if whom is not None else None,
            person=whom.person if whom is not None else None,
            blank=one.for_whom is None,
            purpose=_PURPOSE,
            outage=outage[0],
            dummy=one.for_whom.name if outage[1].exercise and one.for_whom else "",
        )


def _open_stop(looking: Looking, outage: UUID) -> OutageState | Refused:
    """Give a stop that papers may still be given out in."""
    states: tuple[tuple[UUID, OutageState], ...] = listed(looking.store, SubjectKind.OUTAGE)
    state = dict(states).get(outage)
    if state is None or state.declared is None:
        return Refused(reason=RefusalReason.NOT_FOUND)
    if state.has_ended:
        return Refused(reason=RefusalReason.OUTAGE_ENDED)
    return state if state.over is None else Refused(reason=RefusalReason.OVER_ALREADY)


def _plan(
    outage: UUID, state: OutageState, contents: PacketContents, now: Instant
) -> OutagePacketPlan:
    return OutagePacketPlan(
        outage=outage,
        name=_system(state),
        at=now,
        exercise=state.exercise,
        lists=tuple(
            PlannedList(key=key, title=one.title, rows=sum(len(group.rows) for group in one.groups))
            for key, one in contents.lists
        ),
        filled=tuple(
            PlannedForm(
                form=one.form.number,
                title=one.form.title,
                case=one.case,
                name=one.name,
                people=one.people,
                is_protected=one.values.protected,
            )
            for one in contents.filled
        ),
        blanks=tuple(
            PlannedBlanks(form=one.form.number, title=one.form.title, count=one.count)
            for one in contents.blanks
        ),
        persons=contents.persons,
        left_out=contents.left_out,
        protected=contents.protected,
    )


def _title(state: OutageState) -> str:
    name = _system(state)
    return f"Driftstoppspaket, övning, {name}" if state.exercise else f"Driftstoppspaket, {name}"


def _file_name(state: OutageState, now: Instant) -> str:
    first = "ovning-" if state.exercise else ""
    return f"{first}driftstoppspaket-{to_local(now):%Y-%m-%d-%H%M}.pdf"


def _what(state: OutageState, now: Instant) -> str:
    since = f", sedan {moment_words(state.facts.since, now)}" if state.facts else ""
    return f"Driftstopp i {_system(state)}{since}. Paketet gjordes {moment_of(now)}."


def _system(state: OutageState) -> str:
    facts = state.facts
    return facts.system if facts is not None and facts.system else "våra egna datorer"
