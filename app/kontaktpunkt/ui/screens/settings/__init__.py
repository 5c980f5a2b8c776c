"""Inställningar: for me, for the municipality, for the store; the rules with their sources."""
