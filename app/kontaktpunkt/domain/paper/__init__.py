"""Paper as values: forms, what fills them, and the numbers of sheets."""
