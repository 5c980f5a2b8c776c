"""Daily follow-up: the list that a team stands around, morning and lunch."""
