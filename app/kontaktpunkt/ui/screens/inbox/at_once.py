"""The acts of the inbox that need no more words: take, finish, open again, open, paper."""

from collections.abc import Callable, Mapping, Sequence

from kontaktpunkt.domain.commands import Command, FinishMessage, ReopenMessage, TakeMessage
from kontaktpunkt.domain.states import MessageStage
from kontaktpunkt.ui.screens.inbox.acts import Act
from kontaktpunkt.ui.screens.inbox.lines import short_name
from kontaktpunkt.ui.workplace import Workplace
from kontaktpunkt.usecases.rows import InboxRow
from kontaktpunkt.wording.times import at_clock

Rows = Sequence[InboxRow]
_CLOSED = (MessageStage.DONE, MessageStage.DISMISSED, MessageStage.MATCHED)


class AtOnce:
    """Does an act with the chosen rows; of several, with those that it concerns."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._acts: Mapping[Act, Callable[[Rows], None]] = {
            Act.TAKE: self._take,
            Act.FINISH: self._finish,
            Act.REOPEN: self._reopen,
            Act.OPEN: self._open,
            Act.PAPER: self._paper,
        }

    def does(self, act: Act) -> bool:
        """Say whether the act needs no more words."""
        return act in self._acts

    def do(self, act: Act, rows: Rows) -> None:
        """Do it."""
        self._acts[act](rows)

    def _take(self, rows: Rows) -> None:
        me = self._workplace.me.staff
        wanted = [row for row in rows if row.owner != me and row.stage not in _CLOSED] or rows
        self._tell([TakeMessage(message=row.message) for row in wanted], "Taget", wanted)

    def _finish(self, rows: Rows) -> None:
        wanted = [row for row in rows if row.stage not in _CLOSED] or rows
        self._tell([FinishMessage(message=row.message) for row in wanted], "Klart", wanted)

    def _reopen(self, rows: Rows) -> None:
        wanted = [row for row in rows if row.stage in _CLOSED] or rows
        self._tell([ReopenMessage(message=row.message) for row in wanted], "Öppnat igen", wanted)

    def _tell(self, commands: Sequence[Command], what: str, rows: Rows) -> None:
        who = short_name(rows[0]) if len(rows) == 1 else f"{len(rows)} meddelanden"
        now = self._workplace.now()
        self._workplace.do(*commands, told=f"{what}: {who}, {at_clock(now)}")

    def _open(self, rows: Rows) -> None:
        if rows[0].case is not None:
            self._workplace.case_wanted.emit(rows[0].case)
        elif rows[0].kind is None:
            self._workplace.entry_wanted.emit(rows[0].message)

    def _paper(self, rows: Rows) -> None:
        self._workplace.paper_wanted.emit(rows[0].case, rows[0].kind)
