"""Reports of deviations: the list, one whole, its paper, and counts."""
