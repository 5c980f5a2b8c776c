"""What payment liability is judged on: the notices of one stay, and where the person belongs."""

from collections.abc import Iterable

from msgspec import Struct

from kontaktpunkt.domain.care_kind import Care, RegionalServices
from kontaktpunkt.domain.times import Instant, local_day


class PaidStay(Struct, frozen=True, kw_only=True):
    """One stay as an invoice control knows it; times in microseconds UTC, None = not sent.

    `ready_notice_sent` is the notice that counts and `ready_withdrawn` the last withdrawal;
    `earlier_notices` are those that a withdrawal made void. `placing_municipality` decided on a
    stay in another municipality (5 kap. 2 § 2 st.). `emergency` is a 23-timmarspatient, who was
    never admitted; `ready_time_unknown` that a notice came but nobody knows when it was sent.
    """

    id: str
    admission_notice_sent: Instant | None = None
    ready_notice_sent: Instant | None = None
    ready_withdrawn: Instant | None = None
    earlier_notices: tuple[Instant, ...] = ()
    sip_needed: bool = False
    summons_sent: Instant | None = None
    regional_services: RegionalServices = RegionalServices.AVAILABLE
    discharged: Instant | None = None
    home_municipality: str = ""
    placing_municipality: str = ""
    care: Care = Care.SOMATIC
    emergency: bool = False
    ready_time_unknown: bool = False

    @property
    def payer(self) -> str:
        """Give the municipality that pays: the placing one where there is one (5 kap. 2 §)."""
        return self.placing_municipality or self.home_municipality

    @property
    def is_withdrawn(self) -> bool:
        """Say whether the readiness was withdrawn; a withdrawal before the notice is of another."""
        ready, withdrawn = self.ready_notice_sent, self.ready_withdrawn
        return ready is not None and withdrawn is not None and withdrawn >= ready

    @property
    def days_after_notice(self) -> int | None:
        """Give the local calendar days from notice to discharge; None while one is missing."""
        if self.ready_notice_sent is None or self.discharged is None:
            return None
        return (local_day(self.discharged) - local_day(self.ready_notice_sent)).days


def notice_in_force(
    notices: Iterable[Instant], withdrawals: Iterable[Instant]
) -> tuple[Instant | None, tuple[Instant, ...]]:
    """Tell which of several readiness notices counts, and which earlier ones a withdrawal ended.

    A notice that is said again without withdrawal between starts no new clock: the first counts.
    """
    told, taken_back = sorted(notices), sorted(withdrawals)
    if not told:
        return None, ()
    last = taken_back[-1] if taken_back else None
    after = [notice for notice in told if last is not None and notice > last]
    if last is None or not after:
        void = [notice for notice in told if any(notice <= one < told[-1] for one in taken_back)]
        standing = [notice for notice in told if notice not in void]
        return standing[0], tuple(void)
    return after[0], tuple(notice for notice in told if notice <= last)
