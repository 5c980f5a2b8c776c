"""Swedish words for why two may be one, and for how two sides agree."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from kontaktpunkt.domain.joining.comparing import Agreement
from kontaktpunkt.domain.joining.offers import SamePerson, SameStay

JOINING: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    SamePerson: {
        SamePerson.SAME_NUMBER: "samma nummer förekommer hos båda",
        SamePerson.CORRECTED_NUMBER: "samma namn, och den enas nummer är rättat",
        SamePerson.NAME_AND_BIRTH: "samma namn och födelsedatum",
        SamePerson.NUMBER_SAID: "numret som skrevs är hennes eller hans",
    },
    SameStay: {
        SameStay.SAME_STAY_ID: "samma vistelse-id från sjukhuset",
        SameStay.OVERLAPPING: "vistelserna överlappar varandra",
    },
    Agreement: {
        Agreement.AGREES: "lika",
        Agreement.DIFFERS: "olika",
        Agreement.ONE_SIDED: "bara på ena sidan",
    },
}
"""The words by list and member."""
