"""The rules: every value with its source, changed from a day on, and what a change does."""
