"""The case: who it is, what holds, what is to be done and by whom, and all that has happened."""
