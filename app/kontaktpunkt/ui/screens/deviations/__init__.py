"""Reports of deviations, on screen."""
