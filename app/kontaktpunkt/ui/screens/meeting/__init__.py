"""Avstämning: the team goes through its people, one at a time, one key for each decision."""
