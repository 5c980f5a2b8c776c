"""Paper as the screens handle it: a page view of our own, the printer, and saving as PDF."""
