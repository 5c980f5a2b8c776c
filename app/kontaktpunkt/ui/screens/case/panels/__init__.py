"""Panels of a case that open for one act and close after it."""
