"""The draft of a message by hand: all that is typed, its kind, and the text it came from."""

from collections.abc import Callable, Mapping
from typing import Final

import msgspec
from msgspec import Struct
from PySide6.QtCore import QObject

from kontaktpunkt.domain.message_kind import MessageKind
from kontaktpunkt.ui.drafts import Drafts
from kontaktpunkt.ui.screens.entry.fields import KINDS, EntryField
from kontaktpunkt.ui.workplace import Workplace

_DRAFT: Final = "form"
_KIND: Final = "kind"
_PASTED: Final = "pasted"


class Typed(Struct, frozen=True, kw_only=True):
    """What stands in the form: by field, of which kind, and the pasted text if any."""

    fields: Mapping[EntryField, str]
    kind: MessageKind | None = None
    pasted: str = ""


class EntryDraft(QObject):
    """Keeps what is typed, known by what it belongs to: an original, a case, or a new message."""

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._drafts = Drafts(workplace.clerk, workplace.desk, self)

    def keep(self, subject: str, typed: Typed) -> None:
        """Keep it soon; a form where nobody has typed is no draft (its choice always says yes)."""
        said = {field.value: text for field, text in typed.fields.items() if text}
        leave = said.pop(EntryField.LEAVE_STARTED.value, "")
        if not said and not typed.pasted:
            self._drafts.keep(subject, _DRAFT, "")
            return
        if leave:
            said[EntryField.LEAVE_STARTED.value] = leave
        said[_KIND] = typed.kind.value if typed.kind is not None else ""
        said[_PASTED] = typed.pasted
        self._drafts.keep(subject, _DRAFT, msgspec.json.encode(said).decode())

    def load(self, subject: str, then: Callable[[Typed], None]) -> None:
        """Give what was typed before, if anything was."""

        def answer(found: dict[str, str]) -> None:
            if _DRAFT in found:
                then(_read(found[_DRAFT]))

        self._drafts.load(subject, (_DRAFT,), answer)

    def forget(self, subject: str) -> None:
        """Forget it: it has become a message, or has been cleared."""
        self._drafts.forget(subject, _DRAFT)

    def flush(self) -> None:
        """Keep now what waits."""
        self._drafts.flush()


def _read(text: str) -> Typed:
    kept = msgspec.json.decode(text, type=dict[str, str])
    kind, pasted = kept.pop(_KIND, ""), kept.pop(_PASTED, "")
    known = {field.value for field in EntryField}
    return Typed(
        fields={EntryField(name): words for name, words in kept.items() if name in known},
        kind=MessageKind(kind) if kind in KINDS else None,
        pasted=pasted,
    )
