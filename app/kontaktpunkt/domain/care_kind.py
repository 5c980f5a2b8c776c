"""The kinds of care, and whether what regional outpatient care answers for is in place."""

from enum import StrEnum


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
