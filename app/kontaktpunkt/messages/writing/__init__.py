"""Writes notices in our own carrier."""
