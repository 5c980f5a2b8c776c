"""Why people were admitted, at a desk."""

from collections.abc import Sequence
from datetime import time
from uuid import UUID

from kontaktpunkt.domain.times import at_local
from kontaktpunkt.usecases.at_desk.inbox import InboxDesk
from kontaktpunkt.usecases.causes.counting import cause_page, months_until
from kontaktpunkt.usecases.causes.rows import CauseCases, CausePage
from kontaktpunkt.usecases.keeping.spells import spells_since
from kontaktpunkt.usecases.showing.masking import mask_case_row


class CauseDesk(InboxDesk):
    """What is asked about why people were admitted."""

    def admission_causes(self, months: int = 12) -> CausePage:
        """Count admissions by month and cause, this month last; nobody is named in it."""
        wanted = months_until(self.today(), months)
        with self.outside.store.reading() as store:
            # Who was admitted in a month had not left before it began.
            spells = spells_since(store, at_local(wanted[0], time()))
        codes = tuple(one.code for one in self.profile().admission_causes)
        return cause_page(spells, wanted, codes, self.now())

    def cases_behind(self, cases: Sequence[UUID], shown: str) -> CauseCases:
        """Give the cases behind a number; noted in the access log as a list named `shown`."""
        with self.outside.store.reading() as store:
            found = [store.case_row(case) for case in cases]
        rows = tuple(mask_case_row(row, self.my_id) for row in found if row is not None)
        self._note_list(shown, len(rows))
        return CauseCases(rows=rows, missing=len(found) - len(rows))
