"""Why people were admitted, month by month, and what was tried before."""
