"""The list of care requests as a Qt model: who, and in words how it stands."""

from uuid import UUID

from kontaktpunkt.domain.times import Instant
from kontaktpunkt.ui.widgets.list_models import TwoLineModel
from kontaktpunkt.usecases.care_request_rows import CareRequestRow
from kontaktpunkt.wording.care_requests import standing_words
from kontaktpunkt.wording.names import person_name


class CareRequestModel(TwoLineModel[CareRequestRow]):
    """Rows of care requests, each as two lines of words; `system` is the region's."""

    def __init__(self) -> None:
        super().__init__()
        self.system = ""

    def lines(self, row: CareRequestRow, now: Instant) -> tuple[str, str]:
        """Say who it is, and how her care request stands."""
        return head_of(row), standing_words(row, self.system, now)

    def place_of(self, person: UUID | None) -> int | None:
        """Say at which place somebody stands."""
        places = (place for place, row in enumerate(self._rows) if row.person == person)
        return next(places, None)


def head_of(row: CareRequestRow) -> str:
    """Say who it is, with birth date and unit."""
    name = person_name(row.name, masked=row.masked)
    born = row.birth_date.isoformat() if row.birth_date is not None else ""
    return " · ".join(part for part in (name, born, row.unit) if part)
