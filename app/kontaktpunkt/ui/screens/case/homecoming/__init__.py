"""The homecoming of one person: what is in place, what is in the way, calling home, coming home."""
