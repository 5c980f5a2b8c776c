"""Finds rows by number, name, unit, ward and phone; never by what help somebody has (PDL 2:8)."""
