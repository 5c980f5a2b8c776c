"""Everybody in hospital today, as one list to read and to print."""
