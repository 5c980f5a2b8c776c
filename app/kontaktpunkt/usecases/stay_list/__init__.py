"""A list of stays for invoice control, as CSV: stays, and every fault with its line and column."""

from kontaktpunkt.usecases.stay_list.cells import COLUMNS
from kontaktpunkt.usecases.stay_list.faults import FaultyList, ListFlaw
from kontaktpunkt.usecases.stay_list.reading import StayList, read_list, read_stays

__all__ = ["COLUMNS", "FaultyList", "ListFlaw", "StayList", "read_list", "read_stays"]
