"""Back-entry: what stands on a numbered paper becomes the same as if it had come in the system."""
