"""The contingency copy at a desk: its content, its numbers, and its logbook back again."""

from collections.abc import Sequence

from kontaktpunkt.domain.events.contingency import ContingencyUsed
from kontaktpunkt.domain.states import ContingencyState
from kontaktpunkt.usecases.at_desk.phone_lists import PhoneListDesk
from kontaktpunkt.usecases.contingency.giving_back import actor_of, give_back, known_uses
from kontaktpunkt.usecases.contingency.logbook import Session
from kontaktpunkt.usecases.contingency.making import Making, make_packet
from kontaktpunkt.usecases.contingency.packet import ContingencyPacket
from kontaktpunkt.usecases.keeping.renew import renew
from kontaktpunkt.usecases.keeping.workroom import Workroom
from kontaktpunkt.usecases.phone_lists.papers import phone_list_documents


class ContingencyDesk(PhoneListDesk):
    """What is asked around the contingency copy."""

    def contingency_packet(self) -> ContingencyPacket:
        """Give what a copy made now holds; nobody reads it yet, so nothing is noted."""
        with self.reading() as reading:
            making = Making(
                ours=self._ours(),
                foot=self._foot(),
                forms=self.forms(),
                word=self.outside.word,
                phone_lists=phone_list_documents(reading.store, self._phone_recipe()),
            )
            return make_packet(reading, making)

    def contingency_known(self) -> ContingencyState:
        """Give the uses that the ledger knows, and when the passphrase was tried."""
        self.follow_policy()
        return self.policy().contingency

    def take_logbook(self, sessions: Sequence[Session]) -> tuple[ContingencyUsed, ...]:
        """Take over what Nödläge wrote down, each line once, in the name of who used it."""
        given: list[ContingencyUsed] = []
        with self.room() as room:
            staff = room.store.staff_rows()
            for session in sessions:
                if known_uses(room).lines_of(session.session) >= len(session.entries):
                    continue
                actor = actor_of(session, staff)
                own = Workroom(room.store, room.tools, room.rules, actor)
                used = give_back(own, session)
                if used is not None:
                    renew(own)
                    given.append(used)
        if given:
            self.follow_policy()
        return tuple(given)
