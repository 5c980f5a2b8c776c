"""The promises of the rows: the encrypted store shows the same pages as the one in memory."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes.drawn_rows import case_rows, inbox_rows, queries, typed
from fakes.scribe import Scribe
from fakes.store import StoreInMemory
from kontaktpunkt.domain.message_kind import SetAsideReason
from kontaktpunkt.domain.person.facts import NumberKind, PersonNumber, Protection
from kontaktpunkt.domain.staff import Role
from kontaktpunkt.domain.states import MessageStage
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.storage.store import SqlStore
from kontaktpunkt.usecases.ports import Store
from kontaktpunkt.usecases.rows import (
    CaseRow,
    InboxQuery,
    InboxRow,
    InboxView,
    SearchHits,
    SheetRow,
    StaffRow,
)

pytestmark = pytest.mark.property


def _put(store: Store, *batches: Sequence[InboxRow], cases: Sequence[CaseRow] = ()) -> None:
    with store.writing() as act:
        act.drop_rows()
    for batch in batches:
        with store.writing() as act:
            act.put_inbox_rows(batch)
    with store.writing() as act:
        act.put_case_rows(cases)


@given(
    first=st.lists(inbox_rows, max_size=9),
    second=st.lists(inbox_rows, max_size=9),
    asked=st.lists(queries, min_size=1, max_size=6),
    start=st.integers(0, 4),
)
def test_each_view_shows_the_same_rows_in_the_same_order(
    lasting_store: SqlStore,
    first: list[InboxRow],
    second: list[InboxRow],
    asked: list[InboxQuery],
    start: int,
) -> None:
    """Which messages stand in which view, in which order and how many, is not left to chance."""
    memory = StoreInMemory()
    for store in (memory, lasting_store):
        _put(store, first, second)

    with memory.reading() as expected, lasting_store.reading() as found:
        for query in asked:
            rows = expected.inbox_rows(query, 0, 99)
            assert found.inbox_rows(query, 0, 99) == rows
            assert found.inbox_rows(query, start, 2) == rows[start : start + 2]
            assert found.inbox_count(query) == len(rows)
            for row in (*first, *second):
                place = expected.inbox_place(query, row.message)
                assert found.inbox_place(query, row.message) == place


@given(rows=st.lists(inbox_rows, max_size=9), now=st.integers(0, 7).map(Instant))
def test_late_and_set_aside_are_counted_alike(
    lasting_store: SqlStore, rows: list[InboxRow], now: Instant
) -> None:
    """The number beside the inbox says how many are late for us, and how many nobody could read."""
    memory = StoreInMemory()
    for store in (memory, lasting_store):
        _put(store, rows)

    with memory.reading() as expected, lasting_store.reading() as found:
        assert found.late_count(now) == expected.late_count(now)
        assert found.set_aside_count() == expected.set_aside_count()
        assert found.set_aside_rows(3) == expected.set_aside_rows(3)
        for row in rows:
            assert found.inbox_row(row.message) == expected.inbox_row(row.message)


def _told(hits: SearchHits) -> tuple[object, ...]:
    """Give what must be alike: of two cases opened at the same time either may come first."""
    cases = [(row.is_open, row.opened_at) for row in hits.cases]
    return cases, hits.messages, hits.total, hits.loose


@given(
    messages=st.lists(inbox_rows, max_size=6),
    cases=st.lists(case_rows, max_size=9),
    text=typed,
    limit=st.sampled_from([1, 50]),
)
def test_a_search_finds_the_same_people(
    lasting_store: SqlStore,
    messages: list[InboxRow],
    cases: list[CaseRow],
    text: str,
    limit: int,
) -> None:
    """Whoever searches by number, name, ward or phone finds everybody it fits, and nobody else."""
    memory = StoreInMemory()
    for store in (memory, lasting_store):
        _put(store, messages, cases=cases)

    with memory.reading() as expected, lasting_store.reading() as found:
        assert _told(found.search(text, limit)) == _told(expected.search(text, limit))
        assert set(found.search(text).cases) == set(expected.search(text).cases)


@given(cases=st.lists(case_rows, max_size=9))
def test_cases_are_listed_alike(lasting_store: SqlStore, cases: list[CaseRow]) -> None:
    """A person's stays and the list of people in hospital are complete and in one order."""
    memory = StoreInMemory()
    for store in (memory, lasting_store):
        _put(store, cases=cases)

    with memory.reading() as expected, lasting_store.reading() as found:
        assert found.cases_in_hospital() == expected.cases_in_hospital()
        for row in cases:
            assert found.case_row(row.case) == expected.case_row(row.case)
            if row.person is not None:
                assert found.case_rows_of(row.person) == expected.case_rows_of(row.person)


