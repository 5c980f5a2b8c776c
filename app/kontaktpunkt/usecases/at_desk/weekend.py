"""Helg & jour at a desk: the page, and lines handed from shift to shift."""

from collections.abc import Sequence
from uuid import UUID

from msgspec.structs import replace

from kontaktpunkt.domain.commands import (
    Command,
    FinishHandover,
    HandOverCase,
    HandOverMessage,
    LogCall,
    WriteHandover,
)
from kontaktpunkt.domain.events.case import CallDirection
from kontaktpunkt.domain.events.handover import HandoverLine
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.staff import Receiver
from kontaktpunkt.domain.times import Instant, local_day
from kontaktpunkt.usecases.at_desk.acts import ActDesk
from kontaktpunkt.usecases.at_desk.short_term import ShortTermDesk
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.rows import InboxQuery, InboxView
from kontaktpunkt.usecases.showing.masking import mask_case_row, mask_inbox_row
from kontaktpunkt.usecases.weekend.handing import (
    handover_rows,
    mine_to_carry,
    next_shift,
    shift_id,
    words_of,
)
from kontaktpunkt.usecases.weekend.leaving import LINE_OF_CASE, line_of_message
from kontaktpunkt.usecases.weekend.page import Here, manned_now, weekend_page
from kontaktpunkt.usecases.weekend.rows import (
    HandoverWaits,
    Leaving,
    LineDraft,
    NextShift,
    WeekendPage,
)

_MINE = 1_000


class WeekendDesk(ShortTermDesk, ActDesk):
    """What is asked of Helg & jour."""

    def weekend(self) -> WeekendPage:
        """Give the page for now, masked for this user; noted as a list."""
        page = self._weekend_page(self.my_id)
        self._note_list("helg och jour", len(page.people))
        return page

    def handover_waits(self) -> HandoverWaits:
        """Count what waits in the handover: shown on every workstation; nobody is named in it."""
        now = self.now()
        with self.outside.store.reading() as store:
            rows = handover_rows(store, now, now, self.my_id)
        waiting = [row for row in rows if row.handed.waits]
        return HandoverWaits(
            needs=sum(row.handed.line.needs_you for row in waiting),
            late=sum(row.late for row in waiting),
            manned=manned_now(self._here(self.my_id)),
        )

    def hand_over(self, lines: Sequence[LineDraft]) -> Done | Refused:
        """Hand lines to the shift that takes up duty next."""
        return self.act(self._written(lines, self._receiving()))

    def pass_on_call(self, line: LineDraft, caller: str = "", phone: str = "") -> Done | Refused:
        """Pass a call on to whoever is manned now; in its case it stands as a call too."""
        now = self.now()
        manned = manned_now(self._here(self.my_id))
        taken_up = NextShift(day=local_day(now), begins=now, who=manned)
        logged = [
            LogCall(
                case=case,
                direction=CallDirection.IN,
                counterpart=caller,
                phone=phone,
                text=line.text,
            )
            for case in (line.case,)
            if case is not None
        ]
        return self.act(self._written((line,), taken_up), *logged)

    def leaving(self) -> Leaving:
        """Give what I have open, and to whom it would be handed."""
        receiving = self._receiving()
        query = InboxQuery(view=InboxView.MINE, staff=self.my_id)
        with self.outside.store.reading() as store:
            messages = store.inbox_rows(query, 0, _MINE) if self.my_id else ()
            cases = [one for one in store.open_cases() if one.responsible == self.my_id]
            handed = handover_rows(store, self.now(), self.now(), self.my_id)
        goes_along = {row.case for row in messages}
        return Leaving(
            messages=tuple(mask_inbox_row(row, self.my_id) for row in messages),
            cases=tuple(
                mask_case_row(case, self.my_id)
                for case in cases
                if self.my_id is not None and case.case not in goes_along
            ),
            lines=mine_to_carry(handed, self.my_id),
            receiving=receiving,
            role=receiving.who.role if receiving.who is not None else None,
        )

    def hand_over_all(self, to: Receiver) -> Done | Refused:
        """Hand over all that I have open, in one act, with a line for each."""
        leaving = self.leaving()
        if not leaving.count:
            return Refused(reason=RefusalReason.NOTHING_TO_HAND_OVER)
        page = self._weekend_page(self.my_id)
        homeward = {case.case for case in (*page.home_before, *page.homeward, *page.to_short_term)}
        carried = {row.line: self.outside.tools.new_id() for row in leaving.lines}
        with self.outside.store.reading() as store:
            words = {row.line: words_of(store, row) for row in leaving.lines}
        lines = [
            *(self._line(line_of_message(row)) for row in leaving.messages),
            *(
                self._line(
                    LineDraft(text=LINE_OF_CASE, case=case.case, needs_you=case.case in homeward)
                )
                for case in leaving.cases
            ),
            *(
                HandoverLine(
                    line=carried[row.line],
                    text=words[row.line],
                    needs_you=row.handed.line.needs_you,
                    case=row.handed.line.case,
                    message=row.handed.line.message,
                    carried_from=row.line,
                )
                for row in leaving.lines
            ),
        ]
        wishes: list[Command] = [
            *(HandOverMessage(message=row.message, to=to) for row in leaving.messages),
            *(HandOverCase(case=case.case, to=to) for case in leaving.cases),
            self._write(tuple(lines), leaving.receiving),
            *(
                FinishHandover(shift=row.shift, line=row.line, carried_to=carried[row.line])
                for row in leaving.lines
            ),
        ]
        return self.act(*wishes)

    def _weekend_page(self, seen_by: UUID | None) -> WeekendPage:
        with self.outside.store.reading() as store:
            page = weekend_page(store, self._here(seen_by))
        return replace(page, short_term=self._short_term(seen_by))

    def _here(self, seen_by: UUID | None) -> Here:
        return Here(self.profile(), self.rules.days, self.now(), seen_by)

    def _receiving(self) -> NextShift:
        return next_shift(self.profile(), self.rules.days, self.now())

    def _written(self, lines: Sequence[LineDraft], to: NextShift) -> WriteHandover:
        return self._write(tuple(self._line(line) for line in lines), to)

    def _write(self, lines: tuple[HandoverLine, ...], to: NextShift) -> WriteHandover:
        with self.outside.store.reading() as store:
            shift = shift_id(store, self.policy().municipality, to.day)
        return WriteHandover(
            shift=shift,
            day=to.day,
            begins=Instant(to.begins),
            to_words=to.who.label if to.who is not None else "",
            lines=lines,
        )

    def _line(self, draft: LineDraft) -> HandoverLine:
        return HandoverLine(
            line=self.outside.tools.new_id(),
            text=draft.text,
            needs_you=draft.needs_you,
            is_call=draft.is_call,
            case=draft.case,
            message=draft.message,
        )
