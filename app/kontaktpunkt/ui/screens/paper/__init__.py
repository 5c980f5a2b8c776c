"""Paper: a form or today's list, seen first, then printed or saved; and the register of sheets."""
