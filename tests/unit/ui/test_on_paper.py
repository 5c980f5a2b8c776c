"""What the inbox says of a message that came on a numbered paper before it came in the system."""

from msgspec.structs import replace

from hands.rows import NOW, a_row
from kontaktpunkt.domain.events.message import MessageTakenIn
from kontaktpunkt.domain.events.sheet import SheetTwinMatched
from kontaktpunkt.domain.message_kind import Carrier, MessageKind
from kontaktpunkt.domain.notice import MessageIdentity
from kontaktpunkt.domain.paper.on_paper import OnPaper
from kontaktpunkt.domain.times import HOUR, Instant
from kontaktpunkt.ui.screens.inbox.lines import mark_words
from kontaktpunkt.ui.screens.inbox.telling import paper_facts
from kontaktpunkt.usecases.rows import TimelineEntry
from kontaktpunkt.wording.timeline import entry_words

_ROW = a_row(1)
_SHEET = _ROW.message
_TOLD = Instant(NOW - 2 * HOUR)
_MAYBE = OnPaper(sheet=_SHEET, number="001000017", told_at=_TOLD)


def test_the_line_says_that_it_may_have_come_on_paper() -> None:
    """Whoever takes the message sees that it was told before, and by which paper."""
    row = replace(_ROW, on_paper=_MAYBE)
    joined = replace(_ROW, on_paper=replace(_MAYBE, joined=True))

    assert mark_words(row, None).endswith("har kommit på papper")
    assert mark_words(joined, None).endswith("också på papper")
    ((label, words),) = paper_facts(row, NOW)
    assert label == "Papper"
    assert words.startswith("har kommit på papper, blankett nr 001 00001 7, underrättade ")
    ((_, same),) = paper_facts(joined, NOW)
    assert same.startswith("samma som blankett nr 001 00001 7")
    assert paper_facts(_ROW, NOW) == []
    assert "papper" not in mark_words(_ROW, None)


def test_one_line_of_the_timeline_tells_of_both() -> None:
    """How it came in the system and on which paper we were told first stand in one line."""
    body = MessageTakenIn(
        identity=MessageIdentity("samsa", "avd", "1"),
        message_kind=MessageKind.READINESS_NOTICE,
        carrier=Carrier.FILE,
    )
    twin = SheetTwinMatched(
        sheet=_SHEET, number="001000017", message=_SHEET, paper=_SHEET, told_at=_TOLD
    )
    entry = TimelineEntry(
        event=_SHEET, act=_SHEET, at=NOW, noted_at=NOW, by=None, by_name="", body=body, twin=twin
    )

    words = entry_words(entry)

    assert "kom in" in words
    assert "Kom också på papper, blankett nr 001 00001 7, underrättade " in words
    assert entry_words(replace(entry, twin=None)) in words
