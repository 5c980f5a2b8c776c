"""Leads through what is doubtful on a paper, a kind at a time, before it is kept as it stands."""

from collections.abc import Mapping
from typing import Final

from kontaktpunkt.domain.paper.printout import PaperValue
from kontaktpunkt.domain.refusal import RefusalReason, Refused
from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.screens.back_entry.doubts import LAST, Doubt, doubts, kinds_of, words_of
from kontaktpunkt.ui.screens.back_entry.form import PaperForm
from kontaktpunkt.ui.widgets.text import Text
from kontaktpunkt.usecases.back_entry.rows import SheetEntryPage
from kontaktpunkt.wording.refusals import sentence

_OF_A_FIELD: Final = (
    RefusalReason.FIELD_MISSING,
    RefusalReason.FIELD_NOT_UNDERSTOOD,
    RefusalReason.FIELD_BAD_NUMBER,
    RefusalReason.FIELD_IN_FUTURE,
)
"""What a paper may say all the same: it is kept as it stands."""


class Leading:
    """Shows all that is wrong at once; Ctrl+Enter says yes to one kind of it at a time."""

    def __init__(self, form: PaperForm, failure: Text) -> None:
        self._form = form
        self._failure = failure
        self._seen: frozenset[Doubt] = frozenset()
        self._refused = False

    @property
    def as_it_stands(self) -> bool:
        """Say whether something that cannot be read was seen, and is to be kept all the same."""
        return self._refused or bool(self._seen - {Doubt.EMPTY})

    def forget(self) -> None:
        """Begin anew: something else stands on the paper now."""
        self._seen, self._refused = frozenset(), False
        self._failure.setText("")

    def holds(
        self,
        page: SheetEntryPage,
        values: Mapping[str, PaperValue],
        unread: Mapping[str, str],
        now: Instant,
    ) -> bool:
        """Show what is doubtful and go to the kind that was not gone to yet; False when none is."""
        texts = {key: value if isinstance(value, str) else "x" for key, value in values.items()}
        found = doubts(page.form, texts, unread, now, exercise=page.exercise)
        left = [kind for kind in kinds_of(found) if kind not in self._seen]
        if not left:
            return False
        self._seen |= {left[0]}
        self._failure.setText(words_of(found, left[1:]))
        told = {key: one.sentence for key, one in found.items()}
        self._form.refuse(told, [key for key, one in found.items() if one.kind is left[0]])
        return True

    def refused(self, refused: Refused) -> None:
        """Say what the desk could not read; what is of a field may be kept as it stands."""
        may_stand = refused.reason in _OF_A_FIELD
        self._refused = self._refused or may_stand
        self._failure.setText(f"{sentence(refused)} {LAST if may_stand else ''}".strip())
        label = refused.values[0] if refused.values else ""
        about = [part for part in self._form.parts.values() if part.field.label == label]
        if about:
            self._form.refuse({about[0].field.key: sentence(refused)})
