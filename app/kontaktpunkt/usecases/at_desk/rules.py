"""The rules at a desk: what a change would do, what was changed when, and the turn of the day."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, cast

from kontaktpunkt.domain.commands import ChangeSetting
from kontaktpunkt.domain.events.office import SettingChanged
from kontaktpunkt.domain.fold import fold, taken_back
from kontaktpunkt.domain.ledger.envelope import Event
from kontaktpunkt.domain.profile import ProfileValue
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.states import PolicyState
from kontaktpunkt.usecases import acting
from kontaktpunkt.usecases.at_desk.inbox import InboxDesk
from kontaktpunkt.usecases.at_desk.office import policy_of
from kontaktpunkt.usecases.keeping.rule_effect import Difference, what_differs
from kontaktpunkt.usecases.keeping.workroom import Workroom
from kontaktpunkt.usecases.rule_rows import EffectLine, RuleChange, RuleEffect
from kontaktpunkt.usecases.showing.masking import mask_case_row, mask_inbox_row

if TYPE_CHECKING:
    from datetime import date

    from kontaktpunkt.usecases.ports import StoreAct, StoreView

_NAMED_AT_MOST: Final = 5


class RuleDesk(InboxDesk):
    """What the settings screen of rules asks."""

    def preview_setting(self, wish: ChangeSetting) -> RuleEffect | Refused:
        """Say what a change would make otherwise: it is tried in a room that keeps nothing."""
        with self.outside.store.reading() as store:
            # Nothing is kept in this room, so a reading transaction is enough.
            room = Workroom(cast("StoreAct", store), self.outside.tools, self.rules, self.actor())
            decision = acting.try_out(room, wish)
            if isinstance(decision, Refused):
                return decision
            on = max(self.today(), wish.valid_from or self.today())
            before = self.rules_for(policy_of(store), on)
            room.plan(self.outside.tools.new_id(), decision)
            after = self.rules_for(_policy(room.events(acting.POLICY)), on)
            found = what_differs(room, before, after)
            lines = self._lines(store, found)
        self._note_list("ärenden som en ändrad regel berör", len(lines))
        return RuleEffect(
            on=on,
            later=on > self.today(),
            cases=found.cases,
            messages=frozenset(one.message for one in found.messages),
            loose=frozenset(one.message for one in found.messages if one.case is None),
            lines=lines,
        )

    def rule_history(self, key: str = "") -> tuple[RuleChange, ...]:
        """Give all changes of one rule, or of all, newest first; also those taken back."""
        with self.outside.store.reading() as store:
            events = store.events_of(acting.POLICY)
            names = {row.staff: row.name for row in store.staff_rows()}
        withdrawn = taken_back(events)
        found: list[RuleChange] = []
        later: set[tuple[str, date | None]] = set()
        for place in range(len(events) - 1, -1, -1):
            event = events[place]
            body = event.body
            if not isinstance(body, SettingChanged) or key not in ("", body.key):
                continue
            struck = event.envelope.act_id in withdrawn
            same_day = (body.key, body.valid_from)
            found.append(
                RuleChange(
                    event=event.envelope.event_id,
                    act=event.envelope.act_id,
                    at=event.envelope.at,
                    key=body.key,
                    by_name=names.get(event.envelope.by, "") if event.envelope.by else "",
                    before=self._value(events[:place], body),
                    after=self._value(events[: place + 1], body),
                    valid_from=body.valid_from,
                    source=body.source,
                    confirmed_by=body.confirmed_by,
                    follows_profile=body.follows_profile,
                    struck=struck,
                    replaced=not struck and same_day in later,
                    can_take_back=not struck and event.envelope.by == self.my_id is not None,
                )
            )
            if not struck:
                later.add(same_day)
        return tuple(found)

    def _value(self, events: list[Event], changed: SettingChanged) -> ProfileValue:
        """Say what held for the key on the day of a change after so many events."""
        on = changed.valid_from or self.today()
        return self.rules_for(_policy(events), on).profile.value(changed.key)

    def _lines(self, store: "StoreView", found: Difference) -> tuple[EffectLine, ...]:
        lines: dict[object, EffectLine] = {}
        for line in self._all_lines(store, found):
            lines.setdefault(line.case or line.message, line)
            if len(lines) == _NAMED_AT_MOST:
                break
        return tuple(lines.values())

    def _all_lines(self, store: "StoreView", found: Difference) -> Iterator[EffectLine]:
        clocks = {one.case: one.clocks for one in found.of_cases}
        for one in found.messages:
            row = store.inbox_row(one.message)
            if row is not None:
                shown = mask_inbox_row(row, self.my_id)
                yield EffectLine(
                    case=one.case,
                    message=one.message,
                    name=shown.name,
                    hospital=shown.hospital,
                    masked=shown.masked,
                    due_before=one.due_before,
                    due_after=one.due_after,
                    clocks=clocks.get(one.case, ()) if one.case else (),
                )
        for case, differing in clocks.items():
            row = store.case_row(case)
            if row is not None:
                shown = mask_case_row(row, self.my_id)
                yield EffectLine(
                    case=case,
                    name=shown.name,
                    hospital=shown.hospital,
                    masked=shown.masked,
                    clocks=differing,
                )


def _policy(events: list[Event]) -> PolicyState:
    state = fold(acting.POLICY.kind, events)
    return state if isinstance(state, PolicyState) else PolicyState()
