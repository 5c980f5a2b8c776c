"""Key figures (nyckeltal) as screens ask for them: read from the store, worked out, told."""
