"""Korttid: the board of places, the queue, and decisions outside office hours."""
