"""Reads and writes the ledger and what hangs together with it."""
