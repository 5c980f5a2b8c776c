"""The contingency copy (nödläge): what it holds, how it is used, what becomes of its logbook."""
