"""Lines of the timeline, a module per subject that has many."""