@given(rows=st.lists(inbox_rows, max_size=9), cases=st.lists(case_rows, max_size=9))
def test_rows_written_in_another_order_have_the_same_digest(
    lasting_store: SqlStore, rows: list[InboxRow], cases: list[CaseRow]
) -> None:
    """Rebuilt lists can be held against the stored ones, whichever was written first."""
    last = list({row.message: row for row in rows}.values())
    last_cases = list({row.case: row for row in cases}.values())
    _put(lasting_store, rows, cases=cases)
    with lasting_store.reading() as view:
        grown = view.row_digest()

    _put(lasting_store, list(reversed(last)), cases=list(reversed(last_cases)))
    with lasting_store.reading() as view:
        assert view.row_digest() == grown


def test_a_changed_row_changes_the_digest(store: Store, scribe: Scribe) -> None:
    """A list that differs from the ledger by one name is found out."""
    row = InboxRow(message=scribe.new_id(), received_at=Instant(1), name="Anna")
    _put(store, [row])
    with store.reading() as view:
        before = view.row_digest()
        assert view.row_digest() == before

    with store.writing() as act:
        act.link_message(row.message, None, row.message)
    with store.reading() as view:
        linked = view.row_digest()

    with store.writing() as act:
        act.put_inbox_rows([InboxRow(message=row.message, received_at=Instant(1), name="Anne")])
    with store.reading() as view:
        assert len({before, linked, view.row_digest()}) == 3


def test_dropped_rows_are_gone_from_lists_counts_and_search(store: Store, scribe: Scribe) -> None:
    """Before everything is built anew nothing old is left in any list."""
    row = InboxRow(
        message=scribe.new_id(),
        received_at=Instant(1),
        due_at=Instant(2),
        name="Anna",
        set_aside=SetAsideReason.EMPTY,
    )
    with store.reading() as view:
        empty = view.row_digest()
    with store.writing() as act:
        act.put_inbox_rows([row])
        act.put_case_rows([CaseRow(case=scribe.new_id(), name="Anna")])
        act.drop_rows()

    with store.reading() as view:
        assert view.inbox_rows(InboxQuery(), 0, 9) == ()
        assert view.inbox_count(InboxQuery()) == 0
        assert (view.late_count(Instant(9)), view.set_aside_count()) == (0, 0)
        assert view.search("anna").total == 0
        assert view.row_digest() == empty


def test_priority_then_time_left_then_age_decides_the_order(store: Store, scribe: Scribe) -> None:
    """23-timmars come first, then what is due soonest, then the oldest."""
    ages = {"old": 1, "new": 3, "due": 5, "urgent": 7}
    rows = {
        name: InboxRow(
            message=scribe.new_id(),
            received_at=Instant(at),
            due_at=Instant(9) if name == "due" else None,
            priority=0 if name == "urgent" else 1,
            name=name,
        )
        for name, at in ages.items()
    }
    _put(store, list(rows.values()))

    with store.reading() as view:
        shown = [row.name for row in view.inbox_rows(InboxQuery(), 0, 9)]
    assert shown == ["urgent", "due", "old", "new"]


def test_what_was_done_today_stands_newest_first(store: Store, scribe: Scribe) -> None:
    """A slip made a minute ago is found at the top of Klara i dag."""
    rows = [
        InboxRow(
            message=scribe.new_id(),
            received_at=Instant(1),
            stage=MessageStage.DONE,
            done_at=Instant(at),
            name=str(at),
        )
        for at in (10, 30, 20, 5)
    ]
    _put(store, rows)
    query = InboxQuery(view=InboxView.DONE_TODAY, since=Instant(10))

    with store.reading() as view:
        assert [row.name for row in view.inbox_rows(query, 0, 9)] == ["30", "20", "10"]
        assert view.inbox_count(query) == 3


def test_staff_stand_in_swedish_order(store: Store, scribe: Scribe) -> None:
    """Åsa stands after Ziad in the list to choose from."""
    names = ["Öjvind", "Åsa", "Ziad", "anna", "Ärla", "Bo"]
    staff = [StaffRow(staff=scribe.new_id(), name=name, role=Role.CASEWORKER) for name in names]
    with store.writing() as act:
        act.put_staff_rows(staff)
        act.put_staff_rows(staff[:1])

    with store.reading() as view:
        shown = [row.name for row in view.staff_rows()]
    assert shown == ["anna", "Bo", "Ziad", "Åsa", "Ärla", "Öjvind"]


