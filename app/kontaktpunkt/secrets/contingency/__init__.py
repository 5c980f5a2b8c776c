"""The contingency copy on disk: its own key, its sealed files, its logbook and its numbers."""
