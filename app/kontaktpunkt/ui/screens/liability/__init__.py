"""Fakturakontroll: a region's list or our own cases, worked out and held against the invoice."""
