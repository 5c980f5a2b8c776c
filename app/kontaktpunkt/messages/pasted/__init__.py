"""Understands text that somebody copied from a screen: what labels stand before, and no more."""
