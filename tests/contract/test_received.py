"""The promise of messages found by when they came, whatever has become of them."""

from fakes.scribe import Scribe
from kontaktpunkt.domain.states import MessageStage
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.ports import Store
from kontaktpunkt.usecases.rows import InboxRow


def test_messages_are_found_by_when_they_came_also_when_they_are_done(
    store: Store, scribe: Scribe
) -> None:
    """A figure of March counts what came in March, by the minute, open or long done."""
    rows = [
        InboxRow(message=scribe.new_id(), received_at=Instant(at), stage=stage)
        for at, stage in (
            (30, MessageStage.OPEN),
            (10, MessageStage.DONE),
            (20, MessageStage.WAITING),
            (40, MessageStage.DONE),
        )
    ]
    with store.writing() as act:
        act.put_inbox_rows(rows)

    with store.reading() as view:
        found = view.received_rows(Instant(10), Instant(40))

    assert [row.received_at for row in found] == [10, 20, 30]
    assert [row.message for row in found] == [rows[nth].message for nth in (1, 2, 0)]
