"""Keeps the ledger, its rows and the originals in one encrypted SQLite file (SQLCipher)."""
