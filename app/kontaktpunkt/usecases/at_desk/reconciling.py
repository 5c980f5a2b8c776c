"""Reconciling at a desk: the overview compared, findings settled one by one, the round signed."""

from uuid import UUID

from kontaktpunkt.domain.commands import SettleFindings, SignRound
from kontaktpunkt.domain.events.office import AccessKind, AccessNoted
from kontaktpunkt.domain.events.reconciliation import FindingDecision
from kontaktpunkt.domain.overview import Overview
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.usecases.at_desk.office import Office
from kontaktpunkt.usecases.desk import Done
from kontaktpunkt.usecases.keeping import access
from kontaktpunkt.usecases.keeping.renew import renew
from kontaktpunkt.usecases.keeping.workroom import Workroom
from kontaktpunkt.usecases.reconciling import settling, showing
from kontaktpunkt.usecases.reconciling.rows import RoundPage, RoundStamp

_LISTED = "ärendeöversikt"
_NOTHING = Refused(reason=RefusalReason.NOT_FOUND)


class ReconcileDesk(Office):
    """What is asked when our list is reconciled with the region's system."""

    def compare_overview(self, data: bytes, system: str) -> RoundPage | Refused:
        """Compare a whole overview with our list: begins a round, noted in the access log."""
        with self.room() as room:
            begun = settling.begin(room, data, system, self.outside.read_overview)
            if isinstance(begun, Refused):
                return begun
            renew(room)
            page = self._page(room, begun)
            people = page.people if page is not None else 0
            access.note(room, AccessNoted(access=AccessKind.LIST, filter=_LISTED, count=people))
        return page if page is not None else _NOTHING

    def round_page(self, one_round: UUID) -> RoundPage | None:
        """Give a round as it stands now; its reading was noted when it was compared."""
        with self.room() as room:
            return self._page(room, one_round)

    def open_round(self) -> RoundPage | None:
        """Give the round that is going on, to go on with; noted in the access log."""
        with self.room() as room:
            found = showing.open_round(room)
            page = self._page(room, found) if found is not None else None
            if page is not None:
                noted = AccessNoted(access=AccessKind.LIST, filter=_LISTED, count=page.people)
                access.note(room, noted)
            return page

    def settle_findings(
        self, one_round: UUID, findings: tuple[int, ...], decision: FindingDecision
    ) -> Done | Refused:
        """Settle findings in one way; the last one signs the round in the same act."""
        with self.room() as room:
            wish = SettleFindings(round=one_round, findings=findings, decision=decision)
            act = settling.settle(room, wish, self._overview(room, one_round))
            if isinstance(act, Refused):
                return act
            changed = renew(room)
        return Done(act=act, changed=changed, commands=(wish,))

    def sign_round(self, one_round: UUID) -> Done | Refused:
        """Sign a round whose last findings our own list answers by now."""
        with self.room() as room:
            page = self._page(room, one_round)
            answered = tuple(row.no for row in page.findings if row.answered) if page else ()
            wish = SignRound(round=one_round, answered=answered)
            act = settling.sign(room, wish)
            if isinstance(act, Refused):
                return act
            changed = renew(room)
        return Done(act=act, changed=changed, commands=(wish,))

    def last_reconciled(self) -> RoundStamp | None:
        """Say when our list was last reconciled, by whom and with what outcome."""
        with self.room() as room:
            return showing.last_stamp(room)

    def _page(self, room: Workroom, one_round: UUID) -> RoundPage | None:
        return showing.round_page(room, one_round, self._overview(room, one_round))

    def _overview(self, room: Workroom, one_round: UUID) -> Overview:
        """Read the overview of a round again, as on the day that it was compared."""
        state = settling.round_state(room, one_round)
        if state is None or state.compared is None:
            return Overview()
        original = room.store.original(state.compared.original)
        if original is None:
            return Overview()
        return self.outside.read_overview(original.data, state.compared.on)
