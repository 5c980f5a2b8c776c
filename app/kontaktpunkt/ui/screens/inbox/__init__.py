"""The inbox: every message until somebody has said that it is done."""
