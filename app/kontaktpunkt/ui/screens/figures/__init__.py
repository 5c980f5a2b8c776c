"""The screen of key figures (Nyckeltal)."""
