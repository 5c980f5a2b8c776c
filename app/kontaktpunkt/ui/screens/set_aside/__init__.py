"""What could not be read: why, the original itself, and the ways on."""
