"""A unit's week: who comes home to it, what must be staffed, and how much everybody carries."""
