"""Key figures (nyckeltal): each is its definition, and the cases that it stands on."""
