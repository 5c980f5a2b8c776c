"""The stage that the demo day is really played on: a staff desk at the demo's own store."""

from collections.abc import Callable, Sequence
from uuid import UUID

from kontaktpunkt.domain.commands import AcceptHandover, Command
from kontaktpunkt.domain.message_kind import Carrier
from kontaktpunkt.domain.notice import Notice
from kontaktpunkt.domain.person.facts import PersonNumber
from kontaktpunkt.domain.refusal import Refused
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.at_desk import StaffDesk
from kontaktpunkt.usecases.desk import Done, Fate, HandEntry
from kontaktpunkt.usecases.weekend.rows import LineDraft


class DeskStage:
    """A desk whose clock can be set; originals come through the drop folder."""

    def __init__(
        self,
        desk: StaffDesk,
        set_clock: Callable[[Instant], None],
        write: Callable[[Notice], bytes],
    ) -> None:
        self._desk = desk
        self._set_clock = set_clock
        self._write = write

    def set_time(self, at: Instant) -> None:
        """Let it be this time."""
        self._set_clock(at)

    def as_staff(self, staff: UUID) -> None:
        """Let this colleague be at the desk."""
        if self._desk.my_id != staff:
            self._desk.be(staff)

    def write(self, notice: Notice) -> bytes:
        """Write the original that a reader understands so."""
        return self._write(notice)

    def take_in(self, originals: Sequence[tuple[str, bytes]]) -> Sequence[Fate]:
        """Take originals in at once."""
        return self._desk.take_in_many(originals, Carrier.FOLDER)

    def enter(self, entry: HandEntry) -> Done | Refused:
        """Enter what was told by phone."""
        return self._desk.enter(entry)

    def act(self, *commands: Command) -> Done | Refused:
        """Do something."""
        return self._desk.act(*commands)

    def look(self, *, found_new: bool) -> Done | Refused:
        """Stamp a look in the region's inbox."""
        return self._desk.note_watched(found_new=found_new)

    def hand_over(self, lines: Sequence[LineDraft]) -> Done | Refused:
        """Hand lines over to whoever takes up duty next."""
        return self._desk.hand_over(lines)

    def take_over(self) -> None:
        """Take over every line that waits, one by one."""
        for row in self._desk.weekend().handover:
            if row.handed.waits:
                self._desk.act(AcceptHandover(shift=row.shift, lines=(row.line,)))

    def person_of(self, number: PersonNumber) -> UUID | None:
        """Find a known person; not a reading by anybody, so not noted as one."""
        with self._desk.outside.store.reading() as store:
            return store.person_of_number(number)

    def case_of(self, message: UUID) -> UUID | None:
        """Find the case that a message belongs to."""
        with self._desk.outside.store.reading() as store:
            row = store.inbox_row(message)
        return row.case if row else None
