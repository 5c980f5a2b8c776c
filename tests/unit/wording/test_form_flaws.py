"""What is wrong in a form's definition is said in words."""

import pytest

from kontaktpunkt.domain.paper.form_flaws import Flaw, FlawKind
from kontaktpunkt.wording.form_flaws import sentence_form_flaw


def test_a_flaw_says_where_and_what() -> None:
    """Whoever writes a form is told the block, the field and the value that is wrong."""
    flaw = Flaw(kind=FlawKind.OUT_OF_RANGE, block=2, field=3, word="width", value="13")

    told = sentence_form_flaw(flaw)

    assert told == "block 2, fält 3: värdet är för litet eller för stort (width ”13”)"


@pytest.mark.parametrize("kind", FlawKind)
def test_every_flaw_has_a_sentence(kind: FlawKind) -> None:
    """No flaw is told by the program's own name for it."""
    assert kind.value not in sentence_form_flaw(Flaw(kind=kind, line=1))
