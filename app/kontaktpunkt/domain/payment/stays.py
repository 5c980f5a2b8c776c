"""What payment liability is judged on: the notices of one stay, and where the person belongs."""

from enum import StrEnum

from msgspec import Struct

from kontaktpunkt.domain.times import Instant


class RegionalServices(StrEnum):
    """Whether what regional outpatient care answers for is in place (lag 2017:612 5 kap. 5 §)."""

    AVAILABLE = "available"
    UNAVAILABLE = "unavailable"
    UNCLEAR = "unclear"


class Care(StrEnum):
    """The kind of care; `opt` is compulsory care outside hospital (ÖPT, ÖRV)."""

    SOMATIC = "somatic"
    PSYCHIATRIC = "psychiatric"
    OPT = "opt"


class PaidStay(Struct, frozen=True, kw_only=True):
    """One stay as an invoice control knows it; times in microseconds UTC, None = not sent.

    `ready_withdrawn` is when the readiness was withdrawn. `placing_municipality` decided on a stay
    in another municipality (5 kap. 2 § 2 st.).
    """

    id: str
    admission_notice_sent: Instant | None = None
    ready_notice_sent: Instant | None = None
    ready_withdrawn: Instant | None = None
    sip_needed: bool = False
    summons_sent: Instant | None = None
    regional_services: RegionalServices = RegionalServices.AVAILABLE
    discharged: Instant | None = None
    home_municipality: str = ""
    placing_municipality: str = ""
    care: Care = Care.SOMATIC

    @property
    def payer(self) -> str:
        """Give the municipality that pays: the placing one where there is one (5 kap. 2 §)."""
        return self.placing_municipality or self.home_municipality

    @property
    def is_withdrawn(self) -> bool:
        """Say whether the readiness was withdrawn; a withdrawal before the notice is of another."""
        ready, withdrawn = self.ready_notice_sent, self.ready_withdrawn
        return ready is not None and withdrawn is not None and withdrawn >= ready
