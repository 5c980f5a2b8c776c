"""Whatever is pasted: nothing is lost, nothing overlaps, nothing is understood without a label."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kontaktpunkt.domain.notice import Notice, SetAside
from kontaktpunkt.domain.pasted import PastedCertainty, PastedLabels
from kontaktpunkt.messages import read, read_pasted
from kontaktpunkt.messages.pasted.as_notice import plain_labels

pytestmark = pytest.mark.property

_ON = date(2026, 3, 10)
_PIECES = st.sampled_from([
    *sorted(plain_labels().fields), *sorted(plain_labels().kinds), ":", "\n", "\t", "  ", " ",
    "\r\n", "19340512-9804",
    "340512-9804", "2026-03-12 11:58", "2026-03-12", "11:58", "Ja", "Nej", "Med 3",
    "Makulerad", "531 40 EKEBY", "Birgit", "\u00a0", "\u2028", "å", "*",
])  # fmt: skip
_SCREENS = st.lists(_PIECES, max_size=40).map("".join) | st.text(max_size=60)


@given(_SCREENS)
def test_every_word_is_either_a_fact_or_left_over(text: str) -> None:
    """What the program did not understand is shown to the nurse, to the last letter."""
    pasted = read_pasted(text, plain_labels(), _ON)

    sure = [p for p in pasted.pieces if p.certainty is PastedCertainty.UNDERSTOOD]
    spans = sorted({(piece.start, piece.end) for piece in sure} | set(pasted.rest))
    covered = {at for start, end in spans for at in range(start, end)}
    offered = {at for p in pasted.pieces for at in range(p.start, p.end)}
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    assert all(at in covered or at in offered or text[at].isspace() for at in range(len(text)))


@given(_SCREENS)
def test_nothing_is_understood_without_labels(text: str) -> None:
    """Without labels there are only offers."""
    pasted = read_pasted(text, PastedLabels(), _ON)

    assert all(piece.certainty is PastedCertainty.OFFERED for piece in pasted.pieces)
    assert pasted.person.numbers == ()
    assert pasted.kind is None


@given(_SCREENS)
def test_any_text_file_gets_an_answer(text: str) -> None:
    """A text file in the folder is taken in or set aside, never fatal."""
    assert isinstance(read(text.encode(errors="replace")), Notice | SetAside)
