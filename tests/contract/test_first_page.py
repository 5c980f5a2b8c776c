"""The first page by the bare driver is the page that the store itself gives."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes.drawn_rows import inbox_rows, queries
from fakes.stores import KEY
from kontaktpunkt.storage.first_page import first_page
from kontaktpunkt.storage.store import SqlStore
from kontaktpunkt.usecases.rows import InboxQuery, InboxRow, InboxView

pytestmark = pytest.mark.property
unfiltered = queries.map(
    lambda query: InboxQuery(view=query.view, staff=query.staff, unit=query.unit, since=query.since)
)


@given(rows=st.lists(inbox_rows, max_size=9), asked=st.lists(unfiltered, min_size=1, max_size=6))
def test_the_page_painted_first_is_the_page_that_stays(
    lasting_store: SqlStore, rows: list[InboxRow], asked: list[InboxQuery]
) -> None:
    """What the window shows in its first instant is what it shows a moment later."""
    with lasting_store.writing() as act:
        act.drop_rows()
        act.put_inbox_rows(rows)

    for query in asked:
        page = first_page(lasting_store.folder, KEY, query, 3)
        with lasting_store.reading() as view:
            assert page.rows == view.inbox_rows(query, 0, 3)
            assert page.total == view.inbox_count(query)
            assert page.start == 0


def test_every_view_has_a_first_page(sql_store: SqlStore) -> None:
    """No view of the inbox is slow to start with because it was forgotten."""
    for view in InboxView:
        assert first_page(sql_store.folder, KEY, InboxQuery(view=view), 3).total == 0


def test_the_first_page_loads_no_heavy_library() -> None:
    """The window does not wait for what only later pages need."""
    asked = (
        "import sys, kontaktpunkt.storage.first_page;"
        "print([each for each in ('sqlalchemy', 'cryptography', 'keyring') if each in sys.modules])"
    )
    told = subprocess.run(  # noqa: S603  our own question to our own program
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    )

    assert told.stdout.strip() == "[]"
