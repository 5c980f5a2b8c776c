"""Keeps the store's key in the system's key ring or under a passphrase; signs; recovers."""
