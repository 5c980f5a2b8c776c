"""What is kept: transactions at work, rows, access log, and proof that all holds."""
