"""The promises of what stays on this desk: drafts, remembered choices, marks of reading."""

from fakes.scribe import Scribe
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.usecases.ports import Store


def test_what_somebody_typed_is_there_again(store: Store, scribe: Scribe) -> None:
    """Half a note survives a telephone call, also one with line breaks and an emoji."""
    anna, bo = scribe.new_id(), scribe.new_id()
    store.keep_draft(anna, "case:1", "note", "Ringt avd 3,\nej svar")
    store.keep_draft(anna, "case:1", "note", "Ringt avd 3,\nej svar 🙂")
    store.keep_draft(bo, "case:1", "note", "Bos egen")

    assert store.draft(anna, "case:1", "note") == "Ringt avd 3,\nej svar 🙂"
    assert store.draft(bo, "case:1", "note") == "Bos egen"
    assert store.draft(anna, "case:1", "call") == ""
    assert store.draft(anna, "case:2", "note") == ""


def test_an_emptied_field_leaves_no_draft(store: Store, scribe: Scribe) -> None:
    """A draft is gone when its text is taken away, and nobody is told of it."""
    anna = scribe.new_id()
    store.keep_draft(anna, "case:1", "note", "text")
    store.keep_draft(anna, "case:1", "note", "")
    store.keep_draft(anna, "case:1", "call", "")

    assert store.draft(anna, "case:1", "note") == ""
    assert store.drafts_of("case:1") == []


def test_colleagues_drafts_are_told_by_who_and_where(store: Store, scribe: Scribe) -> None:
    """Others see that somebody has a draft on the case, by person and field."""
    anna, bo = sorted([scribe.new_id(), scribe.new_id()])
    store.keep_draft(bo, "case:1", "note", "b")
    store.keep_draft(anna, "case:1", "note", "a")
    store.keep_draft(anna, "case:1", "call", "a")
    store.keep_draft(anna, "case:2", "note", "a")

    assert store.drafts_of("case:1") == [(anna, "call"), (anna, "note"), (bo, "note")]


def test_choices_are_remembered_per_person(store: Store) -> None:
    """Column widths and text size are as each of us left them."""
    store.keep_preference("anna", "text_size", "125")
    store.keep_preference("anna", "text_size", "150")
    store.keep_preference("bo", "text_size", "100")

    assert store.preference("anna", "text_size") == "150"
    assert store.preference("bo", "text_size") == "100"
    assert store.preference("bo", "columns") == ""


def test_a_noted_reading_is_remembered_per_reader_and_person(store: Store, scribe: Scribe) -> None:
    """Opening the same card again within half an hour can be told from the first time."""
    anna, person = scribe.new_id(), scribe.new_id()
    with store.writing() as act:
        act.note_read(anna, person, Instant(5))
        act.note_read(anna, person, Instant(9))
        act.note_read(None, person, Instant(7))
        act.drop_rows()

    with store.reading() as view:
        assert view.last_read(anna, person) == 9
        assert view.last_read(None, person) == 7
        assert view.last_read(anna, scribe.new_id()) is None


def test_ones_own_writing_does_not_look_like_somebody_elses(store: Store, scribe: Scribe) -> None:
    """The window is not painted anew for what it did itself."""
    before = store.change_mark()
    with store.writing() as act:
        scribe.hire(act, "Anna")
    store.keep_draft(scribe.new_id(), "case:1", "note", "x")

    assert store.change_mark() == before
