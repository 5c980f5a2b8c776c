"""Panels of Helg & jour: each completes one act, at the right of the page."""
