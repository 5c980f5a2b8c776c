"""What the program does, over ports: take in, decide, remember, show."""
