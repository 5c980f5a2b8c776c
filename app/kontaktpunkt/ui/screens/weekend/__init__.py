"""Helg & jour: one page for whoever is alone on duty, with the handover and the packet."""
