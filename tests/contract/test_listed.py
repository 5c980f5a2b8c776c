"""The promises of the lists of small subjects: as they stand, by time, the open ones apart."""

from fakes.scribe import Scribe
from kontaktpunkt.domain.ledger.subjects import SubjectKind
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.ports import ListedRow, Store


def _row(scribe: Scribe, at: int, *, is_open: bool = True, row: bytes = b"{}") -> ListedRow:
    return ListedRow(
        kind=SubjectKind.ROUND, id=scribe.new_id(), is_open=is_open, at=Instant(at), row=row
    )


def test_a_list_is_given_by_time_and_can_begin_at_one(store: Store, scribe: Scribe) -> None:
    """Whoever looks back sees the days in order, and from the day that she asks for."""
    rows = [_row(scribe, at) for at in (3, 1, 2)]
    with store.writing() as act:
        act.put_listed(rows)

    with store.reading() as view:
        assert [one.at for one in view.listed(SubjectKind.ROUND)] == [1, 2, 3]
        assert [one.at for one in view.listed(SubjectKind.ROUND, Instant(2))] == [2, 3]
        assert view.listed(SubjectKind.CONTACT) == ()
        assert view.listed_row(SubjectKind.ROUND, rows[0].id) == rows[0]
        assert view.listed_row(SubjectKind.CONTACT, rows[0].id) is None


def test_what_is_still_open_can_be_asked_for_alone(store: Store, scribe: Scribe) -> None:
    """What waits for somebody is found among all that is long done."""
    waits, done = _row(scribe, 1), _row(scribe, 2, is_open=False)
    with store.writing() as act:
        act.put_listed([waits, done])

    with store.reading() as view:
        assert view.listed(SubjectKind.ROUND, only_open=True) == (waits,)


def test_a_row_written_again_replaces_the_one_before(store: Store, scribe: Scribe) -> None:
    """A thing stands once in its list, as it is now."""
    before = _row(scribe, 1, row=b"1")
    after = ListedRow(kind=before.kind, id=before.id, is_open=False, at=Instant(9), row=b"2")
    with store.writing() as act:
        act.put_listed([before])
        act.put_listed([after])

    with store.reading() as view:
        assert view.listed(SubjectKind.ROUND) == (after,)


def test_lists_go_with_all_rows_and_the_shape_of_rows_is_remembered(
    store: Store, scribe: Scribe
) -> None:
    """A rebuild begins from nothing, and the store knows for which program its rows were made."""
    with store.writing() as act:
        assert act.rows_made_by() == 0
        act.put_listed([_row(scribe, 1)])
        before = act.row_digest()
        act.note_rows_made(7)
        act.drop_rows()
        assert act.row_digest() != before

    with store.reading() as view:
        assert view.listed(SubjectKind.ROUND) == ()
        assert view.rows_made_by() == 7
