"""The contingency copy at a desk: its content, its numbers, and its logbook back again."""

from collections.abc import Sequence

from kontaktpunkt.domain.events.contingency import ContingencyUsed
from kontaktpunkt.domain.states import ContingencyState
from kontaktpunkt.usecases.at_desk.papers import PaperDesk
from kontaktpunkt.usecases.contingency.binder_sheet import binder_sheet
from kontaktpunkt.usecases.contingency.giving_back import actor_of, give_back, known_uses
from kontaktpunkt.usecases.contingency.logbook import Session
from kontaktpunkt.usecases.contingency.making import MadeBy, make_packet
from kontaktpunkt.usecases.contingency.packet import ContingencyPacket
from kontaktpunkt.usecases.desk import PaperPreview
from kontaktpunkt.usecases.keeping.renew import renew
from kontaktpunkt.usecases.keeping.workroom import Workroom
from kontaktpunkt.usecases.outages.packet.contents import Recipe
from kontaktpunkt.usecases.showing.filling import values_of_ours


class ContingencyDesk(PaperDesk):
    """What is asked around the contingency copy."""

    def contingency_packet(self) -> ContingencyPacket:
        """Give what a copy made now holds; nobody reads it yet, so nothing is noted."""
        with self.reading() as reading:
            recipe = Recipe(
                forms=self.forms(),
                profile=self.profile(),
                ours=values_of_ours(self._ours()),
                foot=self._foot(),
                now=self.now(),
                days=self.rules.days,
                word=self.outside.word,
            )
            by = MadeBy(
                me=self.me,
                municipality=self.policy().municipality,
            )
            return make_packet(reading, recipe, by)

    def contingency_sheet(self) -> PaperPreview:
        """Make the sheet for the downtime binder: how to start Nödläge, and room for the rest."""
        document = binder_sheet(self.outside.safe.place(), self._foot())
        pdf = self.outside.paper.listing(document)
        return PaperPreview(pdf=pdf, protected=False, title=document.title)

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
