"""Reads and writes the rows that screens show: columns to find by, the row itself as JSON."""
