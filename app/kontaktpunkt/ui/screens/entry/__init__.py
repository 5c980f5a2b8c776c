"""A message by hand: quick enough for a phone call, and good enough to complete a set-aside one."""
