"""Acts at a desk: wishes, undo, taking in, entry by hand; each durable before it answers."""

from collections.abc import Iterable
from uuid import UUID

import msgspec

from kontaktpunkt.domain.commands import Command, LiftProtection, TakeBack
from kontaktpunkt.domain.events.message import MessageSetAside
from kontaktpunkt.domain.events.office import AccessKind, AccessNoted
from kontaktpunkt.domain.ledger.subjects import SubjectKind, message_subject
from kontaktpunkt.domain.message_kind import Carrier
from kontaktpunkt.domain.notice import Notice, SetAside
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.usecases import acting
from kontaktpunkt.usecases.arriving import entry, intake
from kontaktpunkt.usecases.arriving.intake import Arrival
from kontaktpunkt.usecases.at_desk.office import Office, policy_of
from kontaktpunkt.usecases.desk import Changed, Done, Fate, FateKind, HandEntry
from kontaktpunkt.usecases.keeping import access
from kontaktpunkt.usecases.keeping.renew import renew
from kontaktpunkt.usecases.keeping.rule_effect import touch_what_differs
from kontaktpunkt.usecases.keeping.workroom import Workroom


class ActDesk(Office):
    """What changes something."""

    def act(self, *commands: Command) -> Done | Refused:
        """Do it: all commands in one act, durable when this returns."""
        self.follow_day()
        with self.room() as room:
            act = acting.perform(room, commands)
            if isinstance(act, Refused):
                return act
            _note_lifted(room, commands)
            changed = self._renew(room)
        if changed.everything:
            self.follow_policy()
        return Done(act=act, changed=changed, commands=commands)

    def undo(self) -> Done | Refused:
        """Take back my last act that can be taken back (Ctrl+Z)."""
        self.follow_day()
        with self.room() as room:
            last = acting.last_undoable(room)
            if isinstance(last, Refused):
                return last
            act = acting.perform(room, (TakeBack(act=last),))
            if isinstance(act, Refused):
                return act
            changed = self._renew(room)
        if changed.everything:
            self.follow_policy()
        return Done(act=act, changed=changed, commands=(TakeBack(act=last),))

    def take_in(self, name: str, data: bytes, carrier: Carrier) -> Fate:
        """Take one original in; total over any bytes."""
        return self.take_in_many([(name, data)], carrier)[0]

    def take_in_many(self, originals: Iterable[tuple[str, bytes]], carrier: Carrier) -> list[Fate]:
        """Take several originals in, in one transaction: all of them are durable, or none.

        What a watched folder brings is the system's doing, whoever sits at the desk.
        """
        arrivals = [
            Arrival(name=name, data=data, carrier=carrier, read=self._read(data, name))
            for name, data in originals
        ]
        with self.room(as_system=carrier is Carrier.FOLDER) as room:
            fates = [intake.take_in(room, arrival) for arrival in arrivals]
            changed = renew(room)
        return [msgspec.structs.replace(fate, changed=changed) for fate in fates]

    def _read(self, data: bytes, name: str) -> Notice | SetAside:
        """Read an original by the labels of the rules in force."""
        return self.outside.reader(data, name, self.profile().pasted_labels)

    def enter(self, hand: HandEntry) -> Done | Refused:
        """Enter a message by hand, or complete a set-aside one."""
        with self.room() as room:
            arrival = entry.arrival_of(room, hand)
            if isinstance(arrival, Refused):
                return arrival
            fate = intake.take_in(room, arrival)
            act = _act_of(room, fate)
            changed = renew(room)
        return Done(act=act, changed=changed)

    def try_again(self, message: UUID) -> Fate | Refused:
        """Read a set-aside original once more, with the readers of today."""
        with self.outside.store.reading() as store:
            events = store.events_of(message_subject(message))
            aside = events[0].body if events else None
            if not isinstance(aside, MessageSetAside):
                return Refused(reason=RefusalReason.NOT_SET_ASIDE)
            original = store.original(aside.original)
        if original is None:
            return Refused(reason=RefusalReason.NOT_FOUND)
        arrival = Arrival(
            name=aside.file_name,
            data=original.data,
            carrier=aside.carrier,
            read=self._read(original.data, aside.file_name),
            completes=message,
        )
        with self.room() as room:
            fate = intake.take_in(room, arrival)
            changed = renew(room)
        return msgspec.structs.replace(fate, changed=changed)

    def _renew(self, room: Workroom) -> Changed:
        """Renew rows; a changed policy renews what is otherwise under the new rules."""
        if any(subject.kind is SubjectKind.POLICY for subject in room.touched):
            before, room.rules = room.rules, self.rules_for(policy_of(room.store))
            touch_what_differs(room, before)
        return renew(room)


def _note_lifted(room: Workroom, commands: Iterable[Command]) -> None:
    """Note in the access log who wrote down that a protection was lifted, and on what ground."""
    for command in commands:
        if isinstance(command, LiftProtection):
            lifted = AccessNoted(
                access=AccessKind.LIFTED, person=command.person, purpose=command.reason.strip()
            )
            access.note(room, lifted)


def _act_of(room: Workroom, fate: Fate) -> UUID:
    """Give the act that an entry was made in."""
    assert fate.message is not None, "an entry always becomes a message"  # noqa: S101 - ours
    assert fate.outcome is not FateKind.SET_ASIDE, "what we typed we understand"  # noqa: S101 - ours
    return room.events(message_subject(fate.message))[0].envelope.act_id
