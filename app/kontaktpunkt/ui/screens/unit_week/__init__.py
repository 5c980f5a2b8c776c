"""A unit's week on screen."""
