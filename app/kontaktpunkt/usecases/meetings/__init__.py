"""The team's meetings: whom to go through in which order, what was decided, lists for paper."""
