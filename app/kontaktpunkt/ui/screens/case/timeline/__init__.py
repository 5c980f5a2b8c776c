"""The timeline of a case: lines in words, the list that paints them, what can be done to one."""
