"""Driftstopp: declared, worked through, over, and closed when every number is accounted for."""
