"""Persons and cases that are one: who leads the group, and what is offered to be joined."""
