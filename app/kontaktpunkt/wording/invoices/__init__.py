"""Invoice control in Swedish: what was worked out, why not, and on what it rests."""
