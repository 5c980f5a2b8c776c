"""Care of a store: copies, a new key, erasing, and the lock that keeps others out."""
