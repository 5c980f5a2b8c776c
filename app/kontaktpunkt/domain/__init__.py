"""Facts, wishes and rules of the contact point: plain Python, no input or output, no clock."""