def test_papers_stand_newest_first_and_tell_the_last_serial(store: Store, scribe: Scribe) -> None:
    """The next paper gets the next number of this workstation, whatever others have printed."""
    case = scribe.new_id()
    sheets = [
        SheetRow(sheet=scribe.new_id(), number=number, form="R2", case=of, issued_at=Instant(at))
        for number, of, at in [
            ("001000419", case, 1),
            ("001000427", None, 3),
            ("002999990", case, 2),
            ("001900021", None, 4),
            ("", None, 0),
        ]
    ]
    with store.reading() as view:
        assert view.last_sheet_serial() == 0
    with store.writing() as act:
        act.put_sheet_rows(sheets)

    with store.reading() as view:
        assert [row.issued_at for row in view.sheet_rows(None)] == [4, 3, 2, 1, 0]
        assert [row.issued_at for row in view.sheet_rows(None, 2)] == [4, 3]
        assert [row.number for row in view.sheet_rows(case)] == ["002999990", "001000419"]
        assert view.last_sheet_serial() == 42
        assert view.last_sheet_serial(90_000, 94_999) == 90_002
        assert view.last_sheet_serial(95_000, 95_999) == 0


def test_a_protected_person_is_found_by_number_alone(store: Store, scribe: Scribe) -> None:
    """A name, a ward or a unit never leads to somebody whose identity is protected."""
    number = PersonNumber(NumberKind.PERSONAL, "198503122384")
    hidden = [one for one in Protection if one is not Protection.NONE]
    for protection in hidden:
        row = CaseRow(
            case=scribe.new_id(),
            name="Åsa Öberg",
            number=number,
            protection=protection,
            unit="Hemvård Norr",
            hospital="Skövde",
            ward="Avd 3B",
            ward_phone="0510-771234",
        )
        _put(store, cases=[row])

        with store.reading() as view:
            assert view.search("850312-2384").cases == (row,)
            for text in ("åsa", "asa", "öb", "hemvård", "skövde", "3b", "0510771234"):
                assert view.search(text).total == 0, text


def test_nobody_is_found_by_what_help_they_have(store: Store, scribe: Scribe) -> None:
    """Patientdatalagen 2 kap. 8 §: track, subject line and steps are no words to search by."""
    case = CaseRow(case=scribe.new_id(), name="Anna", track="korttidsvård", steps_done=("larm",))
    message = InboxRow(
        message=scribe.new_id(),
        received_at=Instant(1),
        name="Anna",
        track="korttidsvård",
        subject_line="insulin",
        set_aside=SetAsideReason.NOT_JSON,
        file_name="demens.json",
    )
    _put(store, [message], cases=[case])

    with store.reading() as view:
        for text in ("korttidsvård", "larm", "insulin", "demens", "korttids"):
            assert view.search(text).total == 0, text
            assert view.inbox_count(InboxQuery(text=text)) == 0, text
        assert view.search("anna").total == 2


def test_many_cases_of_one_moment_are_all_kept(store: Store, scribe: Scribe) -> None:
    """Forty people taken in at the same time by a file are forty cases, also when some close."""
    at = Instant(1_700_000_000_000_000)
    cases = [CaseRow(case=scribe.new_id(), name="Anna", opened_at=at) for _ in range(6)]
    closed = [CaseRow(case=row.case, name="Anna", opened_at=at, is_open=False) for row in cases]
    later = [CaseRow(case=scribe.new_id(), name="Anna", opened_at=at) for _ in range(3)]
    with store.writing() as act:
        act.put_case_rows(cases[:4])
        act.put_case_rows(closed[:1])
        act.put_case_rows(cases[4:])
        act.put_case_rows([*closed[1:3], *later, cases[0]])

    with store.reading() as view:
        hits = view.search("anna")
        assert set(hits.cases) == {cases[0], *closed[1:3], *cases[3:], *later}
        assert [row.is_open for row in hits.cases] == [True] * 7 + [False] * 2


@given(
    rows=st.lists(inbox_rows, min_size=4, max_size=12),
    starts=st.lists(st.integers(0, 12), min_size=1, max_size=8),
    query=queries,
)
def test_paging_to_and_fro_shows_what_one_long_list_would(
    lasting_store: SqlStore, rows: list[InboxRow], starts: list[int], query: InboxQuery
) -> None:
    """However one scrolls, no row is shown twice and none is passed over, also after a change."""
    _put(lasting_store, rows[:-1])
    for batch in ([], rows[-1:]):
        with lasting_store.writing() as act:
            act.put_inbox_rows(batch)
        with lasting_store.reading() as view:
            whole = view.inbox_rows(query, 0, 99)
            for start in starts:
                assert view.inbox_rows(query, start, 2) == whole[start : start + 2]
