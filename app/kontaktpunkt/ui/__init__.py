"""The window: screens over the desk, painted by Qt, with no input or output of their own."""
