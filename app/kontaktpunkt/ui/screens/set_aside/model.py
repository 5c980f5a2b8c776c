"""The list of set-aside originals as a Qt model: when, from what file, and why in Swedish."""

from uuid import UUID

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.widgets.list_models import TwoLineModel
from kontaktpunkt.usecases.rows import InboxRow
from kontaktpunkt.wording.names import person_name
from kontaktpunkt.wording.times import when
from kontaktpunkt.wording.words import word


class SetAsideModel(TwoLineModel[InboxRow]):
    """Rows of set-aside originals, each as two lines of words."""

    def lines(self, row: InboxRow, now: Instant) -> tuple[str, str]:
        """Say what it is, and why it was set aside."""
        return _head(row, now), _why(row)

    def row_of(self, message: UUID | None) -> int | None:
        """Say at which place an original stands."""
        places = (place for place, row in enumerate(self._rows) if row.message == message)
        return next(places, None)


def _head(row: InboxRow, now: Instant) -> str:
    """Say when it came, from which file, and about whom where that was seen."""
    name = person_name(row.name, masked=row.masked) if row.name or row.masked else ""
    return " · ".join(part for part in (when(row.received_at, now), row.file_name, name) if part)


def _why(row: InboxRow) -> str:
    return word(row.set_aside) if row.set_aside is not None else ""
