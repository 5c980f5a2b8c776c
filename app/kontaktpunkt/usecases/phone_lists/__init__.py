"""Phone lists: the numbers that are to be checked, who is on call, and lists on paper."""
