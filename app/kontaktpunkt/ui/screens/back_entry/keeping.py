"""What is typed from a paper, kept as a draft under its number until it is saved."""

from collections.abc import Callable
from typing import Final

import msgspec
from msgspec import Struct
from PySide6.QtCore import QObject

from kontaktpunkt.domain.paper.printout import PaperValue
from kontaktpunkt.ui.drafts import Drafts
from kontaktpunkt.ui.workplace import Workplace

_DRAFT: Final = "form"


class Typed(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What stands on the screen: texts, boxes, chosen keys and rows by field, when and for whom."""

    texts: dict[str, str] = {}
    ticked: tuple[str, ...] = ()
    chosen: dict[str, tuple[str, ...]] = {}
    rows: dict[str, tuple[tuple[str, ...], ...]] = {}
    at: str = ""
    for_whom: str = ""

    def values(self) -> dict[str, PaperValue]:
        """Give the values by field key."""
        ticked: dict[str, PaperValue] = dict.fromkeys(self.ticked, True)
        return {**self.texts, **ticked, **self.chosen, **self.rows}


def typed_of(values: dict[str, PaperValue], at: str, for_whom: str) -> Typed:
    """Sort values by what they are, so that they can be kept as text."""
    tuples = {key: value for key, value in values.items() if isinstance(value, tuple)}
    return Typed(
        texts={key: value for key, value in values.items() if isinstance(value, str)},
        ticked=tuple(key for key, value in values.items() if value is True),
        chosen={
            key: tuple(each for each in value if isinstance(each, str))
            for key, value in tuples.items()
            if value and isinstance(value[0], str)
        },
        rows={
            key: tuple(row for row in value if isinstance(row, tuple))
            for key, value in tuples.items()
            if value and isinstance(value[0], tuple)
        },
        at=at,
        for_whom=for_whom,
    )


class PaperDraft(QObject):
    """Keeps what is typed a moment after the last key, and gives it back."""

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._drafts = Drafts(workplace.clerk, workplace.desk, self)

    def keep(self, subject: str, typed: Typed) -> None:
        """Keep it soon."""
        self._drafts.keep(subject, _DRAFT, msgspec.json.encode(typed).decode())

    def load(self, subject: str, then: Callable[[Typed], None]) -> None:
        """Give what was typed before, if anything was."""

        def answer(found: dict[str, str]) -> None:
            if _DRAFT in found:
                then(msgspec.json.decode(found[_DRAFT], type=Typed))

        self._drafts.load(subject, (_DRAFT,), answer)

    def forget(self, subject: str) -> None:
        """Forget it: it has been entered."""
        self._drafts.forget(subject, _DRAFT)

    def flush(self) -> None:
        """Keep now what waits."""
        self._drafts.flush()
