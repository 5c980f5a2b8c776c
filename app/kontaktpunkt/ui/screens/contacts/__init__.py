"""Units and contacts: the register, and lists that are read in."""
